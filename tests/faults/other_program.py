"""Another program that writes a file at a moment of a save: while the disk is slow, or right before the names change."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from editor.post import atomic

THEIRS = b"---\ntitle: theirs\n---\n\nwritten by another program\n"


def in_place(path: Path) -> None:
    """As nano writes."""
    path.write_bytes(THEIRS)


def by_rename(path: Path) -> None:
    """As most editors and synchronising programs write."""
    fresh = path.with_name("theirs.new")
    fresh.write_bytes(THEIRS)
    os.replace(fresh, path)


def same_length_and_time(path: Path) -> None:
    """The size and the time that a file had say nothing of what it holds."""
    status = path.stat()
    path.write_bytes(THEIRS[:20].ljust(status.st_size, b"!")[: status.st_size])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


WAYS = (in_place, by_rename, same_length_and_time)


@contextmanager
def meanwhile(moment: str, act: Callable[[], None], after: int = 0):
    """Have something done once, at a moment of what is saved.

    Args:
        moment: "fsync" (while the new bytes are synced) or "exchange" (right before the file is replaced).
        after: how many such moments pass before.

    """
    owner = os if moment == "fsync" else atomic
    real, left = getattr(owner, moment), [after]

    def call(*arguments):
        if left and not left[0]:
            left.clear()
            act()
        elif left:
            left[0] -= 1
        return real(*arguments)

    setattr(owner, moment, call)
    try:
        yield
    finally:
        setattr(owner, moment, real)
    assert not left, "that moment never came"
