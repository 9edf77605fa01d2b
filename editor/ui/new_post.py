"""Starts a post that fits into the open post's blog. No file is made before the writer saves."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.blog.site import Blog
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.blog.style.house import HouseStyle
    from editor.ui.new_post_dialog import NewPostDialog


class NewPosts(QObject):
    """What the File menu's “New post in this blog” does is `do_new_in_blog`."""

    _was_read = Signal(object)  # HouseStyle, from a thread

    def __init__(self, files: PostFiles, pane: TextPane, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._pane, self._bar, self._window = files, pane, bar, window
        self._dialog: NewPostDialog | None = None
        self._was_read.connect(self._take)

    def do_new_in_blog(self) -> None:
        """Ask for a title and start the post."""
        from editor.ui.new_post_dialog import NewPostDialog

        blog = self._files.blog
        if blog is None:
            self._bar.say(self.tr("Open a post of your blog first: the new one is made like its posts."))
            return
        dialog = self._dialog = NewPostDialog(blog, self._files.path, self._window)
        threading.Thread(target=self._read, args=(blog,), daemon=True).start()
        if dialog.exec() and dialog.post is not None:
            self._files.start(blog.root / dialog.post.relative, blog, dialog.post.to_bytes())
            self._pane.setFocus()
        self._dialog = None
        dialog.deleteLater()

    def _read(self, blog: Blog) -> None:
        from editor.blog.style.house import HouseStyle

        style = HouseStyle.of(blog)
        with contextlib.suppress(RuntimeError):  # the window may have been closed meanwhile
            self._was_read.emit(style)

    def _take(self, style: HouseStyle) -> None:
        if self._dialog is not None and self._dialog.blog == style.blog:
            self._dialog.learnt(style)
