"""What every field of the form is: a widget that shows a key's value and tells when the writer changed it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.header import Field, Value
from editor.post.values import shown
from editor.ui.pasting import has_files, one_line

MOST = 2**30
"""How many characters a line of text takes; by itself Qt cuts off what is longer than 32,767."""
_LINE_END = re.compile("[\n\r\u2028\u2029]")
_FOCUS_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
PAUSE_MS = 2_000
"""After this long without a change, the next change is an undo step of its own."""


class FieldEditor(QWidget):
    """Base of the form's fields.

    A field never keeps a value of its own: it emits `edited` or `typed`, and shows what the header says afterwards; or,
    where the header does not take it, the text that the open post keeps for the field.
    """

    edited = Signal(object)  # the new Value
    typed = Signal(str)  # text that has to be read as the key's kind first (dates, numbers)
    begun = Signal(str)  # text that is to become a part of the value; "" when it is gone again
    revert_wanted = Signal()  # Escape: the field's unsaved text is to go
    left = Signal()  # the focus went elsewhere
    next_wanted = Signal()  # Enter in a field of one line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsaved: str | None = None
        self._visit = object()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.start_visit)

    @property
    def visit(self) -> object:
        """Changes that share a visit share an undo step."""
        self._pause.start()
        return self._visit

    def start_visit(self) -> None:
        """From now on changes belong to a new undo step."""
        self._visit = object()

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Show a key's value.

        Args:
            field: None for a key that the header does not have.
            unsaved: text that is shown in place of the value, for the post does not have it.

        """
        raise NotImplementedError

    def text_of(self, value: Value) -> str | None:
        """Return the text that stands for a value which was refused; None when nothing was typed for it."""
        return shown(value)

    def commit(self) -> None:
        """Send the field's unsaved text out again: the post may take it now."""

    def start_afresh(self) -> None:
        """Forget what is being typed: another post is shown, or the user takes it back."""
        self._unsaved = None

    def end_composition(self) -> None:
        """Make what an input method is composing a part of the text: another post is about to be shown."""
        widget, composition = self.focusProxy(), self._composition
        if widget is not None and composition.active:
            QGuiApplication.inputMethod().commit()
            if composition.active:  # no input method has answered
                event = QInputMethodEvent()
                event.setCommitString(composition.preedit)
                QCoreApplication.sendEvent(widget, event)

    @property
    def _composition(self) -> Composition:
        composition = getattr(self.focusProxy(), "composition", None)
        return composition if isinstance(composition, Composition) else Composition()

    def watch(self, widget: QWidget) -> None:
        """Keep a child from undoing by itself, and notice when the focus comes and goes."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Leave undo and redo to the window, whose stack holds the form's edits too. Escape takes refused text back."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_or_redo(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and is_undo_or_redo(event):
            return True  # the window has nothing to undo: a line of text would undo its own typing, unsaved text too
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and self._unsaved is not None and not self._composition.active:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.revert_wanted.emit()
                return True
        if event.type() == QEvent.Type.FocusIn:
            self.start_visit()
        elif event.type() == QEvent.Type.FocusOut:
            if isinstance(event, QFocusEvent) and event.reason() not in _FOCUS_COMES_BACK:
                self.end_composition()  # Qt has asked the input method; without an answer the word would be lost
            self.start_visit()
            self.left.emit()
        return super().eventFilter(watched, event)


def is_undo_or_redo(event: QEvent) -> bool:
    """Whether a key event is the platform's undo or redo."""
    standard = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(standard.Undo) or event.matches(standard.Redo))


class Composition:
    """Whether an input method is in the middle of a word. Its Enter and its half words are no answers."""

    def __init__(self) -> None:
        self.preedit = ""

    @property
    def active(self) -> bool:
        """Whether there is a word that is not finished."""
        return bool(self.preedit)

    def follow(self, event: QInputMethodEvent) -> None:
        """Take an input method's event into account."""
        self.preedit = event.preeditString()


class ComposedLine(QLineEdit):
    """A line of text that knows whether an input method is at work in it, and cuts off nothing that is pasted."""

    def __init__(self, parent: QWidget, *, joins_lines: bool = True) -> None:
        """Make an empty line.

        Args:
            joins_lines: lines that are pasted become one; else they stay, for whoever reads the text.

        """
        super().__init__(parent)
        self.composition = Composition()
        self.setMaxLength(MOST)
        if joins_lines:
            self.setValidator(_OneLine(self))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802  Qt's name
        """Note whether a word is being composed."""
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Leave files to the window, which opens them."""
        if has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class _OneLine(QValidator):
    """Takes every text, without its line ends."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return the text in one line, and where the caret is in it."""
        joined = one_line(text) if _LINE_END.search(text) else text
        return QValidator.State.Acceptable, joined, min(position, len(joined))
