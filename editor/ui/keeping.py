"""Starts what keeps a writer's words: the journal, what a crash left, the watch over the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.post.saved_versions import SavedVersions
from editor.settings import Settings
from editor.ui.recovery import Recovery
from editor.ui.theme.icons import Icons
from editor.ui.watching import Watching

if TYPE_CHECKING:
    from editor.ui.window import Window


def start_keeping(window: Window, icons: Icons, settings: Settings) -> tuple[Recovery, Watching]:
    """Begin; what comes after the window's first painting."""
    document, files, pane, bar = window.document, window.files, window.pane, window.messages
    versions = SavedVersions(settings.versions)
    recovery = Recovery(document, files, window.pictures, pane, bar, icons, settings.journal, versions, window)
    base, compare = recovery.journaling.base, window.history.show
    watching = Watching(document, files, window.tabs, pane, bar, icons, base, compare, window)
    watching.start()
    recovery.journaling.look_for_lost()
    return recovery, watching
