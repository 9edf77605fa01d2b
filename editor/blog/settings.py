"""The settings of a site that decide how a post is read: its time zone, whether future posts are built, its markdown.

Which files are read is the table of `configuration_files`. Pelican's is a program: it is never run, its line
`TIMEZONE = '…'` is searched for.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.blog.configuration_files import (
    CONFIGURATION_FILES,
    PELICAN_FILE,
    configuration_text,
    first_configuration,
)
from editor.blog.gate import inner_path
from editor.blog.goldmark_settings import goldmark_settings, inside
from editor.blog.hugo_configuration import hugo_configuration
from editor.blog.render_hooks import render_hooks
from editor.blog.site import Blog
from editor.header import Generator, Value
from editor.header.values import plain

if TYPE_CHECKING:
    from datetime import tzinfo

_HEXO = ("marked", "root", "url", "relative_link", "post_asset_folder")
_PELICAN_PATH = re.compile(r"^PATH\s*=\s*u?(['\"])(?P<path>[^'\"\n]+)\1", re.MULTILINE | re.ASCII)
_PELICAN_ZONE = re.compile(r"^TIMEZONE\s*=\s*u?(['\"])(?P<zone>[\w/+-]+)\1", re.MULTILINE | re.ASCII)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What is known of a site.

    Attributes:
        zone: its time zone; None where the configuration does not name one.
        future: whether posts with a date in the future are built; None where it depends (GitHub Pages' own gem builds
            them, its Actions do not).

    """

    zone: tzinfo | None = None
    future: bool | None = None


def settings_of(blog: Blog) -> SiteSettings:
    """Read a blog's configuration; what can't be read counts as not said."""
    if blog.generator is Generator.PELICAN:
        return SiteSettings(_zone(_pelican_zone(blog)), future=True)  # WITH_FUTURE_DATES is on by default
    data = configuration(blog)
    lower = {key.lower(): value for key, value in data.items()}
    future = lower.get("future", lower.get("buildfuture"))
    defaults = {Generator.HEXO: True, Generator.HUGO: False}
    known = bool(future) if isinstance(future, bool) else defaults.get(blog.generator)
    return SiteSettings(_zone(lower.get("timezone")), known)


def markdown_settings(blog: Blog) -> dict[str, object]:
    """Return what a blog's configuration sets of its markdown, as JSON data.

    Pelican: `extensions`, name to options. Jekyll: `markdown` and `kramdown`. Hugo: `goldmark`, see
    `goldmark_settings` and `render_hooks`. Hexo: `hexo` with the keys of `_config.yml` that decide how
    hexo-renderer-marked writes.
    """
    data = configuration(blog)
    if blog.generator is Generator.JEKYLL:
        return {key: plain(data[key]) for key in ("markdown", "kramdown") if key in data}
    if blog.generator is Generator.HUGO:
        found = goldmark_settings(data) | render_hooks(blog.root, data.get("theme"))
        return {"goldmark": found} if found else {}
    if blog.generator is Generator.PELICAN:
        return _pelican_markdown(configuration_text(blog.root, PELICAN_FILE) or "")
    if blog.generator is Generator.ZOLA:
        smart = inside(data, "markdown.smart_punctuation")
        return {"smart_punctuation": smart} if isinstance(smart, bool) else {}
    if blog.generator is Generator.ASTRO:
        return _astro_markdown(blog)
    if blog.generator is Generator.HEXO:
        kept = {key: plain(data[key]) for key in _HEXO if key in data}
        return {"hexo": kept} if kept else {}
    return {}


def _astro_markdown(blog: Blog) -> dict[str, object]:
    """Return the switches of `astro.config.*`, which is a program: never run, its lines `gfm: false` are looked for."""
    found: dict[str, object] = {}
    for file in CONFIGURATION_FILES[Generator.ASTRO]:
        program = re.sub(r"//[^\n]*|/\*.*?(?:\*/|\Z)", "", configuration_text(blog.root, file) or "", flags=re.DOTALL)
        for name in ("gfm", "smartypants"):
            switch = re.search(rf"\b{name}\s*:\s*(true|false)\b", program, re.ASCII)
            if switch is not None:
                found[name] = switch[1] == "true"
    return found


def _pelican_markdown(program: str) -> dict[str, object]:
    """The `MARKDOWN` setting of `pelicanconf.py`, read as data: the program is parsed and never run."""
    import ast  # for the blogs of one generator

    try:
        statements = ast.parse(program).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    for statement in statements:
        named = isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "MARKDOWN" for target in statement.targets
        )
        if not named or not isinstance(statement, ast.Assign):
            continue
        try:
            value = ast.literal_eval(statement.value)
        except (ValueError, TypeError, RecursionError, MemoryError):
            return {}
        if isinstance(value, dict):
            return {"extensions": _extensions(value)}
    return {}


def _extensions(setting: dict[object, object]) -> dict[str, object]:
    """Extension names, short, with their options."""
    configs = setting.get("extension_configs")
    names = setting.get("extensions")
    found = dict(configs) if isinstance(configs, dict) else {}
    for name in names if isinstance(names, list) else []:
        found.setdefault(name, {})
    return {str(name).removeprefix("markdown.extensions."): config for name, config in found.items()}


def configuration(blog: Blog) -> dict[str, Value]:
    """Return a blog's configuration; empty if there is none or it can't be read."""
    if blog.generator is Generator.HUGO:
        return hugo_configuration(blog.root)
    return first_configuration(blog.root, blog.generator) or {}


def source_of(blog: Blog, data: Mapping[str, object]) -> str:
    """Return Jekyll's `source` from the blog's root; "" for the root, for other generators, and for one outside."""
    named = data.get("source") if blog.generator is Generator.JEKYLL else None
    return inner_path(named) if isinstance(named, str) and not named.startswith("/") and ":" not in named else ""


def content_of(blog: Blog, data: Mapping[str, object]) -> str:
    """The folder that a generator takes posts from, from the blog's root; "" for the root itself.

    Jekyll's `source` and `collections_dir`, Hugo's `contentDir`, Hexo's `source_dir`, Pelican's `PATH`. One that leads
    out of the root counts as not said.
    """
    match blog.generator:
        case Generator.HUGO:
            named = next((value for key, value in data.items() if key.lower() == "contentdir"), None)
            return inner_path(named, "content")
        case Generator.ZOLA:
            return "content"
        case Generator.HEXO:
            return inner_path(data.get("source_dir"), "source")
        case Generator.JEKYLL:
            return posixpath.join(source_of(blog, data), inner_path(data.get("collections_dir"))).strip("/")
        case Generator.PELICAN:
            match = _PELICAN_PATH.search(configuration_text(blog.root, PELICAN_FILE) or "")
            return inner_path(match["path"] if match is not None else None, "content")
    return ""


def _pelican_zone(blog: Blog) -> str | None:
    match = _PELICAN_ZONE.search(configuration_text(blog.root, PELICAN_FILE) or "")
    return match["zone"] if match is not None else None


def _zone(name: Value) -> tzinfo | None:
    if not isinstance(name, str) or not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
