"""What a front matter consists of, as plain values: kinds, fields with their spans, and the two refusals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Union

from editor.header.dates import read_date
from editor.header.generator import ANY, Rules

if TYPE_CHECKING:
    from editor.header.nodes import Node


class HeaderKind(StrEnum):
    """The file formats of front matter, named as `postwright get --json` prints them."""

    NONE = "none"
    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    HEXO = "hexo"  # the shapes that only Hexo reads: no first fence, a longer fence, `;;;`
    PELICAN = "pelican"
    SCRIPT = "script"  # Eleventy's `---js`: shown as text, never run


class Syntax(StrEnum):
    """The languages in which the lines of a front matter are written."""

    NONE = "none"
    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"
    PELICAN = "Pelican"
    TEXT = "text"


class FieldType(StrEnum):
    """What a value is, and so which widget edits it."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"
    EMPTY = "empty"
    MAP = "map"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as the file writes it, e.g. `2025-11-02 12:54:50 +0000`."""

    text: str


Scalar = str | bool | int | float | None | DateText
Value = Union[Scalar, list["Value"], dict[str, "Value"]]  # noqa: UP007  a name that refers to itself
"""What a key's value is to the program. Dates stay text: their form belongs to the writer."""


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `[start, end)` of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]


class HeaderError(ValueError):
    """A front matter that can't be read.

    Attributes:
        problem: what is wrong and what to do, in plain words.
        line, column: where, counted from 1 in the file.

    """

    def __init__(self, problem: str, line: int, column: int = 1) -> None:
        super().__init__(f"line {line}: {problem}")
        self.problem, self.line, self.column = problem, line, column


