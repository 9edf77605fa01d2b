"""The window: puts form, text, preview, bars and menus together, and passes what one says on to the others.

What the actions do is here in `do_…` methods, one line each where possible; the doing itself is in the parts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from editor.blog.settings import settings_of
from editor.header import Generator
from editor.header import Path as KeyPath
from editor.settings import Settings
from editor.ui.actions import Actions
from editor.ui.announcing import announce
from editor.ui.appearance import AppearanceButton
from editor.ui.blog_searching import BlogSearching
from editor.ui.clipboard_commands import ClipboardCommands
from editor.ui.column import Column
from editor.ui.completion import Completion
from editor.ui.copies import Copies
from editor.ui.document import PostDocument
from editor.ui.export.commands import ExportCommands
from editor.ui.files import PostFiles
from editor.ui.find_bar import FindBar
from editor.ui.focus import Focus
from editor.ui.form.form import PostForm
from editor.ui.help.commands import HelpCommands
from editor.ui.history_commands import HistoryCommands
from editor.ui.library.pane import Library
from editor.ui.look_commands import LookCommands
from editor.ui.messages import MessageBar, Questions
from editor.ui.names import Names
from editor.ui.new_post import NewPosts
from editor.ui.opening import Opening
from editor.ui.outline import Outline
from editor.ui.parts import Parts
from editor.ui.parts_shown import PartsShown
from editor.ui.pictures import Pictures, clean_drafts
from editor.ui.plain_text import one_line, window_title
from editor.ui.post_moves import PostMoves
from editor.ui.preferences.commands import PreferenceCommands
from editor.ui.preview.anchors import Anchors
from editor.ui.preview.feed import RenderFeed
from editor.ui.preview.pane import PreviewPane
from editor.ui.previewing import Previewing
from editor.ui.problem_marks import ProblemMarks
from editor.ui.problems import PostProblems
from editor.ui.recent import RecentMenu
from editor.ui.spelling import Spelling
from editor.ui.status import Status
from editor.ui.tabs import Tabs
from editor.ui.text_look import TextLook
from editor.ui.text_pane import TextPane
from editor.ui.text_place import TextPlace
from editor.ui.theme.fonts import scaled
from editor.ui.theme.icons import Icons
from editor.ui.theme.tokens import Colours
from editor.ui.translating import Translating
from editor.ui.window_sizes import remember_sizes, restore_sizes
from editor.ui.writing_commands import WritingCommands

if TYPE_CHECKING:
    from editor.ui.keeping import Keeping

DEFAULT_SIZE = QSize(1400, 900)
MESSAGE_MS = 8_000
"""How long a short message stays in the status bar."""


class Window(QMainWindow):
    """The main window with one post."""

    def __init__(self, settings: Settings, colours: Colours) -> None:
        super().__init__()
        self._settings = settings
        self._icons = icons = Icons(colours, settings.icons)
        self.document = PostDocument(self)
        self.messages = MessageBar(icons, self)
        self.questions = Questions(self)
        self.files = PostFiles(self.document, settings, self.messages, self.questions, self)
        self.pane = TextPane(self.document, colours, TextLook.from_settings(settings))
        TextPlace(self.pane)
        self.spelling = Spelling(self.pane, self.document, self.files, settings)
        self.tabs = Tabs(self.document, self.files, self.pane, settings, icons)
        self.form = PostForm(self.document, icons, more_shown=bool(settings.get("more_fields_shown")))
        self.find_bar = FindBar(self.pane, self.document, icons)
        self.preview = PreviewPane(colours)
        self.feed = RenderFeed(self.document, self)
        self.previewing = Previewing(self.preview, self.feed, self.files, self.messages, settings, self)
        anchors = Anchors(self.feed, self)
        self.names = Names(self.document, self.files, anchors, self)
        self.completion = Completion(self.pane, self.document, self.names)
        self.problems = PostProblems(self.document, self.files, self.pane, anchors.blocks, self)
        self._marks = ProblemMarks(self.pane, icons, self.problems.mend)
        self.status = Status(self.document, self.pane, self)
        self.appearance = AppearanceButton(self.document, self.files, self.messages, self)
        self.column = Column(self.form, self.pane, self.find_bar)
        self._splitter, self._outer = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Horizontal)
        self._recent = RecentMenu(settings, self.files.open, self)
        self._outline = Outline(self.pane, self.document)
        self.focus = Focus(self.pane, colours, settings)
        self.writing = WritingCommands(self.pane, settings, self)
        self.copies = Copies(self.document, self.files, self.preview, self.messages, self)
        self.pictures = Pictures(self.document, self.files, self.pane, self.messages, settings.drafts, self)
        self.center = QWidget(self)
        self._center_rows = QVBoxLayout(self.center)
        self._page: QWidget | None = None  # in the place of the text, as the welcome
        self.keeping: Keeping | None = None  # from the start on, after the first painting
        self.blog_search = BlogSearching(self.files, self.tabs, self.pane, self.messages, settings.operations, self)
        self.new_posts = NewPosts(self.files, self.pane, self.messages, self)
        self.post_moves = PostMoves(self.document, self.files, self.tabs, self.messages, settings.operations, self)
        self.translating = Translating(self.document, self.files, self.pane, self.messages, icons, self)
        self.history = HistoryCommands(
            self.document, self.files, self.pane, self.messages, icons, settings.versions, self
        )
        self.export = ExportCommands(
            self.document, self.files, self.tabs, self.pane, settings, self.messages, icons, self
        )
        shown = PartsShown(self.document, self.column, self.form, self.pane, self.preview, settings, self)
        self.opening = Opening(self.files, self.messages, self)
        self.look_commands = LookCommands(self.pane, self.preview, settings, self)
        writing = (self.writing, self.pictures, self.focus, self.spelling, self.look_commands)
        self.library = Library(self.files, settings, icons, self)
        posts = (self.copies, self.blog_search, self.problems, self.new_posts, self.post_moves, self.library)
        others = (self.previewing, self.translating, self.history, self.export, self.opening)
        self.preferences = PreferenceCommands(settings, self)
        self.help = HelpCommands(settings, self)
        places = (self.messages, self.library, self.form, self.pane, self.find_bar, self.preview, self.status)
        whole = (ClipboardCommands(self.pane, self), Parts(places, self), shown)
        own = (self, self.tabs, self.form, *whole, self.preferences, self.help)
        self.commands = (*own, *writing, *posts, *others)  # what has the do_… methods
        self.actions_ = Actions(self, self.commands, icons, settings.get("shortcuts"))
        self._build()
        self._connect()
        self._restore()
        self.actions_["show_header"].setChecked(False)
        self.actions_["look_plain"].setChecked(True)
        self._document_changed()

    def start(self) -> None:
        """Start what may come after the text is in sight: the web engine and the render worker."""
        self.preview.start()
        self.feed.start()
        clean_drafts(self._settings.drafts)
        self._icons.keep()
        self.spelling.start()
        self.names.start()
        self.library.start()
        from editor.ui.keeping import Keeping

        self.keeping = Keeping(self, self._icons, self._settings)

    def set_colours(self, colours: Colours) -> None:
        """Follow a change of theme; the application's palette and style sheet have changed already."""
        self._icons.colours = colours
        self.preview.set_theme(colours)
        self.pane.set_colours(colours)
        self.focus.set_colours(colours)
        for bar in self.findChildren(QToolBar):
            bar.setIconSize(QSize(scaled(18), scaled(18)))
        self.update()

    def show_instead(self, page: QWidget | None) -> None:
        """Show a page in the place of form, text and preview; None shows those again."""
        if page is not None and page.parent() is not self.center:
            self._center_rows.addWidget(page, 1)
        self._page = page or self._page
        if self._page is not None:
            self._page.setVisible(page is not None)
        self._outer.setVisible(page is None)
        if page is None:
            self.pane.setFocus()

    def _tell_of_paste(self, waiting: bool) -> None:
        self.status.showMessage(self.tr("Converting what is pasted… Escape gives it up") if waiting else "")

    def retell(self) -> None:
        """Say what is put together from values again, in the language that is spoken now."""
        self.actions_.retell()
        self._document_changed()

    # -- actions, in the order of their table

    def do_new(self) -> None:
        self.files.new()
        self.form.focus("title")

    def do_open(self) -> None:
        self.files.choose_and_open()

    def do_save(self) -> None:
        self.files.save()

    def do_save_as(self) -> None:
        self.files.save_as()

    def do_revert(self) -> None:
        self.files.revert()

    def do_close(self) -> None:
        self.tabs.close_tab()

    def do_quit(self) -> None:
        self.close()

    def do_undo(self) -> None:
        self.pane.undo_step()

    def do_redo(self) -> None:
        self.pane.redo_step()

    def do_complete(self) -> None:
        self.completion.open()

    def do_find(self) -> None:
        self.find_bar.open_bar()

    def do_replace(self) -> None:
        self.find_bar.open_bar(replacing=True)

    def do_outline(self) -> None:
        self._outline.open()

    def do_find_next(self) -> None:
        self.find_bar.find_next()

    def do_find_previous(self) -> None:
        self.find_bar.find_previous()

    # -- Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Ask before text would be lost; remember the window's place."""
        if not self.tabs.may_leave_all():
            event.ignore()
            return
        self.tabs.remember()
        library = self.library.isVisible()
        remember_sizes(self._settings, self, self._splitter, self._outer, self.form, library=library)
        self._settings.settle()
        self.blog_search.close()
        self.post_moves.close()
        if self.keeping is not None:
            self.keeping.close()
        self.library.close_index()
        self.feed.close()
        self.preview.dispose()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Files may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Open the files that are dropped."""
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        for name in local:
            self.opening.open(Path(name))

    # -- putting together

    def _build(self) -> None:
        self.setWindowTitle("Postwright")
        self.setAcceptDrops(True)
        self.resize(DEFAULT_SIZE)
        bar = QToolBar(self.tr("Tool bar"), self)
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setIconSize(QSize(scaled(18), scaled(18)))
        self.actions_.fill_tool_bar(bar)
        self.addToolBar(bar)
        self.actions_.fill_menu_bar(self.menuBar(), {"open_recent": self._recent})
        self.pane.set_context_menu(self.actions_.context_menu(self.pane))
        of_a_post = ("rename_post", "publish_post", "duplicate_post", "translations", "history", "delete_post")
        self.library.set_row_menu([self.actions_[name] for name in of_a_post])
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.preview)
        self._splitter.setChildrenCollapsible(False)
        self.translating.show_in(self._splitter)
        self._splitter.setHandleWidth(1)
        layout = self._center_rows
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.messages)
        self._outer.addWidget(self.library)
        self._outer.addWidget(self._splitter)
        self._outer.setStretchFactor(1, 1)
        self._outer.setHandleWidth(1)
        layout.addWidget(self._outer, 1)
        self.setCentralWidget(self.center)
        self.status.addPermanentWidget(self.appearance)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.pane.column_changed.connect(self.form.set_column)
        self.form.set_column(*self.pane.column())
        self.form.body_wanted.connect(self.pane.setFocus)
        self.form.more_toggled.connect(lambda shown: self._settings.set("more_fields_shown", shown))
        self.form.fix_wanted.connect(self.problems.mend)
        self.files.leaving.connect(QGuiApplication.inputMethod().commit)  # in the text, too
        self.files.leaving.connect(self.form.end_composition)
        self.files.saving.connect(self.form.commit)
        self.files.fields_left.connect(self._show_unsaved_field)
        self.problems.found.connect(self.form.show_problems)
        self.problems.all_found.connect(self.status.show_problems)
        self.problems.all_found.connect(self._marks.show)
        self.status.line_wanted.connect(self.pane.go_to_line)
        self.status.fix_wanted.connect(self.problems.mend)
        self.problems.refused.connect(self.messages.say)
        self.problems.reached.connect(lambda text: self.status.showMessage(one_line(text), MESSAGE_MS))
        self.problems.reached.connect(lambda text: announce(self.status, text))
        self.files.leaving.connect(self.pane.pasting.settle)
        self.pane.pasting.told.connect(self.messages.say)
        self.pane.pasting.waiting.connect(self._tell_of_paste)
        self.files.moved.connect(self._document_moved)
        self.files.saved.connect(self.status.show_saved)
        self.document.opened.connect(self._document_changed)
        self.document.modified_changed.connect(self._show_title)
        self.document.header_changed.connect(self._show_title)
        self.pane.undoAvailable.connect(self.actions_["undo"].setEnabled)
        self.pane.redoAvailable.connect(self.actions_["redo"].setEnabled)
        self.export.exported.connect(self.library.reader.refresh_soon)
        self.opening.blog_opened.connect(lambda: self.actions_["show_library"].setChecked(True))
        self.library.wanted.connect(lambda: self.actions_["show_library"].setChecked(True))
        self.previewing.join(self.pane)
        self.previewing.look_changed.connect(lambda look: self.actions_[f"look_{look}"].setChecked(True))
        self.previewing.remote_changed.connect(self.actions_["remote_pictures"].setChecked)
        self.names.words_found.connect(self.form.set_words)
        self.names.words_found.connect(self.spelling.use_words)
        self.spelling.failed.connect(self.messages.say)

    def _restore(self) -> None:
        restore_sizes(self._settings, self, self._splitter, self._outer)
        for name in ("show_form", "show_preview"):
            shown = bool(self._settings.get(name.removeprefix("show_") + "_shown"))
            self.actions_[name].setChecked(shown)
        self.library.setVisible(bool(self._settings.get("library_shown")))
        self.actions_["show_library"].setChecked(self.library.isVisibleTo(self))
        for name in ("preview_follows", "focus_mode", "typewriter", "auto_pairs", "show_invisible", "check_spelling"):
            self.actions_[name].setChecked(bool(self._settings.get(name)))

    # -- passing on

    def _document_changed(self) -> None:
        for name, available in (
            ("undo", self.document.qt.isUndoAvailable()),
            ("redo", self.document.qt.isRedoAvailable()),
            ("revert", self.files.path is not None),
            ("remote_pictures", self.files.blog is not None),
            ("look_blog", self.files.blog is not None),
            ("show_header", not self.document.read_only),
        ):
            self.actions_[name].setEnabled(available)
        self.actions_["show_header"].setChecked(self.document.header_shown)
        self.status.show_file(self.files.blog)
        self._show_title()

    def _show_unsaved_field(self, path: KeyPath) -> None:
        """Show a field whose text could not be saved, wherever the form is hidden."""
        for name, shown in (("reading", False), ("show_header", False), ("show_form", True)):
            self.actions_[name].setChecked(shown)
        self.form.show_unsaved(path)

    def _document_moved(self) -> None:
        blog = self.files.blog
        self.previewing.show_place()
        self._document_changed()
        zone = settings_of(blog).zone if blog is not None else None
        self.form.set_zone(zone)
        self.writing.set_blog(blog.generator if blog is not None else Generator.PLAIN, zone)
        self.names.find_words(blog)

    def _show_title(self) -> None:
        field = self.document.header.field("title")
        title = field.value if field is not None and isinstance(field.value, str) and field.value else ""
        name = f"{title} — {self.files.name}" if title else self.files.name
        self.setWindowTitle(f"{window_title(name)}[*] — Postwright")
        self.setWindowModified(self.document.modified)
