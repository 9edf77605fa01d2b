"""Two versions of a post side by side as pages: still, without scripts, without anything from elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.blog.folder import BlogFolder
from editor.blog.pictures import find_picture, place_of
from editor.blog.site import Blog
from editor.header import Rules
from editor.post.files import FileError
from editor.post.post import Post
from editor.text.source import UndecodableError
from editor.ui.jobs import Asked, Jobs
from editor.ui.plain_text import Label
from editor.ui.still_page import StillPage
from editor.ui.theme.tokens import SPACE_4, SPACE_8, Colours

MAX_RENDERED: Final = 400_000
"""Longer posts are compared as text alone."""
MAX_SHOWN: Final = 16_000_000
MAX_WIDTH: Final = 420
"""Wider pictures are shown smaller."""


class RenderedSides(QWidget):
    """The page as it is, and as it will be."""

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        """Make the two pages with their headings."""
        super().__init__(parent)
        self._jobs = Jobs(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        self.before, self.after = StillPage(self, MAX_WIDTH), StillPage(self, MAX_WIDTH)
        self._old = QWidget(self)
        for page, heading, holder in ((self.before, before, self._old), (self.after, after, QWidget(self))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_4)
            page.setAccessibleName(heading)
            column.addWidget(Label(heading, self))
            column.addWidget(page, 1)
            row.addWidget(holder, 1)
        self.after.verticalScrollBar().valueChanged.connect(self._follow)

    def show_sides(
        self,
        blog: Blog,
        relative: str,
        before: bytes | None,
        after: bytes | None,
        come: Mapping[Path, bytes],
        colours: Colours,
    ) -> None:
        """Render both versions on a thread, and show them.

        Args:
            relative: the post's path from the blog's root.
            come: files that are not in the blog yet, by their paths.

        """
        style = f"body {{ color: {colours.text}; }} a {{ color: {colours.accent}; }} code {{ font-family: monospace; }}"
        for page in (self.before, self.after):
            page.document().setDefaultStyleSheet(style)
            page.setHtml("")
        self._old.setVisible(before is not None)
        self._jobs.ask(self._render, blog, relative, before, after, dict(come))

    def _follow(self, value: int) -> None:
        """Scroll the left page along, by the share of its height."""
        mine, other = self.after.verticalScrollBar(), self.before.verticalScrollBar()
        if mine.maximum():
            other.setValue(round(value / mine.maximum() * other.maximum()))

    def _render(
        self,
        asked: Asked,
        blog: Blog,
        relative: str,
        before: bytes | None,
        after: bytes | None,
        come: dict[Path, bytes],
    ) -> None:
        """On a thread."""
        from editor.render.whole import WholePosts  # not for the start of the window

        whole, folder = WholePosts(), BlogFolder(blog)
        sides = []
        for data, page in ((before, self.before), (after, self.after)):
            html = ""
            with contextlib.suppress(UndecodableError, RecursionError, ValueError):
                if data is not None and len(data) <= MAX_RENDERED:
                    post = Post.from_bytes(data, Rules(blog.generator))
                    place = place_of(folder, blog.generator, relative, post.header)
                    page.picture = _Pictures(folder, come, lambda name, place=place: find_picture(name, place))
                    html = whole.body(post, blog, relative)
            sides.append(html)
        asked.answer(self._show, *sides)

    def _show(self, before: str, after: str) -> None:
        self.before.setHtml(before)
        self.after.setHtml(after)


class _Pictures:
    """The pictures of a post: those of the blog, and those that are about to come into it."""

    def __init__(self, folder: BlogFolder, come: Mapping[Path, bytes], find: Callable[[str], Path | None]) -> None:
        self._folder, self._find = folder, find
        self._come = {path.name: data for path, data in come.items()}

    def __call__(self, address: str) -> bytes | None:
        """The bytes behind an address; None for what is not there, or is too much."""
        name = QUrl(address).fileName(QUrl.ComponentFormattingOption.FullyDecoded)
        if name in self._come:
            return self._come[name]
        path = self._find(address)
        try:
            return self._folder.gate.read(path, limit=MAX_SHOWN) if path is not None else None
        except FileError:
            return None
