"""What every format of front matter can do. One object a format; the verbs and the proof know only this."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

from editor.header.fences import Place
from editor.header.model import Header, Scalar, Syntax, Value
from editor.header.nodes import Node
from editor.header.spots import Spot
from editor.header.yaml_format import YamlFormat
from editor.text.edit import Edit


class Format(Protocol):
    """Reads and writes the lines of a front matter.

    The writing methods give edits from the most faithful to the most robust; they need not be right, for each is
    proven. Where they give none, the change can't be written.
    """

    def read(self, text: str, place: Place) -> Node | None:
        """The tree of the data; None when there is none. Raises `HeaderError`."""

    def scalar(self, node: Node) -> Scalar:
        """What a scalar's tag and text mean."""

    def witness(self, text: str, header: Header) -> dict[str, Any] | None:
        """The data as another program reads it, to compare with; None where it can't."""

    def changes(self, spot: Spot, value: Value) -> Iterator[Edit]:
        """A value in place of another one."""

    def additions(self, text: str, header: Header, parent: Spot | None, key: str, value: Value) -> Iterator[Edit]:
        """A key that comes into the header, or into the map at `parent`."""

    def removals(self, spot: Spot) -> Iterator[Edit]:
        """A key that goes, with its lines."""

    def renamings(self, spot: Spot, name: str) -> Iterator[Edit]:
        """Another name for a key."""

    def new_headers(self, text: str, first_line: str, key: str, value: Value) -> Iterator[Edit]:
        """A header of one key, for a post that has none."""


_YAML = YamlFormat()


def quotings(spot: Spot) -> Iterator[Edit]:
    """Quotes around a YAML text that some reader may take for something else; the other formats need none."""
    if spot.header.syntax is Syntax.YAML:
        yield from _YAML.quotings(spot)


def is_doubtful(spot: Spot) -> bool:
    """Return whether readers that the blog may have disagree on a boolean or number: `yes` where nobody builds it."""
    return spot.header.syntax is Syntax.YAML and _YAML.is_doubtful(spot)


@cache
def format_of(syntax: Syntax) -> Format:
    """The format of a syntax; NONE and TEXT, in which nothing is read, count as YAML without keys.

    Nearly all posts are YAML: the other formats are loaded with the first post that is written in them.
    """
    match syntax:
        case Syntax.TOML:
            from editor.header.toml_format import TomlFormat

            return TomlFormat()
        case Syntax.JSON:
            from editor.header.json_format import JsonFormat

            return JsonFormat()
        case Syntax.PELICAN:
            from editor.header.pelican_format import PelicanFormat

            return PelicanFormat()
        case _:
            return _YAML
