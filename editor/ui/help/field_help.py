"""“What does this field do on my blog?”: the keys of the post and of its generator, each with what it does there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from editor.blog.key_help import key_help, known_keys
from editor.header import Generator
from editor.ui.plain_text import Label, ListRow, one_line
from editor.ui.theme.fonts import interface, scaled
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_16, TYPE_16

WIDTH, HEIGHT = 620, 420


class FieldHelp(QDialog):
    """A list of keys, and what the chosen one does."""

    def __init__(self, generator: Generator, own: Sequence[str], chosen: str, parent: QWidget) -> None:
        """Show it.

        Args:
            own: the keys of the post, which come first.
            chosen: the key that is asked about; "" for the first one.

        """
        super().__init__(parent)
        self._generator = generator
        self.setWindowTitle(self.tr("What the fields do: {0}").format(generator.label))
        open_at(self, WIDTH, HEIGHT)
        keys = list(dict.fromkeys((*own, *known_keys(generator))))
        self.keys = QListWidget(self)
        self.keys.setAccessibleName(self.tr("Keys of the front matter"))
        for key in keys:
            self.keys.addItem(ListRow(key))
        self.keys.setMaximumWidth(scaled(WIDTH // 3))
        self.key, self.text = Label("", self), Label("", self)
        self.key.setFont(interface(TYPE_16, bold=True))
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_16)
        middle.addWidget(self.keys)
        told = QVBoxLayout()
        told.addWidget(self.key)
        told.addWidget(self.text, 1)
        middle.addLayout(told, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_8)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        self.keys.currentRowChanged.connect(lambda row: self._show(keys[row]))
        self.keys.setCurrentRow(keys.index(chosen) if chosen in keys else 0)

    def _show(self, key: str) -> None:
        found = key_help(key, self._generator)
        self.key.setText(one_line(key))
        if found is None:
            unknown = self.tr("{0} itself does not know “{1}”. The blog’s theme or a plugin may read it.")
            self.text.setText(unknown.format(self._generator.label, one_line(key)))
            return
        source = self.tr("Source: {0}").format(found.source) if found.source else ""
        self.text.setText("\n\n".join(part for part in (found.text, source) if part))
