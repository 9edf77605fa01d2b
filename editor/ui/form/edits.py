"""What a user does in a field becomes one edit of the document; what the header refuses stays in the field as unsaved.

The open post keeps the refused text with the reason (`FieldText`); the field shows both.
"""

from __future__ import annotations

from collections.abc import Callable

from editor.header import FieldType, Header, Path, Refused, Syntax, Value
from editor.header.key_kinds import neutral_boolean
from editor.header.verbs import NO_CHANGE
from editor.language import tr
from editor.post.field_texts import NAME, NEW_KEY, FieldText
from editor.post.values import known_kind, shown, typed
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.form.row import Row, widget_kind
from editor.ui.form.text_field import RawField, trimmed


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
            return 0
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
            show_again: shows a key's value or its unsaved text.

        """
        self._document, self._row_of, self._show_again = document, row_of, show_again
        self._absent: tuple[Path, object] | None = None  # a key that this visit of its field made
        self._only_explaining = False

    def add(self, path: Path) -> bool:
        """Add a key with an empty value of its type; False when it is refused, and its name stays to be corrected."""
        post = self._document.post
        try:
            edit = post.set_value(path, empty_value(path, post.header))
        except Refused as refusal:
            self._keep(FieldText((*path[:-1], NEW_KEY), str(path[-1]), refusal.reason, NAME))
            return False
        self._document.apply(edit, object(), field=(*path[:-1], NEW_KEY))
        return True

    def remove(self, path: Path) -> None:
        """Remove a key, and what is typed for it."""
        self._change(path, lambda: self._document.post.unset(path), object())

    def set(self, row: Row, value: Value) -> None:
        """Give a row's key a value. A key that came with the first letter goes with the last one."""
        path, visit = row.path, row.editor.visit
        post, field = self._document.post, self._document.header.field(path)
        if isinstance(value, str) and value and len(path) == 1 and row.kind in ("text", "long"):
            text = value
            try:  # "true" for `draft` is no text
                value = typed(str(path[-1]), field, text, post.header.rules, post.header.syntax)
            except Refused as refusal:
                self._refuse(row, text, refusal.reason)
                return
        if field is None and value != "":
            self._absent = (path, visit)
        typed_text = row.editor.text_of(value)
        if value == "" and (field is None or self._absent == (path, visit)):
            self._change(path, lambda: post.unset(path), visit, typed_text)
        else:
            self._change(path, lambda: post.set_value(path, value), visit, typed_text)

    def set_typed(self, row: Row, text: str) -> None:
        """Give a row's key what was typed, as a value of its type."""
        path, field = row.path, self._document.header.field(row.path)
        if isinstance(row.editor, RawField):
            written = trimmed(text)
            self._change(path, lambda: self._document.post.set_written(path, written), row.editor.visit, text)
            return
        if text == (shown(field.value) if field is not None else ""):
            self._settle(path)
            return
        try:
            header = self._document.header
            value = typed(str(path[-1]), field, text, header.rules, header.syntax)
        except Refused as refusal:
            self._refuse(row, text, refusal.reason)
            return
        self._change(path, lambda: self._document.post.set_value(path, value), row.editor.visit, text)

    def begin(self, path: Path, text: str, kind: str) -> None:
        """Keep text that is still being typed (an item of a list, the name of a key); "" when it is gone again."""
        if text:
            self._keep(FieldText(path, text, "", kind))
        else:
            self._settle(path)

    def revert(self, row: Row) -> None:
        """Show what the post has in place of unsaved text."""
        self._document.drop_field_text(row.path)
        row.editor.start_afresh()
        row.editor.start_visit()
        self._show_again(row.path)

    def commit(self) -> None:
        """Try again to put the texts of fields into the post: it is about to be saved."""
        for one in self._document.field_texts:
            row = self._row_of(one.path)
            field = self._document.header.field(one.path)
            if one.kind == NAME:
                self._keep(FieldText(one.path, one.text, self._reason_of_name(one), NAME))
            elif row is not None and widget_kind(one.path, field, self._document.header.rules) == one.kind:
                row.editor.commit()
            elif not one.reason:
                reason = tr("this key has another kind of value now; press Escape to see it")
                self._keep(FieldText(one.path, one.text, reason, one.kind))

    def explain(self) -> None:
        """Say again why texts are refused, in the language that is spoken now."""
        self._only_explaining = True
        try:
            for one in self._document.field_texts:
                row = self._row_of(one.path)
                if one.reason and one.kind == NAME:
                    self._keep(FieldText(one.path, one.text, self._reason_of_name(one), NAME))
                elif one.reason and row is not None and row.kind == one.kind:
                    row.editor.commit()
        finally:
            self._only_explaining = False

    # -- parts

    def _reason_of_name(self, name: FieldText) -> str:
        try:
            self._document.post.set_value((*name.path[:-1], name.text), "")
        except Refused as refusal:
            return refusal.reason
        return tr("press Enter to add it, or Escape to drop it")

    def _change(self, path: Path, make: Callable[[], Edit], visit: object, text: str | None = None) -> None:
        """Apply an edit; where it is refused, keep `text`, which was typed for it (None: nothing was)."""
        row = self._row_of(path)
        try:
            edit = make()
        except Refused as refusal:
            if row is not None and text is not None:
                self._refuse(row, text, refusal.reason)
            elif row is not None:
                self._show_again(path)
                row.say(refusal.reason)
            return
        if self._only_explaining:
            return
        if edit != NO_CHANGE:
            self._document.apply(edit, visit, field=path)
        self._settle(path)

    def _refuse(self, row: Row, text: str, reason: str) -> None:
        """Keep text as unsaved. What stood in the post while it was typed ("12" of "12,5") goes from there."""
        self._document.put_field_text(FieldText(row.path, text, reason, row.kind))
        if self._document.is_last_step(row.editor.visit):
            self._document.undo()
        self._show_again(row.path)

    def _keep(self, text: FieldText) -> None:
        self._document.put_field_text(text)
        self._show_again(text.path)

    def _settle(self, path: Path) -> None:
        """The post has what the field shows."""
        self._document.drop_field_text(path)
        self._show_again(path)
