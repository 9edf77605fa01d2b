"""A post with all that decides what its generator makes of it: where it lies, who builds the blog, what time it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from editor.blog.settings import SiteSettings
from editor.blog.site import Blog
from editor.check.problem import Fix, Problem, Severity
from editor.header import Field, Generator, Header, Syntax
from editor.header.model import item_field
from editor.header.nodes import Node
from editor.header.scalar_readers import PlainValue
from editor.post.post import Post
from editor.text.edit import Edit

_DATED_NAME = re.compile(r"([0-9]{2,4})-([0-9]{1,2})-([0-9]{1,2})-")
NO_EDIT = Edit(0, 0, "")


@dataclass(frozen=True, slots=True)
class Situation:
    """A post, its place and its blog.

    Attributes:
        path: the post's file; None before it was saved.
        now: the time by which the future is told, with an offset.

    """

    post: Post
    path: Path | None
    blog: Blog | None
    settings: SiteSettings
    now: datetime

    @property
    def header(self) -> Header:
        """The post's front matter."""
        return self.post.header

    @property
    def generator(self) -> Generator:
        """Who builds the blog."""
        return self.post.header.rules.generator

    @property
    def in_posts(self) -> bool:
        """Whether the file lies in a folder `_posts`, where Jekyll and Hexo publish from."""
        return self.path is not None and "_posts" in self.path.parts

    @property
    def name_date(self) -> date | None:
        """The day that the file's name starts with (Jekyll's `2026-01-07-title.md`)."""
        match = _DATED_NAME.match(self.path.name) if self.path is not None else None
        if match is None:
            return None
        year = int(match[1]) + (2000 if len(match[1]) == 2 else 0)
        try:
            return date(year, int(match[2]), int(match[3]))
        except ValueError:
            return None

    def fields(self) -> Iterator[Field]:
        """Yield each key at every depth: those inside of maps, and of maps in lists, behind the one that holds them."""
        waiting = list(reversed(self.header.fields))
        while waiting:
            field = waiting.pop()
            if isinstance(field.path[-1], str):
                yield field
            inside = field.fields
            if field.node is not None and field.node.kind == "list":
                found = (item_field(field, index) for index in range(len(field.node.items)))
                inside = tuple(one for one in found if one is not None and one.node is not None and one.node.children)
            waiting += reversed(inside)

    def reading(self, node: Node | None) -> tuple[str, PlainValue | None]:
        """Return what the blog's generator reads from a value: its tag and value.

        The tag is "str", "bool", "int", "float", "null" or "timestamp" for a scalar, else "list", "map" or "alias";
        "" for no value at all. Plain YAML scalars are read by the generator's own rules, all others as the file's
        format says.
        """
        if node is None or self.post.text.startswith(("{{", "{%"), node.start):
            return "", None  # an archetype's template is filled in before it is read
        if node.kind != "scalar":
            return node.kind, None
        if self.header.syntax is Syntax.YAML and node.style == "plain" and not node.marked:
            return self.header.rules.scalars.read(node.text)
        if node.resolved:
            return node.tag, node.value
        return node.tag, node.text.lower() == "true" if node.tag == "bool" else node.text

    def problem(
        self, code: str, severity: Severity, message: str, field: Field | None = None, fix: Fix | None = None
    ) -> Problem:
        """A problem at a field's key, or at the front matter's beginning."""
        line, column = (1, 1) if field is None else self._place(field.key_span.start)
        key = field.key if field is not None else ""
        return Problem(str(self.path or ""), line, column, code, severity, message, key, fix)

    def problem_at(
        self, code: str, severity: Severity, message: str, field: Field, node: Node, fix: Fix | None
    ) -> Problem:
        """A problem at a value inside a field."""
        line, column = self._place(node.start)
        return Problem(str(self.path or ""), line, column, code, severity, message, field.key, fix)

    def _place(self, at: int) -> tuple[int, int]:
        """The line and column of a position, counted from 1."""
        text = self.post.text
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
