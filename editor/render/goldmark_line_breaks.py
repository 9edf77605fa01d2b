"""Line ends between East Asian characters (goldmark, renderer/html/html.go): whether one stays in the HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

import regex
from markdown_it.rules_inline import StateInline, newline
from markdown_it.token import Token

from editor.render.goldmark_quotes import ESCAPED_SPACE, QUOTE

_ALONE: Final = "alone"
"""Set in the meta data of a line end that goldmark does not see as the end of a text."""
_TEXTS: Final = frozenset({"text", "text_special", ESCAPED_SPACE, QUOTE})
_WIDE: Final = regex.compile(r"[\p{Hiragana}\p{Katakana}\p{Han}\p{Lm}\p{Hangul}\u3000-\u303F]")
_HANGUL: Final = regex.compile(r"\p{Hangul}")
_DISCARDS_SPACE: Final = regex.compile(
    r"[\u2E80-\u2FDF\u2FF0-\u30FF\u3190-\u319F\u31C0-\u31FF\u3300-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF"
    r"\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFFEF\U0001B000-\U0001B16F\U00020000-\U0003134F]"
)
_FULL_WIDTHS: Final = frozenset("FWH")


def line_end(*, linkify: bool) -> Callable[[StateInline, bool], bool]:
    """Return the rule for line ends. It marks those behind a delimiter, or a space if addresses are linked."""

    def read(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != "\n":
            return False
        if state.pending:
            alone = linkify and state.pending.endswith(" ")
        else:
            alone = bool(state.tokens) and state.tokens[-1].type == "text"
        if not newline(state, silent):
            return False
        if alone and not silent:
            state.tokens[-1].meta[_ALONE] = True
        return True

    return read


def keeps_break(tokens: Sequence[Token], index: int, style: str) -> bool:
    """Return whether the soft line end at an index is written.

    Args:
        style: "simple" or "css3draft".

    """
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or before.type not in _TEXTS or not before.content or tokens[index].meta.get(_ALONE):
        return True
    if after is None or after.type not in _TEXTS or not after.content:
        return False
    last, first = (before.markup or before.content)[-1], (after.markup or after.content)[0]
    if style != "css3draft":
        return not (_WIDE.match(last) and _WIDE.match(first))
    if "\u200b" in (last, first):
        return False
    if {unicodedata.east_asian_width(last), unicodedata.east_asian_width(first)} <= _FULL_WIDTHS:
        return bool(_HANGUL.match(last) or _HANGUL.match(first))
    return not any(_DISCARDS_SPACE.match(one) or unicodedata.category(one)[0] == "P" for one in (last, first))
