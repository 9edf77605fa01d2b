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
from editor.render.white_space import UNICODE_SPACE

_REFERENCE: Final = re.compile(r"\[\^([^\]\[\s]+)\]", re.ASCII)
_HYPHENS: Final = re.compile("-{2,}")
_CURLY: Final = {'"': ("“", "”", "“"), "'": ("‘", "’", "’")}
"""A quote that opens, one that closes, and one without the other."""
_ATTRIBUTES: Final = re.compile(r"(?:\A|(?<![ \t])[ \t]++)\{(?P<inner>[^{}<>\\\n]*+)\}[ \t]*+\Z")


def as_pulldown(parser: MarkdownIt, *, smart: bool) -> None:
    """Make a parser write as pulldown-cmark does with Zola's options.

    Args:
        smart: Zola's `smart_punctuation`.

    """
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules[NOTE] = _definition
    rules["note_close"] = lambda *_: "</div>\n"
    rules[NOTE_REFERENCE] = _reference
    rules["s_open"], rules["s_close"] = lambda *_: "<del>", lambda *_: "</del>"
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_reference", _note_reference)
    parser.core.ruler.before("inline", "heading_attributes", _heading_attributes)
    if smart:
        parser.core.ruler.push("dashes", _dashes)
        parser.core.ruler.push("quotes", _quotes)
    box = '<input disabled="" type="checkbox"'
    use_task_boxes(parser, empty=f"{box}>\n", checked=f'{box} checked="">\n')
    align_cells(parser, lambda side: ("style", f"text-align: {side}"))


def _dashes(state: StateCore) -> None:
    """Replace dashes and ellipses as pulldown-cmark does: of four hyphens it makes two short dashes."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = _HYPHENS.sub(lambda run: _dash(len(run[0])), child.content)
                child.content = child.content.replace("...", "…")


def _quotes(state: StateCore) -> None:
    """Replace quotes: two of a kind are a pair where the first may open and the second close."""
    for token in state.tokens:
        texts = [child for child in token.children or () if child.type in ("text", "softbreak", "code_inline")]
        whole = "".join("\n" if one.type == "softbreak" else one.content for one in texts)
        if token.type != "inline" or not any(quote in whole for quote in _CURLY):
            continue
        written, opened = list(whole), dict[str, int]()
        at = 0
        for one in texts:
            start, at = at, at + (1 if one.type == "softbreak" else len(one.content))
            for place in range(start, at) if one.type == "text" else ():
                if (quote := whole[place]) in _CURLY:
                    _pair(written, opened, quote, place, whole)
        at = 0
        for one in texts:
            start, at = at, at + (1 if one.type == "softbreak" else len(one.content))
            if one.type == "text":
                one.content = "".join(written[start:at])


def _pair(written: list[str], opened: dict[str, int], quote: str, place: int, whole: str) -> None:
    opening, closing, alone = _CURLY[quote]
    before, behind = whole[place - 1 : place] or "\n", whole[place + 1 : place + 2] or "\n"
    letters = before.isalnum(), behind.isalnum()
    opens = behind not in UNICODE_SPACE and (letters[1] or not letters[0]) and not (letters[0] and letters[1])
    closes = before not in UNICODE_SPACE and (letters[0] or not letters[1]) and not (letters[0] and letters[1])
    if closes and quote in opened:
        written[opened.pop(quote)], written[place] = opening, closing
    else:
        written[place] = alone
        if opens:
            opened[quote] = place


def _dash(hyphens: int) -> str:
    if hyphens % 3 == 0:
        return "—" * (hyphens // 3)
    if hyphens % 2 == 0:
        return "–" * (hyphens // 2)
    return "—" * ((hyphens - (2 if hyphens % 3 == 2 else 4)) // 3) + "–" * (1 if hyphens % 3 == 2 else 2)


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
