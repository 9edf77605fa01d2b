"""Lines of keys: where a new key's line goes, and which lines and comments belong to a key."""

from __future__ import annotations

import re

from editor.header.model import Header, Span
from editor.header.nodes import Node
from editor.header.pieces import outer_start
from editor.header.spots import key_name
from editor.text.white_space import ASCII_SPACE

_COMMENT = re.compile(r"([ \t]*)#")
_COMMENTED_OUT = re.compile(r"[ \t]*#+[ \t]*[\w-]+:(?:[ \t]|$)")


def after_key(text: str, header: Header, holder: Node | None, key: str) -> tuple[int, str]:
    """The code point at which a new key's line goes in a map, and the indentation of the map's keys.

    That is after the last of the keys that stand before it in the blog's posts, else after the last one of all.
    """
    if holder is None or not holder.pairs:
        return header.content.end, ""
    first = outer_start(holder.pairs[0][0])
    margin = text[text.rfind("\n", 0, first) + 1 : first]
    indent = margin if not margin.strip(ASCII_SPACE) else " " * len(margin)
    before_it = frozenset(header.rules.before(key))
    neighbour = next((pair for pair in reversed(holder.pairs) if key_name(pair[0]) in before_it), holder.pairs[-1])
    return _lines_end(text, header, *neighbour, indent), indent


def key_lines(text: str, header: Header, key: Node, value: Node) -> Span:
    """The lines of a key: its own, its value's with the comments inside, and the comment above that is about it.

    A comment right below the first fence may be about the whole front matter, and a commented-out key is a writer's
    note to keep: those stay.
    """
    start = own = text.rfind("\n", 0, outer_start(key)) + 1
    indent = text[start : outer_start(key)]
    end = _lines_end(text, header, key, value, indent)
    if indent.strip(ASCII_SPACE):
        return Span(start, end)
    while (above := _comment_above(text, header, start, indent)) is not None:
        start = above
    return Span(start if start > header.content.start else own, end)


def _comment_above(text: str, header: Header, start: int, indent: str) -> int | None:
    """Where the line above starts, if it is a comment of the same indentation."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    comment = _COMMENT.match(text, above, start)
    if start <= header.content.start or comment is None or comment[1] != indent:
        return None
    return None if _COMMENTED_OUT.match(text, above, start - 1) else above


def _lines_end(text: str, header: Header, key: Node, value: Node, indent: str) -> int:
    """The start of the line after a key's value; comments that are indented deeper than the key are part of it."""
    end = _after_line(text, header, max(key.end, value.end))
    at = end
    while at < header.content.end:
        stop = _after_line(text, header, at)
        line = text[at:stop]
        comment = _COMMENT.match(line)
        if comment is not None and len(comment[1]) > len(indent):
            end = stop
        elif line.strip(ASCII_SPACE):
            break
        at = stop
    return end


def _after_line(text: str, header: Header, at: int) -> int:
    stop = text.find("\n", at, header.content.end)
    return header.content.end if stop < 0 else stop + 1
