"""Renames that the kernel does in one step (two names exchanged; a name given only where none is yet), made to last.

They close the moment between looking at a file and replacing it (renameat2(2), Linux; not on every file system).
"""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_NOREPLACE: Final = 1
_EXCHANGE: Final = 2
_UNKNOWN: Final = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM)
"""What a kernel, file system or sandbox answers that does not know the call."""


def exchange(first: str | Path, second: str | Path) -> bool:
    """Exchange two names; False where that can't be done here. Raises `OSError`."""
    return _rename(first, second, _EXCHANGE)


def rename_new(old: str | Path, new: str | Path) -> None:
    """Rename a file or folder, never over another one. Raises `FileExistsError`, `OSError`.

    Where the file system can't do both in one step, there is a moment between looking and renaming.
    """
    if _rename(old, new, _NOREPLACE):
        return
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    os.rename(old, new)


def _rename(old: str | Path, new: str | Path, flag: int) -> bool:
    call = _renameat2()
    if call is None:
        return False
    while True:
        number = call(os.fsencode(old), os.fsencode(new), flag)
        if not number:
            return True
        if number in _UNKNOWN:
            return False
        if number != errno.EINTR:
            raise OSError(number, os.strerror(number), str(new))


@functools.cache
def _renameat2() -> Callable[[bytes, bytes, int], int] | None:
    """Return the call, which gives an error number; None where the system has none."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes  # for the first save, not for the start

        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError):
        return None
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)

    def call(old: bytes, new: bytes, flag: int) -> int:
        return ctypes.get_errno() if function(_AT_FDCWD, old, _AT_FDCWD, new, flag) else 0

    return call
