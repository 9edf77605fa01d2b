"""A blog's folder with what its configuration says. Its files are read and written through its gate, never outside."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection
from functools import cached_property
from pathlib import Path, PurePath
from typing import Final

from editor.blog.defaults import defaults_for
from editor.blog.gate import Gate, LeadsOutError
from editor.blog.permalink import url_of
from editor.blog.settings import SiteSettings, configuration, content_of, settings_of, source_of
from editor.blog.site import Blog
from editor.header import Generator, Header, Refused, Syntax
from editor.header.data import read_data
from editor.header.values import plain
from editor.language import tr
from editor.text.addresses import split_address

_WHOLE: Final = {Generator.HUGO: "baseURL", Generator.ZOLA: "base_url"}
"""The key of the site's whole address, where address and base are one."""


class BlogFolder:
    """A blog's folder with what its configuration says; each file is read once."""

    def __init__(self, blog: Blog) -> None:
        self.blog = blog
        self.gate = Gate(blog.root)
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

    def place_for(self, relative: PurePath, suffixes: Collection[str] | None = None) -> Path:
        """The file that a path from the root names, where a post or its folder may be written.

        Args:
            suffixes: those that the file may have; None for any.

        Raises:
            Refused: the path leads out of the blog, or the file would be no post.

        """
        path = self.blog.root / relative
        if relative.is_absolute():
            raise Refused(tr("“{0}” is no path inside of the blog: choose another place").format(relative))
        is_hidden = relative.name.startswith(".")
        if suffixes is not None and (is_hidden or relative.suffix.lower() not in suffixes):
            raise Refused(tr("“{0}” is no name of a post: it must end in .md, for example").format(relative.name))
        try:
            return self.gate.place(path)
        except LeadsOutError:
            reason = tr("“{0}” leads out of the blog or into git’s own files: choose another place")
            raise Refused(reason.format(relative)) from None

    def file(self, relative: str) -> Path | None:
        """A file of the blog by its path from the root."""
        return self.gate.file(relative)

    def text(self, relative: str) -> str | None:
        """The text of a file; None when there is none, or when it is no text or too long."""
        if relative not in self._texts:
            self._texts[relative] = self.gate.text(relative)
        return self._texts[relative]

    def data(self, folder: str = "_data") -> dict[str, object]:
        """What the YAML, JSON, CSV and TSV files of a data folder hold, by their names (Jekyll's `site.data`)."""
        found: dict[str, object] = {}
        root = self.gate.folder(self.in_source(folder))
        for path in self.gate.files(self.in_source(folder)) if root is not None else ():
            value = self._data_of(path)
            if value is not None and root is not None:
                place = found
                for name in path.relative_to(root).parts[:-1]:
                    below = place.setdefault(name, {})
                    place = below if isinstance(below, dict) else {}
                place[path.stem] = value
        return found

    def _named(self, key: str) -> str:
        """A text of the configuration, whatever the case of its key."""
        found = next((value for name, value in self.configuration.items() if name.lower() == key.lower()), "")
        return str(found or "")

    def _data_of(self, path: Path) -> object:
        text = self.gate.text(self.gate.relative(path))
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


def _indented(text: str) -> str:
    """A data file may be a list; under a key it can be read as front matter is."""
    lines = (line for line in text.split("\n") if not line.startswith(("---", "%YAML")))
    return "\n  ".join(lines)
