"""Pelican's front matter: `Key: value` lines (Python-Markdown, extensions/meta.py; pelican/readers.py).

Values are plain text without quotes or escapes. `Tags` and `Authors` are lists, split at `;` where there is one, else
at `,`. Lines that go on are indented by four spaces. Keys have no case; here they are lower-case, as Pelican's are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from editor.header.fences import Place
from editor.header.locate import meta_lines
from editor.header.model import DateText, Header, HeaderError, Scalar, Value
from editor.header.nodes import MAX_NODES, TOO_MANY, Node
from editor.header.pieces import Pieces, list_edits
from editor.header.place import after_key, key_lines
from editor.header.spots import Spot
from editor.language import tr
from editor.text.edit import Edit

LIST_KEYS = frozenset({"tags", "authors"})
_CONTINUED = "    "


class PelicanFormat:
    """Lines of metadata."""

    def read(self, text: str, place: Place) -> Node | None:
        """The tree of the data. Raises `HeaderError` when there are too many lines; else every text can be read."""
        root = Node("map", place.content.start, place.content.end, style="block")
        for match, starts in meta_lines(text, place.content):
            written = match["value"].strip()  # Unicode: Python-Markdown's metadata
            start = match.start("value")
            end = start + len(match["value"].rstrip())  # Unicode: as above
            if starts:
                if len(root.pairs) > MAX_NODES // 2:
                    raise HeaderError(tr(TOO_MANY), text.count("\n", 0, start) + 1)
                key = Node("scalar", *match.span("key"), "str", match["key"].lower(), "plain")
                root.pairs.append((key, Node("scalar", start, end, "str", written, "plain")))
            elif root.pairs:
                value = root.pairs[-1][1]
                value.text, value.end, value.style = f"{value.text}\n{written}", end, "lines"
        root.pairs = [(key, _typed(text, key, value)) for key, value in root.pairs]
        return root

    def scalar(self, node: Node) -> Scalar:
        """Text, or nothing."""
        return None if node.tag == "null" else node.text

    def witness(self, text: str, header: Header) -> dict[str, Any] | None:  # noqa: ARG002  the format has one reading
        """None: Python-Markdown's own reader is what the tests compare with."""
        return None

    def changes(self, spot: Spot, value: Value) -> Iterator[Edit]:
        """A value in place of another."""
        node = spot.node
        if isinstance(value, list) and node.kind == "list" and isinstance(spot.value, list):
            yield from list_edits(spot.text, node, spot.value, value, _write_item)
        for written in _candidates(value):
            space = " " if written and spot.text[node.start - 1 : node.start] == ":" else ""
            yield Edit(node.start, node.end, space + written)

    def additions(self, text: str, header: Header, parent: Spot | None, key: str, value: Value) -> Iterator[Edit]:
        """A line after the key's usual neighbour, its key in capitals where the others are."""
        if parent is not None or header.root is None:
            return
        at, indent = after_key(text, header, header.root, key)
        names = [text[name.start : name.end] for name, _ in header.root.pairs]
        capital = not names or sum(name[:1].isupper() for name in names) * 2 >= len(names)
        name = key[:1].upper() + key[1:] if capital else key
        before, after = ("\n", "") if at and text[at - 1] != "\n" else ("", "\n")
        for written in _candidates(value):
            yield Edit(at, at, f"{before}{indent}{name}: {written}".rstrip(" ") + after)

    def removals(self, spot: Spot) -> Iterator[Edit]:
        """A key with its lines."""
        if spot.key is not None:
            lines = key_lines(spot.text, spot.header, spot.key, spot.node)
            yield Edit(lines.start, lines.end, "")

    def renamings(self, spot: Spot, name: str) -> Iterator[Edit]:
        """Another name, in the old one's case."""
        if spot.key is not None and re.fullmatch(r"[A-Za-z0-9_-]+", name):
            capital = spot.text[spot.key.start : spot.key.start + 1].isupper()
            yield Edit(spot.key.start, spot.key.end, name[:1].upper() + name[1:] if capital else name)

    def new_headers(self, text: str, first_line: str, key: str, value: Value) -> Iterator[Edit]:  # noqa: ARG002
        """A line and the blank line that ends the metadata."""
        gap = "" if text.startswith("\n") else "\n"
        for written in _candidates(value):
            yield Edit(0, 0, f"{key[:1].upper()}{key[1:]}: {written}".rstrip(" ") + f"\n{gap}")


def _typed(text: str, key: Node, value: Node) -> Node:
    """An empty value, or a list for the keys that are one."""
    if not value.text:
        value.tag = "null"
    elif key.text in LIST_KEYS and value.style == "plain":
        items = []
        for part in re.finditer(r"[^;]+" if ";" in value.text else r"[^,]+", text[value.start : value.end]):
            word = part[0].strip()  # Unicode: pelican/readers.py
            if word:
                start = value.start + part.start() + part[0].index(word)
                items.append(Node("scalar", start, start + len(word), "str", word, "plain"))
        return Node("list", value.start, value.end, style="bare", items=items)
    return value


def _candidates(value: Value) -> Iterator[str]:
    match value:
        case None:
            yield ""
        case DateText():
            yield value.text
        case str():
            yield value.replace("\n", f"\n{_CONTINUED}")
        case list() if all(isinstance(item, str) for item in value):
            yield ", ".join(map(str, value))
            yield "; ".join(map(str, value)) + (";" if len(value) == 1 else "")


def _write_item(pieces: Pieces, value: Value, variant: int, near: str) -> str:  # noqa: ARG001  plain text has but one way
    return value if isinstance(value, str) else ""
