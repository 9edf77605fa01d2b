"""The site generators by name: the lowest layer that knows them."""

from __future__ import annotations

from enum import StrEnum

from editor.language import tr


class Generator(StrEnum):
    """The site generators, as people call them."""

    JEKYLL = "Jekyll"
    HUGO = "Hugo"
    HEXO = "Hexo"
    ASTRO = "Astro"
    ELEVENTY = "Eleventy"
    PELICAN = "Pelican"
    ZOLA = "Zola"
    PLAIN = "plain folder"

    @property
    def label(self) -> str:
        """What it is called for people."""
        return tr("plain folder") if self is Generator.PLAIN else str(self)
