"""The type of each well-known front matter key, by generator.

Sources: Jekyll docs/front-matter.md; Hugo content-management/front-matter.md; Hexo docs/front-matter.md; Astro's blog
template; Eleventy docs/data-configuration, permalinks, collections; Pelican docs/content.rst; Zola content/page.md.
Keys of themes (Chirpy, PaperMod, NexT, Butterfly) are in `usual_kind`; the values of the blog's posts come first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from editor.header.generator import Generator
from editor.header.model import FieldType

LIST_KEYS: Final = frozenset({"tags", "categories", "keywords", "authors", "aliases", "series"})
"""Keys that hold a list in every generator when they are written for the first time."""

DATE_KEYS: Final = frozenset(
    {"date", "updated", "lastmod", "modified", "last_modified_at", "pubDate", "publishDate"} | {"pubDatetime"}
)
"""Keys that hold the date of a post or of its last change: a new post has them with the current time."""

_OTHER_DATES: Final = frozenset({"updatedDate", "expiryDate"})

TEXT_KEYS: Final = frozenset(
    {"title", "subtitle", "linkTitle", "description", "summary", "excerpt", "abstract", "slug", "author", "password"}
)
"""Keys that hold text whatever their value looks like: a title may be `2024` or `no`."""

_TEXT_OR_FALSE: Final[Mapping[Generator, frozenset[str]]] = {
    Generator.ELEVENTY: frozenset({"permalink", "layout", "templateEngineOverride"}),
    Generator.HEXO: frozenset({"layout"}),
}
"""Keys with text, for which the boolean `false` means “none”."""

_BOOLEANS: Final[Mapping[Generator, frozenset[str]]] = {
    Generator.JEKYLL: frozenset({"published", "sitemap"}),
    Generator.HUGO: frozenset({"draft", "headless", "iscjklanguage"}),
    Generator.HEXO: frozenset({"published", "comments", "disableNunjucks"}),
    Generator.ASTRO: frozenset({"draft"}),
    Generator.ELEVENTY: frozenset({"draft", "eleventyExcludeFromCollections"}),
    Generator.ZOLA: frozenset({"draft", "render", "in_search_index"}),
}
_NUMBERS: Final[Mapping[Generator, frozenset[str]]] = {
    Generator.HUGO: frozenset({"weight"}),
    Generator.ZOLA: frozenset({"weight"}),
}
_DATES: Final[Mapping[Generator, frozenset[str]]] = {
    Generator.HUGO: frozenset(
        {"date", "lastmod", "modified", "publishdate", "pubdate", "published", "expirydate", "unpublishdate"}
    ),
}
_READ_AS_DATES: Final[Mapping[Generator, frozenset[str]]] = {
    **_DATES,
    Generator.JEKYLL: frozenset({"date"}),
    Generator.HEXO: frozenset({"date", "updated"}),
    Generator.ASTRO: frozenset({"date", "pubDate", "updatedDate", "publishDate", "updated", "lastmod"}),
    Generator.ELEVENTY: frozenset({"date"}),
    Generator.PELICAN: frozenset({"date", "modified"}),
    Generator.ZOLA: frozenset({"date", "updated"}),
}
"""Keys that a generator itself reads as dates; in Hugo's case with their aliases, in lower case as Hugo reads keys."""
_PELICAN: Final = {
    "date": FieldType.DATE,
    "modified": FieldType.DATE,
    "tags": FieldType.LIST,
    "authors": FieldType.LIST,
}
SWITCHES: Final = frozenset({"draft", "published", "comments"})
"""Keys that are booleans in every generator that knows them, whatever word stands there."""
_USUAL_BOOLEANS: Final = frozenset(
    SWITCHES
    | {"comment", "math", "mathjax", "katex", "latex", "mermaid", "toc", "pin", "pinned"}
    | {"featured", "hidden", "private", "unlisted", "archived", "noindex", "sitemap", "searchable", "share", "related"}
    | {"isCJKLanguage", "showToc", "ShowToc", "TocOpen", "hideMeta", "disableShare", "robotsNoIndex", "cjk", "aside"}
    | {"copyright", "render_with_liquid", "header", "footer", "search_exclude", "nav_exclude"}
)
_USUAL_NUMBERS: Final = frozenset({"weight", "order", "nav_order", "position", "priority", "reading_time", "sticky"})
_BOOLEAN_OR_NUMBER: Final = frozenset({"top", "sticky", "pin", "order", "weight", "toc", "math", "copyright"})
"""Keys of themes that take either, or a text: `top: true` and `top: 10`, `toc: false` and `toc: left`."""
_GO_TRUE: Final = frozenset({"1", "t", "T", "TRUE", "true", "True"})
"""The texts that Go's `strconv.ParseBool` takes for true."""
_SHOWN_WITHOUT: Final = frozenset({"published", "comments", "comment", "sitemap", "render", "in_search_index", "share"})
"""Boolean keys for which a generator or theme takes a missing key for `true`."""


def documented_kind(generator: Generator, key: str) -> FieldType | None:
    """Return the type that the generator's documentation gives a top-level key; None where it says nothing."""
    if generator is Generator.PELICAN:  # its values are lines of text
        return _PELICAN.get(key.lower()) or (FieldType.TEXT if key.lower() in TEXT_KEYS else None)
    name = key.lower() if generator is Generator.HUGO else key
    for table, kind in ((_BOOLEANS, FieldType.BOOLEAN), (_NUMBERS, FieldType.NUMBER), (_DATES, FieldType.DATE)):
        if name in table.get(generator, ()):
            return kind
    if key in TEXT_KEYS:
        return FieldType.TEXT
    if key in DATE_KEYS or key in _OTHER_DATES:
        return FieldType.DATE
    return FieldType.LIST if key in LIST_KEYS else None


def is_date_key(generator: Generator, key: str) -> bool:
    """Return whether the generator itself reads a key of the front matter as a date."""
    name = key.lower() if generator is Generator.HUGO else key
    return name in _READ_AS_DATES.get(generator, ())


def usual_kind(generator: Generator, key: str) -> FieldType | None:
    """Return the type that themes give a key; None for a key that is not known."""
    if generator is Generator.PELICAN:
        return None
    if key in _USUAL_NUMBERS:
        return FieldType.NUMBER
    return FieldType.BOOLEAN if key in _USUAL_BOOLEANS or key in _BOOLEAN_OR_NUMBER else None


def takes_other_kinds(generator: Generator, key: str) -> bool:
    """Return whether themes also give a key a value of another type than its usual one."""
    return key in _BOOLEAN_OR_NUMBER and documented_kind(generator, key) is None


def may_be_false(generator: Generator, key: str) -> bool:
    """Return whether a key with text may be the boolean `false` instead, which means “none”."""
    return key in _TEXT_OR_FALSE.get(generator, ())


def neutral_boolean(key: str) -> bool:
    """Return the boolean that says the same as leaving the key out."""
    return key in _SHOWN_WITHOUT


def reads_as_true(generator: Generator, key: str, text: str) -> bool:
    """Return which boolean a generator makes of a text in a key that holds a boolean.

    Measured: Hugo 0.168 reads texts with Go's `strconv.ParseBool` and takes all others for false; Hexo 8.1.2 takes
    "false" and "0" for false in its own keys; to Jekyll and to templates any text is true.
    """
    if generator is Generator.HUGO:
        return text in _GO_TRUE
    return not (generator is Generator.HEXO and key in ("published", "comments") and text in ("false", "0"))
