"""A page of the blog, read for two things: which style sheets it has, and which elements stand around its post."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from editor.render.looks.look import FrameElement
from editor.text.white_space import ASCII_SPACE, ascii_words

CONTENT: Final = "postwright-content"
"""The element that stands for the post in a layout."""

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_FRAME: Final = frozenset(
    ("html", "body", "main", "article", "section", "div", "aside", "header", "center", "td", "tr", "tbody", "table")
)
_PROSE: Final = frozenset(("p", "h2", "h3", "ul", "ol", "pre", "blockquote", "figure", "table"))
_KEPT: Final = ("class", "id", "lang", "dir", "role")
MAX_DEPTH: Final = 200


@dataclass(slots=True)
class _Node:
    """An element while its page is read."""

    tag: str
    attributes: dict[str, str]
    parent: _Node | None
    depth: int
    prose: int = 0  # characters in children that are paragraphs and the like


@dataclass(slots=True)
class PageMarkup:
    """What was found.

    Attributes:
        sheets: style sheets in their order: an address, or the text of a `style` element.
        frame: the elements from `html` to the one whose children are the post's; empty when none was found.

    """

    sheets: list[tuple[str, str]] = field(default_factory=list)  # ("link", address) or ("style", css)
    frame: tuple[FrameElement, ...] = ()


def read_page(html: str) -> PageMarkup:
    """Read a whole page: the post is where `CONTENT` stands, or else where most of the prose is."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    place = reader.marked or max(reader.nodes, key=lambda node: node.prose, default=None)
    frame: list[FrameElement] = []
    node = place if place is not None and (reader.marked is not None or place.prose > 0) else None
    while node is not None:
        if node.tag in _FRAME:
            kept = {name: value for name, value in node.attributes.items() if name in _KEPT or name.startswith("data-")}
            frame.append(FrameElement(node.tag, tuple(kept.items())))
        node = node.parent
    return PageMarkup(reader.sheets, tuple(reversed(frame)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[tuple[str, str]] = []
        self.nodes: list[_Node] = []
        self.marked: _Node | None = None
        self._open: _Node | None = None
        self._style: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == CONTENT:
            self.marked = self._open
            return
        if tag == "link" and "stylesheet" in ascii_words(attributes.get("rel", "").lower()) and attributes.get("href"):
            if "print" not in attributes.get("media", ""):
                self.sheets.append(("link", attributes["href"]))
            return
        if tag == "style":
            self._style = []
        depth = self._open.depth + 1 if self._open is not None else 0
        if tag in _VOID or depth > MAX_DEPTH:
            return
        self._open = _Node(tag, attributes, self._open, depth)
        self.nodes.append(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Leave the nearest such element."""
        if tag == "style" and self._style is not None:
            self.sheets.append(("style", "".join(self._style)))
            self._style = None
        node = self._open
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None:
            self._open = node.parent

    def handle_data(self, data: str) -> None:
        """Count prose for the element around the paragraph."""
        if self._style is not None:
            self._style.append(data)
            return
        node = self._open
        while node is not None and node.tag not in _PROSE:
            node = node.parent
        if node is not None and node.parent is not None:
            node.parent.prose += len(data.strip(ASCII_SPACE))
