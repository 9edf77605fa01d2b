"""Where a blog's posts lie and what their files are called: patterns read off the posts, and slugs by their rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from editor.blog.permalink import DATED_NAME, plain_slug, pretty_slug
from editor.blog.style.samples import Sample
from editor.blog.style.vote import Poll
from editor.post.values import shown, texts
from editor.text.white_space import TYPED_SPACE

_VARIABLE: Final = re.compile(r"\{(year|month|day|slug|(?:category|author|lang)(?:_slug)?)\}")
_NAMING_KEYS: Final = {"category": ("categories", "category"), "author": ("author", "authors"), "lang": ("lang",)}
_NAMED: Final = ("category", "author", "lang", "category_slug", "author_slug")
_BUNDLE: Final = re.compile(r"(?P<stem>_?index)(?:\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?))?\.\w+")
_ASCII_MARKS: Final = re.compile(r"[^a-z0-9]+")
_DROPPED: Final = re.compile(r"[^\w\s-]")  # Unicode: letters of any language; all spaces become hyphens


def _lower(title: str) -> str:
    return pretty_slug(title, lower=True)


def _ascii(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return _ASCII_MARKS.sub("-", folded.lower()).strip("-")


def _ascii_marks_out(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[\s_-]+", "-", _DROPPED.sub("", folded.lower())).strip("-")  # Unicode: as _DROPPED


def _marks_out(title: str) -> str:
    return re.sub(r"[\s-]+", "-", _DROPPED.sub("", title.lower())).strip("-")  # Unicode: as _DROPPED


def _with_case(title: str) -> str:
    return re.sub(r"[\s-]+", "-", _DROPPED.sub("", title)).strip("-")  # Unicode: as _DROPPED


SLUG_RULES: Final[Mapping[str, Callable[[str], str]]] = {
    "words": plain_slug,
    "ascii": _ascii,
    "ascii, marks left out": _ascii_marks_out,
    "marks left out": _marks_out,
    "pretty": pretty_slug,
    "pretty, lower case": _lower,
    "title's case": _with_case,
}
"""From a title to a slug: Jekyll's `slugify` modes, and what blogs do besides. The first that fits counts."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a post's path comes about.

    Attributes:
        pattern: from the blog's root, with `{year}`, `{month}`, `{day}`, `{slug}`, `{category}`, `{lang}`.
        slug_rule: a name of `SLUG_RULES`; "" where the posts' slugs do not come from their titles.

    """

    pattern: str
    slug_rule: str

    def path_of(self, slug: str, day: date, values: Mapping[str, object]) -> PurePosixPath:
        """The path of a new post, from the blog's root; what a title or a value says never leads out of it."""
        known = _variables(slug, day, values)
        filled = _VARIABLE.sub(lambda match: known[match[1]], self.pattern)
        parts = (part.strip(TYPED_SPACE) for part in filled.replace("\\", "/").split("/"))
        return PurePosixPath(*(part for part in parts if part.strip(".")))


def naming_of(poll: Poll) -> Naming | None:
    """How a new post's file would be named; None where there are no posts."""
    pattern = poll.answer(pattern_of)
    return None if pattern is None else Naming(pattern, poll.answer(slug_rule_of) or "")


def pattern_of(sample: Sample) -> str:
    """A post's path with variables in the place of what comes from its date, title and values."""
    path, name = sample.relative, _BUNDLE.fullmatch(sample.relative.name)
    stem = path.parent.name if name is not None else path.stem
    folder = path.parent.parent if name is not None else path.parent
    match = DATED_NAME.fullmatch(stem)
    dated = match is not None and len(match[0][:10].rstrip("-")) == 10
    slug = "{year}-{month}-{day}-{slug}" if dated else "{slug}"
    known = _variables("", sample.day, sample.header.values())
    parts = "/".join([*_folder_pattern(folder, known), slug])
    if name is None:
        return f"{parts}{path.suffix}"
    language = "{lang}" if name["lang"] and name["lang"] == known["lang"] else name["lang"]
    return f"{parts}/{name['stem']}{f'.{language}' if language else ''}{path.suffix}"


def slug_of(sample: Sample) -> str:
    """The slug in a post's file name."""
    path = sample.relative
    stem = path.parent.name if _BUNDLE.fullmatch(path.name) else path.stem
    match = DATED_NAME.fullmatch(stem)
    return match["name"] if match is not None else stem


def slug_rule_of(sample: Sample) -> str | None:
    """The rule by which a post's slug comes from its title; "" when it does not, None without a title."""
    slug = slug_of(sample)
    return next((name for name, rule in SLUG_RULES.items() if rule(sample.title) == slug), "") if sample.title else None


def _folder_pattern(folder: PurePosixPath, known: Mapping[str, str]) -> Iterator[str]:
    dated = False
    for part in folder.parts:
        if part == known["year"]:
            dated = True
            yield "{year}"
        elif dated and part in (known["month"], known["day"]):
            yield "{month}" if part == known["month"] else "{day}"
        else:
            yield next((f"{{{name}}}" for name in _NAMED if part and part == known[name]), part)


def _variables(slug: str, day: date, values: Mapping[str, object]) -> dict[str, str]:
    found = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}", "slug": slug}
    for name, keys in _NAMING_KEYS.items():
        value = next((values[key] for key in keys if values.get(key)), None)
        first = "" if value is None else (texts(value) or [shown(value)])[0]  # type: ignore[arg-type]
        found[name], found[f"{name}_slug"] = first, _ascii(first)
    return found
