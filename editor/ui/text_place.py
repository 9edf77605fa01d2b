"""Caret, selection and scroll position of the text pane, followed through a change of the post by another program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from editor.text.edit import Edit, map_all
from editor.ui.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is in a text, in code points.

    Attributes:
        top: where the first line in sight begins.
        lines: how many visual lines of that line are scrolled out of sight.

    """

    anchor: int
    caret: int
    top: int
    lines: int

    def after(self, text: str, edits: Sequence[Edit]) -> Place:
        """Return the same place in the text after some edits; a selection does not grow at its ends."""
        low, high = sorted((self.anchor, self.caret))
        start, end = _moved(text, edits, low), _moved(text, edits, high)
        if low != high:
            start, end = map_all(edits, low, after=True), map_all(edits, high)
            start = min(start, end)
        anchor, caret = (start, end) if self.anchor <= self.caret else (end, start)
        return Place(anchor, caret, _moved(text, edits, self.top), self.lines)


def _moved(text: str, edits: Sequence[Edit], position: int) -> int:
    """A position at the beginning of a line stays there, when lines are inserted before it."""
    return map_all(edits, position, after=position == 0 or text[position - 1 : position] == "\n")


class TextPlace(QObject):
    """Keeps the place of one pane whenever its post is read again."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._wanted: Place | None = None
        document = pane.post_document
        document.reloading.connect(self._leave)
        document.reloaded.connect(self._return)

    def here(self) -> Place:
        """Return where the user is."""
        document, cursor, block = self._pane.post_document, self._pane.textCursor(), self._pane.firstVisibleBlock()
        lines = self._pane.verticalScrollBar().value() - block.firstLineNumber()
        anchor, caret, top = (document.from_qt(at) for at in (cursor.anchor(), cursor.position(), block.position()))
        return Place(anchor, caret, top, max(0, lines))

    def go(self, place: Place) -> None:
        """Go to a place of the text as it is now."""
        document, bar = self._pane.post_document, self._pane.verticalScrollBar()
        anchor, caret, top = (
            document.visible_position(document.to_qt(at)) for at in (place.anchor, place.caret, place.top)
        )
        self._pane.select(anchor, caret)
        block = document.qt.findBlock(top)
        bar.setValue(block.firstLineNumber() + min(place.lines, max(0, block.lineCount() - 1)))

    def _leave(self, edits: Sequence[Edit]) -> None:
        self._wanted = self.here().after(self._pane.post_document.post.text, edits)

    def _return(self) -> None:
        place, self._wanted = self._wanted, None
        if place is None:
            return
        self.go(place)
        revision = self._pane.post_document.qt.revision()
        QTimer.singleShot(0, self, lambda: self._settle(place, revision))

    def _settle(self, place: Place, revision: int) -> None:
        """Scroll once more: how many lines there are is known when they are laid out."""
        document = self._pane.post_document
        block = document.qt.findBlock(document.visible_position(document.to_qt(place.top)))
        if document.qt.revision() == revision and self._pane.firstVisibleBlock() != block:
            self.go(place)
