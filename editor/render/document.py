"""One post as the render worker holds it: its text follows the window's edits, its blocks go back as patches."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.header import Generator, Rules, read_header
from editor.render.clean import clean
from editor.render.flavours import Flavour
from editor.render.head import head_html
from editor.text.edit import Edit, apply_all


@dataclass(frozen=True, slots=True)
class Patch:
    """How a page's blocks change: from block `start`, `removed` blocks give way to `blocks`; `head` is whole.

    `lines` are the lines of the post, from 0, at which the new blocks start, and `shift` is by how many lines those
    behind them moved; no lines where the markdown's reader does not know.
    """

    head: str
    start: int
    removed: int
    blocks: list[str]
    lines: list[int] = field(default_factory=list)
    shift: int = 0


class RenderedDocument:
    """Text in, patches out. A patch fits the page that the former patches made."""

    def __init__(self, flavour: Flavour) -> None:
        self._flavour = flavour
        self._rules = Rules()
        self._text = ""
        self._blocks: list[str] = []
        self._lines: list[int] = []
        self._clean: dict[str, str] = {}  # by what the flavour gave: most blocks stay the same from key to key

    def open(self, text: str, flavour: Flavour | None = None, generator: Generator = Generator.PLAIN) -> None:
        """Start with a post, perhaps of another blog; the page is empty."""
        self._text, self._blocks, self._lines = text, [], []
        self._flavour = flavour or self._flavour
        self._rules = Rules(generator)

    def edit(self, edits: list[Edit]) -> None:
        """Follow the window's edits."""
        self._text = apply_all(self._text, edits)

    def render(self) -> Patch:
        """What the page needs to show the text as it is now."""
        header = read_header(self._text, self._rules)
        old, new = self._blocks, self._cleaned(self._flavour.blocks(self._text[header.body_start :]))
        first = self._text.count("\n", 0, header.body_start)
        old_lines, new_lines = self._lines, [first + line for line in self._flavour.lines]
        limit, start = min(len(old), len(new)), 0
        placed = bool(old_lines and new_lines)
        while start < limit and old[start] == new[start] and not (placed and old_lines[start] != new_lines[start]):
            start += 1
        tail = 0
        while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        shift = new_lines[-1] - old_lines[-1] if placed and tail else 0
        if placed and tail:  # equal blocks that moved otherwise are others
            moved = (after - before for before, after in zip(old_lines[::-1], new_lines[::-1], strict=False))
            tail = next((number for number, lines in zip(range(tail), moved, strict=False) if lines != shift), tail)
        self._blocks, self._lines = new, new_lines
        stop = len(new) - tail
        return Patch(head_html(header), start, len(old) - start - tail, new[start:stop], new_lines[start:stop], shift)

    def _cleaned(self, blocks: list[str]) -> list[str]:
        known = self._clean
        self._clean = {block: known.get(block) or clean(block) for block in blocks}
        return [self._clean[block] for block in blocks]
