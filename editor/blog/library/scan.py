"""Brings a blog's index up to date: only what changed is read. A post that can't be read is a row with its problem."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.appearance import appearance
from editor.blog.folder import BlogFolder
from editor.blog.gate import LeadsOutError
from editor.blog.library.index import Index, Row
from editor.blog.library.words import indexed
from editor.blog.permalink import DATED_NAME, named_day
from editor.blog.posts import posts_and_links
from editor.blog.site import Blog
from editor.blog.tags import word_fields
from editor.header import Header, Rules
from editor.header.dates import read_date
from editor.language import tr
from editor.post.counts import count
from editor.post.files import FileError
from editor.post.guard import unexpected
from editor.post.post import Post
from editor.post.values import shown, words_in
from editor.text.source import UndecodableError

_log = logging.getLogger(__name__)

BATCH: Final = 200
"""How many posts are written at a time."""
BROKEN: Final = "broken"
OUTSIDE: Final = "outside: "


def scan(blog: Blog, index: Index, wanted: Callable[[Path], bool] = lambda _: True) -> int:
    """Look at all posts of a blog; how many rows changed.

    Args:
        wanted: is asked before a post is read that the index does not have as it is; one that is not wanted gets a row
            that says so.

    """
    known, now, folder = index.known(), datetime.now(UTC), BlogFolder(blog)
    found = [
        (path, path.relative_to(blog.root).as_posix(), away)
        for path, away in posts_and_links(blog.root)
        if _has_a_text_name(path)
    ]
    files = [(path, relative) for path, relative, away in found if away is None]
    links = [_leading_out(path, relative, away) for path, relative, away in found if away is not None]
    index.tell(0, len(files))
    changed = 0
    batch: list[tuple[Row, str, str]] = []
    for number, (path, relative) in enumerate(files, start=1):
        new = _look(folder, index, path, known.pop(relative, None), now, wanted)
        if new is not None:
            batch.append(new)
            changed += 1
        if len(batch) >= BATCH:
            index.put(batch)
            index.tell(number, len(files))
            batch.clear()
    new_links = [row for row in links if row[0].digest != known.pop(row[0].path, (0, 0, b""))[2]]
    index.put([*batch, *new_links])
    index.remove(known)  # what is left is no longer there
    index.tell(len(files), len(files))
    return changed + len(new_links) + len(known)


def _leading_out(path: Path, relative: str, away: Path) -> tuple[Row, str, str]:
    """The row of a link that leads out of the blog: named, with where it leads, and not read."""
    digest = hashlib.blake2b(f"{OUTSIDE}{away}".encode("utf-8", "replace"), digest_size=16).digest()
    return _broken(relative, 0, 0, digest, LeadsOutError(path, away).reason)


def _has_a_text_name(path: Path) -> bool:
    """Whether the file's name is text in the file system's encoding; the index can't hold another one."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        _log.warning("left out: the name %r is no text", path)
        return False
    return True


def _look(
    folder: BlogFolder,
    index: Index,
    path: Path,
    known: tuple[int, int, bytes] | None,
    now: datetime,
    wanted: Callable[[Path], bool],
) -> tuple[Row, str, str] | None:
    """A post's row and words; None when the index has them already."""
    relative = path.relative_to(folder.blog.root).as_posix()
    try:
        facts = path.stat()
        if known is not None and known[:2] == (facts.st_mtime_ns, facts.st_size):
            return None
        if not wanted(path):
            reason = tr("reading it took too long, or too much memory")
            return _broken(relative, facts.st_mtime_ns, facts.st_size, b"", reason)
        data = folder.gate.read(path)
    except FileError as error:
        return _broken(relative, 0, 0, b"", error.reason)
    except OSError as error:
        return _broken(relative, 0, 0, b"", str(error.strerror))
    digest = hashlib.blake2b(data, digest_size=16).digest()
    if known is not None and known[2] == digest:
        index.touch(relative, facts.st_mtime_ns)
        return None
    try:
        post = Post.from_bytes(data, Rules(folder.blog.generator))
    except UndecodableError as error:
        return _broken(relative, facts.st_mtime_ns, facts.st_size, digest, str(error))
    file = (facts.st_mtime_ns, facts.st_size, digest)
    try:
        return _of_post(folder, relative, post, file, now)
    except Exception as error:  # noqa: BLE001  logged; the other posts are still to be listed
        return _broken(relative, *file, unexpected(error, path))


def _of_post(
    folder: BlogFolder, relative: str, post: Post, file: tuple[int, int, bytes], now: datetime
) -> tuple[Row, str, str]:
    header, counts = post.header, count(post.body)
    shape = appearance(folder, relative, post, now)
    state, reason = str(shape.state), shape.reason
    if header.error is not None:
        state, reason = BROKEN, str(header.error)
    title = _words(header, "title")
    readable = header.error is None and shape.day is not None  # else it would lie on the day of the next build
    day = shape.day.isoformat() if readable and shape.day is not None else _day(header, relative)
    row = Row(
        path=relative,
        changed=file[0],
        size=file[1],
        digest=file[2],
        title=title[0] if title else "",
        day=day,
        state=state,
        reason=reason,
        tags=_words(header, "tags", "tag"),
        categories=_words(header, "categories", "category"),
        language=next(iter(_words(header, "lang")), ""),
        words=counts.words,
        characters=counts.characters,
        address=shape.address,
    )
    return row, indexed(" ".join((row.title, *row.tags, *row.categories))), indexed(post.body)


def _words(header: Header, *keys: str) -> tuple[str, ...]:
    """The words that the first of some keys has."""
    return next((tuple(words_in(header, field)) for field in word_fields(header, *keys)), ())


def _day(header: Header, relative: str) -> str:
    """The day that a front matter or a file's name says, for posts that no rule gives one."""
    field = header.field("date")
    moment = read_date(shown(field.value)) if field is not None and field.value is not None else None
    if moment is not None:
        return moment.day.isoformat()
    named = named_day(DATED_NAME.fullmatch(PurePosixPath(relative).stem))
    return named.date().isoformat() if named is not None else ""


def _broken(relative: str, changed: int, size: int, digest: bytes, reason: str) -> tuple[Row, str, str]:
    row = Row(relative, changed, size, digest, "", "", BROKEN, reason, (), (), "", 0, 0, "")
    return row, indexed(relative), ""
