"""A YAML list as the pieces of its text, so that items come and go and everything else stays as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editor.header.model import Value
from editor.header.yaml_nodes import Node
from editor.header.yaml_write import Habits, item_text


@dataclass(slots=True)
class ListText:
    """A list's text, cut up: `lead item gap item gap item trail`.

    In a flow list the gaps are ", " as the writer spaced them; in a block list they are the line break, comments
    and blank lines up to and with the next dash, and the trail is a comment after the last item.
    """

    flow: bool
    start: int
    end: int
    lead: str
    trail: str
    items: list[str]
    gaps: list[str]
    styles: list[str]
    indent: str

    @classmethod
    def of(cls, text: str, node: Node) -> ListText | None:
        """Cut up a list's text; None for lists that are written too unusually to be cut safely."""
        edges = [(item.start, item.end) for item in node.items]
        if any(end < start for start, end in edges):
            return None
        first, last = (edges[0][0], edges[-1][1]) if edges else (node.end - 1, node.end - 1)
        items = [text[start:end] for start, end in edges]
        gaps = [text[edges[i][1] : edges[i + 1][0]] for i in range(len(edges) - 1)]
        lead, trail = text[node.start : first], text[last : node.end]
        flow = node.style == "flow"
        if flow and not (lead.startswith("[") and trail.endswith("]")):
            return None
        end = node.end
        if not flow:
            if not (lead.startswith("-") and items and all("\n" in gap for gap in gaps)):
                return None
            line_end = text.find("\n", end)
            end = len(text) if line_end < 0 else line_end
            trail = text[node.end : end]
        styles = [item.style for item in node.items]
        indent = text[text.rfind("\n", 0, node.start) + 1 : node.start]
        return cls(flow, node.start, end, lead, trail, items, gaps, styles, indent)

    def copy(self) -> ListText:
        """A draft to change."""
        return replace(self, items=list(self.items), gaps=list(self.gaps), styles=list(self.styles))

    def text(self) -> str:
        """The list as written."""
        if not self.items:
            return "[]" if self.flow else ""
        parts = [self.lead, self.items[0]]
        for gap, item in zip(self.gaps, self.items[1:], strict=True):
            parts += (gap, item)
        return "".join((*parts, self.trail))

    def write(self, value: Value, habits: Habits, variant: int) -> str:
        """An item in the style of its neighbours (variant 0), in the header's habit, in quotes."""
        style = self.styles[-1] if self.styles else habits.item_style
        style = (
            style if style in ("plain", "single", "double") else "plain",
            habits.item_style,
            habits.quote,
            "double",
        )[variant]
        return item_text(value, style, habits)

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
                del self.gaps[max(0, index - 1)]
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

    def _put_in(self, index: int, item: str) -> None:
        gap = self._new_gap()
        if self.items and index == len(self.items) and not self.flow:
            gap, self.trail = self.trail + gap, ""
        if self.items:
            self.gaps.insert(max(0, index - 1), gap)
        self.items.insert(index, item)

    def _new_gap(self) -> str:
        """What stands between two items here, without the comments that belong to one of them."""
        if self.flow:
            plain = next((gap for gap in self.gaps if re.fullmatch(r"\s*,\s*", gap)), None)
            return plain if plain is not None else ", "
        dashes = [re.search(r"\n([ \t]*-[ \t]+)$", gap) for gap in self.gaps]
        found = next((match[1] for match in dashes if match), None)
        return "\n" + (found if found is not None else self.indent + self.lead)
