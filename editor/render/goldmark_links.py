"""Bare addresses that goldmark links (extension/linkify.go): `https://…`, `www.…` and mail addresses.

An address is linked at a line's beginning, behind white space or `(`, and directly behind other inline markup; never
where a `[` is still open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it.rules_inline import StateInline

from editor.render.goldmark_delimiters import is_mark

_TAIL: Final = r"""(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}\[\]`]*)?"""
_HOST: Final = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_URL: Final = re.compile(rf"(?:https?|ftp)://{_HOST}(?::\d+)?{_TAIL}", re.ASCII)
_WWW: Final = re.compile(rf"www\.{_HOST}{_TAIL.replace('$', '')}", re.ASCII)
_MAIL: Final = re.compile(
    r"[a-zA-Z0-9.!#%&'*+/=?^_`{|}~$-]{1,256}@"
    r"(?P<domain>[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)"
)
_MARKS: Final = "?!.,:*_~"
_BRACKET: Final = re.compile(r"[\[\]]")
_BRACKETS: Final = "goldmark brackets"
_ENTITY_END: Final = re.compile(r"&[a-zA-Z0-9]+;$")
CANDIDATE: Final = r"[ (](?=https?:|ftp:|www\.|[a-zA-Z0-9.!#%&'*+/=?^_`{|}~$-]{1,256}@)"
"""White space or a bracket that an address may follow: where the parser has to stop in running text."""


def linker(protocol: str, behind: str = " (") -> Callable[[StateInline, bool], bool]:
    """Return the rule that links bare addresses.

    Args:
        protocol: of an address that has none.
        behind: characters that an address may follow in running text.

    """

    def link(state: StateInline, silent: bool) -> bool:
        if silent:
            return False
        at = state.pos
        first = state.src[at]
        if first in behind:
            at += 1
        elif state.pending or is_mark(first) or (state.tokens and state.tokens[-1].type == "text_special"):
            return False
        found = _address_at(state.src, at, protocol)
        if found is None or _in_label(state):
            return False
        length, address = found
        if at > state.pos:
            state.append_pending(first)
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(address)}
        opening.markup = "linkify"
        state.push("text", "", 0).content = state.src[at : at + length]
        state.push("link_close", "a", -1).markup = "linkify"
        state.pos = at + length
        return True

    return link


def _address_at(text: str, start: int, protocol: str) -> tuple[int, str] | None:
    """Return the length of the address at a position and where it leads; None if there is none."""
    match = _URL.match(text, start) or _WWW.match(text, start)
    if match is not None:
        found = _without_closing(_without_marks(match[0]))
    else:
        if text[start : start + 1] and is_mark(text[start]):
            return None
        match = _MAIL.match(text, start)
        if match is None or "." not in match["domain"]:
            return None
        found = _without_marks(match[0])
        if text[start + len(found) : start + len(found) + 1] in ("-", "_"):
            return None
    if match.re is _MAIL:
        return len(found), f"mailto:{found}"
    return len(found), f"{protocol}://{found}" if match.re is _WWW else found


def _without_marks(address: str) -> str:
    """Leave out punctuation at the end."""
    return address[0] + address[1:].rstrip(_MARKS)


def _without_closing(address: str) -> str:
    """Leave out brackets at the end that were not opened, and an entity."""
    last = address[-1]
    if last == ")":
        surplus = address.count(")") - address.count("(")
        return address[:-surplus] if surplus > 0 else address
    if last == ";":
        entity = _ENTITY_END.search(address)
        return address[: entity.start()] if entity is not None else address
    return address


def _in_label(state: StateInline) -> bool:
    """Return whether a link or a `[` is open before the current position."""
    if state._prev_delimiters:  # noqa: SLF001  the parser tells the depth of links nowhere else
        return True
    known = state.__dict__.setdefault(_BRACKETS, [0, 0])  # tokens that were counted, and the depth behind them
    for token in state.tokens[known[0] :]:
        if token.type == "text":
            known[1] = _depth(token.content, known[1])
    known[0] = len(state.tokens)
    return _depth(state.pending, known[1]) > 0


def _depth(text: str, depth: int) -> int:
    """Return how many `[` are open behind a text."""
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
    return depth
