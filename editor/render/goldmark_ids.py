"""The ids of headings and terms as Hugo makes them (markup/goldmark/autoid.go): of their text without markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from typing import Final

from markdown_it.token import Token

from editor.render.goldmark_options import GoldmarkOptions
from editor.render.goldmark_quotes import ESCAPED_SPACE, QUOTE, TYPOGRAPHIC
from editor.render.headings import OWN_ID, Heading
from editor.render.white_space import UNICODE

_TEXTS: Final = frozenset({"text", "text_special", ESCAPED_SPACE, QUOTE})
_AS_WRITTEN: Final = _TEXTS | {"code_inline"}


def id_giver(options: GoldmarkOptions) -> Callable[[Iterable[Heading]], list[Token]]:
    """Return the function that gives ids to the headings and terms of a post, in order.

    It returns the tokens whose id is another one than before.
    """
    slug = {"blackfriday": _blackfriday, "github-ascii": _github_ascii}.get(options.id_type, _github)

    def give(found: Iterable[Heading]) -> list[Token]:
        changed, seen = list[Token](), dict[str, int]()
        for opening, inline in found:
            is_term = opening.type == "dt_open"
            if opening.meta.get(OWN_ID):
                seen.setdefault(str(opening.attrs["id"]), 1)
                continue
            if not (options.term_ids if is_term else options.ids):
                continue
            text = plain_text(inline.children or ()).rpartition("\n")[2].strip(UNICODE)
            identity = _unused(slug(text) or ("id" if is_term else "heading"), seen) if text else None
            if opening.attrs.get("id") != identity:
                opening.attrs.pop("id", None)
                if identity is not None:
                    opening.attrs["id"] = identity
                changed.append(opening)
        return changed

    return give


def plain_text(children: Sequence[Token]) -> str:
    """Return the text that Hugo makes an id of: of emphasis, links and pictures only what stands first in them."""
    texts, index = [], 0
    while index < len(children):
        text, index = _plain(children, index)
        texts.append(text)
    return "".join(texts)


def _plain(children: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the text of one element, and the index behind it."""
    child = children[index]
    if child.nesting > 0:
        end = _closing(children, index)
        is_bare = child.markup in ("linkify", "autolink")
        return ("" if is_bare else _first(children[index + 1 : end])), end + 1
    if child.type == "text_special" and child.markup.startswith("&#"):
        return child.markup, index + 1  # only named entities are resolved
    if child.type in _AS_WRITTEN:
        return child.content, index + 1
    if child.type == TYPOGRAPHIC:
        return unescape(child.content), index + 1
    if child.type in ("softbreak", "hardbreak"):
        return "\n", index + 1
    return (_first(child.children) if child.type == "image" and child.children else ""), index + 1


def _first(children: Sequence[Token]) -> str:
    """Return the text of the first element within another one; texts that touch are one element."""
    end = next((index for index, child in enumerate(children) if child.type not in _TEXTS), len(children))
    if not children:
        return ""
    return plain_text(children[:end]) if end else _plain(children, 0)[0]


def _closing(children: Sequence[Token], start: int) -> int:
    depth = 0
    for index in range(start, len(children)):
        depth += children[index].nesting
        if depth == 0:
            return index
    return len(children)


def _unused(name: str, seen: dict[str, int]) -> str:
    """Return a name that no other element has; `seen` holds each name with the number to try next."""
    identity = name
    while identity in seen:
        identity = f"{name}-{seen[name]}"
        seen[name] += 1
    seen[identity] = 1
    return identity


def _github(text: str) -> str:
    return "".join("-" if one in "- \t" else one.lower() for one in text if one in "-_ \t" or _is_letter_or_digit(one))


def _github_ascii(text: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if unicodedata.category(one) != "Mn")
    return "".join(one for one in _github(unicodedata.normalize("NFC", plain)) if one.isascii())


def _blackfriday(text: str) -> str:
    words = "".join(one.lower() if unicodedata.category(one)[0] in "LN" else " " for one in text).split(" ")
    return "-".join(filter(None, words))


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Nd"
