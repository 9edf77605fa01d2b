"""JSON front matter: Hugo's object without a fence, Eleventy's `---json`, Hexo's `;;;` with its braces left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from editor.header.fences import Place
from editor.header.model import Header, HeaderError, HeaderKind, Scalar, Value
from editor.header.nodes import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_LONG, TOO_MANY, Node
from editor.header.pieces import Pieces, entry_added, entry_removed, list_edits
from editor.header.scalar_rules import MAX_DIGITS
from editor.header.splice import spliced
from editor.header.spots import Spot, key_name
from editor.header.values import plain
from editor.language import msg, tr
from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE

_SPACE = re.compile(r"[ \t\n\r]*")
_LITERAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_TAGS = {"true": "bool", "false": "bool", "null": "null"}


class JsonFormat:
    """JSON as RFC 8259 says."""

    def read(self, text: str, place: Place) -> Node | None:
        """The tree of the data. Raises `HeaderError`."""
        start, end = place.content.start, place.content.end
        bare = place.kind is HeaderKind.HEXO
        try:
            return _Scanner(text, end).object(start, 0, bare=bare)
        except _Unexpected:
            pass
        try:
            data = json.loads("{" + text[start:end] + "}" if bare else text[start:end])
        except json.JSONDecodeError as error:
            line = text.count("\n", 0, start) + error.lineno
            column = error.colno - (1 if bare and error.lineno == 1 else 0)
            raise HeaderError(tr("broken JSON: {0}").format(_plain(error.msg)), line, max(1, column)) from None
        except (RecursionError, ValueError):
            data = None
        problem = (
            tr("front matter must be an object in braces, with keys in quotes")
            if data is not None
            else tr("broken JSON")
        )
        raise HeaderError(problem, text.count("\n", 0, start) + 1)

    def scalar(self, node: Node) -> Scalar:
        """What a scalar means."""
        value: Scalar = node.text if node.tag == "str" else json.loads(node.text)
        return value

    def witness(self, text: str, header: Header) -> dict[str, Any] | None:
        """The data as Python's own reader sees it."""
        content = header.content.of(text)
        try:
            data = json.loads("{" + content + "}" if header.kind is HeaderKind.HEXO else content)
        except (ValueError, RecursionError):
            return None
        return data if isinstance(data, dict) else None

    def changes(self, spot: Spot, value: Value) -> Iterator[Edit]:
        """A value in place of another."""
        node = spot.node
        if isinstance(value, list) and node.kind == "list" and isinstance(spot.value, list):
            yield from list_edits(spot.text, node, spot.value, value, _write_item)
        elif isinstance(value, str) and node.tag == "str":
            kept = spliced(spot.written, "double", node.text, value, quoted=_written)
            if kept is not None:
                yield Edit(node.start, node.end, kept)
        yield Edit(node.start, node.end, _written(value))

    def additions(self, text: str, header: Header, parent: Spot | None, key: str, value: Value) -> Iterator[Edit]:
        """A key after its usual neighbour, on a line of its own where the others are."""
        holder = parent.node if parent is not None else header.root
        if holder is None:
            return
        names = [key_name(name) for name, _ in holder.pairs]
        before_it = frozenset(header.rules.before(key))
        near = next((at for at in range(len(names), 0, -1) if names[at - 1] in before_it), len(names))
        colon = text[holder.pairs[0][0].end : holder.pairs[0][1].start] if names else ": "
        yield from entry_added(text, holder, near, f"{_written(key)}{colon}{_written(value)}")

    def removals(self, spot: Spot) -> Iterator[Edit]:
        """A key with its comma."""
        yield from entry_removed(spot.text, spot.parent, spot.index)

    def renamings(self, spot: Spot, name: str) -> Iterator[Edit]:
        """Another name."""
        if spot.key is not None:
            yield Edit(spot.key.start, spot.key.end, _written(name))

    def new_headers(self, text: str, first_line: str, key: str, value: Value) -> Iterator[Edit]:
        """An object, or a fenced one, above the text."""
        gap = "" if not text or text.startswith("\n") else "\n"
        inner = f"  {_written(key)}: {_written(value)}\n"
        if first_line == "{":
            yield Edit(0, 0, f"{{\n{inner}}}\n{gap}")
        elif first_line == ";;;":
            yield Edit(0, 0, f";;;\n{inner.lstrip(ASCII_SPACE)};;;\n{gap}")
        else:
            yield Edit(0, 0, f"{first_line}\n{{\n{inner}}}\n---\n{gap}")


