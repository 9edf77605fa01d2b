"""A list or an inline map as the pieces of its text: items come and go, everything else stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from editor.header.model import Value
from editor.header.nodes import Node
from editor.text.edit import Edit

VARIANTS = 4
"""An item may be written in its neighbours' style (0), in the header's habit (1), in quotes (2), in double quotes."""

ItemWriter = Callable[["Pieces", Value, int, str], str]
"""Writes an item of a list in one of the variants; it is also given the style of the item it replaces, or of the last
one ("" in an empty list)."""


@dataclass(slots=True)
class Pieces:
    """A list's text, cut up: `lead item gap item gap item trail`. An inline map's items are its `key: value`.

    Between brackets the gaps are ", " as the writer spaced them; in a block list they are the line break, comments
    and blank lines up to and with the next dash, and the trail is a comment after the last item.

    Attributes:
        flow: it stands between brackets (or, Hexo's JSON, between fences).
        start, end: its code points in the whole text.
        empty: how it is written without items.
        styles: the style of each item as it was read.
        indent: the indentation of a block list's dashes.

    """

    flow: bool
    start: int
    end: int
    empty: str
    lead: str
    trail: str
    items: list[str]
    gaps: list[str]
    styles: list[str]
    indent: str

    @classmethod
    def of(cls, text: str, node: Node) -> Pieces | None:
        """Cut up a list's or inline map's text; None where it is written too unusually to be cut safely."""
        if node.kind == "map":
            edges = [(outer_start(key), max(key.end, value.end)) for key, value in node.pairs]
            styles = [value.style for _, value in node.pairs]
        else:
            edges = [(outer_start(item), item.end) for item in node.items]
            styles = [item.style for item in node.items]
        flat = [at for edge in edges for at in edge]
        if flat != sorted(flat):
            return None
        flow = node.style in ("flow", "bare")
        first, last = (edges[0][0], edges[-1][1]) if edges else (node.end, node.end)
        if not edges and node.style == "flow":
            first = last = node.end - 1
        items = [text[start:end] for start, end in edges]
        gaps = [text[edges[i][1] : edges[i + 1][0]] for i in range(len(edges) - 1)]
        lead, trail, end = text[node.start : first], text[last : node.end], node.end
        if node.style == "flow" and not (lead[:1] in ("[", "{") and trail[-1:] in ("]", "}")):
            return None
        if not flow:
            if not (lead.startswith("-") and items and all("\n" in gap for gap in gaps)):
                return None
            line_end = text.find("\n", end)
            end = len(text) if line_end < 0 else line_end
            trail = text[node.end : end]
        indent = text[text.rfind("\n", 0, node.start) + 1 : node.start]
        empty = lead[:1] + trail[-1:] if node.style == "flow" else lead
        return cls(flow, node.start, end, empty, lead, trail, items, gaps, styles, indent)

    @property
    def inner(self) -> str:
        """The indentation of what stands after a block list's dash."""
        return self.indent + " " * len(self.lead)

    def copy(self) -> Pieces:
        """A draft to change."""
        return replace(self, items=list(self.items), gaps=list(self.gaps), styles=list(self.styles))

    def text(self) -> str:
        """It as written."""
        if not self.items:
            return self.empty if self.flow else ""
        parts = [self.lead, self.items[0]]
        for gap, item in zip(self.gaps, self.items[1:], strict=True):
            parts += (gap, item)
        return "".join((*parts, self.trail))

    def splice(self, low: int, high: int, new: list[str]) -> None:
        """Replace the items `[low, high)`: pairwise as far as that goes, then by taking out or putting in."""
        shared = min(high - low, len(new))
        self.items[low : low + shared] = new[:shared]
        for index in reversed(range(low + shared, high)):
            self._take_out(index)
        for offset, item in enumerate(new[shared:]):
            self._put_in(low + shared + offset, item)

    def _take_out(self, index: int) -> None:
        """An item goes with the comment after it and the comments above it; those of its neighbours stay."""
        last = len(self.items) - 1
        del self.items[index]
        if self.flow:
            if self.gaps:
                self._join_gaps(index)
        elif index == 0 == last:
            self.trail = ""
        elif index == 0:
            self.lead = self.gaps.pop(0).partition("\n")[2].lstrip(" ")
        elif index == last:
            self.trail = self.gaps.pop().partition("\n")[0]
        else:
            after = self.gaps.pop(index)
            comment_before, _, _ = self.gaps[index - 1].partition("\n")
            self.gaps[index - 1] = comment_before + "\n" + after.partition("\n")[2]

    def _join_gaps(self, index: int) -> None:
        """Between brackets, a comment behind the comma belongs to the item before it."""
        if 0 < index < len(self.gaps) and "\n" in self.gaps[index] and "\n" in self.gaps[index - 1]:
            comment_before, _, _ = self.gaps[index - 1].partition("\n")
            self.gaps[index - 1 : index + 1] = [comment_before + "\n" + self.gaps[index].partition("\n")[2]]
        else:
            del self.gaps[max(0, index - 1)]

    def _put_in(self, index: int, item: str) -> None:
        gap = self._new_gap()
        if self.items and index == len(self.items) and not self.flow:
            gap, self.trail = self.trail + gap, ""
        if self.items:
            self.gaps.insert(max(0, index - 1), gap)
        elif self.flow and not self.lead.startswith(("[", "{")) and not self.lead.endswith("\n"):
            self.trail = "\n" + self.trail  # Hexo's JSON, whose first key comes into an empty header
        self.items.insert(index, item)

    def _new_gap(self) -> str:
        """What stands between two items here, without the comments that belong to one of them."""
        if self.flow:
            plain = next((gap for gap in self.gaps if re.fullmatch(r"\s*[,;]\s*", gap, flags=re.ASCII)), None)
            if plain is None and "\n" in self.lead and "#" not in self.lead:
                plain = "," + self.lead[self.lead.index("\n") :]
            return plain if plain is not None else ", "
        dashes = [re.search(r"\n([ \t]*-[ \t]+)$", gap) for gap in self.gaps]
        found = next((match[1] for match in dashes if match), None)
        return "\n" + (found if found is not None else self.indent + self.lead)


def entry_removed(text: str, holder: Node, index: int) -> Iterator[Edit]:
    """A key taken out of an inline map."""
    whole = Pieces.of(text, holder)
    if whole is not None:
        whole.splice(index, index + 1, [])
        yield Edit(whole.start, whole.end, whole.text())


def entry_added(text: str, holder: Node, index: int, written: str) -> Iterator[Edit]:
    """A `key: value` put into an inline map at a position."""
    whole = Pieces.of(text, holder)
    if whole is not None:
        whole.splice(index, index, [written])
        yield Edit(whole.start, whole.end, whole.text())


def list_edits(text: str, node: Node, old: list[Value], new: list[Value], write: ItemWriter) -> Iterator[Edit]:
    """The old list's text with the changed items put in and taken out, from the most faithful style on."""
    whole = Pieces.of(text, node)
    if whole is None or not (new or whole.flow):
        return
    changes = SequenceMatcher(None, _hashable(old), _hashable(new), autojunk=False).get_opcodes()
    for variant in range(VARIANTS):
        draft = whole.copy()
        for tag, low, high, new_low, new_high in reversed(changes):
            if tag != "equal":
                near = [*whole.styles[low:high], *[(whole.styles or [""])[-1]] * (new_high - new_low)]
                items = new[new_low:new_high]
                draft.splice(
                    low, high, [write(whole, item, variant, style) for item, style in zip(items, near, strict=False)]
                )
        yield Edit(whole.start, whole.end, draft.text())


def outer_start(node: Node) -> int:
    """Where a node starts with its anchor and tag."""
    return node.mark_start if node.mark_start >= 0 else node.start


def _hashable(values: list[Value]) -> list[str]:
    return [f"{type(value).__name__}:{value!r}" for value in values]
