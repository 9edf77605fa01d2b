"""A layout that sets widgets in rows like words of a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from editor.ui.theme.tokens import SPACE_4


class FlowLayout(QLayout):
    """Left to right, then the next row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; a form asks for the same ones dozens of times
        self.setContentsMargins(2, 2, 2, 2)
        self.setSpacing(SPACE_4)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Add a widget before the one at a place."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        """The item at a place; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        """Take the item at a place out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  Qt's name
        """Never more than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """The height of the rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """An item came, went or has another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  Qt's name
        """Set the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """The least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, row = area.x(), area.y(), 0
        for item in self._items:
            hint = item.sizeHint().expandedTo(item.minimumSize())
            if x > area.x() and x + hint.width() > area.right() + 1:
                x, y, row = area.x(), y + row + self.spacing(), 0
            if move:
                size = QSize(min(hint.width(), area.width()), hint.height())
                item.setGeometry(QRect(QPoint(x, y), size))
            x += hint.width() + self.spacing()
            row = max(row, hint.height())
        return y + row - rect.y() + margins.bottom()
