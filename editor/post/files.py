"""Files read whole and replaced whole: after a save, or a crash in the middle of one, a file is the old or the new.

A save writes a temporary file in the same folder, syncs it, reads it again, and gives it the old one's name; mode,
owner and attributes stay, symbolic links are followed, hard links stay. It refuses when the file on disk is not the one
that was read: before it begins, once the new bytes are synced, and of the very file that is replaced.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.disk import NotRegularError, OutsideError, TooLargeError, held, read_regular
from editor.language import msg, tr
from editor.post.atomic import ChangedError, finish, leftover, remove, replace
from editor.post.through import Leftover

MAX_BYTES = 20 * 1024 * 1024
"""Larger files are no posts: they are refused before they are read."""
_MAX_COMPARED: Final = 128 * 1024 * 1024
"""Pictures are replaced too, and may be larger than posts."""


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


def read_file(path: Path, *, limit: int = MAX_BYTES, within: Path | None = None) -> bytes:
    """A file's bytes.

    Args:
        within: the folder that it must lie in when all links are followed; None for anywhere.

    Raises:
        FileTooLargeError: it is over `limit` bytes.
        FileError: it is no file, is gone, lies elsewhere, or may not be read.

    """
    try:
        return read_regular(path, limit, within=within)
    except OSError as error:
        raise said(path, error) from None


def said(path: Path, error: OSError) -> FileError:
    """Return what the disk said when a file was read, in plain words."""
    match error:
        case FileError():
            return error
        case TooLargeError():
            return FileTooLargeError(path, tr("holds {0:,.0f} MB, and a post at most 20 MB").format(error.size / 2**20))
    return FileError(path, _reason(error, reading=True))


def finish_write(path: Path) -> Leftover | None:
    """End a save that a crash stopped in the middle, where the file has other names (hard links).

    Returns:
        What a stopped save was to write where the file has changed since: it was not applied.

    Raises:
        FileError: it can't be ended; what was to be saved stays beside the file.

    """
    target = _target_of(path)
    try:
        finish(target)
        return leftover(target)
    except OSError as error:
        raise FileError(path, tr("{0}: a save that was stopped could not be ended").format(_reason(error))) from None


def write_file(path: Path, data: bytes, *, expected: Stamp | None, within: Path | None = None) -> Stamp:
    """Replace a file's bytes, or make the file.

    Args:
        expected: what the file must still hold; None for a file that must not exist yet.
        within: the folder that it must lie in when all links are followed; None for anywhere.

    Raises:
        FileChangedError: the file holds something else, is gone, or exists already.
        FileError: the disk or the folder does not allow it; the old file is as it was.

    """

    def is_expected(now: bytes | None) -> bool:
        return (Stamp.of(now) if now is not None else None) == expected

    with _held(path, _target_of(path), within) as target:
        _check_unchanged(path, target, expected, within)
        try:
            replace(target, data, is_expected)
        except ChangedError:
            _check_unchanged(path, target, expected, within)
            raise FileChangedError(path, tr("is being changed by another program")) from None
        except OSError as error:
            raise _refusal(path, error) from None
    return Stamp.of(data)


def overwrite_file(path: Path, data: bytes) -> Stamp:
    """Replace a file whatever it holds now, as the writer asked.

    Raises:
        FileError: the disk or the folder does not allow it; the old file is as it was.

    """
    try:
        replace(_target_of(path), data)
    except OSError as error:
        raise _refusal(path, error) from None
    return Stamp.of(data)


def remove_file(path: Path, *, expected: Stamp, within: Path | None = None) -> None:
    """Remove a file that holds what was written to it.

    Args:
        within: the folder that it must lie in, as for `write_file`.

    Raises:
        FileChangedError: it holds something else, and is left.
        FileError: it can't be removed.

    """
    with _held(path, path, within) as target:
        try:
            remove(target, lambda now: now is not None and Stamp.of(now) == expected)
        except ChangedError:
            raise FileChangedError(path, tr("was changed by another program since it was opened")) from None
        except OSError as error:
            raise FileError(path, _reason(error)) from None


def _refusal(path: Path, error: OSError) -> FileError:
    return FileError(path, tr("{0}. Your text is still here: save it somewhere else").format(_reason(error)))


def _target_of(path: Path) -> Path:
    """The file behind symbolic links; a link that can't be read just now must not be taken for the file."""
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:  # it is to be made
        with contextlib.suppress(OSError):
            return Path(os.path.realpath(path))
        raise FileError(path, tr("was changed by another program since it was opened")) from None
    except OSError as error:
        raise FileError(path, _reason(error)) from None


