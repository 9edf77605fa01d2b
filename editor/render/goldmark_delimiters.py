"""Emphasis and its relatives as goldmark pairs them (parser/delimiter.go, extension/strikethrough.go,
hugo-goldmark-extensions/extras).

All kinds of delimiters share one list, so that `**a ~~b** c~~` crosses nothing. A rule of the inline parser collects
the runs; a second one pairs them when the text has been read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.render.goldmark_options import GoldmarkOptions
from editor.render.white_space import UNICODE_SPACE


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of delimiter run.

    Attributes:
        tags: the tag for one and for two consumed characters.
        least, most: how long a run may be; 0 for no limit.

    """

    tags: tuple[str, str]
    least: int = 1
    most: int = 0
    word_bound: bool = False  # not inside of words
    before_sign: bool = False  # "+", "-" and "'" behind it count as letters


@dataclass(slots=True)
class Run:
    """A run of delimiters in the text."""

    token: int
    character: str
    length: int
    kind: _Kind
    opens: bool
    closes: bool
    whole: int = 0  # its length at first
    closing: list[str] = field(default_factory=list)  # tags that it closes, in order
    opening: list[str] = field(default_factory=list)  # tags that it opens, the innermost first


_EMPHASIS: Final = ("em", "strong")
_SIGNS: Final = "+-'"


def kinds_of(options: GoldmarkOptions) -> dict[str, tuple[_Kind, ...]]:
    """Return the kinds of runs of each character, those that goldmark tries first at the front."""
    tilde = (
        (options.delete, _Kind(("del", "del"), least=2, most=2)),
        (options.strikethrough, _Kind(("del", "del"), most=2)),
        (options.subscript, _Kind(("sub", "sub"), most=2)),
    )
    kinds = {
        "*": (_Kind(_EMPHASIS),),
        "_": (_Kind(_EMPHASIS, word_bound=True),),
        "~": tuple(kind for wanted, kind in tilde if wanted),
        "^": (_Kind(("sup", "sup"), most=2, before_sign=True),) if options.superscript else (),
        "+": (_Kind(("ins", "ins"), least=2, most=2),) if options.insert else (),
        "=": (_Kind(("mark", "mark"), least=2, most=2),) if options.mark else (),
    }
    return {character: found for character, found in kinds.items() if found}


def use_delimiters(parser: MarkdownIt, options: GoldmarkOptions) -> None:
    """Put goldmark's delimiters in place of the parser's own emphasis and strikethrough."""
    parser.inline.ruler.disable(["emphasis", "strikethrough"], True)
    parser.inline.ruler2.disable(["balance_pairs", "emphasis", "strikethrough"], True)
    parser.inline.ruler.before("link", "delimiters", _collector(kinds_of(options)))
    parser.inline.ruler2.before("fragments_join", "pair_delimiters", pair_delimiters)


def flanking(before: str, after: str) -> tuple[bool, bool]:
    """Return whether a run between two characters is left-flanking and right-flanking."""
    space_before, space_after = before in UNICODE_SPACE, after in UNICODE_SPACE
    mark_before, mark_after = is_mark(before), is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    return left, right


def is_mark(character: str) -> bool:
    """Return whether a character is punctuation or a symbol of Unicode."""
    return unicodedata.category(character)[0] in "PS"


def character_before(state: StateInline, position: int) -> str:
    """Return the character before a position; a line end at the text's beginning."""
    return state.src[position - 1] if position else "\n"


def _collector(kinds: dict[str, tuple[_Kind, ...]]) -> Callable[[StateInline, bool], bool]:
    def collect(state: StateInline, silent: bool) -> bool:
        start = state.pos
        character = state.src[start]
        if silent or character not in kinds:
            return False
        end = start
        while end < state.posMax and state.src[end] == character:
            end += 1
        length, before = end - start, character_before(state, start)
        kind = next((one for one in kinds[character] if length >= one.least), None)
        if kind is None or (kind.most and (length > kind.most or before == character)):
            return False
        after = state.src[end] if end < len(state.src) else " "
        if kind.before_sign and state.src[start + 1 : start + 2] and state.src[start + 1] in _SIGNS:
            after = "z"
        opens, closes = flanking(before, after)
        if kind.word_bound:
            opens, closes = (
                opens and (not closes or is_mark(before)),
                closes and (not opens or is_mark(after)),
            )
        state.push("text", "", 0).content = state.src[start:end]
        run = Run(len(state.tokens) - 1, character, length, kind, opens, closes, length)
        state.delimiters.append(run)  # type: ignore[arg-type]
        state.pos = end
        return True

    return collect


def pair_delimiters(state: StateInline) -> None:
    """Turn the paired delimiters of a text into tags."""
    lists: list[Any] = [state.delimiters, *(meta["delimiters"] for meta in state.tokens_meta if meta)]
    runs = {run.token: run for listed in lists for run in _paired(listed)}
    if not runs:
        return
    tokens: list[Token] = []
    for index, token in enumerate(state.tokens):
        run = runs.get(index)
        if run is None:
            tokens.append(token)
            continue
        tokens += (_tag(tag, -1) for tag in run.closing)
        token.content = run.character * run.length
        if token.content:
            tokens.append(token)
        tokens += (_tag(tag, 1) for tag in reversed(run.opening))
    state.tokens[:] = tokens


def _tag(tag: str, nesting: int) -> Token:
    return Token(f"{tag}_{'open' if nesting > 0 else 'close'}", tag, nesting)  # type: ignore[arg-type]


def _paired(listed: Sequence[Run]) -> Sequence[Run]:
    """Pair runs; each tells afterwards which tags it closes and opens, and how much of it is left."""
    stack: list[Run] = []  # runs that may still open
    bottoms: dict[tuple[str, bool, int], int] = {}  # below which no opener fits such a closer
    for run in listed:
        while run.closes and run.length:
            key = (run.character, run.opens, run.whole % 3)
            number = len(stack) - 1
            while number >= bottoms.get(key, 0):
                if stack[number].character == run.character and _consumed(stack[number], run):
                    break
                number -= 1
            else:
                bottoms[key] = len(stack)
                break
            opener = stack[number]
            consumed = _consumed(opener, run)
            tag = opener.kind.tags[consumed - 1]
            opener.length -= consumed
            run.length -= consumed
            opener.opening.append(tag)
            run.closing.append(tag)
            del stack[number + (1 if opener.length else 0) :]
            bottoms = {name: min(bottom, len(stack)) for name, bottom in bottoms.items()}
        if run.opens and run.length:
            stack.append(run)
    return listed


def _consumed(opener: Run, closer: Run) -> int:
    """Return how many characters a pair takes of each of its runs; 0 if the two do not match."""
    if (opener.closes or closer.opens) and (opener.whole + closer.whole) % 3 == 0 and closer.whole % 3:
        return 0
    return 2 if opener.length >= 2 and closer.length >= 2 else 1
