"""What Enter and Tab mean where they mean more than themselves: in lists, quotes and tables."""

from __future__ import annotations

from editor.text.edit import Edit
from editor.writing import blocks, tables
from editor.writing.change import Change, line_start

LIST_SIZE = 50_000
"""How much of a list below Enter is numbered anew."""


def enter(text: str, at: int) -> Change | None:
    """Enter in a list or quote; only the lines around are looked at, however long the post is."""
    low = line_start(text, at)
    found = blocks.enter(text[low : at + LIST_SIZE], at - low)
    return _moved(found, low)


def tab(text: str, start: int, end: int, *, back: bool) -> Change | None:
    """Tab to the next cell of a table, or one level deeper into a list."""
    if start == end or tables.table_at(text, start) is not None:
        found = tables.next_cell(text, end, back=back)
        if found is not None:
            return found
    return blocks.indent(text, start, end, out=back)


def _moved(change: Change | None, by: int) -> Change | None:
    if change is None:
        return None
    edit = change.edit
    return Change(Edit(edit.start + by, edit.end + by, edit.new), change.start + by, change.end + by)
