"""What of a front matter is form and what is value: quotes, brackets, indentation, and the shape of dates stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from editor.header import DateText, Field, Header, Syntax, Value
from editor.header.dates import Moment, read_date
from editor.header.nodes import Node
from editor.header.yaml_write import plain_is_text
from editor.text.white_space import ASCII_SPACE

BLANK: Final = "·"
"""What stands for a value in a form."""
_INDICATOR: Final = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a front matter with its value, as the file has it.

    Attributes:
        text: its lines, with blank ones above them and the last line end.
        form: its lines without what they say; a list's with one item. Two posts that write a key alike have one form.
        kind: what sort of value it is: values of one kind can be written alike.
        marked: it has anchors, tags or aliases, which mean something in their own file alone.

    """

    key: str
    text: str
    form: str
    kind: str
    marked: bool


def entries(text: str, header: Header) -> list[Entry]:
    """The keys of a front matter, in file order."""
    return [_entry(text, header, field) for field in header.fields if field.node is not None]


def header_form(text: str, header: Header) -> str:
    """A whole front matter without its values: all that a new one can do as the blog does it."""
    found, at = [], header.span.start
    for field in header.fields:
        if field.node is not None:
            found += [text[at : field.value_span.start], _masked(text, field.node, *_bounds(field))]
            at = _bounds(field)[1]
    end = header.span.end
    gap = text[end:].split("\n", 2)
    found.append(text[at:end])
    return "".join(found) + ("\n" if len(gap) > 1 and not gap[0].strip(ASCII_SPACE) else "")


def kind_of(value: Value | Moment, syntax: Syntax) -> str:
    """What sort of value it is, by what it needs to be written."""
    if isinstance(value, DateText):
        value = read_date(value.text) or value.text
    match value:
        case None | "":
            return "empty"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case Moment():
            return "day" if value.clock is None else "moment"
        case list():
            items = {kind_of(item, syntax) for item in value}
            return "list empty" if not items else "list quoted" if "text quoted" in items else "list"
        case dict():
            return "map"
        case str():
            if "\n" in value:
                return "text lines"
            return "text" if syntax is not Syntax.YAML or plain_is_text(value) else "text quoted"


def _entry(text: str, header: Header, field: Field) -> Entry:
    node = field.node
    assert node is not None
    start = text.rfind("\n", 0, field.key_span.start) + 1
    while text[start - 2 : start] == "\n\n" and start - 1 > header.content.start:
        start -= 1  # a blank line above it is part of how it is written
    value_end = _bounds(field)[1]
    last = text.find("\n", max(value_end - 1, field.key_span.end))
    end = min(len(text) if last < 0 else last + 1, header.content.end)
    before, after = text[start : field.value_span.start], text[value_end:end].rstrip("\n")
    form = before + _masked(text, node, *_bounds(field), one_item=True) + ("#" if "#" in after else "")
    return Entry(field.key, text[start:end], form, kind_of(field.value, header.syntax), _is_marked(node))


def _end(node: Node) -> int:
    """Where a value ends; a TOML table's lines are where its keys are."""
    return max([node.end, *(_end(child) for child in node.children)]) if node.style == "table" else node.end


def _bounds(field: Field) -> tuple[int, int]:
    node = field.node
    return field.value_span.start, max(field.value_span.end, _end(node) if node is not None else 0)


def _is_marked(node: Node) -> bool:
    return node.marked or node.kind == "alias" or any(_is_marked(child) for child in node.children)


def _masked(text: str, node: Node, start: int, end: int, *, one_item: bool = False) -> str:
    """The characters of a value with blanks for what they say."""
    if node.kind == "scalar":
        return text[start : node.start] + _masked_scalar(text[node.start : node.end], node) + text[node.end : end]
    inner = [value for _, value in node.pairs] if node.kind == "map" else node.items
    found, at = [], start
    for number, child in enumerate(inner):
        if number == 0 or not one_item or node.kind == "map":
            found += [text[at : child.start], _masked(text, child, child.start, child.end, one_item=one_item)]
        at = child.end
    return "".join(found) + text[at:end]


def _yes_like(written: str) -> str:
    """The yes of a boolean's spelling: `true` for `false`, `Yes` for `No`."""
    word = {"t": "true", "f": "true", "y": "yes", "n": "yes", "o": "on"}.get(written[:1].lower(), written)
    return word.upper() if written.isupper() and len(written) > 1 else word.title() if written[:1].isupper() else word


def _masked_scalar(written: str, node: Node) -> str:
    if node.tag == "bool":
        return _yes_like(written)
    if node.tag in ("int", "float"):
        return "0"
    inner = node.text or ""
    shown = (
        re.sub(r"\d+", lambda digits: "0" * len(digits[0]), inner, flags=re.ASCII)
        if read_date(inner) is not None
        else BLANK
    )
    match node.style:
        case "single" | "double":
            return f"{written[:1]}{shown}{written[-1:]}"
        case "single3" | "double3":
            return f"{written[:3]}{shown}{written[-3:]}"
        case "literal" | "folded":
            indicator = _INDICATOR.match(written)
            return (indicator[0] if indicator is not None else "") + BLANK
    return shown if written else ""
