"""Find in the text: as you type, forwards and backwards, around the end, never in the hidden front matter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from editor.ui.document import PostDocument
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import SPACE_8


class FindBar(QFrame):
    """The line below the text."""

    def __init__(self, pane: TextPane, document: PostDocument, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._pane, self._document = pane, document
        self._needle = QLineEdit(self)
        self._needle.setPlaceholderText(self.tr("Find in this post"))
        self._needle.setAccessibleName(self.tr("Find"))
        self._needle.setMinimumWidth(220)
        self._case = QCheckBox(self.tr("Match case"), self)
        self._result = QLabel(self)
        self._result.setObjectName("label")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        row.addWidget(self._needle)
        for icon, tip, slot in (
            ("chevron-up", self.tr("Previous match (Shift+Enter)"), self.find_previous),
            ("chevron-down", self.tr("Next match (Enter)"), self.find_next),
        ):
            row.addWidget(self._button(icons, icon, tip, slot))
        row.addWidget(self._case)
        row.addWidget(self._result, 1)
        row.addWidget(self._button(icons, "x", self.tr("Close (Esc)"), self.close_bar))
        self._needle.textChanged.connect(self._typed)
        self._case.toggled.connect(self._typed)
        self.setVisible(False)

    def open_bar(self) -> None:
        """Show the bar with what is selected in the text."""
        selected = self._pane.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._needle.setText(selected)
        self.setVisible(True)
        self._needle.setFocus()
        self._needle.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.setVisible(False)
        self._pane.setFocus()

    def find_next(self) -> None:
        """Select the next match."""
        self._find(backward=False, start=self._pane.textCursor())

    def find_previous(self) -> None:
        """Select the match before."""
        self._find(backward=True, start=self._pane.textCursor())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter finds on, Shift+Enter back, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.find_previous if backward else self.find_next)()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _button(self, icons: Icons, icon: str, tip: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        return button

    def _typed(self) -> None:
        """Search from the start of what is selected, so that a match grows as its word is typed."""
        cursor = self._pane.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._find(backward=False, start=cursor)

    def _find(self, *, backward: bool, start: QTextCursor) -> None:
        needle = self._needle.text()
        if not needle:
            self._result.clear()
            return
        flags = QTextDocument.FindFlag(0)
        if backward:
            flags |= QTextDocument.FindFlag.FindBackward
        if self._case.isChecked():
            flags |= QTextDocument.FindFlag.FindCaseSensitively
        found, around = self._search(needle, start, flags), False
        if found is None:
            edge = QTextCursor(self._document.qt)
            move = QTextCursor.MoveOperation
            edge.movePosition(move.End if backward else move.Start)
            found, around = self._search(needle, edge, flags), True
        if found is None:
            self._result.setText(self.tr("not found"))
            return
        self._result.setText(self.tr("from the other end") if around else "")
        self._pane.setTextCursor(found)

    def _search(self, needle: str, start: QTextCursor, flags: QTextDocument.FindFlag) -> QTextCursor | None:
        """The next match in the visible text; None when there is none that way."""
        boundary = self._document.boundary
        backward = bool(flags & QTextDocument.FindFlag.FindBackward)
        if not backward and start.selectionStart() < boundary:
            start.setPosition(self._document.visible_position(boundary))
        found = self._document.qt.find(needle, start, flags)
        while not found.isNull() and found.selectionStart() < boundary and not backward:
            found = self._document.qt.find(needle, found, flags)
        return None if found.isNull() or found.selectionStart() < boundary else found
