"""One problem of one file, as `postwright check --format json` prints it, and the edit that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from editor.text.edit import Edit

MAX_MESSAGE = 500
"""Longer messages are cut, in characters: a name in one may be as long as the post."""


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
        make: gives the edit of the post's text; raises `Refused` when it can't be made after all. None where the
            problem was found by another process, which makes it.
        drops_bom: it is no edit of the text: the byte order mark goes.

    """

    label: str
    make: Callable[[], Edit] | None
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

    def to_message(self) -> dict[str, Any]:
        """Return it as data for another process; the fix without how it is made."""
        message = self.message if len(self.message) <= MAX_MESSAGE else f"{self.message[:MAX_MESSAGE]}…"
        fix = [self.fix.label[:MAX_MESSAGE], self.fix.drops_bom] if self.fix is not None else None
        return {**self.record(), "message": message, "key": self.key, "length": self.length, "fix": fix}

    @classmethod
    def from_message(cls, message: dict[str, Any]) -> Problem:
        """Return the problem that another process found."""
        given = message["fix"]
        fix = Fix(given[0], None, drops_bom=given[1]) if given is not None else None
        return cls(**{**message, "severity": Severity(message["severity"]), "fix": fix})
