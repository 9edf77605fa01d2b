"""Goldmark's typographer (extension/typographer.go): quotes, dashes, ellipses and angle quotes.

Each quote is judged by its own neighbours, so between two Japanese or Chinese characters it stays straight. A closing
quote also needs one that was opened, in any paragraph before: a rule of the inline parser finds the quotes, and
another one resolves them in the order of the post.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.render.goldmark_delimiters import character_before, flanking
from editor.render.goldmark_options import Marks
from editor.render.white_space import UNICODE_SPACE

OPEN_QUOTES: Final = "open quotes"
TYPOGRAPHIC: Final = "typographic"
"""Punctuation that was replaced; the token's content is HTML."""
QUOTE: Final = "quote"
"""A quote that opens or may close; its content is the straight quote until it is resolved."""
ESCAPED_SPACE: Final = "escaped_space"
"""A space behind a backslash, which is left out; the token's content is as written."""
_AHEAD: Final = 8
"""How many characters from a quote on decide what it is, besides a run of quotes."""
_RUN_END: Final = "goldmark quotes"
_DECADE: Final = re.compile(rb"\d\ds")
_SHORTENED: Final = re.compile(rb"(?:[smtd]|ve|ll|re)")
_ASCII_ENDS: Final = frozenset(b" \n\t\r\x0b\x0c!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def typographer(marks: Marks) -> Callable[[StateInline, bool], bool]:
    """Return the rule that replaces punctuation."""
    replaced = (
        ("---", marks.em_dash),
        ("--", marks.en_dash),
        ("...", marks.ellipsis),
        ("<<", marks.left_angle),
        (">>", marks.right_angle),
    )
    firsts = {text[0] for text, _ in replaced}

    def replace(state: StateInline, silent: bool) -> bool:
        character = state.src[state.pos]
        if silent:
            return False
        if character in "'\"":
            return _quote(state, character, marks)
        if character in firsts:
            for text, mark in replaced:
                if state.src.startswith(text, state.pos):
                    state.push(TYPOGRAPHIC, "", 0).content = mark
                    state.pos += len(text)
                    return True
        return False

    return replace


def _quote(state: StateInline, character: str, marks: Marks) -> bool:
    """Push a token for a quote; nothing is done for one that stays straight whatever was opened before."""
    line = state.src[state.pos : state.pos + _AHEAD].partition("\n")[0]
    if state.src.startswith("\n", state.pos + len(line)):
        line += "\n"
    before = character_before(state, state.pos)
    behind = _run_end(state, character)
    opens, closes = flanking(before, state.src[behind] if behind < len(state.src) else " ")
    role = _single(line, before, opens=opens, closes=closes) if character == "'" else ""
    if not role:
        if opens and not closes:
            role = "open"
        elif closes and (not opens or _may_close(line)):
            role = "close"
    # Unicode: Go's unicode.IsDigit
    if character == '"' and role == "close" and line[1:2] == '"' and before.isdecimal():
        role = ""  # Monitor 21""
    if not role:
        return False
    if role in ("apostrophe", "right"):
        content = marks.apostrophe if role == "apostrophe" else marks.right_single
        state.push(TYPOGRAPHIC, "", 0).content = content
    else:
        token = state.push(QUOTE, "", 0)
        token.content = character
        token.meta = {"role": role}
    state.pos += 1
    return True


def _run_end(state: StateInline, character: str) -> int:
    """Return where a run of the same quote ends; a long one is measured once."""
    known: int = state.__dict__.get(_RUN_END, 0)
    if known <= state.pos:
        known = state.pos
        while known < len(state.src) and state.src[known] == character:
            known += 1
        state.__dict__[_RUN_END] = known
    return known


def _single(line: str, before: str, *, opens: bool, closes: bool) -> str:
    """Return what a single quote is: "apostrophe", "right" or "open"; "" if it may close."""
    rest = line[1:].encode("utf-8", "surrogatepass")  # goldmark counts bytes
    following = line[1:2]
    if opens and not closes and len(rest) > 2 and _DECADE.match(rest) and _ends(line[4:5]):
        return "apostrophe"
    if following and (_is_punctuation(before) or before in UNICODE_SPACE) and following in "tenl":
        return "apostrophe"
    # Unicode: Go's unicode.IsDigit
    if (before.isdecimal() or before.isalpha()) and following.isalpha():
        return "apostrophe"
    if opens and not closes:
        short = _SHORTENED.match(rest)
        return "right" if short is not None and _ends_byte(rest, short.end()) else "open"
    # Unicode: Go's unicode.IsDigit
    return "right" if len(rest) > 1 and not following.isdecimal() else ""


def _may_close(line: str) -> bool:
    rest = line[1:].encode("utf-8", "surrogatepass")
    if not rest or not _is_punctuation(line[1]):
        return False
    return len(rest) == 1 or rest[1] in _ASCII_ENDS


def _ends(character: str) -> bool:
    return not character or character in UNICODE_SPACE or _is_symbol(character)


def _ends_byte(rest: bytes, at: int) -> bool:
    return at >= len(rest) or rest[at] in _ASCII_ENDS


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def quote_resolver(marks: Marks) -> Callable[[StateCore], None]:
    """Return the core rule that resolves quotes. Those that are open wait in the rendering's environment."""
    sides = {'"': (marks.left_double, marks.right_double), "'": (marks.left_single, marks.right_single)}

    def resolve(state: StateCore) -> None:
        unclosed: dict[str, int] = state.env.setdefault(OPEN_QUOTES, {'"': 0, "'": 0})
        for token in state.tokens:
            if token.type == "inline":
                _resolve(token.children or [], unclosed, sides)

    return resolve


def _resolve(children: list[Token], unclosed: dict[str, int], sides: dict[str, tuple[str, str]]) -> None:
    for child in children:
        if child.type == "image":
            _resolve(child.children or [], unclosed, sides)
        if child.type != QUOTE:
            continue
        character = child.content
        left, right = sides[character]
        if child.meta["role"] == "open":
            unclosed[character] += 1
            child.type, child.content = TYPOGRAPHIC, left
        elif unclosed[character]:
            unclosed[character] -= 1
            child.type, child.content = TYPOGRAPHIC, right
