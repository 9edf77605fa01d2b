"""Cut, copy, paste and select all: in whatever has the focus, the text or a field."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from editor.ui.text_pane import TextPane


class ClipboardCommands(QObject):
    """What the Edit menu's four do, in `do_…` methods."""

    def __init__(self, pane: TextPane, window: QWidget) -> None:
        super().__init__(window)
        self._pane = pane

    def do_cut(self) -> None:
        _to_focused("cut")

    def do_copy(self) -> None:
        _to_focused("copy")

    def do_paste(self) -> None:
        _to_focused("paste")

    def do_select_all(self) -> None:
        if self._pane.hasFocus():
            self._pane.select_all()
        else:
            _to_focused("selectAll")


def _to_focused(method: str) -> None:
    widget = QApplication.focusWidget()
    if isinstance(widget, (QPlainTextEdit, QLineEdit)):
        getattr(widget, method)()
