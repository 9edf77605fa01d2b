"""Markdown as Jekyll builds it: kramdown 2.4 with GFM input (kramdown.gettalong.org/syntax.html; kramdown-parser-gfm).

The rules follow kramdown's documents and, where they say nothing, what kramdown does; its known oddities are kept, for
a blog shows them too.
"""

from editor.render.kramdown.document import parse
from editor.render.kramdown.html import Looks, Writer
from editor.render.kramdown.options import Options

__all__ = ["Kramdown", "Looks", "Options"]


class Kramdown:
    """The converter with a site's options.

    Args:
        looks: what the theme adds; nothing, where kramdown's own HTML is wanted.

    """

    def __init__(self, options: Options | None = None, looks: Looks | None = None) -> None:
        self._options, self._looks = options or Options(), looks or Looks()
        self.lines: list[int] = []  # only a live document is followed

    def blocks(self, body: str) -> list[str]:
        """The HTML of each top-level block of a body, in order."""
        return Writer(parse(body, self._options), self._looks).blocks()
