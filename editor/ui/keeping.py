"""Starts what keeps a writer's words: the journal, what a crash left, the watch over the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.ui.recovery import Recovery
from editor.ui.theme.icons import Icons
from editor.ui.watching import Watching

if TYPE_CHECKING:
    from editor.ui.window import Window


def start_keeping(window: Window, icons: Icons, folder: Path) -> tuple[Recovery, Watching]:
    """Begin; what comes after the window's first painting.

    Args:
        folder: of the journals.

    """
    document, files, pane, bar = window.document, window.files, window.pane, window.messages
    recovery = Recovery(document, files, window.pictures, pane, bar, icons, folder, window)
    watching = Watching(document, files, window.tabs, pane, bar, icons, recovery.journaling.base, window)
    watching.start()
    recovery.journaling.look_for_lost()
    return recovery, watching
