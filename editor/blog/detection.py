"""Which generator builds a folder: by the names of its configuration files, and by what they say where a name is
shared. Nothing of the folder is run.

Three names are shared: `_config.yml` and `_config.yaml` by Jekyll and Hexo, `config.toml` by Hugo and Zola, and
`config.*` by Hugo and any other program.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from editor.blog.configuration_files import (
    CONFIGURATION_FILES,
    HUGO_FOLDERS,
    PACKAGE_FILE,
    SYNTAXES,
    configuration_data,
    configuration_text,
)
from editor.blog.gate import Gate
from editor.header import Generator, Syntax

_UNDERSCORE: Final = tuple(
    dict.fromkeys((*CONFIGURATION_FILES[Generator.JEKYLL], *CONFIGURATION_FILES[Generator.HEXO]))
)
_CONFIG: Final = tuple(name for name in CONFIGURATION_FILES[Generator.HUGO] if name.startswith("config."))
_OWN_NAMES: Final = tuple(
    (name, generator)
    for generator, names in CONFIGURATION_FILES.items()
    for name in names
    if name not in _UNDERSCORE and name not in _CONFIG
)
"""Names that only one generator has."""
_HUGO_FOLDER: Final = HUGO_FOLDERS[0].partition("/")[0]
_NAMES: Final = frozenset({*dict(_OWN_NAMES), *_UNDERSCORE, *_CONFIG, PACKAGE_FILE, _HUGO_FOLDER})
"""A folder without any of these is no site."""

_HUGO_ROOM: Final = ("archetypes", "layouts", "themes", "i18n", "static")
"""Folders beside `content` that Hugo's sites have."""
_SELDOM_OTHERS: Final = ("config.toml", "config.yaml")
"""Names that are Hugo's if a folder `content` lies beside; `config.yml` and `config.json` are used by many."""
_HEXO_ROOM: Final = ("source/_posts", "scaffolds")
_HUGO_KEYS: Final = frozenset(
    {
        "baseurl",
        "languagecode",
        "defaultcontentlanguage",
        "contentdir",
        "disablekinds",
        "markup",
        "enablerobotstxt",
        "enablegitinfo",
        "builddrafts",
        "buildfuture",
        "hascjklanguage",
        "enableemoji",
        "pygmentsusecode",
    }
)
_DECAP_KEYS: Final = frozenset({"backend", "collections"})
"""The keys of Decap CMS, whose `config.yml` may lie beside a folder `content` too."""
_HEXO_KEYS: Final = frozenset(
    {
        "source_dir",
        "public_dir",
        "tag_dir",
        "archive_dir",
        "category_dir",
        "code_dir",
        "i18n_dir",
        "skip_render",
        "new_post_name",
        "default_layout",
        "titlecase",
        "external_link",
        "filename_case",
        "render_drafts",
        "post_asset_folder",
        "default_category",
        "category_map",
        "tag_map",
        "pagination_dir",
        "index_generator",
        "syntax_highlighter",
        "marked",
    }
)
_JEKYLL_KEYS: Final = frozenset(
    {
        "source",
        "destination",
        "collections_dir",
        "plugins_dir",
        "layouts_dir",
        "data_dir",
        "includes_dir",
        "collections",
        "markdown_ext",
        "kramdown",
        "plugins",
        "gems",
        "whitelist",
        "remote_theme",
        "defaults",
        "baseurl",
        "lsi",
        "limit_posts",
        "show_drafts",
        "jekyll_compose",
        "sass",
        "incremental",
        "liquid",
        "paginate_path",
        "highlighter",
    }
)
_GEMS: Final = re.compile(r"\bjekyll\b|\bgithub-pages\b")
_HEXO_PACKAGE: Final = re.compile(r"\"hexo\"\s*:", re.ASCII)
_ASTRO_PACKAGE: Final = re.compile(r"\"astro\"[ \t\r\n]*:[ \t\r\n]*\"")
_ASTRO_ROOM: Final = ("src/content", "src/pages")
_ELEVENTY_PACKAGE: Final = re.compile(r"\"@11ty/eleventy\"[ \t\r\n]*:[ \t\r\n]*\"")
_KEYS: Final = {
    Syntax.TOML: re.compile(r"^[ \t]*(?:\[[ \t]*)?[\"']?([\w-]+)", re.MULTILINE),
    Syntax.YAML: re.compile(r"^[\"']?([\w-]+)[\"']?[ \t]*:", re.MULTILINE),
}
_FIRST_TABLE: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TABLE: Final = re.compile(r"^[ \t]*\[[ \t]*[\"']?([\w-]+)", re.MULTILINE)


