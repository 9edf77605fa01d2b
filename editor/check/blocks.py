"""The blocks of a post's Markdown, as a CommonMark parser finds them: code that no check should read as prose.

Only block structure is parsed, and only of posts whose looks leave it open: most are read by regular expressions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NOT_LINE_END: Final = re.compile(r"[^\n]")
_MARKDOWN: Final = re.compile(r"[\[\]*_`]")


@dataclass(frozen=True, slots=True)
class OpenFence:
    """A fence without an end: its line, counted from 0, and the mark that would close it."""

    line: int
    mark: str


def without_blocks(text: str) -> str:
    """Return a text with indented code, fenced code and Markdown's marks inside of HTML blanked; places stay."""
    lines = text.split("\n")
    for token in _blocks(text):
        if token.map is None:
            continue
        blanked = _MARKDOWN if token.type == "html_block" else _NOT_LINE_END
        if token.type in ("code_block", "fence", "html_block"):
            for line in range(*token.map):
                lines[line] = blanked.sub(" ", lines[line])
    return "\n".join(lines)


def open_fence(text: str) -> OpenFence | None:
    """Return the code block that has no end and so runs to the end of the text; None when there is none."""
    lines = text.split("\n")
    last = len(text.rstrip("\n").split("\n"))
    for token in _blocks(text):
        if token.type != "fence" or token.map is None:
            continue
        first, end = token.map
        closing = lines[end - 1].strip(" \t>")
        closed = end - 1 > first and closing.startswith(token.markup) and not closing.strip(token.markup[0])
        if not closed and end >= last:
            return OpenFence(first, token.markup)
    return None


def _blocks(text: str) -> list[Token]:
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable("inline")
