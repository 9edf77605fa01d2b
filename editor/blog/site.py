"""The blog that a file belongs to: found by walking up to the generator's configuration, never by running anything."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from editor.blog.detection import generator_of, is_site
from editor.header import Generator

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
        """A file's path inside the blog, with forward slashes."""
        return path.resolve().relative_to(self.root).as_posix()


def blog_of(path: Path) -> Blog:
    """The blog that a post's file lies in; a folder without a generator is a plain one, and its own root.

    Without any configuration, a file `_posts/2026-01-07-title.md` is a Jekyll post: no other generator asks for both.
    """
    folder = path.resolve().parent
    for candidate in (folder, *folder.parents)[:MAX_LEVELS]:
        generator = generator_of(candidate)
        if generator is not None:
            return Blog(candidate, generator)
    above = next((parent for parent in (folder, *folder.parents)[:MAX_LEVELS] if parent.name == "_posts"), None)
    if above is not None and _DATED.match(path.name):
        return Blog(above.parent, Generator.JEKYLL)
    return Blog(folder, Generator.PLAIN)


def sites_below(folder: Path) -> list[Blog]:
    """The sites that lie in a folder, a few levels down; none in another one."""
    found: list[Blog] = []
    for here, folders, files in os.walk(folder):
        path = Path(here)
        if is_site(path, (*folders, *files)):
            found.append(Blog(path.resolve(), generator_of(path) or Generator.PLAIN))
            folders.clear()
        elif len(path.relative_to(folder).parts) >= LEVELS_BELOW:
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")) and name != "node_modules")
    return found
