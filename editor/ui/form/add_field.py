"""“Add field”: a quiet button that becomes a line for the new key's name, with the usual names to choose from.

A name that is typed and not added yet is unsaved text of the post, as in every other field.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QToolButton, QWidget

from editor.header.generator import USUAL_ORDER
from editor.ui.form.head import shortened
from editor.ui.plain_text import Label, literal, one_line
from editor.ui.theme.fonts import scaled
from editor.ui.theme.icons import Icons
from editor.ui.theme.sizes import hint

_SPACES = " \t\u3000"


class AddField(QWidget):
    """Asks for a key's name."""

    wanted = Signal(str)
    begun = Signal(str)  # what is typed; "" when it is gone again

    def __init__(self, icons: Icons, parent: QWidget, label: str = "", *, usual: Collection[str] = USUAL_ORDER) -> None:
        super().__init__(parent)
        self._usual = usual
        self._button = QToolButton(self)
        self._button.setObjectName("quiet")
        self._button.setIcon(icons.icon("plus"))
        self._button.setIconSize(QSize(14, 14))
        self._button.setText(literal(label) or self.tr("Add field"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.clicked.connect(self._start)
        self._name = QLineEdit(self)
        self._name.setObjectName("field")
        hint(self._name, self.tr("Name of the field, then Enter"))
        self._name.setAccessibleName(self.tr("Name of the new field"))
        self._name.setMinimumWidth(scaled(220))
        self._name.setVisible(False)
        self._name.returnPressed.connect(self._done)
        self._name.textEdited.connect(self._typed)
        self._name.installEventFilter(self)
        self._keys = QStringListModel(self)
        completer = QCompleter(self._keys, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(completer)
        self._problem = Label("", self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button, 0, 0)
        layout.addWidget(self._name, 0, 1)
        layout.addWidget(self._problem, 1, 0, 1, 2)

    def set_taken(self, keys: Collection[str]) -> None:
        """Offer the usual keys that the header does not have."""
        self._keys.setStringList(sorted(key for key in self._usual if key not in keys))

    def show_unsaved(self, name: str | None, reason: str = "") -> None:
        """Show a name that was typed and not added, and why; None for none, which brings the button back."""
        if name is None:
            if self._name.text():
                self._show_button()
        elif name != self._name.text() or self._name.isHidden():
            self._ask()
            self._name.setText(name)
        self._problem.setText(shortened(reason))
        self._problem.setVisible(bool(reason))
        self._name.setAccessibleDescription(one_line(reason))

    @property
    def problem(self) -> str:
        """Why the name was not added."""
        return self._problem.text()

    @property
    def line(self) -> QLineEdit:
        """The line for the name."""
        return self._name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Escape, or leaving the empty line, brings the button back."""
        escaped = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and (event.key() == Qt.Key.Key_Escape)
        )
        if escaped or (event.type() == QEvent.Type.FocusOut and not self._name.text()):
            self._show_button()
            self.begun.emit("")
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._button.setVisible(False)
        self._name.setVisible(True)

    def _start(self) -> None:
        self._ask()
        self._name.setFocus()

    def _typed(self, text: str) -> None:
        self.begun.emit(text)

    def _done(self) -> None:
        key = self._name.text().strip(_SPACES).removesuffix(":").strip(_SPACES)
        if key:
            self.wanted.emit(key)
        else:
            self._show_button()
            self.begun.emit("")

    def _show_button(self) -> None:
        self._name.clear()
        self._name.setVisible(False)
        self._button.setVisible(True)