@contextlib.contextmanager
def _held(path: Path, target: Path, within: Path | None) -> Iterator[Path]:
    """A path that means the target until it is written, whatever becomes of the names of its folders."""
    if within is None:
        yield target
        return
    try:
        folder = contextlib.ExitStack()
        parent = folder.enter_context(held(target.parent, within))
    except OSError as error:
        raise FileError(path, _reason(error)) from None
    with folder:
        yield parent / target.name


def _check_unchanged(path: Path, target: Path, expected: Stamp | None, within: Path | None) -> None:
    try:
        current: Stamp | None = Stamp.of(read_regular(target, _MAX_COMPARED, within=within))
    except FileNotFoundError:
        current = None
    except TooLargeError:
        raise FileChangedError(path, tr("was changed by another program since it was opened")) from None
    except (NotRegularError, IsADirectoryError):
        raise FileChangedError(path, tr("was replaced by something that is no file")) from None
    except OSError as error:
        raise FileError(path, _reason(error)) from None
    if current == expected:
        return
    if expected is None:
        raise FileChangedError(path, tr("exists already"))
    if current is None:
        raise FileChangedError(path, tr("was deleted or moved since it was opened"))
    raise FileChangedError(path, tr("was changed by another program since it was opened"))


def _reason(error: OSError, *, reading: bool = False) -> str:
    known = _REASONS.get(error.errno or 0)
    why = tr(known) if known else (error.strerror or str(error)).lower()
    match error:
        case IsADirectoryError():
            return tr("is a folder: open one of the posts in it")
        case NotRegularError():
            return tr("is a device or pipe, not a post")
        case OutsideError():
            return tr("leads out of the blog")
        case FileNotFoundError():
            saving = tr("can't be saved: its folder does not exist any more")
            return tr("does not exist (any more)") if reading else saving
        case PermissionError() if reading:
            return tr("may not be read: change its permissions or choose another place")
        case PermissionError():
            return tr("may not be saved: change its permissions or choose another place")
        case _:
            return (tr("can't be read: {0}") if reading else tr("can't be saved: {0}")).format(why)


_REASONS = {
    errno.ENOSPC: msg("the disk is full"),
    errno.EROFS: msg("the disk is read-only"),
    errno.EIO: msg("the disk reports an error"),
    errno.ENAMETOOLONG: msg("its name is too long for this disk"),
    errno.EBUSY: msg("another program holds it"),
    errno.EINVAL: msg("its name has a character that this disk does not take"),
    errno.EILSEQ: msg("its name has a character that this disk does not take"),
    errno.EFBIG: msg("this disk takes no file of that size"),
    errno.ELOOP: msg("it is a link that leads back to itself"),
    errno.ENOTDIR: msg("what should be its folder is a file"),
    errno.EMFILE: msg("too many files are open on this machine"),
    errno.ENFILE: msg("too many files are open on this machine"),
    errno.ENODEV: msg("its disk is not there any more"),
    errno.ENXIO: msg("its disk is not there any more"),
    errno.ETIMEDOUT: msg("the network share does not answer"),
    errno.EHOSTUNREACH: msg("the network share does not answer"),
    errno.ENOTCONN: msg("the network share has gone away"),
    getattr(errno, "EDQUOT", -1): msg("your share of this disk is used up"),
    getattr(errno, "ESTALE", -2): msg("the network share has gone away"),
    getattr(errno, "EHOSTDOWN", -3): msg("the network share does not answer"),
}
