"""What a blog asks of a front matter: who reads it, where a new key goes, how plain YAML scalars are read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from editor.header.generator_name import Generator
from editor.header.scalar_rules import ScalarRules, scalar_rules

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
        version: the generator's version, as "0.111.3"; "" stands for the newest one.

    """

    generator: Generator = Generator.PLAIN
    new_header: Callable[[], str | None] = lambda: None
    before: Callable[[str], Collection[str]] = usually_before
    version: str = ""

    @property
    def scalars(self) -> ScalarRules:
        """How the generator reads plain YAML scalars."""
        return scalar_rules(self.generator, self.version)


__all__ = ["ANY", "USUAL_ORDER", "Generator", "Rules", "usually_before"]

ANY = Rules()
"""A post that belongs to no known blog."""
