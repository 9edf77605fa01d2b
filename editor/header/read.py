"""Text to `Header`: the one place that knows which reader a kind of front matter has.

`python-frontmatter` (through `independent`) is the second opinion: the proof of an edit compares with it.
"""

from __future__ import annotations

from typing import Any

import frontmatter
import yaml

from editor.header.locate import Place, locate
from editor.header.model import Header, HeaderError, HeaderKind
from editor.header.yaml_nodes import parse
from editor.header.yaml_values import Reader


def read_header(text: str) -> Header:
    """The front matter of a post's text ("\\n" line ends, no BOM). Never raises: see `Header.error`."""
    place = locate(text)
    if place.error is not None or place.kind is not HeaderKind.YAML:
        return _header(place, place.error)
    first_line = text.count("\n", 0, place.content.start) + 1
    try:
        root = parse(text, place.content.start, place.content.end, first_line)
        return Header(
            place.kind, place.span, place.content, place.body_start, Reader(text, first_line).fields(root), None
        )
    except HeaderError as error:
        return _header(place, error)


def independent(text: str) -> dict[str, Any] | None:
    """The header's data as python-frontmatter reads it; None where it can't (or sees no header)."""
    try:
        data = frontmatter.parse(text)[0]
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return data or None


def _header(place: Place, error: HeaderError | None) -> Header:
    return Header(place.kind, place.span, place.content, place.body_start, (), error)
