"""Zoom, and the look of the text: what text and preview show, and what is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.settings import Settings
from editor.ui.preview.pane import PreviewPane
from editor.ui.text_look import MAX_SIZE, MIN_SIZE, TextLook
from editor.ui.text_pane import TextPane
from editor.ui.theme import tokens


class LookCommands(QObject):
    """What the View menu's zoom and “Look of the text” do, in `do_…` methods."""

    def __init__(self, pane: TextPane, preview: PreviewPane, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._pane, self._preview, self._settings, self._window = pane, preview, settings, window
        pane.zoomed.connect(self._zoom_to)
        self.show(pane.look)

    def do_zoom_in(self) -> None:
        self._zoom_to(self._pane.look.size + 1)

    def do_zoom_out(self) -> None:
        self._zoom_to(self._pane.look.size - 1)

    def do_zoom_reset(self) -> None:
        self._zoom_to(tokens.TYPE_16)

    def do_text_look(self) -> None:
        from editor.ui.look_dialog import LookDialog

        dialog = LookDialog(self._pane.look, self.show, self._window)
        if dialog.exec():
            dialog.look.keep(self._settings)
        dialog.deleteLater()

    def _zoom_to(self, pixels: int) -> None:
        self.show(replace(self._pane.look, size=min(max(pixels, MIN_SIZE), MAX_SIZE)))
        self._settings.set("text_size", self._pane.look.size)

    def show(self, look: TextLook) -> None:
        """Show text and preview like that."""
        self._pane.set_look(look)
        self._preview.set_zoom(look.size / tokens.TYPE_16)
