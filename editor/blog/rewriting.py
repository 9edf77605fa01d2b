"""Changes of many posts at once: each file is written whole or left, and all of it can be taken back.

A file is written only if it still is as it was looked at, and lies in its blog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from editor.blog.gate import Gate
from editor.blog.site import root_of
from editor.language import tr
from editor.post.files import FileError, Stamp
from editor.text.source import UnencodableError


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

    """

    written: tuple[Written, ...]
    left: tuple[str, ...]
    rest: tuple[Written, ...] = ()


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


def write_all(changes: Iterable[Change], go_on: GoOn = to_the_end) -> Outcome:
    """Write files; those that changed meanwhile, or that can't be written, are left as they are."""
    gates, written, left = _Gates(), list[Written](), list[str]()
    for number, (path, before, make) in enumerate(changes):
        if not go_on(number):
            left.append(tr("all others: it was stopped"))
            break
        try:
            stamp = gates.of(path).write(path, make(), expected=Stamp.of(before))
        except (FileError, UnencodableError) as error:
            left.append(f"{path.name}: {getattr(error, 'reason', error)}")
            continue
        written.append(Written(path, before, stamp))
    return Outcome(tuple(written), tuple(left))


def take_back(outcome: Outcome, go_on: GoOn = to_the_end) -> Outcome:
    """Give the files the bytes that they had; one that was changed since is left."""
    gates, written, left = _Gates(), list[Written](), list[str]()
    for number, one in enumerate(outcome.written):
        if not go_on(number):
            return Outcome(tuple(written), tuple(left), outcome.written[number:])
        try:
            stamp = gates.of(one.path).write(one.path, one.before, expected=one.after)
        except FileError as error:
            left.append(f"{one.path.name}: {error.reason}")
            continue
        written.append(Written(one.path, one.before, stamp))
    return Outcome(tuple(written), tuple(left))
