"""Files with several names (hard links), which must stay the same file: they are written in place, from a record.

The record lies beside the file, whole and synced before the first byte is touched. It holds the bytes before and after,
and a digest with a key of this machine and user, so that one that came with a blog or by a synchronising program is
never taken for ours. `finish` ends what a crash stopped, but only where the file still is a mixture of those two texts.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import itertools
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.disk import NO_FOLLOW, require_regular, sync_folder
from editor.language import tr

SUFFIX: Final = ".postwright-through"
"""Of the records, in all versions of the program."""
MAX_RECORD: Final = 256 * 2**20
"""A larger file is no record of ours: it is not read."""
MAX_FORMER: Final = 20 * 2**20 + 16
"""Nor a larger one of version 1.0, whose name anybody can give to a file."""
TORN_S: Final = 60
"""A file that was changed later than this after its record was written, in seconds, was changed by somebody else."""
_MAGIC: Final = b"postwright in-place save 2\n"
_SIZE: Final = 8
_DIGEST: Final = 16
_BLOCK: Final = 4096
_MAX_NAME: Final = 200

Check = Callable[[bytes | None], bool]
"""Says whether a file's bytes (None: there is no file) are those that may be replaced."""


class ChangedError(OSError):
    """Another program has written the file since it was looked at; what it wrote is there."""

    def __init__(self) -> None:
        super().__init__(errno.ESTALE, "changed by another program")


class NotKeptError(OSError):
    """A disk took bytes and did not keep them."""

    def __init__(self) -> None:
        super().__init__(errno.EIO, tr("the disk did not keep what was written"))


class StoppedError(OSError):
    """An earlier save of the file was stopped, and the file has changed since: that is to be settled first."""

    def __init__(self) -> None:
        super().__init__(errno.EALREADY, tr("a save of it was stopped earlier: open it in the window first"))


@dataclass(frozen=True, slots=True)
class Leftover:
    """The record of a stopped save that can't be applied: the file has changed since, or the record is not ours.

    Attributes:
        copy: the record.
        data: what that save was to write.
        ours: this machine and user wrote it; others stay where they are.

    """

    copy: Path
    data: bytes
    ours: bool


def write_through(target: Path, data: bytes, still: Check, whole_file: Callable[[bytes, Path], None]) -> None:
    """Give a file with several names these bytes.

    Args:
        still: whether what the file holds may be replaced; asked of the very bytes that are.
        whole_file: writes a whole new file, synced.

    Raises:
        ChangedError: another program wrote it meanwhile.
        StoppedError: an earlier save was stopped, and is not settled.
        OSError: it can't be written; it is as it was, or the record tells how to end it.

    """
    finish(target)
    copy = _copy_of(target)
    if os.path.lexists(copy):
        raise StoppedError
    before = read_regular(target)
    if before is None or not still(before):
        raise ChangedError
    whole_file(_record(before, data), copy)
    try:
        _write_in_place(target, data, before)
        _drop(copy)
    except ChangedError:
        _drop(copy)
        raise
    except OSError as error:
        with contextlib.suppress(OSError):
            if isinstance(error, NotKeptError) or is_between(target.read_bytes(), before, data):  # nobody else's
                _write_in_place(target, before, None)
                _drop(copy)
        raise


def finish(target: Path) -> bool:
    """End a save in place that a crash stopped; whether there was one that is settled now.

    Where the file has changed since, or the record is not ours, nothing is done: `leftover` gives it.

    Raises:
        OSError: it can't be ended now; the record stays.

    """
    copy = _copy_of(target)
    kept = _own_bytes(copy)
    if kept is None:
        return False
    texts = _texts(kept)
    if texts is not None:
        before, after = texts
        now = read_regular(target)
        if now not in (before, after):
            if now is None or not is_between(now, before, after) or not _is_torn(target, copy):
                return False
            _write_in_place(target, after, now)
    elif _former_text(kept) is not None:
        return False
    _drop(copy)  # else it never was whole, and the file was not touched
    return True


def leftover(target: Path) -> Leftover | None:
    """Return what a stopped save was to write and `finish` did not, also of version 1.0; None when there is nothing."""
    for copy, limit in ((_copy_of(target), MAX_RECORD), (_former_copy_of(target), MAX_FORMER)):
        try:
            kept = _own_bytes(copy, limit)
        except OSError:
            continue
        if kept is None:
            continue
        texts, former = _texts(kept), _former_text(kept)
        if texts is not None:
            return Leftover(copy, texts[1], ours=True)
        if former is not None:
            return Leftover(copy, former, ours=False)
    return None


def settle(found: Leftover) -> None:
    """Remove a record of ours, once its text is kept elsewhere."""
    if found.ours:
        with contextlib.suppress(OSError):
            _drop(found.copy)


