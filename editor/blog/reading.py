"""Posts of a blog, read as its generator reads them: one, or all of them one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from editor.blog.gate import Gate
from editor.blog.posts import posts_and_links
from editor.blog.rules import RulesBook
from editor.language import tr
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.text.source import UndecodableError

_log = logging.getLogger(__name__)
_NAMED: Final = 3
"""So many files that could not be read are named."""


def unread_in_words(paths: Sequence[Path]) -> str:
    """Return a sentence about files that could not be read; "" for none."""
    if not paths:
        return ""
    names = ", ".join(path.name for path in paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")
    return tr("not looked at, for they can’t be read: {0}").format(names)


def post_at(path: Path, book: RulesBook | None = None, gate: Gate | None = None) -> Post:
    """A file's post. Raises `FileError`, `UndecodableError`.

    Args:
        book: the rules of folders that were asked about before, where several posts are read.
        gate: of the blog whose posts are read; None for a file that the user named, wherever it lies.

    """
    data = read_file(path) if gate is None else gate.read(path)
    return Post.from_bytes(data, (book or RulesBook()).rules_of(path))


def posts_in(
    root: Path,
    stopped: Callable[[], bool] = lambda: False,
    unread: Callable[[Path], object] = lambda _: None,
    wanted: Callable[[Path], bool] = lambda _: True,
) -> Iterator[tuple[Path, bytes, Post]]:
    """The posts of a blog with their bytes, by path.

    Args:
        unread: is called with each file that can't be read, or leads out of the blog, and is left out: where something
            is looked for, "not found" must not be said of it.
        wanted: is asked before each file is read; one that is not wanted is left out.

    """
    book, gate = RulesBook(), Gate(root)
    for path, away in posts_and_links(root):
        if stopped():
            return
        if away is not None:
            unread(path)
            continue
        if not wanted(path):
            continue
        try:
            data = gate.read(path)
            yield path, data, Post.from_bytes(data, book.rules_of(path))
        except (FileError, UndecodableError) as error:
            _log.info("left out: %s: %s", path, error)
            unread(path)
