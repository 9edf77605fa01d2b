"""The address at which Hugo shows a post (docs: content-management/urls.md, multilingual.md; measured, 0.111.3), and
the moment that its dates mean (measured, 0.168.0).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from editor.header import DateText, Field, Header, Syntax
from editor.header.dates import read_date
from editor.header.hugo_dates import hugo_date, hugo_seconds
from editor.post.values import shown

_VARIABLE: Final = re.compile(r":([a-z0-9]+)")
_BUNDLES: Final = frozenset({"index", "_index"})
DATE_KEYS: Final = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
"""The keys of a page's date, in lower case (docs: configuration/front-matter.md)."""


def hugo_address(configuration: Mapping[str, object], path: PurePosixPath, header: Header, zone: tzinfo | None) -> str:
    """A post's address from the site's root, percent-encoded, without the site's base.

    Args:
        path: from the blog's root.
        zone: the site's time zone.

    """
    said = {name.lower(): value for name, value in configuration.items()}
    content = str(said.get("contentdir") or "content").strip("/")
    inner = path.relative_to(content) if path.is_relative_to(content) else path
    language, stem = _language(said, inner)
    prefix = f"/{language}" if language and _is_prefixed(said, language) else ""
    own = _text(header, "url")
    if own:
        last = own.rpartition("/")[2]
        whole = own if own.startswith("/") else f"{prefix}/{own}"
        return _escaped(whole if "." in last else f"{whole.rstrip('/')}/")
    bundle = stem.partition(".")[0] in _BUNDLES
    name = inner.parent.name if bundle else stem
    file_name = stem if bundle and "." in stem else name  # `index.ja.md` of a site that knows no languages
    folder = inner.parent.parent if bundle else inner.parent
    section = inner.parts[0] if len(inner.parts) > 1 else ""
    patterns = said.get("permalinks")
    patterns = patterns.get("page", patterns) if isinstance(patterns, Mapping) else None
    pattern = patterns.get(section) if isinstance(patterns, Mapping) else None
    slug = _text(header, "slug")

    def sanitized(text: str) -> str:
        made = _sanitized(text, plain=said.get("removepathaccents") is True)
        return made if said.get("disablepathtolower") is True else made.lower()

    if isinstance(pattern, str):
        values = _values(header, _moment(header, zone), file_name, folder, section)
        address = _VARIABLE.sub(lambda match: sanitized(_found(values, match).replace("+", " ")), pattern)
    else:
        where = "" if str(folder) == "." else f"{folder.as_posix()}/"
        address = sanitized(where + (slug or name))
    end = ".html" if said.get("uglyurls") is True else "/"
    return _escaped(re.sub(r"/{2,}", "/", f"{prefix}/{address.strip('/')}{end}"))


def _values(
    header: Header, moment: datetime, name: str, folder: PurePosixPath, section: str
) -> Mapping[str, Callable[[], str]]:
    """What the variables of a pattern stand for."""
    title, slug = _text(header, "title"), _text(header, "slug")
    return {
        "title": lambda: title,
        "slug": lambda: slug or title,
        "slugorfilename": lambda: slug or name,
        "slugorcontentbasename": lambda: slug or name,
        "filename": lambda: name,
        "contentbasename": lambda: name,
        "section": lambda: section,
        "sections": folder.as_posix,
        "year": lambda: str(moment.year),
        "month": lambda: f"{moment.month:02}",
        "monthname": lambda: f"{moment:%B}",
        "day": lambda: f"{moment.day:02}",
        "weekday": lambda: f"{moment:%w}",
        "weekdayname": lambda: f"{moment:%A}",
        "yearday": lambda: str(moment.timetuple().tm_yday),
    }


def hugo_moment(header: Header, field: Field, zone: tzinfo | None) -> datetime | None:
    """Return the moment that a date key means to Hugo, in the offset that is written there, else in the site's zone.

    None where Hugo can't parse the value: 0.168 stops the build there. Without `zone`, UTC is the site's.
    """
    value = field.value
    if isinstance(value, int) and not isinstance(value, bool):
        return hugo_seconds(value)
    text = shown(value)
    moment = read_date(text) if header.syntax is Syntax.TOML and isinstance(value, DateText) else None
    if moment is not None:
        there = moment.instant
        return there if moment.offset is not None else there.replace(tzinfo=zone or UTC)
    found = hugo_date(text)
    return found.at(zone) if found is not None else None


def dated_fields(header: Header) -> list[Field]:
    """Return the keys that can give a page its date, with a value, the deciding one first."""
    found = ((name, field) for field in header.fields if (name := field.key.lower()) in DATE_KEYS)
    filled = [(DATE_KEYS.index(name), field) for name, field in found if field.value not in (None, "")]
    return [field for _, field in sorted(filled, key=lambda one: one[0])]


def _moment(header: Header, zone: tzinfo | None) -> datetime:
    """Return a page's date; the year 1 where it has none that Hugo can parse."""
    dates = (hugo_moment(header, field, zone) for field in dated_fields(header))
    return next((one for one in dates if one is not None), datetime(1, 1, 1, tzinfo=UTC))


def _found(values: Mapping[str, Callable[[], str]], match: re.Match[str]) -> str:
    return values[match[1]]() if match[1] in values else match[0]


def _sanitized(text: str, *, plain: bool) -> str:
    """Letters, digits and a few marks; white space becomes a hyphen where none is."""
    found: list[str] = []
    space = False
    for index, sign in enumerate(text):
        percent = sign == "%" and re.match(r"[0-9A-Fa-f]{2}", text[index + 1 : index + 3]) is not None
        if (
            sign in "./\\_#+~-@"
            or percent
            or unicodedata.category(sign)[0] in "LM"
            or unicodedata.category(sign) == "Nd"
        ):
            if space and sign != "-":
                found.append("-")
            space = False
            found.append(sign)
        # Unicode: Go’s unicode.IsSpace
        elif sign.isspace() and found and found[-1] != "-":
            space = True
    kept = "".join(found)
    if plain:
        kept = "".join(sign for sign in unicodedata.normalize("NFD", kept) if unicodedata.category(sign) != "Mn")
        kept = unicodedata.normalize("NFC", kept)
    return kept


def _language(said: Mapping[str, object], inner: PurePosixPath) -> tuple[str, str]:
    """The language that a file's name or folder says it is in, and the name without it."""
    languages = said.get("languages")
    known = [str(name).lower() for name in languages] if isinstance(languages, Mapping) else []
    stem, _, suffix = inner.stem.rpartition(".")
    if stem and suffix.lower() in known:
        return suffix.lower(), stem
    return (str(said.get("defaultcontentlanguage") or "en").lower() if known else ""), inner.stem


def _is_prefixed(said: Mapping[str, object], language: str) -> bool:
    default = str(said.get("defaultcontentlanguage") or "en").lower()
    return language != default or said.get("defaultcontentlanguageinsubdir") is True


def _text(header: Header, key: str) -> str:
    """A text value, whatever the case of its key."""
    field = next((one for one in header.fields if one.key.lower() == key), None)
    return shown(field.value) if field is not None and isinstance(field.value, (str, int, float)) else ""


def _escaped(path: str) -> str:
    """Percent-encoded; what comes after a first “#” is a fragment, and has no second one."""
    before, mark, fragment = unicodedata.normalize("NFC", path).partition("#")
    safe = "/!$&'()*+,;=:@~%"
    return quote(before, safe=safe) + mark + quote(fragment, safe=safe)
