"""Dates as Hugo 0.168 parses them: the layouts that it tries, and the zone that a date without offset gets.

Hugo parses dates with spf13/cast's `StringToDateInDefaultLocation`. The forms below were measured with `hugo list all`
of 0.168.0, with `timeZone` set. A date in no such form stops the build ("is not a parsable date").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

_DAY: Final = r"(?P<year>[0-9]{4})-(?P<month>[0-9][0-9])-(?P<day>[0-9][0-9])"
_CLOCK: Final = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9][0-9]):(?P<second>[0-9][0-9])(?:[.,][0-9]+)?"
_MINUTES: Final = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9][0-9])"
_OFFSET: Final = r"(?P<offset>[-+][0-9][0-9]:?[0-9][0-9])"
_NAMED_DAY: Final = r"(?P<day>[0-9][0-9]) (?P<name>[A-Z][a-z]{2})"
_WEEKDAY: Final = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_WHOLE_WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_ZONE: Final = r"(?:[A-Z]{3,4}|[-+][0-9][0-9])"
_AFTER: Final = rf"(?:{_OFFSET}|{_ZONE})"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        _DAY,
        rf"{_DAY}T{_CLOCK}(?:(?P<utc>Z)|{_OFFSET})?",
        rf"{_DAY} +{_CLOCK}(?:(?P<utc>Z)| *{_OFFSET}(?: {_ZONE})?)?",
        rf"{_WEEKDAY}, {_NAMED_DAY} (?P<year>[0-9]{{4}}) {_CLOCK} {_AFTER}",
        rf"{_NAMED_DAY} (?P<short>[0-9][0-9]) {_MINUTES} {_AFTER}",
        rf"{_WHOLE_WEEKDAY}, (?P<day>[0-9][0-9])-(?P<name>[A-Z][a-z]{{2}})-(?P<short>[0-9][0-9]) {_CLOCK} {_ZONE}",
        rf"{_NAMED_DAY} (?P<year>[0-9]{{4}})",
        rf"{_WEEKDAY} (?P<name>[A-Z][a-z]{{2}}) +(?P<day>[0-9]{{1,2}}) {_CLOCK} (?:{_AFTER} )?(?P<year>[0-9]{{4}})",
    )
)
_TIME_ALONE: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}[AP]M")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class HugoDate:
    """A date as Hugo parses it.

    Attributes:
        local: the date and the time as they are written, without a zone.
        zone: the zone of the offset that is written; None where the site's `timeZone` counts.

    """

    local: datetime
    zone: tzinfo | None

    def at(self, site: tzinfo | None) -> datetime:
        """Return the moment; without an offset in the site's zone, else in UTC."""
        return self.local.replace(tzinfo=self.zone or site or UTC)


def hugo_date(text: str) -> HugoDate | None:
    """Return a date's meaning to Hugo 0.168; None where Hugo stops the build.

    Times without a day (`7:07PM`), which Hugo puts into the year 0, are None too.
    """
    match = next((found for form in _FORMS if (found := form.fullmatch(text)) is not None), None)
    if match is None:
        return None
    parts = match.groupdict()
    try:
        year = int(parts["year"]) if parts.get("year") else _century(int(parts["short"]))
        month = _MONTHS.index(parts["name"]) + 1 if parts.get("name") else int(parts["month"])
        hour, minute, second = (int(parts.get(unit) or 0) for unit in ("hour", "minute", "second"))
        return HugoDate(datetime(year, month, int(parts["day"]), hour, minute, second), _zone(parts))
    except ValueError:
        return None


def hugo_reads(text: str) -> bool:
    """Return whether Hugo 0.168 takes a text for a date; it stops the build at any other one."""
    return hugo_date(text) is not None or _TIME_ALONE.fullmatch(text) is not None


def hugo_seconds(number: int) -> datetime | None:
    """Return the moment of a number of seconds since 1970, as Hugo reads a whole number; None beyond year 9999."""
    try:
        return datetime.fromtimestamp(number, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _century(short: int) -> int:
    """Return the year of two digits, by Go's rule (time.Parse, layout "06")."""
    return 1900 + short if short >= 69 else 2000 + short


def _zone(parts: dict[str, str | None]) -> tzinfo | None:
    if parts.get("utc"):
        return UTC
    offset = parts.get("offset")
    if not offset:
        return None
    digits = offset[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 24 or minutes > 59:
        raise ValueError(offset)
    return timezone((-1 if offset[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
