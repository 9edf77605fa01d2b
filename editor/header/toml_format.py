"""TOML front matter (Hugo, Zola, Astro): how values, keys and tables are written into its lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from editor.header.fences import Place
from editor.header.generator import Generator
from editor.header.model import DateText, Header, HeaderError, Scalar, Value
from editor.header.nodes import MAX_DEPTH, TOO_DEEP, Node
from editor.header.numbers import number_like
from editor.header.pieces import Pieces, entry_added, entry_removed, list_edits
from editor.header.place import after_key, key_lines
from editor.header.splice import spliced
from editor.header.spots import Spot
from editor.header.toml_nodes import BARE_KEY, scan
from editor.language import tr
from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_DEEP_KEY = re.compile(rf"^[^.=\n]*+(?:\.[^.=\n]*+){{{MAX_DEPTH},}}", re.MULTILINE)
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?")
_JAVASCRIPT = frozenset({Generator.ASTRO, Generator.ELEVENTY, Generator.HEXO})
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", re.ASCII)


class TomlFormat:
    """TOML 1.0 (toml.io/en/v1.0.0)."""

    def read(self, text: str, place: Place) -> Node | None:
        """The tree of the data. Raises `HeaderError`."""
        first_line = text.count("\n", 0, place.content.start) + 1
        deep = _DEEP_KEY.search(text, place.content.start, place.content.end)
        if deep is not None:
            raise HeaderError(tr(TOO_DEEP), text.count("\n", 0, deep.start()) + 1)
        try:
            tomllib.loads(place.content.of(text))
        except tomllib.TOMLDecodeError as error:
            raise _explained(error, place.content.of(text), first_line) from None
        except (RecursionError, ValueError):
            raise HeaderError(
                tr("nested too deep, or a number too long: this is no front matter"), first_line
            ) from None
        return scan(text, place.content.start, place.content.end)

    def scalar(self, node: Node) -> Scalar:
        """What a scalar means; times of day stay text."""
        if node.tag == "str":
            return node.text
        value = tomllib.loads(f"v = {node.text}")["v"]
        return node.text if isinstance(value, (date, datetime, time)) else value

    def witness(self, text: str, header: Header) -> dict[str, Any] | None:
        """The data as Python's own reader sees it."""
        try:
            return tomllib.loads(header.content.of(text))
        except (ValueError, RecursionError):
            return None

    def changes(self, spot: Spot, value: Value) -> Iterator[Edit]:
        """A value in place of another, in its quotes where they can hold it."""
        node = spot.node
        if node.style in ("table", "dotted") or not _fits(value, spot.header.rules.generator):
            return
        if isinstance(value, list) and node.kind == "list" and isinstance(spot.value, list):
            yield from list_edits(spot.text, node, spot.value, value, _write_item)
        elif isinstance(value, str) and node.style == "double":
            kept = spliced(spot.written, "double", node.text, value, quoted=_basic)
            if kept is not None:
                yield Edit(node.start, node.end, kept)
        if node.tag == "time" and isinstance(value, str) and _TIME.fullmatch(value):
            yield Edit(node.start, node.end, value)
        for written in _candidates(value, node.style, node.text):
            yield Edit(node.start, node.end, written)

    def additions(self, text: str, header: Header, parent: Spot | None, key: str, value: Value) -> Iterator[Edit]:
        """A line among the table's own lines, before the tables that follow."""
        holder = parent.node if parent is not None else header.root
        if holder is None or not _fits(value, header.rules.generator):
            return
        if parent is None and isinstance(value, dict) and value:
            yield from _tables(text, header, key, value)
        style = _habit(holder) or (_habit(header.root) if header.root is not None else None) or "double"
        for written in _candidates(value, style, ""):
            entry = f"{_key(key)} = {written}"
            if holder.style == "flow":
                yield from entry_added(text, holder, len(holder.pairs), entry)
                continue
            own = [(name, inner) for name, inner in holder.pairs if inner.style not in ("table", "dotted")]
            lines = Node("map", holder.start, holder.end, pairs=own)
            at, indent = after_key(text, header, lines, key)
            if not own:  # before the tables, or below the table's own line
                at = text.index("\n", holder.start) + 1 if parent is not None else header.content.start
            if holder.style == "dotted" and own:
                start = text.rfind("\n", 0, own[0][0].start) + 1
                entry = text[start : own[0][0].start].lstrip(ASCII_SPACE) + entry
                indent = ""
            yield Edit(at, at, f"{indent}{entry}\n")

    def removals(self, spot: Spot) -> Iterator[Edit]:
        """A key with its lines, a table with all of its own."""
        if spot.parent.style == "flow":
            yield from entry_removed(spot.text, spot.parent, spot.index)
        elif spot.key is not None:
            lines = key_lines(spot.text, spot.header, spot.key, spot.node)
            yield Edit(lines.start, lines.end, "")

    def renamings(self, spot: Spot, name: str) -> Iterator[Edit]:
        """Another name."""
        if spot.key is not None:
            yield Edit(spot.key.start, spot.key.end, _key(name))

    def new_headers(self, text: str, first_line: str, key: str, value: Value) -> Iterator[Edit]:
        """A fenced header above the text."""
        gap = "" if not text or text.startswith("\n") else "\n"
        for written in _candidates(value, "double", ""):
            yield Edit(0, 0, f"{first_line}\n{_key(key)} = {written}\n+++\n{gap}")


