"""The checks of one post: it can be read, it comes back byte for byte, its generator reads what its writer meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate, LeadsOutError, leads_out
from editor.blog.rules import RulesBook
from editor.blog.settings import SiteSettings, settings_of
from editor.blog.site import Blog, root_of
from editor.check import (
    broken,
    dates,
    liquid,
    pictures,
    required_types,
    scalars,
    slips,
    switches,
    templates,
    texts,
    unread,
    values,
    wide_marks,
)
from editor.check.blog_checks import CHECKS as BLOG_CHECKS
from editor.check.blog_checks import BlogFacts
from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.check.situation import Situation
from editor.header import Generator, Refused, Rules
from editor.language import tr
from editor.post.files import FileError, read_file
from editor.post.guard import unexpected
from editor.post.post import Post
from editor.text.edit import apply
from editor.text.source import UndecodableError

CHECKS = (
    *broken.CHECKS,
    *values.CHECKS,
    *unread.CHECKS,
    *scalars.CHECKS,
    *slips.CHECKS,
    *switches.CHECKS,
    *required_types.CHECKS,
    *dates.CHECKS,
)
TEXT_CHECKS = (*pictures.CHECKS, *texts.CHECKS, *wide_marks.CHECKS, *templates.CHECKS, *liquid.CHECKS)

STOPPING_CHECKS = liquid.CHECKS
"""Checks of texts for what stops the build: they are made without `whole`, too."""

PageIds = Callable[[Post, Blog, str], Collection[str]]
"""From a post, its blog and its path there to the ids of its rendered page."""


LEVELS = (Severity.HINT, Severity.WARNING, Severity.ERROR)
"""From harmless to grave."""


@dataclass(slots=True)
class Report:
    """What `check` found: files looked at, files that open and save unchanged, problems."""

    files: int = 0
    identical: int = 0
    problems: list[Problem] = field(default_factory=list)

    def leave_out(self, severities: Collection[str]) -> None:
        """Forget problems that are not asked for."""
        self.problems = [one for one in self.problems if one.severity not in severities]


class Checker:
    """Checks posts; remembers what the blogs they lie in say."""

    def __init__(
        self,
        book: RulesBook | None = None,
        now: datetime | None = None,
        *,
        whole: bool = False,
        ids: PageIds | None = None,
    ) -> None:
        """Make a checker.

        Args:
            ids: renders a post, for links within it; without it they are not looked at.
            whole: `check_file` looks at texts too, and at what can only be told when all posts of a blog are known.

        """
        self._whole, self._ids = whole, ids
        self._book = book or RulesBook()
        self._now = now  # None: the time at which a post is looked at
        self._settings: dict[Path, SiteSettings] = {}
        self._folders: dict[Path, BlogFolder] = {}
        self._facts: dict[Path, BlogFacts] = {}
        self._gates: dict[Path, Gate] = {}

    def rules_of(self, path: Path) -> Rules:
        """What the blog of a file asks of its front matter."""
        return self._book.rules_of(path)

    def check_file(self, path: Path, report: Report, within: Path | None = None) -> None:
        """Check one post's file and add what is found to the report.

        Args:
            within: the folder whose posts are checked: one that leads out of it, and out of its blog, is not read.

        """
        report.files += 1
        try:
            data = read_file(path) if within is None else self._gate_of(within, path).read(path)
            post = Post.from_bytes(data, self._book.rules_of(path))
        except (FileError, UndecodableError) as error:
            reason = error.reason if isinstance(error, FileError) else str(error)
            report.problems.append(Problem(str(path), 1, 1, "unreadable-file", Severity.ERROR, reason))
            return
        try:
            self._check_read(post, data, path, report)
        except Exception as error:  # noqa: BLE001  logged; the other posts are still to be checked
            problem = Problem(str(path), 1, 1, "unreadable-file", Severity.ERROR, unexpected(error, path))
            report.problems.append(problem)

    def _gate_of(self, within: Path, path: Path) -> Gate:
        """The gate of the folder, or of the blog that it is a part of. Raises `LeadsOutError`."""
        if within not in self._gates:
            self._gates[within] = Gate(root_of(within / "post.md"))
        gate = self._gates[within]
        where = leads_out(path, gate.root) if path.is_symlink() else None
        if where is not None:
            raise LeadsOutError(path, where)
        return gate

    def _check_read(self, post: Post, data: bytes, path: Path, report: Report) -> None:
        if is_lossless(post, data):
            report.identical += 1
        else:
            message = tr("saving this file would change bytes that were not edited; please report it")
            report.problems.append(Problem(str(path), 1, 1, "not-lossless", Severity.ERROR, message))
        report.problems += self.check_post(post, path)
        text = self._text_of(post, path)
        if not self._whole:
            report.problems += _in_order(problem for check in STOPPING_CHECKS for problem in check(text))
        else:
            report.problems += _in_order(problem for check in TEXT_CHECKS for problem in check(text))
            report.problems += self._in_blog(text)

    def check_post(self, post: Post, path: Path | None) -> list[Problem]:
        """What is wrong with a post's front matter, in the order of its lines."""
        blog = self._book.blog_of(path) if path is not None else None
        situation = Situation(post, path, blog, self._settings_of(blog), self._now or datetime.now(UTC))
        return _in_order(problem for check in CHECKS for problem in check(situation))

    def check_text(
        self, post: Post, path: Path | None, *, ids: Callable[[], Collection[str]] | None = None
    ) -> list[Problem]:
        """What is wrong with a post's text, in the order of its lines.

        Args:
            ids: gives the ids of the rendered page, where somebody has rendered it already.

        """
        text = self._text_of(post, path)
        text.ids = ids or text.ids
        return _in_order(problem for check in TEXT_CHECKS for problem in check(text))

    def _text_of(self, post: Post, path: Path | None) -> PostText:
        blog = self._book.blog_of(path) if path is not None else None
        situation = Situation(post, path, blog, self._settings_of(blog), self._now or datetime.now(UTC))
        if blog is not None and blog.root not in self._folders:
            self._folders[blog.root] = BlogFolder(blog)
        if blog is None or path is None:
            return PostText(situation, None)
        ids, relative = self._ids, blog.relative(path) if blog.holds(path) else ""
        page = None if ids is None else lambda: ids(post, blog, relative)
        return PostText(situation, self._folders[blog.root], page)

    def check_in_blog(self, post: Post, path: Path, facts: BlogFacts) -> list[Problem]:
        """What can be told of a post when all posts of its blog are known, in the order of its lines.

        Args:
            facts: what is known of them; may be a little older than the post.

        """
        text = self._text_of(post, path)
        return _in_order(problem for check in BLOG_CHECKS for problem in check(text, facts))

    def _in_blog(self, text: PostText) -> list[Problem]:
        blog = text.situation.blog
        if blog is None or blog.generator is Generator.PLAIN:
            return []
        if blog.root not in self._facts:
            self._facts[blog.root] = BlogFacts(BlogFolder(blog))
        facts = self._facts[blog.root]
        return _in_order(problem for check in BLOG_CHECKS for problem in check(text, facts))

    def _settings_of(self, blog: Blog | None) -> SiteSettings:
        if blog is None:
            return SiteSettings()
        if blog.root not in self._settings:
            self._settings[blog.root] = settings_of(blog)
        return self._settings[blog.root]


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def is_lossless(post: Post, data: bytes) -> bool:
    """Whether the post saves as the bytes it came from, also after each key was given the value that it has."""
    if post.to_bytes() != data:
        return False
    for found in post.header.fields:
        if post.header.field(found.key) is not found:
            continue  # a repeated key has its value only once
        try:
            edit = post.set_value(found.key, found.value)
        except Refused:
            continue  # what can't be edited by field can't be harmed by it
        if apply(post.text, edit) != post.text:
            return False
    return True
