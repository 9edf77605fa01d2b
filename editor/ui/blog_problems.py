"""The problems of the open post that only its blog's other posts tell of: broken links, shared addresses, odd tags."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from editor.check.problem import Problem
from editor.header import Generator
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.stopped import passed_over, stop_problem
from editor.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

BLOG_PAUSE_MS: Final = 3_000
"""How long after a post was opened its blog's posts are read for what only they tell."""
BLOG_AGAIN_S: Final = 60
"""How old what they told may be when the post is saved."""
MAX_PASSED_OVER: Final = 20
"""After so many posts that can't be looked at the blog is given up."""
_READS = itertools.count(1)
"""The worker process, which keeps what it read, may be that of several windows."""


class BlogProblems(QObject):
    """Follows the open post. The worker process reads the blog once, and keeps what it learnt."""

    found = Signal()

    def __init__(
        self, document: PostDocument, files: PostFiles, post_data: Callable[[], dict[str, Any]], parent: QObject
    ) -> None:
        """Begin; `post_data` gives the open post as tasks get it."""
        super().__init__(parent)
        self._document, self._files, self._post_data = document, files, post_data
        self._tasks = Tasks(self, Lane.BLOG)
        self._problems: list[Problem] = []
        self._root: Path | None = None
        self._read = 0  # which reading of the blog is good; 0: not read yet
        self._read_at = 0.0
        self._passed_over: list[str] = []
        self._awaited = self._again = self._given_up = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BLOG_PAUSE_MS)
        self._timer.timeout.connect(self._read_blog)
        files.moved.connect(self._move)
        files.saved.connect(self._timer.start)

    @property
    def problems(self) -> list[Problem]:
        """What is known now."""
        notes = [passed_over(self._files.path, at) for at in self._passed_over]
        return [*self._problems, *notes]

    def refresh(self) -> None:
        """Have the post compared with its blog's other posts, once these were read."""
        data = self._blog_data()
        if data is None:
            return
        if self._awaited:
            self._again = True
            return
        self._awaited = True
        request = {"task": "check_in_blog", **self._post_data(), **data}
        self._tasks.ask("check", request, partial(self._take, self._files.path))

    def ask_fix(self, request: dict[str, Any], take: Callable[[Answer], None]) -> None:
        """Have a fix made of a problem that was found here."""
        self._tasks.ask("fix", {**request, **(self._blog_data() or {})}, take)

    def _blog_data(self) -> dict[str, Any] | None:
        """The blog as the tasks get it; None before its posts are to be read."""
        blog, path = self._files.blog, self._files.path
        if not self._read or self._given_up or self._document.read_only or blog is None or path is None:
            return None
        if not blog.holds(path):
            return None
        place = {"root": str(blog.root), "generator": str(blog.generator)}
        return {**place, "read": self._read, "passed_over": list(self._passed_over)}

    def _take(self, path: Path | None, answer: Answer) -> None:
        self._awaited = False
        again, self._again = self._again, False
        if answer.stop is not None and answer.at and len(self._passed_over) < MAX_PASSED_OVER:
            self._passed_over.append(answer.at)
            again = True
        elif path == self._files.path:
            if answer.stop is not None:
                self._given_up, self._problems = True, [stop_problem(path, answer)]
            else:
                self._problems = [Problem.from_message(one) for one in answer.result["blog"]]
        self.found.emit()
        if again:
            self.refresh()

    def _read_blog(self) -> None:
        """Have the posts of the blog read, if that was not done just now."""
        blog = self._files.blog
        if blog is None or blog.generator is Generator.PLAIN or self._files.path is None:
            return
        self._given_up = False
        if not self._read or time.monotonic() - self._read_at >= BLOG_AGAIN_S:
            self._read = next(_READS)
            self._read_at = time.monotonic()
        self.refresh()

    def _move(self) -> None:
        blog = self._files.blog
        root = blog.root if blog is not None else None
        self._problems, self._given_up = [], False
        if root != self._root or not self._read:
            self._root, self._read, self._passed_over = root, 0, []
            self._tasks.forget("check")
            self._awaited = self._again = False
            self._timer.start()
        self._tasks.forget("fix")
