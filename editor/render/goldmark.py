"""Hugo's goldmark on top of markdown-it: the rules and the HTML that differ.

Each option and rule follows goldmark's own extension of that name (footnote.go, definition_list.go, typographer.go,
tasklist.go, linkify.go, cjk.go), Hugo's `markup/goldmark` or `hugo-goldmark-extensions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.render.goldmark_attributes import (
    apply_attributes,
    block_attributes,
    closed_heading,
    heading_attributes,
)
from editor.render.goldmark_definitions import RULE, Rule, block_rule, is_marked, use_definitions
from editor.render.goldmark_delimiters import use_delimiters
from editor.render.goldmark_hooks import HookRenderer, has_hooks
from editor.render.goldmark_line_breaks import keeps_break, line_end
from editor.render.goldmark_links import CANDIDATE, linker
from editor.render.goldmark_options import GoldmarkOptions
from editor.render.goldmark_passthrough import PASSTHROUGH, Formula, passing, passthrough_html, split_paragraphs
from editor.render.goldmark_quotes import ESCAPED_SPACE, QUOTE, TYPOGRAPHIC, quote_resolver, typographer
from editor.render.white_space import ASCII

_TASK: Final = re.compile(r"\[([ \t\n\r\f\v xX])\]\s*", re.ASCII)
_IN_TABLE: Final = "goldmark table"
_AFTER_PARAGRAPH: Final = re.compile(r"(?:=+|-+)[ \t]*")
_ESCAPED_SPACE: Final = re.compile(r"\\ (?![ \t]*(?:\n|\Z))")
_TASK_STATE: Final = "task"
_STOPS: Final = "\n!#$%&*+-:<=>@[\\]^_`{}~"
"""The characters at which markdown-it's text ends."""


def as_goldmark(parser: MarkdownIt, options: GoldmarkOptions, formula: Formula | None = None) -> None:
    """Make a parser read and write as goldmark does.

    Args:
        formula: draws passed-through formulas; None to write them as they are.

    """
    if has_hooks(options):
        parser.renderer = HookRenderer(parser, options)
    parser.options["xhtmlOut"] = options.xhtml
    parser.disable("text_join")  # ids and line ends need the text as it is written
    if options.tables:
        parser.block.ruler.at("table", _table(block_rule(parser, "table")), {"alt": ["paragraph", "reference"]})
        parser.block.ruler.after("table", "table_end", _table_end, {"alt": ["blockquote"]})
    else:
        parser.disable("table")
    _use_blocks(parser, options)
    _use_inline(parser, options)
    _write(parser, options, formula)


def _use_blocks(parser: MarkdownIt, options: GoldmarkOptions) -> None:
    """Set up the rules for blocks, and those for what was read."""
    core = parser.core.ruler
    if options.heading_attributes:
        core.before("inline", "heading_attributes", heading_attributes)
        parser.block.ruler.at(
            "heading", closed_heading(block_rule(parser, "heading")), {"alt": ["paragraph", "reference", "blockquote"]}
        )
    if options.block_attributes:
        alternatives = ["paragraph", "reference", "blockquote", "list", "deflist", "table"]
        parser.block.ruler.before("table", "block_attributes", block_attributes, {"alt": alternatives})
        core.before("inline", "apply_attributes", partial(apply_attributes, ids=options.ids))
    if options.task_lists:
        core.before("inline", "find_tasks", _find_tasks)
        core.push("task_boxes", _task_boxes)
    if options.definitions:
        use_definitions(parser)
    if options.typographer:
        core.push("quotes", quote_resolver(options.marks))
    if options.passthrough_block:
        core.push("split_paragraphs", split_paragraphs)
    if not options.wrap_images:
        core.push("unwrap_images", _unwrap_images)


def _use_inline(parser: MarkdownIt, options: GoldmarkOptions) -> None:
    """Set up the rules for inline markdown, and where running text has to stop for them."""
    ruler, stops, candidates = parser.inline.ruler, set(_STOPS), ""
    use_delimiters(parser, options)
    if options.east_asian_line_breaks:
        ruler.at("newline", line_end(linkify=options.linkify))
    if options.escaped_space:
        ruler.before("escape", "escaped_space", _escaped_space)
    pairs = (*options.passthrough_block, *options.passthrough_inline)
    if pairs:
        ruler.before("newline", "passthrough", passing(options))
        stops |= {opening[0] for opening, _ in pairs}
    if options.typographer:
        ruler.push("typographer", typographer(options.marks))
        stops |= set("'\".-<>")
    if options.linkify:
        ruler.before("text", "bare_links", linker(options.linkify_protocol))
        ruler.after("delimiters", "bare_links_behind_tilde", linker(options.linkify_protocol, behind="~"))
        candidates = f"|{CANDIDATE}"
    parser.inline.terminator_re = re.compile(f"[{re.escape(''.join(sorted(stops)))}]{candidates}")


