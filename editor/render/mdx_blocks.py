"""The blocks of MDX: between a tag alone in its line and the tag that closes it, everything is one block.

`templates.mdx` has put marks into the places of tags; here they only have to be told apart. In MDX there is no HTML, no
indented code and no `<address>` (mdxjs.com/docs/what-is-mdx, "Markdown").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.render.templates.expanded import CLOSES, MARK, OPENS

_ALONE: Final = re.compile(rf"(?P<prefix>[{OPENS}{CLOSES}]?){MARK}[ \t]*\Z")
_LINE: Final = re.compile(rf"[ \t>*+\-\d.)]*{_ALONE.pattern}", re.ASCII)
_PIECE: Final = re.compile(rf"(?P<prefix>[{OPENS}{CLOSES}]?){MARK}")
_CLOSINGS: Final = "mdx closings"
_DEPTH: Final = {OPENS: 1, CLOSES: -1, "": 0}


def as_mdx(parser: MarkdownIt) -> None:
    """Make a parser read the marks of `templates.mdx` as MDX reads tags."""
    parser.disable(["code", "html_block", "html_inline", "autolink"])
    alternatives = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("table", "mdx", _block, {"alt": alternatives})
    parser.core.ruler.after("inline", "mdx_unravel", _unravel)
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["mdx_open"] = rules["mdx_close"] = rules["mdx"] = _write


def _write(tokens: Sequence[Token], index: int, *_: Any) -> str:
    return f"{tokens[index].content}\n"


def _mark(state: StateBlock, line: int) -> re.Match[str] | None:
    return _ALONE.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = _mark(state, start)
    if match is None:
        return False
    if silent:
        return True
    last = _closing(state, start, end) if match["prefix"] == OPENS else -1
    if last < 0:
        state.line = start + 1
        _push(state, "mdx", 0, match[0], start, start + 1)
        return True
    _push(state, "mdx_open", 1, match[0], start, last + 1)
    limit, parent = state.lineMax, state.parentType
    state.lineMax = last
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.parentType = limit, parent
    closing = _mark(state, last)
    _push(state, "mdx_close", -1, closing[0] if closing is not None else "", last, last + 1)
    state.line = last + 1
    return True


def _closing(state: StateBlock, start: int, end: int) -> int:
    """Return the line that closes what a line opens; -1 where none does, or where nesting ends."""
    if state.level >= state.md.options["maxNesting"] - 2:
        return -1
    known = state.env.get(_CLOSINGS)
    if known is None or known[0] is not state.src:
        known = state.env[_CLOSINGS] = (state.src, _closings(state.src))
    line = known[1].get(start, -1)
    return line if line < end and _mark(state, line) is not None else -1


def _closings(source: str) -> dict[int, int]:
    """Return for each line that opens something the line that closes it; each line is looked at once."""
    opened, found = list[int](), dict[int, int]()
    for number, line in enumerate(source.split("\n")):
        match = _LINE.match(line)
        if match is not None and match["prefix"] == OPENS:
            opened.append(number)
        elif match is not None and match["prefix"] and opened:
            found[opened.pop()] = number
    return found


def _push(state: StateBlock, kind: str, nesting: Any, content: str, first: int, last: int) -> None:
    token = state.push(kind, "", nesting)
    token.content, token.map = content, [first, last]


def _unravel(state: StateCore) -> None:
    """A paragraph of tags alone is no paragraph: all its text stands inside of them."""
    for opening, inline, closing in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if opening.type == "paragraph_open" and inline.type == "inline" and _is_tags(inline.content):
            opening.hidden = closing.hidden = True


def _is_tags(content: str) -> bool:
    depth = at = found = 0
    for piece in _PIECE.finditer(content):
        if depth <= 0 and content[at : piece.start()].strip(" \t\n"):
            return False
        depth += _DEPTH[piece["prefix"]]
        at, found = piece.end(), found + 1
    return bool(found) and depth == 0 and not content[at:].strip(" \t\n")
