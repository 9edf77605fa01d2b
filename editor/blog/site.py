"""The blog that a file belongs to: found by walking up to the generator's configuration, never by running anything."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from editor.blog.detection import generator_of, is_site
from editor.blog.gate import leads_out, shown_place, walk
from editor.header import Generator, Refused
from editor.language import tr

LEVELS_BELOW = 3
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-", re.ASCII)
MAX_LEVELS = 12
"""How far up a blog's root is looked for."""


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog's root folder and its generator."""

    root: Path
    generator: Generator

    def holds(self, path: Path) -> bool:
        """Whether a file lies in the blog."""
        return path.resolve().is_relative_to(self.root)

    def relative(self, path: Path) -> str:
        """A file's path inside the blog, with forward slashes; of a link that leads out, the link's own."""
        there, root = path.resolve(), self.root
        if not there.is_relative_to(root):
            there = Path(os.path.abspath(path))
            root = next((one for one in there.parents if os.path.realpath(one) == str(self.root)), root)
        return there.relative_to(root).as_posix()


def blog_of(path: Path) -> Blog:
    """The blog that a post's file lies in; a folder without a generator is a plain one, and its own root.

    A link that leads out of a blog belongs to that blog, which builds it. Without any configuration, a file
    `_posts/2026-01-07-title.md` is a Jekyll post: no other generator asks for both.
    """
    folder = path.resolve().parent
    if leads_out_of_blog(path) is not None:
        root = root_of(path).resolve()
        generator = generator_of(root)
        if generator is not None:
            return Blog(root, generator)
    for candidate in (folder, *folder.parents)[:MAX_LEVELS]:
        generator = generator_of(candidate)
        if generator is not None:
            return Blog(candidate, generator)
    above = next((parent for parent in (folder, *folder.parents)[:MAX_LEVELS] if parent.name == "_posts"), None)
    if above is not None and _DATED.match(path.name):
        return Blog(above.parent, Generator.JEKYLL)
    return Blog(folder, Generator.PLAIN)


def leads_out_of_blog(path: Path) -> Path | None:
    """Where a post leads that is a link out of the blog in which the link lies, or in a folder that is such a link.

    None for a post that lies in its blog, however the blog's own folder is reached.
    """
    whole = Path(os.path.abspath(path))
    if os.path.realpath(whole) == str(whole):
        return None
    return leads_out(whole, root_of(whole))


def root_of(path: Path) -> Path:
    """The root of the blog in which a path lies by its name, links not followed; its folder where that is no blog."""
    above = Path(os.path.abspath(path)).parents
    return next((folder for folder in above[:MAX_LEVELS] if generator_of(folder) is not None), above[0])


def require_in_blog(path: Path) -> None:
    """Raise `Refused` for a post that leads out of its blog: as a file of the blog it is not changed."""
    where = leads_out_of_blog(path)
    if where is not None:
        raise Refused(
            tr("{0} is a link that leads out of the blog, to {1}: do it there").format(path.name, shown_place(where))
        )


def sites_below(folder: Path) -> list[Blog]:
    """The sites that lie in a folder, a few levels down; none in another one."""
    found: list[Blog] = []
    for here, folders, files, links in walk(folder):
        path = Path(here)
        if is_site(path, (*folders, *files)):
            found.append(Blog(path.resolve(), generator_of(path) or Generator.PLAIN))
            folders.clear()
        elif len(path.relative_to(folder).parts) >= LEVELS_BELOW:
            folders.clear()
        folders[:] = sorted(
            name for name in set(folders) - links if not name.startswith((".", "_")) and name != "node_modules"
        )
    return found
