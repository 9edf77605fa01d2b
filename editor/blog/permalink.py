"""The address at which a blog shows a post: by the permalink of its front matter, else by that of its configuration.

Jekyll: docs/permalinks.md (styles, variables) and `Jekyll::URL`, `Jekyll::Drops::UrlDrop`; pages and collections by
`Jekyll::Page#template`, `Collection#url_template` and `Utils.add_permalink_suffix`. Hexo: docs/permalinks.md; a page
has the address of its file (measured, 8.1.2). Hugo's rules are in `hugo_address`.
Without a configuration each generator's default counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from pathlib import PurePosixPath
from urllib.parse import quote

from editor.blog.calendar import local_date
from editor.blog.hugo_address import hugo_address
from editor.blog.zola_address import zola_address
from editor.header import Generator, Header
from editor.post.values import shown, words_in

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
DATED_NAME = re.compile(r"(?P<year>\d{2,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<name>.+)", re.ASCII)
_VARIABLE = re.compile(r":([a-z_]+)")
_NOT_PRETTY = re.compile(r"[^\w._~!$&'()+,;=@-]+")
_NOT_SLUG = re.compile(r"[\W_]+")


def url_of(
    generator: Generator,
    configuration: Mapping[str, object],
    relative: str,
    header: Header,
    zone: tzinfo | None,
    given: Mapping[str, object] | None = None,
    moment: datetime | None = None,
) -> str:
    """A post's address from the site's root, percent-encoded, without the site's base address.

    Args:
        relative: the post's path from the site's source (Jekyll) or the blog's root, with forward slashes.
        given: what the configuration gives to the post (Jekyll's front matter defaults).
        moment: the post's date on the blog's calendar, where Jekyll reads one that is written in a way of its own.
        zone: the site's time zone; a date without offset counts in it, and the address's day is the day there.

    """
    path = PurePosixPath(relative)
    if generator is Generator.HUGO:
        return hugo_address(configuration, path, header, zone)
    if generator is Generator.ZOLA:
        return zola_address(configuration, path, header)
    own = _text(header, "permalink")
    if generator is Generator.HEXO:
        return own if own.startswith("/") else _hexo(own, configuration, path, header, zone)
    own = own or str((given or {}).get("permalink") or "")
    return _jekyll(own, configuration, path, header, given or {}, moment or local_date(header, zone))


def pretty_slug(text: str, *, lower: bool = False) -> str:
    """Jekyll's slug in "pretty" mode, which `:title` uses: letters, digits and a few marks stay."""
    slug = _NOT_PRETTY.sub("-", text).replace("(", "-").replace(")", "-") if text else ""
    slug = re.sub(r"-{2,}", "-", slug).strip("-")
    return slug.lower() if lower else slug


def plain_slug(text: str) -> str:
    """Jekyll's slug in "default" mode, which the `slugify` filter uses: letters and digits, lower case."""
    return _NOT_SLUG.sub("-", text).strip("-").lower()


def _jekyll(
    own: str,
    configuration: Mapping[str, object],
    path: PurePosixPath,
    header: Header,
    given: Mapping[str, object],
    moment: datetime | None,
) -> str:
    match = DATED_NAME.fullmatch(path.stem)
    name = match["name"] if match is not None else path.stem
    style = str(configuration.get("permalink", "date"))
    if not own and not {"_posts", "_drafts"}.intersection(path.parts):
        return _escaped(_collection_address(configuration, path, style) or _page_address(path, style))
    template = own or _STYLES.get(style, style)
    moment = moment or named_day(match)
    slug = _text(header, "slug") or str(given.get("slug") or "")
    collections = str(configuration.get("collections_dir") or "").strip("/")
    inner = path.relative_to(collections) if collections and path.is_relative_to(collections) else path
    categories = categories_of(inner, header, given)
    values: dict[str, Callable[[], str]] = {
        "title": lambda: pretty_slug(slug or name),
        "slug": lambda: plain_slug(slug or name),
        "name": lambda: plain_slug(path.stem),
        "categories": lambda: _joined(word.lower() for word in categories),
        "slugified_categories": lambda: _joined(plain_slug(word) for word in categories),
        "output_ext": lambda: ".html",
        "collection": lambda: "posts",
        **_time_values(moment),
    }
    return _escaped("/" + _filled(template, values).lstrip("/"))


def _page_address(path: PurePosixPath, style: str) -> str:
    """Return the address of a page of Jekyll that names none."""
    if path.stem == "index":
        return "/" if len(path.parts) == 1 else f"/{path.parent.as_posix()}/"
    return f"/{path.with_suffix('').as_posix()}{_page_end(style)}"


def _collection_address(configuration: Mapping[str, object], path: PurePosixPath, style: str) -> str:
    """Return the address of a document in a collection of Jekyll (docs/collections.md); "" elsewhere."""
    collections = configuration.get("collections")
    above = next((part for part in path.parts[:-1] if part.startswith("_")), "")
    if isinstance(collections, list):
        collections = {str(name): {} for name in collections}
    if not isinstance(collections, dict) or above[1:] not in collections or not above:
        return ""
    settings = collections[above[1:]]
    template = settings.get("permalink") if isinstance(settings, dict) else None
    inner = PurePosixPath(path.as_posix().partition(f"{above}/")[2]).with_suffix("").as_posix()
    name = PurePosixPath(inner).name
    values: dict[str, Callable[[], str]] = {
        "collection": lambda: above[1:],
        "path": lambda: inner,
        "title": lambda: pretty_slug(name),
        "slug": lambda: plain_slug(name),
        "name": lambda: plain_slug(name),
        "output_ext": lambda: ".html",
    }
    filled = _filled(str(template) if template else f"/:collection/:path{_page_end(style)}", values)
    return "/" + filled.lstrip("/")


def _page_end(style: str) -> str:
    """Return the end of addresses that a style for posts gives to pages and collections."""
    if style == "pretty" or style.endswith("/"):
        return "/"
    return ".html" if style in _STYLES or style.endswith(":output_ext") else ""


def _hexo(
    own: str, configuration: Mapping[str, object], path: PurePosixPath, header: Header, zone: tzinfo | None
) -> str:
    source = str(configuration.get("source_dir") or "source").strip("/")
    if not {"_posts", "_drafts"}.intersection(path.parts) and path.is_relative_to(source):
        page = own or path.relative_to(source).with_suffix(".html").as_posix()
        return _escaped("/" + re.sub(r"(?:\A|(?<=/))index\.html\Z", "", page))
    template = own or str(configuration.get("permalink", ":year/:month/:day/:title/"))
    inner = path.as_posix().partition("_posts/")[2] or path.name
    title = PurePosixPath(inner).with_suffix("").as_posix()
    category = categories_of(path, header)
    values: dict[str, Callable[[], str]] = {
        "title": lambda: title,
        "name": lambda: PurePosixPath(title).name,
        "post_title": lambda: plain_slug(_text(header, "title")),
        "category": lambda: "/".join(category) or str(configuration.get("default_category", "uncategorized")),
        **_time_values(local_date(header, zone)),
    }
    return _escaped("/" + _filled(template, values).lstrip("/"))


def _filled(template: str, values: Mapping[str, Callable[[], str]]) -> str:
    """A template with its variables; the longest name that is known counts (`:title:output_ext`)."""
    filled = _VARIABLE.sub(lambda match: _variable(match, values), template)
    return re.sub(r"/{2,}", "/", filled)


def _variable(match: re.Match[str], values: Mapping[str, Callable[[], str]]) -> str:
    name = match[1]
    known = next((name[:size] for size in range(len(name), 0, -1) if name[:size] in values), None)
    return match[0] if known is None else values[known]() + name[len(known) :]


def _escaped(path: str) -> str:
    """Percent-encoded as Ruby's `Addressable` does a path."""
    return quote(unicodedata.normalize("NFC", path), safe="/!$&'()*+,;=:@~")


def named_day(match: re.Match[str] | None) -> datetime | None:
    """The day of a file's dated name, which counts where the front matter has no date."""
    if match is None:
        return None
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    try:
        return datetime(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _time_values(moment: datetime | None) -> dict[str, Callable[[], str]]:
    if moment is None:
        return {}
    week = moment.isocalendar()
    return {
        "year": lambda: f"{moment.year:04}",
        "month": lambda: f"{moment.month:02}",
        "day": lambda: f"{moment.day:02}",
        "i_month": lambda: str(moment.month),
        "i_day": lambda: str(moment.day),
        "short_year": lambda: f"{moment.year % 100:02}",
        "hour": lambda: f"{moment.hour:02}",
        "minute": lambda: f"{moment.minute:02}",
        "second": lambda: f"{moment.second:02}",
        "y_day": lambda: f"{moment.timetuple().tm_yday:03}",
        "yearday": lambda: str(moment.timetuple().tm_yday),
        "week": lambda: f"{week.week:02}",
        "w_year": lambda: str(week.year),
        "w_day": lambda: str(week.weekday),
        "short_day": lambda: f"{moment:%a}",
        "long_day": lambda: f"{moment:%A}",
        "weekdayname": lambda: f"{moment:%A}",
        "short_month": lambda: f"{moment:%b}",
        "long_month": lambda: f"{moment:%B}",
        "monthname": lambda: f"{moment:%B}",
    }


def categories_of(path: PurePosixPath, header: Header, given: Mapping[str, object] | None = None) -> list[str]:
    """A post's categories: the folders above `_posts`, those that the configuration gives, then those of the front
    matter, under the plural key first (measured, Jekyll 4.3.1).
    """
    parts = path.parts
    above = list(parts[: parts.index("_posts")]) if "_posts" in parts else []
    found = [*(above[1:] if above[:1] == ["source"] else above), *_words_of((given or {}).get("categories"))]
    for key in ("categories", "category"):
        field = header.field(key)
        if field is not None:
            found += words_in(header, field)
    return found


def _words_of(value: object) -> list[str]:
    """A configuration's categories: a list, or words with spaces between them."""
    return (
        re.findall(r"\S+", value, re.ASCII)
        if isinstance(value, str)
        else [str(one) for one in value]
        if isinstance(value, list)
        else []
    )


def _joined(words: Iterable[str]) -> str:
    """Folders, each once."""
    return "/".join(dict.fromkeys(words))


def _text(header: Header, key: str) -> str:
    field = header.field(key)
    return shown(field.value) if field is not None and isinstance(field.value, (str, int, float)) else ""
