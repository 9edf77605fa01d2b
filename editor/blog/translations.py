"""Posts that are one post in several languages: found by the generators' rules, and a new translation begun.

Hugo: content-management/multilingual.md (`name.ja.md`, content folders, `translationKey`). Jekyll with polyglot: the
same permalink with another `lang`. Hexo and Pelican: `lang`, and the same name or slug. The language may also be a
folder of the path.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.reading import posts_in
from editor.header import Generator, Header, Refused
from editor.language import tr
from editor.post.post import Post
from editor.post.values import shown, texts

LANGUAGE_KEYS: Final = ("lang", "language", "locale")
_SHARED_KEYS: Final = ("translationKey", "translation_key", "ref", "page_id", "lang-ref", "t_id")
"""Keys whose value the translations of a post have in common (Hugo's docs; the usage of Jekyll's plugins)."""
_USUAL: Final = frozenset(
    {"ja", "en", "zh", "ko", "de", "fr", "es", "it", "pt", "ru", "nl", "pl", "sv", "tr", "uk", "vi", "id", "th", "ar"}
    | {"zh-cn", "zh-tw", "zh-hans", "zh-hant", "pt-br", "en-us", "en-gb", "ja-jp"}
)
"""Languages that a folder or suffix means where the configuration names none; others are names of topics."""
_TOLD_BY_KEY: Final = frozenset({Generator.JEKYLL, Generator.HEXO, Generator.PELICAN})
"""Generators that read a post's language from its front matter, wherever it lies."""
_SUFFIX: Final = re.compile(r"(?P<stem>.+)[.](?P<language>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)")
_CODE: Final = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,4})?")


