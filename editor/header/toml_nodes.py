"""TOML text to nodes. `tomllib` has read it before, so here only the places of its keys and values are found.

Tables become maps wherever their lines are: `[extra]` a map of style "table", `extra.team = …` one of style "dotted",
`[[images]]` a list of tables.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time

from editor.header.model import HeaderError
from editor.header.nodes import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY, Node

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_STRINGS = (
    ('"""', re.compile(r'"""(?:\\.|(?!""")[^\\])*+"{3,5}', re.DOTALL), "double3"),
    ("'''", re.compile(r"'''(?:(?!''').)*'{3,5}", re.DOTALL), "single3"),
    ('"', re.compile(r'"(?:\\.|[^"\\])*"'), "double"),
    ("'", re.compile(r"'[^']*'"), "single"),
)
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:[^\s,#\]}]*)?|[^\s,#\]}]+", re.ASCII)


def scan(text: str, start: int, end: int) -> Node:
    """The root node of the valid TOML in `text[start:end]`.

    Raises:
        HeaderError: it is too deep or too large to be a front matter.

    """
    return _Scanner(text, end).document(start)


class _Scanner:
    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._named: dict[tuple[int, str], Node] = {}  # by the map that holds it and its key
        self._count = self._depth = 0

    def document(self, at: int) -> Node:
        root = table = Node("map", at, at, style="table")
        around = [root]  # what ends where its last line ends
        at = self._skip(at)
        while at < self._end:
            if self._text.startswith("[", at):
                many = self._text.startswith("[[", at)
                keys, close = self._keys(at + 1 + many)
                stop = close + 1 + many
                around = [root]
                table = self._table(root, keys, at, stop, around, many=many)
                at = stop
            else:
                keys, at = self._keys(at)
                at = self._blank(at + 1)  # the equals sign
                value = self._value(at)
                holder = self._walk(table, keys[:-1], "dotted", around_start=keys[0].start)
                self._put(holder, keys[-1], value)
                at = value.end
                self._extend(table, keys[:-1], at)
            for node in around:
                node.end = max(node.end, at)
            at = self._skip(at)
        return root

    def _table(self, root: Node, keys: list[Node], at: int, stop: int, around: list[Node], *, many: bool) -> Node:
        """The map of a table's header; what is around it ends no earlier than it."""
        holder = root
        for key in keys[:-1]:
            holder = self._step(holder, key, "table", at)
            around.append(holder)
        name = keys[-1]
        found = self._find(holder, name)
        if many:
            if found is None:
                found = Node("list", at, stop, style="table")
                self._put(holder, name, found)
            table = Node("map", at, stop, style="table")
            found.items.append(table)
            around.append(found)
        else:
            if found is None:
                found = Node("map", at, stop, style="table")
                self._put(holder, name, found)
            table = found
        around.append(table)
        return table

    def _walk(self, holder: Node, keys: list[Node], style: str, around_start: int) -> Node:
        for key in keys:
            holder = self._step(holder, key, style, around_start)
        return holder

    def _extend(self, holder: Node, keys: list[Node], at: int) -> None:
        for key in keys:
            holder = self._step(holder, key, "dotted", at)
            holder.end = max(holder.end, at)

    def _step(self, holder: Node, key: Node, style: str, at: int) -> Node:
        found = self._find(holder, key)
        if found is None:
            found = Node("map", at, at, style=style)
            self._put(holder, key, found)
        return found.items[-1] if found.kind == "list" else found

    def _find(self, holder: Node, key: Node) -> Node | None:
        return self._named.get((id(holder), key.text))

    def _put(self, holder: Node, key: Node, value: Node) -> None:
        holder.pairs.append((key, value))
        self._named[id(holder), key.text] = value
        self._count += 1
        if self._count > MAX_NODES:
            raise HeaderError(TOO_MANY, self._text.count("\n", 0, key.start) + 1)

    def _keys(self, at: int) -> tuple[list[Node], int]:
        """The parts of a dotted key, and where the sign after it stands."""
        keys = []
        while True:
            at = self._blank(at)
            match = BARE_KEY.match(self._text, at, self._end)
            if match is not None:
                keys.append(Node("scalar", at, match.end(), "str", match[0], "plain"))
            else:
                keys.append(self._value(at))
            at = self._blank(keys[-1].end)
            if not self._text.startswith(".", at):
                return keys, at
            at += 1

    def _value(self, at: int) -> Node:
        self._count += 1
        if self._count > MAX_NODES:
            raise HeaderError(TOO_MANY, self._text.count("\n", 0, at) + 1)
        for opening, pattern, style in _STRINGS:
            if self._text.startswith(opening, at):
                match = pattern.match(self._text, at, self._end)
                assert match is not None
                return Node("scalar", at, match.end(), "str", _string(match[0], style), style)
        if self._text.startswith("[", at):
            return self._array(at)
        if self._text.startswith("{", at):
            return self._inline(at)
        match = _PLAIN.match(self._text, at, self._end)
        assert match is not None
        return Node("scalar", at, match.end(), _tag(match[0]), match[0], "plain")

    def _array(self, at: int) -> Node:
        self._deeper(at, 1)
        node = Node("list", at, at, style="flow")
        at = self._skip(at + 1)
        while not self._text.startswith("]", at):
            item = self._value(at)
            node.items.append(item)
            at = self._skip(item.end)
            if self._text.startswith(",", at):
                at = self._skip(at + 1)
        node.end = at + 1
        self._deeper(at, -1)
        return node

    def _inline(self, at: int) -> Node:
        self._deeper(at, 1)
        node = Node("map", at, at, style="flow")
        at = self._skip(at + 1)
        while not self._text.startswith("}", at):
            keys, at = self._keys(at)
            value = self._value(self._blank(at + 1))
            self._put(self._walk(node, keys[:-1], "dotted", keys[0].start), keys[-1], value)
            at = self._skip(value.end)
            if self._text.startswith(",", at):
                at = self._skip(at + 1)
        node.end = at + 1
        self._deeper(at, -1)
        return node

    def _deeper(self, at: int, levels: int) -> None:
        self._depth += levels
        if self._depth > MAX_DEPTH:
            raise HeaderError(TOO_DEEP, self._text.count("\n", 0, at) + 1)

    def _skip(self, at: int) -> int:
        match = _GAP.match(self._text, at, self._end)
        return match.end() if match is not None else at

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._text, at, self._end)
        return match.end() if match is not None else at


def _string(written: str, style: str) -> str:
    if style == "single" or (style == "double" and "\\" not in written):
        return written[1:-1]
    value: str = tomllib.loads(f"v = {written}")["v"]
    return value


def _tag(written: str) -> str:
    if written in ("true", "false"):
        return "bool"
    value = tomllib.loads(f"v = {written}")["v"]
    match value:
        case datetime() | date():
            return "timestamp"
        case time():
            return "time"
        case int():
            return "int"
        case _:
            return "float"
