"""Notices a page that does not answer any more: a picture that never ends being drawn, a process that was stopped.

Chromium tells when the page's process ends, not when it hangs. The page is asked for a sign of life, at intervals and
after each patch; it must answer within a number of seconds of our own timer. Those seconds are counted one by one, so
that a computer that slept, or a window that was busy itself, does not count as a page that hangs.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE: Final = 10
"""Seconds without an answer after which a page hangs."""
BUSY: Final = 60
"""Seconds for a page to be loaded, when the web engine starts its process, or printed."""
CHARACTERS_A_SECOND: Final = 200_000
"""For how many characters of a patch the page is given another second."""
TICK_MS: Final = 1_000
_ASKED_EVERY: Final = 5  # ticks between two questions while nothing happens

Ask = Callable[[Callable[[object], None]], None]
"""Asks the page something, and hands its answer on."""


class PageWatch(QObject):
    """Watches the page of a preview.

    Args:
        ask: asks the page for a sign of life.
        wanted: whether the page is to be watched now; a hidden one may be frozen.

    """

    hangs = Signal()

    def __init__(self, ask: Ask, wanted: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._wanted = ask, wanted
        self._number = 0  # of the last question; answers to former ones say nothing
        self._left = 0  # seconds until the answer must be there; 0 where none is waited for
        self.waited = 0
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def busy(self) -> None:
        """The page is being loaded or printed, which takes its time; `done` says that it is over."""
        self._number += 1
        self._left, self.waited = BUSY, 0
        self._timer.start()

    def done(self) -> None:
        """What the page was busy with is over."""
        self._left = self._quiet = 0

    def works(self, characters: int) -> None:
        """The page was given a script; it must have done with it, and with what it shows then, in time."""
        if self._timer.isActive():
            self._question(PATIENCE + characters // CHARACTERS_A_SECOND)

    def rest(self) -> None:
        """Watch no longer: there is no page."""
        self._number += 1
        self._left = 0
        self._timer.stop()

    def _question(self, seconds: int) -> None:
        self._number += 1
        self._left, self.waited = max(self._left, seconds), 0
        number = self._number

        def heard(_: object) -> None:
            if number == self._number:
                self._left = self._quiet = 0

        self._ask(heard)

    def _tick(self) -> None:
        if self._left:
            self.waited += 1
            self._left -= 1
            if not self._left:
                self._timer.stop()
                self.hangs.emit()
            return
        self._quiet += 1
        if self._quiet >= _ASKED_EVERY and self._wanted():
            self._question(PATIENCE)


def end_process(pid: int) -> bool:
    """End a page's process, also one that is stopped. Returns whether there was one."""
    if pid <= 0:
        return False
    with contextlib.suppress(OSError):
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))  # on Windows either ends it at once
        return True
    return False
