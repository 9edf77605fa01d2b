"""The headings of a CommonMark document. Their ids are given by `heading_ids` and `goldmark_ids`."""

from __future__ import annotations

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
