"""One row of the form: label, the field of the value's type, a way to remove the key, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QWidget

from editor.header import Field, FieldType, Header, Path, Rules
from editor.header.generator import ANY
from editor.header.key_kinds import DATE_KEYS, LIST_KEYS
from editor.language import msg, tr
from editor.post.values import form_kind, is_on, shown
from editor.ui.form.chips import ChipsField
from editor.ui.form.date_field import DateField
from editor.ui.form.field import FieldEditor
from editor.ui.form.group import GroupField
from editor.ui.form.head import shortened
from editor.ui.form.notices import Notices
from editor.ui.form.text_field import LineOfText, RawField, TextField
from editor.ui.plain_text import Label, literal, one_line
from editor.ui.theme import tokens
from editor.ui.theme.fonts import interface_monospace, scaled
from editor.ui.theme.icons import Icons

LONG_KEYS = frozenset({"excerpt", "description", "summary", "subtitle", "abstract"})
LABEL_WIDTH = 104
FIELD_INSET = 7
"""How far a field's text stands inside its frame, in pixels: border, padding and document margin."""


MAX_NESTING = 3
"""Groups inside groups get rows down to this depth; what is deeper is shown as it is written."""


def widget_kind(path: Path, field: Field | None, rules: Rules = ANY) -> str:
    """Which field shows a key: "text", "long", "date", "number", "boolean", "chips", "group" or "raw"."""
    key = str(path[-1]) if len(path) == 1 else ""
    kind = field.type if field is not None else FieldType.EMPTY
    if len(path) == 1 and kind in (FieldType.EMPTY, FieldType.TEXT):
        known = form_kind(key, field, rules)
        kind = known if known in (FieldType.BOOLEAN, FieldType.NUMBER) else kind
    if key == "title" and kind not in (FieldType.LIST, FieldType.MAP, FieldType.OTHER):
        return "text"
    if kind is FieldType.EMPTY:
        return "chips" if key in LIST_KEYS else "date" if key in DATE_KEYS else _text_kind(key, field)
    if key in DATE_KEYS and kind is FieldType.TEXT:
        return "date"
    return {
        FieldType.TEXT: _text_kind(key, field),
        FieldType.DATE: "date",
        FieldType.NUMBER: "number",
        FieldType.BOOLEAN: "boolean",
        FieldType.LIST: "chips",
        FieldType.MAP: "group" if len(path) <= MAX_NESTING else "raw",
        FieldType.OTHER: "raw",
    }[kind]


def _text_kind(key: str, field: Field | None) -> str:
    several_lines = field is not None and isinstance(field.value, str) and "\n" in field.value
    return "long" if key in LONG_KEYS or several_lines else "text"


class Switch(FieldEditor):
    """A key that is true or false."""

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._rules = key, ANY
        self._box = QCheckBox(self)
        self._box.setAccessibleName(name)
        layout = QGridLayout(self)
        layout.setContentsMargins(tokens.SPACE_4, 2, 0, 2)
        layout.addWidget(self._box)
        self.setFocusProxy(self._box)
        self.watch(self._box)
        self._box.clicked.connect(self._clicked)

    def set_reader(self, header: Header, path: Path) -> None:  # noqa: ARG002  one shape for all fields
        """Take the rules of the blog: its generator may take a text for true."""
        self._rules = header.rules

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Show whether the blog's generator takes it for true."""
        self._unsaved = unsaved
        on = unsaved == shown(True) if unsaved is not None else is_on(self._key, field, self._rules)
        self._box.setChecked(on)
        self._box.setText(self.tr("yes") if on else self.tr("no"))

    def commit(self) -> None:
        """Send the answer out again."""
        self.edited.emit(self._box.isChecked())

    def _clicked(self, on: bool) -> None:
        self.start_visit()
        self.edited.emit(on)


class Row(QWidget):
    """A key of the form."""

    remove_wanted = Signal()

    def __init__(self, path: Path, kind: str, label: str, icons: Icons, *, removable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self.kind = path, kind
        key, label = one_line(str(path[-1])), one_line(label)
        indent = (len(path) - 1) * tokens.SPACE_12
        self.editor = _MAKERS[kind](str(path[-1]), label, icons)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_8)
        grid.setVerticalSpacing(0)
        if label:
            name = Label("", self)
            name.setObjectName("label")
            name.setFixedWidth(scaled(LABEL_WIDTH))
            name.setToolTip(key)
            room = scaled(LABEL_WIDTH) - FIELD_INSET - indent
            name.setText(literal(name.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room)))
            name.setBuddy(self.editor)
            grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
            name.setContentsMargins(FIELD_INSET + indent, tokens.SPACE_4, 0, tokens.SPACE_4)
        grid.addWidget(self.editor, 0, 1)
        self._remove = QToolButton(self)
        self._remove.setObjectName("quiet")
        self._remove.setIcon(icons.icon("x"))
        self._remove.setIconSize(QSize(14, 14))
        self._remove.setToolTip(self.tr("Remove “{0}” from the front matter").format(key))
        self._remove.setAccessibleName(self.tr("Remove {0}").format(key))
        self._remove.clicked.connect(self.remove_wanted)
        keep = self._remove.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(keep)
        self._remove.setVisible(False)
        self._removable = removable
        if label:
            grid.addWidget(self._remove, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._problem = Label("", self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        grid.addWidget(self._problem, 1, 1)
        self.notices = Notices(self)
        grid.addWidget(self.notices, 2, 1)

    def set_removable(self, removable: bool) -> None:
        """Whether the key is in the header and can go."""
        self._removable = removable
        self._remove.setVisible(removable and self.underMouse())

    def say(self, problem: str) -> None:
        """Show what went wrong under the field; "" takes it away."""
        self._problem.setText(shortened(problem))
        self._problem.setVisible(bool(problem))
        (self.editor.focusProxy() or self.editor).setAccessibleDescription(one_line(problem))

    @property
    def problem(self) -> str:
        """What went wrong."""
        return self._problem.text()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802  Qt's name
        """The way to remove the key shows under the mouse."""
        self._remove.setVisible(self._removable)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        """And goes with it."""
        self._remove.setVisible(False)
        super().leaveEvent(event)

    @property
    def remove_button(self) -> QToolButton:
        """The button that removes the key."""
        return self._remove


_ONE_MORE = {"categories": msg("+ category"), "tags": msg("+ tag"), "authors": msg("+ author")}
_ONE_ITEM = msg("+ item")


def _chips(key: str, label: str, icons: Icons) -> FieldEditor:  # noqa: ARG001  one shape for all makers
    return ChipsField(label or key, tr(_ONE_MORE.get(key, _ONE_ITEM)))


_MAKERS: dict[str, Callable[[str, str, Icons], FieldEditor]] = {
    "text": lambda key, label, _: TextField(label or key),
    "long": lambda key, label, _: TextField(label or key, multiline=True),
    "date": lambda key, label, icons: DateField(label or key, icons),
    "number": lambda key, label, _: LineOfText(label or key),
    "boolean": lambda key, label, _: Switch(key, label or key),
    "chips": _chips,
    "group": lambda key, label, icons: GroupField(label or key, icons),
    "raw": lambda key, label, _: RawField(label or key, interface_monospace(tokens.TYPE_13)),
}

KINDS = frozenset(_MAKERS)
"""All kinds of fields."""
