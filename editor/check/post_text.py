"""The text of a post as the checks look at it: its links, its words without code, and where a place is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.links.find import Link, links_in, plain_address, without_code
from editor.blog.links.meaning import Page
from editor.blog.links.survey import page_of
from editor.blog.pictures import find_picture, is_remote, place_of
from editor.check.blocks import without_blocks
from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.text.edit import Edit

_LINE_END = re.compile("\n")
_MAY_BE_BLOCK = re.compile(
    r"^(?: {4}|[ ]{0,3}\t)[^\n]*[\[<*]|^ {0,12}<[a-z]+[^\n]*(?:\]\(|\*\*)", re.MULTILINE | re.IGNORECASE
)
"""Lines that may be indented code, or HTML in which Markdown's marks mean nothing."""


class PostText:
    """A post's body; places are code points of the whole file's text."""

    def __init__(
        self, situation: Situation, folder: BlogFolder | None, ids: Callable[[], Collection[str]] | None = None
    ) -> None:
        """Look at a post.

        Args:
            ids: gives the ids of the rendered page; None where it is not rendered.

        """
        self.situation, self.folder, self.ids = situation, folder, ids
        self.text = situation.post.text
        self.start = situation.post.header.body_start

    @cached_property
    def links(self) -> list[Link]:
        """Its links and pictures, by place."""
        found = links_in(self.text, self.start, self.words[self.start :])
        return sorted(found, key=lambda link: link.start)

    @cached_property
    def pictures(self) -> list[tuple[Link, str, Path | None]]:
        """The pictures that it takes from its own blog: where they are named, their addresses and files."""
        folder, situation = self.folder, self.situation
        if folder is None or situation.path is None:
            return []
        place = place_of(folder, situation.generator, folder.blog.relative(situation.path), situation.post.header)
        named = ((link, plain_address(link.name)) for link in self.links if link.shows)
        return [(link, name, find_picture(name, place)) for link, name in named if not is_remote(name, place)]

    @cached_property
    def page(self) -> Page:
        """The post as a page of its blog; it must lie in one."""
        assert self.folder is not None
        assert self.situation.path is not None
        return page_of(self.folder, self.folder.blog.relative(self.situation.path), self.situation.post)

    @cached_property
    def words(self) -> str:
        """The whole text, code, comments and front matter blanked; places stay what they are."""
        body = without_code(self.text[self.start :])
        return " " * self.start + (without_blocks(body) if _MAY_BE_BLOCK.search(body) is not None else body)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _LINE_END.finditer(self.text)]

    def line_start(self, line: int) -> int:
        """Where a line of the file, counted from 0, begins."""
        return self._ends[line - 1] if line else 0

    def line_of(self, at: int) -> int:
        """The line of a place, counted from 0."""
        return bisect_right(self._ends, at)

    def problem(
        self,
        code: str,
        severity: Severity,
        message: str,
        at: int,
        fix: tuple[str, Edit] | None = None,
        *,
        length: int = 0,
    ) -> Problem:
        """A problem at a place.

        Args:
            fix: what a button says, and its edit.
            length: of what is wrong.

        """
        line = self.line_of(at)
        mend = Fix(fix[0], lambda: fix[1]) if fix is not None else None
        path = str(self.situation.path or "")
        return Problem(path, line + 1, at - self.line_start(line) + 1, code, severity, message, fix=mend, length=length)
