"""Whether the program that made a folder is alive: a file that it holds locked, which the system lets go when it ends.

What the lock file says is never what decides where the system has such locks: a file that is empty, damaged, of a
process number that another program has now, or that was copied from another machine, counts as one of a program that
has ended. Where the file system has no locks, the process that it names must be alive and have begun when it says.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import stat
import time
from pathlib import Path
from typing import Final

MAX_READ: Final = 4_096
"""A longer lock file is none of ours."""
_TRIES: Final = 5
_NO_LOCKS: Final = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)

_NO_FILE: Final = (errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.ENODEV)


class FileLock:
    """A lock that one process holds until it is unlocked or ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self.refused = False
        """Whether another program holds it; else a lock that was not taken can't be made here."""

    @property
    def is_held(self) -> bool:
        """Whether this object holds it."""
        return self._handle is not None

    def take(self) -> bool:
        """Take the lock; False when another program holds it (`refused`), or when it can't be made. Raises nothing."""
        self.refused = False
        for _ in range(_TRIES):
            try:
                handle = self._open()
                if not self._lock(handle):
                    os.close(handle)
                    self.refused = True
                    return False
                if self._is_there(handle):
                    self._handle = handle
                    self._write(handle)
                    return True
                os.close(handle)  # its holder has just removed it
            except FileNotFoundError:
                return False  # nor is its folder there
            except OSError as error:
                self.refused = error.errno in (errno.EACCES, errno.EPERM)  # another user's: nobody can tell
                if error.errno not in _NO_FILE or not self._put_aside():
                    return False
        return False

    def unlock(self) -> None:
        """Let it go; the file goes too."""
        if self._handle is None:
            return
        if os.name == "nt":
            os.close(self._handle)
        with contextlib.suppress(OSError):
            self._path.unlink()  # before others can take it
        if os.name != "nt":
            os.close(self._handle)
        self._handle = None

    def _open(self) -> int:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self._path, flags, 0o600)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(errno.ENODEV, "no file")
        return handle

    def _lock(self, handle: int) -> bool:
        """Whether the system gives the lock; where it has none, whether the process that holds it is gone."""
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno in _NO_LOCKS and not _is_alive(os.pread(handle, MAX_READ, 0))
        return True

    def _is_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.lstat(self._path))
        except FileNotFoundError:
            return False

    def _write(self, handle: int) -> None:
        """Say whose it is, for people and for file systems without locks."""
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, _whose(os.getpid()).encode())

    def _put_aside(self) -> bool:
        """Give something that is no lock file another name; False where that can't be done."""
        aside = self._path.with_name(f"{self._path.name}.damaged-{time.time_ns():x}")
        try:
            os.rename(self._path, aside)
        except OSError:
            return False
        return True


def _whose(process: int) -> str:
    return f"{process}\npostwright\n{socket.gethostname()}\n{_started(process)}\n"


def _is_alive(said: bytes) -> bool:
    """Whether a process that a lock file names is alive on this machine; False for a damaged one."""
    text = said.decode("utf-8", "replace")
    number = text.partition("\n")[0]
    if not number.isascii() or not number.isdecimal() or len(said) == MAX_READ:
        return False
    process = int(number)
    return bool(_started(process)) and text == _whose(process)


def _started(process: int) -> str:
    """When a process began, as the system counts it, and the system's own start; "" where that can't be told."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").rstrip("\n")
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        return f"{boot} {fields.split(' ')[20]}"
    return ""
