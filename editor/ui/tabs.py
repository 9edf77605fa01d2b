"""Several posts open at once: one is in the window, the others are put aside with their undo, caret and scroll place.

A post of the last session is read when its tab is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTabBar, QToolButton

from editor.settings import Settings
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.open_tab import MAX_TABS, Tab, same_file, tab_of_session
from editor.ui.plain_text import literal, one_line
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

CARET_MS = 1_000
"""How long after the caret or the text moved the session is written; other changes are written at once."""


class Tabs(QTabBar):
    """The tabs above the text; hidden while there is one post."""

    followed = Signal(object, object)  # QTextDocument, Path: where the file of a post with unsaved work is now

    def __init__(
        self, document: PostDocument, files: PostFiles, pane: TextPane, settings: Settings, icons: Icons
    ) -> None:
        super().__init__()
        self._icons = icons
        self._document, self._files, self._pane, self._settings = document, files, pane, settings
        self._numbers = 0
        self._tabs: dict[int, Tab] = {}
        self._recent: list[int] = []  # by use, the newest first
        self._cycle: list[int] = []  # what Ctrl+Tab goes through while Ctrl is held
        self._shown = -1
        self.setObjectName("tabs")
        self.setAccessibleName(self.tr("Open posts"))
        self.setAutoHide(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.remember)
        self._add(None, self.tr("Untitled post"))
        self.currentChanged.connect(self._chosen)
        self.tabMoved.connect(self._tab_moved)
        files.set_room(self)
        files.moved.connect(self._rename)
        files.moved.connect(self._remember_soon)
        document.modified_changed.connect(self._rename)
        pane.cursorPositionChanged.connect(self._caret_moved)
        pane.verticalScrollBar().valueChanged.connect(self._caret_moved)

    # -- what opening a post asks for

    def show_open(self, path: Path) -> bool:
        """Show the tab of a file; False when it is not open."""
        for number, tab in self._tabs.items():
            if tab.path is not None and same_file(tab.path, path):
                self.show_tab(number)
                return True
        return False

    def make_room(self) -> None:
        """Put the post that is shown aside, unless it is an empty one that nobody has touched."""
        self._files.leaving.emit()
        if self._is_blank():
            return
        self._put_aside()
        self._add(None, self.tr("Untitled post"))

    # -- switching

    def show_tab(self, number: int) -> None:
        """Show a post."""
        if number == self._shown or number not in self._tabs:
            return
        self._put_aside()
        self._take_up(number)

    def show_beside(self, step: int) -> None:
        """Show the next tab to the right (1) or left (-1), around the ends."""
        if self.count() > 1:
            self.show_tab(self.tabData((self.currentIndex() + step) % self.count()))

    def show_recent(self, step: int) -> None:
        """Go through the posts by recent use; the row counts as it was until Ctrl is let go."""
        if not self._cycle:
            self._cycle = list(self._recent)
            self._pane.installEventFilter(self)
        at = self._cycle.index(self._shown)
        self.show_tab(self._cycle[(at + step) % len(self._cycle)])
        self._pane.setFocus()

    def do_next_tab(self) -> None:
        """Show the post to the right."""
        self.show_beside(1)

    def do_previous_tab(self) -> None:
        """Show the post to the left."""
        self.show_beside(-1)

    def do_recent_tab(self) -> None:
        """Show the post used before this one."""
        self.show_recent(1)

    def do_recent_tab_back(self) -> None:
        """And back."""
        self.show_recent(-1)

    @property
    def paths(self) -> frozenset[Path]:
        """The files of all open posts."""
        shown = self._files.path
        others = {tab.path for number, tab in self._tabs.items() if number != self._shown and tab.path is not None}
        return frozenset(others | ({shown} if shown is not None else set()))

    def unsaved(self) -> frozenset[Path]:
        """The files of open posts that have changes which are not saved, as they are without links."""
        self._tabs[self._shown].modified = self._document.modified
        return frozenset(tab.path.resolve() for tab in self._tabs.values() if tab.modified and tab.path is not None)

    def reread(self, paths: frozenset[Path]) -> None:
        """Posts were written by another part of the program: those that are open are read again, without changes."""
        for number, tab in self._tabs.items():
            if tab.path is None or tab.path.resolve() not in paths:
                continue
            if number == self._shown and not self._document.text_modified:
                self._files.open(tab.path, here=True, again=True, fields=self._document.field_texts)
            elif tab.sheet is not None and not tab.modified:
                tab.stale = True

    def follow(self, moved: Callable[[Path], Path], written: frozenset[Path]) -> None:
        """Files of open posts were moved, or written, by another part of the program: show them as they are now.

        Args:
            moved: gives a file's place now.
            written: the files whose text is another one, at their places now.

        """
        for number, tab in self._tabs.items():
            now = moved(tab.path) if tab.path is not None else None
            if now is None or now == tab.path:
                continue
            tab.path, tab.name = now, now.name
            if number == self._shown and self._document.modified:
                self._files.follow(now)
                self.followed.emit(self._document.qt, now)
            elif number == self._shown:
                self._files.open(now, here=True, again=True)
            elif tab.file is not None:
                tab.file, tab.stale = replace(tab.file, path=now), not tab.modified
                if tab.sheet is not None:
                    self.followed.emit(tab.sheet.qt, now)
            self.setTabText(self._index(number), literal(tab.name))
        self.reread(frozenset(path.resolve() for path in written))

    def close_tab(self, number: int | None = None) -> bool:
        """Close a post, the shown one by default; False when the writer wants to keep it open."""
        number = self._shown if number is None else number
        tab = self._tabs[number]
        if number == self._shown or tab.modified:
            self.show_tab(number)
            if not self._files.may_leave():
                return False
            if len(self._tabs) == 1:
                self._document.saved()
                self._files.new(here=True)
                return True
        next_one = next(other for other in self._recent if other != number)
        if number == self._shown:
            self._put_aside()
            self._take_up(next_one)
        self._forget(number)
        return True

    def may_leave_all(self) -> bool:
        """Ask for each changed post what to do with it; False when the writer wants to stay."""
        for number, tab in list(self._tabs.items()):
            if number != self._shown and not tab.modified:
                continue
            self.show_tab(number)
            if not self._files.may_leave(closing=False):
                return False
        return True

    def retell(self) -> None:
        """Name the posts again, in the language that is spoken now."""
        for number, tab in self._tabs.items():
            if tab.path is None and number != self._shown:
                tab.name = self.tr("Untitled post")
                self.setTabText(self._index(number), literal(f"{tab.name} •" if tab.modified else tab.name))
        self._rename()

    # -- the session

    def remember(self) -> None:
        """Write down which posts are open, and where the caret is in each."""
        self._soon.stop()
        self._note_place()
        rows = [self._tabs[self.tabData(index)] for index in range(self.count())]
        session = [[str(tab.path), tab.caret, tab.top] for tab in rows if tab.path is not None]
        shown = self._tabs[self._shown].path
        last = next((number for number, row in enumerate(session, 1) if row[0] == str(shown)), len(session))
        session = session[: max(last, MAX_TABS)]  # with the shown one, wherever it stands
        self._settings.update(
            {"session": session[-MAX_TABS:], "session_shown": str(shown) if shown is not None else ""}
        )

    def _remember_soon(self, wait_ms: int = 0) -> None:
        """Write it down once for all that changes until then; a kill must not cost the writer the open posts."""
        if not self._soon.isActive() or wait_ms < self._soon.remainingTime():
            self._soon.start(wait_ms)

    def _tab_moved(self) -> None:
        self._remember_soon()

    def _caret_moved(self) -> None:
        self._remember_soon(CARET_MS)

    def restore(self) -> bool:
        """Bring the posts of the last session back; False when there were none that are still there."""
        shown = None
        for row in self._settings.get("session")[:MAX_TABS]:
            tab = tab_of_session(row)
            if tab is None or any(one.path == tab.path for one in self._tabs.values()):
                continue
            number = self._add(tab.path, tab.name, shown=False)
            self._tabs[number].caret = self._tabs[number].anchor = tab.caret
            self._tabs[number].top = tab.top
            if shown is None or str(tab.path) == self._settings.get("session_shown"):
                shown = number
        if shown is None:
            return False
        blank = self._shown if self._is_blank() else None
        self.show_tab(shown)
        if self._files.path is not None and blank is not None:
            self._forget(blank)
        return True

    # -- Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Letting Ctrl go ends a walk by recent use."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            if event.key() == Qt.Key.Key_Control:
                watched.removeEventFilter(self)
                self._cycle = []
                self._used(self._shown)
        elif event.type() == QEvent.Type.FocusOut:
            self._cycle = []
        return False

    # -- parts

    def _add(self, path: Path | None, name: str, *, shown: bool = True) -> int:
        number = self._numbers
        self._numbers += 1
        self._tabs[number] = Tab(number, name, path)
        self._recent.append(number)
        self.blockSignals(True)
        index = self.insertTab(self.currentIndex() + 1 if shown else self.count(), literal(name))
        self.setTabData(index, number)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(number))
        if path is not None:
            self.setTabToolTip(index, one_line(str(path)))
        if shown:
            self._shown = number
            self._used(number)
            self.setCurrentIndex(index)
        self.blockSignals(False)
        return number

    def _close_button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icons.icon("x"))
        button.setIconSize(QSize(12, 12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("Close this post"))
        button.setAccessibleName(self.tr("Close this post"))
        button.clicked.connect(lambda: self.close_tab(number))
        return button

    def _forget(self, number: int) -> None:
        tab = self._tabs.pop(number)
        self._remember_soon()
        self._recent.remove(number)
        self._cycle = []
        if tab.sheet is not None:
            tab.sheet.qt.deleteLater()
        self._quietly(lambda: self.removeTab(self._index(number)))

    def _is_blank(self) -> bool:
        """Whether the shown post is a new one that nobody has touched: nothing is lost with it."""
        return self._files.path is None and self._document.is_untouched

    def _put_aside(self) -> None:
        self._files.leaving.emit()
        self._note_place()
        tab = self._tabs[self._shown]
        tab.modified = self._document.modified
        tab.file = self._files.put_aside()
        tab.sheet = self._document.put_aside()

    def _take_up(self, number: int) -> None:
        tab = self._tabs[number]
        self._remember_soon()
        self._shown = number
        if not self._cycle:
            self._used(number)
        self._quietly(lambda: self.setCurrentIndex(self._index(number)))
        if tab.sheet is not None and tab.file is not None:
            sheet, tab.sheet = tab.sheet, None
            file, tab.file = tab.file, None
            self._files.take_up(file, lambda: self._document.take_up(sheet))
        elif tab.path is not None:
            self._files.open(tab.path, here=True)
        self._go_back(tab)
        if tab.stale and tab.path is not None:
            tab.stale = False
            self._files.open(tab.path, here=True, again=True)
            self._note_place()

    def _note_place(self) -> None:
        tab, cursor = self._tabs[self._shown], self._pane.textCursor()
        tab.anchor, tab.caret = cursor.anchor(), cursor.position()
        tab.top = self._pane.verticalScrollBar().value()

    def _go_back(self, tab: Tab) -> None:
        """Caret and scroll place as they were, as far as the text still has them."""
        last = self._document.qt.characterCount() - 1
        cursor = self._pane.textCursor()
        cursor.setPosition(self._document.visible_position(min(tab.anchor, last)))
        cursor.setPosition(self._document.visible_position(min(tab.caret, last)), QTextCursor.MoveMode.KeepAnchor)
        self._pane.setTextCursor(cursor)
        bar = self._pane.verticalScrollBar()
        bar.setValue(tab.top)
        QTimer.singleShot(0, self, lambda: bar.setValue(tab.top) if self._shown == tab.number else None)

    def _used(self, number: int) -> None:
        if number in self._recent:
            self._recent.remove(number)
        self._recent.insert(0, number)

    def _rename(self) -> None:
        """Show the post's name, and a mark when it is not saved."""
        tab = self._tabs.get(self._shown)
        if tab is None:
            return
        tab.name, tab.path = self._files.name, self._files.path
        index = self._index(self._shown)
        self.setTabText(index, literal(f"{tab.name} •" if self._document.modified else tab.name))
        self.setTabToolTip(index, one_line(str(tab.path) if tab.path is not None else tab.name))

    def _chosen(self, index: int) -> None:
        if index >= 0:
            self.show_tab(self.tabData(index))

    def _index(self, number: int) -> int:
        return next(index for index in range(self.count()) if self.tabData(index) == number)

    def _quietly(self, do: Callable[[], object]) -> None:
        self.blockSignals(True)
        try:
            do()
        finally:
            self.blockSignals(False)
