"""The site generators by name, and what a blog asks of a header that is made or grows.

The lowest layer that has to know them: where a front matter is, and what its values mean, depends on who reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from editor.language import tr


class Generator(StrEnum):
    """The site generators, as people call them."""

    JEKYLL = "Jekyll"
    HUGO = "Hugo"
    HEXO = "Hexo"
    ASTRO = "Astro"
    ELEVENTY = "Eleventy"
    PELICAN = "Pelican"
    ZOLA = "Zola"
    PLAIN = "plain folder"

    @property
    def label(self) -> str:
        """What it is called for people."""
        return tr("plain folder") if self is Generator.PLAIN else str(self)


USUAL_ORDER = (
    "layout",
    "title",
    "subtitle",
    "slug",
    "permalink",
    "date",
    "last_modified_at",
    "updated",
    "lastmod",
    "modified",
    "author",
    "authors",
    "category",
    "categories",
    "tag",
    "tags",
    "description",
    "excerpt",
    "summary",
    "image",
    "published",
    "draft",
)
"""The order in which blogs write the well-known keys."""


def usually_before(key: str) -> Collection[str]:
    """The keys that usually stand before a key; none for keys that nobody knows."""
    return USUAL_ORDER[: USUAL_ORDER.index(key)] if key in USUAL_ORDER else ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the blog of a post says about its front matter.

    Attributes:
        generator: who reads it.
        new_header: gives the first line of the front matter that the blog's posts have ("---", "+++", "{", or "" for
            Pelican's lines without a fence); None where the generator's own usage counts.
        before: gives the keys that stand before a key; a new key goes after the last one of them.

    """

    generator: Generator = Generator.PLAIN
    new_header: Callable[[], str | None] = lambda: None
    before: Callable[[str], Collection[str]] = usually_before


ANY = Rules()
"""A post that belongs to no known blog."""
