"""What Hugo's goldmark writes otherwise than markdown-it does: footnotes, loose definitions, dashes, task boxes.

From goldmark's own extensions (extension/footnote.go, definition_list.go, typographer.go, tasklist.go) by what they
write; each is one rule put into or over one of markdown-it's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.render.goldmark_quotes import quotes
from editor.render.headings import heading_attributes

_DASHES = (("...", "…"), ("---", "—"), ("--", "–"), ("<<", "«"), (">>", "»"))
_WWW = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?:/[^\s<]*[^\s<?!.,:*_~)'\"])?")
_TASK = re.compile(r"\[([ xX])\]\s")


def as_goldmark(parser: MarkdownIt, *, typographer: bool) -> None:
    """Make a parser write as goldmark does."""
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["footnote_ref"] = _reference
    rules["footnote_block_open"] = lambda *_: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'
    rules["footnote_block_close"] = lambda *_: "</ol>\n</div>\n"
    rules["footnote_open"] = lambda tokens, index, *_: f'<li id="fn:{_number(tokens[index])}">'
    rules["footnote_anchor"] = _backlink
    rules["s_open"], rules["s_close"] = lambda *_: "<del>", lambda *_: "</del>"
    parser.core.ruler.before("inline", "heading_attributes", heading_attributes)
    parser.core.ruler.push("loose_definitions", _loose_definitions)
    parser.core.ruler.push("task_boxes", _task_boxes)
    if typographer:
        parser.core.ruler.before("smartquotes", "quotes", quotes)
        parser.core.ruler.before("quotes", "dashes", _dashes)
        parser.disable(["replacements", "smartquotes"])
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False})  # GFM links what starts with a scheme or www.
        parser.core.ruler.after("linkify", "unlink", _unlink)
        parser.linkify.add("www.", {"validate": _www, "normalize": _with_scheme})


def _www(_linkify: Any, text: str, position: int) -> int:
    """How long the address after `www.` is; 0 when it is none."""
    match = _WWW.match(text, position)
    return len(match[0]) if match is not None else 0


def _with_scheme(_linkify: Any, match: Any) -> None:
    match.url = f"http://{match.url}"


def _unlink(state: StateCore) -> None:
    """GFM links a bare address only after a line's beginning, white space, `*`, `_`, `~` or `(`."""
    for token in state.tokens:
        children = token.children or []
        for index, child in enumerate(children):
            if child.type != "link_open" or child.markup != "linkify":
                continue
            before = children[index - 1].content[-1:] if index and children[index - 1].type == "text" else ""
            if before and not before.isspace() and before not in "*_~(":
                children[index + 2].content = children[index].content = ""
                children[index].type = children[index + 2].type = "text"
                children[index].nesting = children[index + 2].nesting = 0


def _number(token: Token) -> int:
    return int(token.meta["id"]) + 1


def _reference(tokens: Sequence[Token], index: int, *_: Any) -> str:
    number, again = _number(tokens[index]), tokens[index].meta.get("subId", 0)
    name = f"fnref{again or ''}:{number}"
    return f'<sup id="{name}"><a href="#fn:{number}" class="footnote-ref" role="doc-noteref">{number}</a></sup>'


def _backlink(tokens: Sequence[Token], index: int, *_: Any) -> str:
    again = tokens[index].meta.get("subId", 0)
    target = f"#fnref{again or ''}:{_number(tokens[index])}"
    return f'&#160;<a href="{target}" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>'


def _loose_definitions(state: StateCore) -> None:
    """A blank line between term and definition makes paragraphs of what the definition holds."""
    term_line, loose = 0, False
    for token in state.tokens:
        if token.type == "dt_open" and token.map:
            term_line = token.map[0]
        elif token.type == "dd_open" and token.map:
            loose = token.map[0] > term_line + 1
        elif token.type in ("paragraph_open", "paragraph_close") and loose:
            token.hidden = False
        elif token.type == "dl_close":
            loose = False


def _task_boxes(state: StateCore) -> None:
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or index < 2 or state.tokens[index - 2].type != "list_item_open":
            continue
        match = _TASK.match(token.content)
        first = token.children[0] if token.children else None
        if match is None or first is None or first.type != "text":
            continue
        checked = 'checked="" ' if match[1] != " " else ""
        box = Token("html_inline", "", 0, content=f'<input {checked}disabled="" type="checkbox"> ')
        box.meta = {"own": True}
        first.content = first.content[match.end() :]
        token.children = [box, *(token.children or [])]


def _dashes(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text":
                for written, character in _DASHES:
                    child.content = child.content.replace(written, character)
