"""The record of a change of many posts: a file of checked lines like the journal's.

The operation, each file with what differs in it, the record's end, then what was reached. What was done of it is not
noted: each file's digest tells.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from editor.post.files import Stamp

VERSION: Final = 1


class State(Enum):
    """What a step of an operation has come to."""

    BEFORE = "before"
    AFTER = "after"
    OTHER = "other"
    """Somebody has changed it since: it is left as it is."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What changes in a file: `old` at `start` becomes `new`; the digests are of the whole file.

    Attributes:
        path: as the file is called once the operation's files are moved.

    """

    path: Path
    before: bytes
    after: bytes
    start: int
    old: bytes
    new: bytes

    @classmethod
    def between(cls, path: Path, before: bytes, after: bytes) -> FileChange:
        """What makes one text of another: the passage outside of which they are the same."""
        start = _shared(before, after)
        end = _shared(before[start:][::-1], after[start:][::-1])
        digests = Stamp.of(before).digest, Stamp.of(after).digest
        return cls(path, *digests, start, before[start : len(before) - end], after[start : len(after) - end])

    def state_of(self, data: bytes | None) -> State:
        """What the file's bytes are."""
        digest = Stamp.of(data).digest if data is not None else b""
        return {self.after: State.AFTER, self.before: State.BEFORE}.get(digest, State.OTHER)

    def turned(self, data: bytes, wanted: State) -> bytes:
        """The bytes of the other state."""
        here, there = (self.old, self.new) if wanted is State.AFTER else (self.new, self.old)
        return data[: self.start] + there + data[self.start + len(here) :]


@dataclass(frozen=True, slots=True)
class Noted:
    """What a record says of an operation.

    Attributes:
        kind: what it is: "replace", "tags", "set" or "move".
        moves: files and folders that get other names, in their order.
        damaged: some of the record can't be read.
        done: it came to its end.
        foreign: another version of the program wrote it: it is that one's to settle.

    """

    kind: str
    moves: tuple[tuple[Path, Path], ...]
    files: tuple[FileChange, ...]
    damaged: bool = False
    done: bool = False
    foreign: bool = False


def write_record(
    path: Path, kind: str, files: Iterable[tuple[Path, bytes, bytes]], moves: Sequence[tuple[Path, Path]]
) -> None:
    """Write a record; it is on the disk afterwards, but for its name. Raises `OSError`."""
    names = [[_name(old), _name(new)] for old, new in moves]
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(_line({"version": VERSION, "kind": kind, "moves": names}))
        for name, before, after in files:
            one = FileChange.between(name, before, after)
            parts = {"before": one.before.hex(), "after": one.after.hex(), "start": one.start}
            texts = {"old": _packed(one.old), "new": _packed(one.new)}
            file.write(_line({"path": _name(one.path), **parts, **texts}))
        file.write(_line({"is": "whole"}))
        file.flush()
        os.fsync(file.fileno())


def read_record(path: Path) -> Noted | None:
    """What a record says; None where it is not whole, so that its operation has not begun. Raises `OSError`."""
    lines = path.read_bytes().split(b"\n")[:-1]
    try:
        records = [_record(line) for line in lines]
        reached = [str(record["is"]) for record in records if record is not None and "is" in record]
        if "whole" not in reached:
            return None
        head = records[0] or {"version": VERSION, "kind": "", "moves": []}
        if head["version"] != VERSION:
            return Noted("", (), (), foreign=True)
        moves = tuple((_path(old), _path(new)) for old, new in head["moves"])
        files = tuple(_file(record) for record in records[1:] if record is not None and "path" in record)
        return Noted(str(head["kind"]), moves, files, damaged=None in records, done=reached[-1] == "done")
    except (KeyError, TypeError, ValueError, zlib.error):
        return None


def note(path: Path, what: str) -> None:
    """Add to a record what was reached; it is on the disk afterwards. Raises `OSError`."""
    with open(path, "r+b") as file:
        file.seek(0, os.SEEK_END)
        file.write(_line({"is": what}))
        file.flush()
        os.fsync(file.fileno())


def _file(record: dict[str, Any]) -> FileChange:
    digests = bytes.fromhex(record["before"]), bytes.fromhex(record["after"])
    return FileChange(_path(record["path"]), *digests, int(record["start"]), _text(record["old"]), _text(record["new"]))


def _name(path: Path) -> str:
    return os.fsencode(path.absolute()).hex()


def _path(name: str) -> Path:
    return Path(os.fsdecode(bytes.fromhex(name)))


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 1)).decode("ascii")


def _text(packed: str) -> bytes:
    return zlib.decompress(base64.b64decode(packed, validate=True))


def _line(record: dict[str, Any]) -> bytes:
    data = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _record(line: bytes) -> dict[str, Any] | None:
    checksum, _, data = line.partition(b" ")
    try:
        record = json.loads(data) if int(checksum, 16) == zlib.crc32(data) else None
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two texts begin with that are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
