"""Work that the window waits for: on a thread, with progress and a way to stop in front of the window once it lasts."""

from __future__ import annotations

import queue
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from editor.language import tr
from editor.ui.jobs import Asked, Jobs
from editor.ui.speaking import counted
from editor.ui.theme.fonts import scaled

SHOWN_AFTER_MS: Final = 300
"""Quicker work shows no progress."""
WIDTH: Final = 360
TOLD_EACH: Final = 20
"""After so many posts the progress is told."""

_Result = TypeVar("_Result")


def wait_for(
    window: QWidget, whole: int, work: Callable[[Callable[[int], bool]], _Result], *, may_stop: bool = True
) -> _Result:
    """Have posts written on a thread; until then the window is painted, but nothing can be done in it.

    Args:
        whole: how many posts.
        work: is given what it tells how many are done, and which says whether to go on: not once “Stop” was pressed.

    Returns:
        What the work returns; what it raises is raised.

    """
    progress = QProgressDialog("", tr("Stop"), 0, whole, window)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(2**31 - 1)  # it is shown below
    if not may_stop:
        progress.setCancelButton(None)
    progress.setMinimumWidth(scaled(WIDTH))
    progress.setAutoClose(False)
    progress.setAutoReset(False)
    loop, stopped = QEventLoop(), list[bool]()
    progress.canceled.connect(lambda: stopped.append(True))
    results: queue.SimpleQueue[_Result | BaseException] = queue.SimpleQueue()

    def show(done: int) -> None:
        progress.setLabelText(tr("Writing {0} of {1}…").format(counted(done), counted(whole)))
        progress.setValue(done)

    def do(asked: Asked) -> None:
        def go_on(done: int) -> bool:
            if done % TOLD_EACH == 0:
                asked.answer(show, done)
            return not (stopped and may_stop)

        try:
            results.put(work(go_on))
        except BaseException as error:  # noqa: BLE001  raised again on the window's thread
            results.put(error)
        asked.answer(loop.quit)

    Jobs(progress).ask(do)
    QTimer.singleShot(SHOWN_AFTER_MS, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if results.empty():
        progress.show()
        loop.exec()
    progress.close()
    progress.deleteLater()
    result = results.get()  # it is waited for also when the program is asked to end
    if isinstance(result, BaseException):
        raise result
    return result
