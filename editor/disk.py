"""Raw access to the disk, for all modules that read or write files.

Reads are bounded: only regular files, never a pipe or a device, and no more than a limit. Where a folder is given that
a file must lie in, the path of what was opened is checked, not the path that was asked for: a link may lead elsewhere,
and the name may mean another file by the time it is opened (TOCTOU).

The program's own files (journal, index, settings) are written with mode 0600 into folders with mode 0700.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_CLOEXEC: Final[int] = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_WAIT: Final[int] = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
NO_FOLLOW: Final[int] = getattr(os, "O_NOFOLLOW", 0)
_FOLDER: Final[int] = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _CLOEXEC
_CHUNK: Final = 65_536
_OTHERS: Final = 0o077
_SYSTEM: Final[str] = sys.platform
MAX_STATE: Final = 16 * 2**20
"""No file of settings or of the window's state is larger."""


class NotRegularError(OSError):
    """A pipe, a socket or a device where a file should be."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "not a regular file")


class TooLargeError(OSError):
    """A file over the limit.

    Attributes:
        size: in bytes, as far as it is known.

    """

    def __init__(self, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.size = size


class OutsideError(OSError):
    """What was opened does not lie in the folder that it must lie in."""

    def __init__(self) -> None:
        super().__init__(errno.EXDEV, "outside of the folder")


def read_regular(path: str | Path, limit: int, *, within: Path | None = None) -> bytes:
    """Return a file's bytes.

    Args:
        limit: the largest size in bytes.
        within: the folder that the file must lie in when all links are followed; None for anywhere.

    Raises:
        IsADirectoryError, NotRegularError: it is no file.
        TooLargeError: it is larger than `limit`, or grows while it is read.
        OutsideError: it does not lie in `within`.
        OSError: it can't be read.

    """
    handle = _open_regular(path, within)
    try:
        size = os.fstat(handle).st_size
        if size > limit:
            raise TooLargeError(size)
        data = _read(handle, limit + 1, size + 1)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise TooLargeError(len(data))
    return data


def read_head(path: str | Path, length: int, *, within: Path | None = None) -> bytes:
    """Return the first bytes of a file, whatever its size. Raises as `read_regular`."""
    handle = _open_regular(path, within)
    try:
        return _read(handle, length, length)
    finally:
        os.close(handle)


@contextlib.contextmanager
def held(folder: Path, within: Path, *, follow: bool = True) -> Iterator[Path]:
    """Hold a folder open that lies inside another one.

    Gives a path that means this folder whatever becomes of its name; where the system has no such path (all but
    Linux), the folder's own.

    Args:
        follow: whether it may be a link.

    Raises:
        OutsideError: it does not lie in `within`.
        OSError: it is no folder, or can't be opened.

    """
    if os.name == "nt":
        if not _is_below(os.path.realpath(folder), within):
            raise OutsideError
        yield folder
        return
    handle = os.open(folder, _FOLDER if follow else _FOLDER | NO_FOLLOW)
    try:
        if not _is_inside(handle, folder, within):
            raise OutsideError
        by_handle = f"/proc/self/fd/{handle}"
        yield Path(by_handle) if _is_same(by_handle, handle) else folder
    finally:
        os.close(handle)


def make_folders(folder: Path, within: Path) -> list[Path]:
    """Make a folder inside another one with all that is missing above it; return those that were made, outermost first.

    Raises:
        OutsideError: what is there already leads out of `within`.
        OSError: it can't be made.

    """
    missing: list[Path] = []
    here = folder
    while not os.path.lexists(here) and here != here.parent:
        missing.append(here)
        here = here.parent
    with contextlib.ExitStack() as open_folders:
        at = open_folders.enter_context(held(here, within))
        for one in reversed(missing):
            with contextlib.suppress(FileExistsError):  # somebody was faster
                os.mkdir(at / one.name)
            at = open_folders.enter_context(held(at / one.name, within, follow=False))  # it may be a link by now
    return missing[::-1]


# -- the program's own files


def private_folder(folder: Path) -> bool:
    """Make a folder of the user's alone with what is missing above it, or narrow an existing one.

    Returns:
        Whether others could look into it until now.

    Raises:
        OSError: it can't be made, or is no folder.

    """
    missing: list[Path] = []
    here = folder
    while not here.exists() and here != here.parent:
        missing.append(here)
        here = here.parent
    for one in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another process of ours was faster
            os.mkdir(one, 0o700)
    facts = os.stat(folder)
    if not stat.S_ISDIR(facts.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "not a folder")
    if os.name == "nt" or not facts.st_mode & _OTHERS or facts.st_uid != os.geteuid():
        return False
    os.chmod(folder, stat.S_IMODE(facts.st_mode) & ~_OTHERS)
    return True


def is_private(folder: Path) -> bool:
    """Return whether a folder is this user's alone and no link (the XDG specification, of the runtime folder)."""
    try:
        facts = os.lstat(folder)
    except OSError:
        return False
    if os.name == "nt":
        return stat.S_ISDIR(facts.st_mode)
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS


