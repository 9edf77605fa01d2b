"""What GitHub's markdown adds to CommonMark, as remark and marked read it: bare addresses as links, boxes of tasks.

Sources: micromark-extension-gfm-autolink-literal (syntax.js) and marked (rules.ts, `url` and `_backpedal`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.render.white_space import JAVASCRIPT

Matcher = Callable[[str, int], tuple[int, str] | None]
"""Return for a text and a place in it where the bare address that starts there ends, and what it links to."""

_SCHEME: Final = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)
_CANDIDATE: Final = re.compile(r"(?:https?|ftp)://|www\.|[A-Za-z0-9._+-]{1,300}@", re.IGNORECASE)
_LINK_TAG: Final = re.compile(r"<(/?)a[\s>]", re.IGNORECASE | re.ASCII)
_TASK: Final = re.compile(r"\[([ \n\txX])\][ \t\n]+(?=[^ \t\n])")

_MARKED: Final = re.compile(
    rf"(?:(?:ftp|https?)://|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^{re.escape(JAVASCRIPT)}<]*", re.IGNORECASE
)
_MARKED_EMAIL: Final = re.compile(r"[A-Za-z0-9._+-]+@[a-zA-Z0-9\-_]+(?:\.[a-zA-Z0-9\-_]*[a-zA-Z0-9])+(?![-_])")
_BACKPEDAL: Final = re.compile(
    r"""(?:[^?!.,:;*_'"~()&]+|\([^)]{0,1000}\)|&(?![a-zA-Z0-9]+;\Z)|[?!.,:;*_'"~)]+(?!\Z))+"""
)

_SPACE: Final = frozenset(JAVASCRIPT)
_END: Final = re.compile(f"[{re.escape(JAVASCRIPT)}<]")
_TRAIL: Final = re.compile(r"""(?:[!"'),*.:;?_~\]]|&[A-Za-z]+;)*\Z""")
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[A-Za-z0-9+._-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")


def use_autolinks(parser: MarkdownIt, find: Matcher) -> None:
    """Link bare addresses: those with a scheme while the text is read, so that `*` in them is no emphasis."""

    def match(text: str, start: int) -> tuple[int, str] | None:
        found = find(text, start)
        return None if found is None else (found[0], parser.normalizeLink(found[1]))

    def scheme(state: StateInline, silent: bool) -> bool:
        if state.linkLevel > 0 or not state.src.startswith("://", state.pos):
            return False
        before = _SCHEME.search(state.pending)
        start = state.pos - len(before[0]) if before is not None else 0
        found = match(state.src, start) if before is not None else None
        if before is None or found is None or found[0] > state.posMax:
            return False
        if not silent:
            state.pending = state.pending[: -len(before[0])]
            state.pushPending() if state.pending else None
            state.tokens += _link(state.src[start : found[0]], found[1], state.level)
            state.tokens_meta += [None] * 3
        state.pos = found[0]
        return True

    def rest(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline" and token.children and _CANDIDATE.search(token.content):
                token.children = _linked(token.children, match)

    parser.inline.ruler.at("linkify", scheme)
    parser.core.ruler.after("inline", "autolinks", rest)


def _link(text: str, href: str, level: int) -> list[Token]:
    return [
        Token("link_open", "a", 1, attrs={"href": href}, markup="linkify", info="auto", level=level),
        Token("text", "", 0, content=text, level=level + 1),
        Token("link_close", "a", -1, markup="linkify", info="auto", level=level),
    ]


def _linked(children: list[Token], match: Matcher) -> list[Token]:
    """Link the addresses in texts that are in no link."""
    written: list[Token] = []
    depth = 0
    for token in children:
        if token.type in ("link_open", "link_close"):
            depth += token.nesting
        elif token.type == "html_inline" and (tag := _LINK_TAG.match(token.content)) is not None:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if token.type == "text" and depth == 0:
            written += _linked_text(token, written[-1].content[-1:] if written else "", match)
        else:
            written.append(token)
    return written


def _linked_text(token: Token, before: str, match: Matcher) -> list[Token]:
    text, at, done = f"{before}{token.content}", len(before), len(before)
    pieces: list[Token] = []
    while (candidate := _CANDIDATE.search(text, at)) is not None:
        found = match(text, candidate.start())
        if found is None:
            at = candidate.start() + 1 if candidate[0][-1] != "@" else candidate.end()
            continue
        if candidate.start() > done:
            pieces.append(Token("text", "", 0, content=text[done : candidate.start()], level=token.level))
        pieces += _link(text[candidate.start() : found[0]], found[1], token.level)
        at = done = found[0]
    if not pieces:
        return [token]
    if done < len(text):
        pieces.append(Token("text", "", 0, content=text[done:], level=token.level))
    return pieces


def marked_address(text: str, start: int) -> tuple[int, str] | None:
    """Match an address as marked does."""
    email = _MARKED_EMAIL.match(text, start)
    if email is not None:
        return email.end(), f"mailto:{email[0]}"
    found = _MARKED.match(text, start)
    if found is None:
        return None
    address, longer = found[0], ""
    while address != longer:
        longer = address
        part = _BACKPEDAL.match(address)
        address = part[0] if part is not None else ""
    return start + len(address), f"http://{address}" if address[:4].lower() == "www." else address


def remark_address(text: str, start: int) -> tuple[int, str] | None:
    """Match an address as remark-gfm does."""
    before = text[start - 1 : start]
    email = _EMAIL.match(text, start)
    if email is not None:
        address = email[0].rstrip("._-") if email[0][-1] == "." else email[0]
        known = not before or before in _SPACE or unicodedata.category(before)[0] in "PS"
        if not known or before == "/" or address[-1] in "-_0123456789":
            return None
        return start + len(address), f"mailto:{address}"
    www = text[start : start + 4].lower() == "www."
    if www:
        if before and before not in _SPACE and unicodedata.category(before)[0] not in "PS":
            return None  # the parser wants one of `(*_[]~`, but remark-gfm looks again behind other punctuation
        domain = start
    else:
        scheme = _WEB.match(text, start)
        if scheme is None or (before.isascii() and before.isalpha()):
            return None
        domain = scheme.end()
    stop = _END.search(text, start)
    limit = stop.start() if stop is not None else len(text)
    host_end = _domain_end(text, domain, limit)
    if host_end is None:
        return None
    end = _path_end(text, host_end, limit)
    return end, f"http://{text[start:end]}" if www else text[start:end]


def _domain_end(text: str, start: int, limit: int) -> int | None:
    """Return where a host name ends; None where there is none, or its last two labels hold an underscore."""
    at = start
    while at < limit:
        character = text[at]
        if character in "._":
            if _TRAIL.match(text[at:limit]):
                break
        elif character != "-" and unicodedata.category(character)[0] in "PS":
            break
        at += 1
    labels = text[start:at].split(".")
    return at if at > start and not any("_" in label for label in labels[-2:]) else None


def _path_end(text: str, start: int, limit: int) -> int:
    """Return where an address ends: without punctuation at its end, but with brackets that it opened."""
    opened, at = 0, start
    while at < limit:
        character = text[at]
        if character == "(":
            opened += 1
        elif character == ")" and opened:
            opened -= 1
        elif character in "!\"&'),*.:;?_~]" and _TRAIL.match(text[at:limit]):
            return at
        at += 1
    return limit


def use_task_boxes(parser: MarkdownIt, *, empty: str, checked: str) -> None:
    """Write `[ ]` and `[x]` at the start of a list's item as boxes, whose HTML is given."""

    def boxes(state: StateCore) -> None:
        for index, token in enumerate(state.tokens):
            if token.type != "inline" or index < 2 or state.tokens[index - 2].type != "list_item_open":
                continue
            match = _TASK.match(token.content)
            first = token.children[0] if token.children else None
            if match is None or first is None or first.type != "text":
                continue
            first.content = first.content[3:]
            box = Token("html_inline", "", 0, content=checked if match[1] in "xX" else empty)
            token.children = [box, *(token.children or [])]
            state.tokens[index - 2].meta["task"] = True

    parser.core.ruler.push("task_boxes", boxes)


def align_cells(parser: MarkdownIt, write: Callable[[str], tuple[str, str]]) -> None:
    """Write the alignment of a table's cells as another attribute than markdown-it's `style`."""

    def align(state: StateCore) -> None:
        for token in state.tokens:
            if token.type in ("th_open", "td_open") and "style" in token.attrs:
                name, value = write(str(token.attrs.pop("style")).removeprefix("text-align:"))
                token.attrs[name] = value

    parser.core.ruler.push("align_cells", align)
