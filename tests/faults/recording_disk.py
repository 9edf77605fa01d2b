"""A disk that writes down what is written to it: one file of a FUSE file system, which a loop device can stand on.

    python recording_disk.py FOLDER IMAGE LOG    shows IMAGE as FOLDER/disk until it is unmounted

The log has a record for each write that reached the disk, and for each flush: what came before a flush is on the disk
when it returns, what came after the last one may be there or not after a power cut, in any order.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEAD = struct.Struct("<qq")
_FLUSH = -1


class Record(NamedTuple):
    """A write; a flush has the offset -1."""

    offset: int
    data: bytes

    @property
    def is_flush(self) -> bool:
        """Whether it is a flush."""
        return self.offset == _FLUSH


def records(log: Path) -> Iterator[Record]:
    """All records of a log."""
    data, at = log.read_bytes(), 0
    while at < len(data):
        offset, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield Record(offset, data[at : at + length])
        at += length


def main(folder: str, image: str, log: str) -> None:
    """Serve."""
    import mfusepy

    handle = os.open(image, os.O_RDWR)
    out = open(log, "ab", buffering=0)  # noqa: SIM115  open until the process ends

    class Disk(mfusepy.Operations):  # type: ignore[misc,name-defined]
        """The file `disk`."""

        def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
            if path == "/":
                return {"st_mode": 0o40755, "st_nlink": 2}
            if path == "/disk":
                return {"st_mode": 0o100644, "st_nlink": 1, "st_size": os.fstat(handle).st_size}
            raise mfusepy.FuseOSError(errno.ENOENT)

        def open(self, path: str, flags: int) -> int:
            return handle

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            return os.pread(handle, size, offset)

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            out.write(_HEAD.pack(offset, len(data)) + data)
            return os.pwrite(handle, data, offset)

        def fsync(self, path: str, datasync: int, fh: int) -> int:
            out.write(_HEAD.pack(_FLUSH, 0))
            return 0

    mfusepy.FUSE(Disk(), folder, foreground=True, nothreads=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
