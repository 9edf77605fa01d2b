"""What a blog asks of a front matter: who reads it, where a new key goes, how plain YAML scalars are read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.header.generator_name import Generator
from editor.header.scalar_rules import ScalarRules, scalar_rules

if TYPE_CHECKING:
    from datetime import tzinfo

    from editor.header.model import FieldType

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


KeyPath = tuple[str | int, ...]
"""Where a value is: see `model.Path`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the blog of a post says about its front matter.

    Attributes:
        generator: who reads it.
        new_header: gives the first line of the front matter that the blog's posts have ("---", "+++", "{", or "" for
            Pelican's lines without a fence); None where the generator's own usage counts.
        before: gives the keys that stand before a key; a new key goes after the last one of them.
        kind: gives the type that the blog's other posts have for a key; None where they don't have it.
        date_like: gives a date of a key as the blog's other posts write it, and whether it has quotes; "" for none.
        zone: gives the time zone that the blog's configuration names; None where it names none.
        taxonomies: gives Zola's taxonomies, whose keys stand under `taxonomies`.
        version: the generator's version, as "0.111.3"; "" stands for the newest one.

    """

    generator: Generator = Generator.PLAIN
    new_header: Callable[[], str | None] = lambda: None
    before: Callable[[str], Collection[str]] = usually_before
    kind: Callable[[str | KeyPath], FieldType | None] = lambda _key: None
    date_like: Callable[[str | KeyPath], tuple[str, bool]] = lambda _key: ("", False)
    zone: Callable[[], tzinfo | None] = lambda: None
    taxonomies: Callable[[], Collection[str]] = lambda: ("tags", "categories")
    version: str = ""

    @property
    def ignores_case(self) -> bool:
        """Whether `Draft` and `draft` are one key: Hugo puts all keys of its front matter into lower case."""
        return self.generator is Generator.HUGO

    def place_of(self, path: KeyPath) -> KeyPath:
        """Return where the generator looks for a key: Zola's tags are under `taxonomies` (Zola's docs, page.md)."""
        if self.generator is Generator.ZOLA and len(path) == 1 and path[0] in self.taxonomies():
            return ("taxonomies", *path)
        return path

    @property
    def scalars(self) -> ScalarRules:
        """How the generator reads plain YAML scalars."""
        return scalar_rules(self.generator, self.version)


__all__ = ["ANY", "USUAL_ORDER", "Generator", "Rules", "usually_before"]

ANY = Rules()
"""A post that belongs to no known blog."""
