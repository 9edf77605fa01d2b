"""Python's search for garbage, on the window's thread alone.

By itself Python searches on whichever thread makes an object, and frees there what it finds. An object of Qt that is
freed on another thread while its own makes or uses one like it ends the program (Qt: “Threads and QObjects”).
"""

from __future__ import annotations

import gc
import linecache
import sys

from PySide6.QtCore import QObject, QTimer

YOUNG_MS = 1_000
"""How often new objects are looked at. Ten thousand posts that were read meanwhile make that take 8 ms, once."""
YOUNG = 700
"""So many new objects are worth a look: Python's own figure."""
IDLE_MS = 30_000
"""How often what is older is looked at."""
MANY_BLOCKS = 2_000_000
"""So many pieces of memory mean that a blog is being read; a window with a long post has some 300,000."""


class Garbage(QObject):
    """From now on garbage is looked for when the thread that made this is in its event loop, and at no other time.

    What there is already is never looked at: what a start makes is kept.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        linecache.clearcache()
        gc.freeze()
        for interval, search in ((YOUNG_MS, _search_young), (IDLE_MS, _search_all)):
            timer = QTimer(self)
            timer.setInterval(interval)
            timer.timeout.connect(search)
            timer.start()


def _search_young() -> None:
    """Look at the objects that were made since the last time, when they are many."""
    if gc.get_count()[0] > YOUNG:
        gc.collect(0)


def _search_all() -> None:
    """Look at all objects, when they are few. While a blog is read they are many: a full search would stop the window
    for a quarter of a second, and find nothing.
    """
    linecache.clearcache()  # PySide reads the source of each module that is imported, and Python keeps its lines
    gc.collect(2 if sys.getallocatedblocks() < MANY_BLOCKS else 1)
    _give_back()


def _give_back() -> None:
    """Give the system what was freed and lies between what is still used: glibc keeps that, and a window that is open
    for days would hold more and more (malloc_trim(3)). Elsewhere nothing is done.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
