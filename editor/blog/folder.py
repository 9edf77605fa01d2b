"""The files of a blog as its posts may name them: read only, and never outside of the blog's folder.

Whatever a path says (`..`, an absolute path, a link that leads away), a file counts only when it lies inside after
all links were followed.
"""

from __future__ import annotations

import csv
import io
import json
from functools import cached_property
from pathlib import Path
from typing import Final

from editor.blog.defaults import defaults_for
from editor.blog.permalink import url_of
from editor.blog.settings import SiteSettings, configuration, content_of, settings_of, source_of
from editor.blog.site import Blog
from editor.header import Generator, Header, Syntax
from editor.header.data import read_data
from editor.header.values import plain
from editor.text.addresses import split_address
from editor.text.source import UndecodableError, decode

_WHOLE: Final = {Generator.HUGO: "baseURL", Generator.ZOLA: "base_url"}
"""The key of the site's whole address, where address and base are one."""
MAX_TEXT: Final = 4 * 1024 * 1024
"""Larger files are no includes or data that a post could want."""


def inside(root: Path, relative: str) -> Path | None:
    """The file or folder that a path below a root names; None when it is elsewhere or does not exist."""
    try:
        path = (root / relative.lstrip("/\\")).resolve()
        if not path.is_relative_to(root.resolve()) or not path.exists():
            return None
    except (OSError, ValueError, RuntimeError):
        return None
    return path


class BlogFolder:
    """A blog's folder with what its configuration says; each file is read once."""

    def __init__(self, blog: Blog) -> None:
        self.blog = blog
        self._texts: dict[str, str | None] = {}

    @cached_property
    def configuration(self) -> dict[str, object]:
        """The configuration file's data, as JSON knows it."""
        return {key: plain(value) for key, value in configuration(self.blog).items()}

    @cached_property
    def settings(self) -> SiteSettings:
        """What is known of the site."""
        return settings_of(self.blog)

    @cached_property
    def base(self) -> str:
        """The path below which the site lies, without a slash at its end (`baseurl`, Hexo's `root`)."""
        if self.blog.generator in _WHOLE:
            return split_address(self._named(_WHOLE[self.blog.generator])).path.rstrip("/")
        return self._named("root" if self.blog.generator is Generator.HEXO else "baseurl").rstrip("/")

    @cached_property
    def url(self) -> str:
        """The site's address, without a slash at its end and without its base."""
        whole = self._named(_WHOLE.get(self.blog.generator, "url")).rstrip("/")
        return whole.removesuffix(self.base) if self.blog.generator in _WHOLE else whole

    @cached_property
    def content(self) -> str:
        """The folder that the generator takes posts from, from the root; "" for the root itself."""
        return content_of(self.blog, self.configuration)

    @cached_property
    def source(self) -> str:
        """The folder that Jekyll builds the site from (`source`), from the blog's root; "" for the root itself.

        Jekyll's configuration names layouts, includes, data, collections and defaults from there.
        """
        return source_of(self.blog, self.configuration)

    def in_source(self, relative: str) -> str:
        """Return the path from the blog's root of a file that the site's source has at `relative`."""
        return f"{self.source}/{relative.lstrip('/')}" if self.source else relative

    def from_source(self, relative: str) -> str:
        """Return the path from the site's source of a file at `relative` in the blog's folder."""
        return relative.removeprefix(f"{self.source}/") if self.source else relative

    def address_of(self, relative: str, header: Header) -> str:
        """The address of a post with this front matter, from the site's root, without its base."""
        path, given = self.from_source(relative), self.given_to(relative)
        return url_of(self.blog.generator, self.configuration, path, header, self.settings.zone, given)

    def given_to(self, relative: str) -> dict[str, object]:
        """What the configuration gives to a post (Jekyll's front matter defaults)."""
        if self.blog.generator is not Generator.JEKYLL:
            return {}
        return defaults_for(self.configuration, self.from_source(relative))

    def file(self, relative: str) -> Path | None:
        """A file of the blog by its path from the root."""
        path = inside(self.blog.root, relative)
        return path if path is not None and path.is_file() else None

    def text(self, relative: str) -> str | None:
        """The text of a file; None when there is none, or when it is no text or too long."""
        if relative not in self._texts:
            self._texts[relative] = self._read(relative)
        return self._texts[relative]

    def data(self, folder: str = "_data") -> dict[str, object]:
        """What the YAML, JSON, CSV and TSV files of a data folder hold, by their names (Jekyll's `site.data`)."""
        found: dict[str, object] = {}
        root = inside(self.blog.root, self.in_source(folder))
        for path in sorted(root.rglob("*")) if root is not None and root.is_dir() else ():
            value = self._data_of(path)
            if value is not None:
                place = found
                for name in path.relative_to(root).parts[:-1]:  # type: ignore[arg-type]
                    below = place.setdefault(name, {})
                    place = below if isinstance(below, dict) else {}
                place[path.stem] = value
        return found

    def _named(self, key: str) -> str:
        """A text of the configuration, whatever the case of its key."""
        found = next((value for name, value in self.configuration.items() if name.lower() == key.lower()), "")
        return str(found or "")

    def _read(self, relative: str) -> str | None:
        path = self.file(relative)
        if path is None:
            return None
        try:
            return decode(path.read_bytes()).text if path.stat().st_size <= MAX_TEXT else None
        except (OSError, UndecodableError):
            return None

    def _data_of(self, path: Path) -> object:
        text = self._read(self._name(path)) if path.is_file() else None
        if text is None:
            return None
        match path.suffix.lower():
            case ".yml" | ".yaml":
                return plain(read_data(f"all:\n  {_indented(text)}", Syntax.YAML).get("all"))
            case ".json":
                try:
                    return json.loads(text)
                except (ValueError, RecursionError):
                    return None
            case ".csv" | ".tsv":
                comma = "," if path.suffix.lower() == ".csv" else "\t"
                return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=comma))
        return None

    def _name(self, path: Path) -> str:
        return path.relative_to(self.blog.root).as_posix()


def _indented(text: str) -> str:
    """A data file may be a list; under a key it can be read as front matter is."""
    lines = (line for line in text.split("\n") if not line.startswith(("---", "%YAML")))
    return "\n  ".join(lines)
