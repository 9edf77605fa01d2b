"""One post as the render worker holds it: its text follows the window's edits, its blocks go back as patches."""

from __future__ import annotations

from dataclasses import dataclass

from editor.header import Generator, Rules, read_header
from editor.render.clean import clean
from editor.render.flavours import Flavour
from editor.render.head import head_html
from editor.text.edit import Edit, apply_all


@dataclass(frozen=True, slots=True)
class Patch:
    """How a page's blocks change: from block `start`, `removed` blocks give way to `blocks`; `head` is whole."""

    head: str
    start: int
    removed: int
    blocks: list[str]


class RenderedDocument:
    """Text in, patches out. A patch fits the page that the former patches made."""

    def __init__(self, flavour: Flavour) -> None:
        self._flavour = flavour
        self._rules = Rules()
        self._text = ""
        self._blocks: list[str] = []
        self._clean: dict[str, str] = {}  # by what the flavour gave: most blocks stay the same from key to key

    def open(self, text: str, flavour: Flavour | None = None, generator: Generator = Generator.PLAIN) -> None:
        """Start with a post, perhaps of another blog; the page is empty."""
        self._text, self._blocks = text, []
        self._flavour = flavour or self._flavour
        self._rules = Rules(generator)

    def edit(self, edits: list[Edit]) -> None:
        """Follow the window's edits."""
        self._text = apply_all(self._text, edits)

    def render(self) -> Patch:
        """What the page needs to show the text as it is now."""
        header = read_header(self._text, self._rules)
        old, new = self._blocks, self._cleaned(self._flavour.blocks(self._text[header.body_start :]))
        limit, start = min(len(old), len(new)), 0
        while start < limit and old[start] == new[start]:
            start += 1
        tail = 0
        while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        self._blocks = new
        return Patch(head_html(header), start, len(old) - start - tail, new[start : len(new) - tail])

    def _cleaned(self, blocks: list[str]) -> list[str]:
        known = self._clean
        self._clean = {block: known.get(block) or clean(block) for block in blocks}
        return [self._clean[block] for block in blocks]
