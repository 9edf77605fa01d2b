"""Two versions of a text side by side: the passages that differ, what differs within a line, and bringing one back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from editor.text.edit import Edit

MAX_LINE: Final = 2_000
"""Within longer lines no single words are looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that differ: a run of the old text and what stands in its place in the new one; either may be empty.

    Attributes:
        old, new: first line and the line behind the last one, counted from 0.

    """

    old: tuple[int, int]
    new: tuple[int, int]


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its end."""
    *whole, last = text.split("\n")  # no other character ends a line here, as `str.splitlines` would have it
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def passages(old: list[str], new: list[str]) -> list[Passage]:
    """The passages in which two texts differ, in their order."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [Passage((a, b), (c, d)) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]


def bring_back(passage: Passage, old: list[str], new: list[str]) -> Edit:
    """The edit of the new text that gives a passage its old lines again."""
    first, last = passage.new
    start = sum(map(len, new[:first]))
    return Edit(start, start + sum(map(len, new[first:last])), "".join(old[slice(*passage.old)]))


def differing(one: str, other: str) -> Iterator[tuple[int, int]]:
    """The parts of a line that another one does not have, as places in the first."""
    if max(len(one), len(other)) > MAX_LINE:
        yield 0, len(one)
        return
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < 0.4:  # two lines that have nothing to do with each other
        yield 0, len(one)
        return
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind != "equal" and end > start:
            yield start, end
