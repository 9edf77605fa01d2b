"""Marks for characters that are not seen: traps always, spaces and line ends when the writer wants to see them.

They are drawn over the text that is painted, only for lines that have such characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from editor.ui.theme.tokens import Colours
from editor.writing.marks import ALWAYS

ON_DEMAND: Final = re.compile("[ \t\u3000]")


class InvisibleMarks:
    """Draws the marks of a pane."""

    def __init__(self, pane: QPlainTextEdit, colours: Colours) -> None:
        self._pane = pane
        self.all_shown = False
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Take a theme's colours."""
        self._danger, self._quiet = QColor(colours.problem), QColor(colours.edge)

    def paint(self, block: QTextBlock, offset: QPointF, region: QRect) -> None:
        """Draw the marks of the blocks from one on that touch a region of the viewport."""
        painter: QPainter | None = None
        top = offset.y()
        while block.isValid() and top <= region.bottom():
            height = self._pane.blockBoundingRect(block).height()
            text = block.text() if block.isVisible() and top + height >= region.top() else ""
            plain = text.isascii() and text.isprintable()  # much faster than to search a long line
            if text and (self.all_shown or (not plain and ALWAYS.search(text))):
                painter = painter or QPainter(self._pane.viewport())
                for at, danger in self._places(text):
                    self._mark(painter, block, at, QPointF(offset.x(), top), danger=danger)
            if self.all_shown and block.isVisible() and block.next().isValid():
                painter = painter or QPainter(self._pane.viewport())
                self._line_end(painter, block, QPointF(offset.x(), top))
            top += height
            block = block.next()
        if painter is not None:
            painter.end()

    def _places(self, text: str) -> Iterator[tuple[int, bool]]:
        """Places in UTF-16 units, and whether the mark is always shown."""
        wide = 0
        for at, character in enumerate(text):
            if ALWAYS.match(character):
                yield at + wide, True
            elif self.all_shown and ON_DEMAND.match(character):
                yield at + wide, False
            wide += character > "\uffff"

    def _mark(self, painter: QPainter, block: QTextBlock, at: int, offset: QPointF, *, danger: bool) -> None:
        rect = _character_rect(block, at, offset)
        if rect is None:
            return
        painter.setPen(QPen(self._danger if danger else self._quiet, 1))
        if danger:
            middle = rect.center().x()
            if rect.width() >= 3:
                painter.drawRect(rect.adjusted(0.5, 2.5, -0.5, -2.5))
            else:
                painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom()))
                painter.drawLine(QPointF(middle - 3, rect.top()), QPointF(middle + 3, rect.top()))
        elif block.text()[at : at + 1] == "\t":
            y = rect.center().y()
            painter.drawLine(QPointF(rect.left() + 2, y), QPointF(rect.right() - 2, y))
            painter.drawLine(QPointF(rect.right() - 5, y - 3), QPointF(rect.right() - 2, y))
            painter.drawLine(QPointF(rect.right() - 5, y + 3), QPointF(rect.right() - 2, y))
        elif rect.width() >= 10:  # a full-width space
            painter.drawRect(rect.adjusted(2.5, 4.5, -2.5, -4.5))
        else:
            painter.setBrush(self._quiet)
            painter.drawEllipse(rect.center(), 1.0, 1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _line_end(self, painter: QPainter, block: QTextBlock, offset: QPointF) -> None:
        rect = _character_rect(block, block.length() - 1, offset)
        if rect is not None:
            painter.setPen(QPen(self._quiet, 1))
            x, y = rect.left() + 4, rect.center().y()
            painter.drawLine(QPointF(x, y + 3), QPointF(x + 8, y + 3))
            painter.drawLine(QPointF(x + 8, y - 4), QPointF(x + 8, y + 3))
            painter.drawLine(QPointF(x, y + 3), QPointF(x + 3, y))
            painter.drawLine(QPointF(x, y + 3), QPointF(x + 3, y + 6))


def _character_rect(block: QTextBlock, at: int, offset: QPointF) -> QRectF | None:
    """Where a character is drawn; of no width at a line's end."""
    line = block.layout().lineForTextPosition(at)
    if not line.isValid():
        return None
    left, right = (_x(line, place) for place in (at, at + 1))
    return QRectF(offset.x() + left, offset.y() + line.y(), max(0.0, right - left), line.height())


def _x(line: QTextLine, at: int) -> float:
    """Where a place of a line is; Qt gives the place back with it."""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)
