"""Lists that are written as one text: Jekyll's `tags: travel food`, and the commas that people write everywhere.

Jekyll splits the text of `tags` and `categories` at white space of ASCII (docs/_docs/posts.md, "Tags and categories";
Ruby's String#split: U+3000 is a part of a tag). The
other generators take it for one item. A text with commas reads as one tag to most of them, but its writer meant
several, so an item is added as the writer would add it; `check` tells what the generator makes of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.header.generator import Generator
from editor.header.model import Field, FieldType, Header, Value
from editor.text.white_space import ASCII_SPACE

SPLIT_KEYS = frozenset({"tags", "categories", "keywords"})


@dataclass(frozen=True, slots=True)
class Words:
    """The items of a text, and what stands between them ("" when the text can be but one item)."""

    items: list[str]
    separator: str

    def having(self, items: list[str]) -> Value:
        """The value with other items: a text as before where the separator can tell them apart, else a list."""
        mark = self.separator.strip(ASCII_SPACE) or self.separator
        if not items or any(not item.strip(ASCII_SPACE) or (mark and mark in item) for item in items):
            return list(items)
        return self.separator.join(items) if mark or len(items) == 1 else list(items)


def words_of(header: Header, field: Field | None) -> Words | None:
    """A field's text as items; None for what is no such text."""
    if field is None or field.type is not FieldType.TEXT or field.key not in SPLIT_KEYS:
        return None
    text = str(field.value)
    if "," in text:
        separator = ", " if ", " in text else ","
        return Words([item.strip(ASCII_SPACE) for item in text.split(",") if item.strip(ASCII_SPACE)], separator)
    if header.rules.generator is Generator.JEKYLL and field.key != "keywords":
        return Words([word for word in re.split(f"[{ASCII_SPACE}]+", text) if word], " ")
    return Words([text] if text.strip(ASCII_SPACE) else [], "")
