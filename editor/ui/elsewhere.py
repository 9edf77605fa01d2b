"""Tells when another window of the same user (a second program, if the first one hung) has the shown post open, too.

Each window writes which posts it has open into a folder of its own, with a lock: a folder whose lock nobody holds is of
a window that is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from editor.disk import MAX_STATE, private_folder, read_regular, write_private
from editor.post.lock import FileLock
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.tabs import Tabs

TOPIC: Final = "elsewhere"
_LOCK, _OPEN = "lock", "open.json"


class Elsewhere(QObject):
    """Follows the window's posts."""

    def __init__(self, files: PostFiles, tabs: Tabs, bar: MessageBar, folder: Path, parent: QObject) -> None:
        """Begin; `folder` is the same one for all windows."""
        super().__init__(parent)
        self._files, self._tabs, self._bar, self._folder = files, tabs, bar, folder
        self._own = folder / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        self._lock: FileLock | None = None
        self._told: set[Path] = set()
        self._written: frozenset[Path] | None = None
        files.moved.connect(self.look)
        self.look()

    def look(self) -> None:
        """Write down what is open here, and tell of the shown post."""
        path = self._files.path
        with contextlib.suppress(OSError):  # then nobody is told; nothing else depends on it
            self._write()
        if path is None or path in self._told or path.resolve() not in set(self._others()):
            return
        self._told.add(path)
        text = self.tr(
            "{0} is open in another window of Postwright, too. Nothing is overwritten: whoever saves second is asked."
        )
        self._bar.say(text.format(path.name), topic=TOPIC)

    def close(self) -> None:
        """The window closes."""
        if self._lock is not None:
            with contextlib.suppress(OSError):
                (self._own / _OPEN).unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None
            with contextlib.suppress(OSError):
                self._own.rmdir()

    def _write(self) -> None:
        paths = self._tabs.paths
        if paths == self._written:
            return
        if self._lock is None:
            private_folder(self._folder)
            private_folder(self._own)
            self._lock = FileLock(self._own / _LOCK)
            self._lock.take()
        written = json.dumps(sorted(str(path.resolve()) for path in paths))
        write_private(self._own / _OPEN, written.encode(), durable=False)
        self._written = paths

    def _others(self) -> Iterator[Path]:
        """What other windows have open."""
        with contextlib.suppress(OSError):
            for folder in self._folder.iterdir():
                if folder == self._own:
                    continue
                lock = FileLock(folder / _LOCK)
                if lock.take() or not lock.refused:  # its window is gone
                    with contextlib.suppress(OSError):
                        (folder / _OPEN).unlink(missing_ok=True)
                    lock.unlock()
                    with contextlib.suppress(OSError):
                        folder.rmdir()
                    continue
                with contextlib.suppress(OSError, ValueError, RecursionError):
                    names = json.loads(read_regular(folder / _OPEN, MAX_STATE))
                    yield from (Path(name) for name in names if isinstance(name, str))
