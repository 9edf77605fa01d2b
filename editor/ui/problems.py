"""Keeps the list of a post's problems up to date while it is edited, and fixes them on request.

The checks run in a worker process: what a post holds can stop them there, and not the window.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from editor.check.problem import Problem
from editor.text.edit import Edit
from editor.ui.blog_problems import BlogProblems
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.stopped import CODE, stop_problem
from editor.ui.tasks import Lane, Tasks
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

TEXT_PAUSE_MS: Final = 800
"""How long after the last change of the text that is looked at."""
PAUSE_MS: Final = 200
"""How long after the last change of the front matter it is looked at: no key press waits for it."""
STOPPED_PAUSE_MS: Final = 30_000
"""The same for a post whose checks were stopped: they are not likely to end the next time."""
_FRESH = itertools.count(1)
"""The worker process, which keeps what it learnt of a blog, may be that of several windows."""
FIX_TRIES: Final = 3
"""How often a fix is made anew because the text was edited meanwhile."""


class PostProblems(QObject):
    """The problems of the open post."""

    found = Signal(object)  # list[Problem]: of the front matter
    all_found = Signal(object)  # list[Problem]: of the whole post
    refused = Signal(str)

    reached = Signal(str)  # what the problem is that the caret was put at

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        pane: TextPane,
        blocks: Callable[[], list[str]],
        parent: QObject,
    ) -> None:
        """Begin; `blocks` gives the page as the worker rendered it last: the names that links in the post may use."""
        super().__init__(parent)
        self._blocks = blocks
        self._document, self._files, self._pane = document, files, pane
        self._tasks = Tasks(self, Lane.CHECKS)
        self._fresh = next(_FRESH)  # another number: what was learnt of the blog is old
        self._awaited: set[str] = set()
        self._again: set[str] = set()  # what was edited since it was asked for
        self._timer = self._pause(PAUSE_MS, self.refresh)
        self._text_timer = self._pause(TEXT_PAUSE_MS, self.refresh_text)
        self._of_header: list[Problem] = []
        self._of_text: list[Problem] = []
        self._of_blog = BlogProblems(document, files, self.post_data, self)
        self._of_blog.found.connect(self._tell)
        document.header_changed.connect(self._timer.start)
        document.edited.connect(self._text_timer.start)
        document.swapped.connect(self._forget)
        files.moved.connect(self._move)

    @property
    def is_current(self) -> bool:
        """Whether what was told is of the text as it is now, but for what the blog's other posts tell."""
        return not (self._awaited or self._timer.isActive() or self._text_timer.isActive())

    def refresh(self) -> None:
        """Have the front matter looked at as it is now."""
        self._timer.stop()
        self._ask("header")

    def refresh_text(self) -> None:
        """Have the text looked at as it is now."""
        self._text_timer.stop()
        self._ask("whole")
        self._of_blog.refresh()

    def retell(self) -> None:
        """Find the problems again, in the language that is spoken now."""
        self.refresh_text()
        self.refresh()

    def do_next_problem(self) -> None:
        """Put the caret at the next problem below it, or at the first one."""
        self._go(1)

    def do_previous_problem(self) -> None:
        """Put the caret at the problem above it, or at the last one."""
        self._go(-1)

    def _go(self, step: int) -> None:
        here, known = self._pane.textCursor().blockNumber() + 1, self._known
        in_order = sorted(known, key=lambda problem: problem.line * step)
        found = next((one for one in in_order if one.line * step > here * step), in_order[0] if in_order else None)
        if found is None:
            self.reached.emit(self.tr("This post has no problems."))
            return
        self._pane.go_to_line(found.line - 1)
        self.reached.emit(self.tr("Line {0}: {1}").format(found.line, found.message))

    def mend(self, problem: Problem) -> None:
        """Do what a problem's button says, if the problem is still there."""
        self._fix(problem, FIX_TRIES)

    def post_data(self) -> dict[str, Any]:
        """The open post, as the tasks about it get it."""
        post, path = self._document.post, self._files.path
        source, rules = post.source, post.header.rules
        place = {"path": str(path) if path is not None else "", "fresh": self._fresh}
        read_by = {"generator": str(rules.generator), "version": rules.version}
        return {"text": source.text, "encoding": source.encoding, "bom": source.bom, **place, **read_by}

    # -- asking

    def _pause(self, milliseconds: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(do)
        return timer

    def _ask(self, part: str) -> None:
        """Have a part checked; one that is being checked goes on, and is checked once more then."""
        if self._document.read_only:
            self._tasks.forget(part)
            self._awaited.discard(part)
            self._take_part(part, [])
        elif part in self._awaited:
            self._again.add(part)
        else:
            page = ">\n".join(self._blocks()) if part == "whole" else ""  # no tag goes from one block into the next
            self._awaited.add(part)
            request = {"task": "check", part: True, "page": page, **self.post_data()}
            self._tasks.ask(part, request, partial(self._take, part))

    def _take(self, part: str, answer: Answer) -> None:
        self._awaited.discard(part)
        timer, usual = (self._timer, PAUSE_MS) if part == "header" else (self._text_timer, TEXT_PAUSE_MS)
        timer.setInterval(usual if answer.stop is None else STOPPED_PAUSE_MS)
        if part in self._again:
            self._again.discard(part)
            timer.start() if answer.stop is not None else self._ask(part)
        if answer.stop is not None:
            self._take_part(part, [stop_problem(self._files.path, answer)])
        else:
            self._take_part(part, [Problem.from_message(one) for one in answer.result[part]])

    def _take_part(self, part: str, found: list[Problem]) -> None:
        if part == "header":
            self._of_header = found
            self.found.emit(found)
        else:
            self._of_text = found
        self._tell()

    def _tell(self) -> None:
        self.all_found.emit(self._known)

    @property
    def _known(self) -> list[Problem]:
        in_text = sorted([*self._of_text, *self._of_blog.problems], key=lambda one: (one.line, one.column))
        known, said = [*self._of_header, *in_text], set[str]()
        for one in [one for one in known if one.code == CODE]:  # said once, whichever parts were stopped
            if one.message in said:
                known.remove(one)
            said.add(one.message)
        return known

    # -- mending

    def _fix(self, problem: Problem, tries: int) -> None:
        data = self.post_data()
        wanted = {"code": problem.code, "key": problem.key, "message": problem.message, "line": problem.line}
        request = {"task": "fix", "problem": wanted, **data}
        take = partial(self._take_fix, problem, data["text"], self._document.qt, tries)
        if problem in self._of_blog.problems:
            self._of_blog.ask_fix(request, take)
        else:
            self._awaited.add("fix")
            self._tasks.ask("fix", request, take)

    def _take_fix(self, problem: Problem, text: str, qt: object, tries: int, answer: Answer) -> None:
        self._awaited.discard("fix")
        if qt is not self._document.qt or self._document.read_only:
            return
        if self._document.post.text != text:  # it was edited meanwhile
            if tries:
                self._fix(problem, tries - 1)
            return
        result = answer.result
        if answer.stop is not None:
            self.refused.emit(stop_problem(self._files.path, answer).message)
        elif "refused" in result:
            self.refused.emit(result["refused"])
        elif "drops_bom" in result:
            self._document.post.write_as("utf-8")
            self._document.qt.setModified(True)
        elif "edit" in result:
            self._document.apply(Edit(*result["edit"]))
        self.refresh()

    # -- following the files

    def _forget(self) -> None:
        """Another post: what is still found is not about it."""
        for part in ("header", "whole", "fix"):
            self._tasks.forget(part)
        self._awaited.clear()
        self._again.clear()
        self._timer.setInterval(PAUSE_MS)
        self._text_timer.setInterval(TEXT_PAUSE_MS)

    def _move(self) -> None:
        self._forget()
        self._fresh = next(_FRESH)  # another folder, or its configuration may have changed
        self._of_text = []
        self._timer.start()
        self._text_timer.start()
