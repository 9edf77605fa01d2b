"""The headings of the rendered post with the ids that its generator gives them: where links inside a post may lead."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QObject

from editor.render.patch import Patch
from editor.ui.preview.feed import RenderFeed

_HEADING: Final = re.compile(
    r"<h([1-6])\b[^>]{0,1000}?\bid=\"([^\"]{1,1000})\"[^>]{0,1000}>((?:[^<]|<(?!/?h[1-6]\b))*+)</h\1>", re.DOTALL
)
_TAG: Final = re.compile(r"<[^<>]*>")


class Anchors(QObject):
    """Follows the patches that the preview shows."""

    def __init__(self, feed: RenderFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._blocks: list[str] = []
        feed.patched.connect(self._follow)

    def headings(self) -> list[tuple[str, str]]:
        """Each heading's id and text, in the order of the post."""
        found = (match for block in self._blocks if "<h" in block for match in _HEADING.finditer(block))
        from html import unescape

        # Unicode: blanks of every kind say nothing
        return [(unescape(match[2]), unescape(_TAG.sub("", match[3])).strip()) for match in found]

    def blocks(self) -> list[str]:
        """The page's blocks as the worker rendered them last; empty before that."""
        return list(self._blocks)

    def _follow(self, patch: Patch, fresh: bool) -> None:
        if fresh:
            self._blocks.clear()
        self._blocks[patch.start : patch.start + patch.removed] = patch.blocks
