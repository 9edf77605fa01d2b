"""Starts a post that fits into the open post's blog. No file is made before the writer saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.blog.site import Blog
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import MessageBar
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.blog.style.house import HouseStyle
    from editor.ui.new_post_dialog import NewPostDialog


class NewPosts(QObject):
    """What the File menu's “New post in this blog” does is `do_new_in_blog`."""

    def __init__(self, files: PostFiles, pane: TextPane, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._pane, self._bar, self._window = files, pane, bar, window
        self._dialog: NewPostDialog | None = None
        self._jobs = Jobs(self)

    def do_new_in_blog(self) -> None:
        """Ask for a title and start the post."""
        from editor.ui.new_post_dialog import NewPostDialog

        blog = self._files.blog
        if blog is None:
            self._bar.say(self.tr("Open a post of your blog first: the new one is made like its posts."))
            return
        dialog = self._dialog = NewPostDialog(blog, self._files.path, self._window)
        self._jobs.ask(self._read, blog)
        if dialog.exec() and dialog.post is not None:
            self._files.start(blog.root / dialog.post.relative, blog, dialog.post.to_bytes())
            self._pane.setFocus()
        self._dialog = None
        self._jobs.forget()
        dialog.deleteLater()

    def _read(self, asked: Asked, blog: Blog) -> None:
        """On a thread."""
        from editor.blog.style.house import HouseStyle

        asked.answer(self._take, HouseStyle.of(blog))

    def _take(self, style: HouseStyle) -> None:
        if self._dialog is not None:
            self._dialog.learnt(style)
