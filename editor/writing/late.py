"""A change that was found for a text which was edited since."""

from __future__ import annotations

from collections.abc import Iterable

from editor.text.edit import Edit, shrink
from editor.writing.change import Change


def late(text: str, start: int, end: int, change: Change, edits: Iterable[Edit]) -> tuple[Edit, Edit] | None:
    """Return the two edits that make a change now, the one behind its caret first, so that none moves the other.

    What was written meanwhile where the selection was goes to the caret of the change, between the two.

    Args:
        text: the text that the change was found for.
        start, end: the selection in it, which was removed before all edits.
        change: replaces the selection, and maybe more around it.
        edits: what was done since.

    Returns:
        None where one of the edits was in what the change replaces: it has to be found anew.

    """
    old, caret = change.edit, change.end - change.edit.start
    low, high = min(old.start, start), max(old.end, end)
    before, after = text[low : old.start] + old.new[:caret], old.new[caret:] + text[old.end : high]
    at = behind = start
    high -= end - start
    for edit in edits:
        if at <= edit.start and edit.end <= behind:
            behind, high = behind + edit.growth, high + edit.growth
        elif edit.end <= low:
            low, at, behind, high = (place + edit.growth for place in (low, at, behind, high))
        elif edit.start < high:
            return None
    return Edit(behind, high, after), Edit(low, at, before)


def parts(text: str, edit: Edit) -> list[Edit]:
    """Return an edit in pieces that leave alone what it writes again, the last one in the text first."""
    edit = shrink(text, edit)
    old = text[edit.start : edit.end]
    kept = edit.new.find(old) if old else -1
    if kept < 0:
        return [edit]
    return [Edit(edit.end, edit.end, edit.new[kept + len(old) :]), Edit(edit.start, edit.start, edit.new[:kept])]
