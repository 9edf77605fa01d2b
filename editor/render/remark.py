"""What Astro's remark writes: footnotes, tasks, tables, and quotes and dashes (remark-gfm, remark-smartypants 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.render.gfm import align_cells, remark_address, use_autolinks, use_task_boxes
from editor.render.mdx_blocks import as_mdx
from editor.render.white_space import JAVASCRIPT

_BREAK: Final = f"[{re.escape(JAVASCRIPT)}]"
_RUN: Final = re.compile(
    rf"(?P<space>{_BREAK}+)|(?P<word>[^\W_]+(?:(?:[&'\-.:=?@’]|_+)[^\W_]+)*)|(?P<mark>(.)\4*)", re.DOTALL
)
_CURLY: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_SENTENCE_END: Final = re.compile("[.!?‽…]+")
"""What ends a sentence of parse-latin, with a quote directly behind it."""
_DECADE: Final = re.compile(r"\d\ds", re.ASCII)
_LITERAL: Final = (
    (re.compile(r"(?<!-)--(?!-)"), "—"),
    (re.compile(r"(?<!\.)\.(?: +\.(?!\.)){2,}|\.{3,}"), "…"),
    (re.compile(r"(?<!`)``(?!`)"), "“"),
    (re.compile(r"(?<!')''(?!')"), "”"),
)


@dataclass(frozen=True, slots=True)
class RemarkOptions:
    """The options of Astro's `markdown`.

    Attributes:
        gfm: whether GitHub's additions are read.
        smartypants: whether quotes, dashes and ellipses are replaced.
        mdx: whether the text is MDX.

    """

    gfm: bool = True
    smartypants: bool = True
    mdx: bool = False


def remark_options(settings: Mapping[str, Any]) -> RemarkOptions:
    """Return the options that an Astro site's configuration gives."""
    return RemarkOptions(gfm=settings.get("gfm") is not False, smartypants=settings.get("smartypants") is not False)


def as_remark(parser: MarkdownIt, options: RemarkOptions) -> None:
    """Make a parser write as Astro's remark does."""
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["footnote_ref"] = _reference
    rules["footnote_block_open"] = lambda *_: (
        '<section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n'
    )
    rules["footnote_block_close"] = lambda *_: "</ol>\n</section>\n"
    rules["footnote_open"] = lambda tokens, index, *_: f'<li id="user-content-fn-{_name(tokens[index])}">\n'
    rules["footnote_anchor"] = _backlink
    rules["s_open"], rules["s_close"] = lambda *_: "<del>", lambda *_: "</del>"
    if options.gfm:
        parser.options["strikethrough_single_tilde"] = True
        use_autolinks(parser, remark_address)
        box = '<input type="checkbox"'
        use_task_boxes(parser, empty=f"{box} disabled>", checked=f"{box} checked disabled>")
        parser.core.ruler.push("task_classes", _task_classes)
        if not options.mdx:
            align_cells(parser, lambda side: ("align", side))
    else:
        parser.disable(["table", "strikethrough"])
    if options.mdx:
        as_mdx(parser)
    if options.smartypants:
        parser.core.ruler.push("smartypants", _smartypants)


def _name(token: Token) -> str:
    return escape(quote(str(token.meta["label"]).lower(), safe="!#$&'()*+,-./:;=?@_~"))


def _again(token: Token) -> str:
    return f"-{token.meta['subId'] + 1}" if token.meta.get("subId", 0) > 0 else ""


def _reference(tokens: Sequence[Token], index: int, *_: Any) -> str:
    token = tokens[index]
    name = _name(token)
    return (
        f'<sup><a href="#user-content-fn-{name}" id="user-content-fnref-{name}{_again(token)}" data-footnote-ref=""'
        f' aria-describedby="footnote-label">{token.meta["id"] + 1}</a></sup>'
    )


def _backlink(tokens: Sequence[Token], index: int, *_: Any) -> str:
    token = tokens[index]
    again = _again(token)
    count = f"<sup>{again[1:]}</sup>" if again else ""
    return (
        f' <a href="#user-content-fnref-{_name(token)}{again}" data-footnote-backref=""'
        f' aria-label="Back to reference {token.meta["id"] + 1}{again}" class="data-footnote-backref">↩{count}</a>'
    )


def _task_classes(state: StateCore) -> None:
    lists: list[Token] = []
    for token in state.tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and token.meta.get("task"):
            token.attrs["class"] = "task-list-item"
            lists[-1].attrs["class"] = "contains-task-list"


def _smartypants(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _replace(token.children)


def _replace(children: list[Token]) -> None:
    """Replace the quotes of a block's whole text, in which code counts as letters; then the rest, text by text."""
    texts = [child for child in children if child.type in ("text", "code_inline")]
    whole = "".join(child.content if child.type == "text" else "A" * len(child.content) for child in texts)
    if '"' in whole or "'" in whole:
        whole = _quoted(f" {whole} ")[1:-1]
    at = 0
    for child in texts:
        end = at + len(child.content)
        if child.type == "text":
            child.content = whole[at:end]
            for pattern, new in _LITERAL:
                child.content = pattern.sub(new, child.content)
        at = end


def _quoted(text: str) -> str:
    """Return a text with its quotes as retext-smartypants chooses them (lib/index.js, `quotesDefault`)."""
    runs = [(str(run.lastgroup if run.lastgroup != "4" else "mark"), run[0]) for run in _RUN.finditer(text)]
    written = [value for _, value in runs]
    for index, (_, value) in enumerate(runs):
        if value in _CURLY:
            _choose(runs, written, index)
        elif "'" in value:
            written[index] = written[index].replace("'", "’") if runs[index][0] == "word" else value
    return "".join(written)


def _choose(runs: list[tuple[str, str]], written: list[str], index: int) -> None:
    opening, closing = _CURLY[runs[index][1]]
    if written[index] != runs[index][1]:
        return  # the quote before it chose for both
    before = runs[index - 1][0] if index else ""
    kind, value = runs[index + 1] if index + 1 < len(runs) else ("", "")
    behind = runs[index + 2][0] if index + 2 < len(runs) else ""
    ends = index > 1 and _SENTENCE_END.fullmatch(runs[index - 1][1]) is not None
    if kind == "mark" and (behind != "word" or (ends and value not in _CURLY)):
        written[index] = closing
    elif kind == "mark" and value in _CURLY:
        written[index], written[index + 1] = opening, _CURLY[value][0]
    elif _DECADE.fullmatch(value):
        written[index] = closing
    elif before in ("space", "mark") and kind == "word":
        written[index] = opening
    elif before == "word" or kind in ("", "space") or (runs[index][1] == "'" and value == "s"):
        written[index] = closing
    else:
        written[index] = opening
