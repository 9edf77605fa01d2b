"""All that a writer is shown of an export before it is done: files, problems, commit, what stands in the way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from editor.blog.gate import Gate
from editor.blog.rules import RulesBook
from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.blog.sites import site_in
from editor.blog.style.house import HouseStyle
from editor.check.post_checks import Checker
from editor.check.problem import Problem
from editor.export.exporting import committed_bytes, message_for
from editor.export.git import GitProblem
from editor.export.memory import ExportMemory
from editor.export.plan import Plan, plan_export
from editor.export.repository import Repository, Upstream
from editor.export.shown import changes_of
from editor.export.trust import Trust
from editor.post.picture_files import MAX_PICTURE
from editor.post.post import Post


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that changes: its path from the blog's root, its bytes before (None for a new one) and then."""

    name: str
    path: Path
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Outlook:
    """A plan with what is shown of it.

    Attributes:
        entries: the files that change: by the export, or for a post that lies in the blog, since the last commit.
        header: what the front matter says otherwise than at the last export, as lines.
        places: patterns of places where the blog's posts lie.
        repository, upstream, message: for the commit and the push; None and "" where there can be none.
        no_commit: why no commit can be made; "" where one can.
        unsafe_commit, unsafe_push: why the folder has to be trusted first; "" where it need not be.

    """

    plan: Plan
    entries: tuple[Entry, ...]
    header: tuple[str, ...]
    problems: tuple[Problem, ...]
    places: tuple[str, ...]
    repository: Repository | None
    upstream: Upstream | None
    message: str
    no_commit: str
    unsafe_commit: str = ""
    unsafe_push: str = ""

    @property
    def post(self) -> str:
        """The post's path from the blog's root."""
        return self.plan.path.relative_to(self.plan.blog.root).as_posix()

    def deciding(self, data: bytes) -> Outlook:
        """The same with other bytes for the post: what the writer decided on a merge."""
        plan = self.plan.deciding(data)
        return replace(self, plan=plan, entries=tuple(_entries(plan, self.repository)), header=tuple(changes_of(plan)))


class Outlooks:
    """Plans exports; what was learnt of a blog is kept.

    Args:
        asking: the program that git asks for passwords with; "" where there is none.

    """

    def __init__(self, memory: ExportMemory, trust: Trust, asking: str) -> None:
        self._memory, self._trust, self._asking = memory, trust, asking
        self._houses: dict[Path, HouseStyle] = {}

    def of(self, source: Path, root: Path, slug: str, pattern: str) -> Outlook:
        """What the export of a post to a blog would do.

        Args:
            root: the blog's folder. slug, pattern: as for `plan_export`.

        Raises:
            Refused, FileError, UndecodableError, UnencodableError, GitProblem: it can't be planned.

        """
        blog = site_in(root)
        if blog.root not in self._houses:
            self._houses[blog.root] = HouseStyle.of(blog)
        house = self._houses[blog.root]
        now = datetime.now().astimezone(settings_of(blog).zone)
        plan = plan_export(source, blog, self._memory, now, slug=slug, pattern=pattern, house=house)
        repository, upstream, message, no_commit, unsafe_commit, unsafe_push = None, None, "", "", "", ""
        try:
            repository = self._repository(blog)
            message = message_for(plan, repository)
            with contextlib.suppress(GitProblem):
                upstream = repository.upstream()
            unsafe_commit = _refusal(repository.git.require_inside)
            unsafe_push = _refusal(partial(repository.require_pushable, upstream)) if upstream is not None else ""
            repository.require_ready()
        except GitProblem as problem:
            no_commit = problem.message
        entries = tuple(_entries(plan, repository))
        problems = tuple(_problems(plan, entries))
        header = tuple(changes_of(plan)) if plan.again else ()
        return Outlook(
            plan,
            entries,
            header,
            problems,
            tuple(house.places()),
            repository,
            upstream,
            message,
            no_commit,
            unsafe_commit,
            unsafe_push,
        )

    def _repository(self, blog: Blog) -> Repository:
        repository = Repository.of(blog.root, asking=self._asking)
        if self._trust.covers(repository.root):
            return Repository.of(blog.root, trusted=True, asking=self._asking)
        return repository


def _refusal(require: Callable[[], None]) -> str:
    """Why something is refused; "" when it is not."""
    try:
        require()
    except GitProblem as problem:
        return problem.message
    return ""


def _entries(plan: Plan, repository: Repository | None) -> Iterator[Entry]:
    root = plan.blog.root
    if not plan.is_at_home:
        for one in plan.files:
            yield Entry(one.path.relative_to(root).as_posix(), one.path, one.before, one.after)
        return
    for path in plan.belongs:
        before = committed_bytes(repository, path) if repository is not None else None
        after = Gate(root).read(path, limit=MAX_PICTURE)
        if before != after:
            yield Entry(path.relative_to(root).as_posix(), path, before, after)


def _problems(plan: Plan, entries: tuple[Entry, ...]) -> Iterator[Problem]:
    """The problems of the post as it will be; pictures that come along are there by then."""
    data, checker = plan.post.after if plan.post is not None else plan.draft, Checker()
    post = Post.from_bytes(data, RulesBook().rules_of(plan.path))
    come = [entry.path.name for entry in entries]
    for problem in (*checker.check_post(post, plan.path), *checker.check_text(post, plan.path)):
        if problem.code != "missing-picture" or not any(name in problem.message for name in come):
            yield problem
