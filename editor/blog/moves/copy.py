"""A second post with the same text, under a name that is free."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath

from editor.blog.moves.place import Wish, named, path_after, values_after
from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.header.date_readers import DateReader
from editor.post.post import Post


def copy_of(blog: Blog, path: Path, post: Post) -> tuple[Path, bytes]:
    """Where a copy of a post would be saved, and its bytes; nothing is written.

    Raises:
        Refused: the front matter can't be changed. UnencodableError: the text does not fit the file's encoding.

    """
    old = PurePosixPath(blog.relative(path))
    number, slug = 2, named(old).slug
    while _is_taken(blog, path_after(blog.generator, old, post.header, Wish(slug=f"{slug}-{number}"))):
        number += 1
    wish = Wish(slug=f"{slug}-{number}")
    new = path_after(blog.generator, old, post.header, wish)
    copy = post.copy()
    zone = settings_of(blog).zone
    reader, now = DateReader(blog.generator, zone), datetime.now().astimezone(zone)
    for key, value in values_after(reader, old, post.header, wish, now, ""):
        copy.apply(copy.set_value(key, value))
    return blog.root / new, copy.to_bytes()


def _is_taken(blog: Blog, relative: PurePosixPath) -> bool:
    return (blog.root / (relative.parent if named(relative).bundle else relative)).exists()
