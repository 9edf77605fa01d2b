"""Ids of CommonMark's headings, which are counted over the whole post: GitHub's (github-slugger). Hugo's are in
`goldmark_ids`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markdown_it.token import Token

Heading = tuple[Token, Token]
"""A heading's opening token, and the one that holds its text."""

_NAMED: Final = frozenset({"heading_open", "dt_open"})
OWN_ID: Final = "own id"
"""Set in the meta data of a heading whose id the post names."""


def headings(tokens: list[Token]) -> list[Heading]:
    """Return the headings among a document's tokens, and the terms of its definition lists."""
    return [(token, tokens[index + 1]) for index, token in enumerate(tokens) if token.type in _NAMED]


def give_ids(found: Iterable[Heading]) -> list[Token]:
    """Give each heading its id, numbered where it repeats.

    Returns:
        The headings whose id is another one than before.

    """
    changed, seen = [], dict[str, int]()
    for opening, inline in found:
        if opening.type != "heading_open":
            continue
        name = slug(_text(inline)) or "heading"
        seen[name] = seen.get(name, -1) + 1
        identity = f"{name}-{seen[name]}" if seen[name] else name
        if opening.attrs.get("id") != identity:
            opening.attrs["id"] = identity
            changed.append(opening)
    return changed


def slug(title: str) -> str:
    """A heading's id as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def _text(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))
