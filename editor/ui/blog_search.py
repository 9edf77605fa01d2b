"""The window that finds and replaces in all posts: each change is seen before, all of them are taken back at once.

The search runs on a thread of its own; a new one ends the former.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.blog.operations import OperationLog
from editor.blog.reading import unread_in_words
from editor.blog.search import PostHits, replace_in_posts, search_blog
from editor.ui.blog_window import BlogWindow, set_columns
from editor.ui.jobs import Asked
from editor.ui.plain_text import TreeRow
from editor.ui.speaking import counted
from editor.ui.theme.fonts import scaled
from editor.ui.theme.sizes import hint
from editor.ui.theme.tokens import SPACE_8, SPACE_12
from editor.writing.search import Query, SearchError

_POST, _NUMBER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

PLACE_WIDTH = 120
"""Of the column with the lines' numbers, in pixels."""


class BlogSearch(BlogWindow):
    """Find and replace in a blog."""

    hit_wanted = Signal(object, int)  # Path; a line, from 0

    def __init__(self, parent: QWidget, log: OperationLog | None = None) -> None:
        super().__init__(self.tr("Find in the blog"), parent, log)
        self._hits = self._posts = 0
        self._needle, self._new = QLineEdit(self), QLineEdit(self)
        self._switches = {
            "case": QCheckBox(self.tr("&Case"), self),
            "word": QCheckBox(self.tr("Whole &words"), self),
            "pattern": QCheckBox(self.tr("&Regular expression"), self),
            "width": QCheckBox(self.tr("ＡＩ is AI"), self),
        }
        self._find = QPushButton(self.tr("&Find all"), self)
        self._replace = QPushButton(self.tr("Replace what is &ticked"), self)
        self._tree = QTreeWidget(self)
        self._lay_out()
        self._find.setDefault(True)
        self._find.clicked.connect(self.search)
        self._replace.clicked.connect(self.replace)
        self._tree.itemActivated.connect(self._go)
        self._needle.textChanged.connect(self._stop)
        self._new.textChanged.connect(self._stop)
        for switch in self._switches.values():
            switch.toggled.connect(self._stop)

    def open_for(self, root: Path, selected: str, unsaved: Callable[[], frozenset[Path]]) -> None:
        """Show the window for a blog.

        Args:
            unsaved: gives the posts that are open with changes; they are found but not written.

        """
        if self._begin(root, unsaved):
            self._stop()
        if selected:
            self._needle.setText(selected)
        self._needle.setFocus()
        self._needle.selectAll()

    def search(self) -> None:
        """Find all matches, in a thread."""
        self._stop()
        if self._root is None or not self._needle.text():
            return
        query = Query(self._needle.text(), **{name: switch.isChecked() for name, switch in self._switches.items()})
        self._said.setText(self.tr("Searching…"))
        self._jobs.ask(self._run, self._root, query, self._new.text())

    def replace(self) -> None:
        """Write the ticked changes."""
        chosen, waiting = [], []
        for index in range(self._tree.topLevelItemCount()):
            post = self._tree.topLevelItem(index)
            if post is None:
                continue
            found = post.data(0, _POST)
            numbers = [child for child in range(post.childCount()) if _is_ticked(post.child(child))]
            if numbers and self._is_unsaved(found.path):  # changed in its tab since it was found
                waiting.append(found.path)
            elif numbers:
                chosen.append((found, numbers))
        outcome = self._written(len(chosen), partial(replace_in_posts, chosen, log=self._log))
        if outcome is None:
            return
        places = {found.path: len(numbers) for found, numbers in chosen}
        count = sum(places[one.path] for one in outcome.written)
        self._done(self.tr("Changed: {0} · posts: {1}.").format(count, len(outcome.written)), outcome, waiting)

    # -- parts

    def _run(self, asked: Asked, root: Path, query: Query, new: str) -> None:
        reason, unread = "", list[Path]()
        try:
            for found in search_blog(root, query, new, asked.is_old, unread.append):
                asked.answer(self._add, found)
        except SearchError as error:
            reason = str(error)
        asked.answer(self._end, reason, unread_in_words(unread))

    def _stop(self) -> None:
        """What is listed is no longer what would be found."""
        self._jobs.forget()
        self._hits = self._posts = 0
        self._tree.clear()
        self._said.clear()
        self._show_buttons()

    def _add(self, found: PostHits) -> None:
        if self._root is None:
            return
        unsaved = self._is_unsaved(found.path)
        self._posts += 1
        self._hits += len(found.hits)
        name = found.path.relative_to(self._root).as_posix()
        note = self.tr("has changes that are not saved: save it, then search again") if unsaved else ""
        post = TreeRow([f"{name} ({len(found.hits)})", note, ""])
        post.setData(0, _POST, found)
        rows = []
        for place, hit in enumerate(found.hits):
            row = TreeRow([str(hit.line + 1), hit.found, hit.becomes])
            row.setData(0, _POST, found)
            row.setData(0, _NUMBER, place)
            row.setToolTip(1, hit.found)
            row.setToolTip(2, hit.becomes)
            if not unsaved:
                row.setCheckState(0, Qt.CheckState.Checked)
            rows.append(row)
        if not unsaved:
            post.setFlags(post.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        post.addChildren(rows)
        self._tree.addTopLevelItem(post)
        post.setFirstColumnSpanned(not unsaved)
        post.setExpanded(self._hits < 500)

    def _end(self, reason: str, unread: str) -> None:
        found = self.tr("Places: {0} · posts: {1}").format(counted(self._hits), counted(self._posts))
        told = reason or (found if self._hits else self.tr("not found"))
        self._said.setText(" · ".join(filter(None, (told, unread))))
        self._show_buttons()

    def _refresh(self) -> None:
        self._stop()

    def _show_buttons(self) -> None:
        self._replace.setEnabled(self._hits > 0)
        self._show_back()

    def _go(self, item: QTreeWidgetItem) -> None:
        found, number = item.data(0, _POST), item.data(0, _NUMBER)
        self.hit_wanted.emit(found.path, found.hits[number or 0].line)

    def _lay_out(self) -> None:
        hint(self._needle, self.tr("Find"))
        self._needle.setAccessibleName(self.tr("Find"))
        hint(self._new, self.tr("Replace with"))
        self._new.setAccessibleName(self.tr("Replace with"))
        set_columns(self._tree, [self.tr("Place"), self.tr("Found"), self.tr("Becomes")])
        self._tree.setAccessibleName(self.tr("Matches"))
        self._tree.setUniformRowHeights(True)
        self._tree.header().setMinimumSectionSize(scaled(PLACE_WIDTH))
        grid = QGridLayout()
        grid.setSpacing(SPACE_8)
        grid.addWidget(self._needle, 0, 0)
        grid.addWidget(self._find, 0, 1)
        grid.addWidget(self._new, 1, 0)
        grid.addWidget(self._replace, 1, 1)
        switches = QHBoxLayout()
        for switch in self._switches.values():
            switches.addWidget(switch)
        switches.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addLayout(grid)
        layout.addLayout(switches)
        layout.addWidget(self._tree, 1)
        layout.addLayout(self._foot())


def _is_ticked(item: QTreeWidgetItem | None) -> bool:
    return item is not None and item.checkState(0) == Qt.CheckState.Checked
