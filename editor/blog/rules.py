"""What a blog asks of the front matter of its posts: who reads it, in which kind a new one is written, in which order.

The generator follows from the blog's configuration; kind and order are learnt from the posts that lie beside, and
only when a header is made or a key comes in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.posts import is_post
from editor.blog.site import Blog, blog_of
from editor.blog.version import generator_version
from editor.header import Generator, Header, HeaderKind, Rules, Syntax, read_header
from editor.header.generator import usually_before
from editor.post.files import FileError, read_file
from editor.text.source import UndecodableError, decode

MAX_SIBLINGS = 40
"""How many posts of the same folder are read: the newest by name, enough for a habit, few enough to take no time."""

_FIRST_LINES = {Syntax.TOML: "+++", Syntax.YAML: "---", Syntax.PELICAN: ""}


class RulesBook:
    """The rules of each folder that was asked about."""

    def __init__(self) -> None:
        self._blogs: dict[Path, Blog] = {}
        self._rules: dict[Path, Rules] = {}
        self._versions: dict[Path, str] = {}

    def blog_of(self, path: Path) -> Blog:
        """The blog that a file lies in."""
        folder = path.absolute().parent
        if folder not in self._blogs:
            self._blogs[folder] = blog_of(path)
        return self._blogs[folder]

    def rules_of(self, path: Path) -> Rules:
        """What the blog of a file asks of its front matter."""
        folder = path.absolute().parent
        if folder not in self._rules:
            blog = self.blog_of(path)
            siblings = _Siblings(folder, blog.generator)
            version = self._version_of(blog)
            self._rules[folder] = Rules(blog.generator, siblings.first_line, siblings.before, version)
        return self._rules[folder]

    def _version_of(self, blog: Blog) -> str:
        """Return the version of the generator that the blog's files name; it decides how scalars are read."""
        if blog.root not in self._versions:
            self._versions[blog.root] = generator_version(BlogFolder(blog))
        return self._versions[blog.root]


class _Siblings:
    """The posts of one folder, read when they are first asked about."""

    def __init__(self, folder: Path, generator: Generator) -> None:
        self._folder, self._generator = folder, generator
        self._headers: list[Header] | None = None

    def first_line(self) -> str | None:
        """The first line that most of their headers have; None when there is none to learn from."""
        lines = Counter(line for header in self._read() if (line := _first_line(header)) is not None)
        return lines.most_common(1)[0][0] if lines else None

    def before(self, key: str) -> Collection[str]:
        """The keys that stand before a key in most posts that have both; the usual ones where no post has it."""
        seen: Counter[str] = Counter()
        together: Counter[str] = Counter()
        for header in self._read():
            keys = [field.key for field in header.fields]
            if key in keys:
                together.update(set(keys))
                seen.update(set(keys[: keys.index(key)]))
        if not together:
            return usually_before(key)
        return [name for name, count in seen.items() if count * 2 > together[name]]

    def _read(self) -> list[Header]:
        if self._headers is None:
            try:
                names = sorted((path for path in self._folder.iterdir() if is_post(path)), reverse=True)
            except OSError:
                names = []
            self._headers = []
            for path in names[:MAX_SIBLINGS]:
                try:
                    header = read_header(decode(read_file(path)).text, Rules(self._generator))
                except (FileError, UndecodableError):
                    continue
                if header.error is None:
                    self._headers.append(header)
        return self._headers


def _first_line(header: Header) -> str | None:
    if header.kind is HeaderKind.JSON:
        return "{" if header.content.start == 0 else "---json"
    if header.kind is HeaderKind.HEXO:
        return "---" if header.syntax is Syntax.YAML else ";;;"
    return _FIRST_LINES.get(header.syntax)
