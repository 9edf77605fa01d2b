"""The headings of the text in a list over it: filtered as one types, to go to one, or to drag a section elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import SPACE_4, SPACE_8
from editor.writing.outline import Heading, headings
from editor.writing.sections import put_before

WIDTH, ROWS = 420, 14
_NUMBER = Qt.ItemDataRole.UserRole


class Outline(QFrame):
    """The list, shown over the pane until a heading is chosen or Escape is pressed."""

    def __init__(self, pane: TextPane, document: PostDocument) -> None:
        super().__init__(pane, Qt.WindowType.Popup)
        self._pane, self._document = pane, document
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Headings"))
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Go to heading"))
        self._filter.setAccessibleName(self.tr("Go to heading"))
        self._list = _HeadingList(self)
        self._list.setAccessibleName(self.tr("Headings"))
        self._list.setToolTip(self.tr("Drag a heading to move its section"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._headings: list[Heading] = []
        self._filter.textChanged.connect(self._fill)
        self._filter.installEventFilter(self)
        self._list.itemClicked.connect(self._choose)
        self._list.dropped.connect(self._move)

    def open(self) -> None:
        """Show the headings over the text, the one that the caret stands under marked."""
        self._filter.clear()
        self._read()
        line = self._pane.textCursor().blockNumber() - self._first_line()
        above = [number for number, heading in enumerate(self._headings) if heading.line <= line]
        self._list.setCurrentRow(above[-1] if above else 0)
        self.setFixedWidth(min(WIDTH, self._pane.width()))
        height = self._list.sizeHintForRow(0) if self._headings else 24
        self._list.setFixedHeight(max(1, min(ROWS, len(self._headings))) * height + 2 * self._list.frameWidth())
        self.adjustSize()
        self.move(self._pane.mapToGlobal(self._pane.rect().topLeft()))
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

    def _body_start(self) -> int:
        return self._document.from_qt(self._document.visible_position(0))

    def _first_line(self) -> int:
        return self._document.post.text.count("\n", 0, self._body_start())

    def _read(self) -> None:
        self._headings = headings(self._document.post.text[self._body_start() :])
        self._fill()

    def _fill(self) -> None:
        wanted = self._filter.text().casefold()
        self._list.clear()
        for number, heading in enumerate(self._headings):
            if wanted in heading.title.casefold():
                item = QListWidgetItem("    " * (heading.level - 1) + (heading.title or "—"))
                item.setData(_NUMBER, number)
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setDragEnabled(not wanted and not self._document.read_only)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is not None:
            self._pane.go_to_line(self._first_line() + self._headings[item.data(_NUMBER)].line)

    def _move(self, heading: int, row: int) -> None:
        """A heading was dropped before a row of the whole list."""
        low = self._body_start()
        change = put_before(self._document.post.text[low:], heading, row if row < len(self._headings) else None)
        if change is None:
            return
        edit = change.edit
        self._document.apply(Edit(edit.start + low, edit.end + low, edit.new))
        self._read()
        line = self._document.post.text.count("\n", low, low + change.start)
        self._list.setCurrentRow(next(n for n, one in enumerate(self._headings) if one.line >= line))


class _HeadingList(QListWidget):
    """The list, whose rows can be dragged to other places in it."""

    dropped = Signal(int, int)  # the number of the dragged heading; the row that it was dropped before

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Tell where the dragged heading goes; the list itself is filled anew from the text."""
        dragged = self.currentItem()
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.count()
        if index.isValid():
            below = point.y() > self.visualRect(index).center().y()
            row = index.row() + (1 if below else 0)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged is not None:
            self.dropped.emit(dragged.data(_NUMBER), row)
