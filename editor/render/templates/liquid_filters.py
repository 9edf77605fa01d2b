"""The filters that Jekyll adds to Liquid: docs/liquid/filters.md and `Jekyll::Filters`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import Final
from urllib.parse import quote, quote_plus

from dateutil.parser import parse as parse_date
from liquid.exceptions import FilterArgumentError

from editor.blog.permalink import plain_slug, pretty_slug
from editor.language import tr
from editor.post.counts import count
from editor.render.site import Site
from editor.text.addresses import split_address

MAX_ITEMS: Final = 10_000


def site_filters(site: Site) -> dict[str, Callable[..., object]]:
    """The filters that need to know the site."""

    def relative_url(value: object) -> str:
        address = _text(value)
        if split_address(address).scheme or address.startswith("//"):
            return address
        return _joined(site.base, address)

    def absolute_url(value: object) -> str:
        address = _text(value)
        return address if split_address(address).scheme else site.url + relative_url(address)

    return {"relative_url": relative_url, "absolute_url": absolute_url}


def _joined(base: str, address: str) -> str:
    path = f"/{address}" if address and not address.startswith("/") else address
    joined = re.sub(r"/{2,}", "/", f"{base}{path}")
    return joined if joined.startswith("/") or not joined else f"/{joined}"


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _date(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    try:
        return parse_date(_text(value))
    except (ValueError, OverflowError) as error:
        raise FilterArgumentError(tr("“{0}” is no date").format(value), token=None) from error


def _day(pattern: str) -> Callable[..., str]:
    """A date in one of Jekyll's forms; "ordinal" gives 1st, "US" puts the month first."""

    def show(value: object, kind: str | None = None, style: str | None = None) -> str:
        moment = _date(value)
        month = moment.strftime(pattern)
        if kind != "ordinal":
            return f"{moment.day:02} {month} {moment.year}"
        number = f"{moment.day}{_ending(moment.day)}"
        return f"{month} {number}, {moment.year}" if style == "US" else f"{number} {month} {moment.year}"

    return show


def _ending(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _xml_date(value: object) -> str:
    moment = _date(value)
    text = moment.isoformat(timespec="seconds")
    return text if moment.tzinfo is not None else f"{text}+00:00"


def _rfc_date(value: object) -> str:
    moment = _date(value)
    return f"{moment:%a, %d %b %Y %H:%M:%S} {moment.strftime('%z') or '+0000'}"


_BLANKS: Final = "\0\t\n\v\f\r "
"""What Ruby's `strip` strips."""


def _ruby_words(text: str) -> list[str]:
    """Split as Ruby does without a separator: a full-width space is part of a word."""
    return re.findall(r"\S+", text, re.ASCII)


def _split(value: object, separator: object = " ") -> list[str]:
    text, by = _text(value), _text(separator)
    if by == " ":
        return _ruby_words(text)
    parts = text.split(by) if by else list(text)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _truncate_words(value: object, number: object = 15, ending: object = "...") -> str:
    text, limit = _text(value), max(1, int(_text(number) or 15))
    words = _ruby_words(text)
    return " ".join(words[:limit]) + _text(ending) if len(words) > limit else text


def _slugify(value: object, mode: object = "default") -> str:
    text = _text(value)
    match mode:
        case "raw":
            return re.sub(r"\s+", "-", text, flags=re.ASCII).strip("-").lower()
        case "pretty":
            return pretty_slug(text, lower=True)
        case "none":
            return text
    return plain_slug(text)


def _sentence(value: object, connector: object = "and") -> str:
    words = [_text(item) for item in _items(value)]
    if len(words) < 3:
        return f" {connector} ".join(words)
    return f"{', '.join(words[:-1])}, {connector} {words[-1]}"


def _items(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())[:MAX_ITEMS]
    return list(value)[:MAX_ITEMS] if isinstance(value, Sequence) and not isinstance(value, str) else []


def _property(item: object, name: object) -> object:
    for part in _text(name).split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item


def _where(value: object, name: object, wanted: object) -> list[object]:
    def fits(item: object) -> bool:
        found = _property(item, name)
        own = found if isinstance(found, list) else [found]
        return any(one == wanted or (one is not None and _text(one) == _text(wanted)) for one in own)

    return [item for item in _items(value) if fits(item)]


def _group_by(value: object, name: object) -> list[dict[str, object]]:
    groups: dict[str, list[object]] = {}
    for item in _items(value):
        groups.setdefault(_text(_property(item, name)), []).append(item)
    return [{"name": key, "items": items, "size": len(items)} for key, items in groups.items()]


def _words(value: object, _mode: object = None) -> int:
    return count(_text(value)).words


def _jsonify(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


FILTERS: Final[dict[str, Callable[..., object]]] = {
    "array_to_sentence_string": _sentence,
    "cgi_escape": lambda value: quote_plus(_text(value)),
    "date_to_long_string": _day("%B"),
    "date_to_rfc822": _rfc_date,
    "date_to_string": _day("%b"),
    "date_to_xmlschema": _xml_date,
    "group_by": _group_by,
    "inspect": lambda value: escape(repr(value)),
    "jsonify": _jsonify,
    "lstrip": lambda value: _text(value).lstrip(_BLANKS),
    "normalize_whitespace": lambda value: " ".join(_ruby_words(_text(value))),
    "number_of_words": _words,
    "pop": lambda value, number=1: _items(value)[: -int(number)] if int(number) else _items(value),
    "push": lambda value, item: [*_items(value), item],
    "rstrip": lambda value: _text(value).rstrip(_BLANKS),
    "shift": lambda value, number=1: _items(value)[int(number) :],
    "slugify": _slugify,
    "split": _split,
    "strip": lambda value: _text(value).strip(_BLANKS),
    "strip_index": lambda value: re.sub(r"/index\.html?$", "/", _text(value)),
    "truncatewords": _truncate_words,
    "to_integer": lambda value: int(float(_text(value) or 0)),
    "unshift": lambda value, item: [item, *_items(value)],
    "uri_escape": lambda value: quote(_text(value), safe="/!$&'()*+,;=:@~?#[]%"),
    "where": _where,
    "xml_escape": lambda value: escape(_text(value)),
}
"""Filters of Jekyll that turn on its own converters (`markdownify`, `sassify`, `where_exp`) are left out: their outputs
become labels."""