class Refused(Exception):  # noqa: N818  a refusal is an answer, not a fault
    """An edit that could not be done exactly; nothing was changed.

    Attributes:
        reason: why, and the way out, in plain words.
        line: the line of the file it is about, counted from 1; None where no line is to blame.

    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason if line is None else f"line {line}: {reason}")
        self.reason, self.line = reason, line


Path = tuple[str | int, ...]
"""Where a value is: the key, then the keys and list positions inside it, e.g. `("image", "path")`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a front matter, or of a map inside it.

    Attributes:
        key: the key as text (Pelican's in lower case, as Pelican reads them).
        type, value: what the value is; for a repeated key, each occurrence has its own field.
        key_span, value_span: where they stand in the text; the value without comments and blank lines after it.
        line: the key's line, counted from 1.
        path: the key with the keys above it.
        fields: the keys inside a map.
        node: the value as the format's own reader sees it: its style, tag and characters.

    """

    key: str
    type: FieldType
    value: Value
    key_span: Span
    value_span: Span
    line: int = 1
    path: Path = ()
    fields: tuple[Field, ...] = ()
    node: Node | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Header:
    """A front matter and where it stands.

    Attributes:
        kind, syntax: its format, and the language of its lines; NONE when the text has no front matter.
        span: from its first fence to the end of its last fence's line; empty at 0 for NONE.
        content: the lines between the fences.
        body_start: where the generator lets the body start (Jekyll drops blank lines after the fence).
        fields: the keys in file order; with an error, those that can still be read safely.
        error: why it can't be read.
        rules: what the blog says about it.
        root: its data as the format's own reader sees it; only `header/` looks inside.

    """

    kind: HeaderKind
    syntax: Syntax
    span: Span
    content: Span
    body_start: int
    fields: tuple[Field, ...] = ()
    error: HeaderError | None = None
    rules: Rules = ANY
    root: Node | None = field(default=None, repr=False, compare=False)

    @property
    def by_field(self) -> bool:
        """Whether its keys can be edited one by one; otherwise it is to be shown as text."""
        return self.error is None and self.syntax is not Syntax.TEXT

    def field(self, key: str | Path) -> Field | None:
        """Return the field that counts for a key or path; None where the header does not have it.

        Of a repeated key that is the last one (as PyYAML and Psych read it), of Pelican's the first one
        (pelican/readers.py), whose case does not matter. For keys that Hugo and Zola find elsewhere, see `resolved`.
        """
        path = self.resolved(key)
        found: Field | None = None
        for name in path:
            found = self._named(self.fields if found is None else found.fields, found, name)
            if found is None:
                return None
        return found

    def resolved(self, key: str | Path) -> Path:
        """Return the path as the file spells it and the generator looks it up.

        Hugo's keys ignore case: a spelling with capitals replaces the one in lower case (measured with Hugo 0.168;
        PrepareParams). Zola's tags stand under `taxonomies`, unless the post has them at the top alone.
        """
        path = (key,) if isinstance(key, str) else key
        elsewhere = self.rules.place_of(path)
        if elsewhere != path and (self._exact(elsewhere) or not self._exact(path)):
            path = elsewhere
        if not self.rules.ignores_case:
            return path
        found: Field | None = None
        spelled: list[str | int] = []
        for depth, name in enumerate(path):
            found = self._named(self.fields if depth == 0 else found.fields if found is not None else (), found, name)
            spelled.append(found.key if found is not None and isinstance(name, str) else name)
        return tuple(spelled)

    def spellings(self, path: Path) -> list[Path]:
        """Return the paths of the keys that are one key to the generator, in file order; [] for none."""
        path = self.resolved(path)
        if not self.rules.ignores_case or not isinstance(path[-1], str):
            return [path] if self.field(path) is not None else []
        above = self.field(path[:-1]) if len(path) > 1 else None
        inside = self.fields if len(path) == 1 else above.fields if above is not None else ()
        return list(dict.fromkeys((*path[:-1], one.key) for one in inside if one.key.lower() == path[-1].lower()))

    def _exact(self, path: Path) -> bool:
        fields: tuple[Field, ...] = self.fields
        for name in path:
            found = next((one for one in fields if one.key == name), None)
            if found is None:
                return False
            fields = found.fields
        return True

    def _named(self, fields: tuple[Field, ...], parent: Field | None, name: str | int) -> Field | None:
        if isinstance(name, int):
            return item_field(parent, name) if parent is not None else None
        if self.syntax is Syntax.PELICAN:
            return next((one for one in fields if one.key == name.lower()), None)
        same = [one for one in fields if one.key == name]
        if self.rules.ignores_case:
            lower = name.lower()
            capitals = next((one.key for one in fields if one.key != lower and one.key.lower() == lower), lower)
            same = [one for one in fields if one.key == capitals]
        return same[-1] if same else None

    def values(self) -> dict[str, Value]:
        """Each key's value, in file order."""
        found: dict[str, Value] = {}
        for one in self.fields:
            if self.syntax is not Syntax.PELICAN or one.key not in found:
                found[one.key] = one.value
        return found


def item_field(parent: Field, index: int) -> Field | None:
    """Return an item of a list as a field of its own, with the fields of the map that it is; None for no such item."""
    nodes = parent.node.items if parent.node is not None and parent.node.kind == "list" else []
    if not isinstance(parent.value, list) or not 0 <= index < min(len(nodes), len(parent.value)):
        return None
    return _inner(parent, index, nodes[index], nodes[index], parent.value[index])


def _inner(parent: Field, name: str | int, key: Node, node: Node, value: Value) -> Field:
    path = (*parent.path, name)
    made = Field(str(name), _type_of(node, value), value, Span(key.start, key.end), Span(node.start, node.end))
    made = replace(made, line=parent.line, path=path, node=node)
    if made.type is not FieldType.MAP or not isinstance(value, dict):
        return made
    inside = (_inner(made, one.text, one, inner, value[one.text]) for one, inner in node.pairs if one.text in value)
    return replace(made, fields=tuple(inside))


def _type_of(node: Node, value: Value) -> FieldType:
    if node.kind == "alias" or (node.tag and node.kind != "scalar"):
        return FieldType.OTHER
    match value:
        case None:
            return FieldType.EMPTY
        case bool():
            return FieldType.BOOLEAN
        case int() | float():
            return FieldType.NUMBER
        case DateText():
            return FieldType.DATE
        case list():
            return FieldType.OTHER if any(isinstance(one, (list, dict)) for one in value) else FieldType.LIST
        case dict():
            return FieldType.MAP
    return FieldType.DATE if read_date(value) is not None else FieldType.TEXT
