"""What a program did to the files of a folder, by strace, and what the strictest disk may hold after a power cut in it.

The model is stricter than any file system that Postwright meets: what was not synced may be there or not, each change
for itself and in any order; of a write the beginning, or its length without its bytes. A file's `fsync` keeps its
bytes and not its name; the folder's keeps the names. A rename, or an exchange of names, is two changes, as on FAT.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT

TRACED = (
    "openat,close,dup,read,lseek,write,ftruncate,truncate,fsync,fdatasync,rename,unlink,link,access,"
    "renameat,renameat2,unlinkat,linkat,creat,pwrite64,writev,pwritev,copy_file_range,sendfile,fallocate,mkdir,symlink"
)
"""Every call that changes a file or says which; `Recording` refuses those that it has no model of."""
_LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Name:
    """A name means a file from now on, or none."""

    name: str
    file: int | None


@dataclass(frozen=True)
class Write:
    """Bytes at an offset of a file."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Cut:
    """A file's new length."""

    file: int
    length: int


@dataclass(frozen=True)
class Sync:
    """What was done to a file, or (None) to the folder's names, is on the disk."""

    file: int | None


@dataclass(frozen=True)
class Mark:
    """The program said how far it is: it asked for access to a name that begins with `mark-`."""

    text: str


Change = Name | Write | Cut | Sync | Mark


@dataclass
class Disk:
    """Names and the bytes of files; file numbers are the model's own."""

    names: dict[str, int] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)

    def apply(self, change: Change) -> None:
        match change:
            case Name(name, None):
                self.names.pop(name, None)
            case Name(name, int(file)):
                self.names[name] = file
            case Write(file, offset, data):
                old = self.files.get(file, b"").ljust(offset, b"\0")
                self.files[file] = old[:offset] + data + old[offset + len(data) :]
            case Cut(file, length):
                self.files[file] = self.files.get(file, b"")[:length].ljust(length, b"\0")

    def copy(self) -> Disk:
        return Disk(dict(self.names), dict(self.files))

    def with_all(self, changes: Iterable[Change]) -> Disk:
        """This disk after some changes."""
        after = self.copy()
        for change in changes:
            after.apply(change)
        return after

    def shown(self) -> dict[str, bytes]:
        """What a program that lists the folder finds."""
        return {name: self.files.get(file, b"") for name, file in self.names.items()}

    def lay_out(self, folder: Path) -> None:
        """Make the folder hold what the disk does; names of one file are hard links."""
        for old in folder.iterdir():
            old.unlink()
        first: dict[int, Path] = {}
        for name, file in self.names.items():
            if file in first:
                os.link(first[file], folder / name)
            else:
                first[file] = folder / name
                first[file].write_bytes(self.files.get(file, b""))

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """What a folder holds, all of it synced."""
        disk, known = cls(), dict[int, int]()
        for path in sorted(folder.iterdir()):
            disk.names[path.name] = known.setdefault(path.stat().st_ino, len(known))
            disk.files[disk.names[path.name]] = path.read_bytes()
        return disk


