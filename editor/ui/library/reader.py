"""Reads the index of a blog's posts for the library: on threads, and kept up to date by a process of its own.

What the index knew before is there at once.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.blog.site import Blog
from editor.ui.jobs import Asked, Jobs
from editor.ui.library.rows import plain_texts
from editor.ui.stopped import reason
from editor.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from editor.blog.library.index import Index, IndexFailed, Row
    from editor.tasks.answer import Answer

MAX_WATCHED = 400
"""More folders are not watched: their posts are looked at when the window comes to the front."""
SETTLE_MS = 700
"""How long after a change of the folder its posts are looked at: changes come in rows."""
POLL_MS = 250
PATIENCE_S = 0.2
"""For how long the window waits for a process that writes."""


class LibraryReader(QObject):
    """Knows one blog at a time; reads nothing before it has one."""

    loaded = Signal(object, object, object)  # root, rows, plain texts
    git_read = Signal(object)  # `Changed` since the last commit; None where there is no repository
    progressed = Signal(int, int)  # files looked at, of how many
    failed = Signal(str)

    def __init__(self, cache: Path, may_read: Callable[[], bool], parent: QObject) -> None:
        """Make a reader.

        Args:
            cache: the folder for the indexes.
            may_read: whether somebody looks at the posts now.

        """
        super().__init__(parent)
        self._cache, self._may_read = cache, may_read
        self.blog: Blog | None = None
        self._index: Index | None = None
        self._again = False
        self.scan_failure = ""
        """Why the posts could not all be read anew; "" when they were."""
        self._scans = Tasks(self, Lane.LIBRARY)
        self._loads, self._asks_of_git = Jobs(self), Jobs(self)
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._tell_progress)
        self._watcher.directoryChanged.connect(self._settle.start)

    @property
    def is_reading(self) -> bool:
        """Whether the index is being brought up to date."""
        return self._poll.isActive()

    def use(self, blog: Blog) -> None:
        """Read a blog from now on."""
        from editor.blog.library.index import Index, IndexFailed

        self.close()
        self.blog = blog
        try:
            self._index = Index(self.database, patience=PATIENCE_S)
        except IndexFailed as error:
            self.failed.emit(str(error))
            return
        self._read()
        self.refresh()

    @property
    def database(self) -> Path:
        """The index of the blog."""
        from editor.blog.library.index import index_file

        assert self.blog is not None
        return index_file(self._cache, self.blog.root)

    def refresh_soon(self) -> None:
        """Bring the index up to date in a moment."""
        self._settle.start()

    def refresh(self) -> None:
        """Have the index brought up to date; one time at a time."""
        if self.blog is None or not self._may_read():
            return
        if self._poll.isActive():
            self._again = True
            return
        self._poll.start()
        self._scan(self.blog, self.database)

    def stop(self) -> None:
        """End a reading that is under way; what was read so far is kept."""
        if self._poll.isActive():
            self._scans.forget("scan")
            self._taken("")

    def search(self, text: str) -> list[str]:
        """The paths of the posts in which a text stands; none where the index had to be thrown away."""
        from editor.blog.library.index import IndexFailed

        try:
            # Unicode: what a user types
            return self._index.search(text) if self._index is not None and text.strip() else []
        except IndexFailed as error:
            self._begin_anew(error)
            return []

    def watch(self, paths: Collection[str]) -> None:
        """Be told when a file comes, goes or is saved in the folders of the posts."""
        assert self.blog is not None
        folders = sorted({str((self.blog.root / path).parent) for path in paths})
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if folders and len(folders) <= MAX_WATCHED:
            self._watcher.addPaths(folders)

    def close(self) -> None:
        """Let go of the file, and of a reading that is under way."""
        self._scans.forget("scan")
        self._poll.stop()
        for jobs in (self._loads, self._asks_of_git):
            jobs.forget()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _scan(self, blog: Blog, database: Path) -> None:
        """Have the posts looked at; one that stops that is passed over, and listed as one that can't be read."""
        place = {"index": str(database), "root": str(blog.root), "generator": str(blog.generator)}
        self._scans.ask_about_posts("scan", {"task": "index", **place}, [], self._take_scan)

    def _take_scan(self, answer: Answer) -> None:
        self._taken(str(answer.result.get("failed", "")) if answer.stop is None else reason(answer))

    # -- on threads

    def _load(self, asked: Asked, blog: Blog, database: Path) -> None:
        """Ten thousand rows take a tenth of a second."""
        from editor.blog.library.index import Index, IndexFailed

        rows: list[Row] = []
        failed: IndexFailed | None = None
        try:
            index = Index(database)
            rows = index.rows()
            index.close()
        except IndexFailed as error:
            failed = error
        asked.answer(self._take_loaded, blog.root, rows, plain_texts(rows), failed)

    def _read_git(self, asked: Asked, root: Path) -> None:
        from editor.export.versions import changed_files

        asked.answer(self.git_read.emit, changed_files(root))

    # -- what comes from them

    def _taken(self, failure: str) -> None:
        self._poll.stop()
        self.scan_failure = failure
        self._read()
        if self.blog is not None:
            self._asks_of_git.ask(self._read_git, self.blog.root)
        if self._again:
            self._again = False
            self._settle.start()

    def _read(self) -> None:
        """Take the rows as the index has them now."""
        if self.blog is not None:
            self._loads.ask(self._load, self.blog, self.database)

    def _take_loaded(self, root: Path, rows: list[Row], plain: dict[str, str], failed: IndexFailed | None) -> None:
        if failed is not None:
            self._begin_anew(failed)
        else:
            self.loaded.emit(root, rows, plain)

    def _begin_anew(self, error: IndexFailed) -> None:
        """A damaged index is made anew unasked; one that can't be read now is only told of."""
        from editor.blog.library.index import throw_away

        if not error.damaged or self.blog is None:
            self.failed.emit(str(error))
            return
        database, blog = self.database, self.blog
        self.close()
        throw_away(database)
        self.use(blog)

    def _tell_progress(self) -> None:
        from editor.blog.library.index import IndexFailed

        if self._index is None:
            return
        done = whole = 0
        with contextlib.suppress(IndexFailed):  # told again in a moment
            done, whole = self._index.progress()
        if done < whole:
            self.progressed.emit(done, whole)

    def read_what_is_there(self) -> None:
        """Take the rows of a first reading that is not at its end."""
        self._read()
