"""Damages real posts: the bytes that a fuzz test feeds to the program, the same for the same seed and number."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from editor.render.supervisor import TIME_LIMIT

LIMIT_S: Final = 2 * TIME_LIMIT
"""Processor time after which a step counts as a hang."""
LARGEST: Final = 20_000
"""Longer posts are cut to this before they are damaged: a long text says nothing that a short one does not."""
PIECES: Final = (
    b"---\n", b"---", b"+++\n", b"...\n", b"{", b"}", b"[", b"]", b"[" * 60, b"{a: " * 30, b"&a ", b"*a", b"<<: *a\n",
    b"|\n", b">-\n  ", b"? ", b"- ", b": ", b":", b" #", b"'", b'"', b"'''", b'"""', b"\\", b"\\u0000", b"!!python/name:os ",
    b"%YAML 1.2\n", b"\t", b"\r", b"\n", b"\r\n", b"\n\r", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xa9", b"\xe2\x80\xa8",
    b"\xc2\x85", b"\x0b", b"\x0c", b"\xed\xa0\x80", b"\xf0\x9f\x8e\x89", b"\xef\xb7\x90", b"\x82\xa0", b"\xe3\x81", b"`" * 3, b"~~~\n",
    b"$$", b"[^1]", b"[^1]: x\n", b"[a]: /b\n", b"![", b"](", b"<div>", b"</div>", b"<!--", b"-->", b"<script>", b"{% raw %}",
    b"{% endraw %}", b"{{ page.title }}", b"{{", b"{% include x %}", b"{{< figure >}}", b"{:.a}", b"{::nomarkdown}", b"|---|\n",
    b"* * *\n", b"> " * 40, b"  " * 40, b"*" * 50, b"_" * 51, b"title: ", b"date: 2026-99-99\n", b"tags: [a, b\n", b"1e999", b"0x", b"~",
    b"\xe3\x80\x80", b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
)  # fmt: skip


class Mutator:
    """Gives damaged posts."""

    def __init__(self, posts: Sequence[bytes], seed: int = 0) -> None:
        self._posts, self._seed = [post[:LARGEST] for post in posts], seed

    def mutant(self, number: int) -> bytes:
        """The damaged post of a number."""
        dice = random.Random(f"{self._seed} {number}")
        data = bytearray(dice.choice(self._posts))
        changes: tuple[Callable[[random.Random, bytearray], None], ...] = (
            _bit,
            _cut,
            _twice,
            _piece,
            _piece,
            _move,
            self._mix,
        )
        for _ in range(dice.choice((0, 1, 1, 2, 3, 8, 20))):
            dice.choice(changes)(dice, data)
        return bytes(data)

    def _mix(self, dice: random.Random, data: bytearray) -> None:
        """A part of another post."""
        other = dice.choice(self._posts)
        start, end = _part(dice, other)
        at = _place(dice, data)
        data[at:at] = other[start:end]


def _place(dice: random.Random, data: bytes | bytearray) -> int:
    """Most of what can go wrong is in the front matter."""
    return dice.randint(0, len(data) if dice.random() < 0.4 else min(len(data), 400))


def _part(dice: random.Random, data: bytes | bytearray) -> tuple[int, int]:
    start = _place(dice, data)
    return start, min(len(data), start + dice.choice((1, 2, 8, 60, 400)))


def _bit(dice: random.Random, data: bytearray) -> None:
    if data:
        data[min(_place(dice, data), len(data) - 1)] ^= 1 << dice.randrange(8)


def _cut(dice: random.Random, data: bytearray) -> None:
    start, end = _part(dice, data)
    del data[start:end]


def _twice(dice: random.Random, data: bytearray) -> None:
    start, end = _part(dice, data)
    data[end:end] = data[start:end] * dice.choice((1, 1, 5))


def _piece(dice: random.Random, data: bytearray) -> None:
    at = _place(dice, data)
    data[at:at] = dice.choice(PIECES)


def _move(dice: random.Random, data: bytearray) -> None:
    start, end = _part(dice, data)
    part = data[start:end]
    del data[start:end]
    at = _place(dice, data)
    data[at:at] = part


def posts_of(files: Sequence[Path]) -> list[bytes]:
    """What the damage starts from."""
    return [path.read_bytes() for path in files]


@contextmanager
def no_hang(what: str) -> Iterator[None]:
    """Fails what takes more than `LIMIT_S` of processor time; for the main thread, where there are signals."""

    def too_long(*_: object) -> None:
        raise AssertionError(f"{what}: still at it after {LIMIT_S} s")

    former = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
