"""The proof of an edit: the header is read again, and nothing but the wanted key may have changed.

Two readers look: our own, which sees types, order and spelling-independent values, and another program's
(python-frontmatter for YAML, Python's own for TOML and JSON).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from editor.header.formats import format_of
from editor.header.model import DateText, Header, HeaderError, HeaderKind, Path, Syntax, Value
from editor.header.near import Near, near_items, neighbourhood
from editor.header.nodes import Node
from editor.header.read import read_header
from editor.header.spots import key_name
from editor.header.values import Reader, canonical_scalar, same_value
from editor.header.yaml_format import independent
from editor.language import tr
from editor.text.edit import Edit, apply
from editor.text.white_space import ASCII_SPACE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an edit is to do: give the value at `path` a `value`, take it away (`gone`), or `rename` its key.

    `any_value` takes whatever the key then has: the writer typed its characters. `index` is the position of the one
    key meant among repeated ones; None for the one that counts, or all to go.
    """

    path: Path
    value: Value = None
    gone: bool = False
    rename: str | None = None
    index: int | None = None
    any_value: bool = False


def prove(text: str, header: Header, edit: Edit, wanted: Wanted) -> str | None:
    """None when the edit does what is wanted and changes nothing else; else the reason."""
    if edit.end > header.span.end:
        return tr("the change reaches into the body")
    items = _near_items(text, header, edit, wanted)
    if items is not None:
        return None if items else tr("the value would be read as something else")
    near = neighbourhood(text, header, edit, wanted.path)
    if near is not None:
        return _prove_near(near, wanted)
    # a fence closes the header whatever follows; without one, the lines after it decide where it ends
    scope = header.span.end if header.kind in (HeaderKind.YAML, HeaderKind.TOML) else len(text)
    before = text[:scope]
    after = apply(before, edit)
    found = read_header(after, header.rules)
    if found.error is not None:
        return found.error.problem
    moved = found.span.end != header.span.end + edit.growth
    emptied = (
        wanted.gone and found.kind is HeaderKind.NONE and not after[: header.span.end + edit.growth].strip(ASCII_SPACE)
    )
    if header.kind is HeaderKind.NONE:
        moved = (
            bool(after[found.span.end : len(after) - len(before)].strip(ASCII_SPACE)) or found.kind is HeaderKind.NONE
        )
    if (moved or (found.syntax is not header.syntax and header.syntax is not Syntax.NONE)) and not emptied:
        return tr("the end of the front matter would move")
    try:
        comparison = _Comparison(before, header.root, after, found.root, header.syntax, found.syntax)
        return comparison.differs(wanted) or _witness_differs(before, header, after, found, wanted)
    except HeaderError as error:
        return error.problem


def _near_items(text: str, header: Header, edit: Edit, wanted: Wanted) -> bool | None:
    """Whether an edit inside a long list makes it the wanted one; None for all other edits."""
    field = header.field(wanted.path)
    if field is None or field.node is None or not isinstance(field.value, list) or not isinstance(wanted.value, list):
        return None
    near = near_items(text, header, edit, field.node)
    if near is None or wanted.gone or wanted.rename is not None:
        return None
    behind = len(wanted.value) - near.behind
    same = same_value(wanted.value[: near.before], field.value[: near.before])
    same = same and same_value(wanted.value[behind:], field.value[len(field.value) - near.behind :])
    if near.after is None or not same or behind < near.before:
        return False
    found = Reader(near.written, format_of(header.syntax).scalar).canonical(near.after)
    return means(found, wanted.value[near.before : behind])


def _prove_near(near: Near, wanted: Wanted) -> str | None:
    """The same for the lines around an edit of a long header; the others can't change, see `near`."""
    if near.after is None:
        return tr("these lines would be read otherwise among the others")
    try:
        comparison = _Comparison(near.text, near.old, near.written, near.after, Syntax.YAML, Syntax.YAML)
        reason = comparison.differs(wanted)
    except HeaderError as error:
        return error.problem
    if reason is not None:
        return reason
    said = independent(near.written)
    names = [key_name(key) for key, _ in near.after.pairs]
    return None if said is None or list(map(str, said)) == names else tr("another key would change")


