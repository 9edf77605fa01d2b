"""A commit of some files and nothing else: what else is staged or changed stays exactly as it was."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.export import git_process
from editor.export.git import Done, GitProblem, Watch, last_line
from editor.export.repository import Repository, sparse_problem
from editor.language import tr
from editor.text.white_space import ASCII_SPACE

_DIFF: Final = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
"""Options of a comparison that starts nothing."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit that was made.

    Attributes:
        name: its full name.
        said: what git and its hooks said.

    """

    name: str
    said: str


def commit_files(
    repository: Repository, paths: Sequence[Path], message: str, watch: Watch | None = None
) -> Committed | None:
    """Commit some files as they lie in the working tree (also that they are gone).

    git's own `commit --only` does it (git-commit(1)): it takes these files and keeps the rest of the index. Files that
    it does not know yet are named to it first (`add --intent-to-add`), and that is taken back when it fails.

    In a repository that is not trusted an empty commit is allowed, and taken back: to say that there is nothing to
    commit, git would look at all files, and run what embedded repositories configure.

    Returns:
        None when the last commit has them like that already.

    Raises:
        GitProblem: it can't be made; files, index and branches are as they were.

    """
    repository.require_ready()
    repository.git.require_inside()
    names = [repository.relative(path) for path in paths]
    repository.require_committable(names)
    before = repository.head
    specs = [f":(top,literal){name}" for name in names]
    listed = ("--porcelain", "-z", "--untracked-files=all", "--ignored", "--ignore-submodules=all")
    changed = repository.git.run("status", *listed, "--", *specs)
    if changed.code == 0 and not changed.out:
        return None
    new = _unknown(repository, names)
    if new:
        done = repository.git.run("add", "--intent-to-add", "--", *new)
        if done.code:
            _forget(repository, new)
            raise _failed_to_add(repository, done)
    gone = [name for name in names if not os.path.lexists(repository.root / name)]
    known = set(_known(repository, gone)) if gone else set()
    specs = [f":(top,literal){name}" for name in names if name not in gone or name in known]
    waits = repository.git.runs_hooks or repository.git.text("config", "--bool", "commit.gpgSign") == "true"
    try:
        done = repository.git.run(
            "commit",
            "--only",
            *([] if repository.git.trusted else ["--allow-empty"]),
            "--cleanup=whitespace",
            "-F",
            "-",
            "--",
            *specs,
            given=message.encode("utf-8"),
            watch=watch or Watch(),
            limit_s=None if waits else git_process.COMMIT_LIMIT_S,
        )
    except GitProblem:
        if repository.head == before:
            _forget(repository, new)
            raise
        done = Done(0, b"", "")  # it was stopped after the commit was made
    said = "\n".join(part for part in (done.said.strip(ASCII_SPACE), done.text) if part)
    after = repository.head
    if done.code and not _follows(repository, after, before):
        is_there = before and not repository.git.run("diff", "--quiet", *_DIFF, "HEAD", "--", *specs).code
        _forget(repository, new)
        if is_there:
            return None
        raise _failed(repository, said)
    if before and _tree(repository, before) == _tree(repository, after):
        repository.git.run("update-ref", "-m", "postwright: nothing to commit", "HEAD", before, after)
        return None
    _settle(repository, specs)
    return Committed(after, said)


def _follows(repository: Repository, commit: str, before: str) -> bool:
    """Whether a commit was made, though git failed: it makes it before it tells of it and writes the index."""
    return commit != before and (repository.git.text("rev-parse", "--verify", "-q", f"{commit}^") or "") == before


def _tree(repository: Repository, commit: str) -> str:
    return repository.git.answer("rev-parse", "--verify", f"{commit}^{{tree}}")


def _settle(repository: Repository, specs: Sequence[str]) -> None:
    """Give the index what a hook changed in these files while the commit was made: `commit --only` leaves that out."""
    if repository.git.run("diff", "--cached", "--quiet", *_DIFF, "HEAD", "--", *specs).code:
        entries = repository.git.run("ls-tree", "-r", "-z", "--full-tree", "HEAD", "--", *specs).out
        repository.git.run("update-index", "-z", "--add", "--index-info", given=entries)


def _known(repository: Repository, names: Sequence[str]) -> list[str]:
    listed = repository.git.answer("ls-files", "-z", "--", *(f":(top,literal){name}" for name in names))
    return [name for name in listed.split("\0") if name]


def _unknown(repository: Repository, names: Sequence[str]) -> list[str]:
    """The files that the index does not have, as pathspecs."""
    known = set(_known(repository, names))
    return [f":(top,literal){name}" for name in names if name not in known and os.path.lexists(repository.root / name)]


def _forget(repository: Repository, new: Sequence[str]) -> None:
    """Take the names of new files out of the index again; the files stay."""
    if new:
        repository.git.run("rm", "--cached", "-q", "--ignore-unmatch", "--", *new)


def _failed_to_add(repository: Repository, done: Done) -> GitProblem:
    if "ignored by one of your .gitignore" in done.said:
        name = next((line for line in done.said.split("\n") if line and " " not in line[:1] and ":" not in line), "")
        rule = (repository.git.text("check-ignore", "-v", "--", name.strip(ASCII_SPACE)) or "").partition("\t")[0]
        where = f" ({rule})" if rule else ""
        return GitProblem(
            "ignored",
            tr("{0} is left out by .gitignore{1}: change that line, or another place.").format(
                name.strip(ASCII_SPACE) or tr("The post"), where
            ),
        )
    if "sparse-checkout" in done.said:
        return sparse_problem(
            done.said.split("\n")[2].strip(ASCII_SPACE) if done.said.count("\n") > 1 else tr("The post")
        )
    return _failed(repository, done.said)


def _failed(repository: Repository, said: str) -> GitProblem:
    if "index.lock" in said:
        return GitProblem(
            "busy", tr("Another git is at work in {0}: try again when it is done.").format(repository.root), said
        )
    if "gpg failed" in said or "failed to sign" in said or "Couldn't load public key" in said:
        return GitProblem(
            "not-signed",
            tr("The commit could not be signed, so none was made: see “git config commit.gpgsign” and your key."),
            said,
        )
    if "tell me who you are" in said or "unable to auto-detect email" in said:
        return GitProblem("no-identity", tr("git does not know who you are: set user.name and user.email."), said)
    if "No space left" in said:
        return GitProblem("full", tr("The disk is full: nothing was committed."), said)
    if said.startswith(("fatal:", "error:")) or not repository.git.runs_hooks:
        return GitProblem("not-committed", tr("git made no commit: {0}").format(last_line(said)), said)
    return GitProblem(
        "hook", tr("A hook of the repository refused the commit; the files are in the blog’s folder."), said
    )
