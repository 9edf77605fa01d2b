"""Carries a planned move out, and takes it back: files are moved first, never over another one, then texts written."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from editor.blog.gate import Gate
from editor.blog.moves.plan import Move
from editor.blog.operations import OperationLog
from editor.blog.rewriting import GoOn, Noting, Outcome, take_back, to_the_end, write_all
from editor.language import tr
from editor.post.files import FileError


@dataclass(frozen=True, slots=True)
class Moved:
    """What was done: the files that were moved, and the texts that were written at their new places."""

    move: Move
    files: tuple[tuple[Path, Path], ...]
    outcome: Outcome

    @property
    def written(self) -> tuple[Path, ...]:
        """The posts whose text was changed."""
        return tuple(one.path for one in self.outcome.written)

    def before(self, path: Path) -> Path:
        """Where a file was before the move."""
        for old, new in self.files:
            if path == new or new in path.parents:
                return old / path.relative_to(new) if path != new else old
        return path


def carry_out(
    move: Move,
    *,
    links: bool = True,
    waiting: Collection[Path] = (),
    go_on: GoOn = to_the_end,
    log: OperationLog | None = None,
) -> Moved:
    """Do what was planned.

    Args:
        links: write the links of other posts too.
        waiting: posts with changes that are not saved; they are left and told of.
        log: where it is written down before the first step.

    Raises:
        FileError: the post or its pictures can't be moved; nothing was changed.

    """
    done = list[tuple[Path, Path]]()
    changes = [change for change in (move.own, *(move.links if links else ())) if change is not None]
    left = tuple(
        tr("{0}: has changes that are not saved").format(one.path.name) for one in changes if one.path in waiting
    )
    outcome = write_all(
        ((move.after(one.path), one.data, partial(bytes, one.new)) for one in changes if one.path not in waiting),
        go_on,
        Noting(log, "move", move.files) if log is not None else None,
        lambda: done.extend(_move(Gate(move.root), move.files)),
    )
    return Moved(move, tuple(done), replace(outcome, left=(*outcome.left, *left, *move.notes)))


def carry_back(moved: Moved, go_on: GoOn = to_the_end) -> Moved:
    """Give the texts their bytes back and the files their names; `go_on` is told how far it is, and must not stop it.

    Raises:
        FileError: a file can't be moved back: something lies in its old place. Nothing was changed.

    """
    for old, new in moved.files:
        _refuse_to_replace(new, old)
    gate, files = Gate(moved.move.root), list[tuple[Path, Path]]()
    back = tuple((new, old) for old, new in reversed(moved.files))
    outcome = take_back(moved.outcome, go_on, lambda: files.extend(_move(gate, back)))
    return Moved(moved.move, tuple(files), outcome)


def _move(gate: Gate, files: Collection[tuple[Path, Path]]) -> tuple[tuple[Path, Path], ...]:
    """Move files and folders; all of them or none."""
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in files:
            _move_one(gate, old, new)
            done.append((old, new))
    except OSError as error:
        for old, new in reversed(done):
            _move_one(gate, new, old)
        if isinstance(error, FileError):
            raise
        raise FileError(old, tr("can’t be moved to {0}: {1}").format(new.name, error.strerror)) from None
    return tuple(done)


def _move_one(gate: Gate, old: Path, new: Path) -> None:
    _refuse_to_replace(old, new)
    gate.make_folder(new.parent)
    gate.rename(old, new)


def _refuse_to_replace(old: Path, new: Path) -> None:
    if os.path.lexists(new) and not new.samefile(old):
        raise FileError(new, tr("is there already: nothing was moved"))
