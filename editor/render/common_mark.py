"""CommonMark with GFM for the generators that use it: Hugo's goldmark, Astro's remark, Eleventy's markdown-it, Hexo's
marked. What they add and leave out is a table, not code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from editor.header import Generator
from editor.render.colour import coloured
from editor.render.common_mark_parts import PartedCommonMark
from editor.render.gfm import remark_address, use_autolinks
from editor.render.goldmark import as_goldmark
from editor.render.goldmark_ids import id_giver
from editor.render.goldmark_options import GoldmarkOptions
from editor.render.goldmark_passthrough import Formula
from editor.render.heading_ids import Giver, github_ids, zola_ids
from editor.render.marked import MarkedOptions, as_marked, hexo_ids
from editor.render.pulldown import as_pulldown
from editor.render.remark import RemarkOptions, as_remark
from editor.render.white_space import (
    CMARK,
    GOLDMARK,
    MARKDOWN_IT,
    MARKED,
    PULLDOWN,
    REMARK,
    WhiteSpace,
    use_white_space,
)

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
        code: whether four spaces make code.
        goldmark: the options of Hugo's goldmark, which count instead of those above; None for another engine.
        remark, marked: the options of Astro's remark or of Hexo's marked; None for another engine.
        pulldown: whether what Zola's pulldown-cmark writes in its own way is written so.
        space: the white space that it strips.

    """

    html: bool = True
    breaks: bool = False
    typographer: bool = False
    linkify: bool = False
    ids: bool = False
    footnotes: bool = False
    definitions: bool = False
    code: bool = True
    goldmark: GoldmarkOptions | None = None
    remark: RemarkOptions | None = None
    marked: MarkedOptions | None = None
    pulldown: bool = False
    space: WhiteSpace = GOLDMARK


def goldmark_profile(options: GoldmarkOptions) -> Profile:
    """Return the profile of Hugo with these options."""
    return Profile(
        html=options.html,
        breaks=options.breaks,
        ids=options.ids or options.term_ids,
        footnotes=options.footnotes,
        definitions=options.definitions,
        goldmark=options,
    )


PROFILES = {
    Generator.HUGO: goldmark_profile(GoldmarkOptions()),
    Generator.ASTRO: Profile(ids=True, footnotes=True, remark=RemarkOptions(), space=REMARK),
    Generator.ELEVENTY: Profile(code=False, space=MARKDOWN_IT),
    Generator.ZOLA: Profile(ids=True, pulldown=True, space=PULLDOWN),
    Generator.HEXO: Profile(breaks=True, ids=True, marked=MarkedOptions(), space=MARKED),
    Generator.JEKYLL: Profile(html=True, linkify=True, footnotes=True, space=CMARK),  # markdown: CommonMark
}
"""Each generator's defaults, from its own documents (goldmark's in Hugo's `markup` page; hexo-renderer-marked)."""


def mdx_profile(generator: Generator, options: RemarkOptions) -> Profile:
    """Return the profile of a blog's MDX, which is remark's everywhere; Astro alone adds curly quotes by itself."""
    smartypants = options.smartypants and generator is Generator.ASTRO
    return replace(PROFILES[Generator.ASTRO], remark=replace(options, smartypants=smartypants, mdx=True))


class CommonMark:
    """The converter of one profile.

    Args:
        live: for one post that is being typed: blocks that stay are not read again.
        formula: draws the formulas that goldmark passes through; None to write them as they are.

    """

    def __init__(self, profile: Profile, *, live: bool = False, formula: Formula | None = None) -> None:
        self._profile, self._live = profile, live
        self._parser = _parser(profile, formula)
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
        return PartedCommonMark(self._parser, _id_giver(profile), notes_in_place=profile.pulldown)


def _id_giver(profile: Profile) -> Giver | None:
    """Return what gives headings their ids."""
    if not profile.ids:
        return None
    if profile.goldmark is not None:
        return id_giver(profile.goldmark)
    if profile.marked is not None:
        return hexo_ids(profile.marked)
    return zola_ids if profile.pulldown else github_ids


def _parser(profile: Profile, formula: Formula | None) -> MarkdownIt:
    """Return markdown-it, set up for a profile."""
    parser = MarkdownIt("commonmark", {"html": True, "breaks": profile.breaks})
    parser.enable(["table", "strikethrough"])
    if not profile.code:
        parser.block.ruler.at("code", lambda *_: False)  # disabled, other rules would count fewer spaces
    if profile.footnotes and (profile.remark is None or profile.remark.gfm):
        parser.use(footnote_plugin, inline=False)
    if profile.definitions:
        parser.use(deflist_plugin)
    use_white_space(parser, profile.space)
    if profile.goldmark is not None:
        as_goldmark(parser, profile.goldmark, formula)
    elif profile.remark is not None:
        as_remark(parser, profile.remark)
    elif profile.marked is not None:
        as_marked(parser, profile.marked)
    elif profile.pulldown:
        as_pulldown(parser, smart=profile.typographer)
    elif profile.linkify:
        use_autolinks(parser, remark_address)
        parser.use(tasklists_plugin)
    parser.options["highlight"] = lambda code, language, _: (coloured(code, language) if language else None) or ""
    if not profile.html:
        for rule in ("html_block", "html_inline"):
            parser.renderer.rules[rule] = _omitted  # type: ignore[attr-defined]
    return parser


def _omitted(tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Raw HTML is left out; what a rule of ours put there (a task's box) is not the post's."""
    return tokens[index].content if tokens[index].meta.get("own") else _OMITTED
