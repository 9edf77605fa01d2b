"""The one way to a blog's files: nothing outside of its folder is read or written.

Whatever a path says (`..`, an absolute path, another drive, a link that leads away), a file counts only when it lies in
the folder after all links were followed, and that is asked of what was opened, not of its name. Links inside the folder
work, and so does a folder that is itself reached by a link.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from editor.disk import OutsideError, held, make_folders, read_head
from editor.language import tr
from editor.post.files import MAX_BYTES, FileError, Stamp, read_file, remove_file, said, write_file
from editor.post.swap import rename_new
from editor.text.source import UndecodableError, decode
from editor.text.white_space import ASCII_SPACE

MAX_TEXT: Final = 4 * 1024 * 1024
"""Larger files are no includes, layouts or data that a post could want."""
_GIT: Final = re.compile(r"\.git|git~[0-9]+", re.IGNORECASE)
"""Git's own folder by the names that file systems take for it."""
_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""macOS leaves such letters out when it compares names (CVE-2014-9390)."""


class LeadsOutError(FileError):
    """A path of a blog that leads out of its folder."""

    def __init__(self, path: Path, where: Path | None = None) -> None:
        named = tr("leads out of the blog, to {0}").format(shown_place(where)) if where is not None else ""
        super().__init__(path, named or tr("leads out of the blog"))


def shown_place(where: Path) -> str:
    """Return a path for people; whoever made the link chose its characters, and a terminal would obey some."""
    return "".join(character if character.isprintable() else "\ufffd" for character in str(where))


def inner_path(named: object, default: str = "") -> str:
    """Return a path that a configuration names, from the blog's root; "" for the root itself.

    Args:
        default: what counts where the configuration names nothing, or a place outside: a parent folder, another drive,
            a network share.

    """
    if not isinstance(named, str):
        return default
    text = named.strip(ASCII_SPACE)
    if not text or "\0" in text or PureWindowsPath(text).drive or text.startswith(("\\\\", "~")):
        return default
    path = posixpath.normpath(text.strip("/"))
    if ".." in PureWindowsPath(path).parts:
        return default
    return "" if path == "." else path


def inside(root: Path, relative: str) -> Path | None:
    """The file or folder that a path below a root names, links followed; None when it is elsewhere or is not there."""
    return Gate(root).find(relative)


def leads_out(path: Path, root: Path) -> Path | None:
    """Where a path leads when that is outside of a root, or can't be said; None when it is inside."""
    try:
        there, real = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    except (OSError, ValueError):  # it changes at this moment
        return path
    return None if there.is_relative_to(real) else there


