"""Words a person types to the typed value that a key has: `title=…` stays text, `date=…` a date in its old form.

Used by the command line and by the form's fields, so that both read what is typed alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from editor.header import DateText, Field, FieldType, Header, Refused, Scalar, Value
from editor.header.dates import Moment, read_date, write_date
from editor.header.values import plain
from editor.header.words import words_of
from editor.language import tr

LIST_KEYS = frozenset({"tags", "categories", "keywords", "authors", "aliases", "series"})
"""Keys that hold a list in every generator when they are written for the first time."""

DATE_KEYS = frozenset({"date", "updated", "lastmod", "modified", "last_modified_at", "pubDate", "publishDate"})

_TRUE = frozenset({"yes", "true", "on", "1", "はい"})
_FALSE = frozenset({"no", "false", "off", "0", "いいえ"})
_SWITCHES = frozenset({"draft", "published", "comments"})
"""Keys that are booleans in every generator that knows them, whatever word stands there."""
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")


def typed(key: str, field: Field | None, text: str) -> Value:
    """The value that `text` means for a key, in the kind that its old value has.

    Raises:
        Refused: the text is no such value ("soon" for a date).

    """
    kind = field.type if field is not None else _new_kind(key)
    if kind is FieldType.TEXT and key in _SWITCHES and text.strip().lower() in _TRUE | _FALSE:
        kind = FieldType.BOOLEAN  # `draft: no` is a text to Hugo, and the writer's boolean all the same
    if kind is FieldType.EMPTY:
        kind = _new_kind(key)
    if kind is FieldType.OTHER and field is not None and isinstance(field.value, str):
        kind = FieldType.TEXT  # an alias or a tagged value that is a text
    match kind:
        case FieldType.LIST:
            return [_as_item(field, part.strip()) for part in text.split(",") if part.strip()]
        case FieldType.DATE:
            old = field.value.text if field is not None and isinstance(field.value, DateText) else ""
            return typed_date(key, text, old)
        case FieldType.BOOLEAN:
            return _boolean(key, text)
        case FieldType.NUMBER:
            return text.strip() if field is not None and _zeros_matter(field, text) else typed_number(key, text)
        case FieldType.TEXT:
            return text
        case _:
            line = field.line if field is not None else None
            raise Refused(tr("“{0}” is no single value: edit it as text, or give it as {0}:=JSON").format(key), line)


def typed_date(key: str, text: str, old: str) -> DateText:
    """A date in the old one's form; what the text leaves out (time, offset) stays as it was.

    Raises:
        Refused: the text is no date.

    """
    moment = read_date(text.strip())
    if moment is None:
        raise Refused(
            tr("“{0}” is no date for “{1}”: write it as 2025-11-02 or 2025-11-02 21:54:50 +0900").format(text, key)
        )
    before = read_date(old)
    if before is None:
        return DateText(text.strip())
    clock = moment.clock or before.clock
    offset = moment.offset if moment.offset is not None else before.offset
    return DateText(write_date(Moment(moment.day, clock, offset), old))


def typed_number(key: str, text: str) -> int | float:
    """A number.

    Raises:
        Refused: the text is none.

    """
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        raise Refused(tr("“{0}” is no number for “{1}”").format(text, key))
    return int(stripped) if re.fullmatch(r"[-+]?[0-9]+", stripped) else float(stripped)


def _zeros_matter(field: Field, text: str) -> bool:
    """Return whether digits like `0456` replace such digits: a password or code that only looks like a number."""
    old = field.node.text if field.node is not None and field.node.style == "plain" else ""
    return _LEADING_ZERO.fullmatch(text.strip()) is not None and _LEADING_ZERO.fullmatch(old) is not None


def from_json(key: str, field: Field | None, text: str) -> Value:
    """Exactly the value that a JSON text says; a date where the key has one, for JSON has no dates of its own.

    Raises:
        Refused: the text is no JSON, or a kind of value that a key can't be given here.

    """
    try:
        value: Value = json.loads(text)
    except ValueError:
        raise Refused(
            tr('“{0}” is no JSON: for plain text write {1}=TEXT, or {1}:="TEXT" with the quotes').format(text, key)
        ) from None
    is_date = field is not None and field.type is FieldType.DATE
    return DateText(value) if is_date and isinstance(value, str) and read_date(value) is not None else value


def shown(value: Value) -> str:
    """A value as a person reads it: dates as written, lists with commas, true and false."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case DateText():
            return value.text
        case list():
            return ", ".join(shown(item) for item in value)
        case dict():
            return json.dumps(plain(value), ensure_ascii=False)
        case _:
            return str(value)


def texts(value: Value) -> list[str]:
    """The items of a list value as a person reads them."""
    return [shown(item) for item in value] if isinstance(value, Sequence) and not isinstance(value, str) else []


def words_in(header: Header, field: Field) -> list[str]:
    """The words of a field that is a list, or a text that stands for one; what is inside of an item is no word."""
    if isinstance(field.value, dict):
        return []
    if isinstance(field.value, list):
        return [text for item in field.value if not isinstance(item, (list, dict)) and (text := shown(item))]
    words = words_of(header, field)
    found = words.items if words is not None else [shown(field.value)]
    return [word for word in found if word]


def _as_item(field: Field | None, text: str) -> Scalar:
    """An item that the list already has keeps its type (a tag 2024 stays a number)."""
    if field is not None and isinstance(field.value, list):
        for item in field.value:
            if not isinstance(item, (list, dict)) and shown(item) == text:
                return item
    return text


def _new_kind(key: str) -> FieldType:
    if key in LIST_KEYS:
        return FieldType.LIST
    return FieldType.DATE if key in DATE_KEYS else FieldType.TEXT


def _boolean(key: str, text: str) -> bool:
    word = text.strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise Refused(tr("“{0}” is neither yes nor no for “{1}”").format(text, key))
