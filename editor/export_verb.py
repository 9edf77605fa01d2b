"""The command line's `export`: drafts into a blog, committed and pushed when that is asked for."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.blog.rules import RulesBook
from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.blog.sites import site_in
from editor.blog.state import named
from editor.blog.style.house import HouseStyle
from editor.export.clone import clone
from editor.export.exporting import Exporting, message_for
from editor.export.git import GitProblem, Watch
from editor.export.memory import ExportMemory
from editor.export.plan import Plan, plan_export
from editor.export.push import ClashedError
from editor.export.repository import Repository
from editor.export.shown import changes_of, diff_of
from editor.export.trust import Trust
from editor.header import Refused
from editor.language import tr
from editor.post.files import FileError, overwrite_file, read_file
from editor.post.post import Post
from editor.settings import Settings
from editor.terminal import printable, progress, say, say_lines
from editor.text.source import UndecodableError, UnencodableError
from editor.text.visible import in_json, one_line
from editor.text.white_space import ASCII_SPACE


def export(arguments: list[str]) -> int:
    """Take posts to their places in a blog."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.html is not None and (options.blog is not None or len(options.files) != 1):
        parser.error(tr("--html makes one file of one post, without --blog"))
    if options.html is None and options.blog is None:
        parser.error(tr("name the blog's folder: --blog DIR"))
    if options.push or options.branch:
        options.commit = True
    try:
        if options.html is not None:
            return _as_html(options.files[0], options.html)
        return _Run(options).all()
    except (Refused, FileError, GitProblem, UndecodableError) as problem:
        return _fail(problem)


def _as_html(source: Path, out: Path) -> int:
    from editor.render.whole import WholePosts

    sys.setrecursionlimit(10_000)
    book = RulesBook()
    post, blog = Post.from_bytes(read_file(source), book.rules_of(source)), book.blog_of(source)
    html = WholePosts().standalone(post, blog, blog.relative(source), source.stem)
    overwrite_file(out, html.encode())
    print(printable(out))
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="postwright export", description=tr("take posts to their places in a blog"))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--blog", type=Path, metavar="DIR", help=tr("the blog's folder"))
    parser.add_argument("--html", type=Path, metavar="OUT", help=tr("instead: one HTML file with everything inside"))
    parser.add_argument("--clone", metavar="ADDRESS", help=tr("clone the blog into DIR first, if it is not there"))
    parser.add_argument("--slug", default="", help=tr("the file's name there"))
    parser.add_argument(
        "--merge", choices=("mine", "theirs", "both"), help=tr("where the blog's copy was changed since")
    )
    parser.add_argument("--commit", action="store_true", help=tr("commit the post with its pictures, and nothing else"))
    parser.add_argument("--push", action="store_true", help=tr("commit and push"))
    parser.add_argument("--branch", metavar="NAME", help=tr("push onto this branch, for a pull request"))
    parser.add_argument("--others", action="store_true", help=tr("earlier commits that were not pushed go along"))
    parser.add_argument("--message", metavar="TEXT", help=tr("of the commit; as the blog's log has them"))
    parser.add_argument(
        "--trust", action="store_true", help=tr("this repository may run its hooks and filters, always")
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("tell what would be done"))
    parser.add_argument("--json", action="store_true", help=tr("an object a line"))
    return parser


