"""Copies that synchronising programs leave beside a file when two machines have changed it.

Each program has a name for them: Syncthing (“Understanding synchronization”, Conflicting Changes), Dropbox (“conflicted
copy”, in the language of its user), Nextcloud and ownCloud (“conflicted copy”, in older versions `_conflict-`).
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_PATTERNS: Final = (
    ("Syncthing", re.compile(r"\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}", re.ASCII)),
    ("Nextcloud", re.compile(r" \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)|_conflict-\d{8}-\d{6}", re.ASCII)),
    ("Dropbox", re.compile(r" \((?=[^()]*+\)\Z)[^()]*(?:conflicted copy|競合コピー)[^()]*\)", re.IGNORECASE)),
)
"""What stands between a file's name and its suffix; Nextcloud before Dropbox, whose names are less strict."""


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """Another version of a file.

    Attributes:
        program: that keeps it.
        when: it was written last.

    """

    path: Path
    program: str
    when: datetime


def conflict_copies(path: Path) -> list[ConflictCopy]:
    """The copies beside a file, the newest first; none where the folder can't be read."""
    found = list[ConflictCopy]()
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            program = _program(entry.name, path)
            if program and not entry.is_symlink():  # it is a copy, and may lead anywhere
                when = datetime.fromtimestamp(entry.stat().st_mtime, UTC)
                found.append(ConflictCopy(Path(entry.path), program, when))
    return sorted(found, key=lambda copy: copy.when, reverse=True)


def _program(name: str, path: Path) -> str:
    """Which program keeps a file of this name as a copy of a post; "" for none."""
    if not (name.startswith(path.stem) and name.endswith(path.suffix)) or name == path.name:
        return ""
    between = name[len(path.stem) : len(name) - len(path.suffix)]
    return next((program for program, pattern in _PATTERNS if pattern.fullmatch(between)), "")
