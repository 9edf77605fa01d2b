"""The edits that turn one text into another, so small that positions in what stays the same can be followed.

Lines are compared first, by those that both texts have once ("patience diff"), then the words of the lines that
differ. Every step has a bound: what is too large or too different becomes one edit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from editor.text.edit import Edit, shrink

MAX_COMPARED: Final = 2_000_000
"""How many pairs of words are compared at most in all."""
MAX_COMPARED_AT_ONCE: Final = 250_000
"""How many pairs of words are compared at most in one run of lines that differ."""
MAX_EDITS: Final = 2_000
"""More edits than that become one: each costs the text pane some time."""
MAX_LINES_TOGETHER: Final = 3
"""As many lines that became as many others are compared as one text: words may have wrapped to the next line."""
MAX_DEPTH: Final = 6
"""How often lines between lines that both texts have once are compared again."""

_WORD: Final = re.compile(r"[A-Za-z0-9_]+|[ \t]+|(?s:.)")
"""A word of ASCII letters, white space, or any other character: Japanese has no spaces between words."""


def differences(before: str, after: str) -> list[Edit]:
    """Return the edits that turn `before` into `after`, the last one in the text first.

    In that order no edit moves another one, so their positions count in `before`, too.
    """
    old, new = _lines(before), _lines(after)
    starts = list(accumulate(map(len, old), initial=0))
    budget = MAX_COMPARED
    edits: list[Edit] = []
    for lines, new_lines in _runs(old, new):
        words, new_words = (_WORD.findall("".join(part)) for part in (old[slice(*lines)], new[slice(*new_lines)]))
        size = len(words) * len(new_words)
        if size <= min(budget, MAX_COMPARED_AT_ONCE):
            budget -= size
            edits += _by_words(words, new_words, starts[lines[0]])
        else:
            edits += [shrink(before, edit) for edit in _by_unique_words(words, new_words, starts[lines[0]])]
    return edits[::-1] if len(edits) <= MAX_EDITS else [shrink(before, Edit(0, len(before), after))]


_Range = tuple[int, int]


def _lines(text: str) -> list[str]:
    """The lines with their ends; no other character ends a line here, as `str.splitlines` would have it."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[_Range, _Range]]:
    """The runs of lines that differ, in order."""
    waiting = [((0, len(old)), (0, len(new)), 0)]
    while waiting:
        (first, last), (new_first, new_last), depth = waiting.pop()
        while first < last and new_first < new_last and old[first] == new[new_first]:
            first, new_first = first + 1, new_first + 1
        while first < last and new_first < new_last and old[last - 1] == new[new_last - 1]:
            last, new_last = last - 1, new_last - 1
        here, there = (first, last), (new_first, new_last)
        pairs = _lines_in_both(old, new, here, there) if depth < MAX_DEPTH else []
        if not pairs:
            if first < last or new_first < new_last:
                yield here, there
            continue
        at, new_at = here[0], there[0]
        parts = []
        for line, new_line in pairs:
            parts.append(((at, line), (new_at, new_line), depth + 1))
            at, new_at = line + 1, new_line + 1
        parts.append(((at, last), (new_at, new_last), depth + 1))
        waiting += reversed(parts)


def _lines_in_both(old: Sequence[str], new: Sequence[str], here: _Range, there: _Range) -> list[tuple[int, int]]:
    """The most lines that both ranges have exactly once and in the same order."""
    counts, new_counts = Counter(old[slice(*here)]), Counter(new[slice(*there)])
    places = {new[at]: at for at in range(*there) if new_counts[new[at]] == 1}
    pairs = [(at, places[old[at]]) for at in range(*here) if counts[old[at]] == 1 and old[at] in places]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second numbers rise."""
    ends: list[int] = []  # the least second number that ends a subsequence of each length
    last_of: list[int] = []  # the pair that has it
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last_of[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last_of[length : length + 1] = [number]
    found = []
    number = last_of[-1] if last_of else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[_Range, _Range]]:
    """The runs of lines that differ; line by line where many lines became as many others."""
    for here, there in _unequal(old, new):
        count = here[1] - here[0]
        if count == there[1] - there[0] > MAX_LINES_TOGETHER:
            for step in range(count):
                if old[here[0] + step] != new[there[0] + step]:
                    yield (here[0] + step, here[0] + step + 1), (there[0] + step, there[0] + step + 1)
        else:
            yield here, there


def _by_words(words: Sequence[str], new_words: Sequence[str], start: int) -> Iterator[Edit]:
    """The edits of lines that differ, in the order of the text."""
    starts = list(accumulate(map(len, words), initial=start))
    for kind, first, last, new_first, new_last in SequenceMatcher(None, words, new_words, False).get_opcodes():
        if kind != "equal":
            yield Edit(starts[first], starts[last], "".join(new_words[new_first:new_last]))


def _by_unique_words(words: Sequence[str], new_words: Sequence[str], start: int) -> Iterator[Edit]:
    """The same for many lines: only words that both have once are found again."""
    starts = list(accumulate(map(len, words), initial=start))
    for here, there in _unequal(words, new_words):
        yield Edit(starts[here[0]], starts[here[1]], "".join(new_words[slice(*there)]))
