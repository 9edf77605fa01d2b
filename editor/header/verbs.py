"""What a form does to a front matter: set, add, remove, unset. Each gives one least `Edit`, proven, or refuses.

A verb makes candidates from the most faithful (the old value's style) to the most robust (double quotes), and the
first that `proof` accepts is the edit. So a style that can't hold the new value is never written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from editor.header.model import Field, FieldType, Header, HeaderKind, Refused, Scalar, Span, Value
from editor.header.place import insertion_point
from editor.header.proof import prove
from editor.header.yaml_lists import ListText
from editor.header.yaml_splice import spliced
from editor.header.yaml_write import Habits, key_text, scalar_candidates
from editor.text.edit import Edit, shrink

NO_CHANGE = Edit(0, 0, "")
"""What a verb gives when the header already says what is wanted."""

_AS_TEXT = "edit the front matter as text instead"


def set_value(text: str, header: Header, key: str, value: Value) -> Edit:
    """Give a key a value; a key that is not there is added in its usual place, in the style of its neighbours.

    Raises:
        Refused: it can't be done without touching anything else.

    """
    field = _editable(text, header, key)
    if field is None:
        return _add_key(text, header, key, value)
    if field.value == value and type(field.value) is type(value):
        return NO_CHANGE
    if isinstance(value, list) and field.type is FieldType.LIST:
        return _proven(text, header, key, value, _list_edits(text, header, field, value))
    return _proven(text, header, key, value, _value_edits(text, header, field, value))


def add_item(text: str, header: Header, key: str, item: Scalar) -> Edit:
    """Add an item at the end of a list; a missing or empty key becomes a list of that one item.

    Raises:
        Refused: the value is no list, or the list can't take the item without touching anything else.

    """
    field = _editable(text, header, key)
    items = _items(field)
    return NO_CHANGE if item in items else set_value(text, header, key, [*items, item])


def remove_item(text: str, header: Header, key: str, item: Scalar) -> Edit:
    """Take each occurrence of an item out of a list.

    Raises:
        Refused: the value is no list, or the item can't go without touching anything else.

    """
    field = _editable(text, header, key)
    items = _items(field)
    if item not in items:
        return NO_CHANGE
    return set_value(text, header, key, [other for other in items if other != item])


def unset(text: str, header: Header, key: str) -> Edit:
    """Remove a key with its lines.

    Raises:
        Refused: the key shares its line with something else, or another value depends on it.

    """
    field = _editable(text, header, key)
    if field is None:
        return NO_CHANGE
    start = text.rfind("\n", 0, field.key_span.start) + 1
    stop = text.find("\n", max(field.value_span.end, field.key_span.end), header.content.end)
    end = header.content.end if stop < 0 else stop + 1
    if text[start : field.key_span.start].strip():
        raise Refused(f"the key “{key}” does not start its own line; {_AS_TEXT}", field.line)
    edit = Edit(start, end, "")
    reason = prove(text, header, edit, key, None, gone=True)
    if reason:
        raise Refused(f"“{key}” can't be removed: {reason}; {_AS_TEXT}", field.line)
    return edit


def _editable(text: str, header: Header, key: str) -> Field | None:
    """The key's field, once it is sure that this header and this key can be edited."""
    if header.error is not None:
        raise Refused(f"{header.error.problem}; correct the front matter as text first", header.error.line)
    if header.kind not in (HeaderKind.YAML, HeaderKind.NONE):
        raise Refused(f"{header.kind.upper()} front matter can't be edited by field yet; {_AS_TEXT}", 1)
    same = [field for field in header.fields if field.key == key]
    if len(same) > 1:
        lines = " and ".join(str(field.line) for field in same)
        raise Refused(f"the key “{key}” stands twice (lines {lines}): remove one of them as text", same[-1].line)
    field = same[0] if same else None
    if field is None:
        return None
    if field.node is None or field.node.kind == "alias" or field.node.marked:
        raise Refused(f"“{key}” uses a YAML anchor, alias or tag; {_AS_TEXT}", field.line)
    if (
        text[field.key_span.end : field.key_span.end + 1] != ":"
        and ":" not in text[field.key_span.end : field.value_span.start]
    ):
        raise Refused(f"“{key}” is written in a way that can't be edited by field; {_AS_TEXT}", field.line)
    return field


def _items(field: Field | None) -> list[Value]:
    if field is None or field.type is FieldType.EMPTY:
        return []
    if field.type is FieldType.LIST and isinstance(field.value, list):
        return field.value
    raise Refused(f"“{field.key}” is no list: set its whole value, or edit the front matter as text", field.line)


