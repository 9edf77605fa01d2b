"""Lists that are written as one value: Jekyll's `tags: travel food`, and the commas that people write everywhere.

Jekyll splits the text of `tags` and `categories` at white space of ASCII (docs/_docs/posts.md, "Tags and categories";
Ruby's String#split: U+3000 is a part of a tag). The
other generators take it for one item. A text with commas reads as one tag to most of them, but its writer meant
several, so an item is added as the writer would add it; `check` tells what the generator makes of it. A number, a
boolean or a date (`tags: 2024`) is one item too, but not to every generator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.header.generator import Generator
from editor.header.model import Field, FieldType, Header, Refused, Value
from editor.language import tr
from editor.text.white_space import ASCII_SPACE

SPLIT_KEYS = frozenset({"tags", "categories", "keywords"})
_SINGLE = frozenset({FieldType.NUMBER, FieldType.BOOLEAN, FieldType.DATE})
_TEXTS_ONLY = frozenset({Generator.JEKYLL, Generator.ELEVENTY, Generator.ZOLA})
"""Generators that take no number, boolean or date for an item: Jekyll reads none, Eleventy and Zola stop."""


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
    if field is None or field.key not in SPLIT_KEYS:
        return None
    dated = field.type is FieldType.DATE and field.node is not None and field.node.tag == "str"
    if field.type is not FieldType.TEXT and not dated:
        return None
    text = field.node.text if dated and field.node is not None else str(field.value)
    if "," in text:
        separator = ", " if ", " in text else ","
        return Words([item.strip(ASCII_SPACE) for item in text.split(",") if item.strip(ASCII_SPACE)], separator)
    if header.rules.generator is Generator.JEKYLL and field.key != "keywords":
        return Words([word for word in re.split(f"[{ASCII_SPACE}]+", text) if word], " ")
    return Words([text] if text.strip(ASCII_SPACE) else [], "")


def single_item(header: Header, field: Field) -> Value:
    """Return the one item that a number, boolean or date stands for in a key that holds a list; None for none.

    Raises:
        Refused: the generator reads no item from such a value.

    """
    generator = header.rules.generator
    if field.key not in SPLIT_KEYS or field.type not in _SINGLE or generator is Generator.PLAIN:
        return None
    if generator in _TEXTS_ONLY:
        written = field.node.text if field.node is not None else ""
        reason = tr("{0} reads no item from “{1}: {2}”: put the value in quotes or in brackets first")
        raise Refused(reason.format(generator, field.key, written), field.line)
    return field.value
