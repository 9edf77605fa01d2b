"""Which line ends a file has, line by line, so that text inside the program can use "\\n" alone.

A file's text is held with "\\n" for each of its line ends; `LineEnds` remembers what each one was. Most files
have one kind, so what is stored is that kind and the exceptions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from editor.text.edit import Edit

LINE_END = re.compile("\r\n|[\n\r\u2029]")
"""LF, CRLF, CR, and U+2029, which Qt's documents cannot hold as a character."""


@dataclass(frozen=True, slots=True)
class LineEnds:
    """The usual line end of a text, and the lines (counted from 0) that end otherwise, in order."""

    usual: str = "\n"
    lines: tuple[int, ...] = ()
    ends: tuple[str, ...] = ()

    def of_line(self, line: int) -> str:
        """What line `line` ends with (for a last line without end: what a new line would get)."""
        index = bisect_left(self.lines, line)
        if index < len(self.lines) and self.lines[index] == line:
            return self.ends[index]
        return self.usual

    def after(self, text: str, edit: Edit) -> LineEnds:
        """The line ends once `edit` has been applied to `text` (the text before it).

        New lines end as the line that they are put into, which keeps each part of a mixed file as it is.
        """
        removed = text.count("\n", edit.start, edit.end)
        added = edit.new.count("\n")
        if not self.lines or not (removed or added):
            return self
        line = text.count("\n", 0, edit.start)
        first, rest = bisect_left(self.lines, line), bisect_left(self.lines, line + removed)
        inserted = self.of_line(line)
        new_lines = () if inserted == self.usual else tuple(range(line, line + added))
        moved = tuple(number + added - removed for number in self.lines[rest:])
        return LineEnds(
            self.usual,
            self.lines[:first] + new_lines + moved,
            self.ends[:first] + (inserted,) * len(new_lines) + self.ends[rest:],
        )


_ODD = frozenset({"\r", "\u2029"})
"""Line ends of one character that some programs do not take for one."""

LF_ONLY = LineEnds()
"""What most files have."""


def split(raw: str) -> tuple[str, LineEnds]:
    """A file's text with "\\n" line ends, and what they were."""
    if "\r" not in raw and "\u2029" not in raw:
        return raw, LineEnds()
    found = LINE_END.findall(raw)
    usual = Counter(found).most_common(1)[0][0]
    odd = [(number, end) for number, end in enumerate(found) if end != usual]
    ends = LineEnds(usual, tuple(number for number, _ in odd), tuple(end for _, end in odd))
    return LINE_END.sub("\n", raw), ends


def join(text: str, ends: LineEnds) -> str:
    """The file's text: the opposite of `split`."""
    if not ends.lines:
        return text if ends.usual == "\n" else text.replace("\n", ends.usual)
    lines = text.split("\n")
    special = dict(zip(ends.lines, ends.ends, strict=True))
    last = len(lines) - 1
    return "".join(
        line if number == last else line + special.get(number, ends.usual) for number, line in enumerate(lines)
    )


def with_odd_ends(text: str, ends: LineEnds) -> str:
    """Return a text with CR and U+2029 for the lines that end with them, and "\n" for the others: offsets stay."""
    if ends.usual not in _ODD and not any(end in _ODD for end in ends.ends):
        return text
    special = dict(zip(ends.lines, ends.ends, strict=True))
    usual = ends.usual if ends.usual in _ODD else "\n"
    odd = {number: end if end in _ODD else "\n" for number, end in special.items()}
    lines = text.split("\n")
    last = len(lines) - 1
    return "".join(line if number == last else line + odd.get(number, usual) for number, line in enumerate(lines))
