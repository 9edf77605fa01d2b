"""Which file a picture's address in a post means, by the rules of the blog's generator.

An address from the root is looked for where the generator takes its static files from; one that is relative counts from
the post's own address, as a browser would count, and where the generator says so (Hugo's page bundles, Hexo's asset
folders, Astro, Pelican) from the post's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Final
from urllib.parse import unquote

from editor.blog.folder import BlogFolder
from editor.header import Generator, Header
from editor.text.addresses import site_prefix, split_address
from editor.text.white_space import ASCII_SPACE

STATIC: Final = {
    Generator.JEKYLL: ("",),
    Generator.HUGO: ("static", "content", "assets"),
    Generator.HEXO: ("source",),
    Generator.ASTRO: ("public", "src"),
    Generator.ELEVENTY: ("", "src", "public", "content"),
    Generator.PELICAN: ("content", ""),
    Generator.ZOLA: ("static", "content"),
    Generator.PLAIN: ("",),
}
"""Where a generator takes static files from, below the blog's root."""

_BESIDE: Final = frozenset((Generator.PLAIN, Generator.ASTRO, Generator.ELEVENTY, Generator.PELICAN))
"""Generators whose relative addresses count from the post's folder."""

_PELICAN: Final = re.compile(r"[{|](?:static|attach|filename)[}|]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post's pictures are looked for.

    Attributes:
        folder: the blog; None for a draft without a place.
        relative: the post's path from the blog's root.
        address: the post's own address, from the site's root.
        base: the path below which the site lies ("/blog").
        url: the site's address ("https://example.org").
        subpath: Chirpy's `media_subpath`, before relative addresses.

    """

    generator: Generator
    folder: BlogFolder | None
    relative: str = ""
    address: str = ""
    base: str = ""
    url: str = ""
    subpath: str = ""


def place_of(folder: BlogFolder | None, generator: Generator, relative: str, header: Header) -> Place:
    """Where the pictures of a post with this front matter are looked for; `relative` is "" for one without a file."""
    if folder is None:
        return Place(generator, None)
    address = folder.address_of(relative, header) if relative else ""
    return Place(generator, folder, relative, address, folder.base, folder.url, subpath_of(header))


def subpath_of(header: Header) -> str:
    """Chirpy's folder of a post's media (`media_subpath`, formerly `img_path`)."""
    for key in ("media_subpath", "img_path"):
        field = header.field(key)
        if field is not None and isinstance(field.value, str):
            return field.value
    return ""


def is_remote(address: str, place: Place) -> bool:
    """Whether a picture lies on another site."""
    parts = split_address(address.strip(ASCII_SPACE))
    if not parts.scheme and not parts.netloc:
        return False
    return not site_prefix(address.strip(ASCII_SPACE), place.url)


def find_picture(address: str, place: Place) -> Path | None:
    """The file that an address means; None when there is none inside the blog."""
    if place.folder is None:
        return None
    for candidate in _candidates(address.strip(ASCII_SPACE), place):
        path = place.folder.file(candidate)
        if path is not None:
            return path
    return None


def _candidates(address: str, place: Place) -> Iterator[str]:
    """Paths from the blog's root, the likeliest first."""
    address = address.removeprefix(site_prefix(address, place.url))
    path = unquote(split_address(address).path)
    pelican = _PELICAN.match(path) if place.generator is Generator.PELICAN else None
    path = path[pelican.end() :] if pelican is not None else path
    relative = not path.startswith("/")
    if relative and place.subpath:
        path, relative = f"{place.subpath.rstrip('/')}/{path}", not place.subpath.startswith("/")
    if not relative and place.base and path.startswith(f"{place.base}/"):
        path = path.removeprefix(place.base)
    if relative:
        yield from _beside(path, place, always=pelican is not None)
        path = f"{_folder_of(place.address)}/{path}"
    for static in STATIC[place.generator]:
        yield _clean(place.folder.in_source(f"{static}/{path}") if place.folder is not None else f"{static}/{path}")


def _beside(path: str, place: Place, *, always: bool) -> Iterator[str]:
    """Relative to the post's file, where the generator looks there."""
    post = PurePosixPath(place.relative)
    here = post.parent.as_posix()
    configuration: Mapping[str, object] = place.folder.configuration if place.folder is not None else {}
    plugins = configuration.get("plugins")
    copies = place.generator is Generator.JEKYLL and isinstance(plugins, list) and "jekyll-postfiles" in plugins
    bundle = place.generator in (Generator.HUGO, Generator.ZOLA) and post.stem in ("index", "_index")
    if always or copies or bundle or place.generator in _BESIDE:
        yield _clean(f"{here}/{path}")
    if place.generator is Generator.HEXO and configuration.get("post_asset_folder") is True:
        yield _clean(f"{here}/{post.stem}/{path}")


def _folder_of(address: str) -> str:
    """The folder that a browser counts from at an address."""
    return unquote(address).rpartition("/")[0]


def _clean(path: str) -> str:
    return normpath(path).lstrip("/")
