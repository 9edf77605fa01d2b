"""What is wrong with the links of a whole blog: links to nothing, pictures that are missing or unused, lonely posts.

A generator makes pages that no file of the folder is (tags, archives, feeds): an address that may be one of those is
told apart from one that is certainly nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Final
from urllib.parse import unquote

from editor.blog.folder import BlogFolder
from editor.blog.gate import walk
from editor.blog.links.find import Link, is_remote, links_in, plain_address
from editor.blog.links.meaning import Meanings, Page
from editor.blog.pictures import Place, find_picture, place_of
from editor.blog.posts import NOT_CONTENT, is_post
from editor.blog.reading import posts_in
from editor.blog.targets import LinkForm, picture_files
from editor.header import Generator, Header, HeaderKind, read_header
from editor.post.files import FileError
from editor.post.picture_files import WEB_SUFFIXES
from editor.post.post import Post
from editor.post.values import shown, words_in
from editor.text.addresses import site_prefix, split_address

_MADE: Final = re.compile(
    r"(?:tags?|categor(?:y|ies)|archives?|page|feed|atom|rss|sitemap|search|authors?|series|topics|index|blog|posts?)"
    r"(?:$|[/.])|(?:[a-z]{2}/)?\d{4}(?:/\d{1,2}){0,2}/?$|feed\.\w+$|manifest\.\w+$|robots\.txt$",
    re.IGNORECASE | re.ASCII,
)
"""Addresses, without the first slash, that generators and their plugins make pages for."""
_DATED: Final = re.compile(r"(?:^|/)\d{4}/\d{1,2}/(?:\d{1,2}/)?[^/]+", re.ASCII)
_PICTURE_END: Final = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)", re.IGNORECASE)
_BETWEEN_NAMES: Final = re.compile(r"[\s\"'()<>/\\=,;]")  # Unicode: U+3000 separates names
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
LONGEST_NAME: Final = 255
_TEXTS: Final = frozenset(
    {
        *(".html", ".htm", ".xml", ".css", ".scss", ".sass", ".less", ".js", ".ts", ".jsx", ".tsx", ".vue", ".astro"),
        *(".json", ".yml", ".yaml", ".toml", ".csv", ".webmanifest", ".txt", ".md", ".markdown", ".mdx"),
        *(".liquid", ".njk", ".ejs", ".pug", ".py", ".rb"),
    }
)
"""Files in which a picture may be named."""
MAX_TEXT: Final = 1_000_000
"""Larger files are not looked through for the names of pictures."""
PAGE_HEAD: Final = 8_000
_REDIRECTS: Final = {
    Generator.JEKYLL: "redirect_from",
    Generator.HUGO: "aliases",
    Generator.ZOLA: "aliases",
    Generator.HEXO: "alias",
}
"""The key with a page's former addresses, in lower case."""


