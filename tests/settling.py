"""Waiting for what a window is about to do, so that no test depends on how fast the machine is.

A busy machine lays a window out, loads a page or ends an animation later, not never. What a test looks at is looked at
again until it is as expected; only a state that lasts is a failure.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_S = 30
"""Seconds after which a finding counts as lasting."""
_PAUSE_S = 0.05


def lasting(window: QWidget, look: Callable[[QWidget], Iterable[str]]) -> list[str]:
    """Return what is found in a window, once layouts and animations are done: nothing as soon as nothing is found."""
    end = time.monotonic() + PATIENCE_S
    found = list(look(window))
    while found and time.monotonic() < end:
        _work_off()
        time.sleep(_PAUSE_S)
        found = list(look(window))
    return found


def steady(value: Callable[[], object]) -> object:
    """Return a value once it is the same three times in a row."""
    end = time.monotonic() + PATIENCE_S
    seen: list[object] = []
    while time.monotonic() < end and not (len(seen) >= 3 and seen[-1] == seen[-2] == seen[-3]):
        _work_off()
        time.sleep(_PAUSE_S)
        seen.append(value())
    return seen[-1]


def _work_off() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
