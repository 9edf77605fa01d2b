"""What is pasted or dropped and is more than plain text: addresses, rich text, cells; pictures are for their taker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData

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
    """Whether what is pasted was more than plain text, and is there now. In code everything is plain."""
    address = source.text().strip()
    selected = pane.textCursor().selectedText()
    if selected.strip() and "\u2029" not in selected and is_address(address) and not is_address(selected):
        return pane.change(lambda text, start, end: link(text, start, end, address))
    if not pane.hasFocus() or in_code:
        return False
    from editor.writing import paste  # its libraries, when something is pasted

    markdown = paste.from_cells(source.text()) if source.hasText() else None
    if markdown is None and source.hasHtml() and paste.has_structure(source.html()):
        markdown = paste.from_html(source.html())
    if not markdown:
        return False
    pane.insert(markdown)
    return True
