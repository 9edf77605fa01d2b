"""What git has of a file: its earlier versions, and which files are not as the last commit has them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.export.git import LOOKING, Git, GitProblem

MAX_VERSIONS: Final = 1_000
"""Older versions of a file are not listed."""


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


def history(path: Path) -> list[Version] | None:
    """The commits that changed a file, the newest first, also under its former names.

    None where it is in no repository, or git is missing or refuses it.
    """
    form = "--format=%x1e%H%x1f%aI%x1f%an%x1f%s"
    options = ["--follow", "--name-only", "-z", "--no-ext-diff", "--no-textconv", f"--max-count={MAX_VERSIONS}"]
    found = _looked(path.parent, "log", form, *options, "--", f":(literal){path.name}")
    if found is None:
        return None
    versions = []
    for entry in os.fsdecode(found).split("\x1e")[1:]:
        head, _, names = entry.partition("\0")
        commit, when, author, subject = head.split("\x1f", 3)
        name = names.strip("\0\n")
        if name:
            versions.append(Version(commit, name, datetime.fromisoformat(when), author, subject))
    return versions


def content(folder: Path, version: Version) -> bytes | None:
    """The file's bytes in a commit; None when they can't be read.

    Args:
        folder: a folder of the repository.

    """
    return _looked(folder, "cat-file", "blob", f"{version.commit}:{version.path}")


def changed_files(root: Path) -> frozenset[str] | None:
    """The files below a folder that are not as the last commit has them, new ones too, by their paths from it.

    None where the folder is in no repository, or git is missing or refuses it.
    """
    options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
    found = _looked(root, "status", *options, "--", ".")
    top = _looked(root, "rev-parse", "--show-prefix")
    if found is None or top is None:
        return None
    prefix = os.fsdecode(top).rstrip("\n")
    names = (os.fsdecode(entry[3:]) for entry in found.split(b"\0") if len(entry) > 3)
    return frozenset(name.removeprefix(prefix) for name in names)


def _looked(folder: Path, *arguments: str) -> bytes | None:
    """What a command prints that only looks; None when it fails."""
    try:
        done = Git(folder).run(*arguments, environment=LOOKING)
    except GitProblem:
        return None
    return done.out if done.code == 0 else None
