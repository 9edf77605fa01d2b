"""What each generator makes of a date: it reads it, stops the build, drops it, or takes it for another day.

Measured with Jekyll 4.3.1 (Ruby's `Time.parse`), Hugo 0.168.0, Hexo 8.1.2 and Astro (JavaScript's `Date`), Eleventy
3.1.8 and Pelican 4.12 (dateutil). The texts that Hugo, Eleventy and Zola read are in `header.hugo_dates` and
`header.date_forms`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_any

from editor.check.situation import Situation
from editor.header import Field, Generator, Syntax
from editor.header.date_forms import FILE_DATES, luxon_reads, zola_reads
from editor.header.dates import read_date
from editor.header.hugo_dates import hugo_reads
from editor.language import tr

_CALENDAR: Final = re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])")
_AMERICAN: Final = re.compile(r"(?<![0-9/])(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/[0-9]{4}(?![0-9])")
_CLOCK: Final = re.compile(r"(?<![0-9:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9])")
_OFFSET: Final = re.compile(r"[0-9][ ]*[-+](?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})\Z")
_MONTH: Final = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_JS_WORDS: Final = frozenset(
    {"t", "z", "am", "pm", "ut", "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"}
)
"""Words that V8 reads after the first number, besides months (src/date/dateparser.cc)."""
_OTHER_RUBY: Final = re.compile(r"[MTSHR][0-9]{2}\.[0-9]{2}\.[0-9]{2}|[0-9]{4}-(?:[0-2][0-9]{2}|3[0-5][0-9]|36[0-6])")
"""Japanese eras and days of the year, which Ruby reads (JIS X 0301, ISO 8601)."""
_NO_JS_DATE: Final = (
    r"[0-9]{5,}|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}"
    r"|(?:1[3-9]|[2-9][0-9])-[0-9]{1,2}-[0-9]{1,2}"
)
_WIDE: Final = re.compile(r"[\uff10-\uff19\uff0d\uff0f\uff1a\u2212\u3000]")
_WRITTEN: Final = re.compile(
    r"(?P<year>[0-9]{4})\s*[-/.年]\s*(?P<month>[0-9]{1,2})\s*[-/.月]\s*(?P<day>[0-9]{1,2})日?"
    r"(?:[T ,]\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?:\s*(?P<offset>Z|[-+][0-9]{2}:?[0-9]{2}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Misreading:
    """What a generator makes of a date that it can't read as its writer meant.

    Attributes:
        stops: the build stops, or the post is left out.
        effect: in words.

    """

    stops: bool
    effect: str


def misreading(situation: Situation, field: Field) -> Misreading | None:
    """Return what is wrong with a date; None when the generator reads it as it is meant, or none is there."""
    tag, value = situation.reading(field.node)
    generator = situation.generator
    if tag in ("null", "") or (tag == "str" and not str(value).strip(" \t\n") and generator is not Generator.JEKYLL):
        return None
    if situation.header.syntax is Syntax.TOML and tag == "timestamp":
        return None
    if situation.header.syntax is Syntax.PELICAN:
        tag, value = "str", field.node.text if field.node is not None else ""
    match generator:
        case Generator.HUGO:
            return _hugo(tag, value)
        case Generator.JEKYLL:
            return _jekyll(tag, value)
        case Generator.ELEVENTY:
            return _eleventy(tag, value)
        case Generator.HEXO | Generator.ASTRO:
            return _javascript(generator, tag, value)
        case Generator.PELICAN:
            return _pelican(str(value))
        case Generator.ZOLA:
            return _zola(tag, value)
    return None


def better(situation: Situation, field: Field) -> str | None:
    """Return the same date in a form that the generator reads; None where none is known."""
    node = field.node
    match = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", node.text).strip(" \t\n")) if node is not None else None
    if match is None:
        return None
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    offset = match["offset"] or ""
    clock = f"{int(match['hour']):02}:{match['minute']}:{match['second'] or '00'}" if match["hour"] else ""
    colon = offset if offset in ("", "Z") or ":" in offset else f"{offset[:3]}:{offset[3:]}"
    forms = [f"{day} {clock} {offset}", f"{day} {clock}{colon}", f"{day}T{clock}{colon}"] if clock else [day]
    plain = situation.header.syntax is Syntax.YAML and node is not None and node.style == "plain"
    read = _CHECKERS.get(situation.generator)
    for form in (" ".join(one.split(" ")).strip(" ") for one in forms):
        tag = situation.header.rules.scalars.resolve(form) if plain else "str"
        if read is not None and read(tag, form) is None:
            return form
    return None


def _stops(generator: Generator) -> str:
    if generator is Generator.JEKYLL:
        return tr("Jekyll stops building the whole site")
    if generator is Generator.PELICAN:
        return tr("Pelican leaves the post out")
    return tr("{0} stops building").format(generator)


def _hugo(tag: str, value: object) -> Misreading | None:
    stopped = Misreading(stops=True, effect=_stops(Generator.HUGO))
    if tag == "int":
        return _of_number(Generator.HUGO, int(str(value)), 1)
    if tag not in ("str", "timestamp"):
        return stopped
    return None if hugo_reads(str(value)) else stopped


def _of_number(generator: Generator, number: int, unit: float) -> Misreading | None:
    """Return how a whole number misleads that counts from 1970; None for one that may be meant so."""
    if 10**8 < number * unit < 10**10:
        return None
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=min(number * unit, 10**10))).date()
    return Misreading(stops=False, effect=tr("{0} counts it from 1970: it means {1}").format(generator, day))


def _jekyll(tag: str, value: object) -> Misreading | None:
    stopped = Misreading(stops=True, effect=_stops(Generator.JEKYLL))
    text = str(value)
    if tag in ("int", "float"):
        return _jekyll_number(text) if tag == "int" else stopped
    if tag == "list":
        return None
    if tag not in ("str", "timestamp") or _out_of_range(text):
        return stopped
    american = _AMERICAN.search(text)
    if american is not None and int(american["second"]) > 12:
        return stopped
    if _WIDE.search(text):
        return Misreading(stops=False, effect=tr("Jekyll does not read full-width characters: it takes another date"))
    calendar = _CALENDAR.search(text)
    if calendar is not None:
        return _moved(Generator.JEKYLL, calendar)
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}", text):
        return stopped
    if _OTHER_RUBY.fullmatch(text):
        return None
    if not re.search(r"[0-9]", text) and not _MONTH.search(text):
        return stopped
    return None if _read_by_anyone(text) else stopped


def _jekyll_number(digits: str) -> Misreading | None:
    """A number to Ruby's `Date._parse`: a day, a day of the year, MMDD, YYMMDD or YYYYMMDD, with or without a clock."""
    if len(digits) in (8, 12, 14) and _exists(int(digits[:4]), int(digits[4:6]), int(digits[6:8])):
        return None
    if (len(digits) == 2 and 1 <= int(digits) <= 28) or (len(digits) == 3 and 1 <= int(digits) <= 365):
        return Misreading(stops=False, effect=tr("Jekyll takes it for a day of the current month or year"))
    return Misreading(stops=True, effect=_stops(Generator.JEKYLL))


