"""Indent and outdent lines: list items by the width of the marker above, code and other lines by the tab width.

All lines of a selection move by the same width, so that what is nested in them stays nested. In a block quote the
space goes behind the quote marks. Columns count a tab as markdown does: up to the next multiple of 4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.text.edit import Edit
from editor.writing.change import Change, lines_of
from editor.writing.marks import Fence, fences, may_be_fence

MARKDOWN_TAB: Final = 4
"""How many columns a tab takes in markdown (CommonMark 0.31, section 2.2)."""
MAX_LINES_ABOVE: Final = 2_000
"""How many lines above the selection are searched for the item that a list item belongs to."""
_MOST_WITHOUT_LIST: Final = 3
"""How many spaces the first item of a list gets: one more would make it code."""

_QUOTE: Final = re.compile(r" {0,3}> ?")
_ITEM: Final = re.compile(r"[ \t]*(?P<marker>[-*+]|[0-9]{1,9}[.)])(?P<gap>[ \t]+|$)")
_RULE: Final = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, cut behind the quote marks that all lines have.

    Attributes:
        in_code: it is between the fences of a code block.

    """

    quote: str
    rest: str
    in_code: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.rest.strip(" \t")

    @property
    def space(self) -> str:
        """The white space before its text."""
        return self.rest[: len(self.rest) - len(self.rest.lstrip(" \t"))]

    @property
    def column(self) -> int:
        """The column at which its text begins."""
        return _column(self.space)

    @property
    def content(self) -> int | None:
        """The column at which the content of a list item begins; None for a line that begins no item."""
        item = None if self.in_code or _RULE.match(self.rest) else _ITEM.match(self.rest)
        if item is None:
            return None
        marker = self.column + len(item["marker"])
        gap = _column(self.rest[: item.end()]) - marker
        return marker + (gap if 1 <= gap <= MARKDOWN_TAB else 1)


def indent(
    text: str, start: int, end: int, *, out: bool, tab_width: int = MARKDOWN_TAB, nesting: int = 0
) -> Change | None:
    """Indent the lines of a selection (or the caret's line), or outdent them; None where nothing changes.

    Args:
        tab_width: how many spaces code and plain lines move by. Where their code block uses tabs, that is one tab.
        nesting: the least number of spaces that nests a list (4 in Python-Markdown).

    """
    first, last = lines_of(text, start, end)
    number = text.count("\n", 0, first)
    source = text[first:last].split("\n")
    code = [fence for fence in fences(text) if fence.first < number + len(source) and fence.last >= number]
    inside = [_is_inside(code, number + index, line) for index, line in enumerate(source)]
    depth = _common_depth(text, code, source, inside)
    lines = [_cut(line, depth, in_code) for line, in_code in zip(source, inside, strict=True)]
    filled = [line for line in lines if not line.is_blank]
    above = [_cut(line, depth) for line in text[:first].split("\n")[-MAX_LINES_ABOVE - 1 : -1]]
    if filled and all(line.in_code for line in filled):
        step = _code_step(text, code[0], depth, tab_width)
    elif out:
        step = _outdent_step(above, lines, tab_width)
    else:
        step = _indent_step(above, lines, tab_width, nesting)
    new = [line if line.is_blank else _outdented(line, step) if out else _indented(line, step) for line in lines]
    if new == lines:
        return None
    edit = Edit(first, last, "\n".join(line.quote + line.rest for line in new))
    moved_start = first + _moved(lines, new, start - first, stay=start != end)
    return Change(edit, moved_start, first + _moved(lines, new, end - first))


def is_item(text: str, at: int) -> bool:
    """Whether the line of a position begins with the marker of a list item, in a block quote too."""
    first, last = lines_of(text, at, at)
    line = text[first:last]
    return _cut(line, _depth(line)).content is not None


# -- where the lines are


def _is_inside(code: Sequence[Fence], number: int, line: str) -> bool:
    """Whether a line is between the fences of a code block; an open block has its last line, too."""
    return any(
        block.first < number < block.last or (number == block.last > block.first and not may_be_fence(line))
        for block in code
    )


def _common_depth(text: str, code: Sequence[Fence], source: Sequence[str], inside: Sequence[bool]) -> int:
    """How many quote marks all lines begin with; in a code block `>` is code unless the block is quoted."""
    depths = [_depth(line) for line in source if line.strip(" \t")]
    if any(inside):
        lines = text.split("\n")
        depths += [_depth(lines[block.first]) for block in code]
    return min(depths, default=0)


