"""Text that a user types for a key, as the typed value that the key holds: used by the command line and the form."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from editor.header import DateText, Field, FieldType, Generator, Header, Refused, Rules, Scalar, Syntax, Value
from editor.header.date_forms import FILE_DATES
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment, read_date, write_date
from editor.header.generator import ANY
from editor.header.key_kinds import (
    SWITCHES,
    documented_kind,
    may_be_false,
    reads_as_true,
    takes_other_kinds,
    usual_kind,
)
from editor.header.values import plain, same_value
from editor.header.words import words_of
from editor.language import tr
from editor.text.white_space import ASCII_SPACE, TYPED_SPACE

_TRUE = frozenset({"yes", "true", "on", "1", "はい"})
_FALSE = frozenset({"no", "false", "off", "0", "いいえ"})
_DIGITS = frozenset({"1", "0"})
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_COUNTS = frozenset({"weight", "order", "nav_order", "position", "priority", "sticky", "top"})
"""Keys that order posts: their leading zeros mean nothing, and their values are never texts."""
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_SIXTIES: Final = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?")
_TEXT_FORMS: Final = (_LEADING_ZERO, _SIXTIES, re.compile(r"[-+]?[0-9]+(?:,[0-9]+)+(?:\.[0-9]*)?"))
"""Forms that some YAML readers take for a number (octal, base 60, with commas) and that writers mean as they are."""
_SCALARS: Final = frozenset({FieldType.BOOLEAN, FieldType.NUMBER, FieldType.DATE, FieldType.TEXT, FieldType.EMPTY})


def typed(key: str, field: Field | None, text: str, rules: Rules = ANY, syntax: Syntax = Syntax.YAML) -> Value:
    """Return the value that `text` means for a key.

    The old value's type counts, except for keys whose type the generator documents: a title is always text, Hugo's
    `draft` always a boolean. For a new key it is the type that the generator documents, else the one that the blog's
    other posts have, else the one that themes give it; a key that nobody knows holds text.

    Args:
        field: the key's old value; None for a key that is not there.
        rules, syntax: the blog of the post and the language of its front matter.

    Raises:
        Refused: the text is no such value ("soon" for a date).

    """
    kind = _kind(key, field, text, rules)
    try:
        return _value(kind, key, field, text, rules, syntax)
    except Refused:
        if kind in _SCALARS and field is not None and _known_kind(key, rules) is FieldType.TEXT:
            return text  # the old value only looked like a number, a date or a boolean
        if (field is None or field.type is FieldType.EMPTY) and takes_other_kinds(rules.generator, key):
            return typed_number(key, text) if _NUMBER.fullmatch(text.strip(ASCII_SPACE)) else text
        raise


def _value(kind: FieldType, key: str, field: Field | None, text: str, rules: Rules, syntax: Syntax) -> Value:
    match kind:
        case FieldType.LIST:
            parts = (part.strip(TYPED_SPACE) for part in text.split(","))
            return [_as_item(field, part) for part in parts if part]
        case FieldType.DATE:
            return typed_date(key, text, field, rules, syntax)
        case FieldType.BOOLEAN:
            return _boolean(key, text)
        case FieldType.NUMBER:
            return _number_or_text(key, text, field)
        case FieldType.TEXT:
            return False if _is_false(key, text, rules) else text
        case _:
            line = field.line if field is not None else None
            raise Refused(tr("“{0}” is no single value: edit it as text, or give it as {0}:=JSON").format(key), line)


def _kind(key: str, field: Field | None, text: str, rules: Rules) -> FieldType:
    """The type in which a text for a key is read."""
    documented = documented_kind(rules.generator, key)
    if field is None or field.type is FieldType.EMPTY:
        return _known_kind(key, rules) or FieldType.TEXT
    if field.type is FieldType.OTHER and isinstance(field.value, str):
        return FieldType.TEXT  # an alias or a tagged value that is a text
    if documented is FieldType.LIST:
        return field.type if field.type is FieldType.TEXT or field.type not in _SCALARS else FieldType.LIST
    if documented is not None and field.type in _SCALARS:
        return documented
    if key == "title" and field.type is FieldType.LIST:
        return FieldType.TEXT  # `title: [Emacs]` is no title to any generator
    return FieldType.BOOLEAN if _becomes_boolean(key, field, text, rules) else field.type


def _becomes_boolean(key: str, field: Field, text: str, rules: Rules) -> bool:
    """Return whether a word takes the place of a text or number in a key that is known to hold a boolean.

    `draft: no` is a text to Hugo, and the writer's boolean all the same; `toc: left` may become `toc: false`.
    """
    word = text.strip(ASCII_SPACE).lower()
    if field.type is FieldType.TEXT and key in SWITCHES:
        return word in _TRUE | _FALSE
    if field.type is FieldType.NUMBER and key in SWITCHES:
        return word in (_TRUE | _FALSE) - _DIGITS
    return field.type is FieldType.TEXT and word in ("true", "false") and _known_kind(key, rules) is FieldType.BOOLEAN


def _known_kind(key: str, rules: Rules) -> FieldType | None:
    """The type of a key by the generator's documentation, the blog's posts, the habits of themes."""
    generator = rules.generator
    return documented_kind(generator, key) or rules.kind(key) or usual_kind(generator, key)


def known_kind(key: str, rules: Rules) -> FieldType:
    """Return the type that a new key gets; text for one that nobody knows."""
    return _known_kind(key, rules) or FieldType.TEXT


def form_kind(key: str, field: Field | None, rules: Rules) -> FieldType:
    """Return the type of the field in which a form shows a top-level key: that of its value, or the one it should have.

    A key without a value has the type that is known for it. A boolean that is written as a word which the generator
    takes for a text (`draft: no` in Hugo) is shown as a boolean.
    """
    if field is None or field.type is FieldType.EMPTY:
        kind = known_kind(key, rules)
        return FieldType.EMPTY if kind is FieldType.TEXT or takes_other_kinds(rules.generator, key) else kind
    if field.type is FieldType.TEXT and _is_switch(key, rules) and _word(field) in _TRUE | _FALSE:
        return FieldType.BOOLEAN
    return field.type


def is_on(key: str, field: Field | None, rules: Rules) -> bool:
    """Return whether the blog's generator takes a key's value for true."""
    if field is not None and field.type is FieldType.TEXT and _is_switch(key, rules):
        return reads_as_true(rules.generator, key, str(field.value))
    return field is not None and field.value is True


def _is_switch(key: str, rules: Rules) -> bool:
    name = key.lower() if rules.ignores_case else key
    return name in SWITCHES or documented_kind(rules.generator, key) is FieldType.BOOLEAN


def _word(field: Field) -> str:
    return str(field.value).strip(ASCII_SPACE).lower()


def _is_false(key: str, text: str, rules: Rules) -> bool:
    return text == "false" and may_be_false(rules.generator, key)


def typed_date(
    key: str, text: str, field: Field | None, rules: Rules = ANY, syntax: Syntax = Syntax.YAML
) -> DateText | str:
    """Return a date that the blog's generator reads, in the form of the old one, else of the blog's other posts.

    What the text leaves out (time, offset) stays as it was.

    Raises:
        Refused: the text is no date.

    """
    stripped = text.strip(ASCII_SPACE)
    moment = read_date(stripped)
    if moment is None:
        if rules.generator is Generator.ELEVENTY and key == "date" and stripped.lower() in FILE_DATES:
            return stripped
        raise Refused(
            tr("“{0}” is no date for “{1}”: write it as 2025-11-02 or 2025-11-02 21:54:50 +0900").format(text, key)
        )
    old = shown(field.value) if field is not None and isinstance(field.value, (DateText, str)) else ""
    quoted = syntax is Syntax.JSON or (field is not None and field.node is not None and field.node.style != "plain")
    reader = DateReader(rules.generator, rules.zone(), syntax, quoted=quoted)
    before = read_date(old)
    if before is not None:
        clock = moment.clock or before.clock
        moment = Moment(moment.day, clock, moment.offset if moment.offset is not None else before.offset)
        written = write_date(moment, old)
        if reader.accepts(written) and written.count(":") == old.count(":"):
            return DateText(written)
        return DateText(date_for(reader, moment, old, exact=True))
    like, _ = rules.date_like(key)
    return DateText(date_for(reader, moment, like or stripped, exact=True))


def typed_number(key: str, text: str) -> int | float:
    """Return a number.

    Raises:
        Refused: the text is none.

    """
    stripped = text.strip(ASCII_SPACE)
    if not _NUMBER.fullmatch(stripped):
        raise Refused(tr("“{0}” is no number for “{1}”").format(text, key))
    if _LEADING_ZERO.fullmatch(stripped) and key not in _COUNTS:
        raise Refused(
            tr(
                '“{0}” begins with a zero, which a number can’t keep: write it without, or give it as {1}:="{0}"'
            ).format(stripped, key)
        )
    return float(stripped) if "." in stripped else int(stripped)


def _number_or_text(key: str, text: str, field: Field | None) -> int | float | str:
    """Return what takes the place of a number: a number, or a text where the old one only looks like a number.

    `0456` (a code), `13:30` (a time) and `1,000` are numbers to some YAML readers, and never the digits that their
    writer typed. In such a form a new value stays text; so does a word that takes the place of `12:30`.

    Raises:
        Refused: the text is neither.

    """
    stripped = text.strip(ASCII_SPACE)
    node = field.node if field is not None else None
    if node is not None and node.resolved and key not in _COUNTS:
        if any(form.fullmatch(stripped) and form.fullmatch(node.text) for form in _TEXT_FORMS):
            return stripped
        if _SIXTIES.fullmatch(node.text) and not _NUMBER.fullmatch(stripped):
            return text
    return typed_number(key, text)


def typed_item(field: Field | None, text: str) -> list[Scalar]:
    """Return the items of a list that a text names, as they are written or shown (2024 and "2024"); else the text.

    A number, boolean or date in place of a list counts as its only item.
    """
    if field is None or field.type in (FieldType.TEXT, FieldType.EMPTY):
        return [text]
    values, nodes = [field.value], [field.node] if field.node is not None else []
    if isinstance(field.value, list):
        values, nodes = field.value, field.node.items if field.node is not None else []
    found: list[Scalar] = []
    for index, item in enumerate(values):
        written = nodes[index].text if index < len(nodes) else ""
        if isinstance(item, (list, dict)) or text not in (shown(item), written):
            continue
        if not any(same_value(item, one) for one in found):
            found.append(item)
    return found or [text]


def from_json(key: str, field: Field | None, text: str) -> Value:
    """Exactly the value that a JSON text says; a date where the key has one, for JSON has no dates of its own.

    Raises:
        Refused: the text is no JSON, or a kind of value that a key can't be given here.

    """
    try:
        value: Value = json.loads(text, parse_constant=_no_json, parse_float=_finite)
    except ValueError:
        raise Refused(
            tr('“{0}” is no JSON: for plain text write {1}=TEXT, or {1}:="TEXT" with the quotes').format(text, key)
        ) from None
    is_date = field is not None and field.type is FieldType.DATE
    return DateText(value) if is_date and isinstance(value, str) and read_date(value) is not None else value


def _no_json(name: str) -> float:
    raise ValueError(name)  # Python's reader takes NaN and Infinity, which JSON does not have


def _finite(text: str) -> float:
    number = float(text)
    if number - number != 0:
        raise ValueError(text)
    return number


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


def _boolean(key: str, text: str) -> bool:
    word = text.strip(ASCII_SPACE).lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise Refused(tr("“{0}” is neither yes nor no for “{1}”").format(text, key))
