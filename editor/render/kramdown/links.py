"""Links and images: by address in parentheses, or by the name of a definition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.render.kramdown.tree import AttributeList, Element, add_attributes, link_name

if TYPE_CHECKING:
    from editor.render.kramdown.spans import SpanParser

_LINK = re.compile(r"!?\[(?=[^^])")
_BRACKET_STOP = re.compile(r"(\])|!?\[")
_PAREN_STOP = re.compile(r"(\()|(\))|[ \t\r\n\f\v](?=['\"])")
_CLOSING = re.compile(r"[)'\"]")
_REFERENCE = re.compile(r"[ \t\r\n\f\v]*?\[([^\]]+)?\]")
_TITLE = re.compile(r"[ \t\r\n\f\v]*?([\"'])(.+?)\1[ \t\r\n\f\v]*?\)", re.DOTALL)
_URL_IN_ANGLES = re.compile(r"\(<(.*?)>")


def link(spans: SpanParser) -> bool:
    """A link or image at the current place; True when one, or its opening bracket as text, was taken."""
    src = spans.src
    match = src.scan(_LINK)
    if match is None:
        return False
    kind, start = ("img" if match[0][0] == "!" else "a"), src.pos
    if kind == "a" and any(one.type in ("a", "img") for one in spans.stack):
        spans.text(match[0])
        return True
    element = Element(kind)
    count = 1

    def ends(_spans: SpanParser, stop: re.Match[str], element: Element) -> bool:
        nonlocal count
        count += -1 if stop[1] else 1
        return count - sum(child.type == "img" for child in element.children) == 0

    if spans.parse(element, _BRACKET_STOP, ends):
        alt = re.sub(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])", r"\1", src.text[start : src.pos])
        src.scan(_BRACKET_STOP)
        if _target(spans, element, alt):
            spans.tree.children.append(element)
            return True
    src.pos = start
    spans.text(match[0])
    return True


def _target(spans: SpanParser, element: Element, alt: str) -> bool:
    """Where a link goes, by reference or in parentheses; False when nothing says so."""
    src = spans.src
    reference = src.scan(_REFERENCE)
    if reference is not None or not src.text.startswith("(", src.pos):
        name = link_name((reference[1] if reference is not None else None) or alt)
        definition = spans.definitions.links.get(name)
        if definition is None:
            return False
        url, title, mark = definition
        _fill(spans, element, url, title, alt, mark.ial)
        return True
    if (angled := src.scan(_URL_IN_ANGLES)) is not None:
        url = angled[1]
        if src.text.startswith(")", src.pos):
            src.pos += 1
            _fill(spans, element, url, None, alt)
            return True
    elif _CLOSING.search(src.text, src.pos) is None:
        return False  # else a text full of openings is read to its end for each of them
    else:
        depth, begin = 0, src.pos
        while src.until(_PAREN_STOP) is not None:
            sign = src.text[src.pos - 1]
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if sign not in "()" or depth == 0:
                break
        url = src.text[begin + 1 : src.pos - 1].strip(" \t\r\n\f\v\0")
        if depth == 0:
            _fill(spans, element, url, None, alt)
            return True
    title_match = src.scan(_TITLE)
    if title_match is None:
        return False
    _fill(spans, element, url, title_match[2], alt)
    return True


def _fill(
    spans: SpanParser, element: Element, url: str, title: str | None, alt: str, ial: AttributeList | None = None
) -> None:
    if ial is not None:
        element.ial = AttributeList()
        element.ial.add(ial)
        apply_list(spans.definitions.attributes, element.attr, ial)
    if element.type == "a":
        element.attr["href"] = url
    else:
        element.attr["src"], element.attr["alt"] = url, alt
        element.children.clear()
    if title is not None:
        element.attr["title"] = title


def apply_list(
    definitions: dict[str, AttributeList], attr: dict[str, str], more: AttributeList, depth: int = 0
) -> None:
    """Put an attribute list, and those it refers to, on an element's attributes."""
    for name in more.refs:
        if name in definitions and depth < 10:
            apply_list(definitions, attr, definitions[name], depth + 1)
    add_attributes(attr, more.attr)
