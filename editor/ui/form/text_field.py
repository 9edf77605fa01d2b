"""A text field that wraps and grows with its text: title, author, excerpt, and every other key with a text."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from editor.header import Field
from editor.post.values import shown
from editor.text.edit import difference
from editor.text.offsets import utf16_length
from editor.ui.form.field import Composition, FieldEditor
from editor.ui.input_method import in_widget
from editor.ui.pasting import has_files, one_line, plain_text


class GrowingText(QPlainTextEdit):
    """Text without a frame, as high as its lines. Enter ends a text of one line and breaks a longer one."""

    def __init__(self, *, multiline: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.composition = Composition()
        self.on_enter: object = None
        self._multiline = multiline
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802  Qt's name
        """What an input method asks, in this widget's coordinates."""
        return in_widget(self, super().inputMethodQuery(query))

    def text(self) -> str:
        """The text as typed (toPlainText would turn no-break spaces into spaces)."""
        return self.document().toRawText().replace("\u2029", "\n")

    def set_text(self, text: str) -> None:
        """Show another text; what is equal stays, and so does the caret in it."""
        change = difference(self.text(), text)
        if change is None:
            return
        before = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(before[: change.start]))
        cursor.setPosition(utf16_length(before[: change.end]), QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        cursor.insertText(change.new)
        self.blockSignals(False)
        self.fit()

    def fit(self) -> None:
        """Take the height of the lines; those with letters of another font (Japanese) may be higher than the others."""
        lines = max(1, round(self.document().size().height()))
        block, drawn = self.document().begin(), 0.0  # with the document's lower margin
        while block.isValid():
            drawn += self.blockBoundingRect(block).height()
            block = block.next()
        height = max(lines * self.fontMetrics().lineSpacing() + 2 * 2, math.ceil(drawn) + 2) + 6
        if height != self.height():
            self.setFixedHeight(height)
        self.verticalScrollBar().setValue(0)  # Qt scrolls to a line that the height had no room for yet

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Wide by choice, high by need."""
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Lines wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802  Qt's name
        """Note whether a word is being composed."""
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter in a one-line text goes on to the next field; with Shift Qt would write U+2028, which ends no line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._multiline and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif enter and not self._multiline:
            if callable(self.on_enter):
                self.on_enter()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  Qt's name
        """Text; files are for the window, which opens them."""
        return not has_files(source) and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Paste or drop the text; in a field of one line, all of it in one."""
        text = plain_text(source)
        self.insertPlainText(text if self._multiline else one_line(text))
        self.ensureCursorVisible()


class TextField(FieldEditor):
    """A key with a text."""

    def __init__(self, name: str, *, multiline: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = GrowingText(multiline=multiline, parent=self)
        self._text.setAccessibleName(name)
        self._text.on_enter = self.next_wanted.emit
        self._text.fit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.watch(self._text)
        self._text.textChanged.connect(self._changed)
        self._shown = ""

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Show the text."""
        self._unsaved = unsaved
        self._shown = unsaved if unsaved is not None else shown(field.value) if field is not None else ""
        if not self._text.composition.active:
            self._text.set_text(self._shown)

    def commit(self) -> None:
        """Send the text out again."""
        self._send(self._text.text())

    def set_placeholder(self, text: str) -> None:
        """What an empty field shows."""
        self._text.setPlaceholderText(text)

    def set_font(self, font: QFont) -> None:
        """Draw the text in another font."""
        self._text.setFont(font)
        self._text.fit()

    @property
    def text(self) -> str:
        """What the field shows."""
        return self._text.text()

    def _changed(self) -> None:
        text = self._text.text()
        if not self._text.composition.active and text != self._shown:
            self._shown = text
            self._send(text)

    def _send(self, text: str) -> None:
        self.edited.emit(text)


class RawField(FieldEditor):
    """A value that no other field understands: the characters that the file has for it, which may be changed.

    What is typed goes out as `typed`; while it can't be read the post keeps it beside what it had.
    """

    def __init__(self, name: str, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = GrowingText(multiline=True, parent=self)
        self._text.setFont(font)
        self._text.setAccessibleName(name)
        self._text.setToolTip(self.tr("As it is written in the file"))
        self._shown = ""
        self._same = False  # the file says what the field shows, or showed when typing began
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.watch(self._text)
        self._text.textChanged.connect(self._changed)
        self.left.connect(self._show_again)

    def show_raw(self, text: str) -> None:
        """Take the value's characters, as the file has them; `show_field` comes next and shows them."""
        self._same = text in (self._shown, trimmed(self._text.text()))
        self._shown = text

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:  # noqa: ARG002  `show_raw` had it
        """Show the value's characters; spaces and lines at the end of what is being typed stay."""
        self._unsaved = unsaved
        if unsaved is not None or not (self._text.hasFocus() and self._same):
            self._show_again()

    def commit(self) -> None:
        """Send the text out again."""
        self.typed.emit(self._text.text())

    def start_afresh(self) -> None:
        """Show what the file says."""
        super().start_afresh()
        self._show_again()

    @property
    def text(self) -> str:
        """What the field shows."""
        return self._text.text()

    def _changed(self) -> None:
        if not self._text.composition.active:
            self.typed.emit(self._text.text())

    def _show_again(self) -> None:
        if not self._text.composition.active:
            self._text.set_text(self._unsaved if self._unsaved is not None else self._shown)


class LineOfText(TextField):
    """A key whose text has to be read as something else (a number): what is typed goes out as `typed`."""

    def _send(self, text: str) -> None:
        self.typed.emit(text)


def trimmed(text: str) -> str:
    """Return what is typed into a raw field without the spaces and line ends after it."""
    return text.rstrip(" \t\n")
