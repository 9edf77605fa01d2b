"""Switches such as `draft` and `published` whose value is no boolean to the generator.

What a generator makes of a text is in `header.key_kinds.reads_as_true`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Final

from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.header import FieldType, Generator
from editor.header.key_kinds import documented_kind, reads_as_true
from editor.language import tr
from editor.text.edit import Edit

SWITCHES: Final = frozenset(
    {
        "draft",
        "published",
        "pin",
        "toc",
        "math",
        "comments",
        "featured",
        "hidden",
        "mermaid",
        "sticky",
        "unlisted",
        "headless",
        "noindex",
        "isCJKLanguage",
        "render_with_liquid",
        "disableNunjucks",
    }
)
_WORDS: Final = {
    "true": True,
    "yes": True,
    "on": True,
    "y": True,
    "false": False,
    "no": False,
    "off": False,
    "n": False,
}
_INVISIBLE: Final = "\u3000\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad \t"


def switches_that_are_text(situation: Situation) -> Iterator[Problem]:
    """A switch whose value is a text that was meant as yes or no."""
    if situation.generator is Generator.PELICAN:
        return
    for field in situation.header.fields:
        name = next((one for one in SWITCHES if one.lower() == field.key.lower()), "")
        tag, value = situation.reading(field.node)
        if not name or tag != "str" or (name == "published" and situation.generator is Generator.HUGO):
            continue
        if situation.generator is Generator.ZOLA and documented_kind(Generator.ZOLA, name) is FieldType.BOOLEAN:
            continue  # stops the build: see required_types
        text = str(value)
        meant = meant_switch(text)
        if meant is None:
            continue
        taken = reads_as_true(situation.generator, name, text)
        as_meant = taken is meant and situation.generator is not Generator.ASTRO
        if as_meant and text.lower() in _WORDS:
            continue
        word = "true" if meant else "false"
        fix = Fix(tr("Write {0}").format(word), partial(Edit, field.value_span.start, field.value_span.end, word))
        severity = Severity.HINT if as_meant else Severity.WARNING
        message = _effect(situation.generator, name, text.strip(_INVISIBLE), taken=taken)
        if name == "published" and situation.generator is Generator.JEKYLL:
            yield situation.problem("published-is-text", severity, message, field, fix)
        else:
            yield situation.problem("switch-is-text", severity, message, field, fix)


def meant_switch(text: str) -> bool | None:
    """Return what the writer of a text meant; None where it is no slip of true or false."""
    word = unicodedata.normalize("NFKC", text.strip(_INVISIBLE)).strip(_INVISIBLE).lower().rstrip("。.,、;")
    if word in _WORDS:
        return _WORDS[word]
    return next((meant for right, meant in (("true", True), ("false", False)) if _slip_of(word, right)), None)


def _slip_of(word: str, right: str) -> bool:
    """Return whether a word is another one with two letters swapped, one missing or one too many."""
    swapped = {right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(len(right) - 1)}
    missing = {right[:at] + right[at + 1 :] for at in range(len(right))}
    added = len(word) == len(right) + 1 and any(word[:at] + word[at + 1 :] == right for at in range(len(word)))
    return word in swapped or word in missing or added


def _effect(generator: Generator, name: str, text: str, *, taken: bool) -> str:
    """Return what the generator makes of the text, in words."""
    visible = (name == "published" and taken) or (name == "draft" and not taken)
    if generator is Generator.HUGO:
        message = tr("Hugo takes this “{0}” for false, so the post is visible") if visible else None
        return (message or tr("Hugo takes this “{0}” for false")).format(text)
    if generator is Generator.JEKYLL and name == "published":
        return tr("Jekyll takes this “{0}” for a text, so the post is visible").format(text)
    if generator is Generator.ASTRO:
        return tr("Astro takes this “{0}” for a text: it counts as yes, or the schema stops the build").format(text)
    label = generator.label if generator is not Generator.PLAIN else "YAML"
    return tr("{0} takes this “{1}” for a text, and any text counts as yes").format(label, text)


CHECKS: Final = (switches_that_are_text,)
