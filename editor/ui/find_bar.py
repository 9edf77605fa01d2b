"""Find and replace in the text: as you type, around the end, never in the hidden front matter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.plain_text import Label
from editor.ui.speaking import counted
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import hint
from editor.ui.theme.tokens import SPACE_4, SPACE_8

if TYPE_CHECKING:
    from editor.writing.search import Match, Query

LINE_WIDTH = 140
"""The least width of a line to type in."""


class FindBar(QFrame):
    """The lines below the text."""

    def __init__(self, pane: TextPane, document: PostDocument, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._pane, self._document = pane, document
        self._needle = self._line(self.tr("Find in this post"), self.tr("Find"))
        self._new = self._line(self.tr("Replace with"), self.tr("Replace with"))
        self._result = Label("", self)
        self._result.setObjectName("label")
        self._switches = {
            "case": self._switch("Aa", self.tr("Match case")),
            "word": self._switch("|W|", self.tr("Whole words")),
            "pattern": self._switch(".*", self.tr("Regular expression; \\1 in the replacement is its first group")),
            "width": self._switch("Ａ=A", self.tr("Full- and half-width characters are the same")),
        }
        self._replace = self._push(self.tr("Replace"), self.replace_one)
        self._replace_all = self._push(self.tr("Replace all"), self.replace_every)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        grid.setSpacing(SPACE_4)
        first, second = QHBoxLayout(), QHBoxLayout()
        for icon, tip, slot in (
            ("chevron-up", self.tr("Previous match (Shift+Enter)"), self.find_previous),
            ("chevron-down", self.tr("Next match (Enter)"), self.find_next),
        ):
            first.addWidget(self._button(icons, icon, tip, slot))
        for switch in self._switches.values():
            first.addWidget(switch)
        first.addWidget(self._result, 1)
        first.addWidget(self._button(icons, "x", self.tr("Close (Esc)"), self.close_bar))
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        second.addStretch(1)
        grid.addWidget(self._needle, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.setColumnStretch(1, 1)
        self._needle.textChanged.connect(self._typed)
        for switch in self._switches.values():
            switch.toggled.connect(self._typed)
        self.setVisible(False)

    def open_bar(self, *, replacing: bool = False) -> None:
        """Show the bar with what is selected in the text."""
        selected = self._pane.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._needle.setText(selected)
        for part in (self._new, self._replace, self._replace_all):
            part.setVisible(replacing)
        self.setVisible(True)
        self._needle.setFocus()
        self._needle.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.setVisible(False)
        self._pane.setFocus()

    def find_next(self) -> None:
        """Select the next match."""
        self._go(backward=False, at=self._selection()[1])

    def find_previous(self) -> None:
        """Select the match before."""
        self._go(backward=True, at=self._selection()[0])

    def replace_one(self) -> None:
        """Replace the match that is selected, and go to the next one."""
        matches, start = self._matches(), self._selection()
        here = next((match for match in matches or () if (match.start, match.end) == start), None)
        if here is not None and self._apply([Edit(here.start, here.end, here.new)]):
            self._select(here.start + len(here.new), here.start + len(here.new))
        self.find_next()

    def replace_every(self) -> None:
        """Replace all matches, as one step to undo."""
        from editor.writing.search import replace_all

        matches = self._matches()
        if matches is None:
            return
        if not matches:
            self._result.setText(self.tr("not found"))
        elif self._apply(replace_all(self._text(), matches)):
            self._result.setText(self.tr("{0} replaced").format(counted(len(matches))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter finds on (in the replacement: replaces), Shift+Enter back, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            forward = self.replace_one if self._new.hasFocus() else self.find_next
            (self.find_previous if backward else forward)()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    # -- parts

    def _line(self, placeholder: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        hint(line, placeholder)
        line.setAccessibleName(name)
        line.setMinimumWidth(LINE_WIDTH)
        return line

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _push(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(slot)
        return button

    def _button(self, icons: Icons, icon: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        return button

    # -- finding; places are code points of the visible text

    def _typed(self) -> None:
        """Search from the start of what is selected, so that a match grows as its word is typed."""
        self._go(backward=False, at=self._selection()[0])

    def _query(self) -> Query:
        from editor.writing.search import Query

        return Query(self._needle.text(), **{name: switch.isChecked() for name, switch in self._switches.items()})

    def _matches(self) -> list[Match] | None:
        """All matches; None, and the reason said, where the pattern can't be used."""
        from editor.writing.search import SearchError, find

        try:
            return find(self._text(), self._query(), self._new.text())
        except SearchError as error:
            self._result.setText(str(error))
            return None

    def _go(self, *, backward: bool, at: int) -> None:
        if not self._needle.text():
            self._result.clear()
            return
        matches = self._matches()
        if matches is None:
            return
        if not matches:
            self._result.setText(self.tr("not found"))
            return
        starts = [match.start for match in matches]
        if backward:
            number = (bisect_left(starts, at) - 1) % len(matches)
        else:
            number = bisect_left(starts, at) % len(matches)
            if matches[number].start == matches[number].end == at:  # an empty match: the caret is there already
                number = bisect_right(starts, at) % len(matches)
        self._select(matches[number].start, matches[number].end)
        self._result.setText(self.tr("{0} of {1}").format(number + 1, counted(len(matches))))

    def _low(self) -> int:
        return self._document.from_qt(self._document.visible_position(0))

    def _text(self) -> str:
        return self._document.post.text[self._low() :]

    def _selection(self) -> tuple[int, int]:
        cursor, low = self._pane.textCursor(), self._low()
        start, end = (self._document.from_qt(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return start - low, end - low

    def _select(self, start: int, end: int) -> None:
        cursor, low = self._pane.textCursor(), self._low()
        cursor.setPosition(self._document.to_qt(start + low))
        cursor.setPosition(self._document.to_qt(end + low), QTextCursor.MoveMode.KeepAnchor)
        self._pane.setTextCursor(cursor)

    def _apply(self, edits: Sequence[Edit]) -> bool:
        if self._document.read_only:
            self._result.setText(self.tr("this file can’t be changed"))
            return False
        low = self._low()
        self._document.apply_all([Edit(edit.start + low, edit.end + low, edit.new) for edit in edits])
        return True
