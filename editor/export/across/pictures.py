"""The pictures and other files of a post that come along: read at home, given a place and an address in the blog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate
from editor.blog.picture_habit import Habit
from editor.blog.pictures import find_picture, place_of
from editor.export.memory import digest_of
from editor.export.safe_names import require_safe
from editor.header import Generator, Header, Refused
from editor.language import tr
from editor.post.files import FileError
from editor.post.picture_files import MAX_PICTURE, SUFFIXES, fit
from editor.text.addresses import split_address

ATTACHED: Final = frozenset(
    (".pdf", ".zip", ".mp4", ".webm", ".mov", ".mp3", ".ogg", ".m4a", ".wav", ".csv", ".json", ".txt", ".epub", ".vtt")
)
"""Files that a post links to, and that come along."""
_NO_NAME: Final = re.compile(r'[\s<>:"|?*\\()\[\]#%&{}\x00-\x1f]+')  # Unicode: no space of any kind in a file’s name


@dataclass(frozen=True, slots=True)
class Home:
    """Where a post comes from.

    Attributes:
        folder: its blog; for a draft its own folder.
        relative: its path from there.

    """

    folder: BlogFolder
    relative: str

    @property
    def path(self) -> Path:
        """The post's file."""
        return self.folder.blog.root / self.relative


@dataclass(slots=True)
class Carried:
    """The files that come along, by their paths in the blog.

    Attributes:
        root: the blog's folder.
        habit, names: where the blog has its pictures, and the post's name and day for that.
        known: files that came along at the last export, by their paths at home: where they lie, their digests.
        sources: the files that come along, by their paths at home.

    """

    root: Path
    habit: Habit
    names: dict[str, str]
    known: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    files: dict[Path, bytes] = field(default_factory=dict)
    sources: dict[Path, tuple[str, bytes]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _addresses: dict[Path, str] = field(default_factory=dict)

    def address(self, home: Home, header: Header, written: str) -> str | None:
        """What the post writes in the blog for a file; None for what stays as it is.

        Args:
            written: the address as the post has it.

        """
        parts = split_address(written)
        if parts.scheme not in ("", "file") or parts.netloc or not parts.path:
            return None
        path = _found(home, header, written)
        if path is None:
            suffix = PurePosixPath(parts.path).suffix.lower()
            if suffix in SUFFIXES | ATTACHED:
                self.notes.append(
                    tr("{0} was not found beside the post: it does not come along").format(unquote(written))
                )
            return None
        if path.suffix.lower() not in SUFFIXES | ATTACHED:
            return None
        if path not in self._addresses:
            try:
                self._addresses[path] = self._add(home.folder.gate, path)
            except (FileError, Refused) as error:
                self.notes.append(tr("{0} does not come along: {1}").format(path.name, getattr(error, "reason", error)))
                return None
        return self._addresses[path] + (f"#{parts.fragment}" if parts.fragment else "")

    def _add(self, gate: Gate, path: Path) -> str:
        data, suffix = gate.read(path, limit=MAX_PICTURE), path.suffix
        if suffix.lower() in SUFFIXES:
            data, wanted = fit(data, suffix)
            suffix = suffix if wanted == suffix.lower() else wanted
        stem = _NO_NAME.sub("-", path.stem).strip("-.") or "picture"
        place = PurePosixPath(self.habit.folder_for(self.names))
        relative, digest = self.known.get(str(path), ("", ""))
        before = PurePosixPath(relative)
        if relative and before.parent == place and digest_of(self._bytes(before) or b"") == digest:
            self._take(path, before, data)  # it is ours, and nobody has changed it there
            return self.habit.address_of(before.name, self.names)
        number = 1
        while True:
            name = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
            new = self.root / place / name
            if self._bytes(place / name) == data or self.files.get(new) == data:
                break
            if not Gate(self.root).exists(place / name) and new not in self.files:
                require_safe(self.root, place / name)
                break
            number += 1
        self._take(path, place / name, data)
        return self.habit.address_of(name, self.names)

    def _bytes(self, relative: PurePosixPath) -> bytes | None:
        """What the blog has there."""
        gate = Gate(self.root)
        try:
            path = gate.file(relative)
            return gate.read(path, limit=MAX_PICTURE) if path is not None else None
        except FileError:
            return None

    def _take(self, path: Path, relative: PurePosixPath, data: bytes) -> None:
        self.files[self.root / relative] = data
        self.sources[path] = relative.as_posix(), data


def _found(home: Home, header: Header, written: str) -> Path | None:
    """The file that an address means at home; never one outside."""
    blog = home.folder.blog
    if blog.generator is not Generator.PLAIN:
        place = place_of(home.folder, blog.generator, home.relative, header)
        found = find_picture(written, place)
        if found is not None:
            return found
    for name in _beside(home, written):
        path = home.folder.file(name)
        if path is not None:
            return path
    return None


def _beside(home: Home, written: str) -> Iterator[str]:
    """Paths from the root at home: from the post's own folder, and from the root."""
    parts = split_address(written)
    path = unquote(parts.path)
    if parts.scheme == "file":
        root = home.folder.blog.root.as_posix()
        if path.startswith(f"{root}/"):
            yield path.removeprefix(f"{root}/")
        return
    yield (PurePosixPath(home.relative).parent / path.lstrip("/")).as_posix()
    yield path.lstrip("/")
