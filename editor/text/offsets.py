"""Positions: code points (Python) to UTF-16 units (Qt) and back.

Characters beyond U+FFFF take two UTF-16 units. `Utf16Map` keeps their positions, so that a conversion costs a
binary search and a text without emoji costs nothing; it follows edits without reading the text again.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from editor.text.edit import Edit

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text takes."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


class Utf16Map:
    """Converts between code points and UTF-16 units of one text that is being edited."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _WIDE.finditer(text)]

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 position of a code point position."""
        return offset + bisect_left(self._wide, offset)

    def from_utf16(self, position: int) -> int:
        """The code point position of a UTF-16 position; inside a pair: that of the pair."""
        low, high = 0, len(self._wide)
        while low < high:  # wide character number i starts at unit wide[i] + i and ends before wide[i] + i + 2
            middle = (low + high) // 2
            if self._wide[middle] + middle + 2 <= position:
                low = middle + 1
            else:
                high = middle
        if low < len(self._wide) and self._wide[low] + low < position:
            return self._wide[low]
        return position - low

    def follow(self, edit: Edit) -> None:
        """Take an edit of the text into account."""
        new = [] if edit.new.isascii() else [edit.start + match.start() for match in _WIDE.finditer(edit.new)]
        first, rest = bisect_left(self._wide, edit.start), bisect_left(self._wide, edit.end)
        growth = edit.growth
        if new or first != rest or (growth and rest < len(self._wide)):
            self._wide[first:] = new + [at + growth for at in self._wide[rest:]]
