"""Which parts of the window are in sight: form, preview, front matter as text, full screen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.settings import Settings
from editor.ui.column import Column
from editor.ui.document import PostDocument
from editor.ui.form.form import PostForm
from editor.ui.preview.pane import PreviewPane
from editor.ui.text_pane import TextPane


class PartsShown(QObject):
    """What the View menu's switches do, in `do_…` methods."""

    def __init__(
        self,
        document: PostDocument,
        column: Column,
        form: PostForm,
        pane: TextPane,
        preview: PreviewPane,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._column, self._form, self._pane, self._preview = document, column, form, pane, preview
        self._settings, self._window = settings, window
        self._show_form()
        document.opened.connect(self._show_form)  # each post has its front matter as form or as text
        preview.setVisible(bool(settings.get("preview_shown")))

    def do_show_form(self, shown: bool) -> None:
        """The form above the text."""
        self._settings.set("form_shown", shown)
        self._show_form()

    def do_show_preview(self, shown: bool) -> None:
        """The preview beside it."""
        self._settings.set("preview_shown", shown)
        self._preview.setVisible(shown)

    def do_show_header(self, shown: bool) -> None:
        """The front matter as text, in the place of the form."""
        if shown != self._document.header_shown:
            self._column.switch_header(shown)
            self._show_form()

    def do_reading(self, reading: bool) -> None:
        """The preview alone."""
        self._column.setVisible(not reading)
        self._preview.setVisible(reading or bool(self._settings.get("preview_shown")))
        (self._preview if reading else self._pane).setFocus()

    def do_full_screen(self, full: bool) -> None:
        """The window on the whole screen."""
        (self._window.showFullScreen if full else self._window.showNormal)()

    def _show_form(self) -> None:
        self._form.setVisible(bool(self._settings.get("form_shown")) and not self._document.header_shown)
