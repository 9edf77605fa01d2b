"""Which markdown a blog reads, and with which options: from its generator and from what its configuration says.

A post that lies in no blog is shown as Jekyll would show it: most drafts outside of a blog are on their way to one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Protocol

from editor.header import Generator
from editor.render.colour import coloured
from editor.render.common_mark import PROFILES, CommonMark, goldmark_profile, mdx_profile
from editor.render.goldmark_options import goldmark_options
from editor.render.kramdown import Kramdown, Looks, Options
from editor.render.kramdown.live import LiveKramdown
from editor.render.kramdown.options import levels
from editor.render.marked import marked_options
from editor.render.math import mathml
from editor.render.python_markdown import PythonMarkdown
from editor.render.remark import remark_options
from editor.text.white_space import ASCII_SPACE, ascii_words

Settings = Mapping[str, Any]
"""What a site's configuration says of its markdown, as JSON knows it: see `blog.settings.markdown_settings`."""


class Flavour(Protocol):
    """Markdown to HTML, a block at a time."""

    @property
    def lines(self) -> list[int]:
        """The line of the body, from 0, at which each block of the last rendering starts; empty when not known."""

    def blocks(self, body: str) -> list[str]:
        """The HTML of each top-level block of a body, in order."""


def make_flavour(generator: Generator, settings: Settings, *, live: bool = False, mdx: bool = False) -> Flavour:
    """The markdown of a blog.

    Args:
        live: for one post that is being typed, whose unchanged parts are not read again.
        mdx: for posts whose JSX was expanded: see `templates.mdx`.

    """
    if mdx:
        return CommonMark(mdx_profile(generator, remark_options(settings)), live=live)
    if generator is Generator.PELICAN:
        extensions = settings.get("extensions")
        return PythonMarkdown(extensions if isinstance(extensions, Mapping) else None)
    engine = str(settings.get("markdown", "kramdown")).lower()
    if generator is Generator.PLAIN or (generator is Generator.JEKYLL and not engine.startswith("commonmark")):
        options = kramdown_options(settings.get("kramdown"))
        if live:
            return LiveKramdown(options, Looks(coloured, mathml))
        return Kramdown(options, Looks(coloured))
    if generator is Generator.HUGO:
        profile = goldmark_profile(goldmark_options(settings.get("goldmark")))
        return CommonMark(profile, live=live, formula=_formula if live else None)
    profile = PROFILES[generator]
    if generator is Generator.HEXO:
        profile = replace(profile, marked=marked_options(settings.get("hexo")))
    if generator is Generator.ASTRO:
        profile = replace(profile, remark=remark_options(settings))
    if generator is Generator.ZOLA:
        profile = replace(profile, typographer=settings.get("smart_punctuation") is True)
    return CommonMark(profile, live=live)


def _formula(tex: str, block: bool) -> str | None:
    return mathml(tex, block=block)


def kramdown_options(settings: object) -> Options:
    """The options of `_config.yml`'s `kramdown:` key; what is unknown or of another type changes nothing."""
    options = Options()
    if not isinstance(settings, Mapping):
        return options
    for one in fields(Options):
        value, default = settings.get(one.name), getattr(options, one.name)
        if isinstance(default, (bool, int, str)) and type(value) is type(default):
            options = replace(options, **{one.name: value})  # type: ignore[arg-type]
    quotes = settings.get("smart_quotes")
    names = quotes.split(",") if isinstance(quotes, str) else quotes
    if isinstance(names, list) and len(names) == 4:
        first, second, third, fourth = (str(name).strip(ASCII_SPACE) for name in names)
        options = replace(options, smart_quotes=(first, second, third, fourth))
    toc = settings.get("toc_levels")
    if isinstance(toc, str):
        options = replace(options, toc_levels=levels(toc))
    elif isinstance(toc, list):
        options = replace(options, toc_levels=tuple(level for level in toc if isinstance(level, int)))
    quirks = settings.get("gfm_quirks")
    if quirks is not None:
        words = ascii_words(quirks.replace(",", " ")) if isinstance(quirks, str) else list(map(str, quirks))
        options = replace(
            options, paragraph_end="paragraph_end" in words, auto_typographic="no_auto_typographic" not in words
        )
    return options