class _Comparison:
    """The trees before and after."""

    def __init__(
        self, before: str, old: Node | None, after: str, new: Node | None, was: Syntax, syntax: Syntax
    ) -> None:
        self._old = Reader(before, format_of(was).scalar)
        self._new = Reader(after, format_of(syntax).scalar)
        self._roots = old, new
        self._before, self._after = before, after
        self._first = was is Syntax.PELICAN

    def differs(self, wanted: Wanted) -> str | None:
        return self._maps_differ(*self._roots, wanted.path, wanted)

    def _maps_differ(self, old: Node | None, new: Node | None, path: Path, wanted: Wanted) -> str | None:
        name = path[0]
        if isinstance(name, int):
            return self._lists_differ(old, new, path, wanted)
        before, after = self._entries(old, self._old), self._entries(new, self._new)
        places = [index for index, (key, _, _) in enumerate(before) if key == name]
        if len(path) == 1 and wanted.gone:
            gone = places if wanted.index is None else [wanted.index]
            rest = [entry for index, entry in enumerate(before) if index not in gone]
            return None if _same(rest, after) else tr("another key would change")
        if not places:
            return self._added(before, after, name, wanted.value, path)
        place = places[0 if self._first else -1] if wanted.index is None or len(path) > 1 else wanted.index
        others = _same(before[:place] + before[place + 1 :], after[:place] + after[place + 1 :])
        if len(before) != len(after) or not others:
            return tr("another key would change")
        key, value, node = after[place]
        if key != (wanted.rename if wanted.rename is not None and len(path) == 1 else name):
            return tr("the key would be read differently")
        if len(path) > 1:
            return self._maps_differ(before[place][2], node, path[1:], wanted)
        if wanted.rename is not None:
            return None if self._same_characters(before[place], after[place]) else tr("the value would change")
        return (
            None if wanted.any_value or means(value, wanted.value) else tr("the value would be read as something else")
        )

    def _same_characters(self, old: _Entry, new: _Entry) -> bool:
        """Whether a value is the same; to Pelican, where a key's name decides what it is, whether it is written so."""
        if not self._first:
            return old[1] == new[1]
        was, now = old[2], new[2]
        return self._before[was.start : was.end] == self._after[now.start : now.end]

    def _added(self, before: list[_Entry], after: list[_Entry], name: str, value: Value, path: Path) -> str | None:
        place = next((index for index, (key, _, _) in enumerate(after) if key == name), None)
        if place is None or len(path) > 1:
            return tr("the key would be read differently")
        if not means(after[place][1], value):
            return tr("the value would be read as something else")
        return None if _same(before, after[:place] + after[place + 1 :]) else tr("another key would change")

    def _lists_differ(self, old: Node | None, new: Node | None, path: Path, wanted: Wanted) -> str | None:
        index = path[0]
        if old is None or new is None or len(old.items) != len(new.items) or not isinstance(index, int):
            return tr("another item would change")
        for position, (before, after) in enumerate(zip(old.items, new.items, strict=True)):
            if position != index and self._old.canonical(before) != self._new.canonical(after):
                return tr("another item would change")
        if len(path) > 1:
            return self._maps_differ(old.items[index], new.items[index], path[1:], wanted)
        found = self._new.canonical(new.items[index])
        return (
            None if wanted.any_value or means(found, wanted.value) else tr("the value would be read as something else")
        )

    @staticmethod
    def _entries(node: Node | None, reader: Reader) -> list[_Entry]:
        if node is None or node.kind != "map":
            return []
        return [
            (key_name(key) or repr(reader.canonical(key)), reader.canonical(value), value) for key, value in node.pairs
        ]


_Entry = tuple[str, Hashable, Node]


def _same(before: list[_Entry], after: list[_Entry]) -> bool:
    return [entry[:2] for entry in before] == [entry[:2] for entry in after]


def _witness_differs(before: str, header: Header, after: str, found: Header, wanted: Wanted) -> str | None:
    """What the other program says of the keys that were not meant to change."""
    form = format_of(header.syntax if header.syntax is not Syntax.NONE else found.syntax)
    said = form.witness(before, header)
    if said is None:
        return None
    says = form.witness(after, found) or {}
    keys = {str(wanted.path[0]), wanted.rename}
    others = {name: value for name, value in said.items() if str(name) not in keys}
    if repr(others) != repr({name: value for name, value in says.items() if str(name) not in keys}):
        return tr("another key would change")
    return None


def means(found: Hashable, wanted: Value) -> bool:
    """Whether a canonical value is what was asked for."""
    match wanted:
        case DateText():
            return found in (("timestamp", wanted.text), ("str", wanted.text))
        case list():
            return (
                isinstance(found, tuple)
                and found[0] == "list"
                and len(found) == len(wanted) + 2
                and all(means(item, value) for item, value in zip(found[2:], wanted, strict=True))
            )
        case dict():
            if not (isinstance(found, tuple) and found[0] == "map" and len(found) == len(wanted) + 2):
                return not wanted and found == canonical_scalar("null", None)
            return all(
                key[1:] == (name,) and means(item, value)
                for (key, item), (name, value) in zip(found[2:], wanted.items(), strict=True)
            )
        case bool():
            return found == canonical_scalar("bool", wanted)
        case int() | float():
            tag = "int" if isinstance(wanted, int) else "float"
            return found == canonical_scalar(tag, wanted)
        case None:
            return found == canonical_scalar("null", None)
        case _:
            return found in (canonical_scalar("str", wanted), canonical_scalar("time", wanted))