def narrow_all(folder: Path, *, below: bool = True) -> None:
    """Take the rights of others from all that lies in a folder of ours; links are not followed. Raises nothing.

    Args:
        below: also from what lies in its folders.

    """
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(here, name)
            with contextlib.suppress(OSError):
                facts = os.lstat(path)
                if facts.st_mode & _OTHERS and (stat.S_ISREG(facts.st_mode) or stat.S_ISDIR(facts.st_mode)):
                    os.chmod(path, stat.S_IMODE(facts.st_mode) & ~_OTHERS)
        if not below:
            return


def open_private(path: Path, flags: int) -> int:
    """Open a file of the program's own with flags of `os.open`; return its descriptor.

    A file that is made gets mode 0600, and one that others may read loses that. Links are not followed.

    Raises:
        NotRegularError: it is no regular file.
        OSError: it can't be opened.

    """
    handle = os.open(path, flags | NO_FOLLOW | _NO_WAIT | _CLOEXEC, 0o600)
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise NotRegularError
        if os.name != "nt" and facts.st_mode & _OTHERS and facts.st_uid == os.geteuid():
            os.fchmod(handle, stat.S_IMODE(facts.st_mode) & ~_OTHERS)
    except BaseException:
        os.close(handle)
        raise
    return handle


def make_private(path: Path) -> None:
    """Make an empty file of the program's own, or narrow the one that is there, without opening that.

    A process that closes a file loses its locks on it, also those of SQLite (fcntl(2), “Record locking”).

    Raises:
        NotRegularError: something else than a file is there, or a link.
        OSError: it can't be made.

    """
    try:
        os.close(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode):
            raise NotRegularError from None
        if os.name != "nt" and facts.st_mode & _OTHERS and facts.st_uid == os.geteuid():
            os.chmod(path, stat.S_IMODE(facts.st_mode) & ~_OTHERS)


def write_private(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file of the program's own, or make it; it has mode 0600 from its first byte.

    Args:
        durable: it is on the disk afterwards. Else a kill of the program leaves the old file or the new one, too; a
            power cut does on file systems that write a file before they rename it over another (ext4, Btrfs, APFS,
            NTFS), and leaves an empty file on others.

    Raises:
        OSError: it can't be written; the old file is as it was.

    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    handle = open_private(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder itself last; Windows has no such call, and some network file systems refuse it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# -- descriptors


def require_regular(facts: os.stat_result) -> None:
    """Raise `IsADirectoryError` or `NotRegularError` for what is no regular file."""
    if stat.S_ISDIR(facts.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(facts.st_mode):
        raise NotRegularError


def _open_regular(path: str | Path, within: Path | None) -> int:
    require_regular(os.stat(path))  # opening a device may do something by itself
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | _CLOEXEC)
    try:
        require_regular(os.fstat(handle))
        if within is not None and not _is_inside(handle, path, within):
            raise OutsideError
    except BaseException:
        os.close(handle)
        raise
    return handle


def _read(handle: int, length: int, expected: int) -> bytes:
    """Read up to `length` bytes; `expected` of them are asked for at first."""
    parts, left = list[bytes](), length
    while left > 0 and (part := os.read(handle, min(left, max(expected, _CHUNK)))):
        parts.append(part)
        left -= len(part)
        expected = _CHUNK
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _is_inside(handle: int, path: str | Path, within: Path) -> bool:
    found = _path_of(handle, path)
    return found is not None and _is_below(found, within)


def _path_of(handle: int, path: str | Path) -> str | None:
    """Return the path, without links, of what was opened; None where the path means something else by now."""
    with contextlib.suppress(OSError):
        if _SYSTEM == "linux":
            return os.readlink(f"/proc/self/fd/{handle}")
        if _SYSTEM == "darwin":
            import fcntl

            get_path: int = getattr(fcntl, "F_GETPATH")  # noqa: B009  only there
            return os.fsdecode(fcntl.fcntl(handle, get_path, bytes(1_024)).partition(b"\0")[0])
    with contextlib.suppress(OSError):
        real = os.path.realpath(path)  # no such call: what the path leads to now must be the same file
        return real if _is_same(real, handle) else None
    return None


def _is_same(path: str, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False


def _is_below(path: str, within: Path) -> bool:
    inner, outer = Path(os.path.normcase(path)), Path(os.path.normcase(os.path.realpath(within)))
    if inner.is_relative_to(outer):
        return True
    # A file system that ignores case may give the folder's name in another one.
    return any(_is_same_folder(one, outer) for one in inner.parents) if _SYSTEM == "darwin" else False


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
