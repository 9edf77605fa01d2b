"""The process of a `TaskProcess` (`python -m editor --task-worker`): reads tasks, answers each.

A task is `{"task": name, "language": …, …}`, see `tasks.table`; its answer is its result, or `{"error": name}`. Before
the first one, and before each post that a task about many posts reads, `{"at": path}` is sent: the time that a task may
take is counted from there. The process ends with its input.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import BinaryIO

from editor import language
from editor.render.limits import PROCESSOR_S, begin_work, bound, take_output
from editor.render.protocol import receive, send
from editor.tasks.process import BEHIND
from editor.tasks.table import TASKS

_log = logging.getLogger(__name__)

_NICER = 5


def main() -> int:
    """Serve until standard input ends."""
    bound()
    if BEHIND in sys.argv[2:] and hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICER)
    language.use(language.spoken())
    serve(sys.stdin.buffer, take_output(), begin_work, modules=[word for word in sys.argv[2:] if "." in word])
    return 0


def serve(
    requests: BinaryIO,
    answers: BinaryIO,
    begin: Callable[[float], object] = lambda _: None,
    *,
    modules: Iterable[str] = (),
) -> None:
    """Answer tasks from one stream on another until the first one ends.

    Args:
        begin: is called before each task, and before each post of one about many, with the seconds that it may take.
        modules: what is loaded before the time of a task counts.

    """
    seconds = PROCESSOR_S

    def tell(at: str) -> None:
        begin(seconds)
        send(answers, {"at": at})

    for module in modules:
        import_module(module)
    tell("")
    while (request := receive(requests)) is not None:
        seconds = request.get("seconds", PROCESSOR_S)
        begin(seconds)
        if request.get("language", language.spoken()) != language.spoken():
            language.use(request["language"])
        try:
            answer = TASKS[request["task"]](request, tell)
        except Exception as error:  # noqa: BLE001  a post must not end the worker: the window says that it was stopped
            where = "".join(traceback.format_tb(error.__traceback__))  # what the error says may be a line of the post
            _log.warning("the task %s failed: %s\n%s", request["task"], type(error).__name__, where)
            answer = {"error": type(error).__name__}
        send(answers, answer)
