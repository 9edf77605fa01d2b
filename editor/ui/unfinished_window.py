"""The window with a change of many posts that was stopped: what is done of it, to finish it or to take it back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from editor.blog.operation_record import State
from editor.blog.operations import Operation, Settled
from editor.language import msg, tr
from editor.ui.plain_text import Label, TreeRow, one_line
from editor.ui.speaking import counted
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_12
from editor.ui.unfinished import Unfinished

WIDTH, HEIGHT = 760, 480
MAX_SHOWN: Final = 1_000
"""More files are counted only."""
_KINDS: Final = {
    "replace": msg("Replacing in the blog was stopped."),
    "tags": msg("Changing tags was stopped."),
    "set": msg("Changing front matter was stopped."),
    "move": msg("Renaming a post was stopped."),
}
_STATES: Final = {
    State.BEFORE: msg("not changed yet"),
    State.AFTER: msg("changed"),
    State.OTHER: msg("changed by someone since: it will be left"),
}
_NAMES: Final = {
    State.BEFORE: msg("has its old name"),
    State.AFTER: msg("has its new name"),
    State.OTHER: msg("can’t be renamed: look at the folder"),
}


class UnfinishedWindow(QDialog):
    """One operation after the other."""

    def __init__(self, found: Sequence[Operation], unfinished: Unfinished, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting, self._unfinished = list(found), unfinished
        self.setModal(False)
        self.setWindowTitle(self.tr("Stopped half-way"))
        open_at(self, WIDTH, HEIGHT)
        self.said = Label("", self)
        self.said.setWordWrap(True)
        self.files = QTreeWidget(self)
        self.files.setHeaderLabels([self.tr("File"), self.tr("State")])
        self.files.setRootIsDecorated(False)
        self.files.setAllColumnsShowFocus(True)
        self.files.setAccessibleName(self.tr("Files"))
        self.files.header().setStretchLastSection(False)
        self.files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.files.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.finish = QPushButton(self.tr("&Finish it"), self)
        self.back = QPushButton(self.tr("Take it &back"), self)
        self.later = QPushButton(self.tr("&Later"), self)
        for button in (self.finish, self.back, self.later):
            button.setAutoDefault(False)  # Enter must not write posts
        self._lay_out()
        self.finish.clicked.connect(lambda: self._settle(State.AFTER))
        self.back.clicked.connect(lambda: self._settle(State.BEFORE))
        self.later.clicked.connect(self.close)
        self._show()

    def _show(self) -> None:
        """Show the first that is not decided."""
        operation = self._waiting[0]
        states = operation.states()
        self.files.clear()
        root = Path(os.path.commonpath([operation.folder_of_posts, *(path.parent for path, _ in states)]))
        for row, (path, state) in enumerate(states[:MAX_SHOWN]):
            told = _NAMES if row < len(operation.moves) else _STATES
            item = TreeRow([path.relative_to(root).as_posix(), tr(told[state])])
            item.setToolTip(0, str(path))
            self.files.addTopLevelItem(item)
        changed = sum(state is State.AFTER for _, state in states)
        done = self.tr("{0} of {1} steps are done.").format(counted(changed), counted(len(states)))
        self.said.setText(f"{tr(_KINDS.get(operation.kind, _KINDS['replace']))} {done}\n{one_line(str(root))}")

    def _settle(self, wanted: State) -> None:
        operation = self._waiting[0]
        settled = self._unfinished.settle(operation, wanted)
        if operation.is_removed:
            self._waiting.pop(0)
        text = self._in_words(settled)
        if self._waiting:
            self._show()
            self.said.setText(f"{text}\n{self.said.text()}")
            return
        self.said.setText(text)
        self.files.clear()
        for button in (self.finish, self.back):
            button.setEnabled(False)
        self.later.setText(self.tr("&Close"))

    def _in_words(self, settled: Settled) -> str:
        text = self.tr("Files written: {0}.").format(counted(len(settled.written) + len(settled.moved)))
        if settled.left:
            text += " " + self.tr("Left as they were: {0}.").format("; ".join(settled.left))
        return text

    def _lay_out(self) -> None:
        layout, foot = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.said)
        layout.addWidget(self.files, 1)
        foot.addWidget(self.later)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.finish)
        layout.addLayout(foot)
