"""All posts of a blog, read one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from editor.blog.posts import posts_of_site
from editor.blog.rules import RulesBook
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.text.source import UndecodableError


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
