"""The window with the other versions of a post: what has changed since, and any passage or all of it brought back.

They are commits, what the file held before a save, and copies that synchronising programs keep beside it.

Git is asked on a thread. What is brought back is an edit of the open post: it can be undone, and is saved when the
writer saves.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.blog.site import blog_of
from editor.export.git import GitProblem
from editor.export.versions import Version, content, failure_in_words, history
from editor.language import tr
from editor.post.conflict_copies import ConflictCopy, conflict_copies
from editor.post.counts import count
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.post.saved_versions import SavedVersion, SavedVersions
from editor.text.edit import Edit
from editor.text.source import UndecodableError
from editor.ui.beside_list import lay_beside
from editor.ui.compared import ComparedText
from editor.ui.document import PostDocument
from editor.ui.jobs import Asked, Jobs
from editor.ui.plain_text import Label, TreeRow, one_line
from editor.ui.rendered import RenderedSides
from editor.ui.speaking import counted, moment
from editor.ui.text_look import TextLook
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import Colours
from editor.writing.compare import Passage, bring_back, lines_of

_VERSION = Qt.ItemDataRole.UserRole
Kept = Version | SavedVersion | ConflictCopy
COUNTED: Final = 100
"""Of so many of the newest versions the length is told."""
WIDTH, HEIGHT = 1120, 640


class HistoryWindow(QDialog):
    """Earlier versions on the left, what is otherwise now on the right."""

    def __init__(self, document: PostDocument, saved: SavedVersions, parent: QWidget) -> None:
        super().__init__(parent)
        self._saved = saved
        self._document = document
        self._lists, self._texts = Jobs(self), Jobs(self)
        self._folder = self._path = Path()
        self._failure = ""
        self._wanted: Path | None = None
        self._then: list[str] = []
        self._now: list[str] = []
        self.setModal(False)
        open_at(self, WIDTH, HEIGHT)
        self.versions = QTreeWidget(self)
        self.versions.setHeaderLabels([self.tr("When"), self.tr("Characters"), self.tr("What")])
        self.versions.setRootIsDecorated(False)
        self.versions.setAllColumnsShowFocus(True)
        self.versions.setAccessibleName(self.tr("Earlier versions"))
        header = self.versions.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.text = ComparedText(self)
        self.text.setAccessibleName(self.tr("What has changed"))
        self._said = Label("", self)
        self._said.setWordWrap(True)
        self.sides = RenderedSides(self.tr("As it was then"), self.tr("As it is now"), self)
        self.as_page = QPushButton(self.tr("As a pa&ge"), self)
        self.as_page.setCheckable(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.sides)
        self.previous = QPushButton(self.tr("&Previous"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.passage = QPushButton(self)
        self.whole = QPushButton(self)
        for button in (self.previous, self.next, self.passage, self.whole, self.as_page):
            button.setAutoDefault(False)
        left, end = (self.previous, self.next, self.as_page), (self.passage, self.whole)
        sizes = WIDTH * 2 // 5, WIDTH * 3 // 5
        lay_beside(self, self.versions, (self._said, self._stack), (left, end), sizes)
        self.versions.currentItemChanged.connect(self._choose)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.passage.clicked.connect(self.bring_passage_back)
        self.whole.clicked.connect(self.bring_all_back)
        self.as_page.toggled.connect(self._show_page)

    def open_for(self, path: Path, look: TextLook, colours: Colours, copy: Path | None = None) -> None:
        """Show the versions of a post's file; `copy`: the one to begin with, the newest by default."""
        self._wanted = copy
        self._texts.forget()
        self._folder, self._path = path.parent, path
        self.setWindowTitle(self.tr("Earlier versions of {0}").format(one_line(path.name)))
        self.text.setFont(look.font())
        self.versions.clear()
        self.text.forget()
        self.text.colours = colours
        self._enable()
        self._said.setText(self.tr("Asking git…"))
        self.show()
        self.raise_()
        self.activateWindow()
        self._lists.ask(self._ask, path)

    def go(self, step: int) -> None:
        """Show the next passage (1) or the one before (-1)."""
        self.text.go(step)

    def bring_passage_back(self) -> None:
        """Give the passage at the caret its old lines."""
        if self.text.passages and self._is_as_shown():
            at = self.text.current
            self._document.apply(bring_back(self._turned(self.text.passages[at]), self._then, self._now))
            self._compare()
            self.text.show_passage(min(at, len(self.text.passages) - 1))

    def bring_all_back(self) -> None:
        """Give the whole post its old text."""
        if self.text.passages and self._is_as_shown():
            self._document.apply(Edit(0, self._document.post.length, "".join(self._then)))
            self._compare()

    def done(self, result: int) -> None:
        """Answers of jobs that are under way come too late."""
        self._lists.forget()
        self._texts.forget()
        super().done(result)

    # -- on threads

    def _ask(self, asked: Asked, path: Path) -> None:
        commits = history(path)
        found: list[Kept] = [*(commits.versions if commits is not None else ()), *conflict_copies(path)]
        failures = [failure_in_words(commits.failure)] if commits is not None and commits.failure else []
        try:
            found += self._saved.versions(path)
        except OSError as error:
            failures.append(tr("what was kept before saves can’t be read: {0}").format(error.strerror or error))
        found.sort(key=lambda version: version.when, reverse=True)
        asked.answer(self._take, found, commits is not None, "\n".join(failures))
        for row, version in enumerate(found[:COUNTED]):
            if asked.is_old():
                return
            asked.answer(self._take_length, row, _characters(self._content(path.parent, version)[0]))

    def _content(self, folder: Path, version: Kept) -> tuple[bytes | None, str]:
        """The bytes of a version, or why they can't be read."""
        try:
            if isinstance(version, ConflictCopy):
                return read_file(version.path, within=version.path.parent), ""
            return content(folder, version) if isinstance(version, Version) else self._saved.content(version), ""
        except (FileError, GitProblem) as error:
            return None, str(error)
        except (OSError, ValueError, zlib.error) as error:
            return None, str(getattr(error, "strerror", "") or error)

    def _ask_text(self, asked: Asked, folder: Path, version: Kept) -> None:
        asked.answer(self._take_text, *self._content(folder, version))

    # -- what comes from them

    def _take(self, found: list[Kept], in_git: bool, failure: str) -> None:
        self._failure = failure
        for version in found:
            when = version.when.astimezone()
            commit = version if isinstance(version, Version) else None
            copy = version if isinstance(version, ConflictCopy) else None
            what = commit.subject if commit is not None else self.tr("before it was saved")
            if copy is not None:
                what = self.tr("kept by {0}").format(copy.program)
            item = TreeRow([moment(when), "", what])
            item.setData(0, _VERSION, version)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            if commit is not None:
                item.setToolTip(2, f"{what}\n{commit.author}\n{commit.path}\n{commit.commit[:12]}")
            elif copy is not None:
                item.setToolTip(2, f"{what}\n{copy.path.name}")
            self.versions.addTopLevelItem(item)
        if failure and not found:
            self._say("")
        elif not found and not in_git:
            self._say(self.tr("Nothing is kept of this post yet: it was not saved here, and no git has it."))
        elif not found:
            self._say(self.tr("No commit has this post yet."))
        else:
            copies = [version.path if isinstance(version, ConflictCopy) else None for version in found]
            wanted = copies.index(self._wanted) if self._wanted in copies and self._wanted is not None else 0
            first = self.versions.topLevelItem(wanted)
            assert first is not None
            self.versions.setCurrentItem(first)
            self.versions.setFocus()

    def _take_length(self, row: int, characters: int) -> None:
        item = self.versions.topLevelItem(row)
        if item is not None and characters >= 0:
            item.setText(1, counted(characters))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._texts.ask(self._ask_text, self._folder, item.data(0, _VERSION))

    def _say(self, text: str) -> None:
        """Say something of the versions, below what could not be read of them."""
        self._said.setText("\n".join(filter(None, (self._failure, text))))

    def _take_text(self, data: bytes | None, reason: str) -> None:
        try:
            then = Post.from_bytes(data).text if data is not None else None
        except UndecodableError as error:
            then, reason = None, str(error)
        if then is None:
            self._say(self.tr("This version can’t be read: {0}").format(reason))
            self.text.forget()
            self._enable()
            return
        self._then = lines_of(then)
        self._compare()

    # -- showing

    def _compare(self) -> None:
        """Show what is otherwise in the open post."""
        self._now = lines_of(self._document.post.text)
        self.text.compare(self._now, self._then, by_come=False)
        self._say(self._in_words(len(self.text.passages)))
        self._enable()
        self._show_page(self.as_page.isChecked())

    @property
    def _is_copy(self) -> bool:
        """Whether the chosen version is a copy of a synchronising program, and no earlier one."""
        item = self.versions.currentItem()
        return item is not None and isinstance(item.data(0, _VERSION), ConflictCopy)

    def _in_words(self, number: int) -> str:
        """How many passages are otherwise: than it was, or than in the copy."""
        if self._is_copy:
            same = self.tr("The copy has the same text.")
            told = self.tr("%Ln passage(s) differ(s)", "", number)
            signs = self.tr("− in this post, + in the copy")
        else:
            same = self.tr("The post is as it was then.")
            told = self.tr("%Ln passage(s) changed since", "", number)
            signs = self.tr("− as it is now, + as it was then")
        return f"{told} ({signs})" if number else same

    def _show_page(self, wanted: bool) -> None:
        """Both versions as pages side by side, or the lines that differ."""
        self._stack.setCurrentWidget(self.sides if wanted else self.text)
        if wanted:
            then = "".join(self._then).encode()
            now = self._document.post.text.encode()
            blog = blog_of(self._path)
            self.sides.show_sides(blog, blog.relative(self._path), then, now, {}, self.text.colours)

    def _turned(self, passage: Passage) -> Passage:
        """A passage from the version to the post."""
        return Passage(passage.new, passage.old)

    def _is_as_shown(self) -> bool:
        """Whether the post is the one that was compared; else it is compared anew."""
        if self._document.read_only:
            return False
        if lines_of(self._document.post.text) == self._now:
            return True
        self._compare()
        return False

    def _enable(self) -> None:
        take, take_all = self.tr("Take this &passage"), self.tr("Take &all of it")
        back, all_back = self.tr("Bring this &passage back"), self.tr("Bring &all of it back")
        self.passage.setText(take if self._is_copy else back)
        self.whole.setText(take_all if self._is_copy else all_back)
        for button in (self.previous, self.next, self.passage, self.whole):
            button.setEnabled(bool(self.text.passages) and not self._document.read_only)


def _characters(data: bytes | None) -> int:
    """The length of a version's body; -1 when it can't be read."""
    try:
        return count(Post.from_bytes(data).body).characters if data is not None else -1
    except UndecodableError:
        return -1
