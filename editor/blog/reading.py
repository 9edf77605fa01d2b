"""Posts of a blog, read as its generator reads them: one, or all of them one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from editor.blog.posts import posts_of_site
from editor.blog.rules import RulesBook
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.text.source import UndecodableError


def post_at(path: Path, book: RulesBook | None = None) -> Post:
    """A file's post. Raises `FileError`, `UndecodableError`.

    Args:
        book: the rules of folders that were asked about before, where several posts are read.

    """
    return Post.from_bytes(read_file(path), (book or RulesBook()).rules_of(path))


def posts_in(root: Path, stopped: Callable[[], bool] = lambda: False) -> Iterator[tuple[Path, bytes, Post]]:
    """The posts of a blog with their bytes, by path; those that can't be read are passed over."""
    book = RulesBook()
    for path in posts_of_site(root):
        if stopped():
            return
        try:
            data = read_file(path)
            yield path, data, Post.from_bytes(data, book.rules_of(path))
        except (FileError, UndecodableError):
            continue
