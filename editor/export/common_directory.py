"""A stand-in for the directory that git reads a repository's configuration, hooks and attributes from.

git takes HEAD and the index from `GIT_DIR`, the refs from there too (`refs.c` does not heed the environment), the
objects from `GIT_OBJECT_DIRECTORY`, and all else from `GIT_COMMON_DIR` (git(1), gitrepository-layout(5)). The last one
is a directory of ours: its configuration has the allowed settings alone, and no hooks, no remotes in files and no
helpers lie there. So a setting that nobody thought of is not switched off: git never reads it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Final

from editor.export.git_folder import GitFolder, read_bounded
from editor.export.local_settings import LocalSettings, Setting, as_file, parsed

_COPIED: Final = ("info/exclude", "info/attributes")
"""What the user's git would heed, and names no program: drivers of attributes come from settings."""


class CommonDirectory:
    """A directory of ours for a repository, brought up to date when the repository's files change.

    Args:
        parse: gives what `git config --list -z` prints for the text of a configuration file.

    """

    def __init__(self, folder: GitFolder, parse: Callable[[bytes], str]) -> None:
        self._folder, self._parse = folder, parse
        self.path = Path(tempfile.mkdtemp(prefix="postwright-git-"))
        self._finish = weakref.finalize(self, shutil.rmtree, self.path, True)
        self._stamp: tuple[object, ...] = ()
        self._settings = LocalSettings()

    @property
    def settings(self) -> LocalSettings:
        """Return the repository's settings as they are now.

        Raises:
            ValueError: a file of settings can't be read.

        """
        stamp = tuple(_stamp(path) for path in self._sources())
        if stamp != self._stamp or not (self.path / "config").exists():
            self._settings = LocalSettings(self._read())
            self._write()
            self._stamp = stamp
        return self._settings

    def environment(self) -> dict[str, str]:
        """Return the variables by which git uses the repository through this directory."""
        folder = self._folder
        found = {
            "GIT_DIR": str(folder.own),
            "GIT_COMMON_DIR": str(self.path),
            "GIT_OBJECT_DIRECTORY": str(folder.common / "objects"),
        }
        if folder.root is None:
            return {**found, "GIT_IMPLICIT_WORK_TREE": "0"}
        return {**found, "GIT_WORK_TREE": str(folder.root)}

    # -- parts

    def _sources(self) -> list[Path]:
        common = [self._folder.common / name for name in (*_COPIED, "shallow")]
        return [*self._folder.configurations, *common]

    def _read(self) -> list[Setting]:
        shared, own = self._folder.configurations
        settings = self._file(shared)
        if LocalSettings(settings).is_on("extensions.worktreeconfig") and own.exists():
            settings += self._file(own)
        return settings

    def _file(self, path: Path) -> list[Setting]:
        """The settings of a file; what it includes is not read."""
        if not os.path.lexists(path):
            return []
        data = read_bounded(path)
        if data is None:
            raise ValueError(path.name)
        return list(parsed(self._parse(data)))

    def _write(self) -> None:
        (self.path / "refs").mkdir(exist_ok=True)  # by which git tells a repository; it reads none there
        (self.path / "info").mkdir(exist_ok=True)
        (self.path / "config").write_bytes(os.fsencode(as_file(self._settings.allowed)))
        for name in _COPIED:
            (self.path / name).write_bytes(read_bounded(self._folder.common / name) or b"")
        shallow = self.path / "shallow"
        shallow.unlink(missing_ok=True)
        if os.path.lexists(self._folder.common / "shallow"):
            try:
                shallow.symlink_to(self._folder.common / "shallow")
            except OSError:  # Windows allows links to few users
                shallow.write_bytes(read_bounded(self._folder.common / "shallow") or b"")


def _stamp(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
