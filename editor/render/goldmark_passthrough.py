"""Text between delimiters that goldmark passes through as it is, for formulas (hugo-goldmark-extensions/passthrough).

Block delimiters within a paragraph split it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.render.goldmark_options import GoldmarkOptions, Pairs

_MISSING: Final = "goldmark passthrough"
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
PASSTHROUGH: Final = "passthrough"
Formula = Callable[[str, bool], str | None]
"""Returns the MathML of a formula, in a line or a block of its own; None if it can't be read."""


def passing(options: GoldmarkOptions) -> Callable[[StateInline, bool], bool]:
    """Return the rule that finds delimited text; block delimiters come first."""
    pairs: Pairs = (*options.passthrough_block, *options.passthrough_inline)
    firsts = {opening[0] for opening, _ in pairs} | {"\\"}

    def find(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if state.src[start] not in firsts:
            return False
        pair = _pair_at(state.src, start, pairs)
        if pair is None:
            escaped = _pair_at(state.src, start + 2, pairs) if state.src.startswith("\\\\", start) else None
            if escaped is None:
                return False
            end = start + 2 + len(escaped[0])
            if not silent:
                _push_text(state, state.src[start:end])
            state.pos = end
            return True
        opening, closing = pair
        missing: set[str] = state.__dict__.setdefault(_MISSING, set())  # what does not come any more
        stop = state.src.find(closing, start + len(opening)) if closing not in missing else -1
        if stop < 0:
            missing.add(closing)
            if not silent:
                _push_text(state, opening)
            state.pos = start + len(opening)
            return True
        if stop == start + len(opening):
            return False
        end = stop + len(closing)
        if not silent:
            token = state.push(PASSTHROUGH, "", 0)
            token.content = state.src[start:end]
            token.meta = {
                "block": pair in options.passthrough_block,
                "inner": state.src[start + len(opening) : stop],
            }
        state.pos = end
        return True

    return find


def _pair_at(text: str, at: int, pairs: Pairs) -> tuple[str, str] | None:
    return next((pair for pair in pairs if text.startswith(pair[0], at)), None)


def _push_text(state: StateInline, text: str) -> None:
    """Push text that other rules have to leave alone, without the backslashes of escapes."""
    token = state.push("text_special", "", 0)
    token.content, token.markup = _ESCAPED.sub(r"\1", text), text


def split_paragraphs(state: StateCore) -> None:
    """Put each passed-through block out of its paragraph."""
    if not any(_has_block(token) for token in state.tokens):
        return
    tokens: list[Token] = []
    dropped = -1  # the number of a closing token that was written already
    for index, token in enumerate(state.tokens):
        if index == dropped:
            continue
        before = state.tokens[index - 1] if index else None
        if not _has_block(token) or before is None or before.type != "paragraph_open":
            tokens.append(token)
            continue
        opening, closing = tokens.pop(), state.tokens[index + 1]
        children: list[Token] = []
        for child in (*(token.children or ()), None):
            if child is not None and not _is_block(child):
                children.append(child)
                continue
            if children:
                if opening.hidden:
                    _trim(children)
                inline = Token("inline", "", 0, map=token.map, children=children, level=token.level)
                tokens += (opening.copy(), inline, closing.copy())
                children = []
            if child is not None:
                block = child.copy(block=True, meta={**child.meta, "below": opening.hidden and bool(tokens)})
                tokens.append(block)
        dropped = index + 1
    state.tokens[:] = tokens


def _trim(children: list[Token]) -> None:
    """Take the white space off the ends of a text between blocks in a tight list."""
    for index, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if children[index].type == "text":
            children[index] = children[index].copy(content=strip(children[index].content, " \t"))


def _has_block(token: Token) -> bool:
    return token.type == "inline" and any(_is_block(child) for child in token.children or ())


def _is_block(token: Token) -> bool:
    return token.type == PASSTHROUGH and bool(token.meta["block"])


def passthrough_html(token: Token, formula: Formula | None) -> str:
    """Return the HTML of passed-through text: itself, or its formula for a preview without scripts."""
    block = bool(token.meta["block"])
    drawn = formula(str(token.meta["inner"]), block) if formula is not None else None
    text = drawn if drawn is not None else escape(token.content, quote=False) if formula else token.content
    return f"\n{text}" if token.meta.get("below") else text
