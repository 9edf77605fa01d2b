"""Work aside: a question is answered on a thread, and its answer comes back only while it is still the newest one.

No thread uses a signal of an object that belongs to a window: the window's thread may free it at that very moment, and
that ends the program (Qt: “Threads and QObjects”). All that comes from threads goes through one object, which lives as
long as the program.
"""

from __future__ import annotations

import atexit
import threading
import weakref
from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

_Arguments = ParamSpec("_Arguments")


class _Bridge(QObject):
    """Where threads and the window's thread meet, until Python ends and frees what is Qt's."""

    _came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._lock = threading.Lock()
        self._closed = False
        atexit.register(self._close)

    def bring(self, owner: weakref.ref[QObject], call: Callable[[], None]) -> None:
        """From any thread."""
        with self._lock:
            if not self._closed:
                self._came.emit((owner, call))

    def _close(self) -> None:
        with self._lock:
            self._closed = True

    def _call(self, came: tuple[weakref.ref[QObject], Callable[[], None]]) -> None:
        owner = came[0]()
        if owner is not None and shiboken6.isValid(owner):
            came[1]()


_BRIDGE = _Bridge()  # on the window's thread, which imports the modules of the window


def call_in_window(
    owner: QObject, call: Callable[_Arguments, None], *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> None:
    """Have this called on the window's thread, unless its owner is freed before; from any thread."""
    _BRIDGE.bring(weakref.ref(owner), partial(call, *arguments, **named))


class Jobs:
    """The questions of one owner, of which each makes the former one old. An owner that is freed hears no answer."""

    def __init__(self, owner: QObject) -> None:
        self._owner = weakref.ref(owner)
        self._number = 0

    def ask(
        self,
        work: Callable[Concatenate[Asked, _Arguments], None],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> None:
        """Have this done on a thread of its own; it tells its answers by the question that it is given."""
        self.forget()
        asked = Asked(self, self._number)
        threading.Thread(target=work, args=(asked, *arguments), kwargs=named, daemon=True).start()

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._number += 1


class Asked:
    """A question, for the thread that answers it."""

    def __init__(self, jobs: Jobs, number: int) -> None:
        self._jobs, self._number = jobs, number

    def is_old(self) -> bool:
        """Whether another one was asked meanwhile, so that nobody waits for this answer."""
        return self._number != self._jobs._number

    def answer(self, take: Callable[_Arguments, None], *arguments: _Arguments.args, **named: _Arguments.kwargs) -> None:
        """Call this on the window's thread, unless another question is asked before; as often as there is something."""
        _BRIDGE.bring(self._jobs._owner, partial(self._hand_on, partial(take, *arguments, **named)))

    def _hand_on(self, take: Callable[[], None]) -> None:
        if not self.is_old():
            take()
