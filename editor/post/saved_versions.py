"""What a post's file held before each save: kept in the user's folder, without git, each text once.

A list of lines for each file, and the bytes, compressed, under their digest. Old and many ones go, but never by what a
clock says alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.disk import open_private, private_folder, read_regular, write_private
from editor.language import tr
from editor.post.days_of_use import DaysOfUse

MAX_AGE_DAYS: Final = 180
ALWAYS: Final = 10
"""So many of the newest versions of each post stay, however old they are."""
MAX_BYTES: Final = 200 * 2**20
"""So much is kept of all posts together; the oldest go first."""
_MAX_FILE: Final = 64 * 2**20
_LIST: Final = ".list"


@dataclass(frozen=True, slots=True)
class SavedVersion:
    """A file's bytes as they were until a save.

    Attributes:
        when: the time of that save.
        digest: names the bytes.

    """

    when: datetime
    digest: str


class SavedVersions:
    """The versions of all posts of a user."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, data: bytes, when: datetime) -> None:
        """Keep what a file held until now; nothing when that is the last version anyway. Raises `OSError`."""
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        known = self.versions(path)
        if known and known[0].digest == digest:
            return
        private_folder(self._folder)
        there = self._folder / digest
        if not there.exists():
            write_private(there, zlib.compress(data))
        line = json.dumps({"when": when.astimezone(UTC).isoformat(), "digest": digest, "path": str(path)})
        with os.fdopen(open_private(self._list_of(path), os.O_WRONLY | os.O_APPEND | os.O_CREAT), "ab") as file:
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def versions(self, path: Path) -> list[SavedVersion]:
        """The versions of a file, the newest first. Raises `OSError` when their list is there and can't be read."""
        return list(self._lines(self._list_of(path)))[::-1]  # as they were written down: a clock may have been wrong

    def content(self, version: SavedVersion) -> bytes:
        """The bytes of a version. Raises `OSError`, `zlib.error` or `ValueError` when they are gone or damaged."""
        data = zlib.decompress(read_regular(self._folder / version.digest, _MAX_FILE))
        if hashlib.blake2b(data, digest_size=16).hexdigest() != version.digest:
            raise ValueError(tr("the file that holds it is damaged"))
        return data

    def forget_old(self, now: datetime, days: DaysOfUse) -> None:
        """Let go of versions that are old, and of the oldest ones when there are too many. Raises `OSError`.

        A version is old by the clock and by the days of use since; the newest `ALWAYS` of each post never are.
        """
        if not self._folder.is_dir():
            return
        kept: dict[str, datetime] = {}
        newest, last = set[str](), set[str]()
        for path in self._folder.glob(f"*{_LIST}"):
            found = list(self._lines(path))
            newest.update(version.digest for version in found[-ALWAYS:])
            last.update(version.digest for version in found[-1:])
            for version in found:
                kept[version.digest] = max(version.when, kept.get(version.digest, version.when))
        whole = 0
        for digest in sorted(kept, key=lambda one: (one in last, kept[one]), reverse=True):
            file = self._folder / digest
            size = file.stat().st_size if file.exists() else 0
            whole += size
            when = kept[digest]
            old = (now - when).days >= MAX_AGE_DAYS and days.since(when) >= MAX_AGE_DAYS and digest not in newest
            if old or (whole > MAX_BYTES and digest not in last):
                with contextlib.suppress(FileNotFoundError):
                    file.unlink()

    def _list_of(self, path: Path) -> Path:
        name = hashlib.blake2b(os.fsencode(path), digest_size=16).hexdigest()
        return self._folder / f"{name}{_LIST}"

    def _lines(self, path: Path) -> Iterator[SavedVersion]:
        try:
            lines = read_regular(path, _MAX_FILE).decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return
        for line in lines:
            with contextlib.suppress(ValueError, KeyError, TypeError, OverflowError):
                record = json.loads(line)
                digest = str(record["digest"])
                if digest.isalnum() and (self._folder / digest).exists():
                    yield SavedVersion(datetime.fromisoformat(record["when"]).astimezone(UTC), digest)
