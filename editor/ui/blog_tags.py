"""The window that renames, merges and removes tags in all posts: each change is seen before, all is taken back at once.

Words are counted by a worker process, posts are read again on a thread; what is listed is what would be written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from editor.blog.operations import OperationLog
from editor.blog.reading import unread_in_words
from editor.blog.tags import KINDS, TagChange, alike, changes, write
from editor.language import msg, tr
from editor.text.white_space import TYPED_SPACE
from editor.ui.blog_window import BlogWindow, set_columns
from editor.ui.jobs import Asked
from editor.ui.plain_text import ListRow, TreeRow
from editor.ui.speaking import counted
from editor.ui.stopped import reason
from editor.ui.tasks import Lane, Tasks
from editor.ui.theme.sizes import hint
from editor.ui.theme.tokens import SPACE_8, SPACE_12
from editor.writing.width import folded

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

_WORD = Qt.ItemDataRole.UserRole


_KINDS = {"tags": msg("Tags"), "categories": msg("Categories"), "keywords": msg("Keywords")}


class BlogTags(BlogWindow):
    """Tags, categories and keywords of a blog."""

    def __init__(self, parent: QWidget, log: OperationLog | None = None) -> None:
        super().__init__(self.tr("Tags of the blog"), parent, log)
        self._counts: dict[str, int] = {}
        self._tasks = Tasks(self, Lane.BLOG)
        self._plan: list[TagChange] = []
        self.kind = QComboBox(self)
        for kind in KINDS:
            self.kind.addItem(tr(_KINDS[kind]), kind)
        self.filter = QLineEdit(self)
        hint(self.filter, self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.twins = QCheckBox(self.tr("Only those that are nearly alike"), self)
        self.words = QListWidget(self)
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.new = QLineEdit(self)
        hint(self.new, self.tr("Choose words on the left, then type what they become"))
        self.new.setAccessibleName(self.tr("New word"))
        self.removing = QCheckBox(self.tr("Remove them"), self)
        self.tree = QTreeWidget(self)
        set_columns(self.tree, [self.tr("Post"), self.tr("Now"), self.tr("Becomes")])
        self.tree.setAccessibleName(self.tr("Changes"))
        self.tree.setRootIsDecorated(False)
        self.change = QPushButton(self.tr("&Change these posts"), self)
        self.change.setAutoDefault(False)  # nor this, which writes many posts
        self._lay_out()
        self.kind.currentIndexChanged.connect(self.count)
        self.filter.textChanged.connect(self._fill)
        self.twins.toggled.connect(self._fill)
        self.words.itemSelectionChanged.connect(self._choose)
        self.new.textChanged.connect(self.look)
        self.removing.toggled.connect(self.look)
        self.change.clicked.connect(self.write)

    def open_for(self, root: Path, unsaved: Callable[[], frozenset[Path]]) -> None:
        """Show the window for a blog.

        Args:
            unsaved: gives the posts that are open with changes; they are listed but not written.

        """
        self._begin(root, unsaved)
        self.count()
        self.filter.setFocus()

    def count(self) -> None:
        """Read the words of all posts."""
        self._jobs.forget()
        self._clear_plan()
        if self._root is not None:
            self._said.setText(self.tr("Reading…"))
            over = list[str]()
            request = {"task": "count_words", "root": str(self._root), "kind": str(self.kind.currentData())}
            self._tasks.ask_about_posts("count", request, over, partial(self._come, over))

    def look(self) -> None:
        """Find out what would change."""
        self._jobs.forget()
        self._tasks.forget("count")
        self._clear_plan()
        old, new = self._chosen(), self.new.text().strip(TYPED_SPACE)
        self.new.setEnabled(not self.removing.isChecked())
        if self._root is None or not old or (not new and not self.removing.isChecked()):
            return
        new = "" if self.removing.isChecked() else new
        self._jobs.ask(self._look, self._root, str(self.kind.currentData()), old, new)

    def write(self) -> None:
        """Write what is listed."""
        waiting = [one.path for one in self._plan if self._is_unsaved(one.path)]
        chosen = [one for one in self._plan if one.path not in waiting]
        outcome = self._written(len(chosen), partial(write, chosen, log=self._log))
        if outcome is None:
            return
        self._done(self.tr("Posts changed: {0}.").format(len(outcome.written)), outcome, waiting)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """End a task that is under way."""
        self._tasks.forget("count")
        super().closeEvent(event)

    def _come(self, over: list[str], answer: Answer) -> None:
        unread = [Path(path) for path in (*answer.result.get("unread", ()), *over)]
        failure = unread_in_words(unread) if answer.stop is None else reason(answer)
        self._take_counts(answer.result.get("counts", {}), failure)

    # -- on a thread

    def _look(self, asked: Asked, root: Path, kind: str, old: Collection[str], new: str) -> None:
        asked.answer(self._take_plan, list(changes(root, kind, old, new, asked.is_old)))

    # -- showing

    def _take_counts(self, counts: dict[str, int], unread: str) -> None:
        self._counts = counts
        if self._said.text() == self.tr("Reading…"):  # else what was changed is told
            self._said.setText(" · ".join(filter(None, (self.tr("%Ln word(s)", "", len(counts)), unread))))
        self._fill()

    def _fill(self) -> None:
        chosen, wanted = set(self._chosen()), folded(self.filter.text())
        groups = alike(self._counts)
        names = [word for group in groups for word in group] if self.twins.isChecked() else list(self._counts)
        self.words.blockSignals(True)
        self.words.clear()
        for word in names:
            if wanted in folded(word):
                item = ListRow(f"{word}  ({counted(self._counts[word])})")
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

    def _take_plan(self, plan: list[TagChange]) -> None:
        if self._root is None:
            return
        self._plan = plan
        for one in plan:
            name = one.path.relative_to(self._root).as_posix()
            after = ", ".join(one.after)
            if one.refused:
                after = one.refused
            elif self._is_unsaved(one.path):
                after = self.tr("has changes that are not saved: save it first")
            self.tree.addTopLevelItem(TreeRow([name, ", ".join(one.before), after]))
        self._said.setText(self.tr("Posts that would change: {0}").format(len(plan)))
        self.change.setEnabled(bool(plan))

    def _clear_plan(self) -> None:
        self._plan = []
        self.tree.clear()
        self.change.setEnabled(False)
        self._show_back()

    def _refresh(self) -> None:
        self.words.clearSelection()
        self.new.clear()
        self.new.setModified(False)
        self.removing.setChecked(False)
        self.count()

    def _lay_out(self) -> None:
        left, right, head = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for widget in (self.kind, self.filter, self.twins):
            left.addWidget(widget)
        left.addWidget(self.words, 1)
        head.addWidget(self.new, 1)
        head.addWidget(self.removing)
        right.addLayout(head)
        right.addWidget(self.tree, 1)
        foot = self._foot()
        foot.addWidget(self.change)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_12)
        left.setSpacing(SPACE_8)
        right.setSpacing(SPACE_8)
        layout.addLayout(left, 1)
        layout.addLayout(right, 3)
