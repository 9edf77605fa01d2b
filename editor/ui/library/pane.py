"""The library: all posts of the open post's blog, found as one types, opened by a click or Enter.

Above the posts may be a month of the blog, or its numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.blog.state import named
from editor.header import Generator
from editor.language import msg, tr
from editor.settings import Settings
from editor.ui.files import PostFiles
from editor.ui.library.reader import LibraryReader
from editor.ui.library.rows import ROW, UNCOMMITTED, Choice, PostRows
from editor.ui.plain_text import Label
from editor.ui.speaking import counted
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import hint
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12

if TYPE_CHECKING:
    from editor.blog.library.index import Row
    from editor.export.versions import Changed
    from editor.ui.library.calendar import PostCalendar
    from editor.ui.library.numbers import PostNumbers


class Library(QWidget):
    """The pane. It reads nothing before it is shown."""

    wanted = Signal()  # it is to be shown

    def __init__(self, files: PostFiles, settings: Settings, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._files, self._settings, self._icons = files, settings, icons
        self._started = False
        self._git_failure = ""
        self.rows = PostRows(self)
        self.reader = LibraryReader(settings.cache, self.isVisible, self)
        self.calendar: PostCalendar | None = None
        self.numbers: PostNumbers | None = None
        self.setObjectName("library")
        self.setMinimumWidth(180)
        self.filter = QLineEdit(self)
        hint(self.filter, self.tr("Title, tag or text"))
        self.filter.setAccessibleName(self.tr("Find posts"))
        self.filter.setClearButtonEnabled(True)
        self._order = QToolButton(self)
        self._order.setText("⇅")
        self._order.setToolTip(self.tr("Order, groups and state"))
        self._order.setAccessibleName(self.tr("Order, groups and state"))
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._menu())
        self.view = QListView(self)
        self.view.setModel(self.rows)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Posts of the blog"))
        self._facts = Label("", self)
        self._facts.setObjectName("label")
        self._facts.setWordWrap(True)
        self._cancel = QToolButton(self)
        self._cancel.setText(self.tr("Stop"))
        self._cancel.hide()
        self._views = QButtonGroup(self)
        self._lay_out()
        self.reader.loaded.connect(self._show_loaded)
        self.reader.git_read.connect(self._take_git)
        self.reader.progressed.connect(self._tell_progress)
        self.reader.failed.connect(self._tell_failure)
        self.filter.textChanged.connect(self.show_rows)
        self.filter.installEventFilter(self)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self._cancel.clicked.connect(self.reader.stop)
        files.moved.connect(self._follow)
        files.saved.connect(self.reader.refresh_soon)

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

    def show_view(self, name: str) -> None:
        """Show the posts alone ("list"), or below a month of them ("calendar") or their numbers ("numbers")."""
        self._settings.set("library_view", name)
        self._show_above()
        self.show_rows()

    def showEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        """Read the blog when there is somebody to look at it."""
        from editor.ui.library.delegate import PostDelegate  # not for the start of the window

        super().showEvent(event)  # type: ignore[arg-type]
        if not isinstance(self.view.itemDelegate(), PostDelegate):
            self.view.setItemDelegate(PostDelegate(self.view))
            self._show_above()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Arrows walk the list while one types above it."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._walk(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self.view.currentIndex()
                self._open(current if current.isValid() else self.rows.index(0))
                return True
        return super().eventFilter(watched, event)

    def show_rows(self) -> None:
        """Show what fits what is typed."""
        search = self.filter.text()
        found = self.reader.search(search)
        sort, group, state = (str(self._settings.get(f"library_{name}")) for name in ("order", "group", "state"))
        days = self.calendar.days if self.calendar is not None and not self.calendar.isHidden() else None
        self.rows.show(search, found, Choice(sort if sort in _ORDERS else "date", group, state, days))
        self._tell()
        self._mark_open()

    def set_row_menu(self, actions: Sequence[QAction]) -> None:
        """What can be done with a post: the menu of the right mouse button, which opens the post first."""
        self._row_menu = QMenu(self)
        self._row_menu.addActions(actions)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_row_menu)

    def retell(self) -> None:
        """Say all again, in the language that is spoken now."""
        if self.reader.blog is not None and self._started:
            self.reader.use(self.reader.blog)
        self._fill_above()
        self.show_rows()

    def close_index(self) -> None:
        """Let go of the file, and of a reading that is under way."""
        self.reader.close()

    # -- following

    def _follow(self) -> None:
        """The open post may be in another blog now."""
        blog = self._files.blog
        if not self._started or not self.isVisible() or blog is None:
            return
        if blog != self.reader.blog:
            self.rows.uncommitted, self._git_failure = frozenset(), ""
            self.rows.set_rows(blog.root, [], {})
            self.rows.show("", [], Choice())
            if blog.generator is Generator.PLAIN and blog.root in (Path.home(), Path(blog.root.anchor)):
                self.reader.close()
                self.reader.blog = blog
                self._facts.setText(self.tr("Open a post of your blog."))  # all of a home folder is no blog
                return
            self.reader.use(blog)
        self._mark_open()

    def _show_loaded(self, root: Path, rows: list[Row], plain: dict[str, str]) -> None:
        first = not self.rows.all
        self.rows.set_rows(root, rows, plain)
        self._fill_above()
        if first and self.calendar is not None:
            self._show_month()
        self.show_rows()
        self.reader.watch([row.path for row in rows])

    def _take_git(self, changed: Changed | None) -> None:
        names = changed.names if changed is not None else frozenset()
        failure = changed.failure if changed is not None else ""
        if (names, failure) != (self.rows.uncommitted, self._git_failure):
            self.rows.uncommitted, self._git_failure = names, failure
            self.show_rows()

    # -- what is above the posts

    def _show_above(self) -> None:
        name = str(self._settings.get("library_view"))
        for button in self._views.buttons():
            button.setChecked(button.property("view") == (name if name in _VIEWS else "list"))
        if name == "calendar" and self.calendar is None:
            from editor.ui.library.calendar import PostCalendar

            self.calendar = PostCalendar(self._icons, self)
            self._above.addWidget(self.calendar)
            self.calendar.changed.connect(self.show_rows)
        if name == "numbers" and self.numbers is None:
            from editor.ui.library.numbers import PostNumbers

            self.numbers = PostNumbers(self)
            self._above.addWidget(self.numbers)
        for widget, of in ((self.calendar, "calendar"), (self.numbers, "numbers")):
            if widget is not None:
                widget.setVisible(name == of)
        self._fill_above()
        if self.calendar is not None and name == "calendar":
            self._show_month()

    def _fill_above(self) -> None:
        if self.calendar is not None:
            self.calendar.show_posts(self.rows.all)
        if self.numbers is not None:
            self.numbers.show_posts(self.rows.all)

    def _show_month(self) -> None:
        """The month of the open post, else of the newest one."""
        assert self.calendar is not None
        path, blog = self._files.path, self.reader.blog
        relative = blog.relative(path) if blog is not None and path is not None and blog.holds(path) else ""
        days = [row.day for row in self.rows.all if row.day and (row.path == relative or not relative)]
        if days:
            self.calendar.show_day(max(days))

    # -- telling

    def _tell_progress(self, done: int, whole: int) -> None:
        self._cancel.show()
        self._facts.setText(self.tr("Reading {0} of {1}…").format(counted(done), counted(whole)))
        if self.rows.rowCount() == 0:
            self.reader.read_what_is_there()

    def _tell_failure(self, reason: str) -> None:
        self._facts.setText(self.tr("The posts can’t be listed: {0}").format(reason))

    def _tell(self) -> None:
        from editor.export.versions import failure_in_words

        self._cancel.hide()
        counts = self.rows.counts()
        whole, shown = sum(counts.values()), self.rows.number
        text = self.tr("%Ln post(s)", "", whole)
        if shown != whole:
            text = self.tr("{0} of {1} posts").format(counted(shown), counted(whole))
        rest = " · ".join(f"{counted(number)} {named(state)}" for state, number in counts.items() if state != "visible")
        old = self.reader.scan_failure
        failures = [self.tr("The list may be out of date: {0}").format(old)] if old else []
        failures += [failure_in_words(self._git_failure)] if self._git_failure else []
        self._facts.setText("\n".join((text, *failures)))
        self._facts.setToolTip(rest)

    def _mark_open(self) -> None:
        """Show which row is the open post."""
        path, blog = self._files.path, self.reader.blog
        if blog is None or path is None or not blog.holds(path) or self.filter.hasFocus():
            return
        relative, paths = blog.relative(path), self.rows.paths
        if relative in paths:
            self.view.setCurrentIndex(self.rows.index(paths.index(relative)))

    def _walk(self, step: int) -> None:
        """Go to the post above or below; lines between posts are passed over."""
        at, paths = self.view.currentIndex().row() + step, self.rows.paths
        while 0 <= at < len(paths) and not paths[at]:
            at += step
        if 0 <= at < len(paths):
            self.view.setCurrentIndex(self.rows.index(at))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None and self.reader.blog is not None:
            self._files.open(self.reader.blog.root / row.path)

    def _show_row_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.data(ROW) is not None:
            self._open(index)
            self._row_menu.popup(self.view.viewport().mapToGlobal(place))

    # -- putting together

    def _lay_out(self) -> None:
        head, foot, above = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self._order)
        foot.addWidget(self._facts, 1)
        foot.addWidget(self._cancel)
        for name, (icon, text) in _VIEWS.items():
            button = QToolButton(self)
            button.setIcon(self._icons.icon(icon))
            button.setCheckable(True)
            button.setProperty("view", name)
            button.setToolTip(tr(text))
            button.setAccessibleName(tr(text))
            button.clicked.connect(lambda _=False, view=name: self.show_view(view))
            self._views.addButton(button)
            foot.addWidget(button)
        self._above = above
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_12, SPACE_4, SPACE_4)
        layout.setSpacing(SPACE_8)
        layout.addLayout(head)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for setting, title, names in (
            ("library_order", self.tr("Order"), _ORDERS),
            ("library_group", self.tr("Groups"), _GROUPS),
            ("library_state", self.tr("State"), _STATES),
        ):
            menu.addSection(title)
            for name, label in names.items():
                action = menu.addAction(tr(label))
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


_ORDERS = {
    "date": msg("By date"),
    "changed": msg("By last change"),
    "title": msg("By title"),
    "length": msg("By length"),
}
_GROUPS = {
    "": msg("None"),
    "year": msg("By year"),
    "month": msg("By month"),
    "folder": msg("By folder"),
    "category": msg("By category"),
    "state": msg("By state"),
    "language": msg("By language"),
}
_STATES = {
    "": msg("All"),
    "visible": msg("Visible"),
    "future": msg("Lies ahead"),
    "draft": msg("Drafts"),
    "hidden": msg("Hidden"),
    "broken": msg("Broken"),
    UNCOMMITTED: msg("Changed since the last commit"),
}
_VIEWS = {
    "list": ("list", msg("Posts")),
    "calendar": ("calendar-days", msg("Calendar")),
    "numbers": ("chart-column", msg("Numbers")),
}
