"""What a command gives back."""

from __future__ import annotations

from dataclasses import dataclass

from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the text, and what is selected after it: from `start` to `end`, code points of the new text."""

    edit: Edit
    start: int
    end: int

    @classmethod
    def at(cls, edit: Edit, caret: int) -> Change:
        """An edit with a caret after it."""
        return cls(edit, caret, caret)

    def moved(self, by: int) -> Change:
        """The same change in a text that has more in front of it."""
        edit = self.edit
        return Change(Edit(edit.start + by, edit.end + by, edit.new), self.start + by, self.end + by)


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before its line end."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def lines_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines of a selection; a last line that is only touched at its beginning is not one of them."""
    last = end - 1 if end > start and text[end - 1 : end] == "\n" else end
    return line_start(text, start), line_end(text, last)


def over_lines(text: str, start: int, end: int, new: str) -> Change:
    """Whole lines replaced; a selection stays on them, a caret keeps its distance from its line's end."""
    first, last = lines_of(text, start, end)
    edit = Edit(first, last, new)
    if start == end:
        caret = max(first, first + len(new) - (last - end)) if "\n" not in text[first:last] else first + len(new)
        return Change.at(edit, caret)
    return Change(edit, first, first + len(new))
