"""A second post with the same text, under a name that is free."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath

from editor.blog.folder import BlogFolder
from editor.blog.moves.place import Wish, named, path_after, values_after
from editor.blog.settings import settings_of
from editor.blog.site import Blog, require_in_blog
from editor.header.date_readers import DateReader
from editor.post.post import Post


def copy_of(blog: Blog, path: Path, post: Post) -> tuple[Path, bytes]:
    """Where a copy of a post would be saved, and its bytes; nothing is written.

    Raises:
        Refused: the front matter can't be changed. UnencodableError: the text does not fit the file's encoding.

    """
    require_in_blog(path)
    folder, old = BlogFolder(blog), PurePosixPath(blog.relative(path))
    number, slug = 2, named(old).slug
    while _is_taken(folder, path_after(blog.generator, old, post.header, Wish(slug=f"{slug}-{number}"))):
        number += 1
    wish = Wish(slug=f"{slug}-{number}")
    new = path_after(blog.generator, old, post.header, wish)
    copy = post.copy()
    zone = settings_of(blog).zone
    reader, now = DateReader(blog.generator, zone), datetime.now().astimezone(zone)
    for key, value in values_after(reader, old, post.header, wish, now, ""):
        copy.apply(copy.set_value(key, value))
    return folder.place_for(new), copy.to_bytes()


def _is_taken(folder: BlogFolder, relative: PurePosixPath) -> bool:
    return folder.gate.exists(relative.parent if named(relative).bundle else relative)
