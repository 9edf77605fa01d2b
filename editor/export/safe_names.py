"""Paths that a post or picture may be written to: inside of the blog, and such that every system can check them out."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.gate import leads_out, walk
from editor.header import Refused
from editor.language import tr

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names of devices (Windows: "Naming Files, Paths, and Namespaces")."""
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_GIT: Final = re.compile(r"\.git|git~\d+|\.git(?:modules|attributes|ignore)", re.IGNORECASE | re.ASCII)
"""Git's own folder by any name that a file system takes for it (git's verify_path), and the files that steer git."""
_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""macOS leaves such letters out when it compares names (CVE-2014-9390)."""
MAX_PART: Final = 240


def require_safe(root: Path, relative: PurePosixPath) -> Path:
    """The file that a path below a root names, when it may be written there.

    Raises:
        Refused: it leads out of the root, or is no name for every system.

    """
    if relative.is_absolute() or not relative.parts or re.match(r"[A-Za-z]:", relative.parts[0]):
        raise Refused(tr("“{0}” is no path inside of the blog: choose another place").format(relative))
    for part in relative.parts:
        plain = _UNSEEN.sub("", part).rstrip(". ")
        if part == ".." or _GIT.fullmatch(plain):
            raise Refused(
                tr("“{0}” leads out of the blog or into git’s own files: choose another place").format(relative)
            )
        if not plain or plain != part or _RESERVED.fullmatch(part) or _FORBIDDEN.search(part):
            raise Refused(tr("“{0}” can’t be a file’s name on every system: choose another name").format(part))
        if len(part.encode()) > MAX_PART:
            raise Refused(tr("“{0}…” is too long for a file’s name: choose a shorter one").format(part[:40]))
    path = root / relative
    if leads_out(path, root) is not None:
        raise Refused(tr("“{0}” is a link that leads out of the blog: choose another place").format(relative))
    other = _other_case(root, relative)
    if other is not None:
        raise Refused(tr("“{0}” and “{1}” differ only in case: choose another name").format(relative, other))
    return path


def _other_case(root: Path, relative: PurePosixPath) -> PurePosixPath | None:
    """A file or folder that is there under a name which differs only in case."""
    here = root
    for number, part in enumerate(relative.parts):
        listed = next(walk(here), None)
        if listed is None:
            return None
        names = [*listed[1], *listed[2]]
        if part not in names:
            other = next((name for name in names if name.casefold() == part.casefold()), None)
            return PurePosixPath(*relative.parts[:number], other) if other is not None else None
        here = here / part
    return None
