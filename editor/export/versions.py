"""What git has of a file: its earlier versions, and which files are not as the last commit has them.

A folder without a repository is one thing, a command that failed another: the second is told with its reason, and
what the command printed before is used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.export.git import Git, GitProblem
from editor.language import tr

MAX_VERSIONS: Final = 1_000
"""Older versions of a file are not listed."""
_NO_REPOSITORY: Final = "not a git repository"
_NO_COMMIT: Final = ("does not have any commits yet", "bad default revision 'HEAD'")


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit has it.

    Attributes:
        commit: the commit's full name.
        path: what the file was called then, from the repository's root.
        when: with the author's offset.

    """

    commit: str
    path: str
    when: datetime
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class History:
    """The commits of a file.

    Attributes:
        versions: the newest first; with a failure, those that git listed before it.
        failure: why git could not list them all; "" when it did.

    """

    versions: tuple[Version, ...]
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """The files that are not as the last commit has them.

    Attributes:
        names: their paths from the folder that was asked about; with a failure, those that git listed before it.
        failure: why git could not look at all of them; "" when it did.

    """

    names: frozenset[str]
    failure: str = ""


def history(path: Path) -> History | None:
    """List the commits that changed a file, also under its former names; None where it is in no repository."""
    form = "--format=%x1e%H%x1f%aI%x1f%an%x1f%s"
    options = ["--follow", "--name-only", "-z", "--no-ext-diff", "--no-textconv", f"--max-count={MAX_VERSIONS}"]
    try:
        done = Git(path.parent).look("log", form, *options, "--", f":(literal){path.name}")
    except GitProblem as problem:
        return History((), str(problem)) if _has_repository(path.parent) else None
    if done.code and _NO_REPOSITORY in done.said and not _has_repository(path.parent):
        return None
    failed = done.code and not any(words in done.said for words in _NO_COMMIT)
    return History(tuple(_versions(os.fsdecode(done.out))), done.reason if failed else "")


def _versions(printed: str) -> Iterator[Version]:
    for entry in printed.split("\x1e")[1:]:
        head, ended, names = entry.partition("\0")
        parts = head.split("\x1f", 3)
        name = names.strip("\0\n")
        if ended and name and len(parts) == 4:  # a failure may have cut off the last one
            commit, when, author, subject = parts
            yield Version(commit, name, datetime.fromisoformat(when), author, subject)


def content(folder: Path, version: Version) -> bytes:
    """Return the file's bytes in a commit.

    Args:
        folder: a folder of the repository.

    Raises:
        GitProblem: they can't be read.

    """
    done = Git(folder).look("cat-file", "blob", f"{version.commit}:{version.path}")
    if done.code:
        raise GitProblem("no-content", done.reason, done.said)
    return done.out


def changed_files(root: Path) -> Changed | None:
    """List the files below a folder that are not as the last commit has them; None where it is in no repository."""
    options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
    try:
        git = Git(root)
        top = git.look("rev-parse", "--show-prefix")
        done = top if top.code else git.look("status", *options, "--", ".")
    except GitProblem as problem:
        return Changed(frozenset(), str(problem)) if _has_repository(root) else None
    if top.code:
        known = _NO_REPOSITORY not in top.said or _has_repository(root)
        return Changed(frozenset(), top.reason) if known else None
    names = (os.fsdecode(entry[3:]) for entry in done.out.split(b"\0") if len(entry) > 3)
    return Changed(frozenset(name.removeprefix(top.text) for name in names), done.reason)


def failure_in_words(failure: str) -> str:
    """Return a failure of git as a sentence."""
    return tr("git could not look at everything: {0}").format(failure)


def _has_repository(folder: Path) -> bool:
    """Return whether a folder lies in what should be a repository, whatever git says of it."""
    return any(os.path.lexists(one / ".git") for one in (folder.absolute(), *folder.absolute().parents))
