"""The only module that starts git. A stranger's repository configures programs: none of them is run.

Hooks, filters, fsmonitor, pagers and external differs of the repository's own configuration are switched off for each
call (git's docs, git-config.md, gitattributes.md); the writer's own configuration stays.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
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
)


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
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = ["git", "-C", str(root), *_HARMLESS, *more, *arguments]
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, timeout=TIME_LIMIT_S, env=environment, check=False
    )
