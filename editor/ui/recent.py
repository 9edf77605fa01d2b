"""The menu of the posts that were opened last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from editor.settings import Settings
from editor.ui.plain_text import literal


class RecentMenu(QMenu):
    """Filled each time it opens."""

    def __init__(self, settings: Settings, open_post: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._open_post = settings, open_post
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List them as they are now."""
        self.clear()
        for name in self._settings.get("recent_files"):
            self.addAction(literal(name)).triggered.connect(partial(self._open, Path(name)))
        if self.isEmpty():
            self.addAction(self.tr("No posts opened yet")).setEnabled(False)

    def _open(self, path: Path) -> None:
        self._open_post(path)
