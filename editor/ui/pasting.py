"""What is pasted or dropped and is more than plain text: addresses, rich text, cells; pictures are for their taker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from editor.header import Generator, Header
from editor.text.white_space import TYPED_SPACE
from editor.ui.document import UNHOLDABLE
from editor.writing.insert import is_address, link

if TYPE_CHECKING:
    from editor.ui.text_pane import TextPane
    from editor.writing.change import Change
    from editor.writing.templates import Templates


class PictureTaker(Protocol):
    """Whoever puts pasted and dropped pictures into the text."""

    def wants(self, source: QMimeData) -> bool:
        """Whether it is pictures."""

    def take(self, source: QMimeData) -> bool:
        """Put them in."""


_QT_MARKS: Final = re.compile(f"[{UNHOLDABLE}]")


def plain_text(source: QMimeData) -> str:
    """Return the text of what is pasted, as a Qt document can hold it: its line ends, and no marks of Qt's own."""
    text = source.text()
    if not text and source.hasHtml():
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return _QT_MARKS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))


def one_line(text: str) -> str:
    """Return a text for a field of one line: its lines in a row, with a space between."""
    return " ".join(filter(None, (line.strip(" \t") for line in re.split("[\n\r\u2028\u2029]", text))))


def has_files(source: QMimeData) -> bool:
    """Whether files are dropped, which the window opens."""
    return source.hasUrls() and any(url.isLocalFile() for url in source.urls())


def paste_as_markdown(pane: TextPane, source: QMimeData) -> bool:
    """Paste rich text, cells and addresses as markdown, and a text so that it fits its place; False for other things.

    In code and HTML everything is plain.
    """
    address = source.text().strip(TYPED_SPACE)
    selected = pane.textCursor().selectedText()
    if selected.strip(TYPED_SPACE) and "\u2029" not in selected and is_address(address) and not is_address(selected):
        return pane.change(lambda text, start, end: link(text, start, end, address))
    document, cursor = pane.post_document, pane.textCursor()
    low = document.from_qt(document.visible_position(0))
    at = document.from_qt(cursor.selectionStart())
    if not pane.hasFocus() or at < document.header.body_start:
        return False
    from editor.writing import landing, paste  # its libraries, when something is pasted

    low = max(low, document.header.body_start)
    body, templates = document.post.text[low:], _templates(document.header)
    place = landing.place_at(body, at - low)
    markdown = None
    if place.kind.takes_markdown:
        if source.hasText() and not place.is_line:
            markdown = paste.from_cells(source.text())
        if markdown is None and source.hasHtml() and paste.has_structure(source.html()):
            markdown = paste.from_html(source.html(), in_line=place.is_line, in_cell=place.in_cell, templates=templates)
    rich = bool(markdown) or (source.hasHtml() and not place.kind.takes_markdown)
    written = markdown or plain_text(source)
    if not written:
        return False
    hidden = low - document.from_qt(document.visible_position(0))

    def fit(text: str, start: int, end: int) -> Change:
        change = landing.land(text[hidden:], start - hidden, end - hidden, written, rich=rich, templates=templates)
        return change.moved(hidden)

    return pane.change(fit)


def _templates(header: Header) -> Templates:
    """What the post's blog runs in code."""
    from editor.render.templates.expander import is_switched_off
    from editor.writing.templates import Templates

    generator = header.rules.generator
    if is_switched_off(generator, header):
        return Templates.NONE
    return {
        Generator.JEKYLL: Templates.LIQUID,
        Generator.ELEVENTY: Templates.LIQUID,
        Generator.HUGO: Templates.HUGO,
    }.get(generator, Templates.NONE)
