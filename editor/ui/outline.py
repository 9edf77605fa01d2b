"""The headings of the text in a list over it: filtered as one types, to go to one, or to drag a section elsewhere.

They are found by a worker process; keys that are pressed before they are there count once they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.language import tr
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.plain_text import ListRow
from editor.ui.stopped import reason
from editor.ui.tasks import Lane, Tasks
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import SPACE_4, SPACE_8
from editor.writing.outline import Heading

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

WIDTH, ROWS = 420, 14
_NUMBER = Qt.ItemDataRole.UserRole
_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        self._tasks = Tasks(self, Lane.PROMPT)
        self._reading = False
        self._early: list[int] = []  # keys for the list that were pressed before the headings were there
        self._filter.textChanged.connect(self._filtered)
        self._filter.installEventFilter(self)
        self._list.itemClicked.connect(self._choose)
        self._list.dropped.connect(self._move)

    @property
    def is_reading(self) -> bool:
        """Whether the headings are still being found."""
        return self._reading

    def open(self) -> None:
        """Show the headings over the text, the one that the caret stands under marked."""
        self._filter.clear()
        self._headings = []
        self._fill()
        self._read(self._mark_caret)
        self._fit()
        self.move(self._pane.mapToGlobal(self._pane.rect().topLeft()))
        self.show()
        self._filter.setFocus()

    def _mark_caret(self) -> None:
        line = self._pane.textCursor().blockNumber() - self._first_line()
        above = [number for number, heading in enumerate(self._headings) if heading.line <= line]
        if not self._filter.text():
            self._list.setCurrentRow(above[-1] if above else 0)
        self._fit()

    def _fit(self) -> None:
        """As wide as it may be, as high as its list needs."""
        self.setFixedWidth(min(WIDTH, self._pane.width()))
        height = self._list.sizeHintForRow(0) if self._headings else 24
        self._list.setFixedHeight(max(1, min(ROWS, len(self._headings))) * height + 2 * self._list.frameWidth())
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Arrows walk the list while one types in the line above it."""
        pressed = watched is self._filter and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _OF_THE_LIST:
            if self._reading:
                self._early.append(event.key())
            else:
                self._press(event.key())
            return True
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentItem())
        else:
            row = self._list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Nobody waits for the headings any more."""
        self._tasks.forget("headings")
        self._reading = False
        super().hideEvent(event)

    def _body_start(self) -> int:
        return self._document.from_qt(self._document.visible_position(0))

    def _first_line(self) -> int:
        return self._document.post.text.count("\n", 0, self._body_start())

    def _read(self, then: Callable[[], None]) -> None:
        """Have the headings found; `then` is called once the list has them."""
        self._reading, self._early = True, []
        request = {"task": "headings", "text": self._document.post.text[self._body_start() :]}
        self._tasks.ask("headings", request, partial(self._take, then))

    def _take(self, then: Callable[[], None], answer: Answer) -> None:
        self._reading = False
        self._headings = [Heading(*one) for one in answer.result.get("headings", ())]
        self._fill()
        if answer.stop is not None:
            told = ListRow(tr("The headings were not found: {0}").format(reason(answer)))
            told.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(told)
        then()
        for key in self._early:
            self._press(key)
        self._early = []

    def _filtered(self) -> None:
        self._early = []
        self._fill()

    def _fill(self) -> None:
        wanted = self._filter.text().casefold()
        self._list.clear()
        for number, heading in enumerate(self._headings):
            if wanted in heading.title.casefold():
                item = ListRow("    " * (heading.level - 1) + (heading.title or "—"))
                item.setData(_NUMBER, number)
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setDragEnabled(not wanted and not self._document.read_only)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.hide()
        self._pane.window().activateWindow()  # no key press that closes a popup does it where the headings came late
        if item is not None and item.data(_NUMBER) is not None:
            self._pane.go_to_line(self._first_line() + self._headings[item.data(_NUMBER)].line)

    def _move(self, heading: int, row: int) -> None:
        """A heading was dropped before a row of the whole list."""
        low, text = self._body_start(), self._document.post.text
        before = row if row < len(self._headings) else None
        request = {"task": "put_section", "text": text[low:], "heading": heading, "before": before}
        self._tasks.ask("move", request, partial(self._take_move, text, low))

    def _take_move(self, text: str, low: int, answer: Answer) -> None:
        if "edit" not in answer.result or self._document.post.text != text:
            return
        start, end, new = answer.result["edit"]
        self._document.apply(Edit(start + low, end + low, new))
        self._read(partial(self._mark_line, low, answer.result["start"]))

    def _mark_line(self, low: int, start: int) -> None:
        """Mark the heading that was moved."""
        line = self._document.post.text.count("\n", low, low + start)
        self._list.setCurrentRow(next((n for n, one in enumerate(self._headings) if one.line >= line), 0))


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
