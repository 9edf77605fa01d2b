"""Changes of many posts at once: each file is written whole or left, and all of it can be taken back.

A file is written only if it still is as it was looked at, and lies in its blog. What is to change is on the disk before
the first of them is written (`operations`), so that one half of it is never all that remains after a crash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.blog.gate import Gate
from editor.blog.operations import OperationLog, Record
from editor.blog.site import root_of
from editor.language import tr
from editor.post.files import FileError, Stamp, write_file
from editor.text.source import UnencodableError

ASKED_EACH: Final = 20
"""After so many posts that are made ready it is asked whether to go on."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was changed: what it was and what it is."""

    path: Path
    before: bytes
    after: Stamp


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a replacement did.

    Attributes:
        left: each file that it left as it was, with the reason.
        rest: what taking back did not come to before it was stopped.
        record: what was written down of it before; None where one step was all of it.

    """

    written: tuple[Written, ...]
    left: tuple[str, ...]
    rest: tuple[Written, ...] = ()
    record: Record | None = None


Change = tuple[Path, bytes, Callable[[], bytes]]
"""A file, the bytes that it must still have, and what makes the new ones."""


class _Gates:
    """The gate of each folder that was asked about."""

    def __init__(self) -> None:
        self._known: dict[Path, Gate] = {}

    def of(self, path: Path) -> Gate:
        """The gate of the blog in which a path lies by its name."""
        if path.parent not in self._known:
            self._known[path.parent] = Gate(root_of(path))
        return self._known[path.parent]


GoOn = Callable[[int], bool]
"""Is told how many files are done, and says whether to go on."""


def to_the_end(_: int) -> bool:
    """Go on always."""
    return True


@dataclass(frozen=True, slots=True)
class Noting:
    """How an operation is written down before its first step.

    Attributes:
        kind: what it is called in the record.
        moves: files that get other names, before posts are written.

    """

    log: OperationLog
    kind: str
    moves: tuple[tuple[Path, Path], ...] = ()


def write_all(
    changes: Iterable[Change],
    go_on: GoOn = to_the_end,
    noting: Noting | None = None,
    first: Callable[[], object] = lambda: None,
) -> Outcome:
    """Write files; those that changed meanwhile, or that can't be written, are left as they are.

    Args:
        noting: the operation is written down before anything is changed, so that a crash does not leave half of it.
        first: what is done before the first file is written; what it raises is raised.

    Raises:
        FileError: it can't be written down; nothing was changed.

    """
    prepared, left = _prepared(changes, go_on)
    record = None
    if noting is not None and len(prepared) + len(noting.moves) > 1:
        record = noting.log.begin(noting.kind, prepared, noting.moves)
    try:
        first()
    except BaseException:
        if record is not None:
            record.remove()
        raise
    gates, written = _Gates(), list[Written]()
    for number, (path, before, after) in enumerate(prepared):
        if not go_on(number):
            left.append(tr("all others: it was stopped"))
            break
        try:
            gate = gates.of(path)
            stamp = write_file(gate.place(path), after, expected=Stamp.of(before), within=gate.real)
        except FileError as error:
            left.append(f"{path.name}: {error.reason}")
            continue
        written.append(Written(path, before, stamp))
    if record is not None:
        record.done()
    return Outcome(tuple(written), tuple(left), record=record)


def _prepared(changes: Iterable[Change], go_on: GoOn) -> tuple[list[tuple[Path, bytes, bytes]], list[str]]:
    """Each file with its bytes before and after, and why others are left."""
    prepared, left = list[tuple[Path, bytes, bytes]](), list[str]()
    for number, (path, before, make) in enumerate(changes):
        if number % ASKED_EACH == 0 and not go_on(0):
            return [], [tr("all others: it was stopped")]
        try:
            prepared.append((path, before, make()))
        except UnencodableError as error:
            left.append(f"{path.name}: {error}")
    return prepared, left


def take_back(outcome: Outcome, go_on: GoOn = to_the_end, last: Callable[[], object] = lambda: None) -> Outcome:
    """Give the files the bytes that they had; one that was changed since is left.

    Args:
        last: what is done after the last file, unless it was stopped; what it raises is raised.

    Raises:
        FileError: it can't be written down that this has begun; nothing was changed.

    """
    gates, written, left = _Gates(), list[Written](), list[str]()
    if outcome.record is not None:
        outcome.record.back()
    for number, one in enumerate(outcome.written):
        if not go_on(number):
            if outcome.record is not None:
                outcome.record.done()
            return Outcome(tuple(written), tuple(left), outcome.written[number:], outcome.record)
        try:
            gate = gates.of(one.path)
            stamp = write_file(gate.place(one.path), one.before, expected=one.after, within=gate.real)
        except FileError as error:
            left.append(f"{one.path.name}: {error.reason}")
            continue
        written.append(Written(one.path, one.before, stamp))
    last()
    if outcome.record is not None:
        outcome.record.remove()
    return Outcome(tuple(written), tuple(left))
