"""The text of HTML, for places that take no more than that: in one pass, however the HTML is made."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_LOOSE_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)[^>]*+>")
_OPENING: Final = re.compile("<(?:/?[a-zA-Z]|[!?])")
_SPACE: Final = re.compile("[ \t\n\r\f]+")
_DROPPED: Final = {
    name: re.compile(f"</{name}[^<>]*+>", re.IGNORECASE | re.ASCII)
    for name in ("head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title")
}
_BLOCKS: Final = {
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
}


def text_of(html: str) -> str:
    """Return what HTML shows, a line for each of its blocks; lines of preformatted text stay as they are."""
    written: list[str] = []
    at, preformatted, tag = 0, False, _TAG
    while at < len(html):
        begins = _OPENING.search(html, at)
        opening = begins.start() if begins is not None else len(html)
        _write(written, html[at:opening], preformatted=preformatted)
        if html.startswith(("<!", "<?"), opening):
            mark = "-->" if html.startswith("<!--", opening) else ">"
            end = html.find(mark, opening + 2)
            at = end + len(mark) if end >= 0 else len(html)
            continue
        found = tag.match(html, opening)
        if found is None:  # a quote without an end: it is looked for once, not from each tag on
            tag = _LOOSE_TAG
            found = tag.match(html, opening)
        if found is None:
            break
        at, name, closes = found.end(), found["name"].lower(), bool(found["end"])
        if name in _DROPPED and not closes:
            end_tag = _DROPPED[name].search(html, at)
            at = end_tag.end() if end_tag is not None else len(html)
        elif name == "br" or (name in _BLOCKS and written and not written[-1].endswith("\n")):
            written.append("\n")
        if name == "pre":
            preformatted = not closes
            at += preformatted and html.startswith("\n", at)
    return "".join(written).strip("\n")


def _write(written: list[str], source: str, *, preformatted: bool) -> None:
    text = unescape(source if preformatted else _SPACE.sub(" ", source)).replace("\u00a0", " ")
    if not preformatted and (not written or written[-1].endswith((" ", "\n"))):
        text = text.removeprefix(" ")
    if text:
        written.append(text)