@dataclass(frozen=True, slots=True)
class Translation:
    """A post in a language: its path from the blog's root; the language is "" where nothing says it."""

    relative: str
    language: str
    title: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A path without its language: the language is `*` where it is a folder, and left out where it is a suffix."""

    path: str
    language: str = ""
    suffix: bool = False


class Translations:
    """The posts of a blog by what their translations have in common."""

    def __init__(self, folder: BlogFolder, stopped: Callable[[], bool] = lambda: False) -> None:
        """Read all posts."""
        self._folder = folder
        self.languages = languages_of(folder)
        self._by_key: dict[tuple[str, str], list[Translation]] = {}
        self._ways: Counter[str] = Counter()  # where posts tell their language: suffix, folder, header
        self._used: Counter[str] = Counter()
        for path, _, post in posts_in(folder.blog.root, stopped):
            relative = path.relative_to(folder.blog.root).as_posix()
            one = self.of(relative, post.header)
            placed = self._placed(relative)
            way = "suffix" if placed.suffix else "folder" if placed.language else "header" if one.language else ""
            self._ways[way] += 1
            self._used[one.language] += 1
            for key in self._keys(relative, post.header):
                self._by_key.setdefault(key, []).append(one)

    def of(self, relative: str, header: Header) -> Translation:
        """A post as one of its translations."""
        title = header.field("title")
        return Translation(relative, self._language(relative, header), shown(title.value) if title is not None else "")

    def others(self, relative: str, header: Header) -> list[Translation]:
        """The other languages of a post, by language."""
        own = self.of(relative, header)
        found = {one.relative: one for key in self._keys(relative, header) for one in self._by_key.get(key, [])}
        others = (one for one in found.values() if one.relative != relative and one.language != own.language)
        return sorted(others, key=lambda one: (one.language, one.relative))

    def proposed(self, relative: str, header: Header) -> list[str]:
        """The languages that a translation may be in: those of the site, those of its posts, the usual two."""
        known = [*self.languages, *(name for name, _ in self._used.most_common() if name), "ja", "en"]
        there = {one.language for one in self.others(relative, header)} | {self._language(relative, header)}
        return [name for name in dict.fromkeys(known) if name not in there]

    def begun(self, relative: str, post: Post, language: str) -> tuple[str, bytes]:
        """A new translation: its path from the blog's root, and its bytes, which begin as the post's.

        Raises:
            Refused: the language is no code like “ja” or “pt-br”, or the translation is there already, or the front
                matter can't say its language.
            UnencodableError: the text does not fit the file's encoding.

        """
        if not _CODE.fullmatch(language.lower()):
            raise Refused(tr("“{0}” is no language: write its code, like ja or pt-br").format(language))
        placed = self._placed(relative)
        path = self._path(placed, language)
        self._folder.place_for(PurePosixPath(path))
        if self._folder.gate.exists(path):
            raise Refused(tr("{0} is there already").format(path))
        copy, header = post.copy(), post.header
        told = next((key for key in LANGUAGE_KEYS if header.field(key) is not None), None)
        by_path = self._folder.blog.generator not in _TOLD_BY_KEY and bool(self._placed(path).language)
        if told is not None or not by_path:
            copy.apply(copy.set_value(told or "lang", language))
        if self._folder.blog.generator is Generator.PELICAN and header.field("slug") is None:
            copy.apply(copy.set_value("slug", PurePosixPath(placed.path).stem))
        return path, copy.to_bytes()

    # -- rules

    def _path(self, placed: _Placed, language: str) -> str:
        """Where the translation lies: as the post itself tells its language, else as most posts of the blog do."""
        path, generator = PurePosixPath(placed.path), self._folder.blog.generator
        if "*" in path.parts:
            return path.as_posix().replace("*", language, 1)
        below = generator in (Generator.JEKYLL, Generator.HEXO)  # the same name there, and so the same permalink
        if not placed.suffix and (below or self._ways["folder"] > self._ways["suffix"]):
            return (path.parent / language / path.name).as_posix()
        return path.with_name(f"{path.stem}.{language}{path.suffix}").as_posix()

    def _language(self, relative: str, header: Header) -> str:
        for key in LANGUAGE_KEYS:
            field = header.field(key)
            if field is not None and isinstance(field.value, str) and field.value:
                return field.value.lower()
        return self._placed(relative).language or _default_language(self._folder)

    def _placed(self, relative: str) -> _Placed:
        path = PurePosixPath(relative)
        match = _SUFFIX.fullmatch(path.stem)
        if match is not None and self._is_language(match["language"]):
            return _Placed(path.with_name(f"{match['stem']}{path.suffix}").as_posix(), match["language"].lower(), True)
        for part in path.parts[:-1]:
            if self._is_language(part):
                parts = ["*" if one == part else one for one in path.parts]
                return _Placed("/".join(parts), part.lower())
        return _Placed(relative)

    def _is_language(self, name: str) -> bool:
        return name.lower() in (self.languages or _USUAL)

    def _keys(self, relative: str, header: Header) -> set[tuple[str, str]]:
        """What a post has in common with its translations."""
        found = {("path", self._placed(relative).path)}
        for key in _SHARED_KEYS:
            field = header.field(key)
            if field is not None and isinstance(field.value, str) and field.value:
                found.add((key, field.value))
        generator = self._folder.blog.generator
        if generator is Generator.JEKYLL:
            found.add(("address", self._folder.address_of(relative, header)))
        slug = header.field("slug")
        if generator is Generator.PELICAN and slug is not None:
            found.add(("slug", shown(slug.value)))
        if generator in (Generator.PELICAN, Generator.HEXO):
            found.add(("name", PurePosixPath(self._placed(relative).path).name))
        return found


def languages_of(folder: BlogFolder) -> list[str]:
    """The languages that a site's configuration names (Hugo's and polyglot's `languages`, Hexo's `language`)."""
    for key in ("languages", "language"):
        value = folder.configuration.get(key)
        names = list(value) if isinstance(value, dict) else texts(value) if isinstance(value, list) else []
        found = [str(name).lower() for name in names if str(name).lower() != "default"]
        if len(found) > 1:
            return found
    return []


def _default_language(folder: BlogFolder) -> str:
    """The language of posts that tell none; "" where the site does not say it."""
    names = ["defaultContentLanguage", "default_lang", "lang", "DEFAULT_LANG"]
    if folder.blog.generator is Generator.HEXO:
        names = ["language"]
    configured = (folder.configuration.get(key) for key in names)
    values = (value[0] if isinstance(value, list) and value else value for value in configured)
    found = next((name.lower() for name in values if isinstance(name, str) and name), "")
    return found or ("en" if folder.blog.generator is Generator.HUGO else "")
