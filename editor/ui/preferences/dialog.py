"""The preferences: a few rows made from the table of settings, found by typing; each takes effect at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.language import languages, tr
from editor.settings import PREFERENCES, Setting, Settings
from editor.text.white_space import TYPED_SPACE
from editor.ui.plain_text import Label
from editor.ui.theme.fonts import scaled
from editor.ui.theme.sizes import WideChoice, open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24

WIDTH, HEIGHT = 640, 640
LABEL_WIDTH = 190


class Preferences(QDialog):
    """One row a preference: what it is called, its value, and what it does."""

    changed = Signal(str)  # the name of a setting that has another value now
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows: list[tuple[str, QWidget]] = []  # what is searched, and what is shown
        self._heads: list[tuple[QLabel, list[QWidget]]] = []
        self.editors: dict[str, QWidget] = {}
        self.setWindowTitle(self.tr("Preferences"))
        open_at(self, WIDTH, HEIGHT)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find a preference"))
        self.filter.setAccessibleName(self.tr("Find a preference"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        sheet = QWidget(self)
        sheet.setObjectName("form")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_8)
        for section in dict.fromkeys(one.shown.section for one in PREFERENCES if one.shown is not None):
            self._add_section(section, sheet)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("formScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kind = QDialogButtonBox.ButtonRole.ActionRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        take = buttons.addButton(self.tr("&Import…"), kind)
        give = buttons.addButton(self.tr("&Export…"), kind)
        take.setToolTip(self.tr("Preferences that were exported on another machine"))
        give.setToolTip(self.tr("A file with all that you chose, for another machine"))
        for button in (take, give):
            button.setAutoDefault(False)
        take.clicked.connect(self.import_wanted)
        give.clicked.connect(self.export_wanted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self.filter)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)

    # -- rows

    def _add_section(self, section: str, sheet: QWidget) -> None:
        head = Label(tr(section), sheet)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        head.setContentsMargins(0, SPACE_12, 0, 0)
        self._column.addWidget(head)
        rows = []
        for setting in PREFERENCES:
            if setting.shown is not None and setting.shown.section == section:
                row = self._row(setting, sheet)
                self._column.addWidget(row)
                words = (section, setting.shown.title, setting.help, setting.name)
                self._rows.append((" ".join((*words, *map(tr, words))).casefold(), row))
                rows.append(row)
        self._heads.append((head, rows))

    def _row(self, setting: Setting, sheet: QWidget) -> QWidget:
        assert setting.shown is not None
        title = tr(setting.shown.title)
        editor = self.editors[setting.name] = self._editor(setting, sheet)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(tr(setting.help))
        row = QWidget(sheet)
        help_text = Label(tr(setting.help), row)
        help_text.setObjectName("label")
        help_text.setWordWrap(True)
        form = QFormLayout(row)
        form.setContentsMargins(0, 0, 0, SPACE_8)
        form.setHorizontalSpacing(SPACE_24)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        if isinstance(editor, QCheckBox):
            editor.setText(title)
            form.addRow(editor)
        else:
            label = Label(title, row)
            label.setBuddy(editor)
            label.setMinimumWidth(scaled(LABEL_WIDTH))
            form.addRow(label, editor)
        form.addRow(help_text)
        return row

    def _editor(self, setting: Setting, sheet: QWidget) -> QWidget:
        assert setting.shown is not None
        shown, value = setting.shown, self._settings.get(setting.name)
        if isinstance(setting.default, bool):
            box = QCheckBox(sheet)
            box.setChecked(value)
            box.toggled.connect(self._setter(setting))
            return box
        if shown.choices or setting.name == "text_font":
            return self._choice(setting, sheet)
        if isinstance(setting.default, float):
            real = QDoubleSpinBox(sheet)
            real.setDecimals(1)
            _bounded(real, setting)
            real.setValue(float(value))
            real.valueChanged.connect(lambda number: self._set(setting, round(number, 1)))
            return real
        if isinstance(setting.default, int):
            whole = QSpinBox(sheet)
            _bounded(whole, setting)
            whole.setValue(int(value))
            whole.valueChanged.connect(self._setter(setting))
            return whole
        line = QLineEdit(str(value), sheet)
        line.editingFinished.connect(lambda: self._set(setting, line.text().strip(TYPED_SPACE)))
        return line

    def _choice(self, setting: Setting, sheet: QWidget) -> QComboBox:
        assert setting.shown is not None
        choices = [(value, tr(name)) for value, name in setting.shown.choices]
        if setting.name == "language":
            choices += [(code, QLocale(code).nativeLanguageName()) for code in languages()]
        if setting.name == "text_font":
            choices = [("", self.tr("the system’s own")), *((name, name) for name in QFontDatabase.families())]
        box = WideChoice(sheet)
        for value, name in choices:
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(self._settings.get(setting.name))))
        box.currentIndexChanged.connect(lambda _: self._set(setting, box.currentData()))
        return box

    def _setter(self, setting: Setting) -> Callable[[Any], None]:
        return lambda value: self._set(setting, value)

    def _set(self, setting: Setting, value: object) -> None:
        if self._settings.get(setting.name) != value:
            self._settings.set(setting.name, value)
            self.changed.emit(setting.name)

    def _filter(self, typed: str) -> None:
        # Unicode: what a user types
        words = typed.casefold().split()
        for text, row in self._rows:
            row.setVisible(all(word in text for word in words))
        for head, rows in self._heads:
            head.setVisible(any(not row.isHidden() for row in rows))


def _bounded(box: QSpinBox | QDoubleSpinBox, setting: Setting) -> None:
    shown = setting.shown
    assert shown is not None
    if isinstance(box, QDoubleSpinBox):
        box.setRange(shown.low, shown.high)
        box.setSingleStep(shown.step)
    else:
        box.setRange(int(shown.low), int(shown.high))
        box.setSingleStep(int(shown.step))
    box.setSuffix(tr(shown.unit) if shown.unit else "")