def _tables(text: str, header: Header, key: str, value: dict[str, Value]) -> Iterator[Edit]:
    """A table of its own below all others."""
    end = header.content.end
    rows = [(name, next(_candidates(inner, "double", ""), None)) for name, inner in value.items()]
    if all(written is not None for _, written in rows):
        gap = "" if text[header.content.start : end].endswith("\n\n") or end == header.content.start else "\n"
        lines = "".join(f"{_key(name)} = {written}\n" for name, written in rows)
        yield Edit(end, end, f"{gap}[{_key(key)}]\n{lines}")


def _explained(error: tomllib.TOMLDecodeError, content: str, first_line: int) -> HeaderError:
    match = _AT.search(str(error))
    words = _AT.sub("", str(error))
    if match is None or match[1] is None:
        return HeaderError(
            tr("broken TOML: {0}").format(words), first_line + max(0, content.rstrip(ASCII_SPACE).count("\n"))
        )
    return HeaderError(tr("broken TOML: {0}").format(words), first_line + int(match[1]) - 1, int(match[2]))


def _fits(value: Value, generator: Generator) -> bool:
    """Return whether the generator's reader takes all integers of a value: TOML has 64 bits, JavaScript 53."""
    match value:
        case list():
            return all(_fits(item, generator) for item in value)
        case dict():
            return all(_fits(item, generator) for item in value.values())
        case int() if generator in _JAVASCRIPT:
            return abs(value) < 2**53
        case int():
            return -(2**63) <= value < 2**63
    return True


def _habit(table: Node) -> str | None:
    """The quotes that a table's texts have."""
    styles = [value.style for _, value in table.pairs if value.tag == "str" and value.style in ("single", "double")]
    return max(styles, key=styles.count) if styles else None


def _candidates(value: Value, style: str, old: str) -> Iterator[str]:
    """A value as TOML writes it; nothing for None, which TOML does not have."""
    match value:
        case bool():
            yield "true" if value else "false"
        case DateText():
            if style in ("plain", ""):
                yield value.text
            yield from _quoted(value.text, style)
        case str():
            yield from _quoted(value, style)
        case float() if value != value or value in (float("inf"), float("-inf")):
            yield str(value)
        case int() | float():
            yield number_like(value, old)
            yield repr(value)
        case list():
            items = [next(_candidates(item, style, ""), None) for item in value]
            if None not in items:
                yield f"[{', '.join(map(str, items))}]"
        case dict():
            pairs = [(key, next(_candidates(item, style, ""), None)) for key, item in value.items()]
            if all(written is not None for _, written in pairs):
                yield "{ " + ", ".join(f"{_key(key)} = {written}" for key, written in pairs) + " }" if pairs else "{}"


def _quoted(value: str, style: str) -> Iterator[str]:
    if style == "single" and "'" not in value and not _CONTROL.search(value):
        yield f"'{value}'"
    if style == "single3" and "'''" not in value and not _CONTROL.search(value.replace("\n", "")):
        yield f"'''\n{value}'''"
    if style == "double3" or (style == "single3" and "\n" in value):
        inner = "\n".join(_basic(line)[1:-1].replace('\\"', '"') for line in value.split("\n"))
        if '"""' not in inner and not inner.endswith('"'):
            yield f'"""\n{inner}"""'
    yield _basic(value)


def _basic(value: str) -> str:
    escaped = "".join(_ESCAPES.get(character, character) for character in value)
    return '"' + _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04X}", escaped) + '"'


def _key(key: str) -> str:
    return key if BARE_KEY.fullmatch(key) else _basic(key)


def _write_item(pieces: Pieces, value: Value, variant: int, near: str) -> str:  # noqa: ARG001  one shape for all
    return next(_candidates(value, near if variant == 0 else "double", ""), "")
