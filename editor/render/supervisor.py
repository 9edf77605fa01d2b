"""Keeps a render worker running and feeds it: one request in flight, the edits of the meantime joined into the next.

No method waits for the worker. Answers arrive on a thread of this class's own, through the callables that it is
made with. A worker that dies or takes too long is replaced and given the whole text again; one that can't render a
text three times running gets no fourth try until the text changes.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Final

from editor.language import tr
from editor.render.patch import Patch
from editor.render.protocol import receive, send
from editor.text.edit import Edit, apply_all, compose_all

_PYTHON: Final = () if getattr(sys, "frozen", False) else ("-P", "-m", "editor")  # -P: never from the folder we are in
COMMAND: Final = (sys.executable, *_PYTHON, "--render-worker")
TIME_LIMIT: Final = 5.0
"""After how many seconds without an answer a worker is given up."""
CHARACTERS_A_SECOND: Final = 500_000
"""For how many characters of a very long post a worker is given another second."""
SLOW_AFTER: Final = 2.0
"""After how many seconds the writer is told that the preview lags."""
LOOK_LIMIT: Final = 30.0
"""How long finding a blog's look may take, in seconds: Sass may have to be compiled."""
MAX_FAILURES: Final = 3


@dataclass(slots=True)
class _State:
    """What is to be sent, guarded by the supervisor's condition."""

    text: str = ""  # the post at the last request sent
    place: dict[str, Any] = field(default_factory=dict)
    opened: bool = False  # a text that the worker has not seen yet
    edits: list[Edit] = field(default_factory=list)  # since the last request
    wanted: bool = False
    stopping: bool = False
    generation: int = 0  # counts posts opened: answers for a former one are dropped


class Supervisor:
    """Starts the worker on a thread, sends it requests, hands its answers on.

    Args:
        on_patch: gets each patch, and whether it is the first for a page that must be empty.
        on_problem: gets a message for the writer when rendering failed; "" when it works again.
        command, time_limit, slow_after: for tests.

    """

    def __init__(
        self,
        on_patch: Callable[[Patch, bool], None],
        on_problem: Callable[[str], None],
        *,
        command: Sequence[str] = COMMAND,
        time_limit: float = TIME_LIMIT,
        slow_after: float = SLOW_AFTER,
    ) -> None:
        self._on_patch, self._on_problem = on_patch, on_problem
        self._command, self._time_limit, self._slow_after = tuple(command), time_limit, slow_after
        self._state, self._condition = _State(), threading.Condition()
        self._worker: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="render supervisor", daemon=True)

    def start(self) -> None:
        """Start the thread and, from it, the worker."""
        self._thread.start()

    def open(self, text: str, place: Mapping[str, object] | None = None) -> None:
        """Show a post of a blog; whatever was under way for the former one is forgotten.

        Args:
            place: whose markdown it is and where it lies, as the worker's requests have it; without it as in no blog.

        """
        with self._condition:
            state = self._state
            state.place = dict(place or {})
            state.text, state.opened, state.wanted = text, True, True
            state.edits.clear()
            state.generation += 1
            self._condition.notify()

    def edit(self, edit: Edit) -> None:
        """Follow an edit of the post."""
        with self._condition:
            self._state.edits.append(edit)
            self._state.wanted = True
            self._condition.notify()

    def look_again(self) -> None:
        """Render what is there once more: files that the post names may have come or gone."""
        with self._condition:
            self._state.wanted = True
            self._condition.notify()

    def close(self) -> None:
        """End the worker and the thread."""
        with self._condition:
            self._state.stopping = True
            worker = self._worker
            self._condition.notify()
        if worker is not None:
            worker.kill()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        self._drop_worker()

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id, for tests and diagnosis."""
        return self._worker.pid if self._worker is not None else None

    def _run(self) -> None:
        failures, number = 0, 0
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._state.wanted or self._state.stopping)
                if self._state.stopping:
                    return
                request, first, generation = self._next_request()
            number += 1
            answer = self._ask({"id": number, **request})
            with self._condition:
                if self._stopping():
                    return
                current = generation == self._state.generation
                if answer is None:
                    failures += 1
                    self._state.opened = True
                    self._state.wanted = failures < MAX_FAILURES or bool(self._state.edits)
            if answer is None:
                if failures >= MAX_FAILURES:
                    self._on_problem(
                        tr("The preview stopped: this post can't be rendered in time. It tries again when you type.")
                    )
                    failures = MAX_FAILURES - 1
            elif current:
                failures = 0
                self._deliver(answer, first=first)

    def _stopping(self) -> bool:
        """Whether `close` was called, perhaps while an answer was waited for."""
        return self._state.stopping

    def _next_request(self) -> tuple[dict[str, Any], bool, int]:
        """What to send now. Called with the condition held."""
        state = self._state
        edits = compose_all(state.edits)
        state.edits, state.wanted = [], False
        state.text = apply_all(state.text, edits)
        first, state.opened = state.opened, False
        request = {"text": state.text, **state.place} if first else {"edits": [[e.start, e.end, e.new] for e in edits]}
        return request, first, state.generation

    def _ask(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """Send a request and wait for its answer; None when the worker died, hung, or could not be started."""
        if self._worker is None and "text" not in request:
            return None  # a new worker needs the whole text first
        try:
            worker = self._running()
            assert worker.stdin is not None
            assert worker.stdout is not None
            patience = self._time_limit + len(self._state.text) / CHARACTERS_A_SECOND
            limit = threading.Timer(patience, worker.kill)
            slow = threading.Timer(self._slow_after, self._on_problem, (tr("The preview is being rendered…"),))
            limit.start()
            slow.start()
            try:
                send(worker.stdin, request)  # type: ignore[arg-type]
                answer = receive(worker.stdout)  # type: ignore[arg-type]
            finally:
                limit.cancel()
                slow.cancel()
        except (OSError, ValueError):
            answer = None
        if answer is None:
            self._drop_worker()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None:
            self._worker = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._worker

    def _drop_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            for pipe in (worker.stdin, worker.stdout):
                _close(pipe)
            worker.wait()

    def _deliver(self, answer: dict[str, Any], *, first: bool) -> None:
        if "error" in answer:
            self._on_problem(tr("The preview can't show this text ({0}).").format(answer["error"]))
            return
        self._on_problem("")
        answer.pop("id")
        self._on_patch(Patch(**answer), first)


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        with contextlib.suppress(OSError):
            pipe.close()


def ask_once(request: Mapping[str, Any], *, time_limit: float = LOOK_LIMIT) -> dict[str, Any] | None:
    """One answer of a worker of its own; None when it died or took too long. Waits: not for the window's thread."""
    try:
        worker = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except OSError:
        return None
    limit = threading.Timer(time_limit, worker.kill)
    limit.start()
    try:
        assert worker.stdin is not None
        assert worker.stdout is not None
        send(worker.stdin, {"id": 0, **request})  # type: ignore[arg-type]
        return receive(worker.stdout)  # type: ignore[arg-type]
    except (OSError, ValueError):
        return None
    finally:
        limit.cancel()
        worker.kill()
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                _close(pipe)
        worker.wait()
