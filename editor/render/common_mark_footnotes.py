"""Footnotes of CommonMark's parts: numbered over the whole post, and gathered at its end.

The plugin numbers references while it reads, and moves what they refer to; here both are done again for parts that
were read at different times, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

DEFINITION: Final = "footnote_reference_open"
NOTE: Final = "note_open"
"""Begins a footnote that is shown where it is defined."""
NOTE_REFERENCE: Final = "note_reference"
Numbers = dict[int, dict[str, Any]]
"""By number from 0: a footnote's label, and how often it is referred to."""


def label_of(tokens: list[Token]) -> str | None:
    """The label that a block defines; None for any other block."""
    return str(tokens[0].meta["label"]) if tokens[0].type == DEFINITION else None


def is_nested(tokens: list[Token]) -> bool:
    """Whether a footnote is defined inside of another block."""
    return any(token.type == DEFINITION for token in tokens[1:])


def references(tokens: list[Token]) -> list[Token]:
    """Return the references in a block, in their order; a footnote shown where it is defined counts as one."""
    inside = (one for token in tokens for one in ((token,) if token.type == NOTE else token.children or ()))
    return [one for one in inside if one.type in ("footnote_ref", NOTE, NOTE_REFERENCE)]


def number(found: Iterable[Token]) -> tuple[Numbers, list[Token]]:
    """Number references in the order of the post.

    Returns:
        The footnotes that are referred to, and the references whose number is another one than before.

    """
    numbers: Numbers = {}
    known: dict[str, int] = {}
    changed = []
    for token in found:
        label = token.meta["label"]
        identity = known.setdefault(label, len(known))
        data = numbers.setdefault(identity, {"label": label, "count": 0})
        meta = {"id": identity, "subId": data["count"], "label": label}
        data["count"] += 1
        if token.meta != meta:
            token.meta = meta
            changed.append(token)
    return numbers, changed


def gathered(parser: MarkdownIt, definitions: list[Token], numbers: Numbers) -> list[Token]:
    """The block of all footnotes that are referred to."""
    state = StateCore("", parser, {"footnotes": {"refs": {}, "list": numbers}})
    state.tokens = definitions
    footnote_tail(state)
    return state.tokens
