"""What each preference changes at once, and taking all of them to another machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from editor import language
from editor.disk import MAX_STATE, read_regular
from editor.post.files import FileError, overwrite_file
from editor.settings import PREFERENCES, Settings
from editor.ui.retelling import retell
from editor.ui.speaking import system_languages
from editor.ui.text_look import TextLook
from editor.ui.theme.fonts import set_scale
from editor.ui.theme.style import apply_theme, choose

if TYPE_CHECKING:
    from editor.ui.preferences.dialog import Preferences
    from editor.ui.window import Window

_SWITCHES: Final = frozenset(
    {"preview_follows", "focus_mode", "typewriter", "auto_pairs", "show_invisible", "check_spelling"}
)
"""Those that an action of the same name switches, too."""
_LOOK: Final = frozenset({"text_font", "text_size", "line_spacing", "column_width", "tab_width"})
_DRESS: Final = frozenset({"theme", "interface_size"})
FILE_NAME: Final = "postwright-preferences.json"


class PreferenceCommands(QObject):
    """The Edit menu's “Preferences”, and the window's colours as the system changes them."""

    def __init__(self, settings: Settings, window: Window) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self.dialog: Preferences | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def do_preferences(self) -> None:
        """Show the preferences; they stay open beside the window."""
        from editor.ui.preferences.dialog import Preferences

        if self.dialog is not None:  # what was changed elsewhere meanwhile
            self.dialog.deleteLater()
        self.dialog = Preferences(self._settings, self._window)
        self.dialog.changed.connect(self.take_effect)
        self.dialog.export_wanted.connect(self._export)
        self.dialog.import_wanted.connect(self._import)
        self.dialog.show()
        self.dialog.filter.setFocus()

    def take_effect(self, name: str) -> None:
        """Show a preference's new value."""
        window = self._window
        if name in _SWITCHES:
            window.actions_[name].setChecked(bool(self._settings.get(name)))
        elif name in _LOOK:
            window.look_commands.show(TextLook.from_settings(self._settings))
        elif name in _DRESS:
            self.dress()
        elif name == "language":
            retell(language.choose(str(self._settings.get("language")), system_languages()))

    def dress(self) -> None:
        """Give the program the colours and the size that the writer wants."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        set_scale(int(self._settings.get("interface_size")))
        colours = choose(str(self._settings.get("theme")))
        apply_theme(application, colours)
        self._window.set_colours(colours)

    def _follow_system(self) -> None:
        if self._settings.get("theme") == "system":
            self.dress()

    # -- another machine

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self.dialog, self.tr("Export preferences"), FILE_NAME, "JSON (*.json)")
        if not name:
            return
        try:
            overwrite_file(Path(name), json.dumps(self._settings.chosen(), ensure_ascii=False, indent=1).encode())
        except FileError as error:
            self._window.messages.say(f"{name}: {error.reason}.")

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.dialog, self.tr("Import preferences"), "", "JSON (*.json)")
        if not name:
            return
        try:
            values = json.loads(read_regular(name, MAX_STATE))
        except (OSError, ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            self._window.messages.say(self.tr("{0} holds no preferences of Postwright.").format(Path(name).name))
            return
        refused = self._settings.take(values)
        for setting in PREFERENCES:
            self.take_effect(setting.name)
        self.do_preferences()
        if refused:
            text = self.tr("Taken over, but for what this version does not know: {0}.")
            self._window.messages.say(text.format(", ".join(sorted(refused))))
