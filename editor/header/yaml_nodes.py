"""YAML text to nodes.

PyYAML's event stream (libyaml where it is built in) gives marks, styles and tags; the nodes are built here, not by
`yaml.compose`, because that recurses (a hostile header would exhaust the stack) and its marks of block values run
past the blank lines and comments that follow. Depth and number of nodes are bounded; nothing is constructed that
YAML's own safe types do not cover.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, Final

import yaml

from editor.header.model import HeaderError
from editor.header.nodes import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_LONG, TOO_MANY, Node
from editor.header.scalar_readers import Reading
from editor.header.scalar_rules import MAX_DIGITS, YAML_1_1, ScalarRules
from editor.header.yaml_halves import hide_halves, join_halves
from editor.header.yaml_problems import explain
from editor.language import tr

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_STYLES = {"": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


_PROPERTIES: Final = re.compile(r"(?:[&!]\S*(?:\s+|\Z))+(?:#.*\n\s*)*", re.ASCII)
_TABS: Final = re.compile(r"(?<=\n)\t+")


def parse(
    text: str, start: int, end: int, first_line: int, *, scalars: ScalarRules = YAML_1_1, tabs: bool = False
) -> Node | None:
    """The root node of the YAML in `text[start:end]`; None when it holds no data.

    Args:
        first_line: the number of the line at `start`, counted from 1, for messages.
        scalars: how the blog's reader reads plain scalars.
        tabs: a tab at a line's start counts as two spaces (hexo-front-matter, `escapeYAML`).

    Raises:
        HeaderError: the YAML is broken, or too deep or too large to be a front matter.

    """
    content = text[start:end]
    read, offsets = _without_tabs(content) if tabs else (content, None)
    hidden = hide_halves(read) if scalars.joins_halves and "\\u" in read else None
    builder = _Builder(text, start, first_line, offsets, scalars, joins_halves=hidden is not None)
    read = hidden or read
    try:
        for event in yaml.parse(read, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise explain(error, read, first_line) from None
    except UnicodeEncodeError as error:  # half of a character, which libyaml is not given
        line = first_line + read.count("\n", 0, error.start)
        raise HeaderError(tr("a character that YAML does not allow"), line) from None
    return builder.root


def _without_tabs(content: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The text with two spaces for each tab of indentation, and after which of its positions how many were put in."""
    offsets: list[tuple[int, int]] = []
    more = 0
    for match in _TABS.finditer(content):
        for at in range(match.start(), match.end()):
            offsets.append((at + more + 1, more + 1))
            more += 1
    return _TABS.sub(lambda match: "  " * len(match[0]), content), offsets or None


class _Builder:
    """Takes events, keeps the open collections on a stack, ends with the root node."""

    def __init__(
        self,
        text: str,
        offset: int,
        first_line: int,
        tabs: list[tuple[int, int]] | None,
        scalars: ScalarRules,
        *,
        joins_halves: bool,
    ) -> None:
        self.root: Node | None = None
        self._joins_halves = joins_halves
        self._scalars = scalars
        self._text, self._offset, self._first_line, self._tabs = text, offset, first_line, tabs
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
                    raise self._error(event, tr("the alias *{0} refers to nothing above it").format(event.anchor))
                self._add(node, event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                node = self._node("list" if isinstance(event, yaml.SequenceStartEvent) else "map", event)
                node.style = "flow" if event.flow_style else "block"
                node.tag = _short(event.tag or "")
                self._add(node, event)
                self._open.append(node)
                self._keys.append(None)
                if len(self._open) > MAX_DEPTH:
                    raise self._error(event, TOO_DEEP)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._close(event)
            case yaml.DocumentStartEvent():
                if self.root is not None:
                    raise self._error(event, tr("a second document starts here: front matter is one list of keys"))
            case _:
                pass

    def _node(self, kind: str, event: Any) -> Node:
        self._count += 1
        if self._count > MAX_NODES:
            raise self._error(event, TOO_MANY)
        node = Node(kind, self._at(event.start_mark.index), self._at(event.end_mark.index))
        if kind != "alias" and (event.anchor or event.tag):
            node.anchor, node.marked = event.anchor or "", bool(event.anchor) or event.tag not in (None, "!")
            properties = _PROPERTIES.match(self._text, node.start, node.end if kind == "scalar" else len(self._text))
            if properties is not None:
                node.mark_start, node.start = node.start, properties.end()
                node.end = max(node.start, node.end)
        return node

    def _at(self, index: int) -> int:
        """A position in the read text as one in the whole text."""
        if self._tabs is not None:
            after = bisect_right(self._tabs, (index, len(self._text)))
            index -= self._tabs[after - 1][1] if after else 0
        return index + self._offset

    def _scalar(self, event: Any) -> Node:
        node = self._node("scalar", event)
        node.text, node.style = event.value, _STYLES.get(event.style or "", "plain")
        if self._joins_halves:
            node.text = join_halves(node.text, node.style)
        reading = self._reading(node, event)
        node.resolved = reading is not None
        node.tag, node.value = reading or (node.tag, None)
        if node.style in ("literal", "folded"):
            node.end = self._block_end(node)
        if node.tag in ("int", "float") and len(node.text) > MAX_DIGITS:
            raise self._error(event, TOO_LONG)
        return node

    def _reading(self, node: Node, event: Any) -> Reading | None:
        """What the blog's reader takes a scalar for; None for a text, and for a value of a tag that is not YAML's."""
        node.tag = "str"
        if event.tag not in (None, "!"):
            if "!<" in self._text[node.mark_start : node.start] and not self._scalars.knows_long_tags:
                node.tag = event.tag
                return None
            node.tag = _short(event.tag)
            return self._scalars.read_tagged(node.tag, node.text, plain=node.style == "plain")
        if event.tag == "!" and self._scalars.mark_is_map:
            node.tag, node.marked = "!", True
            return None
        implicit = not self._scalars.mark_is_text if event.tag == "!" else event.implicit[0] and node.style == "plain"
        return self._scalars.read(node.text) if implicit else None

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
            node.end = self._at(event.end_mark.index)
        else:
            last = node.items[-1] if node.items else node.pairs[-1][1]
            node.end = max(last.end, node.start)

    def _error(self, event: Any, problem: str) -> HeaderError:
        mark = event.start_mark
        return HeaderError(problem, mark.line + self._first_line, mark.column + 1)


def _short(tag: str) -> str:
    return tag.removeprefix("tag:yaml.org,2002:")
