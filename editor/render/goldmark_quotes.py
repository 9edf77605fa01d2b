"""Goldmark's typographer for quotes: each one is judged by its own neighbours, so between two Japanese or Chinese
characters it stays straight (goldmark, extension/typographer.go, by what it writes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_SOURCE = {  # the source characters at a token's two ends
    "code_inline": ("`", "`"),
    "strong_open": ("*", "*"),
    "strong_close": ("*", "*"),
    "em_open": ("*", "*"),
    "em_close": ("*", "*"),
    "s_open": ("~", "~"),
    "s_close": ("~", "~"),
    "link_open": ("[", "["),
    "link_close": ("]", ")"),
    "image": ("!", ")"),
    "html_inline": ("<", ">"),
    "footnote_ref": ("[", "]"),
}
OPEN_QUOTES = "open quotes"
_DECADE = re.compile(r"\d\ds(?=\W|$)")
_SHORTENED = re.compile(r"(?:s|m|t|d|ve|ll|re)(?=\W|$)")


def quotes(state: StateCore) -> None:
    """Replace the quotes of each text. Those that are still open wait in the rendering's environment."""
    unclosed = state.env.setdefault(OPEN_QUOTES, {'"': 0, "'": 0})
    for token in state.tokens:
        if token.type == "inline":
            _Inline(token.children or (), unclosed).replace()


class _Inline:
    def __init__(self, children: Sequence[Token], unclosed: dict[str, int]) -> None:
        self._children, self._open = children, unclosed

    def replace(self) -> None:
        for index, token in enumerate(self._children):
            if token.type == "text" and ("'" in token.content or '"' in token.content):
                before, after = self._end_of(index - 1, 1), self._end_of(index + 1, 0)
                token.content = self._replaced(token.content, before, after)

    def _end_of(self, index: int, side: int) -> str:
        """The source character beside a text; a line end at the edges."""
        if not 0 <= index < len(self._children):
            return "\n"
        token = self._children[index]
        if token.type in ("text", "text_special"):
            return token.content[-1 if side else 0 :][:1] or " "
        return _SOURCE.get(token.type, ("\n", "\n"))[side]

    def _replaced(self, text: str, before: str, after: str) -> str:
        written = []
        for index, character in enumerate(text):
            if character not in self._open:
                written.append(character)
                continue
            left = text[index - 1] if index else before
            rest = text[index + 1 :] + (after if after == "\n" else f"{after}…")
            opens, closes = _flanking(left, rest[0])
            written.append(self._quote(character, left, rest, opens=opens, closes=closes))
        return "".join(written)

    def _quote(self, character: str, left: str, rest: str, *, opens: bool, closes: bool) -> str:
        if character == "'" and _is_apostrophe(left, rest, opens=opens, closes=closes):
            return "’"
        if opens and not closes:
            self._open[character] += 1
            return "“" if character == '"' else "‘"
        if character == "'" and len(rest) > 1 and not rest[0].isdigit():
            return "’"
        beside_punctuation = opens and closes and _is_punctuation(rest[0]) and (rest[1:2] or " ") in _ENDS
        if self._open[character] and closes and (not opens or beside_punctuation):
            self._open[character] -= 1
            return "”" if character == '"' else "’"
        return character


_ENDS = frozenset(" \n\t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def _is_apostrophe(left: str, rest: str, *, opens: bool, closes: bool) -> bool:
    if opens and not closes and (_DECADE.match(rest) or _SHORTENED.match(rest)):
        return True
    if (_is_punctuation(left) or left.isspace()) and rest[0] in "tenl":
        return True
    return (left.isalpha() or left.isdigit()) and rest[0].isalpha()


def _flanking(left: str, right: str) -> tuple[bool, bool]:
    """Whether a delimiter between two characters can open and can close (CommonMark, “left-flanking”)."""
    space_left, space_right = left.isspace(), right.isspace()
    mark_left, mark_right = _is_punctuation(left), _is_punctuation(right)
    opens = not space_right and (not mark_right or space_left or mark_left)
    closes = not space_left and (not mark_left or space_right or mark_right)
    return opens, closes


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P" or character in "$+<=>^`|~"
