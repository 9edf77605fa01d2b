"""The proof of an edit: the header is read again, and nothing but the wanted key may have changed.

Two readers look: our own, which sees types, order and spelling-independent values, and python-frontmatter.
"""

from __future__ import annotations

from collections.abc import Hashable

from editor.header.model import DateText, Header, Value
from editor.header.read import independent, read_header
from editor.header.yaml_values import Reader, canonical_scalar
from editor.text.edit import Edit, apply


def prove(text: str, header: Header, edit: Edit, key: str, wanted: Value, *, gone: bool = False) -> str | None:
    """None when the edit gives `key` the value `wanted` (or removes it) and changes nothing else; else the reason."""
    head = text[: header.span.end]
    if edit.end > header.span.end:
        return "the change reaches into the body"
    after = apply(head, edit)
    found = read_header(after)
    if found.error is not None:
        return found.error.problem
    if found.span.end != len(after) and header.fields:
        return "the end of the front matter would move"
    if not header.fields and after[found.span.end :].strip():
        return "the end of the front matter would move"
    return _fields_differ(head, header, after, found, key, wanted, gone=gone) or _readers_differ(head, after, key)


def _fields_differ(
    head: str, header: Header, after: str, found: Header, key: str, wanted: Value, *, gone: bool
) -> str | None:
    before, now = _data(head, header), _data(after, found)
    position = next((index for index, (name, _) in enumerate(now) if name == key), None)
    if gone != (position is None):
        return "the key would be read differently"
    if position is not None and not _means(now[position][1], wanted):
        return "the value would be read as something else"
    if [pair for pair in before if pair[0] != key] != [pair for pair in now if pair[0] != key]:
        return "another key would change"
    return None


def _readers_differ(head: str, after: str, key: str) -> str | None:
    before = independent(head)
    if before is None:
        return None
    now = independent(after) or {}
    others = {name: value for name, value in before.items() if str(name) != key}
    if repr(others) != repr({name: value for name, value in now.items() if str(name) != key}):
        return "another key would change"
    return None


def _data(text: str, header: Header) -> list[tuple[str, Hashable]]:
    reader = Reader(text, 1)
    return [(field.key, reader.canonical(field.node)) for field in header.fields if field.node is not None]


def _means(found: Hashable, wanted: Value) -> bool:
    """Whether a canonical value is what was asked for."""
    match wanted:
        case DateText():
            return found in (("timestamp", wanted.text), ("str", wanted.text))
        case list():
            return (
                isinstance(found, tuple)
                and found[0] == "list"
                and len(found) == len(wanted) + 2
                and all(_means(item, value) for item, value in zip(found[2:], wanted, strict=True))
            )
        case dict():
            return False
        case bool():
            return found == canonical_scalar("bool", wanted)
        case int() | float():
            tag = "int" if isinstance(wanted, int) else "float"
            return found == canonical_scalar(tag, wanted)
        case None:
            return found == canonical_scalar("null", None)
        case _:
            return found == canonical_scalar("str", wanted)
