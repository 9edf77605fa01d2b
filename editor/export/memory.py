"""Which post of a blog a draft was exported to, and what was written there: so that exporting again updates it.

A list of exports in the state folder, and the exported bytes in files beside it, for merging.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from editor.disk import MAX_STATE, private_folder, read_regular, write_private

MAX_REMEMBERED: Final = 5_000
"""Older exports are forgotten."""


@dataclass(frozen=True, slots=True)
class Export:
    """An export that was done.

    Attributes:
        source: the draft's file.
        blog: the blog's root.
        relative: where the post was written, from there.
        draft, written: digests of the draft's bytes then, and of the bytes that were written.
        ours: the digest of what was made of the draft; something else was written where two versions were merged.
        added: the keys of the front matter that the draft does not have.
        pictures: the files that came along, by their paths at home: where each lies from the blog's root, its digest.

    """

    source: str
    blog: str
    relative: str
    draft: str
    written: str
    ours: str
    added: tuple[str, ...] = ()
    pictures: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class ExportMemory:
    """The exports that a writer did.

    Args:
        folder: where they are remembered; made when there is something to remember.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: tuple[object, list[Export]] = (None, [])  # which file the list is, and what it says

    def last(self, source: Path, data: bytes, blog: Path) -> Export | None:
        """The last export of a draft to a blog: of this file, or of one with these bytes that is gone now."""
        exports = [one for one in self._read() if one.blog == str(blog)]
        here = [one for one in exports if one.source == str(source)]
        moved = [one for one in exports if one.draft == digest_of(data) and not os.path.lexists(one.source)]
        found = here or moved
        return found[-1] if found else None

    def relative_of(self, source: Path, blog: Path) -> str | None:
        """Where a draft lies in a blog, from the blog's root; None when it was not exported there, or is gone."""
        here = [one for one in self._read() if one.source == str(source) and one.blog == str(blog)]
        return here[-1].relative if here and (blog / here[-1].relative).is_file() else None

    def ours(self, export: Export) -> bytes | None:
        """What was made of the draft then."""
        with contextlib.suppress(OSError):
            data = read_regular(self._folder / export.ours, MAX_STATE * 2)
            return data if digest_of(data) == export.ours else None
        return None

    def is_as_written(self, export: Export, data: bytes) -> bool:
        """Whether the blog's copy still is what was written."""
        return digest_of(data) == export.written

    def remember(
        self,
        place: tuple[Path, Path, str],
        draft: bytes,
        ours: bytes,
        written: bytes,
        added: Sequence[str] = (),
        pictures: Mapping[Path, tuple[str, bytes]] | None = None,
    ) -> None:
        """Note an export; what can't be kept is no reason to disturb a writer.

        Args:
            place: the draft's file, the blog's root, where the post lies from there.
            added, pictures: as in `Export`, with the pictures' bytes.

        """
        source, blog, relative = place
        files = {str(path): (name, digest_of(data)) for path, (name, data) in (pictures or {}).items()}
        digests = digest_of(draft), digest_of(written), digest_of(ours)
        new = Export(str(source), str(blog), relative, *digests, tuple(added), files)
        kept = [one for one in self._read() if (one.source, one.blog) != (new.source, new.blog)]
        kept = [one for one in kept if (one.blog, one.relative) != (new.blog, new.relative)]
        exports = [*kept, new][-MAX_REMEMBERED:]
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            write_private(self._folder / new.ours, ours)
            write_private(
                self._folder / "exports.json", json.dumps([asdict(one) for one in exports], indent=1).encode()
            )
            wanted = {one.ours for one in exports} | {"exports.json"}
            for path in self._folder.iterdir():
                if path.name not in wanted:
                    path.unlink()

    def _read(self) -> list[Export]:
        path = self._folder / "exports.json"
        try:
            status = path.stat()
            written = status.st_ino, status.st_size, status.st_mtime_ns  # a clock that was set back may say the same
            if written != self._known[0]:
                self._known = written, [_export(entry) for entry in json.loads(read_regular(path, MAX_STATE))]
            return self._known[1]
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return []


def _export(entry: dict[str, Any]) -> Export:
    pictures = {str(path): (str(name), str(digest)) for path, (name, digest) in entry.get("pictures", {}).items()}
    return Export(**{**entry, "added": tuple(entry.get("added", ())), "pictures": pictures})


def digest_of(data: bytes) -> str:
    """A file's bytes in short."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
