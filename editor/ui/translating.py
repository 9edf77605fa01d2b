"""Opens the translations of the open post, reads one beside it, and begins new ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from editor.blog.reading import post_at
from editor.blog.site import Blog
from editor.header import Refused
from editor.post.files import FileError
from editor.text.source import UndecodableError, UnencodableError
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import MessageBar
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

if TYPE_CHECKING:
    from editor.blog.translations import Translation, Translations
    from editor.ui.beside import Beside
    from editor.ui.translations_dialog import TranslationsDialog

MAX_FOLLOWED = 300_000
"""In a longer post, in characters, the translation is not scrolled along: its headings would be read too often."""


class Translating(QObject):
    """What the File menu's “Translations” does is `do_translations`."""

    def __init__(
        self, document: PostDocument, files: PostFiles, pane: TextPane, bar: MessageBar, icons: Icons, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._files, self._pane, self._bar, self._icons = document, files, pane, bar, icons
        self._window = window
        self._splitter: QSplitter | None = None
        self._dialog: TranslationsDialog | None = None
        self._translations: Translations | None = None
        self.beside: Beside | None = None
        self._of: Path | None = None  # the post that has a translation beside it
        self._jobs = Jobs(self)
        files.moved.connect(self._follow_file)
        pane.place_changed.connect(self._follow_place)

    def show_in(self, splitter: QSplitter) -> None:
        """Where a translation is shown: behind the first widget."""
        self._splitter = splitter

    def do_translations(self) -> None:
        """Show the other languages of the post."""
        from editor.ui.translations_dialog import TranslationsDialog

        blog, path = self._files.blog, self._files.path
        if blog is None or path is None or self._document.read_only:
            self._bar.say(self.tr("Save this post first: its translations are found by its file."))
            return
        dialog = self._dialog = TranslationsDialog(path.name, self._window)
        self._jobs.ask(self._read, blog)
        done, translations = dialog.exec(), self._translations
        self._dialog = self._translations = None
        self._jobs.forget()
        if done and translations is not None:
            if dialog.language:
                self._begin(blog, path, translations, dialog.language)
            elif dialog.chosen is not None and dialog.beside:
                self._read_beside(blog, path, dialog.chosen)
            elif dialog.chosen is not None:
                self._files.open(blog.root / dialog.chosen.relative)
        dialog.deleteLater()

    # -- parts

    def _read(self, asked: Asked, blog: Blog) -> None:
        """On a thread."""
        from editor.blog.folder import BlogFolder
        from editor.blog.translations import Translations

        asked.answer(self._take, Translations(BlogFolder(blog)))

    def _take(self, read: Translations) -> None:
        blog, path = self._files.blog, self._files.path
        if self._dialog is not None and blog is not None and path is not None:
            self._translations = read
            relative, header = blog.relative(path), self._document.header
            self._dialog.show_found(read.others(relative, header), read.proposed(relative, header))

    def _begin(self, blog: Blog, path: Path, translations: Translations, language: str) -> None:
        try:
            relative, data = translations.begun(blog.relative(path), self._document.post, language)
        except (Refused, UnencodableError) as error:
            self._bar.say(str(error))
            return
        original = translations.of(blog.relative(path), self._document.header)
        self._files.start(blog.root / relative, blog, data)
        self._bar.say(
            self.tr("The translation begins as the post does; it is saved as {0}. The post is beside it.").format(
                relative
            )
        )
        self._read_beside(blog, self._files.planned, original)

    def _read_beside(self, blog: Blog, of: Path | None, one: Translation) -> None:
        """Show a translation beside the text."""
        from editor.ui.beside import Beside

        assert self._splitter is not None
        try:
            post = post_at(blog.root / one.relative)
        except (FileError, UndecodableError) as error:
            self._bar.say(str(error))
            return
        shown = self.beside is not None and self.beside.isVisible()
        if self.beside is None:
            self.beside = Beside(self._icons)
            self.beside.closed.connect(self._close)
            self._splitter.insertWidget(1, self.beside)
        name = " · ".join(part for part in (one.language, one.title or one.relative) if part)
        self.beside.show_text(name, post.body, self._pane.look)
        self._of = of
        self.beside.show()
        if not shown:
            width = self._splitter.width()
            self._splitter.setSizes([width // 3] * 3)

    def _close(self) -> None:
        self._of = None
        if self.beside is not None:
            self.beside.hide()
        self._pane.setFocus()

    def _follow_file(self) -> None:
        """A translation is beside its own post only; it comes back with it."""
        if self.beside is not None and self._of is not None:
            here = self._files.path or self._files.planned
            self.beside.setVisible(here == self._of)

    def _follow_place(self, line: int, height: float) -> None:
        post = self._document.post
        if self.beside is not None and self.beside.isVisible() and post.length <= MAX_FOLLOWED:
            body = post.body
            first = post.text.count("\n", 0, post.header.body_start)
            self.beside.follow(body, max(0, line - first), height)
