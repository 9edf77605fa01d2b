"""Copies of the post as readers see it: an HTML file, a PDF, a print, or rich text for another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.post.files import FileError, overwrite_file
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.preview.pane import PreviewPane

if TYPE_CHECKING:
    from editor.blog.pictures import Place


class Copies(QObject):
    """What the File menu's copies and the Edit menu's “Copy as rich text” do, in `do_…` methods."""

    def __init__(
        self, document: PostDocument, files: PostFiles, preview: PreviewPane, bar: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._files, self._preview, self._bar, self._window = document, files, preview, bar, window

    def do_copy_html_file(self) -> None:
        """Ask for a name and save the post as one HTML file."""
        path = self._ask(self.tr("Save a copy as HTML"), ".html", self.tr("HTML (*.html)"))
        if path is not None:
            self.save_html(path)

    def do_copy_pdf_file(self) -> None:
        """Ask for a name and save the post as a PDF."""
        path = self._ask(self.tr("Save a copy as PDF"), ".pdf", self.tr("PDF (*.pdf)"))
        if path is not None:
            self.save_pdf(path)

    def do_print(self) -> None:
        """Ask for a printer and print the post as the preview shows it, on white paper."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._files.name)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._preview.print_out(printer, self._printed)

    def _printed(self, done: bool) -> None:
        if not done:
            self._bar.say(self.tr("The post could not be printed: is the preview shown, and the printer on?"))

    def do_copy_rich(self) -> None:
        """Put the post, as the preview shows it, on the clipboard: for WordPress, note.com, an e-mail."""
        self._preview.read(self._to_clipboard)

    def save_html(self, path: Path) -> None:
        """Save the post as one HTML file, in the preview's look."""
        self._preview.read(lambda head, body: self._write(path, head, body))

    def save_pdf(self, path: Path) -> None:
        """Save the post as a PDF, in the preview's look on white paper."""
        from editor.render.portable import page_address

        site = page_address(self._place()[1])
        self._preview.save_pdf(path, lambda saved: self._told(path, saved=saved), site)

    def _write(self, path: Path, head: str, body: str) -> None:
        root, place = self._place()
        field = self._document.header.field("title")
        title = str(field.value) if field is not None and field.value else self._files.name
        from editor.render.standalone import standalone  # when it is asked for

        html = standalone(self._preview.look, title, head, body, root, place=place)
        try:
            overwrite_file(path, html.encode("utf-8"))
        except FileError as error:
            self._bar.say(str(error))
            return
        self._told(path, saved=True)

    def _told(self, path: Path, *, saved: bool) -> None:
        if saved:
            self._bar.say(self.tr("Saved a copy: {0}").format(path), topic="copy")
        else:
            text = self.tr("{0} can’t be written: choose a folder that you may write to.")
            self._bar.say(text.format(path), topic="copy")

    def _to_clipboard(self, _head: str, body: str) -> None:
        from editor.render.portable import portable

        data = QMimeData()
        data.setHtml(portable(body, *self._place()))
        data.setText(self._document.post.body)
        QGuiApplication.clipboard().setMimeData(data)
        self._bar.say(self.tr("Copied as rich text: paste it where you write."), topic="copy")

    def _place(self) -> tuple[Path | None, Place | None]:
        """The blog's folder, and the post's place on its site."""
        from editor.blog.folder import BlogFolder
        from editor.blog.pictures import place_of

        blog, path = self._files.blog, self._files.path or self._files.planned
        if blog is None:
            return None, None
        relative = blog.relative(path) if path is not None else ""
        return blog.root, place_of(BlogFolder(blog), blog.generator, relative, self._document.header)

    def _ask(self, title: str, suffix: str, kinds: str) -> Path | None:
        start = (self._files.path or Path.home() / self._files.name).with_suffix(suffix)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(start), kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suffix)
