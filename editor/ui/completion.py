"""The list of names that fit what is being typed, below the caret: it never takes the focus and goes away by itself.

It opens for letters that are typed, and on Ctrl+Space; never while an input method composes, nor inside of code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.names import Names
from editor.ui.text_pane import TextPane
from editor.writing.change import Change
from editor.writing.completion import Candidate, Request, Wanted, chosen, fitting, is_whole, request

if TYPE_CHECKING:
    from editor.ui.completion_list import NameList

LONGEST = 60
"""What is put in at once and is longer was pasted."""


class Completion(QObject):
    """Watches the pane for names that are being typed, shows the list, and writes what is chosen from it."""

    def __init__(self, pane: TextPane, document: PostDocument, names: Names) -> None:
        super().__init__(pane)
        self._pane, self._document, self._names = pane, document, names
        self._list: NameList | None = None  # made when it is shown first: not at the start of the window
        self._request: Request | None = None
        self._known: tuple[Wanted, list[Candidate]] | None = None
        self._fit: list[Candidate] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        self._typed = False
        document.edited.connect(self._edited)
        document.stepped.connect(self.close)
        document.opened.connect(self.close)
        document.swapped.connect(self.close)
        names.found.connect(self._found)
        pane.cursorPositionChanged.connect(self._moved)
        pane.verticalScrollBar().valueChanged.connect(self.close)

    @property
    def names_shown(self) -> list[str]:
        """What the list shows; nothing while it is closed."""
        return [candidate.label for candidate in self._fit] if self._shown is not None else []

    @property
    def _shown(self) -> NameList | None:
        """The list while it is in sight."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def open(self) -> None:
        """Show what fits at the caret, though nothing was typed."""
        self._typed = True
        self._look()

    def close(self) -> None:
        """Put the list away."""
        self._later.stop()
        self._request, self._known, self._typed = None, None, False
        self._hide()

    def _hide(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._pane.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The keys of the list while it is shown; all others are the text's."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QInputMethodEvent) and event.preeditString():
            self._hide()
        elif self._shown is not None and isinstance(event, QKeyEvent) and not self._pane.is_composing:
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._key(event, self._shown)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent, names: NameList) -> bool:
        if self._pane.textCursor().hasSelection():  # made a moment ago: the key is for the selection
            self.close()
            return False
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        page = names.page
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if plain and key in steps:
            row = names.currentRow() + steps[Qt.Key(key)]
            names.setCurrentRow(min(max(0, row), names.count() - 1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(names.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _edited(self, edit: Edit) -> None:
        """Letters open the list or change what it shows; both once they are drawn."""
        if edit.new and len(edit.new) <= LONGEST and self._pane.hasFocus():
            self._typed = True
        if self._typed or self._request is not None:
            self._later.start()

    def _moved(self) -> None:
        if self._request is not None:
            self._later.start()

    def _found(self) -> None:
        if self._request is not None and self._request.wanted in (Wanted.POST, Wanted.PICTURE):
            self._known = None
            self._typed = True
            self._look()

    def _look(self) -> None:
        """See what is being named at the caret."""
        typed, self._typed = self._typed, False
        cursor, pane = self._pane.textCursor(), self._pane
        quiet = cursor.hasSelection() or pane.is_composing or not pane.hasFocus() or self._document.read_only
        if quiet or pane.in_code or (cursor.position() < self._document.boundary):
            self.close()
            return
        line, at = self._line()
        found = request(line, at)
        same = found is not None and self._request is not None and found.wanted is self._request.wanted
        if found is None or not (typed or same):
            self.close()
            return
        if self._known is None or self._known[0] is not found.wanted or not self._known[1]:
            self._known = found.wanted, self._names.candidates(found.wanted)
        self._request, self._fit = found, fitting(self._known[1], found.typed)
        if not self._fit or is_whole(found, self._fit):
            self._hide()
            return
        if self._shown is None:
            self._pane.installEventFilter(self)  # no longer than it is needed: each event of the pane goes through it
        self._made().show_names(self._fit)

    def _made(self) -> NameList:
        from editor.ui.completion_list import NameList

        if self._list is None:
            self._list = names = NameList(self._pane)
            names.itemClicked.connect(lambda item: self._choose(names.row(item)))
        return self._list

    def _choose(self, row: int) -> None:
        if self._request is None or not 0 <= row < len(self._fit):
            self.close()
            return
        candidate = self._fit[row]
        self.close()
        self._pane.change(lambda line, _, at: _written(line, at, candidate), in_line=True)
        self.close()

    def _line(self) -> tuple[str, int]:
        """The caret's line and the caret in it, in code points."""
        block, document = self._pane.textCursor().block(), self._document
        start = document.from_qt(block.position())
        return block.text(), document.from_qt(self._pane.textCursor().position()) - start


def _written(line: str, at: int, candidate: Candidate) -> Change | None:
    found = request(line, at)
    return chosen(line, found, candidate) if found is not None else None