def _write(parser: MarkdownIt, options: GoldmarkOptions, formula: Formula | None) -> None:
    """Set up the HTML."""
    end = " />" if options.xhtml else ">"
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["footnote_ref"] = _reference
    rules["footnote_block_open"] = lambda *_: f'<div class="footnotes" role="doc-endnotes">\n<hr{end}\n<ol>\n'
    rules["footnote_block_close"] = lambda *_: "</ol>\n</div>\n"
    rules["footnote_open"] = lambda tokens, index, *_: f'<li id="fn:{_number(tokens[index])}">'
    rules["footnote_anchor"] = lambda tokens, index, *_: _backlink(tokens[index], options.backlink)
    rules["image"] = lambda tokens, index, *_: _image(tokens[index], end)
    rules["th_open"] = rules["td_open"] = lambda tokens, index, *_: _cell(tokens[index])
    rules["text_special"] = lambda tokens, index, *_: escape(tokens[index].content)
    rules[ESCAPED_SPACE] = lambda *_: ""
    rules[QUOTE] = lambda tokens, index, *_: escape(tokens[index].content)
    rules[TYPOGRAPHIC] = lambda tokens, index, *_: tokens[index].content
    rules[PASSTHROUGH] = lambda tokens, index, *_: passthrough_html(tokens[index], formula)
    if options.east_asian_line_breaks and not options.breaks:
        style = options.east_asian_line_breaks
        rules["softbreak"] = lambda tokens, index, *_: "\n" if keeps_break(tokens, index, style) else ""


def _escaped_space(state: StateInline, silent: bool) -> bool:
    """Leave out a space behind a backslash; it still parts words for emphasis."""
    if _ESCAPED_SPACE.match(state.src, state.pos) is None:
        return False
    if not silent:
        state.push(ESCAPED_SPACE, "", 0).content = "\\ "
    state.pos += 2
    return True


def _number(token: Token) -> int:
    return int(token.meta["id"]) + 1


def _reference(tokens: Sequence[Token], index: int, *_: Any) -> str:
    number, again = _number(tokens[index]), tokens[index].meta.get("subId", 0)
    name = f"fnref{again or ''}:{number}"
    return f'<sup id="{name}"><a href="#fn:{number}" class="footnote-ref" role="doc-noteref">{number}</a></sup>'


def _backlink(token: Token, html: str) -> str:
    again = token.meta.get("subId", 0)
    target = f"#fnref{again or ''}:{_number(token)}"
    return f'&#160;<a href="{target}" class="footnote-backref" role="doc-backlink">{html}</a>'


def _image(token: Token, end: str) -> str:
    """Return a picture's HTML; its alternative text keeps the typographer's marks."""
    attributes = {**token.attrs, "alt": None}
    written = "".join(
        f' {name}="{_alternative(token.children or ()) if value is None else escape(str(value))}"'
        for name, value in attributes.items()
    )
    return f"<img{written}{end}"


def _alternative(children: Sequence[Token]) -> str:
    texts = []
    for child in children:
        if child.type in ("text", "text_special", "code_inline", QUOTE):
            texts.append(escape(child.content))
        elif child.type == TYPOGRAPHIC:
            texts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            texts.append("\n")
        elif child.children:
            texts.append(_alternative(child.children))
    return "".join(texts)


def _cell(token: Token) -> str:
    style = token.attrs.get("style")
    aligned = f' style="{str(style).replace(":", ": ")}"' if style else ""
    return f"<{token.tag}{aligned}>"


def _table(table: Rule) -> Rule:
    """Return the rule for tables: cells that rows lack are not aligned, and a body without rows is written too."""

    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        state.__dict__[_IN_TABLE] = True
        is_table = table(state, start, end, silent)
        state.__dict__[_IN_TABLE] = False
        if is_table and not silent:
            _finish_table(state, first)
        return is_table

    return read


def _finish_table(state: StateBlock, first: int) -> None:
    cells = 0
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            cells = _cells(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
        elif token.type in ("td_open", "th_open"):
            cells -= 1
            if cells < 0:
                token.attrs.pop("style", None)
    if not any(token.type == "tbody_open" for token in state.tokens[first:]):
        level = state.level + 1
        opening = Token("tbody_open", "tbody", 1, level=level, block=True)
        state.tokens[-1:-1] = (opening, Token("tbody_close", "tbody", -1, level=level, block=True))


def _table_end(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Return whether a table ends before a line that would make something else of a paragraph."""
    if not silent or not state.__dict__.get(_IN_TABLE):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return _AFTER_PARAGRAPH.fullmatch(line) is not None or (
        RULE in state.md.block.ruler.get_active_rules() and is_marked(state, start)
    )


def _cells(line: str) -> int:
    """Return how many cells a row has; an empty one at its end without white space is none."""
    inner = line.strip(ASCII).removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(escapedSplit(inner)) - (inner.endswith("|") and not inner.endswith("\\|"))


def _find_tasks(state: StateCore) -> None:
    """Take the boxes of tasks out of the items' texts; before inline markdown is read."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or index < 2 or state.tokens[index - 2].type != "list_item_open":
            continue
        match = _TASK.match(token.content)
        if match is not None:
            token.meta[_TASK_STATE] = match[1] in "xX"
            token.content = token.content[match.end() :]


def _task_boxes(state: StateCore) -> None:
    """Put the boxes before the texts."""
    end = " />" if state.md.options["xhtmlOut"] else ">"
    for token in state.tokens:
        if token.type == "inline" and _TASK_STATE in token.meta:
            checked = 'checked="" ' if token.meta.pop(_TASK_STATE) else ""
            box = Token("html_inline", "", 0, content=f'<input {checked}disabled="" type="checkbox"{end} ')
            box.meta = {"own": True}
            token.children = [box, *(token.children or [])]


def _unwrap_images(state: StateCore) -> None:
    """Take pictures that are alone in a paragraph out of it; they get its attributes."""
    for index, token in enumerate(state.tokens):
        children = token.children or []
        if token.type != "inline" or len(children) != 1 or children[0].type != "image" or not index:
            continue
        opening, closing = state.tokens[index - 1], state.tokens[index + 1]
        if opening.type == "paragraph_open" and not opening.hidden:
            children[0].attrs.update(opening.attrs)
            children[0].meta["block"] = True
            opening.hidden = closing.hidden = True
