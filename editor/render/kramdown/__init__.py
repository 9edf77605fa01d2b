"""Markdown as Jekyll builds it: kramdown 2.4 with GFM input (kramdown.gettalong.org/syntax.html; kramdown-parser-gfm).

The rules follow kramdown's documents and, where they say nothing, what kramdown does; its known oddities are kept, for
a blog shows them too.
"""

from editor.render.kramdown.document import parse
from editor.render.kramdown.html import Writer
from editor.render.kramdown.options import Options

__all__ = ["Options", "html_blocks_of"]


def html_blocks_of(text: str, options: Options | None = None) -> list[str]:
    """The HTML of each top-level block of a body."""
    return Writer(parse(text, options or Options())).blocks()
