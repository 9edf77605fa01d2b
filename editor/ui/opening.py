"""What is opened from outside the window: files and folders that are dropped, chosen or named at the start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.blog.posts import newest_post
from editor.blog.sites import site_in
from editor.post.files import FileError
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar


class Opening(QObject):
    """Opens posts, and blogs by their newest post."""

    blog_opened = Signal()

    def __init__(self, files: PostFiles, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._bar, self._window = files, bar, window

    def open(self, path: Path) -> None:
        """Open a post, or a blog's folder."""
        if path.is_dir():
            self.open_blog(path)
        else:
            self._files.open(path)

    def choose_blog(self) -> None:
        """Ask for a blog's folder and open it."""
        start = self._files.blog.root if self._files.blog is not None else Path.home()
        name = QFileDialog.getExistingDirectory(self._window, self.tr("The blog’s folder"), str(start))
        if name:
            self.open_blog(Path(name))

    def do_open_blog(self) -> None:
        """The File menu's “Open blog”."""
        self.choose_blog()

    def open_blog(self, folder: Path) -> None:
        """Open the newest post of a blog, with all posts beside it; an empty blog is told of."""
        try:
            blog = site_in(folder)
        except FileError as error:
            self._bar.say(str(error))
            return
        post = newest_post(blog.root)
        if post is None:
            text = self.tr("{0} has no posts yet. A new post that you save there is its first.")
            self._bar.say(text.format(blog.root))
            return
        self._files.open(post)
        self.blog_opened.emit()
