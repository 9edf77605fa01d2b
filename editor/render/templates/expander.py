"""Which template syntax a generator expands in a post's text, and whether a text has any of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from editor.header import Generator, Header
from editor.render.site import Site
from editor.render.templates.expanded import Expanded

if TYPE_CHECKING:
    from editor.render.templates.hexo_tags import HexoTags
    from editor.render.templates.liquid import Liquid
    from editor.render.templates.mdx import Mdx
    from editor.render.templates.shortcodes import Shortcodes

_LIQUID = (Generator.JEKYLL, Generator.PLAIN, Generator.ELEVENTY)
_SWITCHES = {
    Generator.JEKYLL: ("render_with_liquid", False),
    Generator.PLAIN: ("render_with_liquid", False),
    Generator.ELEVENTY: ("templateEngineOverride", "md"),
    Generator.HEXO: ("disableNunjucks", True),
}
"""A key of the front matter, and the value by which it switches the syntax off."""


def is_switched_off(generator: Generator, header: Header) -> bool:
    """Return whether a post's front matter keeps its generator from expanding its text."""
    switch, value = _SWITCHES.get(generator, ("", None))
    field = header.field(switch) if switch else None
    return field is not None and field.value == value


class Expander:
    """Expands a site's posts; the libraries are loaded when the first text needs them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._generator = site.generator

    def expand(self, body: str, header: Header) -> Expanded:
        """The text with its template syntax resolved or labelled; most texts have none and stay as they are."""
        if is_switched_off(self._generator, header):
            return Expanded(body)
        if self._site.is_mdx:
            return self._mdx.expand(body, header)
        if self._generator is Generator.HUGO:
            if "{{<" in body or "{{%" in body or "<!--" in body:
                return self._shortcodes.expand(body, header)
        elif ("{%" in body or "{{" in body) and self._generator in (*_LIQUID, Generator.HEXO):
            return (self._liquid if self._generator in _LIQUID else self._tags).expand(body, header)
        return Expanded(body)

    @cached_property
    def _liquid(self) -> Liquid:
        from editor.render.templates.liquid import Liquid

        return Liquid(self._site)

    @cached_property
    def _shortcodes(self) -> Shortcodes:
        from editor.render.templates.shortcodes import Shortcodes

        return Shortcodes(self._site)

    @cached_property
    def _tags(self) -> HexoTags:
        from editor.render.templates.hexo_tags import HexoTags

        return HexoTags(self._site)

    @cached_property
    def _mdx(self) -> Mdx:
        from editor.render.templates.mdx import Mdx

        return Mdx()
