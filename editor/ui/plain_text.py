"""Texts of strangers on the screen: titles, keys, tags and file names are shown as they are written, as plain text.

Qt reads a text that looks like HTML as HTML ("AutoText"): it would draw `<h1>`, and open the file that an `<img>` names
while the window waits. It takes `&` for the mark of a key. So labels and message boxes are made here, and the style
sheet has `PLAIN_LABELS` for those that Qt makes itself: tool tips, and the labels in its dialogs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QMessageBox, QToolTip, QTreeWidgetItem, QWidget

from editor.text import visible

__all__ = (
    "PLAIN_LABELS",
    "Label",
    "ListRow",
    "MessageBox",
    "TreeRow",
    "lines",
    "literal",
    "one_line",
    "show_tip",
    "window_title",
)

PLAIN_LABELS: Final = "QLabel, QToolTip { qproperty-textFormat: PlainText; }"
"""Qt applies it when it polishes a label, before it measures or draws the text. A tool tip is a label, too."""


LONGEST_LINE: Final = 1_000
LONGEST: Final = 10_000
"""How many characters of a text are shown: Qt needs seconds to measure a word of 40,000."""


def one_line(text: str) -> str:
    """Return a name, title or value as one line in which every character is seen; a very long one is cut."""
    return visible.one_line(_cut(text, LONGEST_LINE))


def lines(text: str) -> str:
    """Return a text of several lines in which every character is seen; a very long one is cut."""
    return visible.lines(_cut(text, LONGEST))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def literal(text: str) -> str:
    """Return a text for a button, a menu or a tab: one visible line, in which `&` is a letter."""
    return one_line(text).replace("&", "&&")


def window_title(name: str) -> str:
    """Return a name for a window's title, where `[*]` stands for the mark of changes that are not saved."""
    return one_line(name).replace("[*]", "[*][*]")


class Label(QLabel):
    """A label with plain text; characters that would turn the order of others are seen as escapes."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show a text of one line or several."""
        super().setText(lines(text))


class MessageBox(QMessageBox):
    """A question or a word that must be answered, in plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Ask."""
        super().setText(lines(text))

    def setInformativeText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Say more, below the question."""
        super().setInformativeText(lines(text))


class TreeRow(QTreeWidgetItem):
    """A row of a tree: each text on one visible line."""

    def __init__(self, texts: Iterable[str]) -> None:
        super().__init__([one_line(text) for text in texts])

    def setToolTip(self, column: int, text: str) -> None:  # noqa: N802  Qt's name
        """Tell more of a column."""
        super().setToolTip(column, lines(text))


class ListRow(QListWidgetItem):
    """A row of a list: one visible line."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))


def show_tip(place: QPoint, text: str, widget: QWidget | None = None) -> None:
    """Show a tool tip at a place of the screen."""
    QToolTip.showText(place, lines(text), widget)
