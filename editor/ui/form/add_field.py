"""“Add field”: a quiet button that becomes a line for the new key's name, with the usual names to choose from."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QWidget

from editor.header.generator import USUAL_ORDER
from editor.ui.theme.fonts import scaled
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import hint


class AddField(QWidget):
    """Asks for a key's name."""

    wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget, label: str = "", *, usual: Collection[str] = USUAL_ORDER) -> None:
        super().__init__(parent)
        self._usual = usual
        self._button = QToolButton(self)
        self._button.setObjectName("quiet")
        self._button.setIcon(icons.icon("plus"))
        self._button.setIconSize(QSize(14, 14))
        self._button.setText(label or self.tr("Add field"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.clicked.connect(self._ask)
        self._name = QLineEdit(self)
        self._name.setObjectName("field")
        hint(self._name, self.tr("Name of the field, then Enter"))
        self._name.setAccessibleName(self.tr("Name of the new field"))
        self._name.setMinimumWidth(scaled(220))
        self._name.setVisible(False)
        self._name.returnPressed.connect(self._done)
        self._name.installEventFilter(self)
        self._keys = QStringListModel(self)
        completer = QCompleter(self._keys, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(completer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._name)

    def set_taken(self, keys: Collection[str]) -> None:
        """Offer the usual keys that the header does not have."""
        self._keys.setStringList(sorted(key for key in self._usual if key not in keys))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Escape, or leaving the empty line, brings the button back."""
        escaped = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and (event.key() == Qt.Key.Key_Escape)
        )
        if escaped or (event.type() == QEvent.Type.FocusOut and not self._name.text()):
            self._show_button()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._button.setVisible(False)
        self._name.setVisible(True)
        self._name.setFocus()

    def _done(self) -> None:
        key = self._name.text().strip().removesuffix(":").strip()
        self._show_button()
        if key:
            self.wanted.emit(key)

    def _show_button(self) -> None:
        self._name.clear()
        self._name.setVisible(False)
        self._button.setVisible(True)
