"""Which key of one blog says what another key of the other blog says, and how its value is written there.

What the posts of the blog have counts first; where they have nothing to go by, the generators' documents: Jekyll
front-matter.md and posts.md, jekyll-redirect-from's README; Hugo front-matter.md and urls.md; Hexo front-matter.md;
Astro's blog template; Pelican content.rst.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.style.samples import Sample
from editor.header import DateText, Field, Generator, Header, Value
from editor.header.dates import Moment, read_date
from editor.header.key_kinds import DATE_KEYS
from editor.header.words import words_of
from editor.language import tr
from editor.post.values import shown, texts

_ALIKE: Final = (
    ("date", "pubDate", "publishDate"),
    ("last_modified_at", "updated", "lastmod", "modified", "updatedDate"),
    ("description", "summary"),
    ("image", "cover", "heroImage", "coverImage", "featured_image", "thumbnail", "banner"),
    ("author", "authors"),
    ("category", "categories"),
    ("tags", "tag"),
    ("permalink", "url"),
    ("redirect_from", "aliases"),
)
"""Keys that say the same."""
_USUAL: Final[Mapping[str, Mapping[Generator, str]]] = {
    "date": {Generator.ASTRO: "pubDate"},
    "last_modified_at": {
        Generator.HUGO: "lastmod",
        Generator.HEXO: "updated",
        Generator.PELICAN: "modified",
        Generator.ASTRO: "updatedDate",
        Generator.ZOLA: "updated",
        Generator.JEKYLL: "last_modified_at",
    },
    "description": {Generator.PELICAN: "summary", Generator.HUGO: "description"},
    "category": {Generator.PELICAN: "category", Generator.HUGO: "categories", Generator.JEKYLL: "categories"},
    "tags": dict.fromkeys(Generator, "tags"),
    "permalink": {Generator.HUGO: "url", Generator.JEKYLL: "permalink", Generator.HEXO: "permalink"},
    "redirect_from": {Generator.HUGO: "aliases", Generator.JEKYLL: "redirect_from", Generator.ZOLA: "aliases"},
}
"""What a generator calls them, by the first of each group; a generator that is not named keeps the post's own key."""
_WORDS: Final = frozenset(
    {"aliases", "redirect_from", "tags", "tag", "categories", "category", "author", "authors", "keywords"}
)
_LISTS: Final = frozenset({"tags", "categories", "authors", "keywords", "aliases", "redirect_from"})
"""Keys that hold a list where nothing shows otherwise."""
_HIDDEN: Final[Mapping[Generator, tuple[str, Value]]] = {
    Generator.JEKYLL: ("published", False),
    Generator.HEXO: ("published", False),
    Generator.PELICAN: ("status", "draft"),
}
"""How a post says that it is not to be shown; `draft: true` elsewhere."""
_LOWER: Final = frozenset({"title", "draft", "layout", "slug", "weight"}).union(
    key for group in _ALIKE for key in group if key.islower()
)
"""Keys that are written in lower case, except by authors of Hugo's posts, whose keys ignore case."""
_DATES: Final = DATE_KEYS | {"updatedDate"}


@dataclass(frozen=True, slots=True)
class MappedKey:
    """What becomes of a key: what it is called and says in the post, and in the blog; and why, for people."""

    key: str
    value: str
    new_key: str
    new_value: str
    reason: str = ""


def mapped(
    header: Header, source: Generator, folder: BlogFolder, samples: Sequence[Sample]
) -> Iterator[tuple[Field, str, Value | Moment, str]]:
    """What each key of a post is in another blog: the field, its key and value there, and the reason for a change."""
    target = folder.blog.generator
    used = Counter(key for sample in samples for key in dict.fromkeys(sample.keys))
    taken = {field.key for field in header.fields}
    for own in header.fields:
        field = _in_lower_case(own) if source is Generator.HUGO and target is not Generator.HUGO else own
        hidden = _hidden(field, source, target)
        if hidden is not None:
            yield own, *hidden, tr("how {0} leaves a post out").format(target)
            continue
        if field.key == "layout":
            value = _layout(field.value, folder, samples)
            yield own, "layout", value, "" if value == field.value else tr("the blog has no such layout")
            continue
        name = _named(field, target, used, taken)
        name = name.lower() if target is Generator.PELICAN else name  # as Pelican reads keys
        taken.add(name)
        yield (
            own,
            name,
            _valued(field, name, header, target, samples),
            "" if name == own.key else tr("the blog’s name for it"),
        )


