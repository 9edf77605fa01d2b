"""The blog as rendering needs to know it, and the place of one post in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from pathlib import PurePosixPath

from editor.blog.folder import BlogFolder
from editor.blog.permalink import url_of
from editor.blog.posts import is_post
from editor.header import Generator, Header, Rules, read_header


@dataclass
class Site:
    """A blog and the place of one post in it; a draft that lies nowhere has neither.

    Attributes:
        relative: the post's path from the blog's root, with forward slashes; "" when it has none.

    """

    generator: Generator
    folder: BlogFolder | None = None
    relative: str = ""

    @cached_property
    def configuration(self) -> dict[str, object]:
        """What the blog's configuration says."""
        return self.folder.configuration if self.folder is not None else {}

    @property
    def base(self) -> str:
        """The path below which the site lies, without a slash at its end."""
        return self.folder.base if self.folder is not None else ""

    @property
    def url(self) -> str:
        """The site's address, without a slash at its end."""
        return self.folder.url if self.folder is not None else ""

    @cached_property
    def given(self) -> dict[str, object]:
        """What the configuration gives to the post (Jekyll's front matter defaults)."""
        return self.folder.given_to(self.relative) if self.folder is not None else {}

    @cached_property
    def emoji(self) -> bool:
        """Whether `:smile:` becomes an emoji: by the plugin jemoji, or by Hugo's `enableEmoji`."""
        plugins = self.configuration.get("plugins") or self.configuration.get("gems")
        if self.generator is Generator.JEKYLL:
            return isinstance(plugins, list) and "jemoji" in plugins
        return self.generator is Generator.HUGO and self.configuration.get("enableEmoji") is True

    @property
    def is_mdx(self) -> bool:
        """Whether the post is MDX: by its name, whatever the generator."""
        return self.relative.lower().endswith(".mdx")

    @property
    def zone(self) -> tzinfo | None:
        """The site's time zone; None where it names none."""
        return self.folder.settings.zone if self.folder is not None else None

    def text(self, relative: str) -> str | None:
        """A text file of the blog."""
        return self.folder.text(relative) if self.folder is not None else None

    def address(self, relative: str) -> str | None:
        """The address of another post of the blog, without the base; None when there is no such file."""
        text = self.text(relative)
        return None if text is None else self.address_of(relative, read_header(text, Rules(self.generator)))

    def address_of(self, relative: str, header: Header) -> str:
        """The address of a post with this front matter."""
        if self.folder is None:
            return url_of(self.generator, {}, relative, header, None)
        return self.folder.address_of(relative, header)

    def find_post(self, *names: str) -> str | None:
        """The path of the post whose path ends with one of these names, with or without its extension."""
        wanted = [tuple(PurePosixPath(name.strip("/")).parts) for name in names if name.strip("/")]
        for path in self.posts:
            with_suffix, without = path.parts, path.with_suffix("").parts
            for parts in wanted:
                if parts and parts in (with_suffix[-len(parts) :], without[-len(parts) :]):
                    return path.as_posix()
        return None

    @cached_property
    def posts(self) -> list[PurePosixPath]:
        """Where the blog's posts lie: of the folder that its generator reads posts from."""
        if self.folder is None:
            return []
        gate = self.folder.gate
        if self.generator in (Generator.HUGO, Generator.HEXO):
            paths = [PurePosixPath(gate.relative(path)) for path in gate.files(self.folder.content)]
        else:
            every = (PurePosixPath(gate.relative(path)) for path in gate.files())
            paths = [path for path in every if "_posts" in path.parts[:-1]]
        return sorted(path for path in paths if is_post(path))
