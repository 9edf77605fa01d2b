"""A value in the tree of a header, with everything that an edit of it has to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editor.header.model import Header, Path, Syntax, Value
from editor.header.nodes import Node
from editor.text.white_space import ASCII_SPACE

ValueReader = Callable[[Node], Value]
"""What a node means in its format."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands.

    Attributes:
        text, header: the post's text and its front matter as read.
        path: the keys and positions that lead to it.
        above: the maps and lists around it, the header's own map first.
        index: its position in the innermost of them.
        key: its key's node; None for an item of a list.
        node: itself.
        value: what it means.

    """

    text: str
    header: Header
    path: Path
    above: tuple[Node, ...]
    index: int
    key: Node | None
    node: Node
    value: Value

    @property
    def parent(self) -> Node:
        """The map or list that holds it."""
        return self.above[-1]

    @property
    def in_flow(self) -> bool:
        """Whether it stands inside brackets."""
        return any(node.style == "flow" for node in self.above)

    @property
    def indent(self) -> str:
        """The indentation of its key: what stands before it on its line, a dash counting as a space."""
        start = self.key.start if self.key is not None else self.node.start
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return before if not before.strip(ASCII_SPACE) else " " * len(before)

    @property
    def written(self) -> str:
        """Its characters."""
        return self.text[self.node.start : self.node.end]


def spots(text: str, header: Header, path: Path, value_of: ValueReader) -> list[Spot]:
    """Each place that a path names, in file order: more than one where the last key is repeated."""
    if header.root is None or not path:
        return []
    above: tuple[Node, ...] = (header.root,)
    for depth, name in enumerate(path):
        found = _inside(above[-1], name, header.syntax)
        last = depth == len(path) - 1
        if last:
            return [Spot(text, header, path, above, index, key, node, value_of(node)) for index, key, node in found]
        if not found:
            return []
        counts = found[0] if header.syntax is Syntax.PELICAN else found[-1]
        above = (*above, counts[2])
    return []


def spot(text: str, header: Header, path: Path, value_of: ValueReader) -> Spot | None:
    """The place that counts for a path: see `Header.field`."""
    found = spots(text, header, path, value_of)
    if not found:
        return None
    return found[0] if header.syntax is Syntax.PELICAN else found[-1]


def _inside(node: Node, name: str | int, syntax: Syntax) -> list[tuple[int, Node | None, Node]]:
    if isinstance(name, int):
        return [(name, None, node.items[name])] if 0 <= name < len(node.items) else []
    wanted = name.lower() if syntax is Syntax.PELICAN else name
    return [(index, key, value) for index, (key, value) in enumerate(node.pairs) if key_name(key) == wanted]


def key_name(key: Node) -> str:
    """A key as text; "" for a key that is itself a list or map."""
    return key.text if key.kind == "scalar" else ""
