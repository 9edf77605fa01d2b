"""The posts that a blog's style is learnt from, each with what of it is form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate
from editor.blog.permalink import DATED_NAME, named_day
from editor.blog.posts import posts_of_site
from editor.blog.site import Blog
from editor.blog.style.forms import Entry, entries
from editor.header import Generator, Header, HeaderKind, Rules, read_header
from editor.header.dates import read_date
from editor.post.files import FileError
from editor.post.values import shown
from editor.text.source import UndecodableError, decode
from editor.text.white_space import ASCII_SPACE

_EASTERN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_ABOUT_THE_FOLDER: Final = frozenset({"README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "SECURITY"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A post that is there.

    Attributes:
        relative: its path from the blog's root.
        head: its text up to a few lines behind the front matter.
        day: its date, by its front matter or its name.
        eastern: whether its title is in Japanese, Chinese or Korean.
        encoding, bom, line_end: how its file is spelled, as in `Source`.

    """

    relative: PurePosixPath
    head: str
    header: Header
    entries: tuple[Entry, ...]
    day: date
    eastern: bool
    encoding: str
    bom: bool
    line_end: str

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, in their order."""
        return tuple(entry.key for entry in self.entries)

    def value(self, key: str) -> object:
        """The value of a key; None without it."""
        field = self.header.field(key)
        return field.value if field is not None else None

    @property
    def blank_lines(self) -> str:
        """The blank lines before the last fence."""
        content = self.header.content.of(self.head)
        return content[len(content.rstrip("\n")) + 1 :]

    @property
    def closing(self) -> str:
        """Its last fence with a line end, as a post without text can have it.

        What stands behind the fence's own characters is text to its generator (`-----` to Hugo), and a front matter
        that ends with its file would swallow the text that comes.
        """
        header = self.header
        fence = self.head[header.content.end : min(header.span.end, header.body_start)]
        if not fence and header.kind is HeaderKind.YAML:
            fence = "---"
        return fence if not fence or fence.endswith("\n") else f"{fence}\n"

    @property
    def blank_after(self) -> bool:
        """Whether a blank line comes after its front matter."""
        rest = self.head[self.header.span.end :]
        return "\n" in rest and not rest.split("\n")[0].strip(ASCII_SPACE)

    @property
    def title(self) -> str:
        """Its title; "" without one."""
        field = self.header.field("title")
        return shown(field.value) if field is not None else ""


def read_samples(blog: Blog) -> list[Sample]:
    """Read the posts of a blog whose front matter can be read; the newest first."""
    content = BlogFolder(blog).content
    paths = (path for path in posts_of_site(blog.root) if _is_content(blog, path, content))
    found = [one for one in (sample_of(blog, path) for path in paths) if one is not None]
    return sorted(found, key=lambda one: (one.day, str(one.relative)), reverse=True)


def _is_content(blog: Blog, path: Path, content: str) -> bool:
    """Whether a file lies where its generator takes posts from, and is one."""
    parts = path.relative_to(blog.root).parts
    match blog.generator:
        case Generator.JEKYLL:
            return "_posts" in parts
        case Generator.HEXO:
            return "_posts" in parts and "scaffolds" not in parts
        case Generator.HUGO | Generator.ZOLA:
            inside = path.is_relative_to(blog.root / content)
            return inside and path.stem != "_index" and not path.stem.startswith("_index.")
    return path.stem.upper() not in _ABOUT_THE_FOLDER


def sample_of(blog: Blog, path: Path) -> Sample | None:
    """A post as something to learn from; None when it has no front matter that can be read."""
    try:
        source = decode(Gate(blog.root).read(path))
    except (FileError, UndecodableError):
        return None
    text = source.text
    header = read_header(text, Rules(blog.generator))
    if header.kind in (HeaderKind.NONE, HeaderKind.SCRIPT) or header.error is not None:
        return None
    relative = PurePosixPath(blog.relative(path) if blog.holds(path) else path.name)
    title = header.field("title")
    return Sample(
        relative,
        text[: header.span.end + 3],
        header,
        tuple(entries(text, header)),
        _day_of(header, relative),
        is_eastern(shown(title.value) if title is not None else ""),
        source.encoding,
        source.bom,
        source.line_ends.usual,
    )


def is_eastern(title: str) -> bool:
    """Whether a text is in Japanese, Chinese or Korean."""
    return _EASTERN.search(title) is not None


def _day_of(header: Header, relative: PurePosixPath) -> date:
    for key in ("date", "pubDate", "publishDate", "created"):
        field = header.field(key)
        moment = read_date(shown(field.value)) if field is not None else None
        if moment is not None:
            return moment.day
    match = DATED_NAME.fullmatch(relative.stem) or DATED_NAME.fullmatch(relative.parent.name)
    named = named_day(match)
    return named.date() if named is not None else date(1970, 1, 1)
