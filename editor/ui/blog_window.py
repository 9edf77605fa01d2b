"""What the windows share that change many posts of a blog: what may be written, what was done, taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QWidget

from editor.blog.operations import OperationLog
from editor.blog.rewriting import GoOn, Outcome, take_back
from editor.post.files import FileError
from editor.ui.jobs import Jobs
from editor.ui.modal_work import wait_for
from editor.ui.plain_text import Label
from editor.ui.theme.sizes import open_at


class BlogWindow(QDialog):
    """A window that stays open beside the main one; what it asks its jobs ends what it asked before."""

    changed = Signal(object)  # the paths that were written

    def __init__(self, title: str, parent: QWidget, log: OperationLog | None = None) -> None:
        """Make it; `log`: where what it changes is written down before."""
        super().__init__(parent)
        self._log = log
        self.setWindowTitle(title)
        self.setModal(False)
        open_at(self, 900, 560)
        self._root: Path | None = None
        self._unsaved: Callable[[], frozenset[Path]] = frozenset
        self._jobs = Jobs(self)
        self._outcome: Outcome | None = None
        self._said = Label("", self)
        self._said.setWordWrap(True)
        self.back = QPushButton(self.tr("Take it &back"), self)
        self.back.setAutoDefault(False)  # Enter in a field must not do this
        self.back.clicked.connect(self.undo)

    def undo(self) -> None:
        """Give the posts of the last change their bytes back."""
        if self._outcome is not None:
            outcome = self._written(len(self._outcome.written), partial(take_back, self._outcome))
            if outcome is None:
                return
            self._outcome = Outcome(outcome.rest, (), record=outcome.record) if outcome.rest else None
            self._tell(self.tr("Posts that are as they were: {0}.").format(len(outcome.written)), outcome)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """End a job that is under way."""
        self._jobs.forget()
        super().closeEvent(event)

    def _begin(self, root: Path, unsaved: Callable[[], frozenset[Path]]) -> bool:
        """Show the window for a blog; whether that is another one than before.

        Args:
            unsaved: gives the posts that are open with changes; they are listed but not written.

        """
        other = root != self._root
        if other:
            self._root, self._outcome = root, None
        self._unsaved = unsaved
        self.show()
        self.raise_()
        self.activateWindow()
        return other

    def _written(self, whole: int, work: Callable[[GoOn], Outcome]) -> Outcome | None:
        """What writing so many posts did; None where that could not begin, which is said."""
        try:
            return wait_for(self, whole, work)
        except FileError as error:
            self._said.setText(str(error))
            return None

    def _is_unsaved(self, path: Path) -> bool:
        return path.resolve() in self._unsaved()

    def _done(self, text: str, outcome: Outcome, waiting: Iterable[Path]) -> None:
        """Posts were written; those that wait have changes in a tab."""
        notes = (self.tr("{0}: has changes that are not saved").format(path.name) for path in waiting)
        self._outcome = outcome = replace(outcome, left=(*outcome.left, *notes))
        self._tell(text, outcome)

    def _tell(self, text: str, outcome: Outcome) -> None:
        left = self.tr(" Left as they were: {0}.").format("; ".join(outcome.left)) if outcome.left else ""
        self._refresh()
        self._said.setText(text + left)
        self.changed.emit([one.path for one in outcome.written])

    def _refresh(self) -> None:
        """What is listed may be otherwise now."""

    def _show_back(self) -> None:
        self.back.setVisible(self._outcome is not None and bool(self._outcome.written))

    def _foot(self) -> QHBoxLayout:
        """What is said, and the button that takes back."""
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self.back)
        return foot


def set_columns(tree: QTreeWidget, names: list[str]) -> None:
    """Three columns: where, now, then."""
    tree.setHeaderLabels(names)
    header = tree.header()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
