"""What Enter and Tab mean where they mean more than themselves: in lists, quotes and tables."""

from __future__ import annotations

import re
from typing import Final

from editor.text.edit import apply, difference
from editor.writing import blocks, tables
from editor.writing import indent as indenting
from editor.writing.change import Change, line_end, line_start
from editor.writing.marks import fences
from editor.writing.renumber import renumbering

_NUMBERED: Final = re.compile(r"^[ \t>]*[0-9]{1,9}[.)]", re.MULTILINE)
LIST_SIZE = 50_000
"""How much of a list below Enter is numbered anew."""


def enter(text: str, at: int) -> Change | None:
    """Enter in a list or quote; only the lines around are looked at, however long the post is."""
    low = line_start(text, at)
    found = blocks.enter(text[low : at + LIST_SIZE], at - low)
    return found.moved(low) if found is not None else None


def tab(text: str, start: int, end: int, *, back: bool, tab_width: int, nesting: int = 0) -> Change | None:
    """Tab (`back`: Shift+Tab): the next cell of a table; else the selected lines, or a list item, indented.

    None where Tab has no meaning but its own: without a selection, outside of lists and tables.

    Args:
        tab_width: how many spaces code and plain lines move by.
        nesting: the least number of spaces that nests a list.

    """
    table = tables.table_at(text, start)
    if table is not None and end <= table.end:
        return tables.next_cell(text, end, back=back)
    if start == end and not back and not indenting.is_item(text, start):
        return None
    change = indenting.indent(text, start, end, out=back, tab_width=tab_width, nesting=nesting)
    return _counted(text, change) if change is not None and _NUMBERED.search(change.edit.new) else change


def _counted(text: str, change: Change) -> Change:
    """The change, with the numbers of the lists around it."""
    edit = change.edit
    above = text[: edit.start].split("\n")[:-1]
    low = len("\n".join(above[: -indenting.MAX_LINES_ABOVE])) + 1 if len(above) > indenting.MAX_LINES_ABOVE else 0
    high = line_end(text, min(len(text), edit.end + LIST_SIZE))
    old = text[low:high]
    new = text[low : edit.start] + edit.new + text[edit.end : high]
    first = text.count("\n", 0, low)
    code = {line - first for block in fences(text) for line in range(block.first, block.last + 1)}
    edits = renumbering(old.split("\n"), new.split("\n"), code)
    start, end = change.start - low, change.end - low
    for one in edits:
        new = apply(new, one)
        start, end = one.map(start), one.map(end)
    whole = difference(old, new)
    return Change(whole, start, end).moved(low) if whole is not None and edits else change
