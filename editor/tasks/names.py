"""What the posts of a blog name: the words of their tags, and what a link or picture may lead to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from editor.blog.folder import BlogFolder
from editor.blog.picture_habit import habit_of, usual
from editor.blog.site import Blog
from editor.blog.targets import link_to, picture_address, picture_files, post_targets
from editor.blog.vocabulary import vocabulary
from editor.header import Generator, Header, read_header
from editor.header import Rules as HeaderRules
from editor.tasks.reading import wanted
from editor.tasks.table import Request, Tell
from editor.writing.insert import angled


def words(request: Request, tell: Tell) -> dict[str, Any]:
    """Return the vocabulary of the blog at `root`: `{"words": {kind: {word: times}}}`."""
    found = vocabulary(Path(request["root"]), wanted(request, tell))
    return {"words": {kind: dict(counted) for kind, counted in found.items()}}


def names(request: Request, tell: Tell) -> dict[str, Any]:
    """Return what a post of the blog at `root` may name: `{"posts": […], "pictures": […]}`.

    Each as the arguments of a `Candidate`. `here` is the post's path in the blog, "" for one without a place; `header`
    is its front matter as text.
    """
    generator = Generator(request["generator"])
    folder, here = BlogFolder(Blog(Path(request["root"]), generator)), request["here"]
    targets = post_targets(folder, wanted(request, tell))
    tell("")
    posts = [
        [target.title, link_to(target, targets.form, folder, here), target.day, target.relative]
        for target in targets.posts
        if target.relative != here
    ]
    header = read_header(request["header"], HeaderRules(generator))
    return {"posts": posts, "pictures": list(_pictures(folder, here, header))}


def _pictures(folder: BlogFolder, here: str, header: Header) -> Iterator[list[str]]:
    """The pictures that the post can show, by file name."""
    habit = habit_of(folder, folder.blog.root / here) if here else usual(folder, here)
    for picture in picture_files(folder.blog):
        address = picture_address(folder, picture, here, header, habit)
        if address:
            before, _, name = picture.rpartition("/")
            yield [name, angled(address), before, picture]
