"""All commands by name: type a few letters of one, Enter does it. The names come from the table of actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QVBoxLayout, QWidget

from editor.language import tr
from editor.ui.action_table import TABLE
from editor.ui.actions import Actions
from editor.ui.plain_text import TreeRow
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8

WIDTH, HEIGHT = 560, 420
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """An action by its words.

    Attributes:
        words: what is searched: its menus and text in the language that is spoken, its English text and its tip.

    """

    name: str
    shown: str
    words: str


def plain(text: str) -> str:
    """A menu's text without its mnemonic: "&File" and "ファイル(&F)" become "File" and "ファイル"."""
    head, found, rest = text.partition("(&")
    return head + rest[2:] if found and rest[1:2] == ")" else text.replace("&", "")


def commands() -> Iterator[Command]:
    """All actions; those of an inner menu have its name before theirs."""
    for row in TABLE:
        menus = [row.menu, *([row.group or row.below] if row.group or row.below else [])]
        shown = " › ".join(plain(tr(text)) for text in (*menus, row.text))
        words = " ".join((shown, tr(row.tip) if row.tip else "", row.text.replace("&", ""), row.name))
        yield Command(row.name, shown, words.casefold())


def found(typed: str, command: Command) -> int | None:
    """How well a command fits, less is better; None when a word that was typed is not in it."""
    # Unicode: what a user types
    words = typed.casefold().split()
    if any(word not in command.words for word in words):
        return None
    shown = command.shown.casefold()
    return sum(shown.find(word) if word in shown else len(shown) for word in words)


class Palette(QDialog):
    """A line to type in, and the commands that fit."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._commands = actions, list(commands())
        self.setWindowTitle(self.tr("Commands"))
        open_at(self, WIDTH, HEIGHT)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Name of the command"))
        self.line.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self.accept)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.itemClicked.connect(lambda _: self.accept())
        self._show("")

    @property
    def chosen(self) -> str:
        """The name of the action that is chosen; "" for none."""
        item = self.list.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Arrows walk the list while one types above it."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
            self._choose(min(max(row, 0), self.list.topLevelItemCount() - 1))
            return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        fits = [(place, one) for one in self._commands if (place := found(typed, one)) is not None]
        self.list.clear()
        for _, command in sorted(fits, key=lambda fit: fit[0]) if typed else fits:
            action = self._actions[command.name]
            if command.name == "palette" or not action.isEnabled() or action.menu() is not None:
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = TreeRow([command.shown, keys])
            item.setData(0, _NAME, command.name)
            item.setToolTip(0, action.toolTip())
            self.list.addTopLevelItem(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)
