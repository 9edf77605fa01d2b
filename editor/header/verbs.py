"""What a form does to a front matter: set, add, remove, unset, rename. Each gives one least `Edit`, proven, or refuses.

A verb takes the format's candidates, from the most faithful (the old value's style) to the most robust (double
quotes), and the first that `proof` accepts is the edit. So a style that can't hold the new value is never written.
Where a value is nested, only what differs inside it is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from editor.header.formats import format_of, is_doubtful, quotings
from editor.header.generator import Generator
from editor.header.model import DateText, Field, FieldType, Header, Path, Refused, Syntax, Value
from editor.header.nodes import Node
from editor.header.proof import Wanted, prove
from editor.header.read import read_header, unseen_header
from editor.header.spots import Spot, spot, spots
from editor.header.values import Reader, same_value
from editor.header.words import single_item, words_of
from editor.language import msg, tr
from editor.text.edit import Edit, apply, difference, shrink

NO_CHANGE = Edit(0, 0, "")
"""What a verb gives when the header already says what is wanted."""

_AS_TEXT = msg("edit the front matter as text instead")
_FIRST_LINES = {Generator.PELICAN: "", Generator.ZOLA: "+++"}
"""The first line of front matter that a generator's own documentation shows, where that is not `---`."""


def set_value(text: str, header: Header, key: str | Path, value: Value) -> Edit:
    """Give a key a value; a key that is not there is added in its usual place, in the style of its neighbours.

    Args:
        key: a key of the header, or the path of one inside it: `("image", "path")`, `("authors", 0, "name")`.

    Raises:
        Refused: it can't be done without touching anything else.

    """
    path = header.resolved(key)
    _by_field(header)
    if header.syntax is Syntax.PELICAN and value == "":
        value = None  # plain text without quotes: no text is no value
    place = spot(text, header, path, _values(text, header))
    if place is None:
        return _add(text, header, path, value)
    same = same_value(place.value, value.text if isinstance(value, DateText) and place.node.tag == "str" else value)
    if same and not is_doubtful(place):
        return NO_CHANGE
    steps = list(_inner_steps(place, value))
    if steps:
        edit = _in_steps(text, header, steps)
        if edit is not None and prove(text, header, edit, Wanted(path, value)) is None:
            return edit
    form = format_of(header.syntax)
    return _proven(text, header, Wanted(path, value), form.changes(place, value))


def add_item(text: str, header: Header, key: str | Path, item: Value) -> Edit:
    """Add an item at the end of a list; a missing or empty key becomes a list of that one item.

    Raises:
        Refused: the value is no list, or the list can't take the item without touching anything else.

    """
    field = _editable(header, key)
    words = words_of(header, field)
    if words is not None and isinstance(item, str):
        return NO_CHANGE if item in words.items else set_value(text, header, key, words.having([*words.items, item]))
    items = _items(header, field)
    return NO_CHANGE if _has(items, item) else set_value(text, header, key, [*items, item])


def remove_item(text: str, header: Header, key: str | Path, item: Value) -> Edit:
    """Take each occurrence of an item out of a list.

    Raises:
        Refused: the value is no list, or the item can't go without touching anything else.

    """
    field = _editable(header, key)
    words = words_of(header, field)
    if words is not None:
        left = [word for word in words.items if word != item]
        return NO_CHANGE if left == words.items else set_value(text, header, key, words.having(left))
    items = _items(header, field)
    left_items = [other for other in items if not same_value(other, item)]
    return NO_CHANGE if len(left_items) == len(items) else set_value(text, header, key, left_items)


def unset(text: str, header: Header, key: str | Path, *, index: int | None = None) -> Edit:
    """Remove a key with its lines and the comment above that is about it; a repeated key goes each time it stands.

    Args:
        index: the position among all keys of the one occurrence that is to go.

    Raises:
        Refused: another value depends on it, or it can't go without touching anything else.

    """
    path = header.resolved(key) if index is None else (key,) if isinstance(key, str) else key
    _by_field(header)
    spellings = header.spellings(path) if index is None else []
    if len(spellings) > 1:
        exact = (lambda text, header, one=one: _unset(text, header, one, None) for one in spellings)
        return _in_steps(text, header, exact) or NO_CHANGE
    return _unset(text, header, path, index)