def _eleventy(tag: str, value: object) -> Misreading | None:
    stopped = Misreading(stops=True, effect=_stops(Generator.ELEVENTY))
    text = str(value)
    if tag == "timestamp":
        calendar = _CALENDAR.search(text)
        moved = _moved(Generator.ELEVENTY, calendar) if calendar is not None else None
        return moved or _late(Generator.ELEVENTY, text)
    if tag == "str" and (text.lower() in FILE_DATES or luxon_reads(text)):
        return None
    return None if value is False or value == 0 else stopped


def _javascript(generator: Generator, tag: str, value: object) -> Misreading | None:
    text = str(value)
    if tag == "int":
        return _of_number(generator, int(text), 0.001)
    if tag == "timestamp":
        calendar = _CALENDAR.search(text)
        return (_moved(generator, calendar) or _late(generator, text)) if calendar is not None else None
    if generator is Generator.HEXO:
        lost = Misreading(stops=False, effect=tr("Hexo can’t read it and takes the time of the file"))
    else:
        lost = Misreading(
            stops=False, effect=tr("JavaScript can’t read it: a schema that wants a date stops the build")
        )
    if tag == "str" and _is_javascript(text):
        calendar = _CALENDAR.search(text)
        return _moved(generator, calendar) if calendar is not None else None
    return lost if tag in ("str", "bool", "map") and (value is not False or generator is Generator.HEXO) else None


