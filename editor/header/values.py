"""Nodes to fields with typed values, and to a form in which two headers can be compared; the same for every format.

Aliases and merges count against one budget, so that a header which doubles itself line by line ends with a message
instead of the machine's memory.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from editor.header.dates import read_date
from editor.header.model import DateText, Field, FieldType, HeaderError, Path, Scalar, Span, Value
from editor.header.nodes import MAX_DEPTH, Node
from editor.language import tr

MAX_EXPANDED: Final = 100_000
"""How many values a header may have once every alias is replaced by what it stands for."""

_TYPES: Final = {
    "null": FieldType.EMPTY,
    "bool": FieldType.BOOLEAN,
    "int": FieldType.NUMBER,
    "float": FieldType.NUMBER,
    "timestamp": FieldType.DATE,
}

ScalarReader = Callable[[Node], Scalar]
"""What a scalar's tag and text mean in a format."""


class Reader:
    """Reads the nodes of one header; `scalar` is what tells the formats apart."""

    def __init__(self, text: str, scalar: ScalarReader) -> None:
        self._text, self._scalar = text, scalar
        self._left = MAX_EXPANDED

    def fields(self, root: Node | None) -> tuple[Field, ...]:
        """The fields of a header's root node.

        Raises:
            HeaderError: the root is no map, or aliases make it too large or endless.

        """
        if root is None or (root.kind == "scalar" and root.tag == "null"):
            return ()
        if root.kind != "map":
            raise self._error(root, tr("front matter must be lines of “key: value”"))
        return self._fields(root, ())

    def value(self, node: Node) -> Value:
        """What a node means; values of unknown tags stay text."""
        return self._value(node, ())

    def canonical(self, node: Node) -> Hashable:
        """The node's data with its types, comparable with `==`; aliases count as what they stand for."""
        return self._canonical(node, ())

    def _fields(self, parent: Node, path: Path) -> tuple[Field, ...]:
        line, at, found = self._text.count("\n", 0, parent.start) + 1, parent.start, []
        for key, node in parent.pairs:
            line += self._text.count("\n", at, key.start) if key.start >= at else -self._text.count("\n", key.start, at)
            at = key.start
            name = key.text if key.kind == "scalar" else Span(key.start, key.end).of(self._text)
            found.append(self._field(name, key, node, line, (*path, name)))
        return tuple(found)

    def _field(self, name: str, key: Node, node: Node, line: int, path: Path) -> Field:
        value, kind = self.value(node), self._type(node)
        if kind is FieldType.DATE and not isinstance(value, DateText):
            value = DateText(node.text)
        inside = self._fields(node, path) if kind is FieldType.MAP else ()
        start = node.mark_start if node.marked and node.mark_start >= 0 else node.start
        return Field(name, kind, value, Span(key.start, key.end), Span(start, node.end), line, path, inside, node)

    def _type(self, node: Node) -> FieldType:
        if node.kind == "alias" or (node.tag and node.kind != "scalar"):
            return FieldType.OTHER
        if node.kind == "list":
            plain = all(item.kind == "scalar" and not item.marked for item in node.items)
            return FieldType.LIST if plain else FieldType.OTHER
        if node.kind == "map":
            return FieldType.OTHER if any(key.tag == "merge" for key, _ in node.pairs) else FieldType.MAP
        if node.tag == "str":
            return FieldType.DATE if read_date(node.text) is not None else FieldType.TEXT
        return _TYPES.get(node.tag, FieldType.OTHER if node.marked else FieldType.TEXT)

    def _value(self, node: Node, above: tuple[int, ...]) -> Value:
        above = self._spend(node, above)
        if node.target is not None:
            return self._value(node.target, above)
        if node.kind == "list":
            return [self._value(item, above) for item in node.items]
        if node.kind == "map":
            found: dict[str, Value] = {}
            for key, value in node.pairs:
                self._put(found, key, self._value(value, above))
            return found
        return DateText(node.text) if node.tag == "timestamp" else self._scalar(node)

    def _put(self, found: dict[str, Value], key: Node, value: Value) -> None:
        if key.tag == "merge" and isinstance(value, dict):
            for name, merged in value.items():
                found.setdefault(name, merged)
        elif key.tag == "merge" and isinstance(value, list):
            for part in value:
                self._put(found, key, part)
        else:
            found[key.text] = value

    def _canonical(self, node: Node, above: tuple[int, ...]) -> Hashable:
        above = self._spend(node, above)
        if node.target is not None:
            return self._canonical(node.target, above)
        if node.kind == "list":
            return ("list", node.tag, *(self._canonical(item, above) for item in node.items))
        if node.kind == "map":
            pairs = ((self._canonical(key, above), self._canonical(value, above)) for key, value in node.pairs)
            return ("map", node.tag, *pairs)
        return canonical_scalar(node.tag, self._scalar(node))

    def _spend(self, node: Node, above: tuple[int, ...]) -> tuple[int, ...]:
        self._left -= 1
        if self._left < 0:
            raise self._error(
                node, tr("aliases expand to more than {0:,} values: this is no front matter").format(MAX_EXPANDED)
            )
        if node.kind == "scalar":
            return above
        if id(node) in above:
            raise self._error(node, tr("this value contains itself"))
        if len(above) > 2 * MAX_DEPTH:
            raise self._error(
                node, tr("aliases nest deeper than {0} levels: this is no front matter").format(2 * MAX_DEPTH)
            )
        return (*above, id(node))

    def _error(self, node: Node, problem: str) -> HeaderError:
        line_start = self._text.rfind("\n", 0, node.start) + 1
        return HeaderError(problem, self._text.count("\n", 0, node.start) + 1, node.start - line_start + 1)


def same_value(one: Value, other: Value) -> bool:
    """Whether two values are the same, of the same types throughout (`1` is not `true`, `1` not `1.0`)."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same_value(one[key], other[key]) for key in one)
    return one == other


def plain(value: Value) -> object:
    """A value as JSON knows it: dates become their text."""
    match value:
        case DateText():
            return value.text
        case list():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case float() if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        case _:
            return value


def canonical_scalar(tag: str, value: object) -> Hashable:
    """A scalar's comparable form: numbers by value, so `1.10` and `1.1` are equal and `1` and `true` are not."""
    if tag in ("int", "float"):
        return (tag, repr(value))
    return (tag, value)
