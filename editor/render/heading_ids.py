"""Ids of headings as Astro (github-slugger), Hexo (hexo-util's slugize) and Zola (the crate slug) make them.

Each is counted over the whole post, and each counts in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from markdown_it.token import Token

from editor.render.headings import Heading

OWN_ID: Final = "own id"
"""Set in a heading's meta where the post itself gives the id."""
Giver = Callable[[Iterable[Heading]], list[Token]]
"""Give headings their ids; return those whose id is another one than before."""

_GITHUB_KEEPS: Final = frozenset(("Mn", "Mc", "Me", "Nd", "Nl", "Pc"))


def give(
    found: Iterable[Heading], name: Callable[[Heading], str], count: Callable[[dict[str, int], str], str]
) -> list[Token]:
    """Give each heading its id.

    Args:
        name: makes the id of a heading.
        count: makes an id unique among those that were given before, by the counts that it keeps itself.

    """
    changed, seen = [], dict[str, int]()
    for heading in found:
        opening = heading[0]
        if opening.type != "heading_open" or opening.meta.get(OWN_ID):
            continue
        identity = count(seen, name(heading))
        if opening.attrs.get("id") != identity:
            opening.attrs["id"] = identity
            changed.append(opening)
    return changed


def github_ids(found: Iterable[Heading]) -> list[Token]:
    """Give ids as github-slugger does."""
    return give(found, lambda heading: github_slug(text_of(heading[1])), _github_count)


def github_slug(title: str) -> str:
    """Return a heading's id as GitHub makes it: letters, marks, digits, `_`, `-` and a hyphen for each space."""
    return "".join(
        "-" if character == " " else character
        for character in title.lower()
        if character in " -" or character.isalpha() or unicodedata.category(character) in _GITHUB_KEEPS
    )


def _github_count(seen: dict[str, int], name: str) -> str:
    identity = name
    while identity in seen:
        seen[name] += 1
        identity = f"{name}-{seen[name]}"
    seen[identity] = 0
    return identity


def zola_ids(found: Iterable[Heading]) -> list[Token]:
    """Give ids as Zola does; letters that it would write in ASCII by their sound stay as they are."""
    return give(found, lambda heading: _zola_slug(text_of(heading[1])), _zola_count)


def _zola_slug(title: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", title.lower()) if unicodedata.category(one) != "Mn")
    composed = unicodedata.normalize("NFC", plain if plain.isascii() else title.lower())
    return re.sub(r"[^\w]+|_+", "-", composed).strip("-")


def _zola_count(seen: dict[str, int], name: str) -> str:
    number, identity = seen.get(name, 0), name
    while identity in seen:
        number += 1
        identity = f"{name}-{number}"
    seen[identity] = 0
    seen[name] = number  # the numbers up to here are taken
    return identity


def text_of(inline: Token) -> str:
    """Return a heading's text without its markup."""
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))
