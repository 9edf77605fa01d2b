"""The one shape in which every format's reader gives its data: a tree whose nodes know exactly where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_DEPTH = 100
"""How deep a front matter may nest; what is deeper is no front matter but an attack on a recursive reader."""


@dataclass(slots=True)
class Node:
    """A scalar, list or map of the header, or an alias for one.

    Attributes:
        kind: "scalar", "list", "map" or "alias".
        start, end: its code points in the whole text; `end` is where its own characters end.
        tag: of a scalar what it is: "str", "bool", "int", "float", "null", "timestamp", or a YAML tag of its own.
        text: a scalar's value as a string; an alias' name.
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
