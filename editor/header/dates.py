"""Dates as posts write them: read one, and write another in the very same form.

The forms are those of YAML 1.1 timestamps (yaml.org/type/timestamp.html), of Jekyll's front matter
(`YYYY-MM-DD HH:MM:SS +/-TTTT`, seconds, time and offset optional) and of Hexo (slashes). Digits are those of ASCII:
Jekyll files `２０２０-01-02` under another day. What a generator makes of a form is in `date_readers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

_DATE = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-/])(?P<month>\d{1,2})(?P=dash)(?P<day>\d{1,2})"
    r"(?:(?P<gap>[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<fraction>\.\d*)?)?"
    r"(?:(?P<space>[ \t]*)(?P<offset>Z|[-+]\d{1,2}(?::?\d{2})?))?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a post's calendar: a day, perhaps a time of day, perhaps an offset from UTC in minutes."""

    day: date
    clock: time | None = None
    offset: int | None = None

    @property
    def instant(self) -> datetime:
        """The moment in time; without an offset, as UTC (which is how YAML reads it), without a clock, midnight."""
        zone = timezone(timedelta(minutes=self.offset or 0))
        return datetime.combine(self.day, self.clock or time(), zone)


def read_date(text: str) -> Moment | None:
    """The moment a date's text means; None when it is no date (`2025-02-30`, `soon`)."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return Moment(day)
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
        return Moment(day, clock, _offset_minutes(match["offset"]))
    except ValueError:
        return None


def write_date(moment: Moment, like: str) -> str:
    """The moment in the form of `like`: its separators, widths, precision and kind of offset.

    Parts that `like` does not have are added in Jekyll's form; an unreadable `like` gives Jekyll's form throughout.
    """
    match = _DATE.fullmatch(like) or _DATE.fullmatch("2000-01-01")
    assert match is not None
    dash = match["dash"]
    day = dash.join(
        (f"{moment.day.year:04}", _like(moment.day.month, match["month"]), _like(moment.day.day, match["day"]))
    )
    if moment.clock is None:
        return day
    hour = _like(moment.clock.hour, match["hour"] or "00")
    written = f"{day}{match['gap'] or ' '}{hour}:{moment.clock.minute:02}"
    if match["hour"] is None or match["second"] is not None or moment.clock.second:
        written += f":{moment.clock.second:02}"
        if match["fraction"]:
            written += "." + "0" * (len(match["fraction"]) - 1)
    if moment.offset is None:
        return written
    space = " " if match["space"] is None else match["space"]
    return written + space + _offset_text(moment.offset, match["offset"] or "+0000")


def offset_text(minutes: int) -> str:
    """An offset from UTC in Jekyll's form, e.g. `+0900`."""
    return _offset_text(minutes, "+0000")


def _like(number: int, example: str) -> str:
    """A day, month or hour with a leading zero unless the example shows that none is written."""
    return f"{number:02}" if len(example) == 2 else str(number)


def _offset_minutes(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 23 or minutes > 59:
        raise ValueError(f"no offset from UTC: {text}")
    return sign * (hours * 60 + minutes)


def _offset_text(minutes: int, like: str) -> str:
    if like == "Z" and minutes == 0:
        return "Z"
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    if ":" in like or like == "Z":
        return f"{sign}{hours:02}:{rest:02}"
    return f"{sign}{hours:02}" if len(like) <= 3 and not rest else f"{sign}{hours:02}{rest:02}"