def _depth(line: str) -> int:
    depth = at = 0
    while (mark := _QUOTE.match(line, at)) is not None:
        depth, at = depth + 1, mark.end()
    return depth


def _cut(line: str, depth: int, in_code: bool = False) -> _Line:
    at = 0
    for _ in range(depth):
        mark = _QUOTE.match(line, at)
        if mark is None:
            break
        at = mark.end()
    return _Line(line[:at], line[at:], in_code)


# -- by how much they move


def _code_step(text: str, block: Fence, depth: int, tab_width: int) -> str:
    lines = text.split("\n")[block.first + 1 : block.last + 1]
    uses_tabs = any(_cut(line, depth).rest.startswith("\t") for line in lines)
    return "\t" if uses_tabs else " " * tab_width


def _indent_step(above: Sequence[_Line], lines: Sequence[_Line], tab_width: int, nesting: int) -> str:
    for index, line in enumerate(lines):
        if line.content is not None:
            return _nesting_step([*above, *lines[:index]], line, nesting)
    return "\t" if _uses_tabs(lines) else " " * tab_width


def _nesting_step(above: Sequence[_Line], item: _Line, nesting: int) -> str:
    """The white space that makes an item a child of the one above it, as its other children have it."""
    nested = ""
    for line in reversed(above):
        content = line.content
        if content is None:
            if line.is_blank or line.column > item.column:
                continue
            break
        if line.column > item.column:
            nested = line.space
        elif line.column < item.column:
            break
        else:
            step = nested.removeprefix(item.space) if nested.startswith(item.space) else ""
            if content <= _column(nested) < content + MARKDOWN_TAB and step:
                return step
            return " " * max(content - item.column, nesting)
    own = (item.content or 0) - item.column
    return " " * min(own, _MOST_WITHOUT_LIST)


def _outdent_step(above: Sequence[_Line], lines: Sequence[_Line], tab_width: int) -> str:
    for index, line in enumerate(lines):
        if line.content is not None and line.column:
            parent = _parent_column([*above, *lines[:index]], line)
            own = min(line.content - line.column, _MOST_WITHOUT_LIST)
            return " " * (line.column - parent if parent is not None else min(line.column, own))
    return " " * (MARKDOWN_TAB if _uses_tabs(lines) else tab_width)


def _parent_column(above: Sequence[_Line], item: _Line) -> int | None:
    """Where the item that a nested item belongs to begins; None for one that belongs to none."""
    for line in reversed(above):
        if line.content is not None and line.column < item.column:
            return line.column
        if line.content is None and not line.is_blank and not line.column:
            return None
    return None


def _uses_tabs(lines: Sequence[_Line]) -> bool:
    return any(line.rest.startswith("\t") for line in lines)


# -- moving them


def _indented(line: _Line, step: str) -> _Line:
    gap = " " if line.quote and not line.quote.endswith(" ") else ""
    return _Line(line.quote, gap + step + line.rest, line.in_code)


def _outdented(line: _Line, step: str) -> _Line:
    """The line without up to as many columns of white space as the step has."""
    wanted = 1 if step == "\t" and line.rest.startswith("\t") else _column(step)
    column = count = 0
    for character in line.space:
        if column >= wanted:
            break
        count += 1
        column += MARKDOWN_TAB - column % MARKDOWN_TAB if character == "\t" else 1
    return _Line(line.quote, line.rest[count:], line.in_code)


def _moved(before: Sequence[_Line], after: Sequence[_Line], at: int, *, stay: bool = False) -> int:
    """Where a position in the old lines is in the new ones.

    Args:
        stay: a position before the text of its line stays at the beginning of the line.

    """
    total = 0
    for old, new in zip(before, after, strict=True):
        size = len(old.quote) + len(old.rest)
        if at <= size:
            head = len(old.quote)
            if at < head or (stay and at <= head):
                return total + at
            return total + max(head, at + len(new.rest) - len(old.rest))
        at -= size + 1
        total += len(new.quote) + len(new.rest) + 1
    return total + at


def _column(space: str) -> int:
    """The column behind a text that begins a line."""
    column = 0
    for character in space:
        column += MARKDOWN_TAB - column % MARKDOWN_TAB if character == "\t" else 1
    return column
