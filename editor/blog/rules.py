"""What a blog asks of the front matter of its posts: who reads it, in which kind a new one is written, in which order.

The generator follows from the blog's configuration; kind and order are learnt from the posts that lie beside, and
only when a header is made or a key comes in.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from datetime import tzinfo
from functools import cache, cached_property
from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate, walk
from editor.blog.neighbours import Neighbours
from editor.blog.posts import is_post, posts_of_site
from editor.blog.settings import configuration, settings_of
from editor.blog.site import Blog, blog_of
from editor.blog.version import generator_version
from editor.header import Generator, Header, HeaderKind, Rules, Syntax, read_header
from editor.header.generator import usually_before
from editor.post.files import FileError
from editor.text.source import UndecodableError, decode

MAX_SIBLINGS = 40
"""How many posts of the same folder are read: the newest by name, enough for a habit, few enough to take no time."""

_FIRST_LINES = {Syntax.TOML: "+++", Syntax.YAML: "---", Syntax.PELICAN: ""}


class RulesBook:
    """The rules of each folder that was asked about."""

    def __init__(self) -> None:
        self._blogs: dict[Path, Blog] = {}
        self._rules: dict[Path, Rules] = {}
        self._shared: dict[Path, _BlogPosts] = {}

    def blog_of(self, path: Path) -> Blog:
        """The blog that a file lies in."""
        key = _key(path)
        if key not in self._blogs:
            self._blogs[key] = blog_of(path)
        return self._blogs[key]

    def rules_of(self, path: Path) -> Rules:
        """What the blog of a file asks of its front matter."""
        key = _key(path)
        if key not in self._rules:
            blog = self.blog_of(path)
            shared = self._shared.setdefault(blog.root, _BlogPosts(blog))
            folder = path.resolve().parent if path.is_symlink() and blog.holds(path) else path.absolute().parent
            self._rules[key] = _rules_for(shared, folder)
        return self._rules[key]


def _key(path: Path) -> Path:
    """What stands for all files with the same rules: their folder; a link, which may lead anywhere, for itself."""
    return path.absolute() if os.path.islink(path) else path.absolute().parent


def rules_for(blog: Blog, folder: Path) -> Rules:
    """Return the rules for posts of a blog that lie in a folder."""
    return _rules_for(_BlogPosts(blog), folder)


def _rules_for(shared: _BlogPosts, folder: Path) -> Rules:
    siblings = _Siblings(folder, shared.blog)
    neighbours = Neighbours(siblings.read, shared.read)
    return Rules(
        shared.blog.generator,
        siblings.first_line,
        siblings.before,
        version=shared.version,
        kind=neighbours.kind,
        date_like=neighbours.date_like,
        zone=shared.zone,
        taxonomies=shared.taxonomies,
    )


class _BlogPosts:
    """What is known of a whole blog, read when it is first asked for."""

    def __init__(self, blog: Blog) -> None:
        self.blog = blog
        self._headers: list[Header] | None = None
        self.zone = cache(self._zone)
        self.taxonomies = cache(self._taxonomies)

    @cached_property
    def version(self) -> str:
        """The version of the generator that the blog's files name; it decides how scalars are read."""
        return generator_version(BlogFolder(self.blog))

    def _zone(self) -> tzinfo | None:
        """The time zone that the blog's configuration names."""
        return settings_of(self.blog).zone

    def _taxonomies(self) -> Collection[str]:
        """The taxonomies of a Zola site: those of its configuration, and the usual two."""
        listed = configuration(self.blog).get("taxonomies")
        names = [one.get("name") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        return {"tags", "categories", *(str(name) for name in names)}

    def read(self) -> list[Header]:
        """The headers of the blog's posts, the last by path first; a folder without a generator is no blog."""
        if self._headers is None:
            known = self.blog.generator is not Generator.PLAIN
            paths = sorted(posts_of_site(self.blog.root), reverse=True) if known else []
            self._headers = _headers_of(Gate(self.blog.root), paths[:MAX_SIBLINGS], self.blog.generator)
        return self._headers


class _Siblings:
    """The posts of one folder, read when they are first asked about."""

    def __init__(self, folder: Path, blog: Blog) -> None:
        self._folder, self._root, self._generator = folder, blog.root, blog.generator
        self._headers: list[Header] | None = None

    def first_line(self) -> str | None:
        """The first line that most of their headers have; None when there is none to learn from."""
        lines = Counter(line for header in self.read() if (line := _first_line(header)) is not None)
        return lines.most_common(1)[0][0] if lines else None

    def before(self, key: str) -> Collection[str]:
        """The keys that stand before a key in most posts that have both; the usual ones where no post has it."""
        seen: Counter[str] = Counter()
        together: Counter[str] = Counter()
        for header in self.read():
            keys = [field.key for field in header.fields]
            if key in keys:
                together.update(set(keys))
                seen.update(set(keys[: keys.index(key)]))
        if not together:
            return usually_before(key)
        return [name for name, count in seen.items() if count * 2 > together[name]]

    def read(self) -> list[Header]:
        """The headers of the folder's posts, the last by name first."""
        if self._headers is None:
            _, _, files, _ = next(walk(self._folder), ("", [], [], set()))
            paths = sorted((path for name in files if is_post(path := self._folder / name)), reverse=True)
            self._headers = _headers_of(Gate(self._root), paths[:MAX_SIBLINGS], self._generator)
        return self._headers


def _headers_of(gate: Gate, paths: Collection[Path], generator: Generator) -> list[Header]:
    found = []
    for path in paths:
        try:
            header = read_header(decode(gate.read(path)).text, Rules(generator))
        except (FileError, UndecodableError):
            continue
        if header.error is None:
            found.append(header)
    return found


def _first_line(header: Header) -> str | None:
    if header.kind is HeaderKind.JSON:
        return "{" if header.root is not None and header.root.end == header.content.end else "---json"
    if header.kind is HeaderKind.HEXO:
        return "---" if header.syntax is Syntax.YAML else ";;;"
    return _FIRST_LINES.get(header.syntax)
