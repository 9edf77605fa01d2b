"""HTML between blocks: raw as it is, or with markdown inside where `markdown="1"` says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.render.kramdown import syntax
from editor.render.kramdown.attributes import parse_html_attributes
from editor.render.kramdown.tree import Element

if TYPE_CHECKING:
    from editor.render.kramdown.blocks import BlockParser

_RAW_START = re.compile(rf"(?=<(?:{syntax.NAME}|/|!--|\?))")
_SPACES = re.compile(" {0,3}")
MARKDOWN_ATTRIBUTE = {"0": "raw", "1": "default", "span": "span", "block": "block"}
MAX_DEPTH = 60
"""How deep tags may nest; deeper ones are text."""


def html_block(parser: BlockParser) -> bool:
    """A tag, comment or the end of the current tag at a line's beginning; True when one was read."""
    src, start = parser.src, parser.src.pos
    if src.check(syntax.BLOCK_HTML) is None:
        return False
    if (match := src.comment()) is not None:
        parser.add(Element("html_comment", match[0], options={"block": True}))
        src.scan(syntax.TRAILING_SPACE)
        return True
    src.scan(_SPACES)
    if (match := src.check(syntax.TAG)) is not None and match[1].lower() not in syntax.SPAN_TAGS:
        src.pos = match.end()
        _open_tag(parser, match, 0)
        return True
    if (match := src.check(syntax.CLOSING_TAG)) is not None and match[1].lower() not in syntax.SPAN_TAGS:
        tree = parser.tree
        if tree.type == "html" and tree.value == match[1].lower():
            src.pos = match.end()
            from editor.render.kramdown.blocks import StopBlock

            raise StopBlock
    src.pos = start
    return False


def _open_tag(parser: BlockParser, match: re.Match[str], depth: int) -> None:
    src, tree = parser.src, parser.tree
    known = match[1].lower() in syntax.KNOWN_TAGS
    name = match[1].lower() if known else match[1]
    element = Element("html", name, parse_html_attributes(match[2], known_tag=known), options={"block": True})
    closed = match[4] is not None or name in syntax.EMPTY_TAGS
    tree.children.append(element)
    raw_around = tree.type == "html" and tree.options.get("model") == "raw"
    if parser.block_ial is not None:
        element.ial, parser.block_ial = parser.block_ial, None
    model = syntax.content_model(name) if parser.options.parse_block_html and not raw_around else "raw"
    wanted = MARKDOWN_ATTRIBUTE.get(element.attr.pop("markdown", ""))
    if wanted is not None:
        model = syntax.content_model(name) if wanted == "default" else wanted
    if name in ("script", "style"):
        _raw_text(parser, element)
        element.options.update(model=model, closed=False)
        if model == "block":
            src.scan(syntax.TRAILING_SPACE)
        return
    if model == "block":
        src.scan(syntax.TRAILING_SPACE)
    element.options.update(model=model, closed=closed)
    if closed:
        return
    if model == "block":
        parser.parse(element)
    elif model == "span":
        end = re.compile(rf"(?=</{re.escape(name)}{syntax.SPACE}*>)", re.IGNORECASE)
        text = src.until(end)
        if text is None:
            text, src.pos = src.rest, len(src.text)
        element.add_text(text, "raw_text")
        src.scan(syntax.CLOSING_TAG)
    else:
        _raw(parser, element, depth + 1)
    if not raw_around:
        src.scan(syntax.TRAILING_SPACE)


def _raw_text(parser: BlockParser, element: Element) -> None:
    """A script or style: everything up to its end."""
    src = parser.src
    text = src.until(re.compile(rf"(?=</{element.value}{syntax.SPACE}*>)", re.IGNORECASE))
    if text is None:
        text, src.pos = src.rest, len(src.text)
    element.add_text(text, "raw")
    src.scan(syntax.CLOSING_TAG)


def _raw(parser: BlockParser, element: Element, depth: int) -> None:
    """The content of a tag as it is, its tags as elements, up to its closing tag."""
    src, tree = parser.src, parser.tree
    parser.tree = element
    try:
        while not src.at_end:
            text = src.until(_RAW_START) if depth < MAX_DEPTH else None
            if text is None:
                element.add_text(src.rest, "text")
                src.pos = len(src.text)
                return
            element.add_text(text, "text")
            if (match := src.comment()) is not None or (match := src.instruction()) is not None:
                element.children.append(Element("html_comment", match[0], options={"block": True}))
            elif (match := src.scan(syntax.TAG)) is not None:
                _open_tag(parser, match, depth)
            elif (match := src.scan(syntax.CLOSING_TAG)) is not None:
                name = match[1].lower() if element.value in syntax.KNOWN_TAGS else match[1]
                if name == element.value:
                    return
                element.add_text(match[0], "text")
            else:
                element.add_text(src.take(), "text")
    finally:
        parser.tree = tree
