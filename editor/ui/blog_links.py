"""The window that shows what is wrong with the links of a blog, and what links to the open post.

All posts are read by a worker process; a click opens the post at its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.blog.links.survey import Finding, Kind
from editor.blog.reading import unread_in_words
from editor.blog.site import Blog
from editor.language import msg, tr
from editor.ui.plain_text import Label, TreeRow
from editor.ui.speaking import counted
from editor.ui.stopped import reason
from editor.ui.tasks import Lane, Tasks
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_12

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

HERE = "links to this post"
_PLACE = Qt.ItemDataRole.UserRole
_NAMES = {
    Kind.BROKEN: msg("Broken links"),
    Kind.DOUBTFUL: msg("Doubtful links"),
    Kind.MISSING: msg("Missing pictures"),
    Kind.UNUSED: msg("Unused pictures"),
    Kind.LONELY: msg("Posts that no post links to"),
}
_HINTS = {
    Kind.BROKEN: msg(
        "These lead to nothing: the post or file was renamed, removed, or the name has a slip of the pen."
    ),
    Kind.DOUBTFUL: msg(
        "No file of the blog has these addresses. The generator may make them; else they lead to nothing."
    ),
    Kind.MISSING: msg("The generator will not find these where the posts look for them."),
    Kind.UNUSED: msg("The names of these stand in no text of the blog."),
    Kind.LONELY: msg("Readers find these only in lists."),
    HERE: msg("The posts that link to the open one."),
}


class BlogLinks(QDialog):
    """The links of a blog; it stays open beside the main window."""

    place_wanted = Signal(object, int)  # Path of a post; a line, from 0
    _here = Signal(int, object)  # number of the job; list of (Path, line, name)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Links of the blog"))
        self.setModal(False)
        open_at(self, 860, 560)
        self._blog: Blog | None = None
        self._path: Path | None = None
        self._tasks = Tasks(self, Lane.BLOG)
        self._findings: list[Finding] | None = None
        self._failure = ""
        self._links_here: list[tuple[Path, int, str]] | None = None
        self.kind = QComboBox(self)
        for kind, name in _NAMES.items():
            self.kind.addItem(tr(name), kind)
        self.kind.addItem(self.tr("What links to the open post"), HERE)
        self.kind.setAccessibleName(self.tr("What is shown"))
        self.again = QPushButton(self.tr("&Look again"), self)
        self.again.setAutoDefault(False)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("File"), self.tr("Line"), self.tr("What is written")])
        self.tree.setRootIsDecorated(False)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(self.tr("Found"))
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._said = Label("", self)
        self._said.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.kind, 1)
        head.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addLayout(head)
        layout.addWidget(self._said)
        layout.addWidget(self.tree, 1)
        self.kind.currentIndexChanged.connect(self._choose)
        self.again.clicked.connect(self.look)
        self.tree.itemActivated.connect(self._go)

    def open_for(self, blog: Blog, path: Path, *, here: bool) -> None:
        """Show the window.

        Args:
            path: the open post.
            here: what links to the open post; else what is wrong in the blog.

        """
        self._blog, self._path = blog, path
        self._findings = self._links_here = None
        self.kind.blockSignals(True)
        if here:
            self.kind.setCurrentIndex(self.kind.count() - 1)
        elif self.kind.currentData() == HERE:
            self.kind.setCurrentIndex(0)
        self.kind.blockSignals(False)
        self.show()
        self.raise_()
        self.activateWindow()
        self.look()

    def look(self) -> None:
        """Read all posts."""
        if self._blog is None or self._path is None:
            return
        self._findings = self._links_here = None
        self.tree.clear()
        self._said.setText(self.tr("Reading the blog’s posts…"))
        over = list[str]()
        request = {"root": str(self._blog.root), "generator": str(self._blog.generator)}
        if self.kind.currentData() == HERE:
            request |= {"task": "links_here", "path": str(self._path)}
            self._tasks.ask_about_posts("look", request, over, partial(self._come_here, over))
        else:
            request |= {"task": "look_at_links"}
            self._tasks.ask_about_posts("look", request, over, partial(self._come, over))

    def done(self, result: int) -> None:
        """End a task that is under way."""
        self._tasks.forget("look")
        super().done(result)

    def _come(self, over: Sequence[str], answer: Answer) -> None:
        result = answer.result
        unread = [Path(path) for path in (*result.get("unread", ()), *over)]
        found = [Finding(Kind(kind), path, line, name) for kind, path, line, name in result.get("found", ())]
        self._take(found, unread_in_words(unread) if answer.stop is None else self._stopped(answer))

    def _come_here(self, over: Sequence[str], answer: Answer) -> None:
        found = [(Path(path), line, name) for path, line, name in answer.result.get("found", ())]
        if answer.stop is not None:
            failure = self._stopped(answer)
        elif "failed" in answer.result:
            failure = tr("the links can’t be looked at: {0}").format(answer.result["failed"])
        else:
            failure = unread_in_words([Path(path) for path in over])
        self._take_here(found, failure)

    @staticmethod
    def _stopped(answer: Answer) -> str:
        return tr("the links can’t be looked at: {0}").format(reason(answer))

    # -- showing

    def _choose(self) -> None:
        known = self._links_here if self.kind.currentData() == HERE else self._findings
        if known is None:
            self.look()
        else:
            self._fill()

    def _take(self, found: list[Finding], failure: str) -> None:
        self._findings, self._failure = found, failure
        for index, kind in enumerate(_NAMES):
            times = sum(one.kind is kind for one in found)
            self.kind.setItemText(index, f"{tr(_NAMES[kind])} ({counted(times)})")
        self._fill()

    def _take_here(self, found: list[tuple[Path, int, str]], failure: str) -> None:
        self._links_here, self._failure = found, failure
        self._fill()

    def _fill(self) -> None:
        kind = self.kind.currentData()
        self.tree.clear()
        assert self._blog is not None
        if kind == HERE:
            here = self._links_here or []
            rows = [(self._blog.relative(path), line, name) for path, line, name in here]
        else:
            rows = [(one.path, one.line, one.name) for one in self._findings or [] if one.kind == kind]
        self._add(rows)
        nothing = self.tr("Nothing found.") if not rows else ""
        self._said.setText("\n".join(filter(None, (nothing or tr(_HINTS[kind]), self._failure))))

    def _add(self, rows: Sequence[tuple[str, int, str]]) -> None:
        for path, line, name in rows:
            item = TreeRow([path, counted(line) if line else "", name])
            item.setData(0, _PLACE, (path, line))
            item.setToolTip(0, path)
            item.setToolTip(2, name)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            self.tree.addTopLevelItem(item)

    def _go(self, item: QTreeWidgetItem) -> None:
        """A post is opened at the line, a picture by the program that shows pictures."""
        path, line = item.data(0, _PLACE)
        assert self._blog is not None
        if self.kind.currentData() == Kind.UNUSED:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._blog.root / path)))
        else:
            self.place_wanted.emit(self._blog.root / path, max(0, line - 1))
