"""The blog that a folder stands for when a writer names one."""

from __future__ import annotations

from pathlib import Path

from editor.blog.site import Blog, blog_of, sites_below
from editor.header import Generator
from editor.language import tr
from editor.post.files import FileError


def site_in(folder: Path) -> Blog:
    """The blog whose root a folder is, or that it lies in, or the only one that lies in it.

    Raises:
        FileError: there is no such folder, or it holds several sites.

    """
    if not folder.is_dir():
        raise FileError(folder, tr("is no folder (any more): choose the blog’s folder"))
    around = blog_of(folder.resolve() / "post.md")
    inside = sites_below(folder) if around.generator is Generator.PLAIN else []
    if len(inside) > 1:
        names = ", ".join(blog.root.relative_to(folder.resolve()).as_posix() for blog in inside)
        raise FileError(folder, tr("holds several sites: name one of them ({0})").format(names))
    return inside[0] if inside else around
