"""Joins the windows for the whole blog (find, tags, links) to files and tabs; each is made when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.blog.operations import OperationLog
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.tabs import Tabs
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.ui.blog_links import BlogLinks
    from editor.ui.blog_search import BlogSearch
    from editor.ui.blog_tags import BlogTags


class BlogSearching(QObject):
    """What the Edit menu's “Find in the blog”, “Tags of the blog” and the like do, in `do_…` methods."""

    def __init__(
        self, files: PostFiles, tabs: Tabs, pane: TextPane, bar: MessageBar, operations: Path, window: QWidget
    ) -> None:
        """Make it; `operations`: the folder of what is written down before posts are changed."""
        super().__init__(window)
        self._operations = operations
        self._logs = list[OperationLog]()
        self._files, self._tabs, self._pane, self._bar, self._window = files, tabs, pane, bar, window
        self.search: BlogSearch | None = None
        self.tags: BlogTags | None = None
        self.links: BlogLinks | None = None

    def do_find_in_blog(self) -> None:
        """Show the window for the blog of the open post."""
        blog = self._files.blog
        if blog is None or self._files.path is None:
            self._bar.say(self.tr("Open a post of a blog first: its other posts are searched with it."))
            return
        if self.search is None:
            from editor.ui.blog_search import BlogSearch

            self.search = BlogSearch(self._window, self._log())
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

            self.tags = BlogTags(self._window, self._log())
            self.tags.changed.connect(self._reread)
        self.tags.open_for(blog.root, self._tabs.unsaved)

    def do_blog_links(self) -> None:
        """Show what is wrong with the links of the open post's blog."""
        self._show_links(here=False)

    def do_links_here(self) -> None:
        """Show what links to the open post."""
        self._show_links(here=True)

    def _show_links(self, *, here: bool) -> None:
        blog, path = self._files.blog, self._files.path
        if blog is None or path is None:
            self._bar.say(self.tr("Open a post of a blog first: the links of its posts are looked at."))
            return
        if self.links is None:
            from editor.ui.blog_links import BlogLinks

            self.links = BlogLinks(self._window)
            self.links.place_wanted.connect(self._go)
        self.links.open_for(blog, path, here=here)

    def close(self) -> None:
        """The window closes: what was changed stays."""
        for log in self._logs:
            log.close()

    def _log(self) -> OperationLog:
        log = OperationLog(self._operations)
        self._logs.append(log)
        return log

    def _go(self, path: Path, line: int) -> None:
        self._files.open(path)
        self._pane.go_to_line(line)
        self._window.activateWindow()

    def _reread(self, paths: Sequence[Path]) -> None:
        self._tabs.reread(frozenset(paths))
