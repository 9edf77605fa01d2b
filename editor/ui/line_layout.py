"""Line spacing for QPlainTextEdit, which has none: Japanese needs 1.7 times the font's size.

The base class lays a block's lines out; here each line is moved to its place in the taller block. Caret, hit test,
scrolling and wrapping follow, because they all ask the lines where they are.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class SpacedLayout(QPlainTextDocumentLayout):
    """Lays each line of the document out in a row of equal height: the font's size times `spacing`.

    The document has no margin.
    """

    def __init__(self, document: QTextDocument, spacing: float) -> None:
        super().__init__(document)
        self._spacing = spacing
        self._pitch = 0.0
        self._kept: tuple[int, QRectF] | None = None
        self._changing = False
        self.font_changed()

    @property
    def pitch(self) -> float:
        """The distance from line to line, in pixels."""
        return self._pitch

    def set_spacing(self, spacing: float) -> None:
        """Change the factor; what depends on the document's font is taken into account anew, too."""
        self._spacing = spacing
        self.font_changed()

    def font_changed(self) -> None:
        """Take the document's font into account; its lines are moved when they are next asked for."""
        font = self.document().defaultFont()
        metrics = QFontMetricsF(font)
        self._pitch = float(round(max(font.pixelSize() * self._spacing, metrics.height())))
        self.requestUpdate()

    def keep_height(self, block: QTextBlock) -> None:
        """Remember the rectangle of a block that changes: Qt asks for it before it lays the block out anew, and the
        block's new formats have taken its old lines away, so that it would be laid out twice.
        """
        self._kept = None
        if block.layout().lineCount():
            self._kept = block.blockNumber(), self.blockBoundingRect(block)

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802  Qt's name
        """Lay the changed blocks out anew.

        Qt asks for the old rectangle only where it takes a change for one within a line, which depends on `removed` and
        `added` together. A remembered rectangle must not outlive this call: whoever got it later would draw a block
        that has no lines.
        """
        self._changing = True
        try:
            super().documentChanged(start, removed, added)
        finally:
            self._changing, self._kept = False, None

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802  Qt's name
        """The block's rectangle, its lines moved to their rows on the way."""
        if self._changing and self._kept is not None:
            number, kept = self._kept
            self._kept = None
            if number == block.blockNumber():
                return kept
        rect: QRectF = super().blockBoundingRect(block)
        if not rect.height():  # none, or hidden
            return rect
        layout, pitch = block.layout(), self._pitch
        count = layout.lineCount()
        last = layout.lineAt(count - 1)
        if last.y() != (count - 1) * pitch + (pitch - last.height()) / 2:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), number * pitch + (pitch - line.height()) / 2))
        rect.setHeight(count * pitch)
        return rect
