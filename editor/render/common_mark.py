"""CommonMark with GFM for the generators that use it: Hugo's goldmark, Astro's remark, Eleventy's markdown-it, Hexo's
marked. What they add and leave out is a table, not code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from editor.header import Generator
from editor.render.colour import coloured
from editor.render.common_mark_parts import PartedCommonMark
from editor.render.goldmark import as_goldmark

_OMITTED = "<!-- raw HTML omitted -->"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a generator makes of CommonMark.

    Attributes:
        html: whether raw HTML comes through (goldmark's `unsafe`).
        breaks: whether each line end is a break.
        typographer: whether quotes and dashes are replaced.
        linkify: whether bare addresses become links.
        ids: whether headings get ids.
        footnotes, definitions: whether those are read.
        goldmark: whether what goldmark writes in its own way is written so.

    """

    html: bool = True
    breaks: bool = False
    typographer: bool = False
    linkify: bool = False
    ids: bool = False
    footnotes: bool = False
    definitions: bool = False
    goldmark: bool = False


PROFILES = {
    Generator.HUGO: Profile(
        html=False, typographer=True, linkify=True, ids=True, footnotes=True, definitions=True, goldmark=True
    ),
    Generator.ASTRO: Profile(typographer=True, linkify=True, ids=True, footnotes=True),
    Generator.ELEVENTY: Profile(),
    Generator.ZOLA: Profile(ids=True, footnotes=True),
    Generator.HEXO: Profile(breaks=True, typographer=True, linkify=True, ids=True),
    Generator.JEKYLL: Profile(html=True, linkify=True, footnotes=True),  # markdown: CommonMark
}
"""Each generator's defaults, from its own documents (goldmark's in Hugo's `markup` page; hexo-renderer-marked)."""


class CommonMark:
    """The converter of one profile.

    Args:
        live: for one post that is being typed: blocks that stay are not read again.

    """

    def __init__(self, profile: Profile, *, live: bool = False) -> None:
        self._profile, self._live = profile, live
        self._parser = _parser(profile)
        self._parts = self._new_parts()

    @property
    def lines(self) -> list[int]:
        """The line of the body at which each block of the last rendering starts."""
        return self._parts.lines

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block of a post's body, in order."""
        if not self._live:
            self._parts = self._new_parts()
        return self._parts.blocks(body)

    def _new_parts(self) -> PartedCommonMark:
        profile = self._profile
        return PartedCommonMark(self._parser, ids=profile.ids, ids_from_source=profile.goldmark)


def _parser(profile: Profile) -> MarkdownIt:
    """markdown-it, set up for a profile."""
    parser = MarkdownIt("commonmark", {"html": True, "breaks": profile.breaks})
    parser.enable(["table", "strikethrough"])
    if profile.linkify:
        parser.options["linkify"] = True
        parser.enable("linkify")
    if profile.typographer:
        parser.options["typographer"] = True
        parser.enable(["replacements", "smartquotes"])
    if profile.footnotes:
        parser.use(footnote_plugin)
    if profile.definitions:
        parser.use(deflist_plugin)
    if profile.goldmark:
        as_goldmark(parser, typographer=profile.typographer)
    else:
        parser.use(tasklists_plugin)
    parser.options["highlight"] = lambda code, language, _: (coloured(code, language) if language else None) or ""
    if not profile.html:
        for rule in ("html_block", "html_inline"):
            parser.renderer.rules[rule] = _omitted  # type: ignore[attr-defined]
    return parser


def _omitted(tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Raw HTML is left out; what a rule of ours put there (a task's box) is not the post's."""
    return tokens[index].content if tokens[index].meta.get("own") else _OMITTED
