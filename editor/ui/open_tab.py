"""One tab of the window: an open post that may be put aside, and its row in the remembered session."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor.ui.files import OpenFile
from editor.ui.sheet import Sheet

MAX_TABS = 40
"""More posts are not brought back by a session."""
MOST = 2**31 - 1
"""The largest position that Qt takes."""


@dataclass(slots=True)
class Tab:
    """A post that is open.

    Attributes:
        stale: its file was written by another part of the program since it was put aside.
        sheet, file: None while it is shown, and before a restored one is first read.

    """

    number: int
    name: str
    path: Path | None
    anchor: int = 0
    caret: int = 0
    top: int = 0
    modified: bool = False
    stale: bool = False
    sheet: Sheet | None = None
    file: OpenFile | None = None


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths are of one file."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def tab_of_session(row: object) -> Tab | None:
    """A row of the kept session; None when it is damaged or its file is gone."""
    match row:
        case [str() as name, int() as caret, int() as top] if _is_file(name):
            path = Path(name)
            caret, top = (min(max(0, number), MOST) for number in (caret, top))
            return Tab(-1, path.name, path, caret, caret, top)
    return None


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
