"""Numbers of list items that were indented or outdented, and of those that stay behind: the lists count on.

Only lists that count by one are numbered anew. The first item of a nested list gets 1: another number begins no list
below a line of text (CommonMark 0.31, section 5.3). Where another width of a number would move the content of its item,
which further lines stand in line with, the space after it makes up for that; where that can't be, no number changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from editor.text.edit import Edit

_LINE: Final = re.compile(
    r"(?P<quote>(?: {0,3}> ?)*+)(?P<space>[ \t]*+)"
    r"(?:(?:(?P<number>[0-9]{1,9})(?P<dot>[.)])|(?P<bullet>[-*+]))(?P<gap>[ \t]++|$))?(?P<rest>.*+)"
)
_ENDS_LISTS: Final = re.compile(r"#{1,6}[ \t]|`{3}|~{3}")
_TAB: Final = 4
_WIDEST_GAP: Final = 4


@dataclass(slots=True)
class _Item:
    """An item of a list.

    Attributes:
        line: its index. before: the item before it in its list.
        content: the column at which its text begins.
        has_more: further lines stand in line with its content.

    """

    line: int
    match: re.Match[str]
    column: int
    content: int
    before: _Item | None = None
    has_more: bool = False

    @property
    def kind(self) -> str:
        return self.match["dot"] or self.match["bullet"]

    @property
    def number(self) -> int:
        return int(self.match["number"] or 0)


def renumbering(old: Sequence[str], new: Sequence[str], code: Collection[int]) -> list[Edit]:
    """Return the edits of the new lines, the last one first, which make their numbered lists count on.

    Args:
        old, new: the lines before and after some of them were indented or outdented.
        code: the indexes of lines in code blocks.

    """
    was = {item.line: item for items in _lists(old, code) for item in items}
    found: dict[int, int] = {}
    counts = {line: _counts(items) for items in _lists(old, code) for line in [item.line for item in items]}
    for items in _lists(new, code):
        moved = [_line_before(item) != _line_before(was.get(item.line)) for item in items]
        first = moved.index(True) if True in moved and items[0].match["number"] else len(items)
        if first == len(items) or not all(counts.get(item.line, False) for item in items):
            continue
        number = items[first - 1].number if first else 0
        for item in items[first:]:
            number += 1
            if number != item.number:
                found[item.line] = number
    starts = [0]
    for line in new:
        starts.append(starts[-1] + len(line) + 1)
    edits = []
    for items in _lists(new, code):
        for item in items:
            if item.line in found:
                edit = _renumbered(item, found[item.line], starts[item.line])
                if edit is None:
                    return []
                edits.append(edit)
    return sorted(edits, key=lambda edit: -edit.start)


def _line_before(item: _Item | None) -> int:
    return item.before.line if item is not None and item.before is not None else -1


def _counts(items: Sequence[_Item]) -> bool:
    """Whether a list counts by one."""
    return bool(items[0].match["number"]) and all(two.number == one.number + 1 for one, two in pairwise(items))


def _lists(lines: Sequence[str], code: Collection[int]) -> list[list[_Item]]:
    """Return the lists of some lines, each as its items."""
    found: list[list[_Item]] = []
    open_ones: list[tuple[_Item, list[_Item]]] = []
    quote, blank = "", False
    for index, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None or index in code:
            continue
        depth = match["quote"].replace(" ", "")
        if depth != quote:
            quote, open_ones = depth, []
        column = len(match["space"].expandtabs(_TAB))
        is_item = match["gap"] is not None
        if not is_item and not match["rest"]:
            blank = True
            continue
        lazy = not is_item and not blank and not _ENDS_LISTS.match(match["rest"])
        last: list[_Item] | None = None
        while open_ones and not lazy and column < open_ones[-1][0].content:
            item, last = open_ones.pop()
            if is_item and column >= item.column:
                break
            last = None
        for item, _ in open_ones:
            item.has_more = item.has_more or column >= item.content
        blank = False
        if is_item:
            marker = match["number"] or ""
            gap = len(match["gap"].expandtabs(_TAB))
            content = column + len(marker) + 1 + (gap if 1 <= gap <= _WIDEST_GAP else 1)
            item = _Item(index, match, column, content)
            if last is None or last[-1].kind != item.kind:
                last = []
                found.append(last)
            else:
                item.before = last[-1]
            last.append(item)
            open_ones.append((item, last))
    return found


def _renumbered(item: _Item, number: int, start: int) -> Edit | None:
    """Return the edit that gives an item its number; None where its content would not stay in its place."""
    low, (end, high) = start + item.match.start("number"), item.match.span("gap")
    wider = len(str(number)) - len(item.match["number"])
    if not wider or not item.has_more:
        return Edit(low, start + item.match.end("number"), str(number))
    gap = item.match["gap"]
    size = len(gap) - wider
    if "\t" in gap or not 1 <= size <= _WIDEST_GAP:
        return None
    return Edit(low, start + high, f"{number}{item.match['dot']}{' ' * size}") if end < high else None
