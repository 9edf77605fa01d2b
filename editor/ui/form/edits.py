"""What a writer does in a field becomes one edit of the document; what the header refuses is said under the field."""

from __future__ import annotations

from collections.abc import Callable

from editor.header import FieldType, Header, Path, Refused, Syntax, Value
from editor.header.key_kinds import neutral_boolean
from editor.header.verbs import NO_CHANGE
from editor.post.values import known_kind, typed
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.form.row import Row
from editor.ui.form.text_field import RawField


def empty_value(path: Path, header: Header) -> Value:
    """Return what a key that is added holds at first: what says the same as no key, where there is such a value."""
    key, rules = str(path[-1]), header.rules
    kind = known_kind(key, rules) if len(path) == 1 else FieldType.TEXT
    match kind:
        case FieldType.BOOLEAN:
            return neutral_boolean(key)
        case FieldType.LIST:
            return []
        case FieldType.NUMBER:
            return 0 if header.syntax in (Syntax.TOML, Syntax.JSON) else None
        case FieldType.DATE:
            return "" if header.syntax is Syntax.TOML else None
    return ""


class FieldEdits:
    """The edits of one form."""

    def __init__(
        self, document: PostDocument, row_of: Callable[[Path], Row | None], show_again: Callable[[Path], None]
    ) -> None:
        """Edit a document.

        Args:
            row_of: the row of a key, if there is one.
            show_again: show a key's value as it is: what was typed is refused.

        """
        self._document, self._row_of, self._show_again = document, row_of, show_again
        self._absent: tuple[Path, object] | None = None  # a key that this visit of its field made

    def add(self, path: Path) -> None:
        """Add a key with an empty value of its type."""
        post = self._document.post
        self._change(path, lambda: post.set_value(path, empty_value(path, post.header)), object())

    def remove(self, path: Path) -> None:
        """Remove a key."""
        self._change(path, lambda: self._document.post.unset(path), object())

    def set(self, row: Row, value: Value) -> None:
        """Give a row's key a value. A key that came with the first letter goes with the last one."""
        path, visit = row.path, row.editor.visit
        post, field = self._document.post, self._document.header.field(path)
        if field is None and value != "":
            self._absent = (path, visit)
        if value == "" and (field is None or self._absent == (path, visit)):
            self._change(path, lambda: post.unset(path), visit)
        else:
            self._change(path, lambda: post.set_value(path, value), visit)

    def set_typed(self, row: Row, text: str) -> None:
        """Give a row's key what was typed, as a value of its type."""
        path, field = row.path, self._document.header.field(row.path)
        if isinstance(row.editor, RawField):
            self._change(path, lambda: self._document.post.set_written(path, text), row.editor.visit)
            return
        if not text and field is None:
            row.say("")
            return
        try:
            header = self._document.header
            value = typed(str(path[-1]), field, text, header.rules, header.syntax)
        except Refused as refusal:
            row.say(refusal.reason)
            return
        self.set(row, value)

    def _change(self, path: Path, make: Callable[[], Edit], visit: object) -> None:
        row = self._row_of(path)
        try:
            edit = make()
        except Refused as refusal:
            if row is not None:
                row.say(str(refusal))
                self._show_again(path)
            return
        if row is not None:
            row.say("")
        if edit != NO_CHANGE:
            self._document.apply(edit, visit)
