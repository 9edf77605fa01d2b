"""The changes that a command line asks for: `KEY=TEXT`, `KEY:=JSON`, `--add`, `--remove`, `--unset`, `--rename`.

`set` and `new` read and make them with the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from editor.header import Field, FieldType, Path, Refused, Rules, Value
from editor.header.key_kinds import documented_kind
from editor.header.key_path import find_path, parse_path, split_path, written_path
from editor.header.verbs import NO_CHANGE
from editor.language import tr
from editor.post.post import Post
from editor.post.values import from_json, shown, typed, typed_item
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about a change that had nothing to do. `failed`: what was asked for is not there."""

    text: str
    failed: bool


Change = Callable[[Post], Note | None]
"""Makes one change of a post. Raises `Refused`, and then the post is as it was."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """`KEY=TEXT` or `KEY:=JSON`."""

    path: Path
    text: str
    is_json: bool = False

    @classmethod
    def parse(cls, text: str) -> Assignment:
        """Read an assignment from the command line.

        Raises:
            ValueError: it is none.

        """
        path, rest = split_path(text)
        if not rest:
            raise ValueError(tr("“{0}” is no KEY=TEXT").format(text))
        is_json = rest.startswith(":=")
        return cls(path, rest[2:] if is_json else rest[1:], is_json)

    @property
    def key(self) -> str:
        """The last name of the path."""
        return next((name for name in reversed(self.path) if isinstance(name, str)), "")

    def value(self, field: Field | None, post: Post, path: Path) -> Value:
        """Return the value for the key at a path of the post. Raises `Refused`."""
        if self.is_json:
            return from_json(self.key, field, self.text)
        header = post.header
        rules = _rules_inside(header.rules, path) if len(path) > 1 else header.rules
        if field is None or isinstance(path[-1], str):
            return typed(self.key, field, self.text, rules, header.syntax)
        try:
            return typed("", field, self.text, rules, header.syntax)
        except Refused:  # an item of a list, whose items need not be of one type
            if field.type in _SINGLE:
                return self.text
            raise


def setting(assignment: Assignment) -> Change:
    """Return the change that gives a key a value."""

    def change(post: Post) -> Note | None:
        path = _place(post, assignment.path)
        _apply(post, post.set_value(path, assignment.value(post.header.field(path), post, path)))
        return None

    return change


def adding(assignment: Assignment) -> Change:
    """Return the change that adds an item to a list; a list that has it is left as it is, with a note."""

    def change(post: Post) -> Note | None:
        path = _place(post, assignment.path)
        field = post.header.field(path)
        documented = documented_kind(post.header.rules.generator, assignment.key) if len(path) == 1 else None
        if field is None and documented not in (None, FieldType.LIST):
            raise Refused(tr("“{0}” holds a single value: it can’t become a list").format(written_path(path)))
        if assignment.is_json:
            items = [from_json(assignment.key, None, assignment.text)]
        else:
            items = list(typed_item(field, assignment.text))
        if _apply(post, post.add_item(path, items[0])):
            return None
        return Note(tr("“{0}” has the item “{1}” already").format(written_path(path), shown(items[0])), failed=False)

    return change


def removing(assignment: Assignment) -> Change:
    """Return the change that takes an item out of a list, however it is written there (2024 or "2024")."""

    def change(post: Post) -> Note | None:
        path = _place(post, assignment.path)
        field = post.header.field(path)
        if assignment.is_json:
            items = [from_json(assignment.key, None, assignment.text)]
        else:
            items = list(typed_item(field, assignment.text))
        changed = [_apply(post, post.remove_item(path, item)) for item in items if post.header.field(path) is not None]
        if any(changed):
            return None
        return Note(tr("“{0}” has no item “{1}”").format(written_path(path), shown(items[0])), failed=True)

    return change


def unsetting(path: Path) -> Change:
    """Return the change that removes a key, or an item of a list."""

    def change(post: Post) -> Note | None:
        found = find_path(post.header, path)
        field = post.header.field(found)
        if field is None:
            return Note(tr("has no key “{0}”").format(written_path(path)), failed=True)
        above = post.header.field(found[:-1]) if len(found) > 1 else None
        if isinstance(found[-1], int) and above is not None and isinstance(above.value, list):
            left = [item for index, item in enumerate(above.value) if index != found[-1]]
            _apply(post, post.set_value(found[:-1], left))
        else:
            _apply(post, post.unset(found))
        return None

    return change


def renaming(old: Path, new: Path) -> Change:
    """Return the change that gives a key another name, at the place where it is."""

    def change(post: Post) -> Note | None:
        path = find_path(post.header, old)
        name = new[-1]
        if not isinstance(name, str) or (len(new) > 1 and new[:-1] != old[:-1]):
            raise Refused(tr("a key can’t move into another one: give only its new name"))
        _apply(post, post.rename(path, name))
        return None

    return change


def parse_renaming(text: str) -> Change:
    """Read `OLD=NEW`. Raises ValueError where it is none."""
    old, rest = split_path(text)
    if not rest.startswith("="):
        raise ValueError(tr("“{0}” is no OLD=NEW").format(text))
    return renaming(old, parse_path(rest[1:]))


def make(post: Post, changes: Iterable[Change]) -> list[Note]:
    """Make changes of a post, in their order; return what there is to tell. Raises `Refused`."""
    return [note for change in changes if (note := change(post)) is not None]


def _apply(post: Post, edit: Edit) -> bool:
    if edit == NO_CHANGE:
        return False
    post.apply(edit)
    return True


def _place(post: Post, path: Path) -> Path:
    """The place of a key that is to change. Raises `Refused`."""
    found = find_path(post.header, path)
    read_at = post.header.rules.place_of(found)
    if read_at != found:
        raise Refused(
            tr("{0} reads “{1}” as {2} only, and takes no notice of this one: move it there as text first").format(
                post.header.rules.generator, written_path(found), written_path(read_at)
            )
        )
    return found


def _rules_inside(rules: Rules, path: Path) -> Rules:
    """The rules for a key inside of another: the blog's posts are asked about that place."""
    return replace(rules, kind=lambda _: rules.kind(path), date_like=lambda _: rules.date_like(path))


_SINGLE: Final = frozenset({FieldType.TEXT, FieldType.NUMBER, FieldType.BOOLEAN, FieldType.DATE})
