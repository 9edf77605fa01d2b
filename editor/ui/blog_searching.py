"""Joins the windows for the whole blog, find and tags, to files and tabs; each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.tabs import Tabs
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.ui.blog_search import BlogSearch
    from editor.ui.blog_tags import BlogTags


class BlogSearching(QObject):
    """What the Edit menu's “Find in the blog” and “Tags of the blog” do, in `do_…` methods."""

    def __init__(self, files: PostFiles, tabs: Tabs, pane: TextPane, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._tabs, self._pane, self._bar, self._window = files, tabs, pane, bar, window
        self.search: BlogSearch | None = None
        self.tags: BlogTags | None = None

    def do_find_in_blog(self) -> None:
        """Show the window for the blog of the open post."""
        blog = self._files.blog
        if blog is None or self._files.path is None:
            self._bar.say(self.tr("Open a post of a blog first: its other posts are searched with it."))
            return
        if self.search is None:
            from editor.ui.blog_search import BlogSearch

            self.search = BlogSearch(self._window)
            self.search.hit_wanted.connect(self._go)
            self.search.changed.connect(self._reread)
        selected = self._pane.textCursor().selectedText()
        self.search.open_for(blog.root, "" if "\u2029" in selected else selected, self._tabs.unsaved)

    def do_blog_tags(self) -> None:
        """Show the tags of the open post's blog."""
        blog = self._files.blog
        if blog is None or self._files.path is None:
            self._bar.say(self.tr("Open a post of a blog first: the tags of its posts are listed."))
            return
        if self.tags is None:
            from editor.ui.blog_tags import BlogTags

            self.tags = BlogTags(self._window)
            self.tags.changed.connect(self._reread)
        self.tags.open_for(blog.root, self._tabs.unsaved)

    def _go(self, path: Path, line: int) -> None:
        self._files.open(path)
        self._pane.go_to_line(line)
        self._window.activateWindow()

    def _reread(self, paths: Sequence[Path]) -> None:
        self._tabs.reread(frozenset(paths))
