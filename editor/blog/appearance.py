"""Whether, when and where a post appears on its blog, by the rules of the generator that builds it.

Jekyll 4.3: docs/permalinks.md, docs/front-matter.md, `Jekyll::PostReader`, `Publisher`, `Document`. Hugo 0.111:
content-management/front-matter.md, build-options.md. Hexo: docs/front-matter.md, docs/configuration.md. What the
documents leave open was measured (tests/blog/test_appearance.py builds with the real programs).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final
from zoneinfo import ZoneInfo

from editor.blog.calendar import in_zone, instant_of, moment_of, ruby_date
from editor.blog.folder import BlogFolder
from editor.blog.hugo_address import DATE_KEYS, dated_fields, hugo_moment
from editor.blog.permalink import DATED_NAME, named_day, url_of
from editor.blog.state import State
from editor.header import Field, Generator, Header, HeaderKind, read_header
from editor.language import tr
from editor.post.post import Post
from editor.post.values import shown

_SERVER: Final = ZoneInfo("UTC")
"""Where a configuration names no zone, that of the machines that build sites (GitHub's, Netlify's)."""
_UNBUILT: Final = re.compile(r"^[._#~]")


_LAST_FENCE: Final = re.compile(r"^(?:---|\.\.\.)\s*$", re.MULTILINE | re.ASCII)
_NO_HEADER: Final = read_header("")


@dataclass(frozen=True, slots=True)
class Appearance:
    """What becomes of a post.

    Attributes:
        address: from the site's root, percent-encoded, with the site's base; "" where there will be none.
        day: the day that it lands on, in the site's zone.
        reason: why it does not appear, in plain words; "" for a visible one.
        key: the front matter's key that decides; "" where it is another thing.
        since: the moment at which it appears, for one in the future.

    """

    state: State
    address: str = ""
    day: date | None = None
    reason: str = ""
    key: str = ""
    since: datetime | None = None


def appearance(folder: BlogFolder, relative: str, post: Post, now: datetime) -> Appearance:
    """What becomes of a post when its blog is built.

    Args:
        relative: its path from the blog's root, with forward slashes.
        now: the time of the build, with an offset.

    """
    header = post.header
    match folder.blog.generator:
        case Generator.JEKYLL:
            return _jekyll(folder, relative, post, now)
        case Generator.HUGO:
            return _hugo(folder, relative, header, now)
        case Generator.HEXO:
            return _hexo(folder, relative, header, now)
    return Appearance(State.VISIBLE, _address(folder, relative, header))


def built_here(folder: BlogFolder, zone: tzinfo) -> BlogFolder | None:
    """The blog as it is when it is built on a machine in a zone; None where the configuration names the zone."""
    if folder.settings.zone is not None:
        return None
    here = BlogFolder(folder.blog)
    here.settings = replace(folder.settings, zone=zone)
    return here


def _address(
    folder: BlogFolder,
    relative: str,
    header: Header,
    given: Mapping[str, object] | None = None,
    moment: datetime | None = None,
) -> str:
    zone = folder.settings.zone or _SERVER
    path = folder.from_source(relative)
    address = url_of(folder.blog.generator, folder.configuration, path, header, zone, given, moment)
    return f"{folder.base}{address}"


def _instant(folder: BlogFolder, header: Header, key: str) -> tuple[datetime | None, Field | None]:
    """The moment that a date key means on the blog, and the key's field."""
    field = header.field(key)
    moment = moment_of(field) if field is not None else None
    if field is None or moment is None:
        return None, field
    return instant_of(header, field, moment, folder.settings.zone or _SERVER), field


# -- Jekyll


def _jekyll(folder: BlogFolder, relative: str, post: Post, now: datetime) -> Appearance:
    path, header = PurePosixPath(relative), post.header
    if folder.content and not path.is_relative_to(folder.content) and {"_posts", "_drafts"}.intersection(path.parts):
        key = "collections_dir" if folder.configuration.get("collections_dir") else "source"
        return Appearance(State.NOT_BUILT, reason=tr("“{0}” says that posts lie in “{1}”").format(key, folder.content))
    if "_posts" not in path.parts:
        if "_drafts" in path.parts:
            return Appearance(State.DRAFT, reason=tr("it lies in _drafts"))
        return Appearance(State.VISIBLE, _address(folder, relative, header))
    match = DATED_NAME.fullmatch(path.name)
    if match is None:
        return Appearance(State.NOT_BUILT, reason=tr("Jekyll takes only names like 2026-01-07-title.md from _posts"))
    if any(_UNBUILT.match(part) and part != "_posts" for part in path.parts) or _is_excluded(
        folder, PurePosixPath(folder.from_source(relative))
    ):
        return Appearance(State.NOT_BUILT, reason=tr("it lies in a folder that Jekyll leaves out"))
    given = folder.given_to(relative)
    zone = folder.settings.zone or _SERVER
    if header.error is not None and _LAST_FENCE.search(post.text, 3):  # built today, as if it said nothing
        day = now.astimezone(zone)
        return Appearance(
            State.VISIBLE, _address(folder, relative, _NO_HEADER, {**given, "slug": path.stem}, day), day.date()
        )
    header = header if header.error is None else _NO_HEADER
    field, text = header.field("date"), ""
    if field is None:
        named = named_day(match)
        when = named or ruby_date("-".join(match.group("year", "month", "day")), now)
    else:
        text = shown(field.value) if field.value is not None else ""
        moment = moment_of(field)
        when = instant_of(header, field, moment, zone) if moment is not None else ruby_date(text, now) if text else None
    if when is None:
        what = tr("“{0}” is no date").format(text) if field is not None else tr("the day in the file’s name is none")
        return Appearance(
            State.BREAKS, reason=tr("{0}: Jekyll stops there").format(what), key="date" if field is not None else ""
        )
    when = in_zone(when, zone) if when.tzinfo is not None else when.replace(tzinfo=zone)
    published = header.field("published")
    value = published.value if published is not None else given.get("published", True)
    if value is False or (published is not None and value is None):
        return Appearance(State.HIDDEN, reason=tr("“published” says no"), key="published")
    if when > now and folder.settings.future is not True:
        key = "date" if field is not None else ""
        return Appearance(State.FUTURE, day=when.date(), reason=tr("its date lies ahead"), key=key, since=when)
    return Appearance(State.VISIBLE, _address(folder, relative, header, given, when), when.date())


