"""One problem of one file, as `postwright check --format json` prints it, and the edit that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from editor.text.edit import Edit


class Severity(StrEnum):
    """How bad it is: the post can't be built or kept, it may surprise, it could be better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a problem.

    Attributes:
        label: what it does, in a few words for a button.
        make: gives the edit of the post's text; raises `Refused` when it can't be made after all.
        drops_bom: it is no edit of the text: the byte order mark goes.

    """

    label: str
    make: Callable[[], Edit]
    drops_bom: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where (line and column counted from 1), under which code.

    Attributes:
        key: the key of the front matter that it is about; "" when it is about no single one.
        fix: how to mend it; None where that is for the writer to say.
        length: of what is wrong in its line, in code points; 0 where that is not one place.

    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    key: str = field(default="", compare=False)
    fix: Fix | None = field(default=None, compare=False, repr=False)
    length: int = field(default=0, compare=False)

    def record(self) -> dict[str, object]:
        """What is printed of it."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
        }
