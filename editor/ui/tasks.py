"""Tasks for worker processes: what reads a stranger's text runs there, for a post could hold the window up for good.

A thread would not do: a regular expression that is stuck holds Python's lock, and with it the window and the journal.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from editor import language
from editor.ui.jobs import call_in_window

if TYPE_CHECKING:
    from editor.tasks.answer import Answer
    from editor.tasks.process import TaskProcess

MAX_PASSED_OVER: Final = 50
"""After so many posts that stop a task, it is given up."""


class Lane(Enum):
    """The worker processes, by their arguments: what waits in one does not hold another up."""

    PROMPT = ("editor.tasks.texts", "editor.writing.html_markdown")  # somebody waits for it: a paste, the headings
    CHECKS = ("behind", "editor.tasks.checks")  # of the open post
    LIBRARY = ("behind",)  # the index of a blog is brought up to date
    BLOG = ("behind", "editor.tasks.checks", "editor.tasks.names")  # all posts of a blog are read


_processes: dict[Lane, TaskProcess] = {}  # as long as the program, for its windows follow each other in the tests


def _process(lane: Lane) -> TaskProcess:
    if lane not in _processes:
        from editor.tasks.process import COMMAND, TaskProcess

        if not _processes:
            atexit.register(_close)
        _processes[lane] = TaskProcess(command=(*COMMAND, *lane.value), keep=lane is not Lane.LIBRARY)
    return _processes[lane]


def _close() -> None:
    """End all worker processes."""
    while _processes:
        _processes.popitem()[1].close()


class Tasks:
    """The tasks of one owner: of those with the same topic only the newest one's answer comes, on the window's thread.

    An owner that is freed gets none.
    """

    def __init__(self, owner: QObject, lane: Lane) -> None:
        self._owner, self._lane = owner, lane
        self._numbers: dict[str, int] = {}

    def ask(
        self, topic: str, request: Mapping[str, Any], take: Callable[[Answer], None], *, seconds: float | None = None
    ) -> None:
        """Have a task done.

        Args:
            request: with the name of the `task`, see `editor.tasks.table`.
            take: gets the answer.
            seconds: a limit of its own.

        """
        number, owner = self._next(topic), self._owner

        def hand_on(answer: Answer) -> None:
            if self._numbers.get(topic) == number:
                take(answer)

        spoken = {**request, "language": language.spoken()}
        _process(self._lane).ask((self, topic), spoken, lambda answer: call_in_window(owner, hand_on, answer), seconds)

    def ask_about_posts(
        self, topic: str, request: Mapping[str, Any], passed_over: list[str], take: Callable[[Answer], None]
    ) -> None:
        """Have a task done that reads the posts of a blog; one that stops it is passed over, and the others are read.

        Args:
            passed_over: the paths of such posts; those that are found are added.

        """

        def came(answer: Answer) -> None:
            if answer.stop is not None and answer.at and len(passed_over) < MAX_PASSED_OVER:
                passed_over.append(answer.at)
                self.ask_about_posts(topic, request, passed_over, take)
            else:
                take(answer)

        self.ask(topic, {**request, "passed_over": list(passed_over)}, came)

    def forget(self, topic: str) -> None:
        """Nobody waits for this answer any more."""
        self._next(topic)
        if self._lane in _processes:
            _processes[self._lane].forget((self, topic))

    def _next(self, topic: str) -> int:
        self._numbers[topic] = self._numbers.get(topic, 0) + 1
        return self._numbers[topic]