def _proven(text: str, header: Header, key: str, value: Value, edits: Iterable[Edit]) -> Edit:
    """The first edit that changes exactly what is wanted."""
    reason = "this value can't be written there"
    for edit in edits:
        least = shrink(text, edit)
        failure = prove(text, header, least, key, value)
        if failure is None:
            return least
        reason = failure
    field = header.field(key)
    raise Refused(f"“{key}” can't be set: {reason}; {_AS_TEXT}", field.line if field else None)


def _value_edits(text: str, header: Header, field: Field, value: Value) -> Iterable[Edit]:
    """A value written over the old one: first in its very place, then over everything after the colon."""
    node = field.node
    assert node is not None
    habits = Habits.of(text, header)
    colon = text.index(":", field.key_span.end) + 1
    between = text[colon : field.value_span.start]
    comment_between = "#" in between
    indent = _key_indent(text, field)
    same_line = "\n" not in between and field.value_span.end > field.value_span.start
    if isinstance(value, list):
        if not comment_between:
            for written in habits.list_candidates(value, indent):
                yield Edit(colon, field.value_span.end, written)
        return
    if isinstance(value, dict):
        return
    style = node.style if node.kind == "scalar" else ""
    if isinstance(value, str) and same_line and node.tag == "str":
        kept = spliced(Span(node.start, node.end).of(text), style, node.text, value)
        if kept is not None:
            yield Edit(node.start, node.end, kept)
    block = Span(node.start, node.end).of(text) if style in ("literal", "folded") else ""
    for written in scalar_candidates(value, style, habits, old=node.text, block=block, indent=indent):
        if same_line:
            yield Edit(field.value_span.start, field.value_span.end, written)
        elif not comment_between:
            gap = 1 if text[colon : colon + 1] == " " and field.value_span.end == colon else 0
            yield Edit(colon + gap, field.value_span.end + gap, " "[gap:] + written if written else "")


def _list_edits(text: str, header: Header, field: Field, value: list[Value]) -> Iterable[Edit]:
    """The old list's text with the changed items put in and taken out; then the list written anew."""
    assert field.node is not None
    assert isinstance(field.value, list)
    habits = Habits.of(text, header)
    whole = ListText.of(text, field.node)
    if whole is not None and (value or whole.flow):
        matcher = SequenceMatcher(None, _hashable(field.value), _hashable(value), autojunk=False)
        for variant in range(4):  # from the neighbours' style to the most robust one
            draft = whole.copy()
            for tag, low, high, new_low, new_high in reversed(matcher.get_opcodes()):
                if tag != "equal":
                    new = [draft.write(item, habits, variant) for item in value[new_low:new_high]]
                    draft.splice(low, high, new)
            yield Edit(whole.start, whole.end, draft.text())
    yield from _value_edits(text, header, field, value)


def _hashable(values: Sequence[Value]) -> list[str]:
    return [f"{type(value).__name__}:{value!r}" for value in values]


def _add_key(text: str, header: Header, key: str, value: Value) -> Edit:
    if isinstance(value, dict):
        raise Refused(f"a group of keys like “{key}” can't be added by field yet; {_AS_TEXT}")
    if header.kind is HeaderKind.NONE:
        return _proven(text, header, key, value, _new_headers(text, key, value))
    return _proven(text, header, key, value, _new_lines(text, header, key, value))


def _new_lines(text: str, header: Header, key: str, value: Value) -> Iterable[Edit]:
    habits = Habits.of(text, header)
    at, indent = insertion_point(text, header, key)
    for written in _written(value, habits, indent):
        yield Edit(at, at, f"{indent}{key_text(key)}:{written}\n")


def _new_headers(text: str, key: str, value: Value) -> Iterable[Edit]:
    gap = "" if not text or text.startswith("\n") else "\n"
    for written in _written(value, Habits(), ""):
        yield Edit(0, 0, f"---\n{key_text(key)}:{written}\n---\n{gap}")


def _written(value: Value, habits: Habits, indent: str) -> Iterable[str]:
    """What stands after a new key's colon."""
    if isinstance(value, list):
        yield from habits.list_candidates(value, indent)
    elif not isinstance(value, dict):
        style = "" if isinstance(value, str) else "plain"
        for written in scalar_candidates(value, style, habits, old="", block="", indent=indent):
            yield f" {written}" if written else ""


def _key_indent(text: str, field: Field) -> str:
    return text[text.rfind("\n", 0, field.key_span.start) + 1 : field.key_span.start]
