"""All keyboard shortcuts: a sheet to look them up, in which each can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.action_table import TABLE, usual_keys
from editor.ui.actions import Actions
from editor.ui.help.palette import commands
from editor.ui.plain_text import Label, TreeRow
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8

WIDTH, HEIGHT = 640, 620
_NAME = Qt.ItemDataRole.UserRole
_ROWS = {row.name: row for row in TABLE}


class Shortcuts(QDialog):
    """The keys of all actions."""

    changed = Signal(str, str)  # the action's name; its keys as text, "" for none

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        open_at(self, WIDTH, HEIGHT)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Command or keys"))
        self.filter.setAccessibleName(self.tr("Find a command or its keys"))
        self.filter.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        for line in self.keys.findChildren(QLineEdit):
            line.setAccessibleName(self.tr("New keys"))
        self.take = QPushButton(self.tr("&Use these keys"), self)
        self.usual = QPushButton(self.tr("The usual &ones"), self)
        self.none = QPushButton(self.tr("&No keys"), self)
        self.said = Label("", self)
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        label = Label(self.tr("New &keys"), self)
        label.setBuddy(self.keys)
        row, below = QHBoxLayout(), QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.keys, 1)
        below.addStretch(1)
        for button in (self.take, self.usual, self.none):
            button.setAutoDefault(False)
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addLayout(below)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
        for command in commands():
            item = TreeRow([command.shown, ""])
            item.setData(0, _NAME, command.name)
            self.tree.addTopLevelItem(item)
        self._fill()
        self.tree.setColumnWidth(0, WIDTH * 2 // 3)
        self.filter.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(self._choose)
        self.take.clicked.connect(lambda: self._give(self.keys.keySequence()))
        self.usual.clicked.connect(lambda: self._give(usual_keys(_ROWS[self._name])))
        self.none.clicked.connect(lambda: self._give(QKeySequence()))
        self.tree.setCurrentItem(self._items()[0])

    @property
    def _name(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    def _fill(self) -> None:
        for item in self._items():
            keys = self._actions[item.data(0, _NAME)].shortcut()
            item.setText(1, keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(index) for index in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _filter(self, typed: str) -> None:
        for item in self._items():
            text = f"{item.text(0)} {item.text(1)}".casefold()
            # Unicode: what a user types
            item.setHidden(any(word not in text for word in typed.casefold().split()))

    def _choose(self) -> None:
        self.keys.clear()
        self.said.clear()
        for widget in (self.take, self.usual, self.none):
            widget.setEnabled(bool(self._name))

    def _give(self, keys: QKeySequence) -> None:
        """Give the chosen action keys that no other has."""
        name = self._name
        for item in self._items():
            other = item.data(0, _NAME)
            if other != name and not keys.isEmpty() and self._actions[other].shortcut() == keys:
                text = self.tr("“{0}” has these keys: give it others first.")
                self.said.setText(text.format(item.text(0)))
                return
        self._actions.set_keys(name, keys)
        usual = keys == usual_keys(_ROWS[name])
        self.said.setText(self.tr("These are the usual keys.") if usual else self.tr("Changed, and kept."))
        self._fill()
        self.changed.emit(name, keys.toString(QKeySequence.SequenceFormat.PortableText))
