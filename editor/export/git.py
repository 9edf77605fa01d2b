"""The only module that starts git. A stranger's repository configures programs: none of them is run.

Hooks, filters, fsmonitor, pagers and external differs of the repository's own configuration are switched off for each
call (git's docs, git-config.md, gitattributes.md); the writer's own configuration stays.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

TIME_LIMIT_S: Final = 30.0
_HARMLESS: Final = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.pager=cat",
    "-c",
    "diff.external=",
    "-c",
    "submodule.recurse=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "protocol.allow=never",
)
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
    found = _run(path.parent, ["log", form, *options, "--", path.name])
    if found is None:
        return None
    versions = []
    for entry in found.decode("utf-8", "surrogateescape").split("\x1e")[1:]:
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
    try:
        done = _call(folder, ["cat-file", "blob", f"{version.commit}:{version.path}"], ())
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def changed_files(root: Path) -> frozenset[str] | None:
    """The files below a folder that are not as the last commit has them, new ones too, by their paths from it.

    None where the folder is in no repository, or git is missing or refuses it.
    """
    found = _run(root, ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", "."])
    top = _run(root, ["rev-parse", "--show-prefix"])
    if found is None or top is None:
        return None
    prefix = top.decode("utf-8", "surrogateescape").rstrip("\n")
    names = (entry[3:].decode("utf-8", "surrogateescape") for entry in found.split(b"\0") if len(entry) > 3)
    return frozenset(name.removeprefix(prefix) for name in names)


def _run(root: Path, arguments: Sequence[str]) -> bytes | None:
    """What a command prints; None when it fails."""
    try:
        filters = _call(root, ["config", "--local", "--name-only", "-z", "--get-regexp", r"^filter\."], ())
        done = _call(root, arguments, _without(filters.stdout))
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _without(names: bytes) -> list[str]:
    """Options that switch the named filters off."""
    found: list[str] = []
    for name in names.decode("utf-8", "surrogateescape").split("\0"):
        if name.endswith((".clean", ".smudge", ".process")):
            found += ["-c", f"{name}="]
        elif name.endswith(".required"):
            found += ["-c", f"{name}=false"]
    return found


def _call(root: Path, arguments: Sequence[str], more: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    environment |= {"GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    command = ["git", "-C", str(root), *_HARMLESS, *more, *arguments]
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, timeout=TIME_LIMIT_S, env=environment, check=False
    )
