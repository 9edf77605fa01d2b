"""Where a pasted text lands, and how it is written so that the place stays what it is."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from editor.writing import escape
from editor.writing.change import line_end, line_start
from editor.writing.tables import table_at


class Landing(Enum):
    """A kind of place in a text."""

    TEXT = auto()
    CELL = auto()
    HEADING = auto()
    LINK_TEXT = auto()
    CODE_SPAN = auto()

    @property
    def is_line(self) -> bool:
        """Whether it has one line and nothing but running text."""
        return self not in (Landing.TEXT, Landing.HEADING)


_HEADING: Final = re.compile(r"(?:[ \t]*>)*[ \t]{0,3}#{1,6}[ \t]")
_LINK: Final = re.compile(r"!?\[(?P<text>(?:[^\[\]\\]|\\.)*)\](?=[(\[])")
_SPAN: Final = re.compile(r"(?P<ticks>`+)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)")
_QUOTE: Final = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_ITEM: Final = re.compile(r"(?:[ \t]{0,3}>[ \t]?)*(?P<marker>[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)")
_BLOCK: Final = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]")


def landing_at(text: str, at: int) -> Landing:
    """Return what kind of place a position is, by its line."""
    first = line_start(text, at)
    line, column = text[first : line_end(text, at)], at - first
    for pattern, landing in ((_SPAN, Landing.CODE_SPAN), (_LINK, Landing.LINK_TEXT)):
        for match in pattern.finditer(line):
            if match.start("text") <= column <= match.end("text"):
                return landing
    if "|" in line[:column] and "|" in line[column:] and table_at(text, at) is not None:
        return Landing.CELL
    heading = _HEADING.match(line)
    return Landing.HEADING if heading is not None and column >= heading.end() else Landing.TEXT


def landed(text: str, at: int, markdown: str) -> str:
    """Return markdown, or a plain text, as it is written at a position.

    One line where a line end would end the place; no bar that would end a cell; in block quotes and list items the
    lines that follow get what makes them part of it.
    """
    landing = landing_at(text, at)
    if landing is Landing.CELL:
        return escape.bars(escape.one_line(markdown).replace("&#124;", "|"))
    if landing is Landing.LINK_TEXT:
        return re.sub(r"(?<!\\)([\[\]])", r"\\\1", escape.one_line(markdown))
    if landing is Landing.CODE_SPAN:
        return escape.one_line(markdown)
    if landing is Landing.HEADING:
        first, gap, rest = markdown.strip("\n").partition("\n\n")
        return escape.one_line(first) + gap + rest
    return _continued(text[line_start(text, at) : at], markdown)


def _continued(before: str, markdown: str) -> str:
    first, *rest = markdown.split("\n")
    quote, item = _QUOTE.match(before), _ITEM.match(before)
    prefix = quote[0].rstrip(" ") + " " if quote is not None else ""
    if item is not None and not _BLOCK.match(first):
        prefix += " " * len(item["marker"].expandtabs(4))
    if not prefix or any(_QUOTE.match(line) for line in rest if quote is not None):
        return markdown
    return "\n".join([first, *(f"{prefix}{line}".rstrip(" ") if line else prefix.rstrip(" ") for line in rest)])
