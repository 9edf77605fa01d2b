"""Ids and attributes of CommonMark's headings, which are counted over the whole post.

GitHub's ids (github-slugger, which Hugo, Astro and Hexo's marked follow), and goldmark's attributes behind a heading,
`## Title {#id .class key="value"}` (goldmark's README, "Attributes").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

Heading = tuple[Token, Token]
"""A heading's opening token, and the one that holds its text."""

_ATTRIBUTES: Final = re.compile(r"\s*\{(?P<inner>(?:[^{}\"]|\"[^\"]*\"){1,400})\}\s*\Z")
_ATTRIBUTE: Final = re.compile(
    r"\s*(?:#(?P<id>[^\s}]+)|\.(?P<class>[^\s}]+)|(?P<key>[\w:-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+)))\s*"
)
_OWN_ID: Final = "own id"


def headings(tokens: list[Token]) -> list[Heading]:
    """The headings among a document's tokens."""
    return [(token, tokens[index + 1]) for index, token in enumerate(tokens) if token.type == "heading_open"]


def heading_attributes(state: StateCore) -> None:
    """Take goldmark's attributes out of the headings' texts; before inline markdown is read."""
    for opening, inline in headings(state.tokens):
        match = _ATTRIBUTES.search(inline.content)
        if match is None or not inline.content[: match.start()].strip():
            continue
        at, found = 0, dict[str, str]()
        while (one := _ATTRIBUTE.match(match["inner"], at)) is not None:
            at = one.end()
            if one["class"]:
                found["class"] = f"{found.get('class', '')} {one['class']}".strip()
            else:
                found["id" if one["id"] else one["key"]] = one["id"] or one["quoted"] or one["bare"] or ""
        if at < len(match["inner"]) or not found:
            continue  # no attributes after all
        inline.content = inline.content[: match.start()]
        opening.attrs.update(found)
        if "id" in found:
            opening.meta[_OWN_ID] = True


def give_ids(found: Iterable[Heading], *, from_source: bool) -> list[Token]:
    """Give each heading its id, numbered where it repeats.

    Args:
        from_source: goldmark makes the id of the heading as it is written, the others of its text.

    Returns:
        The headings whose id is another one than before.

    """
    changed, seen = [], dict[str, int]()
    for opening, inline in found:
        if opening.meta.get(_OWN_ID):
            continue
        name = slug(inline.content if from_source else _text(inline)) or "heading"
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
