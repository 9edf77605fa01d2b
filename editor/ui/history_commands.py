"""Shows the earlier versions of the open post."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.post.through import Leftover
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

if TYPE_CHECKING:
    from editor.ui.history import HistoryWindow


class HistoryCommands(QObject):
    """What the File menu's “Earlier versions” does."""

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        pane: TextPane,
        bar: MessageBar,
        icons: Icons,
        versions: Path,
        window: QWidget,
    ) -> None:
        """Make it; `versions` is the folder of what posts held before they were saved."""
        super().__init__(window)
        self._versions = versions
        self._document, self._files, self._pane, self._bar = document, files, pane, bar
        self._icons, self._window = icons, window
        self.window: HistoryWindow | None = None
        files.moved.connect(self._close)
        files.stopped_found.connect(self._keep_stopped)

    def do_history(self) -> None:
        self.show()

    def show(self, copy: Path | None = None) -> None:
        """Show the versions; `copy`: one that a synchronising program keeps, to begin with."""
        if self._files.path is None:
            self._bar.say(self.tr("Save this post first: it has no file yet."))
            return
        from editor.post.saved_versions import SavedVersions
        from editor.ui.history import HistoryWindow

        self.window = self.window or HistoryWindow(self._document, SavedVersions(self._versions), self._window)
        self.window.open_for(self._files.path, self._pane.look, self._icons.colours, copy)

    def _keep_stopped(self, path: Path, found: Leftover) -> None:
        """A save of the post was stopped, and could not be ended."""
        from editor.post.saved_versions import SavedVersions
        from editor.ui.kept_texts import keep_stopped

        keep_stopped(path, found, SavedVersions(self._versions), self._bar, self.show)

    def _close(self) -> None:
        """It is about one post."""
        if self.window is not None and self.window.isVisible():
            self.window.close()