def _unset(text: str, header: Header, path: Path, index: int | None) -> Edit:
    found = spots(text, header, path, _values(text, header))
    if index is not None:
        found = [place for place in found if place.index == index]
    if not found:
        return NO_CHANGE
    form = format_of(header.syntax)
    wanted = Wanted(path, gone=True, index=index)
    if len(found) == 1:
        return _proven(text, header, wanted, form.removals(found[0]))
    step = _in_steps(text, header, [lambda now, seen: _last_removed(now, seen, path)] * len(found))
    return _proven(text, header, wanted, [] if step is None else [step])


def _last_removed(text: str, header: Header, path: Path) -> Edit:
    """Remove the last occurrence of a repeated key. Not proven: the proof is for all of them together."""
    found = spots(text, header, path, _values(text, header))
    return next(format_of(header.syntax).removals(found[-1]), NO_CHANGE) if found else NO_CHANGE


def rename(text: str, header: Header, key: str | Path, name: str) -> Edit:
    """Give a key another name; its value, place and comments stay.

    Raises:
        Refused: the header has that name already, or it can't be done without touching anything else.

    """
    path = header.resolved(key)
    _by_field(header)
    place = spot(text, header, path, _values(text, header))
    if place is None:
        raise Refused(tr("there is no key “{0}”").format(_named(path)))
    if name == path[-1]:
        return NO_CHANGE
    taken = header.field((*path[:-1], name)) is not None and header.resolved((*path[:-1], name)) != path
    if not name or taken:
        reason = tr("there is a key “{0}” already").format(name) if name else tr("a key needs a name")
        raise Refused(tr("{0}; give “{1}” another name").format(reason, _named(path)), _line(text, place))
    wanted = Wanted(path, rename=name)
    return _proven(text, header, wanted, format_of(header.syntax).renamings(place, name))


def set_written(text: str, header: Header, key: str | Path, written: str) -> Edit:
    """Put other characters where a value stands: for values that only their writer understands.

    Raises:
        Refused: with these characters the front matter could not be read, or another key would change.

    """
    path = header.resolved(key)
    _by_field(header)
    place = spot(text, header, path, _values(text, header))
    field = header.field(path)
    if place is None or field is None:
        raise Refused(tr("there is no key “{0}”").format(_named(path)))
    start, end = field.value_span.start, field.value_span.end
    if text[start:end] == written:
        return NO_CHANGE
    space = " " if start == end and text[start - 1 : start] == ":" else ""
    return _proven(text, header, Wanted(path, any_value=True), [Edit(start, end, space + written)])


def put_in_quotes(text: str, header: Header, key: str | Path) -> Edit:
    """Make a value that some reader takes for a boolean, number or date the text that its characters are.

    Raises:
        Refused: it has quotes already, or is no single value.

    """
    path = header.resolved(key)
    _by_field(header)
    place = spot(text, header, path, _values(text, header))
    if place is None:
        raise Refused(tr("there is no key “{0}”").format(_named(path)))
    return _proven(text, header, Wanted(path, place.node.text), quotings(place))


# -- what is asked of the format


def _add(text: str, header: Header, path: Path, value: Value) -> Edit:
    name = path[-1]
    if header.field(path) is not None or isinstance(name, int):
        raise Refused(
            tr("“{0}” is written in a way that can't be edited by field; {1}").format(_named(path), tr(_AS_TEXT))
        )
    if not name:
        raise Refused(tr("a key needs a name"))
    if header.syntax is Syntax.NONE:
        if len(path) > 1:
            return set_value(text, header, path[:-1], {name: value})
        unseen = unseen_header(text, header.rules)
        if unseen is not None:
            raise Refused(unseen.problem, unseen.line)
        return _proven(text, header, Wanted(path, value), _new_headers(text, header, name, value))
    form = format_of(header.syntax)
    if len(path) == 1:
        return _proven(text, header, Wanted(path, value), form.additions(text, header, None, name, value))
    parent = spot(text, header, path[:-1], _values(text, header))
    if parent is None or parent.value is None:
        return set_value(text, header, path[:-1], {name: value})
    if parent.node.kind != "map":
        raise Refused(tr("“{0}” is no group of keys; {1}").format(_named(path[:-1]), tr(_AS_TEXT)), _line(text, parent))
    return _proven(text, header, Wanted(path, value), form.additions(text, header, parent, name, value))


