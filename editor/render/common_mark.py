"""CommonMark with GFM for the generators that use it: Hugo's goldmark, Astro's remark, Eleventy's markdown-it, Hexo's
marked. What they add and leave out is a table, not code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from editor.header import Generator
from editor.render.colour import coloured
from editor.render.goldmark import as_goldmark, slug

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
    Generator.HEXO: Profile(breaks=True, typographer=True, linkify=True, ids=True),
    Generator.JEKYLL: Profile(html=True, linkify=True, footnotes=True),  # markdown: CommonMark
}
"""Each generator's defaults, from its own documents (goldmark's in Hugo's `markup` page; hexo-renderer-marked)."""


class CommonMark:
    """The converter of one profile."""

    def __init__(self, profile: Profile) -> None:
        self.lines: list[int] = []
        self._parser = parser = MarkdownIt("commonmark", {"html": True, "breaks": profile.breaks})
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
        if profile.ids and not profile.goldmark:
            parser.use(anchors_plugin, max_level=6, slug_func=slug)
        if profile.goldmark:
            as_goldmark(parser, typographer=profile.typographer)
        else:
            parser.use(tasklists_plugin)
        parser.options["highlight"] = lambda code, language, _: (coloured(code, language) if language else None) or ""
        if not profile.html:
            for rule in ("html_block", "html_inline"):
                parser.renderer.rules[rule] = _omitted  # type: ignore[attr-defined]

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block of a post's body, in order."""
        env: dict[str, Any] = {}
        tokens = self._parser.parse(body, env)
        written, start, depth, line = [], 0, 0, 0
        self.lines = []
        for index, token in enumerate(tokens):
            depth += token.nesting
            if depth == 0:
                block = self._render(tokens[start : index + 1], env)
                line = tokens[start].map[0] if tokens[start].map else line  # type: ignore[index]
                start = index + 1
                if block:
                    written.append(block)
                    self.lines.append(line)
        return written

    def _render(self, tokens: list[Token], env: dict[str, Any]) -> str:
        return str(self._parser.renderer.render(tokens, self._parser.options, env)).strip()


def _omitted(tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Raw HTML is left out; what a rule of ours put there (a task's box) is not the post's."""
    return tokens[index].content if tokens[index].meta.get("own") else _OMITTED