class Kind(StrEnum):
    """What is found."""

    BROKEN = "broken link"
    DOUBTFUL = "doubtful link"  # perhaps the generator makes what it leads to
    MISSING = "missing picture"
    UNUSED = "unused picture"
    LONELY = "post without links to it"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    Attributes:
        path: the post, or the picture, from the blog's root.
        line: from 1; 0 for a whole file.
        name: what is written there.

    """

    kind: Kind
    path: str
    line: int = 0
    name: str = ""


class KnownPages:
    """The pages of a blog, and what the links of its posts mean."""

    def __init__(self, folder: BlogFolder, posts: Iterable[Page]) -> None:
        self._folder = folder
        pages = [*posts, *_other_pages(folder)]
        self._meanings = Meanings(folder, pages)
        self._former = Meanings(folder, [Page(page.relative, former) for page in pages for former in page.former])

    def target(self, link: Link, here: Page) -> Page | None:
        """Return the page that a link leads to, also by a redirect; None when it is none of them."""
        return self._meanings.page(link, here) or self._former.page(link, here)

    def wrong(self, link: Link, place: Place) -> Kind | None:
        """What is wrong with a link that means no page; None when it leads to a file or to another site."""
        name = plain_address(link.name)
        if link.form is LinkForm.PATH and (not _is_own(name, place.url) or find_picture(name, place) is not None):
            return None
        return _kind(link, name, self._folder)


def page_of(folder: BlogFolder, relative: str, post: Post) -> Page:
    """A post with its address; "" for a draft, to which no link can lead."""
    address = _address(folder, PurePosixPath(relative), post)
    return Page(relative, address, redirects_of(folder.blog.generator, post.header, address))


def redirects_of(generator: Generator, header: Header, address: str) -> tuple[str, ...]:
    """Return the addresses from which a page's front matter leads to it.

    Jekyll: `redirect_from` of jekyll-redirect-from. Hugo: `aliases`, a relative one beside the page (docs:
    content-management/urls.md). Zola: `aliases`. Hexo: `alias` of hexo-generator-alias.

    Args:
        address: the page's own.

    """
    field = next((one for one in header.fields if one.key.lower() == _REDIRECTS.get(generator)), None)
    if field is None or not address:
        return ()
    beside = f"{address.rstrip('/').rpartition('/')[0]}/"
    named = words_in(header, field) if isinstance(field.value, list) else [shown(field.value)]
    return tuple(name if name.startswith("/") else normpath(beside + name) for name in named if name)


def survey(
    folder: BlogFolder,
    stopped: Callable[[], bool] = lambda: False,
    unread: Callable[[Path], object] = lambda _: None,
    wanted: Callable[[Path], bool] = lambda _: True,
) -> list[Finding]:
    """Look at all links of a blog's posts; what was found so far where it is stopped.

    `unread` is called with each file that can't be read; `wanted` is asked before each post is read, and once more
    before its links are looked at.
    """
    root, generator = folder.blog.root, folder.blog.generator
    read = ((path.relative_to(root).as_posix(), post) for path, _, post in posts_in(root, stopped, unread, wanted))
    posts = [(page_of(folder, relative, post), post) for relative, post in read]
    known = KnownPages(folder, [page for page, _ in posts])
    findings, linked = list[Finding](), set[str]()
    for page, post in posts:
        if stopped():
            return findings
        if not wanted(root / page.relative):
            continue
        place = place_of(folder, generator, page.relative, post.header)
        for link in links_in(post.text, post.header.body_start):
            target = known.target(link, page)
            if target is not None:
                if target.relative != page.relative:
                    linked.add(target.relative)
                continue
            kind = known.wrong(link, place)
            if kind is not None:
                findings.append(Finding(kind, page.relative, post.text.count("\n", 0, link.start) + 1, link.name))
    lonely = (page for page, post in posts if page.relative not in linked and _is_article(folder, page.path, post))
    findings += [Finding(Kind.LONELY, page.relative) for page in lonely]
    return findings + [Finding(Kind.UNUSED, name) for name in _unused_pictures(folder, stopped)]


def _kind(link: Link, name: str, folder: BlogFolder) -> Kind | None:
    """What a link that leads to no known page is."""
    if link.shows:
        return Kind.MISSING
    if link.form is not LinkForm.PATH:
        return Kind.BROKEN
    path = unquote(split_address(name.removeprefix(site_prefix(name, folder.url))).path)
    if not path.strip("/.") or path in (folder.base, f"{folder.base}/"):
        return None
    if is_post(PurePosixPath(path)):
        return Kind.BROKEN
    if folder.blog.generator is Generator.PLAIN and path.startswith("/"):
        return None  # nobody knows what lies at the root of its site
    inner = path.removeprefix(folder.base).lstrip("/")
    if _DATED.search(inner) or PurePosixPath(path).suffix.lower() in WEB_SUFFIXES | {".pdf", ".zip"}:
        return Kind.BROKEN
    return None if _MADE.match(inner) or _is_folder(folder, inner) else Kind.DOUBTFUL


def _is_own(name: str, url: str) -> bool:
    """Whether an address is one of this site."""
    if not name or name.startswith(("#", "?")):
        return False
    return not is_remote(name) or bool(site_prefix(name, url))


def _is_folder(folder: BlogFolder, inner: str) -> bool:
    """Whether a folder of posts has the name: generators make a list for it."""
    return any(
        folder.gate.folder(f"{below}/{inner.strip('/')}") is not None
        for below in ("", folder.source, folder.content, "_posts", "src")
    )


def _address(folder: BlogFolder, path: PurePosixPath, post: Post) -> str:
    return "" if "_drafts" in path.parts else folder.address_of(path.as_posix(), post.header)


def _other_pages(folder: BlogFolder) -> Iterator[Page]:
    """Pages that are written in HTML."""
    for path in _files(folder.blog.root, frozenset({".html", ".htm"})):
        try:
            text = folder.gate.head(path, PAGE_HEAD).decode("utf-8", "replace")
        except FileError:
            continue
        relative = path.relative_to(folder.blog.root).as_posix()
        if folder.blog.generator in (Generator.JEKYLL, Generator.HUGO, Generator.ELEVENTY):
            header = read_header(text)
            address = folder.address_of(relative, header)
            yield Page(relative, address, redirects_of(folder.blog.generator, header, address))
        yield Page(relative, f"/{folder.from_source(relative)}")  # as it is


def _is_article(folder: BlogFolder, path: PurePosixPath, post: Post) -> bool:
    """Whether a file is a post that readers find in the blog's lists."""
    match folder.blog.generator:
        case Generator.JEKYLL | Generator.HEXO:
            return "_posts" in path.parts
        case Generator.HUGO | Generator.ZOLA:
            return path.is_relative_to(folder.content) and not path.stem.startswith("_index")
    return post.header.kind is not HeaderKind.NONE


def _unused_pictures(folder: BlogFolder, stopped: Callable[[], bool]) -> Iterator[str]:
    """The pictures whose names stand in no text of the folder."""
    named: set[str] = set()
    for path in _files(folder.blog.root, _TEXTS):
        if stopped():
            return
        try:
            text = folder.gate.read(path, limit=MAX_TEXT).decode("utf-8", "replace")
        except FileError:
            continue
        named.update(_picture_names(text))
    for picture in sorted(picture_files(folder.blog)):
        name = PurePosixPath(picture).name
        in_sentence = not name.isascii() and any(one.endswith(name) for one in named)
        if name not in named and not in_sentence:
            yield picture


def _picture_names(text: str) -> Iterator[str]:
    """What may be the name of a picture: found by its end, for a name may begin anywhere in a Japanese sentence."""
    for match in _PICTURE_END.finditer(text):
        before = text[max(0, match.start() - LONGEST_NAME) : match.start()]
        name = unquote(_BETWEEN_NAMES.split(before)[-1] + match[0])
        yield name
        yield _NOT_ASCII.split(name)[-1]


def _files(root: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    for here, folders, files, _ in walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_CONTENT and not name.startswith("."))
        yield from (Path(here, name) for name in files if os.path.splitext(name)[1].lower() in suffixes)