def _new_headers(text: str, header: Header, key: str, value: Value) -> Iterator[Edit]:
    """A header in the blog's own kind, for a post that has none."""
    first_line = header.rules.new_header()
    if first_line is None:
        first_line = _FIRST_LINES.get(header.rules.generator, "---")
    kinds = {"+++": Syntax.TOML, "{": Syntax.JSON, "---json": Syntax.JSON, ";;;": Syntax.JSON, "": Syntax.PELICAN}
    return format_of(kinds.get(first_line, Syntax.YAML)).new_headers(text, first_line, key, value)


def _proven(text: str, header: Header, wanted: Wanted, edits: Iterable[Edit]) -> Edit:
    """The first edit that changes exactly what is wanted."""
    reasons = []
    for edit in edits:
        least = shrink(text, edit)
        failure = prove(text, header, least, wanted)
        if failure is None:
            return least
        reasons.append(failure)
    fallback = (
        tr("{0} front matter can't hold this value").format(header.syntax)
        if header.root
        else tr("it can't hold this value")
    )
    reason = reasons[0] if reasons else fallback
    field = header.field(wanted.path)
    if wanted.gone:
        words = tr("“{0}” can't be removed: {1}; {2}")
    else:
        words = (
            tr("“{0}” can't be renamed: {1}; {2}") if wanted.rename is not None else tr("“{0}” can't be set: {1}; {2}")
        )
    raise Refused(
        words.format(_named(wanted.path), reason, tr(_AS_TEXT)),
        field.line if field else None,
    )


def _inner_steps(place: Spot, value: Value) -> Iterator[Callable[[str, Header], Edit]]:
    """The changes inside a map, or inside the items of a list, that make it the wanted one."""
    old, path = place.value, place.path
    if isinstance(old, dict) and isinstance(value, dict) and place.node.kind == "map":
        if set(old) - set(value) and not set(old) & set(value) and value:
            return
        yield from (_unset_step((*path, key)) for key in old if key not in value)
        for key, inner in value.items():
            if not same_value(old.get(key, _NOTHING), inner):
                yield _set_step((*path, key), inner)
    elif isinstance(old, list) and isinstance(value, list) and len(old) == len(value) and place.node.kind == "list":
        changed = [
            index for index, (one, other) in enumerate(zip(old, value, strict=True)) if not same_value(one, other)
        ]
        if all(isinstance(value[index], (list, dict)) for index in changed):
            yield from (_set_step((*path, index), value[index]) for index in changed)


_NOTHING: Value = ["nothing that a key could have"]


def _set_step(path: Path, value: Value) -> Callable[[str, Header], Edit]:
    return lambda text, header: set_value(text, header, path, value)


def _unset_step(path: Path) -> Callable[[str, Header], Edit]:
    return lambda text, header: unset(text, header, path)


def _in_steps(text: str, header: Header, steps: Iterable[Callable[[str, Header], Edit]]) -> Edit | None:
    """Several edits as the one from the first text to the last; None where one of them can't be made."""
    now, seen = text, header
    for step in steps:
        try:
            edit = step(now, seen)
        except Refused:
            return None
        if edit != NO_CHANGE:
            now = apply(now, edit)
            seen = read_header(now, header.rules)
    return difference(text, now) or NO_CHANGE


# -- what the header says


def _by_field(header: Header) -> None:
    """Refuse headers that can't be edited by field."""
    if header.error is not None:
        raise Refused(tr("{0}; correct the front matter as text first").format(header.error.problem), header.error.line)
    if header.syntax is Syntax.TEXT:
        raise Refused(tr("a script's front matter can't be edited by field; {0}").format(tr(_AS_TEXT)), 1)


def _editable(header: Header, key: str | Path) -> Field | None:
    _by_field(header)
    return header.field(key)


def _named(path: Path) -> str:
    return ".".join(map(str, path))


def _values(text: str, header: Header) -> Callable[[Node], Value]:
    return Reader(text, format_of(header.syntax).scalar).value


def _line(text: str, place: Spot) -> int:
    return text.count("\n", 0, place.node.start) + 1


def _has(items: list[Value], item: Value) -> bool:
    return any(same_value(one, item) for one in items)


def _items(header: Header, field: Field | None) -> list[Value]:
    if field is None or field.type is FieldType.EMPTY:
        return []
    if isinstance(field.value, list):
        return field.value
    item = single_item(header, field)
    if item is not None:
        return [item]
    raise Refused(
        tr("“{0}” is no list: set its whole value, or edit the front matter as text").format(field.key), field.line
    )
