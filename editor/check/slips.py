"""Slips of the keyboard in front matter that still can be read: full-width marks, characters that are not seen.

YAML knows ASCII's colon, comma, dash and space only; U+3000 and U+00A0 are letters to it (yaml.org/spec/1.2.2, 5.5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Final

from editor.check.problem import Fix, Problem, Severity
from editor.check.scalars import WORD_KEYS
from editor.check.situation import Situation
from editor.header import Field, Generator, Syntax
from editor.header.nodes import Node
from editor.language import tr
from editor.text.edit import Edit

UNSEEN: Final = "\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u3000\ufeff"
"""Spaces that are no spaces to YAML, and characters without a width; for a class of a regular expression."""
_NO_WIDTH: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Those that no word needs; joiners (U+200C, U+200D) are parts of emoji and of Persian words."""
_COMPARED: Final = WORD_KEYS | frozenset(
    {"layout", "type", "template", "lang", "language", "locale", "slug", "url", "path", "permalink", "markup", "author"}
    | {"series", "collection", "ref", "translationkey", "linkto", "redirect_from", "redirect_to", "aliases", "outputs"}
)
"""Keys, in lower case, whose values name something: a layout, a page, an address, a group of posts."""
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_SEPARATED: Final = frozenset({"tags", "categories"})
"""Keys whose text readers see as one word or several."""
_WIDE_COMMA: Final = re.compile("[，、]")
_WIDE_SPACE: Final = re.compile("[，、\u3000]")
"""What people put between the words of a text; Jekyll splits at ASCII white space only."""
# Unicode: wide and unseen spaces are named where they count
_NO_ITEM: Final = re.compile(rf"(?:[-\uff0d](?=[^\s\-{UNSEEN}])|[-\uff0d][{UNSEEN}]+(?=\S))")
_NO_KEY: Final = re.compile(
    # Unicode: wide and unseen spaces are named where they count
    rf"(?<![A-Za-z0-9_-])(?P<key>[A-Za-z_][A-Za-z0-9_-]*+)[ \t]*+(?:：[ \t{UNSEEN}]*|:[{UNSEEN}]+|:(?!//)(?=[^\s:/]))"
)


def keys_that_nobody_knows(situation: Situation) -> Iterator[Problem]:
    """A key with a character that is not seen, or in full-width letters, is another key."""
    for field in situation.fields():
        clean = _UNSEEN.sub("", unicodedata.normalize("NFKC", field.key)).strip(" ")
        if clean == field.key or not clean.isascii() or not clean:
            continue
        unseen = _UNSEEN.search(field.key)
        if unseen is not None:
            message = tr("the key “{0}” contains an invisible character (U+{1:04X}), so it is a different key").format(
                clean, ord(unseen[0])
            )
        else:
            message = tr("“{0}” in full-width letters is not the key “{1}”").format(field.key, clean)
        span = field.key_span
        written = span.of(situation.post.text)
        fix = Fix(tr("Write {0}").format(clean), partial(Edit, span.start, span.end, written.replace(field.key, clean)))
        yield situation.problem("odd-key", Severity.WARNING, message, field, fix)


def wide_commas_in_words(situation: Situation) -> Iterator[Problem]:
    """`tags: [a，b]` is one tag: a full-width comma separates nothing."""
    for field in situation.fields():
        node = field.node
        if node is None or field.key.lower() not in WORD_KEYS:
            continue
        for item in _words_of(situation, field, node):
            jekyll = situation.generator is Generator.JEKYLL and node.kind == "scalar"
            comma = (_WIDE_SPACE if jekyll else _WIDE_COMMA).search(item.text.strip("\u3000"))
            if comma is None or "," in item.text:
                continue  # ASCII commas are told by another check
            message = tr("“{0}” is one of {1}: “{2}” does not separate them").format(item.text, field.key, comma[0])
            fix = _separated(situation, node, item)
            yield situation.problem_at("wide-comma", Severity.WARNING, message, field, item, fix)


def _words_of(situation: Situation, field: Field, node: Node) -> list[Node]:
    """The words of a list or text that a writer may have separated by full-width commas."""
    syntax = situation.header.syntax
    if node.kind == "scalar":
        return [node] if field.key.lower() in _SEPARATED else []
    if node.kind != "list" or (syntax is Syntax.YAML and node.style != "flow"):
        return []
    items = [item for item in node.items if item.kind == "scalar"]
    plain = [item for item in items if syntax is Syntax.PELICAN or item.style == "plain"]
    return plain or (items if len(items) == 1 and "，" in items[0].text else [])


