"""The one module that talks to the user: a calm bar for what happened, a question only where text could be lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QPushButton, QToolButton, QWidget

from editor.language import tr
from editor.ui.announcing import announce
from editor.ui.plain_text import Label, MessageBox, lines
from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import SPACE_8, SPACE_12


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of the message bar."""

    text: str
    do: Callable[[], None]


class MessageBar(QFrame):
    """Says what happened and offers what can be done, above the text, until it is answered or closed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._label = Label("", self)
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)  # else a path without spaces would decide on the window's width
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setIcon(icons.icon("x"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self._closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        self._row.setSpacing(SPACE_8)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._topic = ""
        self._staying = list[tuple[str, Sequence[Choice], str]]()
        self.setVisible(False)

    def say(self, text: str, choices: Sequence[Choice] = (), *, topic: str = "", stays: bool = False) -> None:
        """Show a message in place of the former one.

        Args:
            topic: names what it is about, so that `clear(topic)` takes this message away and no other.
            stays: it comes back after other messages until the user answers or closes it.

        """
        if stays:
            self._staying = [*(one for one in self._staying if one[2] != topic), (text, choices, topic)]
        self._remove_buttons()
        self._topic = topic
        self._label.setText(text)
        for choice in choices:
            button = QPushButton(choice.text, self)
            button.clicked.connect(lambda _=False, do=choice.do: self._chosen(do))
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self.setVisible(True)
        announce(self, text)

    def clear(self, topic: str | bool = "") -> None:
        """Take the message away; with a topic only one about that."""
        if isinstance(topic, str) and topic and topic != self._topic:
            return
        self._remove_buttons()
        self._label.clear()
        self._topic = ""
        self.setVisible(False)
        if self._staying:
            text, choices, about = self._staying[-1]
            self.say(text, choices, topic=about)

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._label.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """Its buttons."""
        return list(self._buttons)

    def _chosen(self, do: Callable[[], None]) -> None:
        self._closed()
        do()

    def _closed(self) -> None:
        """Take the shown message away for good."""
        self._staying = [one for one in self._staying if lines(one[0]) != self.text]
        self.clear()

    def _remove_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # it is deleted when Qt has time
            button.deleteLater()
        self._buttons.clear()


class Questions:
    """The questions that must be answered before anything else happens."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def save_changes(self, name: str) -> Answer:
        """Ask what to do with a post's changes before they would be lost."""
        box = MessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Save the changes to “{0}”?").format(name))
        box.setInformativeText(tr("If you don't save, what you changed since the last save is lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
        return answers.get(_answer(box), Answer.CANCEL)

    def revert(self, name: str) -> bool:
        """Ask before a post goes back to what is on the disk."""
        box = MessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Go back to “{0}” as it was saved last?").format(name))
        box.setInformativeText(tr("What you changed since then is lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Discard | button.Cancel)
        box.setDefaultButton(button.Cancel)
        return _answer(box) is button.Discard


def _answer(box: QMessageBox) -> QMessageBox.StandardButton:
    answer = QMessageBox.StandardButton(box.exec())
    box.deleteLater()
    return answer
