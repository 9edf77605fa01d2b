"""The keys that every post's head shows, and what they are called for people."""

from __future__ import annotations

from typing import Final

from editor.header import Header, Syntax
from editor.language import msg, tr

HEAD_KEYS: Final = ("title", "date", "categories", "tags", "author")
"""The keys that every post's head shows, also when the header does not have them yet."""

_LABELS: Final = {
    "date": msg("Date"),
    "categories": msg("Categories"),
    "category": msg("Category"),
    "tags": msg("Tags"),
    "author": msg("Author"),
}


def head_keys(header: Header) -> tuple[str, ...]:
    """The keys of the head; Pelican's posts have one category."""
    one = header.syntax is Syntax.PELICAN
    return tuple("category" if one and key == "categories" else key for key in HEAD_KEYS)


def label_of(key: str) -> str:
    """What a key is called: as it is in the file, unless it is of the head."""
    return tr(_LABELS.get(key, key))
