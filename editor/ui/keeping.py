"""What keeps a writer's words: the journal, what a crash left, the watch over the files. Started and ended here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.post.saved_versions import SavedVersions
from editor.settings import Settings
from editor.ui.elsewhere import Elsewhere
from editor.ui.recovery import Recovery
from editor.ui.theme.icons import Icons
from editor.ui.unfinished import Unfinished
from editor.ui.watching import Watching

if TYPE_CHECKING:
    from editor.ui.window import Window


class Keeping(QObject):
    """All of it, from the window's first painting to its end."""

    def __init__(self, window: Window, icons: Icons, settings: Settings) -> None:
        super().__init__(window)
        document, files, pane, bar = window.document, window.files, window.pane, window.messages
        if settings.damaged:
            text = self.tr("Your settings could not be read and start afresh. The old file is kept: {0}.")
            bar.say(text.format(settings.damaged[0]))
        versions = SavedVersions(settings.versions)
        self.recovery = Recovery(document, files, window.pictures, pane, bar, icons, settings.journal, versions, window)
        window.tabs.followed.connect(self.recovery.journaling.follow)
        base, compare = self.recovery.journaling.base, window.history.show
        self.watching = Watching(document, files, window.tabs, pane, bar, icons, base, compare, window)
        self.watching.start()
        self.elsewhere = Elsewhere(files, window.tabs, bar, settings.open_posts, window)
        self.recovery.journaling.look_for_lost()
        self.unfinished = Unfinished(window.tabs, bar, settings.operations, window)
        self.unfinished.look()

    def close(self) -> None:
        """The window closes."""
        self.recovery.journaling.close()
        self.elsewhere.close()
        self.unfinished.close()
