"""Ways to see less: the paragraph that is written in sight of the rest, and the caret kept at one height."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.settings import Settings
from editor.ui.text_pane import TextPane
from editor.ui.theme.tokens import Colours

SHARE = 0.45
"""At which part of the pane's height typewriter scrolling keeps the caret."""


class Focus(QObject):
    """Focus mode and typewriter scrolling of one text pane."""

    def __init__(self, pane: TextPane, colours: Colours, settings: Settings) -> None:
        super().__init__(pane)
        self._settings = settings
        self._pane, self._faint = pane, QColor(colours.faint)
        self._focused = self._typewriter = False
        self._shown: tuple[int, int] | None = None
        pane.cursorPositionChanged.connect(self._follow)
        pane.textChanged.connect(self._follow)
        pane.post_document.opened.connect(self._look_anew)

    def set_colours(self, colours: Colours) -> None:
        """Take a theme's colours."""
        self._faint = QColor(colours.faint)
        self._shown = None
        self._follow()

    def _look_anew(self) -> None:
        self._shown = None
        self._follow()

    def do_focus_mode(self, focused: bool) -> None:
        """Show all but the caret's paragraph faintly, or everything again."""
        self._settings.set("focus_mode", focused)
        self._focused, self._shown = focused, None
        if not focused:
            self._pane.mark("focus", [])
        self._follow()

    def do_typewriter(self, typewriter: bool) -> None:
        """Keep the caret's line at one height, or no longer."""
        self._settings.set("typewriter", typewriter)
        self._typewriter = typewriter
        self._pane.setCenterOnScroll(typewriter)
        self._follow()

    def _follow(self) -> None:
        if self._focused:
            self._show_paragraph()
        if self._typewriter and not self._pane.textCursor().hasSelection():
            self._scroll()

    def _show_paragraph(self) -> None:
        first = last = self._pane.textCursor().block()
        while _goes_on(first.previous(), first):
            first = first.previous()
        while _goes_on(last.next(), last):
            last = last.next()
        here = (first.position(), last.position() + last.length())  # whole lines: a composition makes them longer
        if here == self._shown:
            return
        self._shown = here
        end = self._pane.document().characterCount() - 1
        self._pane.mark("focus", [self._faintly(0, here[0]), self._faintly(min(here[1], end), end)])

    def _faintly(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._pane.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        form = QTextCharFormat()
        form.setForeground(self._faint)
        selection.format = form
        return selection

    def _scroll(self) -> None:
        """By whole lines, as the pane scrolls."""
        pane = self._pane
        height = max(1.0, pane.post_document.layout.pitch)
        wanted = pane.viewport().height() * SHARE
        bar = pane.verticalScrollBar()
        lines = round((pane.cursorRect().top() - wanted) / height)
        if lines:
            bar.setValue(bar.value() + lines)


def _goes_on(block: QTextBlock, neighbour: QTextBlock) -> bool:
    """Whether a neighbouring line belongs to the same paragraph."""
    # Unicode: a line of blanks is empty to the eye
    return block.isValid() and block.isVisible() and bool(block.text().strip()) and bool(neighbour.text().strip())
