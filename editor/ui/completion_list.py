"""How the names that fit are shown at the caret."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from editor.ui.plain_text import ListRow, one_line
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from editor.writing.completion import Candidate

ROWS, WIDTH = 8, 440
_DETAIL = Qt.ItemDataRole.UserRole


class NameList(QListWidget):
    """The names, below the caret or above it; it never takes the focus."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.page = ROWS  # how many names Page Up and Page Down go
        self.setObjectName("completion")
        self.setAccessibleName(self.tr("Names that fit"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_NameDelegate(self))
        self.hide()

    def show_names(self, names: list[Candidate]) -> None:
        """Show names below the caret, or above it where there is no room; the first one is chosen."""
        self.clear()
        for name in names:
            item = ListRow(name.label)
            item.setData(_DETAIL, one_line(name.detail))
            self.addItem(item)
        self.setCurrentRow(0)
        pane = self._pane
        caret = pane.cursorRect().translated(pane.viewport().pos())
        height = min(len(names), ROWS) * self.sizeHintForRow(0) + 2 * self.frameWidth()
        width = min(WIDTH, pane.width() - 2 * SPACE_12)
        left = min(max(SPACE_12, caret.left() - SPACE_8), pane.width() - width - SPACE_12)
        below = caret.bottom() + SPACE_4
        top = below if below + height <= pane.height() else max(0, caret.top() - SPACE_4 - height)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()


class _NameDelegate(QStyledItemDelegate):
    """A name, and at the right end, in the quiet colour, what tells it from others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """One line with room around it."""
        return QSize(0, option.fontMetrics.height() + SPACE_8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        rect: QRect = option.rect.adjusted(SPACE_8, 0, -SPACE_8, 0)
        palette: QPalette = option.palette
        metrics = option.fontMetrics
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.highlight())
        detail = metrics.elidedText(str(index.data(_DETAIL) or ""), Qt.TextElideMode.ElideMiddle, rect.width() // 2)
        painter.setPen(QGuiApplication.palette().placeholderText().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        rect.setRight(rect.right() - (metrics.horizontalAdvance(detail) + SPACE_12 if detail else 0))
        label = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(palette.text().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.restore()
