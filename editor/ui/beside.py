"""A second text beside the one that is written: a translation, to read; it scrolls along with the text pane."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from editor.ui.plain_text import Label, one_line
from editor.ui.text_look import TextLook
from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_24
from editor.writing.outline import headings


class Beside(QWidget):
    """The text of another post, read-only."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self._title = Label("", self)
        self._title.setObjectName("label")
        close = QToolButton(self)
        close.setIcon(icons.icon("x"))
        close.setToolTip(self.tr("Close the translation"))
        close.setAccessibleName(self.tr("Close the translation"))
        close.clicked.connect(self.closed)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(self.tr("Translation"))
        self._there: list[int] = []  # lines of its headings
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_24, SPACE_12, SPACE_12, SPACE_4)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)

    def show_text(self, name: str, body: str, look: TextLook) -> None:
        """Show a text.

        Args:
            name: of the post, with its language.
            look: that of the text pane.

        """
        self._title.setText(one_line(name))
        font = look.font()
        self.text.setFont(font)
        self.text.document().setDocumentMargin(SPACE_24)
        self.text.setTabStopDistance(look.tab * QFontMetricsF(font).horizontalAdvance(" "))
        self.text.setPlainText(body.strip("\n"))
        self._there = [heading.line for heading in headings(self.text.toPlainText())]

    def follow(self, text: str, line: int, height: float) -> None:
        """Scroll to the same place.

        Args:
            text: what is written in the other pane; line: the line there that is worked at, from 0.
            height: of the line in the pane, 0 to 1.

        """
        here = [heading.line for heading in headings(text)]
        lines_here, lines_there = text.count("\n") + 1, self.text.blockCount()
        there = _same_place(line, [*here, lines_here], [*self._there, lines_there])
        block = self.text.document().findBlockByNumber(min(there, lines_there - 1))
        bar = self.text.verticalScrollBar()
        bar.setValue(round(block.firstLineNumber() - height * bar.pageStep()))


def _same_place(line: int, here: list[int], there: list[int]) -> int:
    """A line of the other text: within the same section where both have the same number of them, else in proportion."""
    if len(here) != len(there):
        here, there = here[-1:], there[-1:]
    at = bisect_right(here[:-1], line)
    first_here, first_there = (here[at - 1], there[at - 1]) if at else (0, 0)
    share = (line - first_here) / max(1, here[at] - first_here)
    return round(first_there + share * (there[at] - first_there))
