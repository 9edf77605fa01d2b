"""Files read whole and replaced whole: after a save, or a crash in the middle of one, a file is the old or the new.

A save writes a temporary file in the same folder, syncs it, and renames it over the old one; mode and owner stay,
symbolic links are followed. It refuses when the file on disk is not the one that was read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 20 * 1024 * 1024
"""Larger files are no posts: they are refused before they are read."""

TEMPORARY_SUFFIX = ".postwright-save"


class FileError(OSError):
    """A file that can't be read or written, with the reason in plain words.

    Attributes:
        path: the file.
        reason: what happened and what to do.

    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class FileChangedError(FileError):
    """Somebody else wrote the file since it was read; it was left as it is."""


class FileTooLargeError(FileError):
    """A file over `MAX_BYTES`."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file held when it was read or written, to notice changes by others."""

    digest: bytes

    @classmethod
    def of(cls, data: bytes) -> Stamp:
        """The stamp of a file's bytes."""
        return cls(hashlib.blake2b(data, digest_size=16).digest())


def read_file(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        FileTooLargeError: it is over `limit` bytes.
        FileError: it is no file, is gone, or may not be read.

    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError(path, "is a folder: open one of the posts in it")
        if not stat.S_ISREG(status.st_mode):
            raise FileError(path, "is a device or pipe, not a post")
        if status.st_size > limit:
            raise FileTooLargeError(path, f"holds {status.st_size / 2**20:,.0f} MB, and a post at most 20 MB")
        return path.read_bytes()
    except FileError:
        raise
    except OSError as error:
        raise FileError(path, _reason(error, "read")) from None


def write_file(path: Path, data: bytes, *, expected: Stamp | None) -> Stamp:
    """Replace a file's bytes, or make the file.

    Args:
        expected: what the file must still hold; None for a file that must not exist yet.

    Raises:
        FileChangedError: the file holds something else, is gone, or exists already.
        FileError: the disk or the folder does not allow it; the old file is as it was.

    """
    target = Path(os.path.realpath(path))
    _check_unchanged(path, target, expected)
    try:
        _replace(target, data)
    except OSError as error:
        raise FileError(path, f"{_reason(error, 'saved')}. Your text is still here: save it somewhere else") from None
    return Stamp.of(data)


def overwrite_file(path: Path, data: bytes) -> Stamp:
    """Replace a file whatever it holds now, as the writer asked.

    Raises:
        FileError: the disk or the folder does not allow it; the old file is as it was.

    """
    current = Stamp.of(path.read_bytes()) if path.exists() else None
    return write_file(path, data, expected=current)


def _check_unchanged(path: Path, target: Path, expected: Stamp | None) -> None:
    try:
        current: Stamp | None = Stamp.of(target.read_bytes())
    except FileNotFoundError:
        current = None
    except OSError as error:
        raise FileError(path, _reason(error, "saved")) from None
    if current == expected:
        return
    if expected is None:
        raise FileChangedError(path, "exists already")
    if current is None:
        raise FileChangedError(path, "was deleted or moved since it was opened")
    raise FileChangedError(path, "was changed by another program since it was opened")


def _replace(target: Path, data: bytes) -> None:
    """The atomic part. Whatever fails, the temporary file is taken away again."""
    old = target.stat() if target.exists() else None
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "read-only")
    import tempfile  # for the first save, not for the start

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=TEMPORARY_SUFFIX, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _keep_owner_and_mode(file.fileno(), name, old)
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _keep_owner_and_mode(handle: int, name: str, old: os.stat_result | None) -> None:
    if old is None:
        os.chmod(name, 0o666 & ~_umask())
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.fchown(handle, old.st_uid, old.st_gid)
    os.chmod(name, stat.S_IMODE(old.st_mode))


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last; Windows has no such call, and some network file systems refuse it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError, verb: str) -> str:
    match error:
        case FileNotFoundError():
            return (
                "does not exist (any more)" if verb == "read" else "can't be saved: its folder does not exist any more"
            )
        case PermissionError():
            return f"may not be {verb}: change its permissions or choose another place"
        case _:
            return f"can't be {verb}: {(error.strerror or str(error)).lower()}"
