"""YAML text to nodes that know exactly where they stand.

PyYAML's event stream (libyaml where it is built in) gives marks, styles and tags; the nodes are built here, not by
`yaml.compose`, because that recurses (a hostile header would exhaust the stack) and its marks of block values run
past the blank lines and comments that follow. Depth and number of nodes are bounded; nothing is constructed that
YAML's own safe types do not cover.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from editor.header.model import HeaderError
from editor.header.yaml_problems import explain

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH: Final = 100
MAX_NODES: Final = 100_000

_STR = "tag:yaml.org,2002:str"
_RESOLVERS: Final = yaml.SafeLoader.yaml_implicit_resolvers


@dataclass(slots=True)
class Node:
    """A scalar, list or map of the header, or an alias for one.

    Attributes:
        kind: "scalar", "list", "map" or "alias".
        start, end: its code points in the whole text; `end` is where its own characters end.
        tag: the resolved tag (for scalars) without "tag:yaml.org,2002:" where it is one of YAML's own.
        text: a scalar's value as a string; an alias' name.
        style: of a scalar "plain", "single", "double", "literal" or "folded"; of a collection "flow" or "block".
        items: a list's nodes; pairs: a map's, in file order.
        marked: it carries an anchor or a written tag.
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
    target: Node | None = None


_STYLES = {"": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


def parse(text: str, start: int, end: int, first_line: int) -> Node | None:
    """The root node of the YAML in `text[start:end]`; None when it holds no data.

    Args:
        first_line: the number of the line at `start`, counted from 1, for messages.

    Raises:
        HeaderError: the YAML is broken, or too deep or too large to be a front matter.

    """
    builder = _Builder(text, start, first_line)
    content = text[start:end]
    try:
        for event in yaml.parse(content, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise explain(error, content, first_line) from None
    return builder.root


class _Builder:
    """Takes events, keeps the open collections on a stack, ends with the root node."""

    def __init__(self, text: str, offset: int, first_line: int) -> None:
        self.root: Node | None = None
        self._text, self._offset, self._first_line = text, offset, first_line
        self._open: list[Node] = []
        self._keys: list[Node | None] = []
        self._anchors: dict[str, Node] = {}
        self._count = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._add(self._scalar(event), event)
            case yaml.AliasEvent():
                node = self._node("alias", event)
                anchor = event.anchor or ""
                node.text, node.target = anchor, self._anchors.get(anchor)
                if node.target is None:
                    raise self._error(event, f"the alias *{event.anchor} refers to nothing above it")
                self._add(node, event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                node = self._node("list" if isinstance(event, yaml.SequenceStartEvent) else "map", event)
                node.style = "flow" if event.flow_style else "block"
                node.tag = _short(event.tag or "")
                node.marked = node.marked or event.tag is not None
                self._add(node, event)
                self._open.append(node)
                self._keys.append(None)
                if len(self._open) > MAX_DEPTH:
                    raise self._error(event, f"nested deeper than {MAX_DEPTH} levels: this is no front matter")
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._close(event)
            case yaml.DocumentStartEvent():
                if self.root is not None:
                    raise self._error(event, "a second document starts here: front matter is one list of keys")
            case _:
                pass

    def _node(self, kind: str, event: Any) -> Node:
        self._count += 1
        if self._count > MAX_NODES:
            raise self._error(event, f"more than {MAX_NODES:,} values: this is no front matter")
        start, end = event.start_mark.index + self._offset, event.end_mark.index + self._offset
        return Node(kind, start, end, marked=bool(getattr(event, "anchor", None)) and kind != "alias")

    def _scalar(self, event: Any) -> Node:
        node = self._node("scalar", event)
        node.text, node.style = event.value, _STYLES.get(event.style or "", "plain")
        written: str | None = event.tag if event.tag not in (None, "!") else None
        if written is not None:
            node.tag = _short(written)
        else:
            node.tag = resolve(event.value) if event.implicit[0] and node.style == "plain" else "str"
        node.marked = node.marked or written is not None
        if event.tag == "!" and not node.marked:  # "this is text" (old Psych wrote it): the value follows it
            covered = self._text[node.start : node.end]
            node.start += len(covered) - len(covered.removeprefix("!").lstrip(" "))
        if node.style in ("literal", "folded"):
            node.end = self._block_end(node)
        return node

    def _block_end(self, node: Node) -> int:
        """A block scalar's mark runs to the next value: give back the blank lines and comments after it."""
        covered = self._text[node.start : node.end]
        lines = covered.split("\n")
        if not lines[-1].strip(" "):
            lines.pop()
        if not (lines and "+" in lines[0].split("#")[0]):
            while len(lines) > 1 and not lines[-1].strip(" \t"):
                lines.pop()
        return node.start + len("\n".join(lines))

    def _add(self, node: Node, event: Any) -> None:
        if getattr(event, "anchor", None) and node.kind != "alias":
            self._anchors[event.anchor] = node
        if not self._open:
            self.root = node
        elif self._open[-1].kind == "list":
            self._open[-1].items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node
        else:
            self._open[-1].pairs.append((self._keys[-1], node))
            self._keys[-1] = None

    def _close(self, event: Any) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.style == "flow":
            node.end = event.end_mark.index + self._offset
        else:
            last = node.items[-1] if node.items else node.pairs[-1][1]
            node.end = max(last.end, node.start)

    def _error(self, event: Any, problem: str) -> HeaderError:
        mark = event.start_mark
        return HeaderError(problem, mark.line + self._first_line, mark.column + 1)


def resolve(text: str) -> str:
    """What YAML 1.1 takes a plain scalar for: "str", "bool", "int", "float", "null", "timestamp", "merge"…"""
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return _short(tag)
    return "str"


def _short(tag: str) -> str:
    return tag.removeprefix("tag:yaml.org,2002:")
