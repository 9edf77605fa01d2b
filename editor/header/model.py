"""What a front matter consists of, as plain values: kinds, fields with their spans, and the two refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from editor.header.yaml_nodes import Node


class HeaderKind(StrEnum):
    """The file formats of front matter, named as `postwright get --json` prints them."""

    NONE = "none"
    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    SCRIPT = "script"  # Eleventy's `---js`: shown as text, never run


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


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a front matter.

    Attributes:
        key: the key as text.
        type, value: what the value is; for a repeated key, each occurrence has its own field.
        key_span, value_span: where they stand in the text; the value without comments and blank lines after it.
        line: the key's line, counted from 1.
        node: the value as the format's own reader sees it; only `header/` looks inside.

    """

    key: str
    type: FieldType
    value: Value
    key_span: Span
    value_span: Span
    line: int
    node: Node | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Header:
    """A front matter and where it stands.

    Attributes:
        kind: its format; NONE when the text has no front matter.
        span: from its first fence to the end of its last fence's line; empty at 0 for NONE.
        content: the lines between the fences.
        body_start: where the generator lets the body start (Jekyll drops blank lines after the fence).
        fields: the keys in file order; empty when it can't be read.
        error: why it can't be read.

    """

    kind: HeaderKind
    span: Span
    content: Span
    body_start: int
    fields: tuple[Field, ...] = ()
    error: HeaderError | None = None

    @property
    def by_field(self) -> bool:
        """Whether its keys can be edited one by one; otherwise it is to be shown as text."""
        return self.error is None and self.kind in (HeaderKind.YAML, HeaderKind.NONE)

    def field(self, key: str) -> Field | None:
        """The field that counts for a key: the last one, as PyYAML and Psych read repeated keys."""
        return next((found for found in reversed(self.fields) if found.key == key), None)

    def values(self) -> dict[str, Value]:
        """Each key's value, in file order."""
        return {found.key: found.value for found in self.fields}
