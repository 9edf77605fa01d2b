"""One problem of one file, in the shape that `postwright check --format json` prints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: the post can't be built or kept, it may surprise, it could be better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where (line and column counted from 1), under which code."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
