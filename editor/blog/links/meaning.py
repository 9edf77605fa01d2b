"""Which post a link means by its generator's rules, and how the same link is written once posts have moved.

Jekyll: docs/liquid/tags.md (`post_url`, `link`). Hugo: content-management/cross-references.md. Hexo:
docs/tag-plugins.md. Pelican: content.md (`{filename}`). An address is compared as servers do: with or without
`index.html`, `.html`, a slash at its end, and percent-encoding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath, relpath
from typing import Final
from urllib.parse import quote, unquote

from editor.blog.folder import BlogFolder
from editor.blog.links.find import Link, is_remote, plain_address
from editor.blog.posts import is_post
from editor.blog.targets import LinkForm, below, hexo_name, hugo_name, jekyll_name
from editor.header import Generator
from editor.text.addresses import site_prefix, split_address

_NOT_BARE: Final = re.compile(r"[\s()<>\"'\\]", re.ASCII)
"""What stays encoded: it would end an address in a text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A post or another page.

    Attributes:
        relative: its path from the blog's root.
        address: percent-encoded, without the base.
        former: the addresses that its front matter redirects to it.

    """

    relative: str
    address: str
    former: tuple[str, ...] = ()

    @property
    def path(self) -> PurePosixPath:
        """Its path from the blog's root."""
        return PurePosixPath(self.relative)