def _is_excluded(folder: BlogFolder, path: PurePosixPath) -> bool:
    """Whether `exclude` names the file or a folder around it (Jekyll's docs, configuration/options.md)."""
    listed = folder.configuration.get("exclude")
    patterns = [str(one).strip("/") for one in listed] if isinstance(listed, list) else []
    around = [path.as_posix(), *(parent.as_posix() for parent in path.parents)]
    return any(fnmatchcase(one, pattern) for pattern in patterns for one in around)


# -- Hugo

_PUBLISH: Final = ("publishdate", "pubdate", "published", "date")
_EXPIRES: Final = ("expirydate", "unpublishdate")
"""Front matter's dates and their other names (Hugo's docs, configuration/front-matter.md)."""


def _hugo(folder: BlogFolder, relative: str, header: Header, now: datetime) -> Appearance:
    path = PurePosixPath(relative)
    content = folder.content
    if not path.is_relative_to(content):
        return Appearance(State.NOT_BUILT, reason=tr("Hugo takes posts from “{0}”").format(content))
    if header.error is not None:
        return Appearance(State.BREAKS, reason=tr("Hugo can’t read the front matter and stops there"))
    unparsable = _unparsable_date(header)
    if unparsable is not None:
        reason = tr("“{0}” is not a date that Hugo can parse; the build stops").format(shown(unparsable.value))
        return Appearance(State.BREAKS, reason=reason, key=unparsable.key)
    draft = _hugo_value(header, "draft")
    if draft is not None and _is_yes(draft):
        return Appearance(State.DRAFT, reason=tr("“draft” says so"), key=draft.key)
    publish = next((field for key in _PUBLISH if (field := _hugo_value(header, key)) is not None), None)
    when = _hugo_instant(folder, header, publish)
    if when is not None and publish is not None and when > now and folder.settings.future is not True:
        return Appearance(State.FUTURE, reason=tr("its date lies ahead"), key=publish.key, since=when)
    expires = next((field for key in _EXPIRES if (field := _hugo_value(header, key)) is not None), None)
    end = _hugo_instant(folder, header, expires)
    if end is not None and expires is not None and end < now and folder.configuration.get("buildExpired") is not True:
        return Appearance(State.HIDDEN, reason=tr("its time is over"), key=expires.key)
    for key in ("build", "_build"):
        field = header.field(key)
        if field is not None and isinstance(field.value, dict) and str(field.value.get("render")) in ("never", "False"):
            return Appearance(State.HIDDEN, reason=tr("“{0}” says that it has no page").format(key), key=key)
    headless = header.field("headless")
    if headless is not None and headless.value is True and path.stem == "index":
        return Appearance(State.HIDDEN, reason=tr("“headless” says that it has no page"), key="headless")
    address = _address(folder, relative, header)
    dated = dated_fields(header)
    day = hugo_moment(header, dated[0], folder.settings.zone) if dated else None
    return Appearance(State.VISIBLE, address, day.date() if day is not None else None)


def _hugo_value(header: Header, name: str) -> Field | None:
    """A key whatever its case, with a value."""
    field = header.field(name)
    return field if field is not None and field.value not in (None, "") else None


def _hugo_instant(folder: BlogFolder, header: Header, field: Field | None) -> datetime | None:
    return hugo_moment(header, field, folder.settings.zone) if field is not None else None


def _unparsable_date(header: Header) -> Field | None:
    """Return the first date key with a value that Hugo 0.168 can't parse; it stops the build."""
    dates = (one for one in header.fields if one.key.lower() in {*DATE_KEYS, *_PUBLISH, *_EXPIRES})
    return next((one for one in dates if one.value not in (None, "") and hugo_moment(header, one, None) is None), None)


def _is_yes(field: Field) -> bool:
    return field.value is True or shown(field.value).lower() == "true"


# -- Hexo


def _hexo(folder: BlogFolder, relative: str, header: Header, now: datetime) -> Appearance:
    path = PurePosixPath(relative)
    drafts = folder.configuration.get("render_drafts") is True
    if "_drafts" in path.parts and not drafts:
        return Appearance(State.DRAFT, reason=tr("it lies in _drafts"))
    if any(_UNBUILT.match(part) and part not in ("_posts", "_drafts") for part in path.parts):
        return Appearance(State.NOT_BUILT, reason=tr("Hexo leaves out names that begin with “_”, “.”, “#” or “~”"))
    published = header.field("published")
    if published is not None and published.value is False:
        return Appearance(State.HIDDEN, reason=tr("“published” says no"), key="published")
    when, field = _instant(folder, header, "date")
    if when is not None and when > now and folder.settings.future is False:
        return Appearance(State.FUTURE, reason=tr("its date lies ahead"), key="date" if field else "", since=when)
    zone = folder.settings.zone or _SERVER
    day = in_zone(when, zone).date() if when is not None else None
    if header.kind is HeaderKind.NONE and "_posts" not in path.parts:
        return Appearance(State.NOT_BUILT, reason=tr("outside of _posts, Hexo copies files without front matter"))
    return Appearance(State.VISIBLE, _address(folder, relative, header), day)