class Gate:
    """The files of one folder, by paths that name them from its root or whole.

    Reading raises `FileError`, and its kind `LeadsOutError` for what lies outside.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def real(self) -> Path:
        """The root without links."""
        return Path(os.path.realpath(self.root))

    # -- looking

    def find(self, relative: str | PurePath) -> Path | None:
        """The file or folder at a path below the root, links followed; None when it is elsewhere or is not there."""
        try:
            path = Path(os.path.realpath(self.root / str(relative).lstrip("/\\")))
            return path if path.is_relative_to(self.real) and path.exists() else None
        except (OSError, ValueError, RuntimeError):
            return None

    def file(self, relative: str | PurePath) -> Path | None:
        """The regular file at a path below the root, as `find`."""
        path = self.find(relative)
        return path if path is not None and path.is_file() else None

    def folder(self, relative: str | PurePath) -> Path | None:
        """The folder at a path below the root, as `find`."""
        path = self.find(relative)
        return path if path is not None and path.is_dir() else None

    def exists(self, relative: str | PurePath) -> bool:
        """Whether something lies at a path below the root, if only a link that leads nowhere."""
        try:
            path = self.root / str(relative).lstrip("/\\")
            parent = Path(os.path.realpath(path.parent))
            return parent.is_relative_to(self.real) and os.path.lexists(path)
        except (OSError, ValueError):
            return False

    def files(self, relative: str | PurePath = "") -> list[Path]:
        """All files below a folder, sorted; links that lead out of the root and linked folders are left out."""
        start, found = self.folder(relative), list[Path]()
        for here, folders, files, links in walk(start) if start is not None else ():
            folders[:] = [name for name in folders if not _is_git(name)]
            paths = [Path(here, name) for name in files]
            found += (path for path in paths if path.name not in links or leads_out(path, self.real) is None)
        return sorted(found)

    def relative(self, path: Path) -> str:
        """A path from the root, with forward slashes, of a path below the root or below `real`."""
        below = self.real if path.is_relative_to(self.real) else self.root
        return path.relative_to(below).as_posix()

    # -- reading

    def read(self, path: Path, *, limit: int = MAX_BYTES) -> bytes:
        """A file's bytes."""
        return read_file(path, limit=limit, within=self.real)

    def head(self, path: Path, length: int) -> bytes:
        """The first bytes of a file."""
        try:
            return read_head(path, length, within=self.real)
        except OSError as error:
            raise said(path, error) from None

    def text(self, relative: str | PurePath, *, limit: int = MAX_TEXT) -> str | None:
        """The text of a file; None where there is none inside, or when it is no text or too long."""
        path = self.file(relative)
        try:
            return decode(self.read(path, limit=limit)).text if path is not None else None
        except (FileError, UndecodableError):
            return None

    # -- writing

    def place(self, path: Path) -> Path:
        """Return a path, as it is, where a file may be written.

        Raises:
            LeadsOutError: it is outside, or leads there, or into git's own folder.

        """
        where = leads_out(path, self.real) if "\0" not in str(path) else path
        inner = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        if where is not None or any(part == ".." or _is_git(part) for part in inner.parts):
            raise LeadsOutError(path, where)
        return path

    def write(self, path: Path, data: bytes, *, expected: Stamp | None) -> Stamp:
        """Replace a file's bytes, or make the file, as `write_file` does."""
        return write_file(self.place(path), data, expected=expected, within=self.real)

    def make_folder(self, folder: Path) -> list[Path]:
        """Make a folder with all that is missing above it; return those that were made, outermost first."""
        try:
            return make_folders(self.place(folder), self.real)
        except OutsideError:
            raise LeadsOutError(folder) from None
        except FileError:
            raise
        except OSError as error:
            raise FileError(folder, tr("can’t be made: {0}").format(error.strerror)) from None

    def rename(self, old: Path, new: Path) -> None:
        """Move a file or folder inside, over no other one; a link is moved itself. Raises `OSError`."""
        for path in (old, new):
            self.place(path.parent)
        with held(old.parent, self.real) as source, held(new.parent, self.real) as target:
            if _is_respelled(source / old.name, target / new.name):
                os.rename(source / old.name, target / new.name)
            else:
                rename_new(source / old.name, target / new.name)

    def remove(self, path: Path, *, expected: Stamp) -> None:
        """Delete a file that holds what was written to it, as `remove_file` does."""
        self.place(path.parent)
        remove_file(path, expected=expected, within=self.real)

    def delete(self, path: Path) -> None:
        """Delete a file, or a link itself. Raises `OSError`."""
        self.place(path.parent)
        with held(path.parent, self.real) as folder:
            os.unlink(folder / path.name)

    def remove_folder(self, folder: Path) -> None:
        """Delete an empty folder. Raises `OSError`."""
        self.place(folder.parent)
        with held(folder.parent, self.real) as above:
            os.rmdir(above / folder.name)


def walk(root: str | Path) -> Iterator[tuple[str, list[str], list[str], set[str]]]:
    """Walk through a folder as `os.walk` does, top down, and name the links besides; linked folders are not entered.

    A folder's subfolders can be taken out of the list while it is walked through. What can't be read is left out.
    """
    waiting = [str(root)]
    while waiting:
        here = waiting.pop()
        folders, files, links = list[str](), list[str](), set[str]()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    (folders if _is_folder(entry) else files).append(entry.name)
                    if _is_link(entry):
                        links.add(entry.name)
        except OSError:
            continue
        yield here, folders, files, links
        waiting += [os.path.join(here, name) for name in reversed(folders) if name not in links]


def _is_git(name: str) -> bool:
    return _GIT.fullmatch(_UNSEEN.sub("", name).rstrip(". ")) is not None


def _is_respelled(old: Path, new: Path) -> bool:
    """Whether two names in different case are one file, which a file system that ignores case has."""
    try:
        same = os.path.samestat(os.lstat(old), os.lstat(new))
    except OSError:
        return False
    return same and old.name != new.name and old.name.casefold() == new.name.casefold()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a symbolic link, or a junction or another reparse point of Windows."""
    try:
        if entry.is_symlink():
            return True
        tag: int = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) if os.name == "nt" else 0
    except OSError:
        return True
    return tag in _LEADING


_LEADING: Final = frozenset({0xA000_000C, 0xA000_0003})
"""Reparse points that lead elsewhere: symbolic links and mount points (junctions); others hold a file of a cloud."""
