"""What every field of the form is: a widget that shows a key's value and tells when the writer changed it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.header import Field

PAUSE_MS = 2_000
"""After this long without a change, the next change is an undo step of its own."""


class FieldEditor(QWidget):
    """Base of the form's fields.

    A field never keeps a value of its own: it emits `edited`, and shows what the header says afterwards.
    """

    edited = Signal(object)  # the new Value
    typed = Signal(str)  # text that has to be read as the key's kind first (dates, numbers)
    left = Signal()  # the focus went elsewhere
    next_wanted = Signal()  # Enter in a field of one line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_field(self, field: Field | None) -> None:
        """Show a key's value; None for a key that the header does not have."""
        raise NotImplementedError

    def watch(self, widget: QWidget) -> None:
        """Keep a child from undoing by itself, and notice when the focus comes and goes."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Undo and redo belong to the window, whose stack holds the form's edits too."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_or_redo(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.start_visit()
        elif event.type() == QEvent.Type.FocusOut:
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
        self.active = False

    def follow(self, event: QInputMethodEvent) -> None:
        """Take an input method's event into account."""
        self.active = bool(event.preeditString())


class ComposedLine(QLineEdit):
    """A line of text that knows whether an input method is at work in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802  Qt's name
        """Note whether a word is being composed."""
        self.composition.follow(event)
        super().inputMethodEvent(event)