def _in_lower_case(field: Field) -> Field:
    """A key that Hugo takes for one of its own whatever its case, as other generators write it: `Title` is `title`."""
    return replace(field, key=field.key.lower()) if field.key.lower() in _LOWER else field


def is_date(field: Field) -> bool:
    """Whether a key tells a day or time."""
    return (field.key in _DATES or isinstance(field.value, DateText)) and read_date(shown(field.value)) is not None


def _named(field: Field, target: Generator, used: Counter[str], taken: set[str]) -> str:
    """The name of a key in the blog."""
    group = next((group for group in _ALIKE if field.key in group), None)
    if group is None or used[field.key]:
        return field.key
    known = [key for key in group if used[key]]
    wanted = max(known, key=lambda key: used[key]) if known else _USUAL.get(group[0], {}).get(target, field.key)
    if group[0] == "permalink" and not (
        isinstance(field.value, str) and ":" not in field.value and "{" not in field.value
    ):
        return field.key  # a pattern, which only its own generator can fill in
    return field.key if wanted in taken else wanted


def _valued(field: Field, name: str, header: Header, target: Generator, samples: Sequence[Sample]) -> Value | Moment:
    """The value of a key as the blog writes it: one text or a list."""
    if is_date(field):
        return _moment(field)
    if name not in _WORDS or isinstance(field.value, dict):
        return field.value
    words = _words(header, field)
    if words is None:
        return field.value
    lists = [isinstance(sample.value(name), list) for sample in samples if sample.value(name) is not None]
    if target is Generator.PELICAN:
        return words if name in ("tags", "authors") or len(words) > 1 else words[0] if words else None
    usual = isinstance(field.value, list) or name in _LISTS
    wants_list = sum(lists) * 2 >= len(lists) if lists else usual
    if wants_list or len(words) != 1:
        return words
    single = words[0]
    splits = target is Generator.JEKYLL and name in ("tags", "categories") and isinstance(single, str) and " " in single
    return words if splits else single


def _moment(field: Field) -> Moment:
    moment = read_date(shown(field.value))
    assert moment is not None
    return moment


def _words(header: Header, field: Field) -> list[Value] | None:
    """The items of a list or of a text that stands for one; None for what is neither (a list of lists, say)."""
    if isinstance(field.value, list):
        flat = not any(isinstance(item, (list, dict)) for item in field.value)
        return list(field.value) if flat else None
    if field.value in (None, ""):
        return []
    found = words_of(header, field)
    if found is not None:
        return list(found.items)
    return [field.value]


def _hidden(field: Field, source: Generator, target: Generator) -> tuple[str, Value] | None:
    """The key that keeps a post from being shown, where the post has its own generator's."""
    said = shown(field.value).lower()
    hidden = (
        (field.key == "draft" and field.value is True and source not in _HIDDEN)
        or (field.key == "published" and field.value is False and source in (Generator.JEKYLL, Generator.HEXO))
        or (field.key == "status" and said in ("draft", "hidden") and source is Generator.PELICAN)
    )
    if not hidden:
        return None
    key, value = _HIDDEN.get(target, ("draft", True))
    return None if key == field.key else (key, value)


def _layout(value: Value, folder: BlogFolder, samples: Sequence[Sample]) -> Value:
    """The layout, where the blog has one of that name; else the one that its posts have."""
    if folder.blog.generator not in (Generator.JEKYLL, Generator.ELEVENTY) or not isinstance(value, str):
        return value
    layouts = Counter(str(sample.value("layout")) for sample in samples if sample.value("layout"))
    places = (f"_layouts/{value}.html", f"_layouts/{value}.liquid", f"_includes/{value}", f"_includes/layouts/{value}")
    is_there = value in list(layouts) or any(folder.file(place) is not None for place in places)
    return value if is_there or not layouts else layouts.most_common(1)[0][0]


def shown_value(value: Value | Moment) -> str:
    """A value for people."""
    if isinstance(value, Moment):
        clock = f" {value.clock:%H:%M:%S}" if value.clock is not None else ""
        return f"{value.day}{clock}"
    return ", ".join(texts(value)) if isinstance(value, list) else shown(value)
