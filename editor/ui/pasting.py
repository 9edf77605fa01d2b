"""What is pasted or dropped and is more than plain text: addresses, rich text, cells; pictures are for their taker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData

from editor.text.white_space import TYPED_SPACE
from editor.writing.insert import is_address, link

if TYPE_CHECKING:
    from editor.ui.text_pane import TextPane


class PictureTaker(Protocol):
    """Whoever puts pasted and dropped pictures into the text."""

    def wants(self, source: QMimeData) -> bool:
        """Whether it is pictures."""

    def take(self, source: QMimeData) -> bool:
        """Put them in."""


def paste_as_markdown(pane: TextPane, source: QMimeData, *, in_code: bool) -> bool:
    """Paste rich text, cells and addresses as markdown, and a text so that it fits its place; False for other things.

    In a code block everything is plain.
    """
    address = source.text().strip(TYPED_SPACE)
    selected = pane.textCursor().selectedText()
    if selected.strip(TYPED_SPACE) and "\u2029" not in selected and is_address(address) and not is_address(selected):
        return pane.change(lambda text, start, end: link(text, start, end, address))
    if not pane.hasFocus() or in_code:
        return False
    from editor.writing import landing, paste  # its libraries, when something is pasted

    document, cursor = pane.post_document, pane.textCursor()
    low = document.from_qt(document.visible_position(0))
    body, at = document.post.text[low:], document.from_qt(cursor.selectionStart()) - low
    place = landing.landing_at(body, at)
    markdown = None
    if place is not landing.Landing.CODE_SPAN:
        if source.hasText() and not place.is_line:
            markdown = paste.from_cells(source.text())
        if markdown is None and source.hasHtml() and paste.has_structure(source.html()):
            markdown = paste.from_html(source.html(), in_line=place.is_line)
    plain = source.text().replace("\r\n", "\n").replace("\r", "\n")
    written = landing.landed(body, at, markdown or plain)
    if not markdown and written == plain:
        return False
    pane.insert(written)
    return True
