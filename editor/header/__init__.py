"""Front matter as text: find it, give each key its span and typed value, turn "set this" into the least edit.

    >>> from editor.header import read_header, set_value
    >>> from editor.text.edit import apply
    >>> text = "---\\ntitle: 'Old'  # keep\\n---\\nBody"
    >>> apply(text, set_value(text, read_header(text), "title", "New"))
    "---\\ntitle: 'New'  # keep\\n---\\nBody"

Reading never raises: what can't be read is in `Header.error`. The verbs raise `Refused`, and then nothing changed.
"""

from editor.header.generator import Generator, Rules
from editor.header.model import (
    DateText,
    Field,
    FieldType,
    Header,
    HeaderError,
    HeaderKind,
    Path,
    Refused,
    Scalar,
    Span,
    Syntax,
    Value,
)
from editor.header.read import read_header, read_in_file
from editor.header.verbs import add_item, put_in_quotes, remove_item, rename, set_value, set_written, unset

__all__ = [
    "DateText",
    "Field",
    "FieldType",
    "Generator",
    "Header",
    "HeaderError",
    "HeaderKind",
    "Path",
    "Refused",
    "Rules",
    "Scalar",
    "Span",
    "Syntax",
    "Value",
    "add_item",
    "put_in_quotes",
    "read_header",
    "read_in_file",
    "remove_item",
    "rename",
    "set_value",
    "set_written",
    "unset",
]
