"""Markdown to HTML blocks with Python-Markdown: tables, fenced code coloured by Pygments, footnotes, definition
lists, attributes (what its `extra` holds).

A block is one element at the top of the document. Python-Markdown knows no blocks, so its stages are run one by
one here: the tree is cut into its children before the postprocessors put raw HTML and code back.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

import markdown

_EXTENSIONS: Final = ("extra", "codehilite", "sane_lists")
_OPTIONS: Final[dict[str, dict[str, Any]]] = {
    "codehilite": {"guess_lang": False, "css_class": "highlight"},
    "footnotes": {"BACKLINK_TEXT": "↩"},
}
_MARK: Final = f"\n<!--block {secrets.token_hex(8)}-->\n"


class PythonMarkdown:
    """The converter, made once: loading its extensions takes longer than most posts."""

    def __init__(self) -> None:
        self._converter = markdown.Markdown(
            extensions=list(_EXTENSIONS), extension_configs=_OPTIONS, output_format="html"
        )

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block of a post's body, in order; nothing for an empty body."""
        if not body.strip():
            return []
        converter = self._converter.reset()
        lines = body.split("\n")
        for preprocessor in converter.preprocessors:
            lines = preprocessor.run(lines)
        root: Any = converter.parser.parseDocument(lines).getroot()
        for treeprocessor in converter.treeprocessors:
            changed = treeprocessor.run(root)
            root = changed if changed is not None else root
        html = _MARK.join(converter.serializer(child) for child in root)
        for postprocessor in converter.postprocessors:
            html = postprocessor.run(html)
        return [block for part in html.split(_MARK) if (block := part.strip())]
