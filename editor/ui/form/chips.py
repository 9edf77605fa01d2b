"""Lists as chips: type and press Enter or comma to add, Backspace to take the last one off, arrows to go between
them, Alt with an arrow or the mouse to reorder; completion from the words the blog uses, with how often.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QCompleter, QToolButton, QVBoxLayout, QWidget

from editor.header import Field, Value
from editor.post.values import texts
from editor.ui.form.field import ComposedLine, FieldEditor
from editor.ui.form.flow import FlowLayout
from editor.ui.plain_text import literal, one_line
from editor.ui.theme.fonts import scaled

_MIME = "application/x-postwright-chip"
WIDEST = 320
"""How wide an item is shown at most, in pixels; its tool tip has all of it."""
_COMMAS = (",", "、", "，", "\n", "\r", "\t", "\u2028", "\u2029")
"""What stands between words: typed, or pasted from a list or a spreadsheet."""
_SPACES = " \t\n\u3000"
"""What stands around a word without being a part of it; an input method's space is as easily typed as the other."""


class Chip(QToolButton):
    """One item. A click or Delete removes it; dragging moves it."""

    def __init__(self, text: str, owner: ChipsField) -> None:
        super().__init__(owner)
        self.item = text
        self._owner = owner
        self._pressed = QPoint()
        self.setObjectName("chip")
        shown = self.fontMetrics().elidedText(one_line(text), Qt.TextElideMode.ElideMiddle, scaled(WIDEST))
        self.setText(literal(f"{shown}  ×"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(one_line(text))
        self.setToolTip(self.tr("Click or press Delete to remove “{0}”; drag it to reorder").format(one_line(text)))
        self.clicked.connect(lambda: owner.remove(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrows walk, with Alt they move the chip, Delete and Backspace remove it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            moves = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self._owner.move if moves else self._owner.walk)(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.remove(self)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """A drag may start here."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Start a drag once the mouse has gone far enough."""
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far:
            self.setDown(False)
            drag, data = QDrag(self), QMimeData()
            data.setData(_MIME, self.item.encode("utf-8"))
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            self._owner.dragged = self
            drag.exec(Qt.DropAction.MoveAction)
            self._owner.dragged = None
        else:
            super().mouseMoveEvent(event)


class ChipsField(FieldEditor):
    """A key with a list of texts. Each change goes out as the whole new list; the header makes it the least edit."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dragged: Chip | None = None
        self._items: list[object] = []
        self._adding: str | None = None  # the text that a change adds to the list
        self._chips: list[Chip] = []
        self._box = QWidget(self)
        self._box.setObjectName("chips")
        self._box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._input = ComposedLine(self._box, joins_lines=False)
        self._input.setObjectName("chipInput")
        self._input.setPlaceholderText(placeholder)
        self._input.setAccessibleName(name)
        self._input.setMinimumWidth(scaled(110))
        self._flow = FlowLayout(self._box)
        self._flow.addWidget(self._input)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._box)
        self.setFocusProxy(self._input)
        self.setAcceptDrops(True)
        self.watch(self._input)
        self._input.textEdited.connect(self._typed)
        self._words = QStandardItemModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._completer.activated.connect(self._completed)
        self._input.setCompleter(self._completer)

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Show the list's items; the text being typed stays."""
        self._unsaved = unsaved
        if unsaved is not None and unsaved != self._input.text() and not self._input.composition.active:
            self._input.setText(unsaved)
        self._items = list(field.value) if field is not None and isinstance(field.value, list) else []
        wanted = texts(field.value) if field is not None else []
        if [chip.item for chip in self._chips] == wanted:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(text, self) for text in wanted]
        for number, chip in enumerate(self._chips):
            self.watch(chip)
            self._flow.insert_widget(number, chip)
            chip.show()
        self.updateGeometry()

    def text_of(self, value: Value) -> str | None:  # noqa: ARG002  the list without the words is in the post
        """Return the text that was not added; None when an item was to be moved or removed."""
        return self._adding

    def commit(self) -> None:
        """Add what is typed, as Enter does."""
        self._add_typed(self._input.text())

    def start_afresh(self) -> None:
        """Forget the word that is being typed."""
        super().start_afresh()
        self._input.clear()

    def set_words(self, words: Mapping[str, int]) -> None:
        """What to complete from: each word with how often the blog uses it."""
        self._words.clear()
        for word, times in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])):
            row = QStandardItem(one_line(f"{word}  ({times})"))
            row.setData(word, Qt.ItemDataRole.UserRole)
            self._words.appendRow(row)

    @property
    def chips(self) -> list[Chip]:
        """The chips in order."""
        return list(self._chips)

    def remove(self, chip: Chip) -> None:
        """Take an item off the list."""
        index = self._chips.index(chip)
        self._input.setFocus()
        self._emit(self._items[:index] + self._items[index + 1 :])

    def move(self, chip: Chip, step: int) -> None:
        """Move an item by one place."""
        index = self._chips.index(chip)
        self._move_to(index, min(max(index + step, 0), len(self._chips) - 1))

    def walk(self, chip: Chip, step: int) -> None:
        """Put the focus on the neighbour of a chip; after the last one comes the input."""
        index = self._chips.index(chip) + step
        (self._chips[index] if 0 <= index < len(self._chips) else self._input).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The input's keys; the frame follows the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._box.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self._box.style().unpolish(self._box)
            self._box.style().polish(self._box)
            if watched is self._input and event.type() == QEvent.Type.FocusOut and not self._popup_shown():
                self._add_typed(self._input.text())
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._input and pressed and self._key(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Chips of this field may be dropped on it."""
        if self.dragged is not None and event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Put the dragged chip before the one under the mouse."""
        if self.dragged is None:
            return
        point = self._box.mapFrom(self, event.position().toPoint())
        index = self._chips.index(self.dragged)
        before = next(
            (
                number
                for number, chip in enumerate(self._chips)
                if point.y() < chip.geometry().bottom() and point.x() < chip.geometry().center().x()
            ),
            len(self._chips),
        )
        event.acceptProposedAction()
        self._move_to(index, before - 1 if before > index else before)

    def _key(self, event: QKeyEvent) -> bool:
        if self._input.composition.active:
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self._popup_shown():
            if self._input.text().strip(_SPACES):
                self._add_typed(self._input.text())
            else:
                self.next_wanted.emit()
            return True
        at_start = self._input.cursorPosition() == 0 and not self._input.hasSelectedText()
        if at_start and self._chips and event.key() == Qt.Key.Key_Backspace:
            self.remove(self._chips[-1])
            return True
        if at_start and self._chips and event.key() == Qt.Key.Key_Left:
            self._chips[-1].setFocus()
            return True
        return False

    def _typed(self, text: str) -> None:
        if self._input.composition.active:
            return
        if any(comma in text for comma in _COMMAS):
            self._add_typed(text)
        else:
            self.begun.emit(text if text.strip(_SPACES) else "")

    def _completed(self, word: object) -> None:
        # The completer puts its word into the input after this signal: add it, then clear what it put there.
        if isinstance(word, str):  # the signal's other form carries an index of the list
            self._add(word, [word])
            self._input.setText(self._unsaved or "")

    def _popup_shown(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def _add_typed(self, text: str) -> None:
        parts = text
        for comma in _COMMAS[1:]:
            parts = parts.replace(comma, ",")
        self._add(text, parts.split(","))

    def _add(self, text: str, words: Sequence[str]) -> None:
        """Add words to the list; while they are refused, the text that they come from stays."""
        if self._adding is not None:
            return
        new = [word.strip(_SPACES) for word in words if word.strip(_SPACES)]
        have = {chip.item for chip in self._chips}
        fresh = [word for word in dict.fromkeys(new) if word not in have]
        if fresh:
            self._adding = text
            self._emit([*self._items, *fresh])
            self._adding = None
        else:
            self.begun.emit("")
        if self._unsaved is None:
            self._input.clear()

    def _move_to(self, index: int, target: int) -> None:
        items = list(self._items)
        items.insert(target, items.pop(index))
        if items != self._items:
            self._emit(items)
            self._chips[target].setFocus()

    def _emit(self, items: list[object]) -> None:
        self.start_visit()  # each chip is an undo step of its own
        self.edited.emit(items)
