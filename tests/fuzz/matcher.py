"""A backtracking matcher that counts its steps: what a pattern costs, the same on every machine.

`re` has no step counter, and times say little on a busy machine. This matcher takes the parsed tree of a pattern
(`re._parser`), tries what `re` tries in the same order, and counts. `tests/fuzz/test_patterns.py` compares its matches
with those of `re`, so that what is counted is what `re` does.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, Final

Step = Callable[[int], int]
"""Matches from a position on, and all that follows; gives the end of the match or -1."""
Node = tuple[Any, Any]

_C: Final = _constants
ONE_CHARACTER: Final = (_C.LITERAL, _C.NOT_LITERAL, _C.ANY, _C.IN)
_WORD: Final = re.compile(r"\w")
_ASCII_WORD: Final = re.compile(r"\w", re.ASCII)
MANY: Final = 20
"""A repeat of more than so many is bounded in name only where texts are short."""


class TooManyError(Exception):
    """The matcher took more steps than it was allowed."""


class Matcher:
    """Matches one pattern.

    Args:
        shrink: take repeats of up to more than `MANY` as repeats of up to a few. A bound is a constant factor, however
            large; short texts can't tell a large one from none.

    """

    def __init__(self, pattern: re.Pattern[str], *, shrink: bool = False) -> None:
        self.tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._shrink = shrink
        self.steps, self.limit = 0, 1 << 60
        self._text = ""
        groups = self.tree.state.groups
        self._starts: list[int] = [-1] * groups
        self._spans: list[tuple[int, int] | None] = [None] * groups
        self._match = self._build(list(self.tree), self.tree.state.flags, self._end)
        self._full = False
        self._not_at = -1  # an empty match here does not count

    def run(self, text: str, how: str, limit: int = 1 << 60) -> list[tuple[int, int]]:
        """Match a text and count the steps.

        Args:
            how: "match", "fullmatch" or "search"; the last goes on behind each match, as `finditer` does.

        Raises TooManyError when more than `limit` steps are needed.

        """
        self.steps, self.limit, self._text, self._not_at = 0, limit, text, -1
        self._full = how == "fullmatch"
        former = sys.getrecursionlimit()
        sys.setrecursionlimit(1_000_000)  # frames of Python only: none of the machine's stack
        try:
            if how != "search":
                end = self._at(0)
                return [] if end < 0 else [(0, end)]
            return list(self._all())
        finally:
            sys.setrecursionlimit(former)

    def _all(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at <= len(self._text):
            end = self._at(at)
            if end >= 0:
                yield at, end
            self._not_at = at if end == at else -1  # behind an empty match only one with characters counts
            if end < at:
                at += 1
            elif end > at:
                at = end
            elif (end := self._at(at)) > at:
                yield at, end
                self._not_at = -1
                at = end
            else:
                at += 1
                self._not_at = -1

    def _at(self, pos: int) -> int:
        self._starts = [-1] * len(self._starts)
        self._spans = [None] * len(self._spans)
        return self._match(pos)

    def _end(self, pos: int) -> int:
        return -1 if pos == self._not_at or (self._full and pos < len(self._text)) else pos

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyError

    def _build(self, nodes: Sequence[Node], flags: int, following: Step) -> Step:
        for node in reversed(nodes):
            following = self._node(node, flags, following)
        return following

    def _node(self, node: Node, flags: int, following: Step) -> Step:
        kind, value = node
        if kind in ONE_CHARACTER:
            return self._character(one_character(node, flags), following)
        if kind is _C.AT:
            return self._place(value, flags, following)
        if kind is _C.BRANCH:
            return self._branch([self._build(list(one), flags, following) for one in value[1]])
        if kind is _C.SUBPATTERN:
            group, added, removed, inner = value
            return self._group(group, list(inner), (flags | added) & ~removed, following)
        if kind in (_C.MAX_REPEAT, _C.MIN_REPEAT, _C.POSSESSIVE_REPEAT):
            return self._repeat(kind, value, flags, following)
        if kind is _C.ATOMIC_GROUP:
            return self._atomic(self._build(list(value), flags, _where), following)
        if kind in (_C.ASSERT, _C.ASSERT_NOT):
            return self._assertion(value, flags, wanted=kind is _C.ASSERT, following=following)
        if kind is _C.GROUPREF:
            return self._reference(value, flags, following)
        if kind is _C.FAILURE:
            return lambda _: -1
        raise NotImplementedError(str(kind))

    def _character(self, fits: Callable[[str], bool], following: Step) -> Step:
        def character(pos: int) -> int:
            self._step()
            return following(pos + 1) if pos < len(self._text) and fits(self._text[pos]) else -1

        return character

    def _place(self, place: object, flags: int, following: Step) -> Step:
        word = _ASCII_WORD if flags & re.ASCII else _WORD

        def is_there(pos: int) -> bool:
            text = self._text
            if place is _C.AT_BEGINNING_STRING or (place is _C.AT_BEGINNING and not flags & re.MULTILINE):
                return pos == 0
            if place is _C.AT_BEGINNING:
                return pos == 0 or text[pos - 1] == "\n"
            if place is _C.AT_END_STRING:
                return pos == len(text)
            if place is _C.AT_END:
                last = pos == len(text) or (pos == len(text) - 1 and text[pos] == "\n")
                return last or bool(flags & re.MULTILINE and text[pos] == "\n")
            before = pos > 0 and word.match(text[pos - 1]) is not None
            after = pos < len(text) and word.match(text[pos]) is not None
            return (before != after) == (place is _C.AT_BOUNDARY)

        def at_place(pos: int) -> int:
            self._step()
            return following(pos) if is_there(pos) else -1

        return at_place

    def _branch(self, branches: list[Step]) -> Step:
        def branch(pos: int) -> int:
            self._step()
            for one in branches:
                if (end := one(pos)) >= 0:
                    return end
            return -1

        return branch

    def _group(self, group: int | None, inner: list[Node], flags: int, following: Step) -> Step:
        if group is None:
            return self._build(inner, flags, following)

        def close(pos: int) -> int:
            former = self._spans[group]
            self._spans[group] = (self._starts[group], pos)
            if (end := following(pos)) < 0:
                self._spans[group] = former
            return end

        inside = self._build(inner, flags, close)

        def open_(pos: int) -> int:
            former = self._starts[group]
            self._starts[group] = pos
            if (end := inside(pos)) < 0:
                self._starts[group] = former
            return end

        return open_

    def _repeat(self, kind: object, value: tuple[int, Any, Sequence[Node]], flags: int, following: Step) -> Step:
        least, most, items = int(value[0]), value[1], list(value[2])
        limit = 1 << 60 if most is _C.MAXREPEAT else int(most)
        if self._shrink and most is not _C.MAXREPEAT and limit > MANY:
            least = min(least, 4)
            limit = max(least, 4)
        if len(items) == 1 and items[0][0] in ONE_CHARACTER:
            fits = one_character(items[0], flags)
            if kind is _C.MAX_REPEAT:
                return self._longest(fits, least, limit, following)
            if kind is _C.MIN_REPEAT:
                return self._shortest(fits, least, limit, following)
            return self._possessive(self._character(fits, _where), least, limit, following)
        if kind is _C.POSSESSIVE_REPEAT:
            return self._possessive(self._build(items, flags, _where), least, limit, following)
        return self._loop(items, flags, least, limit, following, greedy=kind is _C.MAX_REPEAT)

    def _longest(self, fits: Callable[[str], bool], least: int, most: int, following: Step) -> Step:
        def longest(pos: int) -> int:
            text, end = self._text, pos
            stop = min(len(text), pos + most)
            while end < stop and fits(text[end]):
                end += 1
                self._step()
            while end >= pos + least:
                self._step()
                if (found := following(end)) >= 0:
                    return found
                end -= 1
            return -1

        return longest

    def _shortest(self, fits: Callable[[str], bool], least: int, most: int, following: Step) -> Step:
        def shortest(pos: int) -> int:
            text, end = self._text, pos
            stop = min(len(text), pos + most)
            while True:
                self._step()
                if end >= pos + least and (found := following(end)) >= 0:
                    return found
                if end >= stop or not fits(text[end]):
                    return -1
                end += 1

        return shortest

    def _possessive(self, inner: Step, least: int, most: int, following: Step) -> Step:
        def possessive(pos: int) -> int:
            count = 0
            while count < most:
                self._step()
                end = inner(pos)
                if end < 0 or (end == pos and count >= least):
                    break
                pos = end
                count += 1
            return following(pos) if count >= least else -1

        return possessive

    def _loop(self, items: list[Node], flags: int, least: int, most: int, following: Step, *, greedy: bool) -> Step:
        count, last = 0, -1

        def again(pos: int) -> int:
            nonlocal count, last
            here = count, last
            if count >= most or (count >= least and pos == last):
                return -1
            count, last = count + 1, pos
            end = inside(pos)
            count, last = here
            return end

        def on(pos: int) -> int:
            nonlocal count, last
            here = count, last
            if count < least:
                return -1
            end = following(pos)
            count, last = here
            return end

        def loop(pos: int) -> int:
            self._step()
            if count < least:
                return again(pos)
            first, second = (again, on) if greedy else (on, again)
            end = first(pos)
            return end if end >= 0 else second(pos)

        def enter(pos: int) -> int:
            nonlocal count, last
            here = count, last
            count, last = 0, -1
            end = loop(pos)
            count, last = here
            return end

        inside = self._build(items, flags, loop)
        return enter

    def _atomic(self, inner: Step, following: Step) -> Step:
        def atomic(pos: int) -> int:
            self._step()
            end = inner(pos)
            return following(end) if end >= 0 else -1

        return atomic

    def _assertion(self, value: tuple[int, Any], flags: int, *, wanted: bool, following: Step) -> Step:
        direction, inner = value
        back = inner.getwidth()[0] if direction < 0 else 0
        there = self._build(list(inner), flags, _where)

        def assertion(pos: int) -> int:
            self._step()
            found = pos >= back and there(pos - back) >= 0
            return following(pos) if found == wanted else -1

        return assertion

    def _reference(self, group: int, flags: int, following: Step) -> Step:
        def reference(pos: int) -> int:
            self._step()
            span = self._spans[group]
            if span is None:
                return -1
            written = self._text[span[0] : span[1]]
            here = self._text[pos : pos + len(written)]
            same = here.lower() == written.lower() if flags & re.IGNORECASE else here == written
            self.steps += len(written)
            return following(pos + len(written)) if same else -1

        return reference


def _where(pos: int) -> int:
    return pos


def one_character(node: Node, flags: int) -> Callable[[str], bool]:
    """Return what tells whether a character fits a node; asked of `re` once for each character."""
    state = _parser.State()
    state.flags = flags
    pattern = _compiler.compile(_parser.SubPattern(state, [node]), flags)
    known: dict[str, bool] = {}

    def fits(character: str) -> bool:
        if character not in known:
            known[character] = pattern.match(character) is not None
        return known[character]

    return fits
