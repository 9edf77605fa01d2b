"""The post's head: title, date, categories, tags, author, and every other key of the front matter.

The form keeps nothing. It shows the document's header and turns each change into one edit of the document; what the
header refuses is said under the field, and the file stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from editor.header import Field, Header, Refused, Value
from editor.header.verbs import NO_CHANGE
from editor.post.values import typed
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.form.add_field import AddField
from editor.ui.form.chips import ChipsField
from editor.ui.form.row import FIELD_INSET, Row, widget_kind
from editor.ui.form.text_field import RawField, TextField
from editor.ui.theme import tokens
from editor.ui.theme.fonts import interface_families, sized
from editor.ui.theme.icons import Icons

HEAD_KEYS = ("title", "date", "categories", "tags", "author")
"""The keys that every post's head shows, also when the header does not have them yet."""

Vocabulary = Mapping[str, Mapping[str, int]]


class PostForm(QScrollArea):
    """The form of one document."""

    body_wanted = Signal()  # Enter in the last field of the head
    more_toggled = Signal(bool)

    def __init__(
        self, document: PostDocument, icons: Icons, *, more_shown: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._icons = document, icons
        self._rows: dict[str, Row] = {}
        self._words: Vocabulary = {}
        self._absent: tuple[str, object] | None = None  # a key that this visit of its field made
        self.setObjectName("formScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = sheet = QWidget(self)
        sheet.setObjectName("form")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(tokens.SPACE_24, tokens.SPACE_16, tokens.SPACE_24, 0)
        self._column.setSpacing(2)
        self._notice = QLabel(sheet)
        self._notice.setWordWrap(True)
        self._notice.setContentsMargins(FIELD_INSET, 0, FIELD_INSET, tokens.SPACE_8)
        self._notice.setVisible(False)
        self._head, self._others = QVBoxLayout(), QVBoxLayout()
        for part in (self._head, self._others):
            part.setSpacing(2)
        self._more = QToolButton(sheet)
        self._more.setObjectName("quiet")
        self._more.setCheckable(True)
        self._more.setChecked(more_shown)
        self._more.toggled.connect(self._show_more)
        self._more.toggled.connect(self.more_toggled)
        self._add = AddField(icons, sheet)
        self._add.wanted.connect(self.add_key)
        below = QHBoxLayout()
        below.addWidget(self._more)
        below.addWidget(self._add)
        below.addStretch(1)
        self._below = QWidget(sheet)
        self._below.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        rule = QFrame(sheet)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        for item in (self._head, self._others):
            self._column.addLayout(item)
        self._column.insertWidget(0, self._notice)
        self._column.addWidget(self._below)
        self._column.addSpacing(tokens.SPACE_8)
        self._column.addWidget(rule)
        self.setWidget(sheet)
        document.header_changed.connect(self.refresh)

    # -- what it shows

    def refresh(self) -> None:
        """Show the header as it is now; widgets whose key did not change stay, with their focus and caret."""
        header = self._document.header
        editable = header.by_field and not self._document.read_only
        self._say(header)
        self._below.setVisible(editable)
        keys = self._keys(header) if editable else []
        for key in [key for key in self._rows if key not in keys]:
            self._drop(key)
        for key in keys:
            self._show(key, header.field(key))
        for layout, part in ((self._head, HEAD_KEYS), (self._others, None)):
            wanted = [key for key in keys if (key in HEAD_KEYS) == (part is not None)]
            for number, key in enumerate(wanted):
                row = self._rows[key]
                if layout.indexOf(row) != number:
                    layout.insertWidget(number, row)
        self._show_more(self._more.isChecked())
        self._add.set_taken(keys)
        self.updateGeometry()

    def set_words(self, words: Vocabulary) -> None:
        """What the blog uses, to complete from."""
        self._words = words
        for row in self._rows.values():
            self._give_words(row)

    def set_column(self, left: int, width: int) -> None:
        """Line up with the text column below."""
        left = max(0, left - FIELD_INSET)
        right = max(0, self.width() - left - width - 2 * FIELD_INSET)
        margins = self._column.contentsMargins()
        if (margins.left(), margins.right()) != (left, right):
            self._column.setContentsMargins(left, tokens.SPACE_16, right, 0)

    def row(self, key: str) -> Row | None:
        """The row of a key, if it is shown."""
        return self._rows.get(key)

    @property
    def sheet(self) -> QWidget:
        """What scrolls in the form: its fields."""
        return self._sheet

    def focus(self, key: str) -> None:
        """Put the caret into a key's field."""
        row = self._rows.get(key)
        if row is not None:
            row.editor.setFocus()
            self.ensureWidgetVisible(row)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as the fields."""
        sheet = self._sheet
        width = max(200, self.viewport().width())
        by_width = self._column.totalHeightForWidth(width)
        return QSize(width, by_width if by_width > 0 else sheet.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Fields wrap anew, so the height changes."""
        super().resizeEvent(event)
        self.updateGeometry()

    # -- what it changes

    def add_key(self, key: str) -> None:
        """Add a key with an empty value and put the caret into its field; a key that is there is only focused."""
        if self._document.header.field(key) is None:
            self._more.setChecked(True)
            row_kind = widget_kind(key, None)
            empty: Value = [] if row_kind == "chips" else None if row_kind == "date" else ""
            self._change(key, lambda: self._document.post.set_value(key, empty), object())
        self.focus(key)

    def remove_key(self, key: str) -> None:
        """Remove a key."""
        self._change(key, lambda: self._document.post.unset(key), object())

    def _set(self, key: str, value: Value) -> None:
        row = self._rows[key]
        visit = row.editor.visit
        field = self._document.header.field(key)
        if field is None and value != "":
            self._absent = (key, visit)
        if value == "" and (field is None or self._absent == (key, visit)):
            self._change(key, lambda: self._document.post.unset(key), visit)
        else:
            self._change(key, lambda: self._document.post.set_value(key, value), visit)

    def _set_typed(self, key: str, text: str) -> None:
        field = self._document.header.field(key)
        if not text and field is None:
            self._rows[key].say("")
            return
        try:
            value = typed(key, field, text)
        except Refused as refusal:
            self._rows[key].say(refusal.reason)
            return
        self._set(key, value)

    def _change(self, key: str, make: object, visit: object) -> None:
        row = self._rows.get(key)
        try:
            edit: Edit = make()  # type: ignore[operator]
        except Refused as refusal:
            if row is not None:
                row.say(str(refusal))
            self._show(key, self._document.header.field(key)) if row is not None else None
            return
        if row is not None:
            row.say("")
        if edit != NO_CHANGE:
            self._document.apply(edit, visit)

    # -- rows

    def _keys(self, header: Header) -> list[str]:
        own = dict.fromkeys(field.key for field in header.fields)
        return [*HEAD_KEYS, *(key for key in own if key not in HEAD_KEYS)]

    def _show(self, key: str, field: Field | None) -> None:
        kind = widget_kind(key, field)
        row = self._rows.get(key)
        if row is None or row.kind != kind:
            had_focus = row is not None and row.isAncestorOf(self.focusWidget() or self)
            if row is not None:
                self._drop(key)
            row = self._make(key, kind)
            if had_focus:
                row.editor.setFocus()
        if isinstance(row.editor, RawField):
            row.editor.show_raw(field.value_span.of(self._document.post.text) if field is not None else "")
        row.editor.show_field(field)
        row.set_removable(field is not None and key != "title")

    def _make(self, key: str, kind: str) -> Row:
        label = "" if key == "title" else _LABELS.get(key, key)
        row = Row(key, kind, label, self._icons, removable=False, parent=self._sheet)
        if key == "title" and isinstance(row.editor, TextField):
            row.editor.set_font(sized(interface_families(), tokens.TYPE_28, bold=True))
            row.editor.set_placeholder(self.tr("Title"))
        elif key == "author" and isinstance(row.editor, TextField):
            row.editor.set_placeholder(self.tr("+ author"))
        row.editor.edited.connect(lambda value: self._set(key, value))
        row.editor.typed.connect(lambda text: self._set_typed(key, text))
        row.editor.left.connect(lambda: row.say(""))
        row.editor.next_wanted.connect(lambda: self._go_on(key))
        row.remove_wanted.connect(lambda: self.remove_key(key))
        self._rows[key] = row
        self._give_words(row)
        row.setVisible(key in HEAD_KEYS or self._more.isChecked())
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        for layout in (self._head, self._others):
            layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _give_words(self, row: Row) -> None:
        if isinstance(row.editor, ChipsField):
            row.editor.set_words(self._words.get(row.key, {}))

    def _go_on(self, key: str) -> None:
        """Enter: to the next field of the head, after the last one to the text."""
        index = HEAD_KEYS.index(key) if key in HEAD_KEYS else len(HEAD_KEYS)
        if index + 1 < len(HEAD_KEYS):
            self.focus(HEAD_KEYS[index + 1])
        else:
            self.body_wanted.emit()

    def _show_more(self, shown: bool) -> None:
        others = [row for key, row in self._rows.items() if key not in HEAD_KEYS]
        for row in others:
            row.setVisible(shown)
        arrow = "▾" if shown else "▸"
        count = len(others)
        words = self.tr("1 more field") if count == 1 else self.tr("{0} more fields").format(count)
        self._more.setText(f"{arrow} {words}")
        self._more.setVisible(bool(others))
        self.updateGeometry()

    def _say(self, header: Header) -> None:
        if self._document.read_only:
            text = ""
        elif header.error is not None:
            text = self.tr(
                "The front matter can't be read. Line {0}, column {1}: {2}. It is shown as text below; once it is "
                "corrected there, the form comes back."
            ).format(header.error.line, header.error.column, header.error.problem)
        elif not header.by_field:
            text = self.tr("This post has {0} front matter. It is shown as text below and can be edited there.").format(
                header.kind.upper()
            )
        else:
            text = ""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))


_LABELS = {"date": "Date", "categories": "Categories", "tags": "Tags", "author": "Author"}
