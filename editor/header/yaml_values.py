"""YAML nodes to typed values, and to a form in which two headers can be compared.

The types are YAML 1.1's as Jekyll (Psych) and PyYAML read them. Aliases and merges count against one budget, so
that a header which doubles itself line by line ends with a message instead of the machine's memory.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

import yaml
from yaml.constructor import SafeConstructor

from editor.header.dates import read_date
from editor.header.model import DateText, Field, FieldType, HeaderError, Span, Value
from editor.header.yaml_nodes import MAX_DEPTH, Node

MAX_EXPANDED: Final = 100_000
"""How many values a header may have once every alias is replaced by what it stands for."""

_CONSTRUCTED: Final = {"int": "construct_yaml_int", "float": "construct_yaml_float", "bool": "construct_yaml_bool"}


class Reader:
    """Reads the nodes of one header."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text, self._first_line = text, first_line
        self._left = MAX_EXPANDED
        self._constructor = SafeConstructor()

    def fields(self, root: Node | None) -> tuple[Field, ...]:
        """The fields of a header's root node.

        Raises:
            HeaderError: the root is no map, or aliases make it too large or endless.

        """
        if root is None or (root.kind == "scalar" and root.tag == "null"):
            return ()
        if root.kind != "map":
            raise self._error(root, "front matter must be lines of “key: value”")
        return tuple(self._field(key, value) for key, value in root.pairs)

    def value(self, node: Node) -> Value:
        """What a node means; values of unknown tags stay text."""
        return self._value(node, ())

    def canonical(self, node: Node) -> Hashable:
        """The node's data with its types, comparable with `==`; aliases count as what they stand for."""
        return self._canonical(node, ())

    def _field(self, key: Node, node: Node) -> Field:
        value, kind = self.value(node), self._type(node)
        if kind is FieldType.DATE:
            value = DateText(node.text)
        line = self._text.count("\n", 0, key.start) + 1
        name = key.text if key.kind == "scalar" else Span(key.start, key.end).of(self._text)
        return Field(name, kind, value, Span(key.start, key.end), Span(node.start, node.end), line, node)

    def _type(self, node: Node) -> FieldType:
        if node.kind == "alias" or (node.marked and node.kind != "scalar"):
            return FieldType.OTHER
        if node.kind == "list":
            plain = all(item.kind == "scalar" and not item.marked for item in node.items)
            return FieldType.LIST if plain else FieldType.OTHER
        if node.kind == "map":
            return FieldType.MAP
        if node.marked and node.tag != "str":
            return FieldType.OTHER
        if read_date(node.text) is not None:
            return FieldType.DATE
        kinds = {"null": FieldType.EMPTY, "bool": FieldType.BOOLEAN, "int": FieldType.NUMBER, "float": FieldType.NUMBER}
        return kinds.get(node.tag, FieldType.TEXT)

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
        if node.tag == "timestamp":
            return DateText(node.text)
        return self._scalar(node)

    def _put(self, found: dict[str, Value], key: Node, value: Value) -> None:
        if key.tag == "merge" and isinstance(value, dict):
            for name, merged in value.items():
                found.setdefault(name, merged)
        elif key.tag == "merge" and isinstance(value, list):
            for part in value:
                self._put(found, key, part)
        else:
            found[key.text] = value

    def _scalar(self, node: Node) -> str | bool | int | float | None:
        if node.tag == "null":
            return None
        method = _CONSTRUCTED.get(node.tag)
        if method is None:
            return node.text
        try:
            scalar = yaml.ScalarNode(f"tag:yaml.org,2002:{node.tag}", node.text)
            return getattr(self._constructor, method)(scalar)  # type: ignore[no-any-return]
        except (ValueError, KeyError, OverflowError):  # e.g. !!int with letters, or a number of 5,000 digits
            return node.text

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
            raise self._error(node, f"aliases expand to more than {MAX_EXPANDED:,} values: this is no front matter")
        if node.kind == "scalar":
            return above
        if id(node) in above:
            raise self._error(node, "this value contains itself")
        if len(above) > 2 * MAX_DEPTH:
            raise self._error(node, f"aliases nest deeper than {2 * MAX_DEPTH} levels: this is no front matter")
        return (*above, id(node))

    def _error(self, node: Node, problem: str) -> HeaderError:
        line_start = self._text.rfind("\n", 0, node.start) + 1
        return HeaderError(problem, self._text.count("\n", 0, node.start) + 1, node.start - line_start + 1)


def canonical_scalar(tag: str, value: object) -> Hashable:
    """A scalar's comparable form: numbers by value, so `1.10` and `1.1` are equal and `1` and `true` are not."""
    if tag in ("int", "float"):
        return (tag, repr(value))
    return (tag, value)
