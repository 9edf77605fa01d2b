"""The text of a post in another blog: its pictures and files come along, its links lead to the same posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.gate import walk
from editor.blog.links.find import Link, is_remote, links_in, plain_address, whole_span
from editor.blog.links.meaning import Meanings, Page
from editor.blog.posts import is_post
from editor.blog.reading import posts_in
from editor.blog.targets import LinkForm, PostTarget, link_to, post_targets
from editor.export.across.pictures import Carried, Home
from editor.export.across.templates import guarded, rewritten
from editor.export.memory import ExportMemory
from editor.header import Generator, Header, Rules, read_header
from editor.language import tr
from editor.text.addresses import site_prefix
from editor.text.edit import Edit, apply_all

_FIRST_HEADING: Final = re.compile(r"\s*+#[ \t]++(?P<words>[^\n]++)(?:\n++|\Z)", re.ASCII)
_TAGS: Final = frozenset({LinkForm.POST_URL, LinkForm.LINK, LinkForm.POST_PATH, LinkForm.RELREF, LinkForm.REF})


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a post goes: the blog, its path from there, what was exported there before."""

    folder: BlogFolder
    relative: str
    memory: ExportMemory


class BodyCarrier:
    """Rewrites one text."""

    def __init__(self, home: Home, goal: Goal, carried: Carried) -> None:
        self._home, self._goal, self._carried = home, goal, carried
        self.notes: list[str] = []

    def carry(self, text: str, header: Header) -> str:
        """The text with its front matter, as it is in the blog; pictures come into `carried`, the rest into `notes`."""
        source, target = self._home.folder.blog.generator, self._goal.folder.blog.generator
        head, body = text[: header.body_start], text[header.body_start :]
        body = rewritten(body, source, target)
        edits = sorted(self._edits(body, header), key=lambda edit: edit.start)
        apart = [edit for number, edit in enumerate(edits) if number == 0 or edit.start >= edits[number - 1].end]
        body = apply_all(body, reversed(apart))
        body, notes = guarded(body, source, self._goal.folder)
        self.notes += [*self._carried.notes, *notes]
        return head + body

    def _edits(self, body: str, header: Header) -> Iterator[Edit]:
        here = Page(self._home.relative, self._address)
        for link in links_in(body):
            written = plain_address(link.name)
            new = None
            if link.form is LinkForm.PATH and not written.startswith("#"):
                new = self._carried.address(self._home, header, written)
            if new is None and not link.shows:
                new = self._link(link, written, here)
            start, end = whole_span(body, link)
            if new is not None and body[start:end] != new:
                yield Edit(start, end, new)

    def _link(self, link: Link, written: str, here: Page) -> str | None:
        """A link to a post of the blog that the post comes from; None for one that stays."""
        home, goal = self._home.folder, self._goal
        own = bool(site_prefix(written, home.url))
        if link.form is LinkForm.PATH and (written.startswith("#") or (is_remote(written) and not own)):
            return None
        page = self._meanings.page(link, here)
        main, mark, tail = written.partition("#")
        if page is None:
            if link.form is LinkForm.PATH and written.startswith("/") and home.url and not link.based:
                return f"{home.url}{written}"
            self._tell_of_missing(link, main)
            return None
        relative = goal.memory.relative_of(home.blog.root / page.relative, goal.folder.blog.root)
        if relative is not None:
            target = PostTarget(relative, "", "", goal.folder.address_of(relative, self._header_of(relative)))
            form = LinkForm.WHOLE if link.alone else self._form
            return link_to(target, form, goal.folder, goal.relative) + mark + tail
        if home.url and page.address:
            return f"{home.url}{home.base}{page.address}{mark}{tail}" if not own else None
        self.notes.append(
            tr("a link leads to {0}, which is not in the blog yet: export that post, then this again").format(
                page.relative
            )
        )
        return f"{home.base}{page.address}{mark}{tail}" if link.form in _TAGS and page.address else None

    def _tell_of_missing(self, link: Link, path: str) -> None:
        """A link to a file of text that is not there."""
        if link.form is LinkForm.PATH and not path.startswith("/") and is_post(Path(path)):
            self.notes.append(tr("a link leads to {0}, which is not there").format(path))

    @cached_property
    def _meanings(self) -> Meanings:
        """What the links at home mean: all posts there, for a draft the files beside it."""
        home = self._home.folder
        if home.blog.generator is not Generator.PLAIN:
            pages = [
                Page(home.blog.relative(path), home.address_of(home.blog.relative(path), post.header))
                for path, _, post in posts_in(home.blog.root)
            ]
        else:
            here, _, files, links = next(walk(self._home.path.parent), ("", [], [], set[str]()))
            beside = sorted(path for name in set(files) - links if is_post(path := Path(here, name)))
            pages = [Page(home.blog.relative(path), "") for path in beside]
        return Meanings(home, pages)

    @cached_property
    def _address(self) -> str:
        home = self._home.folder
        return (
            "" if home.blog.generator is Generator.PLAIN else home.address_of(self._home.relative, self._header_at_home)
        )

    @cached_property
    def _header_at_home(self) -> Header:
        text = self._home.folder.text(self._home.relative) or ""
        return read_header(text, Rules(self._home.folder.blog.generator))

    def _header_of(self, relative: str) -> Header:
        return read_header(self._goal.folder.text(relative) or "", Rules(self._goal.folder.blog.generator))

    @cached_property
    def _form(self) -> LinkForm:
        """How the blog's posts link to each other."""
        return post_targets(self._goal.folder).form


def first_heading(text: str) -> tuple[str, str] | None:
    """The words of a heading that a text begins with, and the text without it; None where it begins otherwise."""
    match = _FIRST_HEADING.match(text)
    if match is None:
        return None
    written = match["words"]
    words = written.rstrip(" \t").rstrip("#").rstrip(" \t")  # the marks at the end are none of them
    return words or written[:1], text[match.end() :]
