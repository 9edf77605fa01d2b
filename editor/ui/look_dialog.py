"""The dialog in which the look of the text is chosen, while text and preview follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from editor.ui.text_look import MAX_SIZE, MIN_SIZE, TextLook
from editor.ui.theme import tokens


class LookDialog(QDialog):
    """Asks for a look; each change is shown at once, and taken back by Cancel."""

    def __init__(self, look: TextLook, show: Callable[[TextLook], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Look of the text"))
        self._before, self._show = look, show
        self.look = look
        self._family = QComboBox(self)
        self._family.addItem(self.tr("The system’s own"), "")
        for family in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(family):
                self._family.addItem(family, family)
        self._family.setCurrentIndex(max(0, self._family.findData(look.family)))
        self._size = _number(self, MIN_SIZE, MAX_SIZE, look.size, self.tr(" px"))
        self._columns = _number(self, 10, 400, look.columns, self.tr(" full-width characters"))
        self._tab = _number(self, 1, 16, look.tab, self.tr(" spaces"))
        self._spacing = QDoubleSpinBox(self)
        self._spacing.setRange(1.0, 4.0)
        self._spacing.setSingleStep(0.1)
        self._spacing.setDecimals(1)
        self._spacing.setValue(look.spacing)
        self._spacing.setSuffix(self.tr(" × the size"))
        rows = QFormLayout(self)
        rows.setContentsMargins(tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24, tokens.SPACE_24)
        rows.setVerticalSpacing(tokens.SPACE_12)
        rows.setHorizontalSpacing(tokens.SPACE_12)
        for label, widget in (
            (self.tr("&Font"), self._family),
            (self.tr("&Size"), self._size),
            (self.tr("&Line height"), self._spacing),
            (self.tr("&Widest line"), self._columns),
            (self.tr("&Tab"), self._tab),
        ):
            rows.addRow(label, widget)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel | kind.RestoreDefaults, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kind.RestoreDefaults).clicked.connect(lambda: self._fill(TextLook()))
        rows.addRow(buttons)
        self._family.currentIndexChanged.connect(self._changed)
        for one in (self._size, self._columns, self._tab, self._spacing):
            one.valueChanged.connect(self._changed)

    def reject(self) -> None:
        """Show the text as it was."""
        self._show(self._before)
        super().reject()

    def _fill(self, look: TextLook) -> None:
        self._family.setCurrentIndex(max(0, self._family.findData(look.family)))
        self._size.setValue(look.size)
        self._spacing.setValue(look.spacing)
        self._columns.setValue(look.columns)
        self._tab.setValue(look.tab)

    def _changed(self) -> None:
        self.look = replace(
            self._before,
            family=str(self._family.currentData()),
            size=self._size.value(),
            spacing=round(self._spacing.value(), 1),
            columns=self._columns.value(),
            tab=self._tab.value(),
        )
        self._show(self.look)


def _number(parent: QWidget, low: int, high: int, value: int, suffix: str) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(low, high)
    box.setValue(value)
    box.setSuffix(suffix)
    return box
