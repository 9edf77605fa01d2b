"""The one shape in which every format's reader gives its data: a tree whose nodes know exactly where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from editor.header.scalar_readers import PlainValue
from editor.language import msg

MAX_DEPTH: Final = 100
"""How deep a front matter may nest; what is deeper is no front matter but an attack on a recursive reader."""
MAX_NODES: Final = 20_000
"""How many values it may have: a hundred times what any post needs, and read in a tenth of a second."""
TOO_LONG: Final = msg("a number of more than 400 digits: put it in quotes")
TOO_DEEP: Final = msg("nested deeper than 100 levels: this is no front matter")
TOO_MANY: Final = msg("more than 100,000 values: this is no front matter")


@dataclass(slots=True)
class Node:
    """A scalar, list or map of the header, or an alias for one.

    Attributes:
        kind: "scalar", "list", "map" or "alias".
        start, end: its code points in the whole text; `end` is where its own characters end.
        tag: of a scalar what it is: "str", "bool", "int", "float", "null", "timestamp", or a YAML tag of its own.
        text: a scalar's value as a string; an alias' name.
        value: what the blog's reader takes a plain YAML scalar for; `resolved` when the reader chose the tag itself.
        style: of a scalar "plain", "single", "double", "literal" or "folded" (TOML also "single3", "double3"); of a
            collection "flow" or "block"; of a TOML table "table", its lines being anywhere.
        items: a list's nodes; pairs: a map's, in file order.
        marked: it carries an anchor or a written tag; anchor: the anchor's name.
        mark_start: where the anchor or tag before it starts; equal to `start` when there is none.
        target: what an alias stands for.

    """

    kind: str
    start: int
    end: int
    tag: str = ""
    text: str = ""
    style: str = ""
    value: PlainValue = None
    resolved: bool = False
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    marked: bool = False
    anchor: str = ""
    mark_start: int = -1
    target: Node | None = None

    @property
    def children(self) -> list[Node]:
        """The nodes directly inside it, keys included."""
        return [*self.items, *(node for pair in self.pairs for node in pair)]
