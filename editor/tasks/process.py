"""A worker process for tasks: starts it, sends it one task at a time, ends it when a task takes too long.

No method waits for the worker. Answers are handed on by a thread of this class's own, which does nothing but wait for
them. A worker that dies is replaced, and its task tried once more; a task that was stopped for its time is not.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from editor.render.protocol import receive, send
from editor.tasks.answer import Answer, Stop

_log = logging.getLogger(__name__)

_PYTHON: Final = () if getattr(sys, "frozen", False) else ("-P", "-m", "editor")  # -P: never from the folder we are in
COMMAND: Final = (sys.executable, *_PYTHON, "--task-worker")
BEHIND: Final = "behind"
"""An argument of the worker: the window and the preview go before it."""
TIME_LIMIT: Final = 5.0
"""After how many seconds of processor time a task is stopped, counted anew with each post that it names."""
CLOCK: Final = 6 if os.name == "posix" else 1
"""So many times that limit a task may take by the clock: the machine may be busy. Windows counts no other time."""
CHARACTERS_A_SECOND: Final = 500_000
"""For how many characters of a very long text a task is given another second; as rendering."""
START_LIMIT: Final = 60.0
"""How long a process may take to start, in seconds: that is the machine's doing, not the post's."""
PATIENCE: Final = 1.0
"""How long a task may go on that nobody waits for any more, in seconds; what it has loaded is worth keeping."""
_TRIES: Final = 2
_GOING: Final = 0.5
_OVERDUE: Final = {-getattr(signal, "SIGXCPU", 0)} - {0}
"""What a worker ends with that the system ended for its processor time."""


@dataclass(slots=True)
class _Task:
    """A task that waits or is being worked on, guarded by the condition of its process."""

    request: Mapping[str, Any]
    take: Callable[[Answer], None]
    seconds: float
    deadline: float = float("inf")
    at: str = ""
    begun: bool = False
    unwanted: bool = False
    overdue: bool = False


class TaskProcess:
    """One worker process with a queue: of tasks with the same topic, only the newest one is done.

    Args:
        keep: the worker stays for the next task.
        command, time_limit, patience: for tests.

    """

    def __init__(
        self,
        *,
        command: Sequence[str] = COMMAND,
        time_limit: float | None = None,
        patience: float = PATIENCE,
        keep: bool = True,
    ) -> None:
        self._command, self._patience, self._keep = tuple(command), patience, keep
        self._time_limit = TIME_LIMIT if time_limit is None else time_limit
        self._condition = threading.Condition()
        self._queue: dict[Hashable, _Task] = {}
        self._current: tuple[Hashable, _Task] | None = None
        self._worker: subprocess.Popen[bytes] | None = None
        self._stopping = False
        self._threads: list[threading.Thread] = []

    def ask(
        self, topic: Hashable, request: Mapping[str, Any], take: Callable[[Answer], None], seconds: float | None = None
    ) -> None:
        """Have a task done; a former one of the same topic is given up.

        Args:
            seconds: a limit of its own.
            take: gets the answer, on another thread; it is not called once the task is given up.

        """
        long = sum(len(value) for value in request.values() if isinstance(value, str))
        with self._condition:
            if self._stopping:
                return
            self._give_up(topic)
            limit = self._time_limit + long / CHARACTERS_A_SECOND
            self._queue[topic] = _Task(request, take, min(limit, seconds) if seconds is not None else limit)
            if not self._threads:
                self._start()
            self._condition.notify_all()

    def forget(self, topic: Hashable) -> None:
        """Give a task up."""
        with self._condition:
            self._queue.pop(topic, None)
            self._give_up(topic)
            self._condition.notify_all()

    def close(self) -> None:
        """End the worker; no answer comes after that."""
        with self._condition:
            self._stopping = True
            self._queue.clear()
            worker = self._worker
            self._condition.notify_all()
        if worker is not None:
            worker.kill()
        for thread in self._threads:
            thread.join(5)
        self._drop()

    @property
    def pid(self) -> int | None:
        """The worker's process id, for tests and diagnosis."""
        worker = self._worker
        return worker.pid if worker is not None else None

    def _start(self) -> None:
        for work in (self._run, self._watch):
            thread = threading.Thread(target=work, name="tasks", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _give_up(self, topic: Hashable) -> None:
        """Called with the condition held."""
        if self._current is not None and self._current[0] == topic:
            task = self._current[1]
            task.unwanted = True
            if task.begun:  # else its process is starting, for the next task, too
                task.deadline = min(task.deadline, time.monotonic() + self._patience)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._current = None
                self._condition.wait_for(lambda: self._queue or self._stopping)
                if self._stopping:
                    return
                topic = next(iter(self._queue))
                task = self._queue.pop(topic)
                self._current = topic, task
            answer = self._answer(task)
            with self._condition:
                wanted = not (task.unwanted or self._stopping)
            if wanted:
                task.take(answer)

    def _watch(self) -> None:
        """End the worker once its task is overdue."""
        with self._condition:
            while not self._stopping:
                task = self._current[1] if self._current is not None else None
                left = task.deadline - time.monotonic() if task is not None else float("inf")
                if task is not None and left <= 0:
                    task.overdue, task.deadline = True, float("inf")
                    if self._worker is not None:
                        self._worker.kill()
                else:
                    self._condition.wait(left if left < threading.TIMEOUT_MAX else None)

    def _answer(self, task: _Task) -> Answer:
        for _ in range(_TRIES):
            answer = self._try(task)
            if answer is not None:
                if not self._keep:
                    self._drop(at_once=True)
                return answer
            ended = self._drop()
            if task.unwanted or self._stopping:
                return Answer(stop=Stop.ENDED)  # nobody hears of it
            if ended in _OVERDUE or task.overdue:
                _log.warning(
                    "a task was stopped: %s took longer than %s s", task.request.get("task"), round(task.seconds)
                )
                return Answer(stop=Stop.TIME, at=task.at)
        _log.warning("a task ended its process: %s", task.request.get("task"))
        return Answer(stop=Stop.ENDED, at=task.at)

    def _try(self, task: _Task) -> Answer | None:
        """Send a task and wait for its answer; None when the worker died, was ended, or could not be started."""
        with contextlib.suppress(OSError, ValueError):
            starts = self._worker is None
            self._set_deadline(task, START_LIMIT if starts else task.seconds * CLOCK, begun=not starts)
            worker = self._running()
            assert worker.stdin is not None
            assert worker.stdout is not None
            send(worker.stdin, {**task.request, "seconds": task.seconds})  # type: ignore[arg-type]
            while (message := receive(worker.stdout)) is not None:  # type: ignore[arg-type]
                if "at" in message:  # "" when it has started
                    task.at = message["at"]
                    self._set_deadline(task, task.seconds * CLOCK, begun=True)
                elif "error" in message:
                    return Answer(stop=Stop.ERROR, at=task.at, error=message["error"])
                else:
                    return Answer(message)
        return None

    def _set_deadline(self, task: _Task, seconds: float, *, begun: bool) -> None:
        with self._condition:
            if task.overdue or (task.unwanted and task.begun):
                return
            task.begun = begun
            left = self._patience if begun and task.unwanted else seconds
            task.deadline = time.monotonic() + left
            self._condition.notify_all()

    def _running(self) -> subprocess.Popen[bytes]:
        with self._condition:
            if self._stopping:
                raise OSError
            if self._worker is None:
                self._worker = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            return self._worker

    def _drop(self, *, at_once: bool = False) -> int | None:
        """Let the worker go; what it ended with.

        Args:
            at_once: it is not ending by itself.

        """
        with self._condition:
            worker, self._worker = self._worker, None
        if worker is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                worker.wait(0 if at_once else _GOING)  # its pipes are closed a moment before it is gone
            worker.kill()
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            return worker.wait()
        return None
