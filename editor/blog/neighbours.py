"""What a blog's posts show about a key: the type of its values, and the form of its dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from editor.header import DateText, Field, FieldType, Header, Path, Syntax
from editor.header.dates import read_date
from editor.post.values import shown

_DIGITS: Final = re.compile(r"[0-9]")
_UNSURE: Final = frozenset({FieldType.EMPTY, FieldType.OTHER, FieldType.MAP})


class Neighbours:
    """Answers questions about keys from the headers of posts, which are read when the first question comes."""

    def __init__(self, *sources: Callable[[], Sequence[Header]]) -> None:
        """Ask the first source that has the key: the posts of the folder before those of the whole blog."""
        self._sources = sources

    def kind(self, key: str | Path) -> FieldType | None:
        """Return the type that most posts give a key; None where no post has a value for it."""
        for fields in self._fields(key):
            kinds = Counter(_kind(field) for field in fields if field.type not in _UNSURE)
            if kinds:
                return kinds.most_common(1)[0][0]
        return None

    def date_like(self, key: str | Path) -> tuple[str, bool]:
        """Return a date of a key in the form that most posts have, and whether it has quotes; "" for none."""
        for fields in self._fields(key):
            dates = [(shown(field.value), is_quoted(field)) for field in fields if is_dated(field)]
            forms = Counter((_DIGITS.sub("0", text), quoted) for text, quoted in dates)
            if forms:
                usual = forms.most_common(1)[0][0]
                return next(one for one in dates if (_DIGITS.sub("0", one[0]), one[1]) == usual)
        return "", False

    def _fields(self, key: str | Path) -> Iterator[list[Field]]:
        for source in self._sources:
            yield list(_with_key(source(), key))


def is_dated(field: Field) -> bool:
    """Return whether a field's value is a date."""
    return isinstance(field.value, (DateText, str)) and read_date(shown(field.value)) is not None


def is_quoted(field: Field) -> bool:
    """Return whether a field's value stands in quotes."""
    return field.node is not None and field.node.style in ("single", "double")


def form_of_date(field: Field | None, syntax: Syntax) -> tuple[str, bool]:
    """Return a field's date and whether a value there is in quotes; "" for a field without a date."""
    quoted = syntax is Syntax.JSON or (field is not None and is_quoted(field))
    return (shown(field.value) if field is not None and is_dated(field) else ""), quoted


def _kind(field: Field) -> FieldType:
    return FieldType.TEXT if field.type is FieldType.DATE and is_quoted(field) else field.type


def _with_key(headers: Iterable[Header], key: str | Path) -> Iterator[Field]:
    for header in headers:
        field = header.field(key)
        if field is not None:
            yield field