def _separated(situation: Situation, node: Node, item: Node) -> Fix | None:
    """The words with ASCII commas, each in the quotes that all of them had; a text becomes a list in YAML."""
    written = situation.post.text[item.start : item.end]
    quote = written[0] if written[:1] in "'\"" else ""
    between = _WIDE_SPACE if node.kind == "scalar" else _WIDE_COMMA
    parts = [part.strip(" \t") for part in between.split(written.strip(quote) if quote else written)]
    listed = ", ".join(f"{quote}{part}{quote}" for part in parts if part)
    if node.kind == "list":
        return Fix(tr("Write {0}").format(listed), partial(Edit, item.start, item.end, listed))
    if situation.header.syntax is not Syntax.YAML:
        return None
    return Fix(tr("Write {0}").format(f"[{listed}]"), partial(Edit, item.start, item.end, f"[{listed}]"))


def lines_that_became_text(situation: Situation) -> Iterator[Problem]:
    """Items without a blank after their dash, and keys without one after their colon, are one long text."""
    if situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.fields():
        node = field.node
        if node is None or node.kind != "scalar" or node.style != "plain" or node.marked:
            continue
        between = situation.post.text[field.key_span.end : node.start]
        if "\n" not in between:
            continue
        found = _as_items(situation, node) or _as_keys(situation, node)
        if found is not None:
            message, written = found
            fix = Fix(tr("Add the spaces"), partial(Edit, node.start, node.end, written))
            yield situation.problem_at("lines-are-text", Severity.WARNING, message, field, node, fix)


def _as_items(situation: Situation, node: Node) -> tuple[str, str] | None:
    lines = situation.post.text[node.start : node.end].split("\n")
    if not all(_NO_ITEM.match(line.lstrip(" \t")) for line in lines if line.strip(" \t")):
        return None
    if len(lines) == 1 and re.match(r"-[0-9.]", lines[0]):
        return None  # a negative number
    message = tr("“{0}” is text, not a list item: put a space after the dash").format(lines[0])
    return message, "\n".join(re.sub(rf"^([ \t]*)[-\uff0d][{UNSEEN}]*", r"\1- ", line) for line in lines)


def _as_keys(situation: Situation, node: Node) -> tuple[str, str] | None:
    lines = situation.post.text[node.start : node.end].split("\n")
    if situation.generator is Generator.PELICAN:
        return None
    if not all(_NO_KEY.match(line.lstrip(" \t")) for line in lines if line.strip(" \t")):
        return None
    message = tr("“{0}” is text, not a key: write a colon and a space after the key").format(lines[0])
    return message, "\n".join(_NO_KEY.sub(r"\g<key>: ", line, count=1) for line in lines)


def values_with_unseen_characters(situation: Situation) -> Iterator[Problem]:
    """`layout: post` with U+3000 behind it names another layout: these keys are compared character by character."""
    for field in situation.fields():
        node = field.node
        if node is None or field.key.lower() not in _COMPARED:
            continue
        for value in node.items if node.kind == "list" else [node]:
            tag, text = situation.reading(value)
            if value.kind != "scalar" or tag != "str" or value.style not in ("plain", "single", "double"):
                continue
            clean = _without_unseen(str(text))
            if clean == text or not clean:
                continue
            odd = next(
                one for at, one in enumerate(str(text)) if _without_unseen(str(text)[: at + 1]) != str(text)[: at + 1]
            )
            message = tr("“{0}” contains an invisible character (U+{1:04X}), so it is a different text").format(
                clean, ord(odd)
            )
            written = situation.post.text[value.start : value.end]
            quote = written[:1] if value.style != "plain" else ""
            inner = _without_unseen(written.strip(quote) if quote else written)
            fix = Fix(tr("Write {0}").format(clean), partial(Edit, value.start, value.end, f"{quote}{inner}{quote}"))
            yield situation.problem_at("odd-value", Severity.WARNING, message, field, value, fix)


def _without_unseen(text: str) -> str:
    """Return a text without white space at its ends and without characters that have no width."""
    return _NO_WIDTH.sub("", re.sub(rf"\A[ \t{UNSEEN}]+|[ \t{UNSEEN}]+\Z", "", text))


CHECKS: Final = (
    keys_that_nobody_knows,
    values_with_unseen_characters,
    wide_commas_in_words,
    lines_that_became_text,
)