class _Unexpected(Exception):  # noqa: N818  never leaves this module
    """The text goes on otherwise than JSON does; what is wrong is for Python's own reader to say."""


class _Scanner:
    """Walks over JSON and notes where everything stands."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._count = 0

    def object(self, at: int, depth: int, *, bare: bool = False) -> Node:
        """The object at a position; a bare one has no braces and ends with the text."""
        start = at
        at = self._skip(at)
        if not bare:
            at = self._expect(at, "{")
        node = Node("map", start if bare else at - 1, self._end, style="bare" if bare else "flow")
        closed = "" if bare else "}"
        while (character := self._peek(at)) != closed:
            if node.pairs:
                at = self._expect(at, ",")
            key = self._value(self._skip(at), depth)
            if key.tag != "str":
                raise _Unexpected
            value = self._value(self._skip(self._expect(key.end, ":")), depth)
            node.pairs.append((key, value))
            at = self._skip(value.end)
        if character:
            node.end = self._skip(at) + 1
        if depth == 0 and not bare and self._peek(node.end):
            raise _Unexpected
        return node

    def _array(self, at: int, depth: int) -> Node:
        node = Node("list", at, at, style="flow")
        at = self._skip(at + 1)
        while self._peek(at) != "]":
            if node.items:
                at = self._expect(at, ",")
            item = self._value(self._skip(at), depth)
            node.items.append(item)
            at = self._skip(item.end)
        node.end = self._skip(at) + 1
        return node

    def _value(self, at: int, depth: int) -> Node:
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise HeaderError(tr(TOO_DEEP if depth > MAX_DEPTH else TOO_MANY), self._text.count("\n", 0, at) + 1)
        match self._peek(at):
            case "{":
                return self.object(at, depth + 1)
            case "[":
                return self._array(at, depth + 1)
            case '"':
                match = _STRING.match(self._text, at, self._end)
                if match is None:
                    raise _Unexpected
                return Node("scalar", at, match.end(), "str", json.loads(match[0]), "double")
        literal = _LITERAL.match(self._text, at, self._end)
        if literal is None:
            raise _Unexpected
        if len(literal[0]) > MAX_DIGITS:
            raise HeaderError(tr(TOO_LONG), self._text.count("\n", 0, at) + 1)
        tag = _TAGS.get(literal[0], "int" if re.fullmatch(r"-?[0-9]+", literal[0]) else "float")
        return Node("scalar", at, literal.end(), tag, literal[0], "plain")

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at, self._end)
        return match.end() if match is not None else at

    def _peek(self, at: int) -> str:
        at = self._skip(at)
        return self._text[at] if at < self._end else ""

    def _expect(self, at: int, character: str) -> int:
        at = self._skip(at)
        if self._peek(at) != character:
            raise _Unexpected
        return at + 1


def _written(value: Value) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def _write_item(pieces: Pieces, value: Value, variant: int, near: str) -> str:  # noqa: ARG001  JSON has but one way
    return _written(value)


_WORDS = (
    ("Expecting ',' delimiter", msg("a comma is missing before this, or a quote or bracket is not closed")),
    ("Expecting property name", msg("a key in double quotes belongs here (and no comma after the last one)")),
    ("Expecting ':'", msg("a colon belongs after the key")),
    ("Expecting value", msg("a value belongs here: texts stand in double quotes")),
    ("Unterminated string", msg("the quote opened here is never closed")),
    ("Invalid control character", msg("a line break or tab inside quotes: write \\n or \\t")),
    ("Invalid \\escape", msg("a backslash starts an escape: write \\\\")),
    ("Extra data", msg("text after the last brace")),
)


def _plain(message: str) -> str:
    return next((tr(words) for start, words in _WORDS if message.startswith(start)), message)
