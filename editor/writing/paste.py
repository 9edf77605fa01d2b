"""What a browser, Word, Google Docs or a spreadsheet puts on the clipboard, as markdown.

markdownify does the conversion; before it, what those programs say in their own way (bold as a style, a whole document
inside of a bold element) is said in HTML's, and what runs or loads is left out.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from editor.text.edit import apply
from editor.text.white_space import ASCII_SPACE
from editor.writing import escape
from editor.writing.change import Change
from editor.writing.landing import land, place_at
from editor.writing.tables import tidy
from editor.writing.templates import Templates

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

MAX_HTML: Final = 2_000_000
"""Longer HTML is pasted as its text."""

MAX_DEPTH: Final = 1_000
"""HTML that nests deeper is pasted as its text: bs4 and markdownify recurse."""
CALLS: Final = 10
"""More than they make a level. The worker that pastes may make many, see `render.limits`; elsewhere Python's own limit
leaves less depth.
"""

_WHOLE: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][^ \t\r\n\f\v<>\"'/]*+)[^<>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+){0,200}+>"
    r"|<!--(?:[^-]|-(?!->))*+(?:-->|(?P<torn>\Z))|<[!?][^<>-][^<>]*+>|<"
)
"""A whole tag, comment or declaration; a bracket that begins none."""
_EMPTY: Final = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
        *("param", "source", "track", "wbr"),
    }
)
"""Elements without an end tag."""
_STRUCTURE: Final = re.compile(
    r"<(?:a\s[^<>]*href|b|strong|i|em|u|s|del|h[1-6]|li|table|blockquote|pre|code|img)\b|font-(?:weight|style)\s*:",
    re.IGNORECASE | re.ASCII,
)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.ASCII)
_PLAIN: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.ASCII)
_ITALIC: Final = re.compile(r"font-style\s*:\s*italic", re.ASCII)
_STRUCK: Final = re.compile(r"text-decoration(?:(?!text-decoration)[^;])*line-through")
_SAFE: Final = re.compile(r"(?:https?|mailto|tel):|[^:]*$", re.IGNORECASE)
_DROPPED: Final = (
    "script",
    "style",
    "head",
    "meta",
    "link",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "title",
)


def pasted(
    text: str,
    start: int,
    end: int,
    plain: str,
    html: str = "",
    *,
    rich: bool = False,
    templates: Templates = Templates.NONE,
) -> Change | None:
    """Return what puts the clipboard's HTML, cells or text in the place of a selection; None for nothing.

    Args:
        plain: the clipboard's text, whose line ends are "\\n".
        html: "" where it has none, or where that is not to be converted.
        rich: it has HTML, so that in a place which takes no markdown its text is to be read as it was meant.
        templates: what the blog runs in code.

    """
    place = place_at(text, start)
    markdown = None
    if place.kind.takes_markdown:
        if not place.is_line:
            markdown = from_cells(plain)
        if markdown is None and has_structure(html):
            markdown = from_html(html, in_line=place.is_line, in_cell=place.in_cell, templates=templates)
    written = markdown or plain
    if not written:
        return None
    meant = bool(markdown) or (rich and not place.kind.takes_markdown)
    return land(text, start, end, written, rich=meant, templates=templates)


def has_structure(html: str) -> bool:
    """Whether HTML says more than its text does."""
    return len(html) <= MAX_HTML and _STRUCTURE.search(html) is not None


def from_html(html: str, *, in_line: bool = False, in_cell: bool = False, templates: Templates = Templates.NONE) -> str:
    """Return HTML as markdown that shows all of its text; "" when nothing is left of it.

    Args:
        in_line: for a place that has one line: what stands in blocks is joined by spaces.
        in_cell: for a place in a table's cell.
        templates: what the blog runs in code.

    """
    from bs4 import BeautifulSoup

    from editor.writing.html_markdown import convert

    soup = BeautifulSoup(_bounded(html), "html.parser")
    _prepare(soup)
    text = convert(soup, in_line=in_line, in_cell=in_cell, templates=templates).replace("\u00a0", " ")
    text = re.sub(r"(?<![ \t])[ \t]++\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip("\n ")
    return re.sub(" {2,}", " ", escape.one_line(text)) if in_line else _tidied(text)


def from_cells(text: str) -> str | None:
    """A spreadsheet's cells (a line a row, tabs between) as a table; None when the text is none."""
    rows = text.rstrip("\n").split("\n")
    columns = {row.count("\t") for row in rows}
    if len(rows) < 2 or len(columns) != 1 or columns == {0}:
        return None
    lines = ["| " + " | ".join(escape.cell(text.strip(ASCII_SPACE)) for text in row.split("\t")) + " |" for row in rows]
    rule = "|" + "---|" * (columns.pop() + 1)
    return _tidied("\n".join((lines[0], rule, *lines[1:])))


def _bounded(html: str) -> str:
    """Return HTML that its readers are done with in steady time and without an error.

    They read on to the end for each tag that nothing closes: its bracket becomes a character. What nests too deep loses
    its tags.
    """
    depth = deepest = 0

    def whole(match: re.Match[str]) -> str:
        nonlocal depth, deepest
        if match[0] == "<" or match["torn"] is not None:
            return match[0].replace("<", "&lt;")
        if match["name"] is not None and match["name"].lower() not in _EMPTY:
            depth = max(0, depth - 1) if match["end"] else depth + 1
            deepest = max(deepest, depth)
        return match[0]

    whole_tags = _WHOLE.sub(whole, html)
    return whole_tags if deepest <= min(MAX_DEPTH, sys.getrecursionlimit() // CALLS) else _WHOLE.sub(" ", whole_tags)


def _prepare(soup: BeautifulSoup) -> None:
    from bs4 import Comment

    for comment in soup.find_all(string=lambda found: isinstance(found, Comment)):
        comment.extract()
    for name in _DROPPED:
        for tag in soup.find_all(name):
            tag.decompose()
    for tag in soup.find_all(style=True):
        style = str(tag.get("style", "")).lower()
        if tag.name in ("b", "strong") and _PLAIN.search(style):
            tag.unwrap()  # Google Docs puts the whole text into one
        elif tag.name == "span":
            _wrap(soup, tag, style)
    for tag in soup.find_all("a"):
        if not _SAFE.match(str(tag.get("href", "")).strip(ASCII_SPACE)):
            tag.unwrap()
    for tag in soup.find_all("img"):
        if not re.match(r"https?:", str(tag.get("src", "")), re.IGNORECASE):
            tag.decompose()


def _wrap(soup: BeautifulSoup, tag: Tag, style: str) -> None:
    """A span that is bold by its style, as HTML says it."""
    for pattern, name in ((_BOLD, "strong"), (_ITALIC, "em"), (_STRUCK, "del")):
        if pattern.search(style) and tag.get_text(strip=True) and tag.find_parent(["h1", "h2", "h3", name]) is None:
            tag.wrap(soup.new_tag(name))


def _tidied(text: str) -> str:
    """The text with its tables in line."""
    at = 0
    while (found := text.find("\n| --", at)) >= 0 or (found := text.find("\n|--", at)) >= 0:
        change = tidy(text, found)
        if change is not None:
            text = apply(text, change.edit)
            at = change.edit.start + len(change.edit.new)
        at = max(at, found + 1)
    return text
