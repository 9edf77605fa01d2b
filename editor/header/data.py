"""The data of a site's configuration file: read with the same bounds as front matter, and nothing in it runs."""

from __future__ import annotations

from editor.header.fences import Place
from editor.header.formats import format_of
from editor.header.locate import MAX_SIZE
from editor.header.model import HeaderError, HeaderKind, Span, Syntax, Value
from editor.header.values import Reader


def read_data(text: str, syntax: Syntax) -> dict[str, Value]:
    """The map that a YAML, TOML or JSON text holds; empty where it is none or can't be read."""
    place = Place(HeaderKind.YAML, syntax, Span(0, len(text)), Span(0, len(text)), len(text))
    if len(text) > MAX_SIZE:
        return {}
    form = format_of(syntax)
    try:
        root = form.read(text, place)
        value = Reader(text, form.scalar).value(root) if root is not None else None
    except HeaderError:
        return {}
    return value if isinstance(value, dict) else {}