def read_regular(path: str | Path, limit: int = MAX_RECORD) -> bytes | None:
    """Return a regular file's bytes without waiting for a pipe; None when there is no file.

    Raises:
        ChangedError: it is something else (a folder, a device, a symbolic link), or longer than `limit` bytes.

    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise ChangedError from None
        raise
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            raise ChangedError
        data = file.read(limit + 1)
    if len(data) > limit:
        raise ChangedError
    return data


def is_between(now: bytes, before: bytes, after: bytes) -> bool:
    """Whether bytes are what a crash may leave of writing `after` over `before`: each of one of both, or zero."""
    low, high = sorted((len(before), len(after)))
    if not low <= len(now) <= high:
        return False
    for start in range(0, len(now), _BLOCK):
        part, one, other = (text[start : start + _BLOCK] for text in (now, before, after))
        if part in (one[: len(part)], other[: len(part)]):
            continue
        if not all(
            byte in (0, a, b) for byte, a, b in itertools.zip_longest(part, one[: len(part)], other[: len(part)])
        ):
            return False
    return True


def short_name(target: Path) -> str:
    """The beginning of a file's name, with room for what is put behind it (names have at most 255 bytes)."""
    name = target.name[:60]
    return name if len(os.fsencode(name)) <= _MAX_NAME else target.name[:40]


# -- the record


def _record(before: bytes, after: bytes) -> bytes:
    whole = b"".join((_MAGIC, len(before).to_bytes(_SIZE, "big"), before, after))
    return whole + _digest(whole, _machine_key())


def _texts(record: bytes) -> tuple[bytes, bytes] | None:
    """The bytes before and after; None for what is cut, damaged, or of another machine."""
    whole, digest = record[:-_DIGEST], record[-_DIGEST:]
    if not whole.startswith(_MAGIC) or _digest(whole, _machine_key()) != digest:
        return None
    start = len(_MAGIC) + _SIZE
    length = int.from_bytes(whole[len(_MAGIC) : start], "big")
    return whole[start : start + length], whole[start + length :]


def _former_text(record: bytes) -> bytes | None:
    """What version 1.0 was to write, which did not note what it replaces; None where that is not whole."""
    data, digest = record[:-_DIGEST], record[-_DIGEST:]
    return data if len(record) >= _DIGEST and _digest(data) == digest else None


def _own_bytes(copy: Path, limit: int = MAX_RECORD) -> bytes | None:
    """A record's bytes; None where there is none, or something that no save of this user has made."""
    try:
        status = copy.lstat()
        if not stat.S_ISREG(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
            return None
        return read_regular(copy, limit)
    except (FileNotFoundError, ChangedError):
        return None


def _is_torn(target: Path, copy: Path) -> bool:
    """Whether a file has its other names still, and was written when its record was."""
    status = target.stat()
    return status.st_nlink > 1 and abs(status.st_mtime - copy.stat().st_mtime) <= TORN_S


def _copy_of(target: Path) -> Path:
    return _named(target, _machine_key())


def _former_copy_of(target: Path) -> Path:
    return _named(target, b"")


def _named(target: Path, key: bytes) -> Path:
    whole_name = _digest(os.fsencode(target.name), key, size=4).hex()
    return target.with_name(f".{short_name(target)}.{whole_name}{SUFFIX}")


def _digest(data: bytes, key: bytes = b"", *, size: int = _DIGEST) -> bytes:
    return hashlib.blake2b(data, digest_size=size, key=key).digest()


@functools.cache
def _machine_key() -> bytes:
    """Return what only this machine and user has: systemd's machine id, which is not to be told to anybody else.

    Raises `OSError` where it is there and can't be read: by another key a record would not be found again.
    """
    machine = b""
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with contextlib.suppress(FileNotFoundError):
            machine = machine or Path(name).read_bytes()
    if not machine:
        machine = os.fsencode(os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", ""))
    user = os.fsencode(str(os.geteuid()) if hasattr(os, "geteuid") else os.environ.get("USERNAME", ""))
    return _digest(b"\0".join((b"postwright", machine, user)))


# -- writing


def _write_in_place(target: Path, data: bytes, before: bytes | None) -> None:
    """Write over a file, through one open file from the last look at it to the sync; `before`: what it must hold."""
    handle = os.open(target, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | NO_FOLLOW)
    with os.fdopen(handle, "r+b") as file:
        require_regular(os.fstat(handle))
        if before is not None:
            if file.read() != before:
                raise ChangedError
            file.seek(0)
        file.write(data)
        file.truncate()
        file.flush()
        written = os.fstat(file.fileno())
        os.fsync(file.fileno())
    now = read_regular(target)
    if now != data:
        raise NotKeptError if now is not None and _same(written, os.stat(target)) else ChangedError
    if not os.path.samestat(written, os.stat(target)):
        raise ChangedError


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    """Whether nobody has written a file since; its time of change can't be set by programs."""
    return os.path.samestat(one, other) and (one.st_ctime_ns, one.st_size) == (other.st_ctime_ns, other.st_size)


def _drop(copy: Path) -> None:
    """Have nobody write a file from this record any more, also where it can't be deleted, nor after a power cut."""
    try:
        copy.unlink()
    except OSError:
        with os.fdopen(os.open(copy, os.O_RDWR | NO_FOLLOW), "r+b") as file:
            file.truncate()
            os.fsync(file.fileno())
    else:
        sync_folder(copy.parent)
