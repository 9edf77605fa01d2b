"""Go to a heading: a list that is filtered as one types, over the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.ui.theme.tokens import SPACE_4, SPACE_8
from editor.writing.outline import Heading

WIDTH, ROWS = 420, 14


class Outline(QFrame):
    """The list, shown over a widget until a heading is chosen or Escape is pressed."""

    line_wanted = Signal(int)  # a line of the text, from 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Headings"))
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Go to heading"))
        self._filter.setAccessibleName(self.tr("Go to heading"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Headings"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._headings: list[Heading] = []
        self._filter.textChanged.connect(self._fill)
        self._filter.installEventFilter(self)
        self._list.itemClicked.connect(self._choose)

    def open_over(self, widget: QWidget, headings: list[Heading], line: int) -> None:
        """Show headings over a widget, the one that a line stands under marked."""
        self._headings = headings
        self._filter.clear()
        self._fill()
        above = [number for number, heading in enumerate(headings) if heading.line <= line]
        self._list.setCurrentRow(above[-1] if above else 0)
        self.setFixedWidth(min(WIDTH, widget.width()))
        height = self._list.sizeHintForRow(0) if headings else 24
        self._list.setFixedHeight(max(1, min(ROWS, len(headings))) * height + 2 * self._list.frameWidth())
        self.adjustSize()
        self.move(widget.mapToGlobal(widget.rect().topLeft()))
        self.show()
        self._filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Arrows walk the list while one types in the line above it."""
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        wanted = self._filter.text().casefold()
        self._list.clear()
        for heading in self._headings:
            if wanted in heading.title.casefold():
                item = QListWidgetItem("    " * (heading.level - 1) + (heading.title or "—"))
                item.setData(Qt.ItemDataRole.UserRole, heading.line)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is not None:
            self.line_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