def _is_javascript(text: str) -> bool:
    """Return whether JavaScript's `Date` may read a text; what is not known to be wrong counts as read."""
    plain = re.sub(r"\([^()]*\)", " ", text.replace("\u3000", " ").replace("\u00a0", " "))
    if not plain.isascii() or not re.search(r"[0-9]", plain) or _out_of_range(plain):
        return False
    american = _AMERICAN.search(plain)
    if american is not None and int(american["first"]) > 12:
        return False
    if re.fullmatch(_NO_JS_DATE, plain.strip(" "), re.IGNORECASE):
        return False
    first = re.search(r"[0-9]", plain)
    words = re.findall(r"[A-Za-z]+", plain[first.start() if first is not None else 0 :])
    return all(word.lower() in _JS_WORDS or _MONTH.match(word) for word in words)


def _pelican(text: str) -> Misreading | None:
    if not text.strip(" \t"):
        return None
    return None if _read_by_anyone(text.replace("_", " ")) else Misreading(stops=True, effect=_stops(Generator.PELICAN))


def _zola(tag: str, value: object) -> Misreading | None:
    text = str(value)
    if tag == "timestamp" or (tag == "str" and zola_reads(text)):
        return None
    return Misreading(stops=True, effect=_stops(Generator.ZOLA))


_CHECKERS: Final = {
    Generator.HUGO: _hugo,
    Generator.JEKYLL: _jekyll,
    Generator.ELEVENTY: _eleventy,
    Generator.HEXO: lambda tag, value: _javascript(Generator.HEXO, tag, value),
    Generator.ASTRO: lambda tag, value: _javascript(Generator.ASTRO, tag, value),
    Generator.PELICAN: lambda _tag, value: _pelican(str(value)),
    Generator.ZOLA: _zola,
}


def _out_of_range(text: str) -> bool:
    """Return whether a month, day, hour, minute or offset is larger than there is one."""
    calendar, clock, offset = _CALENDAR.search(text), _CLOCK.search(text), _OFFSET.search(text)
    if calendar is not None and not (1 <= int(calendar["month"]) <= 12 and 1 <= int(calendar["day"]) <= 31):
        return True
    if clock is not None and (int(clock["hour"]) > 24 or int(clock["minute"]) > 59 or int(clock["second"] or 0) > 60):
        return True
    return clock is not None and offset is not None and int(offset["hours"]) > 23


def _moved(generator: Generator, calendar: re.Match[str]) -> Misreading | None:
    """The 30th of February is another day to those that count on."""
    year, month, day = int(calendar["year"]), int(calendar["month"]), int(calendar["day"])
    if _exists(year, month, day) or not 1 <= year <= 9998 or not 1 <= month <= 31:
        return None
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    becomes = first + timedelta(days=day - 1)
    return Misreading(stops=False, effect=tr("there is no such day: {0} reads {1}").format(generator, becomes))


def _late(generator: Generator, text: str) -> Misreading | None:
    clock = _CLOCK.search(text)
    if clock is None or int(clock["hour"]) < 24:
        return None
    return Misreading(stops=False, effect=tr("there is no such time: {0} reads a later day").format(generator))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _read_by_anyone(text: str) -> bool:
    """Return whether a lenient reader may take a text for a date."""
    if read_date(text) is not None:
        return True
    try:
        parse_any(text, tzinfos=lambda _name, offset: offset or 0)
    except (ParserError, ArithmeticError, ValueError, TypeError):
        return False
    return True
