"""The moment that a post's date means on its blog, and how the blog's calendar shows it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_any

from editor.header import Field, Header, Syntax
from editor.header.dates import Moment, read_date
from editor.post.values import shown
from editor.text.white_space import ASCII_SPACE

_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
_PIECES: Final = re.compile(r"\A\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
"""What Ruby picks out of a date with other things in it."""
_HOURS: Final = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_ZONES: Final = {name: 3600 * hours for name, hours in (_HOURS | {"CET": 1, "CEST": 2, "JST": 9, "GMT": 0}).items()}
"""Names of zones that Ruby knows and dateutil does not (ruby, ext/date/zonetab.list), in seconds."""


def moment_of(field: Field) -> Moment | None:
    """A field's date as it is written; None when it is none."""
    return read_date(shown(field.value))


def is_utc(field: Field) -> bool:
    """Whether YAML itself reads a point in time in UTC: seconds, no quotes, no offset (measured on Jekyll 4.3)."""
    node, moment = field.node, moment_of(field)
    plain = node is not None and node.style == "plain" and node.tag == "timestamp"
    return plain and moment is not None and moment.clock is not None and moment.offset is None


def instant_of(header: Header, field: Field, moment: Moment, zone: tzinfo | None) -> datetime:
    """The moment in time: by its offset, else by what the generator takes it for."""
    if moment.offset is not None or is_utc(field) or header.syntax is Syntax.TOML:
        return moment.instant
    return datetime.combine(moment.day, moment.clock or time(), zone or UTC)


def in_zone(when: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment on the clock of a zone (None: the machine's).

    On the first and the last day that `datetime` can say (`9999-12-31T23:59:59Z` is a usual expiry date), another
    zone's clock may be out of range: then the clock time is kept as it is.
    """
    try:
        return when.astimezone(zone)
    except OverflowError:
        return when.replace(tzinfo=zone or UTC)


def ruby_date(text: str, now: datetime) -> datetime | None:
    """A date as Ruby's `Time.parse` reads it (Jekyll's reader): in most ways that people write one; what it leaves out
    is as now. None where it finds none. Without a zone it has no `tzinfo`.
    """
    plain = text.strip(ASCII_SPACE)
    if plain.isascii() and plain.isdigit() and len(plain) > 2:
        return None
    beyond = _YEAR_FIRST.match(plain)
    day = 0
    if beyond is not None and int(beyond[3]) in (29, 30, 31) and 1 <= int(beyond[2]) <= 12:
        day = int(beyond[3]) - 28  # the 30th of February is the 2nd of March
        plain = f"{beyond[1]}-{beyond[2]}-28{plain[beyond.end() :]}"
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    for candidate in (plain, " ".join(match[0] for match in _PIECES.finditer(plain))):
        try:
            return parse_any(candidate, default=midnight, tzinfos=_ZONES.get) + timedelta(days=day)
        except (ParserError, ArithmeticError, ValueError, TypeError):
            if _YEAR_FIRST.match(plain) is None:
                return None
            continue
    return None


def local_date(header: Header, zone: tzinfo | None, key: str = "date") -> datetime | None:
    """A post's date on the blog's calendar; where the blog names no zone, as it is written. None without a date."""
    field = header.field(key)
    moment = moment_of(field) if field is not None else None
    if field is None or moment is None:
        return None
    if zone is None or moment.clock is None:
        return datetime.combine(moment.day, moment.clock or time(), moment.instant.tzinfo)
    return in_zone(instant_of(header, field, moment, zone), zone)
