"""Keeps the list of a post's problems up to date while it is edited, and mends them at the writer's word."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.blog.site import Blog
from editor.check.page_ids import ids_in
from editor.check.problem import Problem
from editor.header import Generator, Refused
from editor.post.post import Post
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.text_pane import TextPane

if TYPE_CHECKING:
    from editor.check.blog_checks import BlogFacts
    from editor.check.post_checks import Checker

TEXT_PAUSE_MS = 800
"""How long after the last change of the text that is looked at."""
BLOG_PAUSE_MS = 3_000
"""How long after a post was opened its blog's posts are read for what only they tell."""
BLOG_AGAIN_S = 60
"""How old what they told may be when the post is saved."""
PAUSE_MS = 200
"""How long after the last change of the front matter it is looked at: no key press waits for it."""


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
        self._made: Checker | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self._text_timer = QTimer(self)
        self._text_timer.setSingleShot(True)
        self._text_timer.setInterval(TEXT_PAUSE_MS)
        self._text_timer.timeout.connect(self._look_at_text)
        self._text_checker: Checker | None = None  # of the thread
        self._facts: BlogFacts | None = None
        self._read_at = 0.0
        self._reading: Path | None = None  # the blog whose posts are being read
        self._blog_timer = QTimer(self)
        self._blog_timer.setSingleShot(True)
        self._blog_timer.setInterval(BLOG_PAUSE_MS)
        self._blog_timer.timeout.connect(self._read_blog)
        self._jobs, self._of_blog = Jobs(self), Jobs(self)
        self._of_header: list[Problem] = []
        self._of_text: list[Problem] = []
        document.header_changed.connect(self._timer.start)
        document.edited.connect(self._text_timer.start)
        files.moved.connect(self._move)
        files.saved.connect(self._blog_timer.start)

    def refresh(self) -> None:
        """Look at the front matter as it is now."""
        self._timer.stop()
        self._of_header = self._now()
        self.found.emit(self._of_header)
        self.all_found.emit([*self._of_header, *self._of_text])

    def refresh_text(self) -> None:
        """Look at the text as it is now, and wait for it."""
        self._text_timer.stop()
        self._jobs.forget()
        self._of_text = self._text_now()
        self.all_found.emit([*self._of_header, *self._of_text])

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
        here, known = self._pane.textCursor().blockNumber() + 1, [*self._of_header, *self._of_text]
        in_order = sorted(known, key=lambda problem: problem.line * step)
        found = next((one for one in in_order if one.line * step > here * step), in_order[0] if in_order else None)
        if found is None:
            self.reached.emit(self.tr("This post has no problems."))
            return
        self._pane.go_to_line(found.line - 1)
        self.reached.emit(self.tr("Line {0}: {1}").format(found.line, found.message))

    def mend(self, problem: Problem) -> None:
        """Do what a problem's button says, if the problem is still there."""
        known = [*self._now(), *self._text_now()]
        alike = [now for now in known if (now.code, now.key) == (problem.code, problem.key)]
        same = next((now for now in alike if now.message == problem.message), alike[0] if alike else None)
        if same is None or same.fix is None:
            self.refresh()
            return
        if same.fix.drops_bom:
            self._document.post.write_as("utf-8")
            self._document.qt.setModified(True)
        else:
            try:
                self._document.apply(same.fix.make())
            except Refused as refusal:
                self.refused.emit(refusal.reason)
        self.refresh()

    @property
    def _checker(self) -> Checker:
        """The rules of the checks, loaded when the text is in sight."""
        from editor.check.post_checks import Checker

        self._made = self._made or Checker()
        return self._made

    def _now(self) -> list[Problem]:
        if self._document.read_only:
            return []
        return self._checker.check_post(self._document.post, self._files.path)

    def _look_at_text(self) -> None:
        """Have the text looked at on a thread: a long one takes longer than a key press may wait."""
        if self._document.read_only:
            self._jobs.forget()
            self._take([])
            return
        post = self._document.post.copy()
        self._jobs.ask(self._check_text, post, self._files.path, self._facts, self._blocks())

    def _check_text(
        self, asked: Asked, post: Post, path: Path | None, facts: BlogFacts | None, blocks: list[str]
    ) -> None:
        """On a thread."""
        from editor.check.post_checks import Checker

        checker = self._text_checker = self._text_checker or Checker()
        found = checker.check_text(post, path, ids=(lambda: ids_in(blocks)) if blocks else None)
        if facts is not None and path is not None and facts.folder.blog.holds(path):
            found += checker.check_in_blog(post, path, facts)
        asked.answer(self._take, found)

    def _take(self, found: list[Problem]) -> None:
        self._of_text = sorted(found, key=lambda problem: (problem.line, problem.column))
        self.all_found.emit([*self._of_header, *self._of_text])

    def _text_now(self) -> list[Problem]:
        if self._document.read_only:
            return []
        path, facts = self._files.path, self._facts
        found = self._checker.check_text(self._document.post, path)
        if facts is not None and path is not None and facts.folder.blog.holds(path):
            found += self._checker.check_in_blog(self._document.post, path, facts)
        return found

    def _read_blog(self) -> None:
        """Read the posts of the blog on a thread: they tell of links, addresses and tags."""
        blog = self._files.blog
        if blog is None or blog.generator is Generator.PLAIN or self._files.path is None:
            self._facts = None
        elif self._facts is not None and time.monotonic() - self._read_at < BLOG_AGAIN_S:
            return
        elif self._reading is None:
            self._reading = blog.root
            self._of_blog.ask(self._find_facts, blog)
        else:
            self._blog_timer.start()

    def _find_facts(self, asked: Asked, blog: Blog) -> None:
        """On a thread."""
        from editor.blog.folder import BlogFolder
        from editor.check.blog_checks import BlogFacts

        asked.answer(self._take_blog, BlogFacts(BlogFolder(blog)))

    def _take_blog(self, facts: BlogFacts) -> None:
        self._reading, self._facts, self._read_at = None, facts, time.monotonic()
        self._look_at_text()

    def _move(self) -> None:
        self._made = self._text_checker = None  # another folder, or its configuration may have changed
        self._timer.start()
        self._text_timer.start()
        blog = self._files.blog
        if self._facts is None or blog is None or self._facts.folder.blog.root != blog.root:
            self._facts = None
            self._blog_timer.start()
