"""What Enter and Tab mean where they mean more than themselves: in lists, quotes and tables."""

from __future__ import annotations

from editor.writing import blocks, tables
from editor.writing import indent as indenting
from editor.writing.change import Change, line_start

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
    return indenting.indent(text, start, end, out=back, tab_width=tab_width, nesting=nesting)
