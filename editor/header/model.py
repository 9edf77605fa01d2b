"""What a front matter consists of, as plain values: kinds, fields with their spans, and the two refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Union

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
    line: int
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
        """The field that counts for a key or path.

        Of a repeated key that is the last one (as PyYAML, Psych and Hugo read it), of Pelican's the first one
        (pelican/readers.py), whose case does not matter.
        """
        path = (key,) if isinstance(key, str) else key
        fields, found = self.fields, None
        for name in path:
            wanted = name.lower() if self.syntax is Syntax.PELICAN and isinstance(name, str) else name
            same = [one for one in fields if one.key == wanted]
            if not same:
                return None
            found = same[0] if self.syntax is Syntax.PELICAN else same[-1]
            fields = found.fields
        return found

    def values(self) -> dict[str, Value]:
        """Each key's value, in file order."""
        found: dict[str, Value] = {}
        for one in self.fields:
            if self.syntax is not Syntax.PELICAN or one.key not in found:
                found[one.key] = one.value
        return found
