"""Find the git repository that a folder lies in, without starting git and without trusting what is found.

Sources: gitrepository-layout(5), gitglossary(7) "gitfile", `setup.c` of git (the order in which it looks).
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 4_000_000
"""A configuration or a list of ignored files that is longer is not read."""
_HEAD: Final = re.compile(rb"ref:[ \t]*refs/|[0-9a-f]{40}", re.ASCII)
_SPECIAL: Final = (
    *("HEAD", "index", "packed-refs", "config", "commondir", "shallow", "COMMIT_EDITMSG", "FETCH_HEAD", "logs/HEAD"),
    *("info/sparse-checkout", "objects/info/alternates", "objects/info/commit-graph"),
)
"""Files that git opens and waits for if they are pipes."""


@dataclass(frozen=True, slots=True)
class GitFolder:
    """A repository, as its files lie there.

    Attributes:
        root: the folder of the working tree, without links in its path; None in a repository without files, or inside
            of git's own folder.
        own: the git directory (HEAD, index).
        common: the directory that all working trees of a repository share (objects, refs, configuration).

    """

    root: Path | None
    own: Path
    common: Path

    @property
    def configurations(self) -> tuple[Path, Path]:
        """Return the files that hold the repository's configuration, and the one of this working tree."""
        return self.common / "config", self.own / "config.worktree"

    @property
    def is_foreign(self) -> bool:
        """Return whether another user owns it, so that git has to be asked whether it may be used."""
        if os.name == "nt":  # no owner that Python could compare
            return True
        places = (
            [self.own, self.common] if self.root is None else [self.root, self.root / ".git", self.own, self.common]
        )
        return any(place.lstat().st_uid != os.geteuid() for place in places if os.path.lexists(place))

    def is_claimed_by(self, worktree: str) -> bool:
        """Return whether the repository itself says that the working tree is one of its own.

        A `.git` that is a file may name any repository of the user. A linked working tree is named in its `gitdir`
        file (git-worktree(1)), a submodule in `core.worktree`.

        Args:
            worktree: the repository's `core.worktree`; "" without one.

        """
        if self.root is None:
            return True
        if not _is_inside(self.own, self.common) and not _is_inside(self.common, self.root):
            return False  # its `commondir` leads to another repository
        if _is_inside(self.own, self.root) and _is_inside(self.common, self.root):
            return True
        if worktree and _real(self.own / worktree) == self.root:
            return True
        back = read_bounded(self.own / "gitdir")
        return back is not None and _real(self.own / _line(back)) == _real(self.root / ".git")

    def ways_out(self) -> Iterator[str]:
        """Yield the names of links by which git would write outside of the repository, and of pipes and devices."""
        for folder in sorted({self.own, self.common}):
            yield from self._ways_out(folder, ("refs", "logs", "reftable"))
            yield from self._ways_out(folder / "objects", ())
            yield from self._ways_out(folder / "info", ())

    def pipes(self) -> Iterator[str]:
        """Yield the names of files that would keep git waiting for ever."""
        for folder in sorted({self.own, self.common}):
            for name in _SPECIAL:
                if _is_special(folder / name):
                    yield name

    def _ways_out(self, folder: Path, deep: tuple[str, ...]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink():
                target = _real(path)
                if not any(_is_inside(target, place) for place in (self.own, self.common, self.root) if place):
                    yield self._named(path)
            elif entry.is_dir():
                if entry.name in deep:
                    yield from self._ways_out_below(path)
            elif _is_special(path):
                yield self._named(path)

    def _ways_out_below(self, folder: Path) -> Iterator[str]:
        for place, _, _ in os.walk(folder):
            yield from self._ways_out(Path(place), ())

    def _named(self, path: Path) -> str:
        base = self.common.parent if _is_inside(path, self.common) else self.own.parent
        return path.relative_to(base).as_posix()


def find_git_folder(folder: Path) -> GitFolder | None:
    """Return the repository that a folder lies in, found as git finds it; None where there is none."""
    folder = _real(folder)
    ceilings = {Path(one) for one in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep) if one}
    device = _device(folder)
    for place in (folder, *folder.parents):
        if place != folder and place in ceilings:
            return None
        if device is not None and _device(place) != device and not os.environ.get("GIT_DISCOVERY_ACROSS_FILESYSTEM"):
            return None
        entry = place / ".git"
        if entry.is_file():
            return _pointed_at(place, entry)
        if found := _in(entry, place):
            return found
        if found := _in(place, None):
            return found
    return None


def read_bounded(path: Path) -> bytes | None:
    """Return a file's bytes; None when it is none, is no regular file, or is longer than `MAX_BYTES`."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError:
            return None
    return data if len(data) <= MAX_BYTES else None


def _pointed_at(root: Path, entry: Path) -> GitFolder | None:
    """The repository that a gitfile names."""
    data = read_bounded(entry) or b""
    if not data.startswith(b"gitdir: "):
        return None
    return _in(root / _line(data[len(b"gitdir: ") :]), root)


def _in(own: Path, root: Path | None) -> GitFolder | None:
    """The repository in a git directory, if it is one."""
    head = own / "HEAD"
    is_old_link = head.is_symlink() and os.readlink(head).startswith("refs/")
    if not is_old_link and not _HEAD.match(read_bounded(head) or b""):
        return None
    own = _real(own)
    pointer = read_bounded(own / "commondir")
    common = _real(own / _line(pointer)) if pointer is not None else own
    if not (common / "objects").is_dir() or not (common / "refs").is_dir():
        return None
    return GitFolder(root, own, common)


def _line(data: bytes) -> str:
    return os.fsdecode(data).rstrip("\r\n").replace("\0", "")


def _real(path: Path) -> Path:
    """A path without links, as far as it can be followed."""
    return Path(os.path.realpath(path))


def _is_inside(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _is_special(path: Path) -> bool:
    """Whether opening it may wait for ever; sockets can't be opened."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def _device(path: Path) -> int | None:
    try:
        return path.stat().st_dev
    except OSError:
        return None
