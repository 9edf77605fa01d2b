"""The window that renames, merges and removes tags in all posts: each change is seen before, all is taken back at once.

Posts are read on a thread; what is listed is what would be written.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.blog.library.words import folded
from editor.blog.rewriting import Outcome, take_back
from editor.blog.tags import KINDS, TagChange, alike, changes, uses, write
from editor.ui.theme.tokens import SPACE_8, SPACE_12

_WORD = Qt.ItemDataRole.UserRole


class BlogTags(QDialog):
    """Tags, categories and keywords of a blog."""

    changed = Signal(object)  # the paths that were written
    _counted = Signal(int, object)  # number of the job; words with their counts
    _planned = Signal(int, object)  # number of the job; list[TagChange]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags of the blog"))
        self.setModal(False)
        self.resize(900, 560)
        self._root: Path | None = None
        self._unsaved: Callable[[], frozenset[Path]] = frozenset
        self._number = 0
        self._counts: dict[str, int] = {}
        self._plan: list[TagChange] = []
        self._outcome: Outcome | None = None
        self.kind = QComboBox(self)
        for kind in KINDS:
            self.kind.addItem(self.tr(kind.capitalize()), kind)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.twins = QCheckBox(self.tr("Only those that are nearly alike"), self)
        self.words = QListWidget(self)
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.new = QLineEdit(self)
        self.new.setPlaceholderText(self.tr("Choose words on the left, then type what they become"))
        self.new.setAccessibleName(self.tr("New word"))
        self.removing = QCheckBox(self.tr("Remove them"), self)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Post"), self.tr("Now"), self.tr("Becomes")])
        self.tree.setAccessibleName(self.tr("Changes"))
        self.tree.setRootIsDecorated(False)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.change = QPushButton(self.tr("&Change these posts"), self)
        self.back = QPushButton(self.tr("Take it &back"), self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self.count)
        self.filter.textChanged.connect(self._fill)
        self.twins.toggled.connect(self._fill)
        self.words.itemSelectionChanged.connect(self._choose)
        self.new.textChanged.connect(self.look)
        self.removing.toggled.connect(self.look)
        self.change.clicked.connect(self.write)
        self.back.clicked.connect(self.undo)
        self._counted.connect(self._take_counts)
        self._planned.connect(self._take_plan)

    def open_for(self, root: Path, unsaved: Callable[[], frozenset[Path]]) -> None:
        """Show the window for a blog.

        Args:
            unsaved: gives the posts that are open with changes; they are listed but not written.

        """
        if root != self._root:
            self._root, self._outcome = root, None
        self._unsaved = unsaved
        self.count()
        self.show()
        self.raise_()
        self.activateWindow()
        self.filter.setFocus()

    def count(self) -> None:
        """Read the words of all posts."""
        self._number += 1
        self._clear_plan()
        if self._root is not None:
            self._said.setText(self.tr("Reading…"))
            job = (self._number, self._root, str(self.kind.currentData()))
            threading.Thread(target=self._count, args=job, daemon=True).start()

    def look(self) -> None:
        """Find out what would change."""
        self._number += 1
        self._clear_plan()
        old, new = self._chosen(), self.new.text().strip()
        self.new.setEnabled(not self.removing.isChecked())
        if self._root is None or not old or (not new and not self.removing.isChecked()):
            return
        job = (self._number, self._root, str(self.kind.currentData()), old, "" if self.removing.isChecked() else new)
        threading.Thread(target=self._look, args=job, daemon=True).start()

    def write(self) -> None:
        """Write what is listed."""
        unsaved = self._unsaved()
        waiting = tuple(
            self.tr("{0}: has changes that are not saved").format(one.path.name)
            for one in self._plan
            if one.path.resolve() in unsaved
        )
        outcome = write([one for one in self._plan if one.path.resolve() not in unsaved])
        outcome = replace(outcome, left=(*outcome.left, *waiting))
        self._outcome = outcome
        self._tell(self.tr("Posts changed: {0}.").format(len(outcome.written)), outcome)

    def undo(self) -> None:
        """Give the posts of the last change their bytes back."""
        if self._outcome is not None:
            outcome = take_back(self._outcome)
            self._outcome = None
            self._tell(self.tr("Posts that are as they were: {0}.").format(len(outcome.written)), outcome)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """End a reading that is under way."""
        self._number += 1
        super().closeEvent(event)

    # -- on a thread

    def _count(self, number: int, root: Path, kind: str) -> None:
        counts = uses(root, kind, lambda: number != self._number)
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._counted.emit(number, counts)

    def _look(self, number: int, root: Path, kind: str, old: Collection[str], new: str) -> None:
        plan = list(changes(root, kind, old, new, lambda: number != self._number))
        with contextlib.suppress(RuntimeError):
            self._planned.emit(number, plan)

    # -- showing

    def _take_counts(self, number: int, counts: dict[str, int]) -> None:
        if number == self._number:
            self._counts = counts
            self._said.setText(self.tr("{0} words").format(f"{len(counts):,}"))
            self._fill()

    def _fill(self) -> None:
        chosen, wanted = set(self._chosen()), folded(self.filter.text())
        groups = alike(self._counts)
        names = [word for group in groups for word in group] if self.twins.isChecked() else list(self._counts)
        self.words.blockSignals(True)
        self.words.clear()
        for word in names:
            if wanted in folded(word):
                item = QListWidgetItem(f"{word}  ({self._counts[word]:,})")
                item.setData(_WORD, word)
                self.words.addItem(item)
                item.setSelected(word in chosen)
        self.words.blockSignals(False)
        self.twins.setText(self.tr("Only those that are nearly alike ({0})").format(sum(map(len, groups))))

    def _choose(self) -> None:
        """Of several words, the most frequent is proposed."""
        chosen = self._chosen()
        if len(chosen) > 1 and not self.new.isModified():
            self.new.setText(max(chosen, key=lambda word: self._counts.get(word, 0)))
        self.look()

    def _chosen(self) -> list[str]:
        return [item.data(_WORD) for item in self.words.selectedItems()]

    def _take_plan(self, number: int, plan: list[TagChange]) -> None:
        if number != self._number or self._root is None:
            return
        self._plan = plan
        unsaved = self._unsaved()
        for one in plan:
            name = one.path.relative_to(self._root).as_posix()
            after = ", ".join(one.after)
            if one.refused:
                after = one.refused
            elif one.path.resolve() in unsaved:
                after = self.tr("has changes that are not saved: save it first")
            self.tree.addTopLevelItem(QTreeWidgetItem([name, ", ".join(one.before), after]))
        self._said.setText(self.tr("Posts that would change: {0}").format(len(plan)))
        self.change.setEnabled(bool(plan))

    def _clear_plan(self) -> None:
        self._plan = []
        self.tree.clear()
        self.change.setEnabled(False)
        self.back.setVisible(self._outcome is not None and bool(self._outcome.written))

    def _tell(self, text: str, outcome: Outcome) -> None:
        left = self.tr(" Left as they were: {0}.").format("; ".join(outcome.left)) if outcome.left else ""
        self.words.clearSelection()
        self.new.clear()
        self.new.setModified(False)
        self.removing.setChecked(False)
        self.count()
        self._said.setText(text + left)
        self.changed.emit([one.path for one in outcome.written])

    def _lay_out(self) -> None:
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        left, right, head = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for widget in (self.kind, self.filter, self.twins):
            left.addWidget(widget)
        left.addWidget(self.words, 1)
        head.addWidget(self.new, 1)
        head.addWidget(self.removing)
        right.addLayout(head)
        right.addWidget(self.tree, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.change)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_12)
        left.setSpacing(SPACE_8)
        right.setSpacing(SPACE_8)
        layout.addLayout(left, 1)
        layout.addLayout(right, 3)
