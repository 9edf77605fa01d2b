"""The Help menu: what each of its actions shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence

from editor.header import Generator
from editor.settings import Settings
from editor.ui.help.hints import Hints
from editor.ui.help.welcome import Welcome

if TYPE_CHECKING:
    from editor.ui.help.manual import Manual
    from editor.ui.window import Window


class HelpCommands(QObject):
    """What the Help menu does is in `do_…` methods."""

    def __init__(self, settings: Settings, window: Window) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self.welcome: Welcome | None = None
        self.hints: Hints | None = None
        self.manual: Manual | None = None
        window.document.opened.connect(self._leave_welcome)

    def do_palette(self) -> None:
        """Show all commands; the chosen one is done once its list is gone."""
        from editor.ui.help.palette import Palette

        palette = Palette(self._window.actions_, self._window)
        chosen = palette.chosen if palette.exec() else ""
        palette.deleteLater()
        if chosen:
            self._window.actions_[chosen].trigger()

    def do_shortcuts(self) -> None:
        """Show all keys."""
        from editor.ui.help.shortcuts import Shortcuts

        dialog = Shortcuts(self._window.actions_, self._window)
        dialog.changed.connect(self._keep_keys)
        dialog.exec()
        dialog.deleteLater()

    def do_field_help(self) -> None:
        """Tell what the key does whose field has the caret."""
        from editor.ui.help.field_help import FieldHelp

        window, blog = self._window, self._window.files.blog
        path = window.form.focused()
        own = [field.key for field in window.document.header.fields]
        generator = blog.generator if blog is not None else Generator.PLAIN
        dialog = FieldHelp(generator, own, str(path[0]) if path else "", window)
        dialog.exec()
        dialog.deleteLater()

    def do_manual(self) -> None:
        """Show the manual in the language that is spoken."""
        from editor.ui.help.manual import Manual

        self.manual = self.manual or Manual(self._window)
        self.manual.open_first()

    def do_welcome(self) -> None:
        """Show the three ways to begin; the hints come again."""
        self._settings.set("hints_seen", 0)
        self.show_welcome()

    def show_welcome(self) -> None:
        """Show the three ways to begin in the place of the text."""
        if self.welcome is None:
            self.welcome = Welcome(self._window)
            self.welcome.blog_wanted.connect(self._window.opening.choose_blog)
            self.welcome.post_wanted.connect(self._window.files.choose_and_open)
            self.welcome.example_wanted.connect(self._try_example)
            self.welcome.closed.connect(self._leave_welcome)
        self._window.show_instead(self.welcome)
        self.welcome.setFocus()

    def do_report(self) -> None:
        """Put what a bug report needs on the clipboard."""
        from editor.report import about

        QGuiApplication.clipboard().setText("\n".join(about(self._settings)))
        self._window.messages.say(self.tr("Versions and folders are on the clipboard. No word of your posts is in it."))

    def do_about(self) -> None:
        """Show version and licences."""
        from editor.ui.help.about import About

        dialog = About(self._window)
        dialog.exec()
        dialog.deleteLater()

    def _leave_welcome(self) -> None:
        if self.welcome is not None and not self.welcome.isHidden():
            self._window.show_instead(None)
            self.hints = self.hints or Hints(self._settings, self._window.actions_, self._window.center)
            self.hints.begin()

    def _try_example(self) -> None:
        from editor.ui.help.welcome import example_post

        try:
            self._window.files.open(example_post())
        except OSError as error:
            text = self.tr("The example can’t be copied: {0}. Open a post of yours instead.")
            self._window.messages.say(text.format(error.strerror))

    def _keep_keys(self, name: str, keys: str) -> None:
        from editor.ui.action_table import TABLE, usual_keys

        chosen = dict(self._settings.get("shortcuts"))
        usual = usual_keys(next(row for row in TABLE if row.name == name))
        chosen.pop(name, None)
        if QKeySequence(keys) != usual:
            chosen[name] = keys
        self._settings.set("shortcuts", chosen)
