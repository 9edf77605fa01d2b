"""What a post's file is called when its slug, day or being a draft changes, and what its front matter says then.

The pattern of the old name stays: a dated name stays dated, a bundle a bundle, a folder of a year follows the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from typing import Final

from editor.blog.neighbours import form_of_date
from editor.blog.permalink import DATED_NAME, named_day
from editor.header import DateText, Generator, Header, Syntax, Value
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment, read_date, write_date
from editor.post.values import shown

_LANGUAGE: Final = re.compile(r"(?P<name>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)")
_BUNDLES: Final = frozenset({"index", "_index"})
_BY_FOLDER: Final = frozenset({Generator.JEKYLL, Generator.HEXO})
"""Generators whose drafts lie in a folder of their own."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of a post; what is None stays.

    Attributes:
        slug: the name without date and suffix.
        day: the day of the post.
        draft: whether it becomes a draft.

    """

    slug: str | None = None
    day: date | None = None
    draft: bool | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a post's file name says.

    Attributes:
        prefix: what the name begins with, as "2026-01-07-" or "2026-1-7-"; "" where it has no day.
        bundle: the post is the file `index.…` of a folder, which has the name.
        rest: what follows the slug: language and suffix, or the file in a bundle.

    """

    folder: PurePosixPath
    slug: str
    day: date | None
    rest: str
    bundle: bool = False
    prefix: str = ""


def named(path: PurePosixPath) -> Named:
    """Take a post's path from the blog's root apart."""
    bundle = path.stem.partition(".")[0] in _BUNDLES and str(path.parent) != "."
    stem, rest = (path.parent.name, f"/{path.name}") if bundle else (path.stem, path.suffix)
    language = None if bundle else _LANGUAGE.fullmatch(stem)
    if language is not None:
        stem, rest = language["name"], f".{language['language']}{rest}"
    folder = path.parent.parent if bundle else path.parent
    match = DATED_NAME.fullmatch(stem)
    day = named_day(match)
    if match is None or day is None:
        return Named(folder, stem, None, rest, bundle)
    return Named(folder, match["name"], day.date(), rest, bundle, stem.removesuffix(match["name"]))


def day_of(path: PurePosixPath, header: Header) -> date | None:
    """The day of a post by its front matter, else by its name."""
    field = header.field("date")
    moment = read_date(shown(field.value)) if field is not None else None
    return moment.day if moment is not None else named(path).day


def is_draft(generator: Generator, path: PurePosixPath, header: Header) -> bool:
    """Whether a post is a draft, in the generator's way."""
    if "_drafts" in path.parts:
        return True
    key, value = _draft_key(generator)
    field = header.field(key)
    return field is not None and shown(field.value).lower() == shown(value)


def path_after(generator: Generator, path: PurePosixPath, header: Header, wish: Wish) -> PurePosixPath:
    """Where a post lies then, from the blog's root."""
    now, old_day = named(path), day_of(path, header)
    day, prefix, folder = wish.day or old_day, now.prefix, now.folder
    if wish.day is not None and prefix:
        prefix = f"{wish.day:%Y-%m-%d}-"
    if wish.draft is not None and generator in _BY_FOLDER:
        folder = _exchanged(folder, "_posts", "_drafts") if wish.draft else _exchanged(folder, "_drafts", "_posts")
        if generator is Generator.JEKYLL:
            prefix = "" if wish.draft or day is None else prefix or f"{day:%Y-%m-%d}-"
    elif old_day is not None and day is not None:
        folder = PurePosixPath(*_dated_folders(folder, old_day, day))
    return folder / f"{prefix}{now.slug if wish.slug is None else wish.slug}{now.rest}"


def values_after(
    reader: DateReader, path: PurePosixPath, header: Header, wish: Wish, now: datetime, like: str
) -> Iterator[tuple[str, Value]]:
    """The keys of the front matter that get another value.

    Args:
        reader: who reads the post, and its dates.
        now: the time in the blog's zone; a draft that is published gets its time of day.
        like: a date as the blog's posts write it; "" where they have none.

    """
    generator = reader.generator
    slug, old = header.field("slug"), named(path).slug
    if wish.slug is not None and slug is not None and shown(slug.value) == old != wish.slug:
        yield "slug", wish.slug
    if wish.draft is not None and generator not in _BY_FOLDER:
        key, value = _draft_key(generator)
        field = header.field(key)
        if wish.draft != (field is not None and shown(field.value).lower() == shown(value)):
            yield key, value if wish.draft else _no_draft(generator)
    day, field = wish.day, header.field("date")
    publishes = wish.draft is False and day == now.date()
    if day is not None and (field is not None or (publishes and like)):
        written = _dated(reader, header, day, now if publishes else None, like)
        if written and (field is None or written != shown(field.value)):
            yield "date", DateText(written)


def _dated(reader: DateReader, header: Header, day: date, now: datetime | None, like: str) -> str:
    """The date of a post on another day, or now; "" where the post has something else than a date."""
    field = header.field("date")
    text, quoted = form_of_date(field, header.syntax)
    form = text if field is not None else like
    old = read_date(form)
    if old is None:
        return ""
    syntax = header.syntax if header.syntax is not Syntax.NONE else Syntax.YAML
    reader = replace(reader, syntax=syntax, quoted=quoted)
    if now is None or old.clock is None:
        written = write_date(Moment(day, old.clock, old.offset), form)
        return written if reader.accepts(written) else date_for(reader, Moment(day, old.clock, old.offset), form)
    minutes = int((now.utcoffset() or timedelta()).total_seconds()) // 60
    return date_for(reader, Moment(day, now.time().replace(microsecond=0), minutes), form)


def _draft_key(generator: Generator) -> tuple[str, Value]:
    return ("status", "draft") if generator is Generator.PELICAN else ("draft", True)


def _no_draft(generator: Generator) -> Value:
    return "published" if generator is Generator.PELICAN else False


def _exchanged(folder: PurePosixPath, old: str, new: str) -> PurePosixPath:
    return PurePosixPath(*(new if part == old else part for part in folder.parts))


def _dated_folders(folder: PurePosixPath, old: date, new: date) -> Iterator[str]:
    """The folders of a path; those that are the year and below it the month and day of the old date follow the new."""
    rest = [(f"{old:%Y}", f"{new:%Y}"), (f"{old:%m}", f"{new:%m}"), (f"{old:%d}", f"{new:%d}")]
    for part in folder.parts:
        if rest and part == rest[0][0]:
            yield rest.pop(0)[1]
        else:
            yield part
