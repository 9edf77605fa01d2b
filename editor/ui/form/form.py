"""The post's head: title, date, categories, tags, author, and every other key of the front matter.

The form keeps nothing: it shows the document's header and the texts of fields that the post does not have, and
`FieldEdits` turns what is done in a field into edits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from editor.check.problem import Problem, Severity
from editor.header import Field, Header, Path
from editor.language import tr
from editor.post.field_texts import NAME, NEW_KEY
from editor.ui.document import PostDocument
from editor.ui.form.add_field import AddField
from editor.ui.form.chips import ChipsField
from editor.ui.form.date_field import DateField
from editor.ui.form.edits import FieldEdits
from editor.ui.form.group import GroupField
from editor.ui.form.head import HEAD_KEYS, head_keys, label_of
from editor.ui.form.key_names import KeyNames
from editor.ui.form.notices import Notices
from editor.ui.form.places import places
from editor.ui.form.row import FIELD_INSET, KINDS, Row, Switch, widget_kind
from editor.ui.form.text_field import RawField, TextField
from editor.ui.plain_text import Label
from editor.ui.theme import tokens
from editor.ui.theme.fonts import interface
from editor.ui.theme.icons import Icons

Vocabulary = Mapping[str, Mapping[str, int]]


class PostForm(QScrollArea):
    """The form of one document."""

    body_wanted = Signal()  # Enter in the last field of the head
    more_toggled = Signal(bool)
    fix_wanted = Signal(object)  # Problem

    def __init__(
        self, document: PostDocument, icons: Icons, *, more_shown: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._icons = document, icons
        self._rows: dict[Path, Row] = {}
        self._words: Vocabulary = {}
        self._edits = FieldEdits(document, self.row, self._show_again)
        self._zone: tzinfo | None = None
        self._told: frozenset[tuple[str, str]] = frozenset()
        self._head_keys: tuple[str, ...] = HEAD_KEYS
        self._held: int | None = None  # a height that is kept while nothing is shown yet
        self.setObjectName("formScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = sheet = QWidget(self)
        sheet.setObjectName("form")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(tokens.SPACE_24, tokens.SPACE_16, tokens.SPACE_24, 0)
        self._column.setSpacing(2)
        self._notice = Label("", sheet)
        self._notice.setWordWrap(True)
        self._notice.setContentsMargins(FIELD_INSET, 0, FIELD_INSET, tokens.SPACE_8)
        self._notice.setVisible(False)
        self._general = Notices(sheet)
        self._general.fix_wanted.connect(self.fix_wanted)
        self._head, self._others = QVBoxLayout(), QVBoxLayout()
        for part in (self._head, self._others):
            part.setSpacing(2)
            self._column.addLayout(part)
        self._more = QToolButton(sheet)
        self._more.setObjectName("quiet")
        self._more.setCheckable(True)
        self._more.setChecked(more_shown)
        self._more.toggled.connect(self._show_more)
        self._more.toggled.connect(self.more_toggled)
        self._add = AddField(icons, sheet)
        self._names = KeyNames(document, self._edits, self.add_key)
        self._names.join((), self._add)
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
        self._column.insertWidget(0, self._notice)
        self._column.insertWidget(1, self._general)
        self._column.addWidget(self._below)
        self._column.addSpacing(tokens.SPACE_8)
        self._column.addWidget(rule)
        self.setWidget(sheet)
        document.opened.connect(self._start_afresh)
        document.reloaded.connect(self._start_afresh)
        document.header_changed.connect(self.refresh)
        document.field_text_changed.connect(self._follow_unsaved)

    # -- what it shows

    def hold(self, height: int) -> None:
        """Keep a height and show nothing yet: at the start of the program the text comes first."""
        self._held = height

    def release(self) -> None:
        """Show the fields."""
        if self._held is not None:
            self._held = None
            self.refresh()

    def refresh(self) -> None:
        """Show the header as it is now; widgets whose key did not change stay, with their focus and caret."""
        if self._held is not None:
            return
        header = self._document.header
        self._head_keys = head_keys(header)
        editable = header.by_field and not self._document.read_only
        self._below.setVisible(editable)
        shown, left_out = places(header, read_only=self._document.read_only)
        self._say(header, left_out)
        if not self._document.read_only:
            known = {path for path, _ in shown}
            unsaved = [one.path for one in self._document.field_texts if one.kind != NAME and one.path not in known]
            shown += [(path, header.field(path)) for path in unsaved]
        paths = [path for path, _ in shown]
        for path in [path for path in self._rows if path not in paths]:
            self._drop(path)
        for path, field in shown:
            self._show(path, field)
            self._rows[path].setEnabled(editable or self._document.field_texts.get(path) is not None)
        for layout, part in ((self._head, True), (self._others, False)):
            wanted = [path for path in paths if (path[0] in self._head_keys) == part]
            for number, path in enumerate(wanted):
                row = self._rows[path]
                if layout.indexOf(row) != number:
                    layout.insertWidget(number, row)
        self._show_more(self._more.isChecked())
        self._add.set_taken([str(path[0]) for path in paths])
        self._names.show(())
        self.updateGeometry()

    def retell(self) -> None:
        """Make the fields again, in the language that is spoken now."""
        for path in [*self._rows]:
            self._drop(path)
        self.refresh()
        self._edits.explain()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong under the fields it is about, the rest above them."""
        keys = {path[0] for path in self._rows if len(path) == 1}
        for path, row in self._rows.items():
            row.notices.show_problems([one for one in problems if len(path) == 1 and one.key == path[0]])
        general = [one for one in problems if one.key not in keys]
        if self._document.header.error is not None:  # what is wrong is said above
            mend = self.tr("This would mend it:")
            general = [replace(one, message=mend, severity=Severity.HINT) for one in general if one.fix is not None]
        self._general.show_problems(general)
        told = frozenset((one.code, one.key) for one in problems if one.key and one.key not in self._head_keys)
        if told - self._told:  # a writer who folds them again has seen it
            self._more.setChecked(True)
        self._told = told
        self.updateGeometry()

    def set_zone(self, zone: tzinfo | None) -> None:
        """The blog's time zone, for “now”."""
        self._zone = zone
        for row in self._rows.values():
            if isinstance(row.editor, DateField):
                row.editor.set_zone(zone)

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

    def row(self, key: str | Path) -> Row | None:
        """The row of a key, if it is shown."""
        return self._rows.get(_path(key))

    @property
    def sheet(self) -> QWidget:
        """What scrolls in the form: its fields."""
        return self._sheet

    def focus(self, key: str | Path) -> None:
        """Put the caret into a key's field."""
        if (row := self._rows.get(_path(key))) is not None:
            row.editor.setFocus()
            self.ensureWidgetVisible(row)

    def show_unsaved(self, path: Path) -> None:
        """Bring a field whose text the post does not have into view, with the reason, and put the caret into it."""
        self._more.setChecked(self._more.isChecked() or path[0] not in (*self._head_keys, NEW_KEY))
        row, name = self._rows.get(path), self._names.line(path[:-1])
        if path[-1] == NEW_KEY and name is not None:
            name.line.setFocus()
            self._reveal(name)
        elif row is not None:
            row.editor.setFocus()
            self._reveal(row)
            QTimer.singleShot(0, row, lambda: self._reveal(row))  # once the layout has room for the reason

    def focused(self) -> Path | None:
        """The key whose field has the focus; None for none."""
        widget = self.focusWidget()
        there = widget is not None and widget.hasFocus()
        return next((path for path, row in self._rows.items() if there and row.isAncestorOf(widget)), None)

    def do_remove_field(self) -> None:
        """Remove the key whose field has the focus."""
        path = self.focused()
        if path is not None and self._document.header.field(path) is not None:
            self.remove_key(path)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as the fields."""
        width = max(200, self.viewport().width())
        if self._held is not None:
            return QSize(width, self._held)
        by_width = self._column.totalHeightForWidth(width)
        return QSize(width, by_width if by_width > 0 else self._sheet.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Fields wrap anew, so the height changes."""
        super().resizeEvent(event)
        self.updateGeometry()

    # -- what it changes

    def add_key(self, key: str | Path) -> None:
        """Add a key with an empty value and put the caret into its field; a key that is there is only focused."""
        path = _path(key)
        if self._document.header.field(path) is None:
            self._more.setChecked(True)
            if not self._edits.add(path):
                return
        else:
            self._edits.begin((*path[:-1], NEW_KEY), "", NAME)
        self.focus(path)

    def remove_key(self, key: str | Path) -> None:
        """Remove a key."""
        self._edits.remove(_path(key))

    def commit(self) -> None:
        """Put texts of fields into the post where it takes them: it is about to be saved."""
        self._edits.commit()

    def end_composition(self) -> None:
        """Make what an input method is composing in a field a part of its text."""
        for row in self._rows.values():
            row.editor.end_composition()

    # -- rows

    def _reveal(self, part: QWidget) -> None:
        for one in (part, *part.findChildren(QLabel, "problem")):
            self.ensureWidgetVisible(one, 0, tokens.SPACE_8)

    def _start_afresh(self) -> None:
        """Show the post's values: it is another one, or its file was read again. Unsaved text of its own stays."""
        for path, row in self._rows.items():
            if self._document.field_texts.get(path) is None:
                row.editor.start_afresh()

    def _follow_unsaved(self, path: Path) -> None:
        if path in self._rows or path[-1] == NEW_KEY:
            self._show_again(path)
        else:
            self.refresh()

    def _show_again(self, path: Path) -> None:
        if path[-1] == NEW_KEY:
            self._names.show(path[:-1])
        elif path in self._rows:
            self._show(path, self._document.header.field(path))

    def _show(self, path: Path, field: Field | None) -> None:
        unsaved, header = self._document.field_texts.get(path), self._document.header
        kind = unsaved.kind if unsaved is not None and unsaved.kind in KINDS else widget_kind(path, field, header.rules)
        row = self._rows.get(path)
        has_focus = row is not None and row.isAncestorOf(self.focusWidget() or self)
        if row is not None and has_focus and row.kind == "raw" and field is not None:
            kind = "raw"  # what is typed may pass through other kinds of values
        if row is None or row.kind != kind:
            if row is not None:
                self._drop(path)
            row = self._make(path, kind)
            if has_focus:
                row.editor.setFocus()
        if isinstance(row.editor, RawField):
            row.editor.show_raw(field.value_span.of(self._document.post.text) if field is not None else "")
        if isinstance(row.editor, (DateField, Switch)):
            row.editor.set_reader(header, path)
        row.editor.show_field(field, unsaved.text if unsaved is not None else None)
        self._say_reason(row)
        if kind == "group":
            self._names.show(path)
        row.set_removable(field is not None and path != ("title",) and self._document.header.by_field)

    def _say_reason(self, row: Row) -> None:
        unsaved = self._document.field_texts.get(row.path)
        row.say(unsaved.reason if unsaved is not None else "")

    def _make(self, path: Path, kind: str) -> Row:
        key = str(path[-1])
        label = "" if path == ("title",) else label_of(key) if len(path) == 1 else key
        row = Row(path, kind, label, self._icons, removable=False, parent=self._sheet)
        if path == ("title",) and isinstance(row.editor, TextField):
            row.editor.set_font(interface(tokens.TYPE_28, bold=True))
            row.editor.set_placeholder(self.tr("Title"))
        elif path == ("author",) and isinstance(row.editor, TextField):
            row.editor.set_placeholder(tr("+ author"))
        elif isinstance(row.editor, GroupField):
            self._names.join(path, row.editor.add)
        elif isinstance(row.editor, DateField):
            row.editor.set_zone(self._zone)
        row.editor.edited.connect(lambda value: self._edits.set(row, value))
        row.editor.typed.connect(lambda text: self._edits.set_typed(row, text))
        row.editor.begun.connect(lambda text: self._edits.begin(path, text, row.kind))
        row.editor.revert_wanted.connect(lambda: self._edits.revert(row))
        row.editor.left.connect(lambda: self._say_reason(row))
        row.editor.next_wanted.connect(lambda: self._go_on(path))
        row.remove_wanted.connect(lambda: self.remove_key(path))
        row.notices.fix_wanted.connect(self.fix_wanted)
        self._rows[path] = row
        self._give_words(row)
        row.setVisible(path[0] in self._head_keys or self._more.isChecked())
        return row

    def _drop(self, path: Path) -> None:
        row = self._rows.pop(path)
        for layout in (self._head, self._others):
            layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _give_words(self, row: Row) -> None:
        if isinstance(row.editor, ChipsField):
            row.editor.set_words(self._words.get(str(row.path[-1]), {}))

    def _go_on(self, path: Path) -> None:
        """Enter: to the next field of the head, after the last one to the text."""
        keys = self._head_keys
        index = keys.index(str(path[0])) if path[0] in keys else len(keys)
        if index + 1 < len(keys):
            self.focus(keys[index + 1])
        else:
            self.body_wanted.emit()

    def _show_more(self, shown: bool) -> None:
        others = [path for path in self._rows if path[0] not in self._head_keys]
        for path in others:
            self._rows[path].setVisible(shown)
        arrow = "▾" if shown else "▸"
        count = sum(len(path) == 1 for path in others)
        words = self.tr("%Ln more field(s)", "", count)
        self._more.setText(f"{arrow} {words}")
        self._more.setVisible(bool(others))
        self.updateGeometry()

    def _say(self, header: Header, left_out: int) -> None:
        if self._document.read_only:
            text = ""
        elif header.error is not None:
            text = self.tr(
                "The front matter can't be read. Line {0}, column {1}: {2}. It is shown as text below; once it is "
                "corrected there, the form comes back."
            ).format(header.error.line, header.error.column, header.error.problem)
        elif not header.by_field:
            text = self.tr("This post's front matter is a script, which is never run here. It is shown as text below.")
        else:
            more = self.tr("%Ln more field(s) not shown here: show the front matter as text.", "", left_out)
            text = more if left_out else ""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))


def _path(key: str | Path) -> Path:
    return (key,) if isinstance(key, str) else key
