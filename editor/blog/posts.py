"""The files of a folder that are posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePath
from typing import Final

from editor.blog.detection import generator_of, is_site
from editor.blog.gate import leads_out, walk
from editor.blog.settings import configuration, content_of
from editor.blog.site import Blog
from editor.header import Generator

POST_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdx"})
"""Jekyll's `markdown_ext` default, and MDX."""

_POST_FOLDERS: Final = frozenset({"_posts", "_drafts"})
_PAGES: Final = frozenset({".html", ".htm"})
NOT_CONTENT: Final = frozenset({"node_modules", "_site", "vendor", "public", "__pycache__"})
"""Folders whose files are packages or were built."""


def is_post(path: PurePath) -> bool:
    """Whether a file's name is that of a post."""
    return path.suffix.lower() in POST_SUFFIXES


def suffixes_of(generator: Generator) -> frozenset[str]:
    """The suffixes that a new post of a generator may have."""
    return POST_SUFFIXES | _PAGES | ({".rst"} if generator is Generator.PELICAN else frozenset())


def find_posts(folder: Path) -> Iterator[Path]:
    """Every post below a folder, sorted by path; hidden folders, built sites and packages are left out.

    Links that lead out of the folder are among them.
    """
    yield from (path for path, _ in _posts(folder, lambda _, __: False) if is_post(path))


def posts_of_site(root: Path) -> Iterator[Path]:
    """The posts of one site: not those of other sites, themes and examples that lie in its folder.

    Those that lead out of the folder are not its posts: they are neither read nor written with the others.
    """
    yield from (path for path, away in posts_and_links(root) if away is None)


def links_out(root: Path) -> Iterator[tuple[Path, Path]]:
    """The links of a site that look like posts, or folders of posts, and lead out of it; and where they lead."""
    yield from ((path, away) for path, away in posts_and_links(root) if away is not None)


def posts_and_links(root: Path) -> Iterator[tuple[Path, Path | None]]:
    """What `posts_of_site` gives, with None, and what `links_out` gives."""
    content: str | None = None
    for path, away in _posts(root, _other_sites(root)):
        if is_post(path):
            yield path, away
            continue
        content = _content(root) if content is None else content
        if _may_hold_posts(path.relative_to(root), content):
            yield path, away


def newest_post(root: Path) -> Path | None:
    """The post of a site with the last day in its name; where names have none, the one that was changed last."""
    posts = [path for path in posts_of_site(root) if path.is_file()]
    dated = [path for path in posts if path.name.startswith(tuple("0123456789")) and "_posts" in path.parts]
    if dated:
        return max(dated, key=lambda path: path.name)
    return max(posts, key=lambda path: path.stat().st_mtime, default=None)


def _content(root: Path) -> str:
    """The folder of a site in which posts lie, from the root; a folder `_posts` where they lie in such ones."""
    blog = Blog(root, generator_of(root) or Generator.PLAIN)
    match blog.generator:
        case Generator.JEKYLL:
            return "_posts"
        case Generator.ASTRO:
            return "src/content"
    return content_of(blog, configuration(blog))


def _may_hold_posts(folder: PurePath, content: str) -> bool:
    return (
        not _POST_FOLDERS.isdisjoint(folder.parts)
        or folder.is_relative_to(content)
        or PurePath(content).is_relative_to(folder)
    )


def _other_sites(root: Path) -> Callable[[Path, Collection[str]], bool]:
    own = generator_of(root) is not None
    return lambda folder, names: own and folder != root and is_site(folder, names)


def _posts(root: Path, leave_out: Callable[[Path, Collection[str]], bool]) -> Iterator[tuple[Path, Path | None]]:
    """Posts, and where a post leads that is a link out of the root; linked folders only if they lead out."""
    for here, folders, files, links in walk(root):
        if leave_out(Path(here), (*folders, *files)):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name not in NOT_CONTENT and not name.startswith("."))
        for name in folders:
            away = leads_out(Path(here, name), root) if name in links else None
            if away is not None:
                yield Path(here, name), away
        for name in sorted(files):
            path = Path(here, name)
            if is_post(path) and not name.startswith("."):
                yield path, leads_out(path, root) if name in links else None