@dataclass(slots=True)
class _Run:
    """One call of the verb."""

    options: Namespace

    def all(self) -> int:
        """Each file, one after the other."""
        options, settings = self.options, Settings.for_user()
        if options.clone and not options.blog.exists():
            clone(options.clone, options.blog, Watch(_hear))
        blog = site_in(options.blog)
        trust = Trust(
            settings.get("trusted_repositories"), lambda folders: settings.set("trusted_repositories", folders)
        )
        repository = _repository(blog, trust, remember=options.trust) if options.commit else None
        memory, house = ExportMemory(settings.exports), HouseStyle.of(blog)
        status = 0
        for source in options.files:
            try:
                self._one(source, blog, memory, house, repository)
            except (Refused, FileError, GitProblem, UndecodableError, UnencodableError, ClashedError) as problem:
                status = _fail(problem, source)
        if not options.dry_run:
            settings.add_blog(blog.root)
        return status

    def _one(
        self, source: Path, blog: Blog, memory: ExportMemory, house: HouseStyle, repository: Repository | None
    ) -> None:
        options = self.options
        plan = plan_export(
            source, blog, memory, datetime.now().astimezone(settings_of(blog).zone), slug=options.slug, house=house
        )
        plan = _decided(plan, options.merge)
        if options.slug and (plan.again or plan.is_at_home):
            say(tr("{0}: it keeps its name in the blog ({1}); rename it there").format(source, plan.path.name))
        message = ""
        if repository is not None:
            repository.require_ready()
            upstream = repository.upstream() if options.push or options.branch else None
            if not options.dry_run:  # nothing is written where no commit or push can follow
                repository.git.require_inside()
                if upstream is not None:
                    repository.require_pushable(upstream)
            message = (options.message or "").strip(ASCII_SPACE) or message_for(plan, repository)
        told: dict[str, object] = _record(plan, message)
        if not options.dry_run:
            told |= self._do(Exporting(plan, memory, repository, message, Watch(_hear)))
        self._tell(plan, told)

    def _do(self, export: Exporting) -> dict[str, object]:
        """Write, commit, push; what came of it."""
        options = self.options
        export.write()
        if export.repository is None:
            return {"commit": None, "pushed": False}
        export.commit()
        if options.branch:
            done = export.push_aside(options.branch)
        elif options.push:
            done = export.push(others=options.others)
        else:
            return {"commit": export.committed.name if export.committed is not None else None, "pushed": False}
        return {"commit": done.commit, "pushed": True, "pull_request": done.link}

    def _tell(self, plan: Plan, told: dict[str, object]) -> None:
        if self.options.json:
            print(in_json(json.dumps(told, ensure_ascii=False)))
            return
        if self.options.dry_run:
            print(told["diff"], end="")
            for row in plan.mapping:
                print(one_line(f"{row.key or '(new)'} → {row.new_key}: {row.new_value}"))
        for change in changes_of(plan) if plan.again else ():
            print(f"  {one_line(change)}")
        print(printable(plan.path))
        if plan.url:
            print(one_line(f"{plan.url} ({named(plan.becomes.state)})"))
        for name in ("commit", "pull_request"):
            if told.get(name):
                print(one_line(f"{name.replace('_', ' ')}: {told[name]}"))
        for note in plan.notes:
            say(f"{plan.source}: {note}")


def _repository(blog: Blog, trust: Trust, *, remember: bool) -> Repository:
    repository = Repository.of(blog.root)
    if remember:
        trust.add(repository.root)
    if trust.covers(repository.root):
        return Repository.of(blog.root, trusted=True)
    runs = repository.git.of_the_repository
    if runs:
        untrusted = tr("{0}: not used, because this folder is not trusted (--trust): {1}")
        say(untrusted.format(repository.root, ", ".join(runs)))
    return repository


def _decided(plan: Plan, choice: str | None) -> Plan:
    """The plan with the version that the writer wants, where the blog's copy was changed since."""
    if plan.merge is None or plan.post is None:
        return plan
    if not plan.merge.clashes and choice in (None, "both"):
        return plan.deciding(plan.merge.text)
    if choice is None:
        raise Refused(
            tr(
                "{0} was changed in the blog since the last export, in the same places: --merge mine, theirs or both"
            ).format(plan.path)
        )
    places = sum(part.clashes for part in plan.merge.parts)
    decisions = {"mine": False, "theirs": True, "both": None}
    return plan.deciding(plan.merge.decided([decisions[choice]] * places))


def _record(plan: Plan, message: str) -> dict[str, object]:
    root = plan.blog.root
    return {
        "path": str(plan.path),
        "relative": plan.path.relative_to(root).as_posix(),
        "images": [str(path) for path in plan.belongs if path != plan.path],
        "url": plan.url,
        "appears": str(plan.becomes.state),
        "commit": None,
        "pushed": False,
        "diff": "".join(diff_of(change, change.path.relative_to(root).as_posix()) for change in plan.files),
        "message": message,
        "mapping": [
            {"key": row.key, "value": row.value, "new_key": row.new_key, "new_value": row.new_value}
            for row in plan.mapping
        ],
        "notes": list(plan.notes),
    }


def _hear(said: str) -> None:
    """What git says while it works goes where people look for it."""
    if os.isatty(2):
        progress(said)


def _fail(problem: Exception, source: Path | None = None) -> int:
    where = f"{source}: " if source is not None and not isinstance(problem, FileError) else ""
    if isinstance(problem, ClashedError):
        names = ", ".join(clash.path for clash in problem.clashes)
        text = tr(
            "{0} was changed on the other side in the same places. The commit is kept; decide in the window"
        ).format(names)
    else:
        text = str(problem)
    say(f"{where}{text}")
    if isinstance(problem, GitProblem) and problem.output and problem.code in ("hook", "own-hook", "not-signed"):
        say_lines(problem.output.rstrip(ASCII_SPACE))
    return 1
