"""How a row of the library is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.library.rows import ROW, SECOND
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12


class PostDelegate(QStyledItemDelegate):
    """Draws a title, and below it one quiet line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """Two lines with room around them."""
        return QSize(0, 2 * option.fontMetrics.height() + SPACE_12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        rect: QRect = option.rect.adjusted(SPACE_12, SPACE_4, -SPACE_8, -SPACE_4)
        metrics, palette = option.fontMetrics, option.palette
        painter.save()
        if index.data(ROW) is None:
            self._paint_group(painter, option, index)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.highlight())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, palette.alternateBase())
        line = metrics.height()
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(palette.text().color())
        painter.drawText(QRect(rect.left(), rect.top(), rect.width(), line), Qt.AlignmentFlag.AlignVCenter, title)
        second = str(index.data(SECOND)).replace("\n", " ")
        small = QFont(option.font)
        small.setPixelSize(max(9, option.font.pixelSize() - 1))
        painter.setFont(small)
        painter.setPen(QGuiApplication.palette().placeholderText().color())
        second = metrics.elidedText(second, Qt.TextElideMode.ElideRight, rect.width())
        below = QRect(rect.left(), rect.top() + line, rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, second)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A line between posts: what they have in common, and how many they are."""
        rect: QRect = option.rect.adjusted(SPACE_12, 0, -SPACE_8, -SPACE_4)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(option.palette.text().color())
        number = str(index.data(SECOND))
        room = rect.width() - option.fontMetrics.horizontalAdvance(number) - SPACE_12
        label = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, label)
        painter.setFont(option.font)
        painter.setPen(QGuiApplication.palette().placeholderText().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, number)
