"""The keys that every post's head shows, and what they are called for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from editor.header import Header, Path, Syntax
from editor.language import msg, tr
from editor.post.field_texts import NEW_KEY, FieldText

LONGEST_WORD: Final = 40
"""In characters: a line can't be broken within a word, and would make the form as wide as that."""
LONGEST_MESSAGE: Final = 400
"""In characters: a refusal quotes what was typed, which may be a whole page."""
# Unicode: lines break at white space of every kind
_LONG_WORD: Final = re.compile(rf"[^\s\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{{{LONGEST_WORD + 1},}}")
"""Letters without a place to break at; Japanese, Chinese and Korean text breaks between any two."""

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


def name_of(path: Path) -> str:
    """Return the name of a field for people: the label of a key, the path of a key inside it."""
    if path[-1] == NEW_KEY:
        return tr("Name of the new field")
    if path == ("title",):
        return tr("Title")
    return label_of(str(path[0])) if len(path) == 1 else ".".join(map(str, path))


def left_out(post: str, texts: Sequence[FieldText]) -> str:
    """Return what to say when a post was saved without the texts of some fields."""
    first = texts[0]
    if len(texts) > 1:
        names = ", ".join(name_of(one.path) for one in texts)
        said = tr("{0} was saved, but these fields were not: {1}. What you typed is still in them.")
        return said.format(post, names)
    said = tr("{0} was saved, but the field “{1}” was not: {2}")
    return said.format(post, name_of(first.path), shortened(first.reason))


def shortened(message: str) -> str:
    """Return a message that fits the form: long words and long messages are cut."""
    cut = message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"
    return _LONG_WORD.sub(lambda word: f"{word[0][:LONGEST_WORD]}…", cut)
