"""The blog that a post goes to: one that is known, another folder, or a clone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QProgressDialog, QPushButton, QWidget

from editor.export.clone import clone
from editor.export.git import GitProblem, Watch
from editor.text.white_space import TYPED_SPACE
from editor.ui.jobs import Asked, Jobs
from editor.ui.plain_text import one_line
from editor.ui.theme.sizes import WideChoice
from editor.ui.theme.tokens import SPACE_8


class BlogChoice(QWidget):
    """A list of blogs, and two ways to another one."""

    chosen = Signal()
    failed = Signal(str)

    def __init__(self, known: Sequence[Path], current: Path | None) -> None:
        """Make the list.

        Args:
            known: blogs that posts were exported to, the last one first.
            current: the blog that the post lies in, which is chosen then; None for a draft outside of any.

        """
        super().__init__()
        self.list = WideChoice(self)
        for root in dict.fromkeys([*([current] if current is not None else []), *known]):
            if root.is_dir():
                self.list.addItem(one_line(_named(root)), root)
        self.folder = QPushButton(self.tr("Another &folder…"), self)
        self.clone = QPushButton(self.tr("C&lone…"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.list, 1)
        row.addWidget(self.folder)
        row.addWidget(self.clone)
        self.setFocusProxy(self.list)
        for button in (self.folder, self.clone):
            button.setAutoDefault(False)
        self.list.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.folder.clicked.connect(self._ask_folder)
        self.clone.clicked.connect(self._ask_address)
        self._jobs = Jobs(self)
        self._progress: QProgressDialog | None = None

    @property
    def current(self) -> Path | None:
        """The chosen folder; None before one is chosen."""
        found = self.list.currentData()
        return found if isinstance(found, Path) else None

    def use(self, root: Path) -> None:
        """Choose a folder, which comes into the list."""
        with QSignalBlocker(self.list):
            at = next((row for row in range(self.list.count()) if self.list.itemData(row) == root), -1)
            if at < 0:
                self.list.insertItem(0, one_line(_named(root)), root)
                at = 0
            self.list.setCurrentIndex(at)
        self.chosen.emit()

    def _ask_folder(self) -> None:
        start = str(self.current.parent if self.current is not None else Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("The blog’s folder"), start)
        if name:
            self.use(Path(name).resolve())

    def _ask_address(self) -> None:
        """An address, then a folder for the clone; it is made on a thread and can be stopped."""
        address, agreed = QInputDialog.getText(
            self, self.tr("Clone a blog"), self.tr("Address of its repository, as https://github.com/NAME/BLOG.git")
        )
        if not agreed or not address.strip(TYPED_SPACE):
            return
        above = QFileDialog.getExistingDirectory(self, self.tr("Where the clone goes"), str(Path.home()))
        if above:
            name = address.strip(TYPED_SPACE).rstrip("/").rpartition("/")[2].rpartition(":")[2].removesuffix(".git")
            self.start_clone(address.strip(TYPED_SPACE), Path(above) / (name or "blog"))

    def start_clone(self, address: str, folder: Path) -> None:
        """Clone on a thread."""
        watch = Watch()
        self._progress = QProgressDialog(self.tr("Cloning {0}…").format(one_line(address)), self.tr("Stop"), 0, 0, self)
        self._progress.canceled.connect(watch.stop)
        self._progress.show()
        self._jobs.ask(self._clone, address, folder, watch)

    def _clone(self, asked: Asked, address: str, folder: Path, watch: Watch) -> None:
        """On a thread."""
        reason = ""
        try:
            clone(address, folder, watch)
        except GitProblem as problem:
            reason = problem.message
        asked.answer(self._take_clone, folder, reason)

    def _take_clone(self, folder: Path, reason: str) -> None:
        if self._progress is not None:
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if reason:
            self.failed.emit(reason)
        else:
            self.use(folder.resolve())


def _named(root: Path) -> str:
    """A blog by its folder's name, and where that lies: below the home folder as shells write it."""
    home = Path.home()
    short = os.name != "nt" and root.is_relative_to(home)
    return f"{root.name}  —  {Path('~', root.relative_to(home)) if short else root}"