def generator_of(folder: Path) -> Generator | None:
    """Return the generator whose configuration lies in a folder; None if there is none."""
    for name, generator in _OWN_NAMES:
        if _is_file(folder / name):
            return generator
    if any(_holds_configuration(folder, one) for one in HUGO_FOLDERS):
        return Generator.HUGO
    for name in _UNDERSCORE:
        if _is_file(folder / name):
            return _jekyll_or_hexo(folder, name)
    for name in _CONFIG:
        if _is_file(folder / name):
            return _hugo_or_zola(folder, name)
    if _is_folder(folder / "source/_posts") and _names_hexo(folder):
        return Generator.HEXO  # it builds without a configuration, as the two below do
    package = configuration_text(folder, PACKAGE_FILE) or ""
    if _ASTRO_PACKAGE.search(package) and any(_is_folder(folder / one) for one in _ASTRO_ROOM):
        return Generator.ASTRO
    return Generator.ELEVENTY if _ELEVENTY_PACKAGE.search(package) else None


def is_site(folder: Path, names: Collection[str]) -> bool:
    """Return whether a folder with these files and folders is the root of a site."""
    return not _NAMES.isdisjoint(names) and generator_of(folder) is not None


def top_level_keys(folder: Path, name: str) -> set[str]:
    """Return the keys at the top of a configuration file in lower case, of a broken file as far as it can be seen."""
    syntax = SYNTAXES[Path(name).suffix]
    if syntax not in _KEYS:
        return {key.lower() for key in configuration_data(folder, name) or {}}
    text = configuration_text(folder, name) or ""
    if syntax is Syntax.TOML:
        table = _FIRST_TABLE.search(text)
        tables = _TABLE.findall(text)
        text = text[: table.start()] if table is not None else text
    else:
        tables = []
    return {key.lower() for key in (*_KEYS[syntax].findall(text), *tables)}


def _hugo_or_zola(folder: Path, name: str) -> Generator | None:
    """Return who reads a `config.*`: Zola must have `base_url`; Hugo has `baseURL` or other keys and folders."""
    keys = top_level_keys(folder, name)
    if name in CONFIGURATION_FILES[Generator.ZOLA] and "base_url" in keys and "baseurl" not in keys:
        return Generator.ZOLA
    if keys >= _DECAP_KEYS and "baseurl" not in keys:
        return None
    content = _is_folder(folder / "content")
    room = any(_is_folder(folder / one) for one in _HUGO_ROOM)
    if not _HUGO_KEYS.isdisjoint(keys) and (content or room or not keys.isdisjoint(("contentdir", "module"))):
        return Generator.HUGO
    return Generator.HUGO if content and (room or name in _SELDOM_OTHERS) else None


def _jekyll_or_hexo(folder: Path, name: str) -> Generator | None:
    """Return who reads a `_config.*`: who its package files name, whose keys it has, whose folders lie beside."""
    readers = [one for one in (Generator.JEKYLL, Generator.HEXO) if name in CONFIGURATION_FILES[one]]
    if readers == [Generator.JEKYLL]:
        return Generator.JEKYLL
    is_hexo, is_jekyll = _names_hexo(folder), _names_jekyll(folder)
    if is_hexo and is_jekyll:
        is_hexo = any(_is_folder(folder / one) for one in _HEXO_ROOM)
    elif not is_hexo and not is_jekyll:
        keys = top_level_keys(folder, name)
        hexo, jekyll = len(keys & _HEXO_KEYS), len(keys & _JEKYLL_KEYS)
        is_hexo = hexo > jekyll or (hexo == jekyll and any(_is_folder(folder / one) for one in _HEXO_ROOM))
    if is_hexo:
        return Generator.HEXO
    return Generator.JEKYLL if Generator.JEKYLL in readers else None


def _names_hexo(folder: Path) -> bool:
    return _HEXO_PACKAGE.search(configuration_text(folder, PACKAGE_FILE) or "") is not None


def _names_jekyll(folder: Path) -> bool:
    return any(_GEMS.search(configuration_text(folder, name) or "") for name in ("Gemfile", "Gemfile.lock"))


def _holds_configuration(folder: Path, name: str) -> bool:
    inner = folder / name
    return _is_folder(inner) and any(path.suffix in SYNTAXES for path in Gate(folder).files(name))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
