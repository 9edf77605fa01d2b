"""Which version of its generator a blog is built with, as far as its files say it; nothing of the folder is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from editor.blog.folder import BlogFolder
from editor.header import Generator

_NUMBER: Final = r"(?P<version>[0-9]+(?:\.[0-9]+)*)"
_WHERE: Final[dict[Generator, tuple[tuple[str, str], ...]]] = {
    Generator.JEKYLL: (
        ("Gemfile.lock", rf"^ {{4}}jekyll \({_NUMBER}\)"),
        ("Gemfile", rf"^[ \t]*gem[ \t]+[\"']jekyll[\"'][ \t]*,[ \t]*[\"'][~>= ]*{_NUMBER}"),
    ),
    Generator.HUGO: (
        ("netlify.toml", rf"HUGO_VERSION[ \t]*=[ \t]*[\"']{_NUMBER}"),
        ("vercel.json", rf"HUGO_VERSION\"[ \t]*:[ \t]*\"{_NUMBER}"),
        (".github/workflows/*", rf"(?:HUGO_VERSION|hugo-version)[ \t]*:[ \t]*[\"']?{_NUMBER}"),
    ),
    Generator.ZOLA: (("netlify.toml", rf"ZOLA_VERSION[ \t]*=[ \t]*[\"']{_NUMBER}"),),
    Generator.PELICAN: (
        ("requirements.txt", rf"^pelican(?:\[\w+\])?[ \t]*[=~>]=[ \t]*{_NUMBER}"),
        ("pyproject.toml", rf"[\"']pelican(?:\[[\w,]+\])?[ \t]*[=~>]=[ \t]*{_NUMBER}"),
    ),
    Generator.HEXO: (("package.json", rf"\"hexo\"[ \t]*:[ \t]*\"[\^~>=v ]*{_NUMBER}"),),
    Generator.ASTRO: (("package.json", rf"\"astro\"[ \t]*:[ \t]*\"[\^~>=v ]*{_NUMBER}"),),
    Generator.ELEVENTY: (("package.json", rf"\"@11ty/eleventy\"[ \t]*:[ \t]*\"[\^~>=v ]*{_NUMBER}"),),
}
"""Files and what in them names the version, the surest first."""


def generator_version(folder: BlogFolder) -> str:
    """The version, as "4.3.2"; "" where no file says it. For a range it is the lowest version."""
    for name, pattern in _WHERE.get(folder.blog.generator, ()):
        for text in _texts(folder, name):
            found = re.search(pattern, text, re.MULTILINE)
            if found is not None:
                return found["version"]
    return ""


def _texts(folder: BlogFolder, name: str) -> Iterator[str]:
    """The text of a file, or of all files that a pattern names."""
    names = [name]
    if "*" in name:
        names = [folder.gate.relative(path) for path in folder.gate.files(name.removesuffix("/*"))]
    yield from (text for one in names if (text := folder.text(one)) is not None)
