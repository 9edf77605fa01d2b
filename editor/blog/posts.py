"""The files of a folder that are posts."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from editor.blog.detection import generator_of, is_site

POST_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdx"})
"""Jekyll's `markdown_ext` default, and MDX."""

NOT_CONTENT: Final = frozenset({"node_modules", "_site", "vendor", "public", "__pycache__"})
"""Folders whose files are packages or were built."""


def is_post(path: Path) -> bool:
    """Whether a file's name is that of a post."""
    return path.suffix.lower() in POST_SUFFIXES


def find_posts(folder: Path) -> Iterator[Path]:
    """Every post below a folder, sorted by path; hidden folders, built sites and packages are left out."""
    yield from _posts(folder, lambda _, __: False)


def posts_of_site(root: Path) -> Iterator[Path]:
    """The posts of one site: not those of other sites, themes and examples that lie in its folder."""
    own = generator_of(root) is not None
    yield from _posts(root, lambda folder, names: own and folder != root and is_site(folder, names))


def newest_post(root: Path) -> Path | None:
    """The post of a site with the last day in its name; where names have none, the one that was changed last."""
    posts = [path for path in posts_of_site(root) if path.is_file()]
    dated = [path for path in posts if path.name.startswith(tuple("0123456789")) and "_posts" in path.parts]
    if dated:
        return max(dated, key=lambda path: path.name)
    return max(posts, key=lambda path: path.stat().st_mtime, default=None)


def _posts(root: Path, leave_out: Callable[[Path, Collection[str]], bool]) -> Iterator[Path]:
    for here, folders, files in os.walk(root):
        if leave_out(Path(here), (*folders, *files)):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name not in NOT_CONTENT and not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if is_post(path) and not name.startswith("."):
                yield path