class Recording:
    """Runs a program and keeps what it changed in a folder."""

    def __init__(self, folder: Path, program: str, log: Path) -> None:
        self.folder, self.before = folder, Disk.of(folder)
        self.changes = list[Change]()
        self._now = self.before.copy()
        self._open: dict[int, _Open] = {}
        python = [sys.executable, "-I", "-S", "-B", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{program}"]
        command = ["strace", "-xx", "-s", "1000000", "-o", str(log), "-e", f"trace={TRACED}", *python]
        subprocess.run(command, check=True, timeout=60, capture_output=True)
        for line in log.read_text().splitlines():
            found = _LINE.match(line)
            if found is not None:
                texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2])]
                self._take(found[1], texts, found[2].split(", "), int(found[3]))
        assert self._now.shown() == Disk.of(folder).shown(), "the model has lost its way"

    def until(self, mark: str) -> int:
        """How many changes were made when the program said this."""
        return self.changes.index(Mark(mark))

    def cuts(self, more: int) -> Iterator[tuple[int, Disk]]:
        """What the disk may hold after a power cut: (how many changes were made until then, the disk).

        Args:
            more: how many of the possible mixtures of what was not synced are tried at each moment.

        """
        dice, kept, since = random.Random(1), self.before.copy(), list[Change]()
        for number, change in enumerate([*self.changes, None]):
            yield number, kept.copy()
            if since:
                yield number, kept.with_all(since)
            for _ in range(more if since else 0):
                yield number, kept.with_all(_some(since, dice))
            if isinstance(change, Sync):
                kept = kept.with_all([one for one in since if _is_kept_by(change, one)])
                since = [one for one in since if not _is_kept_by(change, one)]
            elif change is not None and not isinstance(change, Mark):
                since.append(change)

    def _change(self, change: Change) -> None:
        self.changes.append(change)
        self._now.apply(change)

    def _take(self, call: str, texts: list[bytes], arguments: list[str], result: int) -> None:
        """Add what a call did."""
        names = [self._name(os.fsdecode(text)) for text in texts]
        handle = self._open.get(int(arguments[0])) if arguments[0].isdecimal() else None
        match call:
            case "access" if names[0] is not None and names[0].startswith("mark-"):
                self._change(Mark(names[0].removeprefix("mark-")))
            case _ if result < 0:
                pass
            case "openat" if names[0] is not None:
                self._opened(names[0], arguments[2], result)
            case "openat":
                self._open.pop(result, None)
            case "close":
                self._open.pop(int(arguments[0]), None)
            case "rename" if names[0] is not None and names[1] is not None:
                self._change(Name(names[1], self._now.names[names[0]]))
                self._change(Name(names[0], None))
            case "renameat2" if names[0] is not None and names[1] is not None:
                first, second = self._now.names[names[0]], self._now.names.get(names[1])
                self._change(Name(names[1], first))
                self._change(Name(names[0], second))  # RENAME_EXCHANGE; none after RENAME_NOREPLACE
            case "unlink" if names[0] is not None:
                self._change(Name(names[0], None))
            case "link" if names[0] is not None and names[1] is not None:
                self._change(Name(names[1], self._now.names[names[0]]))
            case "truncate" if names[0] is not None:
                self._change(Cut(self._now.names[names[0]], int(arguments[1])))
            case "fsync" | "fdatasync" if handle is not None:
                self._change(Sync(handle.file))
            case "read" if handle is not None:
                handle.at += result
            case "lseek" if handle is not None:
                handle.at = result
            case "ftruncate" if handle is not None and handle.file is not None:
                self._change(Cut(handle.file, int(arguments[1])))
            case "write" if handle is not None and handle.file is not None:
                at = len(self._now.files[handle.file]) if handle.adds else handle.at
                self._change(Write(handle.file, at, texts[0][:result]))
                handle.at = at + result
            case "access" | "fsync" | "fdatasync" | "read" | "lseek" | "write":
                pass
            case _:
                assert handle is None, f"no model of {call}"
                assert not any(names), f"no model of {call}"

    def _opened(self, name: str, flags: str, handle: int) -> None:
        if name == ".":
            self._open[handle] = _Open(None)
            return
        if name not in self._now.names:
            new = max(self._now.files, default=0) + 1
            self._now.files[new] = b""
            self._change(Name(name, new))
        file = self._now.names[name]
        if "O_TRUNC" in flags and self._now.files[file]:
            self._change(Cut(file, 0))
        self._open[handle] = _Open(file, adds="O_APPEND" in flags)

    def _name(self, path: str) -> str | None:
        """A file's name in the folder, "." for the folder, None for what lies elsewhere."""
        if path == str(self.folder):
            return "."
        return os.path.basename(path) if os.path.dirname(path) == str(self.folder) else None


@dataclass
class _Open:
    """A descriptor: of a file, or of the folder (None)."""

    file: int | None
    at: int = 0
    adds: bool = False


def _is_kept_by(sync: Sync, change: Change) -> bool:
    if isinstance(change, Name):
        return sync.file is None
    return isinstance(change, Write | Cut) and change.file == sync.file


def _some(changes: list[Change], dice: random.Random) -> Iterator[Change]:
    """What of these may have come to the disk."""
    for change in changes:
        if dice.random() < 1 / 2:
            continue
        if isinstance(change, Write):
            part = dice.choice((0, len(change.data) // 2, len(change.data)))
            data = change.data[:part] + bytes(len(change.data) - part) * dice.randrange(2)
            yield Write(change.file, change.offset, data)
        else:
            yield change
