"""The bytes of a save on their way to the disk: after a crash at any moment a file is the old or the new one.

A file is replaced by exchanging its name with that of a whole one, so that what was replaced can be looked at: another
program may have written it at the last moment, and then it gets its name back. One that has other names (hard links)
must stay the same file; `through` writes it in place.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from editor.disk import require_regular, sync_folder
from editor.post.swap import exchange, rename_new
from editor.post.through import SUFFIX as THROUGH_SUFFIX
from editor.post.through import (
    ChangedError,
    Check,
    NotKeptError,
    finish,
    leftover,
    read_regular,
    settle,
    short_name,
    write_through,
)

__all__ = [
    "LEFT_S",
    "TEMPORARY_SUFFIX",
    "THROUGH_SUFFIX",
    "ChangedError",
    "clean_leftovers",
    "finish",
    "leftover",
    "remove",
    "replace",
    "settle",
    "sync_folder",
]
TEMPORARY_SUFFIX: Final = ".postwright-save"
_PART: Final = ".part"
"""Stands before the suffix until the file is whole."""
LEFT_S: Final = 3_600
"""A younger temporary file may belong to a save that is under way; the process in its name must be gone, too."""

Keep = Callable[[str, bytes], None]
"""Takes the name of a file and what a killed save has left of it."""


def whatever(_: bytes | None) -> bool:
    """Replace the file whatever it holds."""
    return True


def replace(target: Path, data: bytes, still: Check = whatever) -> None:
    """Give a file these bytes.

    Args:
        still: whether what the file holds may be replaced. It is asked once the new bytes are on the disk, right before
            they get the file's name, and then of what had that name until then.

    Raises:
        ChangedError: another program wrote the file meanwhile; what it wrote is there.
        OSError: the file is as it was, and nothing lies beside it.

    """
    old = target.stat() if target.exists() else None
    if old is not None:
        require_regular(old)
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    if old is not None and old.st_nlink > 1:
        write_through(target, data, still, partial(_write_whole, old))
        return
    name = _temporary(target, data, old)
    try:
        _put(name, target, data, still)
    except BaseException:
        with contextlib.suppress(OSError, ChangedError):
            if read_regular(name) == data:  # else it is another program's, and nothing else has it
                os.unlink(name)
        raise
    sync_folder(target.parent)


def remove(target: Path, still: Check) -> None:
    """Remove a file that is as it was written, and no other.

    Raises:
        ChangedError: another program wrote it meanwhile; it has its name again.
        OSError: it can't be removed.

    """
    aside = target.with_name(f".{short_name(target)}.{os.getpid()}-{time.time_ns():x}{TEMPORARY_SUFFIX}")
    rename_new(target, aside)
    try:
        expected = still(read_regular(aside))
    except ChangedError:
        expected = False
    if not expected:
        rename_new(aside, target)
        raise ChangedError
    os.unlink(aside)
    sync_folder(target.parent)


def clean_leftovers(folder: Path, now: float | None = None, keep: Keep | None = None) -> None:
    """Remove what saves that were killed have left in a folder; what is under way stays.

    Args:
        keep: is given each text before it goes; where that raises `OSError`, it stays.

    """
    limit = (time.time() if now is None else now) - LEFT_S
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(TEMPORARY_SUFFIX):
                with contextlib.suppress(OSError):  # one that just came to its end is gone
                    if entry.stat(follow_symlinks=False).st_mtime < limit and not _is_under_way(entry.name):
                        _take_away(entry, keep)


def _take_away(entry: os.DirEntry[str], keep: Keep | None) -> None:
    if keep is not None and entry.is_file(follow_symlinks=False):
        name = entry.name.removeprefix(".").removesuffix(TEMPORARY_SUFFIX)
        data = read_regular(entry.path)
        if data and not name.endswith(_PART):
            keep(name.rpartition(".")[0], data)
    os.unlink(entry.path)


def _is_under_way(name: str) -> bool:
    """Whether the process that a temporary file is named for is alive; our own one's saves are young."""
    number = name.removesuffix(TEMPORARY_SUFFIX).removesuffix(_PART).rpartition(".")[2].partition("-")[0]
    if os.name == "nt" or not number.isascii() or not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _temporary(target: Path, data: bytes, old: os.stat_result | None) -> str:
    """A whole file beside the target, on the disk and read again."""
    import tempfile  # for the first save, not for the start

    prefix = f".{short_name(target)}.{os.getpid()}-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=f"{_PART}{TEMPORARY_SUFFIX}", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _keep_owner_and_mode(file.fileno(), target, old)
            os.fsync(file.fileno())
        _compare(name, data)
        whole = name.removesuffix(f"{_PART}{TEMPORARY_SUFFIX}") + TEMPORARY_SUFFIX
        os.replace(name, whole)  # by its name it is known to be whole
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return whole


def _put(name: str, target: Path, data: bytes, still: Check) -> None:
    """Give a whole file the name of the target, over nothing that `still` does not know."""
    if still is whatever:
        os.replace(name, target)
        return
    now = read_regular(target)
    if not still(now):
        raise ChangedError
    if now is None:
        try:
            rename_new(name, target)
        except FileExistsError:
            raise ChangedError from None
    elif exchange(name, target):
        _settle_exchange(name, target, data, still)
    else:
        _replace_and_look_back(name, target, data, still)


def _settle_exchange(name: str, target: Path, data: bytes, still: Check) -> None:
    """Remove what was replaced, or give it its name back where another program wrote it at the last moment."""
    try:
        expected = still(read_regular(name))
    except BaseException:
        exchange(name, target)
        raise
    if not expected:
        exchange(name, target)
        if read_regular(name) != data:  # yet another one has written over ours: that is the newest
            exchange(name, target)
        raise ChangedError
    with contextlib.suppress(OSError):  # the file is saved; `clean_leftovers` comes back for it
        os.unlink(name)


def _replace_and_look_back(name: str, target: Path, data: bytes, still: Check) -> None:
    """Replace a file where names can't be exchanged; one that was written at the last moment is put back."""
    with open(target, "rb") as file:
        os.replace(name, target)
        theirs = file.read()
    if not still(theirs):
        with contextlib.suppress(ChangedError):
            if read_regular(target) == data:
                os.replace(_temporary(target, theirs, target.stat()), target)
        raise ChangedError


def _write_whole(old: os.stat_result, data: bytes, target: Path) -> None:
    """Write a file that stands beside a post, as private as that one, synced with its name."""
    name = _temporary(target, data, old)
    try:
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)


def _compare(name: str, data: bytes) -> None:
    """What was written is read again: a disk may take bytes and not keep them."""
    if read_regular(name) != data:
        raise NotKeptError


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
