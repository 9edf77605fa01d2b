"""Changes of many posts at once: each file is written whole or left, and all of it can be taken back.

A file is written only if it still is as it was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from editor.post.files import FileError, Stamp, write_file
from editor.text.source import UnencodableError


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was changed: what it was and what it is."""

    path: Path
    before: bytes
    after: Stamp


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a replacement did, and each file that it left as it was, with the reason."""

    written: tuple[Written, ...]
    left: tuple[str, ...]


Change = tuple[Path, bytes, Callable[[], bytes]]
"""A file, the bytes that it must still have, and what makes the new ones."""


def write_all(changes: Iterable[Change]) -> Outcome:
    """Write files; those that changed meanwhile, or that can't be written, are left as they are."""
    written, left = [], []
    for path, before, make in changes:
        try:
            stamp = write_file(path, make(), expected=Stamp.of(before))
        except (FileError, UnencodableError) as error:
            left.append(f"{path.name}: {getattr(error, 'reason', error)}")
            continue
        written.append(Written(path, before, stamp))
    return Outcome(tuple(written), tuple(left))


def take_back(outcome: Outcome) -> Outcome:
    """Give the files the bytes that they had; one that was changed since is left."""
    written, left = [], []
    for one in outcome.written:
        try:
            stamp = write_file(one.path, one.before, expected=one.after)
        except FileError as error:
            left.append(f"{one.path.name}: {error.reason}")
            continue
        written.append(Written(one.path, one.before, stamp))
    return Outcome(tuple(written), tuple(left))
