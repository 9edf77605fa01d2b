"""Two versions of a text in one pane: the passages that differ, with their lines (− and +)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.ui.theme.tokens import LIGHT, Colours
from editor.writing.compare import Passage, differing, passages

AROUND: Final = 3
"""So many lines that did not change are shown around a passage."""
MAX_SHOWN: Final = 5_000
"""Of a passage with more lines the rest is left out."""
_GREEN: Final = "#3c8a4a"


class ComparedText(QPlainTextEdit):
    """Shows what differs. Attribute `passages`: the differing lines of both texts, in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.colours: Colours = LIGHT
        self.passages: list[Passage] = []
        self._starts: list[int] = []  # the block at which each passage is shown

    def forget(self) -> None:
        """Show nothing."""
        self.clear()
        self.passages, self._starts = [], []

    def compare(self, gone: Sequence[str], come: Sequence[str], *, by_come: bool = True) -> None:
        """Show two texts, as lines.

        Args:
            gone: the lines shown with −. come: those with +.
            by_come: the lines around are those of `come`; else those of `gone`.

        """
        self.forget()
        self.passages = passages(list(gone), list(come))
        around = come if by_come else gone
        cursor, shown = QTextCursor(self.document()), 0
        spans = [passage.new if by_come else passage.old for passage in self.passages]
        firsts = [first for first, _ in spans[1:]] + [len(around)]
        for passage, (first, last), following in zip(self.passages, spans, firsts, strict=False):
            if first - AROUND > shown:
                self._write(cursor, "⋯", self._format(self.colours.dim))
                shown = first - AROUND
            self._write_plain(cursor, around[shown:first])
            self._starts.append(cursor.blockNumber() + (0 if self.document().isEmpty() else 1))
            self._write_passage(cursor, gone[slice(*passage.old)], come[slice(*passage.new)])
            after = min(following, last + AROUND)
            self._write_plain(cursor, around[last:after])
            shown = after
        self.show_passage(0)

    @property
    def current(self) -> int:
        """The passage at the caret, or the one above it."""
        return max(0, bisect_right(self._starts, self.textCursor().blockNumber()) - 1)

    def show_passage(self, at: int) -> None:
        """Bring a passage into sight."""
        if 0 <= at < len(self._starts):
            cursor = QTextCursor(self.document().findBlockByNumber(self._starts[at]))
            self.setTextCursor(cursor)
            self.centerCursor()

    def go(self, step: int) -> None:
        """Show the next passage (1) or the one before (-1)."""
        if self.passages:
            self.show_passage(min(max(0, self.current + step), len(self.passages) - 1))

    def _write_plain(self, cursor: QTextCursor, lines: Sequence[str]) -> None:
        for line in lines:
            self._write(cursor, f"  {line.rstrip(chr(10))}", self._format(self.colours.dim))

    def _write_passage(self, cursor: QTextCursor, gone: Sequence[str], come: Sequence[str]) -> None:
        """The lines that go (−), then those that come (+); within them, the letters that differ."""
        for mark, lines, others, colour in (("−", gone, come, self.colours.problem), ("+", come, gone, _GREEN)):
            for row, line in enumerate(lines[:MAX_SHOWN]):
                plain = line.rstrip("\n")
                other = others[row].rstrip("\n") if row < len(others) else ""
                self._write(cursor, f"{mark} {plain}", self._format(self.colours.text, colour, 30))
                start = cursor.block().position() + 2
                for first, last in differing(plain, other) if other else ():
                    part = QTextCursor(cursor)
                    part.setPosition(start + _utf16(plain[:first]))
                    part.setPosition(start + _utf16(plain[:last]), QTextCursor.MoveMode.KeepAnchor)
                    part.setCharFormat(self._format(self.colours.text, colour, 90))
            if len(lines) > MAX_SHOWN:
                self._write(cursor, f"{mark} ⋯", self._format(self.colours.dim))

    def _write(self, cursor: QTextCursor, line: str, look: QTextCharFormat) -> None:
        if not self.document().isEmpty():
            cursor.insertBlock()
        cursor.insertText(line, look)

    def _format(self, colour: str, background: str = "", alpha: int = 0) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(QColor(colour))
        if background:
            behind = QColor(background)
            behind.setAlpha(alpha)
            look.setBackground(behind)
        return look


def _utf16(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
