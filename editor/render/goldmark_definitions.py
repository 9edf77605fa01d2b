"""Definition lists as goldmark reads them (extension/definition_list.go).

Each line of the paragraph before a `: definition` is a term, the marker is a colon without indentation, and a list
goes on after blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

RULE: Final = "definitions"
Rule = Callable[[StateBlock, int, int, bool], bool]
_UNDERLINE: Final = re.compile(r"(?:=+|-+)[ \t]*")


def block_rule(parser: MarkdownIt, name: str) -> Rule:
    """Return the rule of the block parser that has a name now, to put another one around it."""
    return next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == name)


def use_definitions(parser: MarkdownIt) -> None:
    """Put goldmark's rule around the plugin's, before underlined headings."""
    plugin = block_rule(parser, "deflist")

    def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return state.sCount[start] <= state.blkIndent and plugin(state, start, end, silent)
        last = _last_term(state, start, end)
        first = len(state.tokens)
        if last is None or not plugin(state, last, end, silent):
            return False
        opening = state.tokens[first]
        if opening.map:
            opening.map[0] = start
        terms = [token for line in range(start, last) for token in _term(state, line)]
        if first and state.tokens[first - 1].type == "dl_close" and state.tokens[first - 1].level == opening.level:
            state.tokens[first - 1 : first + 1] = terms
        else:
            state.tokens[first + 1 : first + 1] = terms
        return True

    parser.block.ruler.disable("deflist")
    parser.block.ruler.before("lheading", RULE, definitions, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.core.ruler.push("loose_definitions", _loose_definitions)


def _last_term(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line of the last term of a list that starts here; None if none does."""
    rules = [rule for rule in state.md.block.ruler.getRules("paragraph") if rule.__name__ != RULE]
    line = start + 1
    while line < end and not state.isEmpty(line):
        if state.sCount[line] < state.blkIndent:
            return None
        if is_marked(state, line):
            return line - 1
        if state.sCount[line] - state.blkIndent <= 3 and any(rule(state, line, end, True) for rule in rules):
            return None
        if _UNDERLINE.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]):
            return None
        line += 1
    return line - 1 if line + 1 < end and state.isEmpty(line) and is_marked(state, line + 1) else None


def is_marked(state: StateBlock, line: int) -> bool:
    """Return whether a line begins with the marker of a definition."""
    at = state.bMarks[line] + state.tShift[line]
    return state.sCount[line] == state.blkIndent and state.src.startswith((": ", ":\t"), at)


def _term(state: StateBlock, line: int) -> tuple[Token, Token, Token]:
    """Return the tokens of a term."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(" \t")
    level = state.level + 1
    opening = Token("dt_open", "dt", 1, map=[line, line], level=level, block=True)
    inline = Token("inline", "", 0, map=[line, line], level=level + 1, content=text, children=[], block=True)
    return opening, inline, Token("dt_close", "dt", -1, level=level, block=True)


def _loose_definitions(state: StateCore) -> None:
    """Make a paragraph of a definition's first text if a blank line is before it; what follows is one anyway."""
    last, depth = 0, 0  # the line behind the last text; the level of what a definition holds
    first = hidden = False  # whether a definition has just begun
    for token in state.tokens:
        if token.type == "dd_open":
            first, depth = True, token.level + 1
            continue
        if first and token.type == "paragraph_open" and token.map:
            token.hidden = token.map[0] <= last
        elif token.type == "paragraph_open" and depth and token.level == depth:
            token.hidden = False
        elif token.type == "paragraph_close" and token.level == depth:
            token.hidden = hidden
        elif token.type == "dl_close":
            depth = 0
        if token.type == "paragraph_open":
            hidden = token.hidden
        if token.map and token.nesting == 0:
            last = max(token.map[1], token.map[0] + 1)
        first = False
