"""What Zola's pulldown-cmark writes in its own way: footnotes in place, tasks, `## Title {#id .class}`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from editor.render.common_mark_footnotes import NOTE, NOTE_REFERENCE
from editor.render.gfm import align_cells, use_task_boxes
from editor.render.heading_ids import OWN_ID
from editor.render.headings import headings

_REFERENCE: Final = re.compile(r"\[\^([^\]\[\s]+)\]", re.ASCII)
_ATTRIBUTES: Final = re.compile(r"(?:\A|[ \t]+)\{(?P<inner>[^{}<>\\\n]*)\}[ \t]*\Z")


def as_pulldown(parser: MarkdownIt) -> None:
    """Make a parser write as pulldown-cmark does with Zola's options."""
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules[NOTE] = _definition
    rules["note_close"] = lambda *_: "</div>\n"
    rules[NOTE_REFERENCE] = _reference
    rules["s_open"], rules["s_close"] = lambda *_: "<del>", lambda *_: "</del>"
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_reference", _note_reference)
    parser.core.ruler.before("inline", "heading_attributes", _heading_attributes)
    box = '<input disabled="" type="checkbox"'
    use_task_boxes(parser, empty=f"{box}>\n", checked=f'{box} checked="">\n')
    align_cells(parser, lambda side: ("style", f"text-align: {side}"))


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a definition as the footnote plugin does, and leave it where it stands."""
    first = len(state.tokens)
    found = footnote_def(state, start, end, silent)
    for token in state.tokens[first:]:
        if token.type.startswith("footnote_reference_"):
            token.type = token.type.replace("footnote_reference", "note")
    return found


def _note_reference(state: StateInline, silent: bool) -> bool:
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push(NOTE_REFERENCE, "", 0).meta = {"label": match[1]}
    state.pos = match.end()
    return True


def _definition(tokens: Sequence[Token], index: int, *_: Any) -> str:
    meta = tokens[index].meta
    label = f'<sup class="footnote-definition-label">{meta["id"] + 1}</sup>'
    return f'<div class="footnote-definition" id="{escape(str(meta["label"]))}">{label}\n'


def _reference(tokens: Sequence[Token], index: int, *_: Any) -> str:
    meta = tokens[index].meta
    return f'<sup class="footnote-reference"><a href="#{escape(str(meta["label"]))}">{meta["id"] + 1}</a></sup>'


def _heading_attributes(state: StateCore) -> None:
    for opening, inline in headings(state.tokens):
        match = _ATTRIBUTES.search(inline.content)
        if match is None:
            continue
        inline.content = inline.content[: match.start()]
        words = match["inner"].split(" ")
        classes = " ".join(word[1:] for word in words if word.startswith("."))
        if classes:
            opening.attrs["class"] = classes
        for word in words:
            if word.startswith("#"):
                opening.attrs["id"] = word[1:]
                opening.meta[OWN_ID] = True
