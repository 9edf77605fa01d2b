"""A group of keys (`image: {path: …, alt: …}`): its own line, under which its keys have rows of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.header import Field
from editor.ui.form.add_field import AddField
from editor.ui.form.field import FieldEditor
from editor.ui.theme import tokens
from editor.ui.theme.icons import Icons


class GroupField(FieldEditor):
    """The line of a group, where a key can be added to it."""

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = AddField(icons, self, self.tr("Add to {0}").format(name), usual=())
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_4, 0, 0, 0)
        row.addWidget(self.add)
        row.addStretch(1)

    def show_field(self, field: Field | None, unsaved: str | None = None) -> None:
        """Nothing: the group's keys have rows of their own."""
