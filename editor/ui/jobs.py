"""Work aside: a question is answered on a thread, and its answer comes back only while it is still the newest one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

_Arguments = ParamSpec("_Arguments")


class Jobs(QObject):
    """The questions of one window, of which each makes the former one old."""

    _told = Signal(int, object)  # number of the question; what is to be called

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._told.connect(self._hand_on)

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

    def _hand_on(self, number: int, take: Callable[[], None]) -> None:
        if number == self._number:
            take()


class Asked:
    """A question, for the thread that answers it."""

    def __init__(self, jobs: Jobs, number: int) -> None:
        self._jobs, self._number = jobs, number

    def is_old(self) -> bool:
        """Whether another one was asked meanwhile, so that nobody waits for this answer."""
        return self._number != self._jobs._number

    def answer(self, take: Callable[_Arguments, None], *arguments: _Arguments.args, **named: _Arguments.kwargs) -> None:
        """Call this on the window's thread, unless another question is asked before; as often as there is something."""
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._jobs._told.emit(self._number, partial(take, *arguments, **named))
