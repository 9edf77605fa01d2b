"""Keys that mean more than a character: Enter, Tab, Backspace in a pair, brackets and quotes around a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from editor.text.edit import Edit
from editor.writing import keys, pairs
from editor.writing.change import Change

if TYPE_CHECKING:
    from editor.ui.text_pane import TextPane

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TextKeys:
    """Handles these keys in one text pane.

    Attributes:
        auto_pairs: brackets and quotes that are typed come in pairs.
        nesting: the least number of spaces that nests a list in the blog's markdown.

    """

    def __init__(self, pane: TextPane) -> None:
        self._pane = pane
        self.auto_pairs = True
        self.nesting = 0

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that types no character by itself; False when Qt should do what it does with it."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(modifiers)
        if key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and modifiers == _SHIFT):
            self._tab(back=True)
            return True
        if key == Qt.Key.Key_Tab and modifiers == _NO_MODIFIER:
            return self._tab(back=False) or self._pane.textCursor().hasSelection()  # Qt would replace the selection
        return key == Qt.Key.Key_Backspace and modifiers == _NO_MODIFIER and self._erase_pair()

    def pair(self, mark: str) -> bool:
        """Handle a bracket or quote that is typed; False when it is just a character."""
        if not self.auto_pairs or mark not in pairs.MARKS:
            return False
        in_line = not self._pane.textCursor().hasSelection()
        if in_line and self._pane.in_code:
            return False
        return self._pane.change(lambda text, start, end: pairs.typed(text, start, end, mark), in_line=in_line)

    def committed(self, mark: str) -> bool:
        """Handle a bracket or quote from an input method: it goes around the selection, if there is one."""
        return mark in pairs.AROUND and self._pane.textCursor().hasSelection() and self.pair(mark)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _SHIFT:  # Qt would write U+2028, which ends no line in a file
            return self._pane.change(lambda _, start, end: Change.at(Edit(start, end, "\n"), start + 1))
        if modifiers != _NO_MODIFIER or self._pane.textCursor().hasSelection():
            return False
        return self._pane.change(lambda text, at, _: keys.enter(text, at))

    def _tab(self, *, back: bool) -> bool:
        width = self._pane.look.tab
        return self._pane.change(
            lambda text, start, end: keys.tab(text, start, end, back=back, tab_width=width, nesting=self.nesting)
        )

    def _erase_pair(self) -> bool:
        """Take both marks of an empty pair."""
        if not self.auto_pairs or self._pane.textCursor().hasSelection():
            return False
        return self._pane.change(lambda text, start, _: pairs.erased(text, start), in_line=True)
