"""Problems marked where they stand in the text: a line below, the message in a tip, the mend in the context menu.

They are selections of Qt's, which move with the text until it is looked at again, and cost nothing while one types.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QColor, QHelpEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip

from editor.check.problem import Problem, Severity
from editor.text.offsets import utf16_length
from editor.ui.plain_text import literal, show_tip
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

MAX_MARKED: Final = 200
"""More are listed only."""


class ProblemMarks(QObject):
    """Marks in one pane."""

    def __init__(self, pane: TextPane, icons: Icons, mend: Callable[[Problem], None]) -> None:
        super().__init__(pane)
        self._pane, self._icons, self._mend = pane, icons, mend
        self._marked: list[tuple[QTextCursor, Problem]] = []
        self._added: list[QAction] = []
        pane.menu_opening.connect(self._fill)
        pane.post_document.swapped.connect(lambda: self._keep([]))  # the pane shows none of another post

    def show(self, problems: Sequence[Problem]) -> None:
        """Mark the problems that are about a place in the text."""
        found = [(cursor, one) for one in problems[:MAX_MARKED] if (cursor := self._place(one)) is not None]
        marked = [(cursor.selectionStart(), cursor.selectionEnd(), one) for cursor, one in found]
        known = [(cursor.selectionStart(), cursor.selectionEnd(), one) for cursor, one in self._marked]
        other = any(cursor.document() is not self._pane.document() for cursor, _ in self._marked)
        self._keep(found)
        if marked != known or other:
            self._pane.mark("problems", [self._selection(cursor, one) for cursor, one in found])

    def _keep(self, found: list[tuple[QTextCursor, Problem]]) -> None:
        """The marks are these now; the filter is asked at each event, so it is there only while there are some."""
        if bool(found) != bool(self._marked):
            viewport = self._pane.viewport()
            (viewport.installEventFilter if found else viewport.removeEventFilter)(self)
        self._marked = found

    def at(self, position: int) -> Problem | None:
        """The problem at a place (UTF-16)."""
        inside = (one for cursor, one in self._marked if cursor.selectionStart() <= position <= cursor.selectionEnd())
        return next(inside, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Tell the problem below the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            problem = self.at(self._pane.cursorForPosition(event.pos()).position())
            if problem is None:
                QToolTip.hideText()
            else:
                show_tip(event.globalPos(), problem.message, self._pane)
            return True
        return super().eventFilter(watched, event)

    def _place(self, problem: Problem) -> QTextCursor | None:
        block = self._pane.document().findBlockByNumber(problem.line - 1)
        if not block.isValid() or not block.isVisible() or problem.key:
            return None
        start, end = _span(block, problem)
        if start == end:
            return None
        cursor = QTextCursor(self._pane.document())
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, cursor: QTextCursor, problem: Problem) -> QTextEdit.ExtraSelection:
        colours, hint = self._icons.colours, problem.severity is Severity.HINT
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(cursor)
        style, form = QTextCharFormat.UnderlineStyle, QTextCharFormat()
        form.setUnderlineStyle(style.DotLine if hint else style.WaveUnderline)
        form.setUnderlineColor(QColor(colours.dim if hint else colours.problem))
        selection.format = form
        return selection

    def _fill(self, menu: QMenu, position: int) -> None:
        """Put the problem and its mend at the head of the context menu."""
        for action in self._added:
            menu.removeAction(action)
            action.deleteLater()
        self._added.clear()
        problem = self.at(position)
        if problem is None:
            return
        first = menu.actions()[0] if menu.actions() else None
        texts = [problem.message] + ([problem.fix.label] if problem.fix is not None else [])
        for number, text in enumerate(texts):
            action = QAction(literal(text), menu)
            action.setEnabled(number == 1)
            if number:
                action.triggered.connect(partial(self._mend, problem))
            self._add(menu, first, action)
        line = QAction(menu)
        line.setSeparator(True)
        self._add(menu, first, line)

    def _add(self, menu: QMenu, before: QAction | None, action: QAction) -> None:
        self._added.append(action)
        if before is None:
            menu.addAction(action)
        else:
            menu.insertAction(before, action)


def _span(block: QTextBlock, problem: Problem) -> tuple[int, int]:
    """From where to where in its line a problem is marked, in UTF-16 units; the rest of the line without a length."""
    text = block.text()
    first = problem.column - 1
    last = first + problem.length if problem.length else len(text)
    return utf16_length(text[:first]), utf16_length(text[:last])
