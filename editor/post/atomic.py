"""The bytes of a save on their way to the disk: after a crash at any moment a file is the old or the new one.

A file is replaced by renaming a whole one over it. One that has other names (hard links) must stay the same file, so it
is written in place, from a copy beside it that is whole before the first byte is touched; `finish` ends what a crash
left in the middle.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import time
from pathlib import Path
from typing import Final

from editor.disk import NO_FOLLOW, read_regular, require_regular
from editor.language import tr

TEMPORARY_SUFFIX: Final = ".postwright-save"
THROUGH_SUFFIX: Final = ".postwright-through"
"""The copy that a file with other names is written from: its new bytes, then their digest."""
_DIGEST: Final = 16
_MAX_BYTES: Final = 256 * 1024 * 1024
LEFT_S: Final = 3_600
"""A temporary file that is so old belongs to no save that is under way."""


def replace(target: Path, data: bytes) -> None:
    """Give a file these bytes. Raises `OSError`; the file is as it was then, and nothing lies beside it."""
    old = target.stat() if target.exists() else None
    if old is not None:
        require_regular(old)
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    if old is not None and old.st_nlink > 1:
        _write_through(target, data, old)
        return
    _rename(_temporary(target, data, TEMPORARY_SUFFIX, old), target)


def finish(target: Path) -> bool:
    """End a write to a file with other names that a crash stopped; whether there was one.

    Raises:
        OSError: it can't be ended now; the copy stays.

    """
    copy = _copy_of(target)
    try:
        kept = read_regular(copy, _MAX_BYTES)
    except FileNotFoundError:
        return False
    data, digest = kept[:-_DIGEST], kept[-_DIGEST:]
    if len(kept) >= _DIGEST and _digest(data) == digest:
        _write_in_place(target, data)
    copy.unlink()  # else it never was whole, and the file was not touched
    sync_folder(target.parent)
    return True


def clean_leftovers(folder: Path, now: float | None = None) -> None:
    """Remove what saves that were killed have left in a folder; what is under way is younger."""
    limit = (time.time() if now is None else now) - LEFT_S
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(TEMPORARY_SUFFIX):
                with contextlib.suppress(OSError):  # one that just came to its end is gone
                    if entry.stat().st_mtime < limit:
                        os.unlink(entry.path)


def sync_folder(folder: Path) -> None:
    """Make a rename itself last; Windows has no such call, and some network file systems refuse it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _temporary(target: Path, data: bytes, suffix: str, old: os.stat_result | None) -> str:
    """A whole file beside the target, on the disk and read again."""
    import tempfile  # for the first save, not for the start

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=suffix, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _keep_owner_and_mode(file.fileno(), target, old)
            os.fsync(file.fileno())
        _compare(name, data)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return name


def _rename(name: str, target: Path) -> None:
    """Put a whole file in its place, and have that last; where it can't be, the file goes."""
    try:
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)


def _compare(name: str | Path, data: bytes) -> None:
    """What was written is read again: a disk may take bytes and not keep them."""
    if read_regular(name, _MAX_BYTES) != data:
        raise OSError(errno.EIO, tr("the disk did not keep what was written"))


def _write_through(target: Path, data: bytes, old: os.stat_result) -> None:
    copy = _copy_of(target)
    _rename(_temporary(target, data + _digest(data), TEMPORARY_SUFFIX, old), copy)
    before = read_regular(target, _MAX_BYTES)
    try:
        _write_in_place(target, data)
        _give_up(copy)
    except OSError:
        with contextlib.suppress(OSError):
            _write_in_place(target, before)
            _give_up(copy)
        raise


def _give_up(copy: Path) -> None:
    """Have nobody write a file from this copy any more, also where it can't be deleted, nor after a power cut."""
    try:
        copy.unlink()
    except OSError:
        with os.fdopen(os.open(copy, os.O_RDWR | NO_FOLLOW), "r+b") as file:
            file.truncate()
            os.fsync(file.fileno())
    else:
        sync_folder(copy.parent)


def _write_in_place(target: Path, data: bytes) -> None:
    handle = os.open(target, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | NO_FOLLOW)
    with os.fdopen(handle, "r+b") as file:
        require_regular(os.fstat(handle))
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    _compare(target, data)


def _copy_of(target: Path) -> Path:
    whole_name = hashlib.blake2b(os.fsencode(target.name), digest_size=4).hexdigest()
    return target.with_name(f".{target.name[:60]}.{whole_name}{THROUGH_SUFFIX}")


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def _keep_owner_and_mode(handle: int, target: Path, old: os.stat_result | None) -> None:
    """Give a temporary file, which is its user's alone so far, the owner, mode and attributes of the file it replaces.

    At no moment may it be read by anybody who may not read that one.
    """
    if old is None:
        _change_mode(handle, 0o666 & ~_umask())
        return
    _change_mode(handle, _mode_for(handle, old))
    if hasattr(os, "listxattr"):  # access control lists and what people note on files
        with contextlib.suppress(OSError):
            for attribute in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(handle, attribute, os.getxattr(target, attribute))


def _mode_for(handle: int, old: os.stat_result) -> int:
    """Take over owner and group as far as the system lets us; return the mode that goes with what was taken over."""
    mode = stat.S_IMODE(old.st_mode)
    if not hasattr(os, "fchown"):
        return mode
    try:
        os.fchown(handle, old.st_uid, old.st_gid)
        return mode
    except OSError:  # only root may give files away
        mode &= 0o777
    try:
        os.fchown(handle, -1, old.st_gid)
    except OSError:  # the group that we have may read no more than everybody
        mode = (mode & ~0o070) | (mode & (mode & 0o007) << 3)
    return mode


def _change_mode(handle: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
