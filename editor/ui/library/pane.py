"""The library: all posts of the open post's blog, found as one types, opened by a click or Enter.

The index is brought up to date in a process of its own; what it knew before is there at once.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from editor.blog.site import Blog
from editor.header import Generator
from editor.settings import Settings
from editor.ui.files import PostFiles
from editor.ui.library.rows import ROW, PostRows, plain_texts
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12

if TYPE_CHECKING:
    from editor.blog.library.index import Index, IndexFailed, Row

MAX_WATCHED = 400
"""More folders are not watched: their posts are looked at when the window comes to the front."""
SETTLE_MS = 700
"""How long after a change of the folder its posts are looked at: changes come in rows."""
POLL_MS = 250
PATIENCE_S = 0.2
"""For how long the window waits for a process that writes."""
WIDTH = 260
SCAN_LIMIT_S = 1800.0


class Library(QWidget):
    """The pane. It reads nothing before it is shown."""

    wanted = Signal()  # it is to be shown
    _loaded = Signal(object, object, object, object)  # root, rows, plain texts, failure; from a thread
    _scanned = Signal(object)  # the root that was looked at; from a thread

    def __init__(self, files: PostFiles, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._files, self._settings = files, settings
        self._blog: Blog | None = None
        self._index: Index | None = None
        self._stop: Callable[[], None] | None = None
        self._again = self._started = False
        self.rows = PostRows(self)
        self.setObjectName("library")
        self.setMinimumWidth(180)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Title, tag or text"))
        self.filter.setAccessibleName(self.tr("Find posts"))
        self.filter.setClearButtonEnabled(True)
        self._order = QToolButton(self)
        self._order.setText("⇅")
        self._order.setToolTip(self.tr("Order and state"))
        self._order.setAccessibleName(self.tr("Order and state"))
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._menu())
        self.view = QListView(self)
        self.view.setModel(self.rows)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Posts of the blog"))
        self._facts = QLabel(self)
        self._facts.setObjectName("label")
        self._cancel = QToolButton(self)
        self._cancel.setText(self.tr("Stop"))
        self._cancel.hide()
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self._order)
        foot.addWidget(self._facts, 1)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_12, SPACE_4, SPACE_4)
        layout.setSpacing(SPACE_8)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._tell_progress)
        self._scanned.connect(self._taken)
        self._loaded.connect(self._show_loaded)
        self._watcher.directoryChanged.connect(self._settle.start)
        self.filter.textChanged.connect(self.show_rows)
        self.filter.installEventFilter(self)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self._cancel.clicked.connect(self.stop)
        files.moved.connect(self._follow)
        files.saved.connect(self._settle.start)

    def start(self) -> None:
        """From now on read: the text of the open post comes first."""
        self._started = True
        self._follow()

    def do_show_library(self, shown: bool) -> None:
        """Show it, or hide it."""
        self._settings.set("library_shown", shown)
        self.setVisible(shown)

    def do_find_post(self) -> None:
        """Show it, and type what is looked for."""
        self.wanted.emit()
        self.filter.setFocus()
        self.filter.selectAll()

    def showEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        """Read the blog when there is somebody to look at it."""
        from editor.ui.library.delegate import PostDelegate  # not for the start of the window

        super().showEvent(event)  # type: ignore[arg-type]
        if not isinstance(self.view.itemDelegate(), PostDelegate):
            self.view.setItemDelegate(PostDelegate(self.view))
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Arrows walk the list while one types above it."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = min(max(0, self.view.currentIndex().row() + step), self.rows.rowCount() - 1)
                self.view.setCurrentIndex(self.rows.index(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self.view.currentIndex()
                self._open(current if current.isValid() else self.rows.index(0))
                return True
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Have the index brought up to date; one time at a time."""
        if self._blog is None or not self.isVisible():
            return
        if self._poll.isActive():
            self._again = True
            return
        blog, database = self._blog, self._database(self._blog)
        self._poll.start()
        threading.Thread(target=self._scan, args=(blog, database), daemon=True).start()

    def stop(self) -> None:
        """End a reading that is under way; what was read so far is kept."""
        if self._stop is not None:
            self._stop()

    def show_rows(self) -> None:
        """Show what fits what is typed."""
        from editor.blog.library.index import IndexFailed

        search = self.filter.text()
        try:
            found = self._index.search(search) if self._index is not None and search.strip() else []
        except IndexFailed as error:
            self._begin_anew(error)
            return
        sort, state = str(self._settings.get("library_order")), str(self._settings.get("library_state"))
        self.rows.show(search, found, sort=sort if sort in _ORDERS else "date", state=state)
        self._tell()
        self._mark_open()

    def close_index(self) -> None:
        """Let go of the file, and of a reading that is under way."""
        self.stop()
        self._poll.stop()
        if self._index is not None:
            self._index.close()
            self._index = None

    # -- following

    def _follow(self) -> None:
        """The open post may be in another blog now."""
        blog = self._files.blog
        if not self._started or not self.isVisible() or blog is None:
            return
        if blog != self._blog:
            self.close_index()
            self._blog = blog
            self.rows.set_rows(blog.root, [], {})
            self.rows.show("", [], sort="date", state="")
            if blog.generator is Generator.PLAIN and blog.root in (Path.home(), Path(blog.root.anchor)):
                self._facts.setText(self.tr("Open a post of your blog."))  # all of a home folder is no blog
                return
            from editor.blog.library.index import Index, IndexFailed

            try:
                self._index = Index(self._database(blog), patience=PATIENCE_S)
            except IndexFailed as error:
                self._facts.setText(self.tr("The posts can’t be listed: {0}").format(error))
                return
            self._read()
            self.refresh()
        self._mark_open()

    def _database(self, blog: Blog) -> Path:
        from editor.blog.library.index import index_file

        return index_file(self._settings.cache, blog.root)

    def _scan(self, blog: Blog, database: Path) -> None:
        """On a thread: waits for the process."""
        from editor.render.supervisor import ask_once

        request = {"index": str(database), "root": str(blog.root), "generator": str(blog.generator)}
        ask_once(request, time_limit=SCAN_LIMIT_S, started=self._may_stop)
        with contextlib.suppress(RuntimeError):  # the window may have been closed meanwhile
            self._scanned.emit(blog.root)

    def _may_stop(self, stop: Callable[[], None]) -> None:
        self._stop = stop

    def _taken(self, root: Path) -> None:
        self._poll.stop()
        self._stop = None
        if self._blog is not None and root == self._blog.root:
            self._read()
        if self._again:
            self._again = False
            self._settle.start()

    def _read(self) -> None:
        """Take the rows as the index has them now."""
        if self._blog is not None:
            arguments = (self._blog, self._database(self._blog))
            threading.Thread(target=self._load, args=arguments, daemon=True).start()

    def _load(self, blog: Blog, database: Path) -> None:
        """On a thread: ten thousand rows take a tenth of a second."""
        from editor.blog.library.index import Index, IndexFailed

        rows: list[Row] = []
        failed: IndexFailed | None = None
        try:
            index = Index(database)
            rows = index.rows()
            index.close()
        except IndexFailed as error:
            failed = error
        with contextlib.suppress(RuntimeError):  # the window may have been closed meanwhile
            self._loaded.emit(blog.root, rows, plain_texts(rows), failed)

    def _show_loaded(self, root: Path, rows: list[Row], plain: dict[str, str], failed: IndexFailed | None) -> None:
        if self._blog is None or root != self._blog.root:
            return
        if failed is not None:
            self._begin_anew(failed)
            return
        self.rows.set_rows(root, rows, plain)
        self.show_rows()
        self._watch()

    def _begin_anew(self, error: IndexFailed) -> None:
        """A damaged index is made anew unasked; one that can't be read now is only told of."""
        from editor.blog.library.index import throw_away

        if not error.damaged or self._blog is None:
            self._facts.setText(self.tr("The posts can’t be listed: {0}").format(error))
            return
        database = self._database(self._blog)
        self.close_index()
        throw_away(database)
        self._blog = None
        self._follow()

    def _watch(self) -> None:
        """Be told when a file comes, goes or is saved in the folders of the posts."""
        assert self._blog is not None
        folders = sorted({str((self._blog.root / path).parent) for path in self.rows.all_paths})
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if folders and len(folders) <= MAX_WATCHED:
            self._watcher.addPaths(folders)

    # -- telling

    def _tell_progress(self) -> None:
        from editor.blog.library.index import IndexFailed

        if self._index is None:
            return
        done = whole = 0
        with contextlib.suppress(IndexFailed):  # told again in a moment
            done, whole = self._index.progress()
        if done < whole:
            self._cancel.show()
            self._facts.setText(self.tr("Reading {0} of {1}…").format(f"{done:,}", f"{whole:,}"))
            if self.rows.rowCount() == 0:
                self._read()

    def _tell(self) -> None:
        self._cancel.hide()
        counts = self.rows.counts()
        whole, shown = sum(counts.values()), self.rows.rowCount()
        text = self.tr("{0} posts").format(f"{whole:,}") if whole != 1 else self.tr("1 post")
        if shown != whole:
            text = self.tr("{0} of {1} posts").format(f"{shown:,}", f"{whole:,}")
        rest = " · ".join(f"{number:,} {state}" for state, number in counts.items() if state != "visible")
        self._facts.setText(text)
        self._facts.setToolTip(rest)

    def _mark_open(self) -> None:
        """Show which row is the open post."""
        path = self._files.path
        if self._blog is None or path is None or not self._blog.holds(path) or self.filter.hasFocus():
            return
        relative = self._blog.relative(path)
        if relative in self.rows.paths:
            self.view.setCurrentIndex(self.rows.index(self.rows.paths.index(relative)))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None and self._blog is not None:
            self._files.open(self._blog.root / row.path)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for setting, names in (("library_order", _ORDERS), ("library_state", _STATES)):
            menu.addSection(self.tr("Order") if setting == "library_order" else self.tr("State"))
            for name, label in names.items():
                action = menu.addAction(self.tr(label))
                action.setCheckable(True)
                action.setData((setting, name))
                action.triggered.connect(lambda _=False, one=setting, value=name: self._choose(one, value))
        menu.aboutToShow.connect(self._check_menu)
        return menu

    def _choose(self, setting: str, value: str) -> None:
        self._settings.set(setting, value)
        self.show_rows()

    def _check_menu(self) -> None:
        for action in self._order.menu().actions():
            if action.data() is not None:
                setting, name = action.data()
                action.setChecked(self._settings.get(setting) == name)


_ORDERS = {"date": "By date", "changed": "By last change", "title": "By title", "length": "By length"}
_STATES = {
    "": "All",
    "visible": "Visible",
    "future": "Lies ahead",
    "draft": "Drafts",
    "hidden": "Hidden",
    "broken": "Broken",
}