class Meanings:
    """Which of some pages the links of a blog mean."""

    def __init__(self, folder: BlogFolder, pages: Iterable[Page]) -> None:
        self._folder = folder
        self._content = PurePosixPath(folder.content)
        known = list(pages)  # a file may have two addresses
        self._by_file = {page.relative: page for page in known}
        self._by_address = {_essence(page.address): page for page in known if page.address}
        self._by_name: defaultdict[str, list[Page]] = defaultdict(list)
        for page in self._by_file.values():
            for name in self._names(page.path):
                self._by_name[name].append(page)

    def page(self, link: Link, here: Page) -> Page | None:
        """The page that a link of the page `here` means; None when it is none of these."""
        name = plain_address(link.name)
        match link.form:
            case LinkForm.AT:
                return self._by_file.get(self._below_content(f"/{name.partition('#')[0]}", here))
            case LinkForm.POST_URL:
                return self._named(name.strip("/"))
            case LinkForm.POST_PATH:
                return self._named(name.removesuffix(".md").strip("/"))
            case LinkForm.LINK:
                wanted = name.lstrip("/")
                page = self._by_file.get((self._content / wanted).as_posix())
                return page or self._by_file.get(self._folder.in_source(wanted))
            case LinkForm.RELREF | LinkForm.REF:
                return self._by_reference(name.partition("#")[0], here)
            case LinkForm.FILENAME:
                inner = unquote(name.partition("#")[0])
                return self._by_file.get(self._below_content(inner, here))
        return self._by_path(name, here, based=link.based)

    def respelled(self, link: Link, here: Page, now_here: Page, now: Page) -> str:
        """What stands in the place of `link.name` when its page has become `now`, and the page it is on `now_here`."""
        path, name = now.path, plain_address(link.name)
        main, mark, tail = name.partition("#")
        match link.form:
            case LinkForm.AT:
                return below(path, self._folder.content) + mark + tail
            case LinkForm.POST_URL:
                return ("/" if name.startswith("/") else "") + jekyll_name(path)
            case LinkForm.POST_PATH:
                return hexo_name(path) if "/" in name else path.stem
            case LinkForm.LINK:
                below_source = self._folder.from_source(below(path, self._folder.content))
                return ("/" if name.startswith("/") else "") + below_source
            case LinkForm.RELREF | LinkForm.REF:
                return self._reference(main, path) + mark + tail
            case LinkForm.FILENAME:
                inner = path.relative_to(self._content) if path.is_relative_to(self._content) else path
                there = f"/{inner}" if main.startswith("/") else relpath(path, now_here.path.parent)
                return there + mark + tail
        return self._address(link, name, here, now_here, now)

    # -- meaning

    def _names(self, path: PurePosixPath) -> set[str]:
        match self._folder.blog.generator:
            case Generator.JEKYLL:
                return {jekyll_name(path), path.stem}
            case Generator.HUGO:
                inner = hugo_name(path, self._folder.content).strip("/")
                bare = inner if path.stem in ("index", "_index") else inner.removesuffix(path.suffix)
                last = PurePosixPath(inner).name
                return {inner, bare, last, PurePosixPath(bare).name, below(path, self._folder.content)}
            case Generator.HEXO:
                return {hexo_name(path), path.stem}
        return set()

    def _named(self, name: str) -> Page | None:
        found = self._by_name.get(name, [])
        return found[0] if len(found) == 1 else None

    def _by_reference(self, name: str, here: Page) -> Page | None:
        """Hugo: from the content's root, from the page's own folder, or a name that is unique."""
        if not name:
            return None
        if not name.startswith("/"):
            folder = here.path.parent.relative_to(self._content) if self._is_content(here) else PurePosixPath()
            beside = self._named(normpath((folder / name).as_posix()))
            if beside is not None:
                return beside
        return self._named(name.strip("/"))

    def _is_content(self, here: Page) -> bool:
        return here.path.is_relative_to(self._content)

    def _below_content(self, name: str, here: Page) -> str:
        folder = self._content.as_posix() if name.startswith("/") else here.path.parent.as_posix()
        return normpath(f"{folder}/{name}")

    def _by_path(self, name: str, here: Page, *, based: bool) -> Page | None:
        base, site = self._folder.base, site_prefix(name, self._folder.url)
        if not site and is_remote(name):
            return None
        name = name.removeprefix(site)
        path = unquote(split_address(name).path)
        if not path:
            return None
        if path.startswith("/"):
            if base and not based and path.startswith(f"{base}/"):
                path = path.removeprefix(base)
            return self._by_address.get(_essence(path)) or self._by_file.get(self._folder.in_source(path.lstrip("/")))
        file = self._by_file.get(normpath((here.path.parent / path).as_posix()))
        return file or self._by_address.get(_essence(normpath(f"{_folder(here.address)}/{path}")))

    # -- writing

    def _reference(self, name: str, path: PurePosixPath) -> str:
        """A name for `relref` in the way of another one: with or without suffix, folder and slash."""
        now = hugo_name(path, self._folder.content).strip("/")
        bundle = path.stem in ("index", "_index")
        if name.endswith(("/index.md", "/_index.md")):
            now = f"{now}/{path.name}"
        elif not bundle and not is_post(PurePosixPath(name)):
            now = now.removesuffix(path.suffix)
        if "/" not in name.strip("/"):
            return now.rpartition("/")[2]
        return ("/" if name.startswith("/") else "") + now

    def _address(self, link: Link, name: str, here: Page, now_here: Page, now: Page) -> str:
        base, whole = self._folder.base, site_prefix(name, self._folder.url)
        inner = name.removeprefix(whole)
        parts = split_address(inner)
        path, tail = parts.path, inner[len(parts.path) :]
        kept = base if base and not link.based and path.startswith(f"{base}/") else ""
        if not path.startswith("/") or unquote(path).lstrip("/") in self._by_file:
            return self._beside(path, here, now_here, now) + tail
        return whole + kept + _like(now.address, path) + tail

    def _beside(self, path: str, here: Page, now_here: Page, now: Page) -> str:
        """A relative address, or a file's path from the root."""
        encoded = "%" in path
        if path.startswith("/"):
            return f"/{quote(now.relative) if encoded else now.relative}"
        if normpath((here.path.parent / unquote(path)).as_posix()) in self._by_file:
            there, dotted = relpath(now.relative, now_here.path.parent), path.startswith("./")
            there = f"./{there}" if dotted and not there.startswith(".") else there
            return quote(there) if encoded else there
        address = _like(now.address, path)
        there = relpath(unquote(address), _folder(now_here.address) or "/")
        return (quote(there) if encoded else there) + ("/" if address.endswith("/") else "")


def _folder(address: str) -> str:
    """The folder that a browser counts from at an address."""
    return unquote(address).rpartition("/")[0]


def _essence(address: str) -> str:
    """What the ways to write an address share."""
    path = unquote(address).strip("/")
    return path.removesuffix("/index.html").removesuffix(".html") if path != "index.html" else ""


def _like(address: str, old: str) -> str:
    """A page's address as another one was written: encoded or not, with or without what servers add."""
    plain = unquote(address)
    path = address if "%" in old or _NOT_BARE.search(plain) else plain
    if address.endswith("/"):
        return f"{path}index.html" if old.endswith("/index.html") else path if old.endswith("/") else path.rstrip("/")
    if not old.endswith(".html"):
        path = path.removesuffix(".html")
        return f"{path}/" if old.endswith("/") else path
    return path
