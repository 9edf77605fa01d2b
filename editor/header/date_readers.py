"""What a generator takes a date's text for, and how a moment is written so that it reads just that moment.

Measured on Jekyll 4.3.1 (Psych and SafeYAML), Hugo 0.168.0 (`hugo_dates`), hexo 8.1.2, Astro's front matter
parser with `new Date`, Eleventy 3.1.8 (`date_forms`); Pelican's rules are those of dateutil. The table is in
docs/architecture.md, “Dates”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from editor.header.date_forms import luxon_reads, zola_reads
from editor.header.dates import Moment, read_date, write_date
from editor.header.generator import Generator
from editor.header.hugo_dates import hugo_date
from editor.header.model import Syntax
from editor.header.scalar_readers import js_yaml_4, safe_yaml

_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ISO_DAY: Final = re.compile(_DAY)
_TOML: Final = re.compile(
    rf"{_DAY}(?:[Tt ][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?(?:[Zz]|[-+][0-9]{{2}}:[0-9]{{2}})?)?"
)
_JS_DATE_STOPS: Final = re.compile(r"[^ Tt]*+[Tt](?:(?>[^ ]*\t[-+Zz])|[^ ]*+[ \t]++[-+Zz]).*")
"""What `new Date` does not read: a space before the offset behind a `T`."""
_SHORT_OFFSET: Final = re.compile(r"[-+][0-9]\Z")
_SECONDS: Final = re.compile(r":[0-9]{2}:[0-9]{2}")
_USUAL: Final = {
    Generator.HUGO: "2000-01-01T00:00:00+00:00",
    Generator.ASTRO: "2000-01-01T00:00:00+00:00",
    Generator.ELEVENTY: "2000-01-01T00:00:00+00:00",
    Generator.ZOLA: "2000-01-01T00:00:00+00:00",
    Generator.HEXO: "2000-01-01 00:00:00",
    Generator.PELICAN: "2000-01-01 00:00",
}
_JEKYLL: Final = "2000-01-01 00:00:00 +0000"
_TOML_USUAL: Final = "2000-01-01T00:00:00+00:00"
_BY_BUILDER: Final = frozenset({Generator.JEKYLL, Generator.HEXO, Generator.PLAIN})
"""Generators that go by the clock of the machine where the configuration names no zone; the others go by UTC."""


@dataclass(frozen=True, slots=True)
class DateReader:
    """How the dates of one blog are read.

    Attributes:
        zone: the time zone that the blog's configuration names; None where it names none.
        syntax: the language of the front matter.
        quoted: the date stands in quotes.

    """

    generator: Generator
    zone: tzinfo | None = None
    syntax: Syntax = Syntax.YAML
    quoted: bool = False

    @property
    def usual(self) -> str:
        """A date in the form that the generator's documentation shows."""
        bare = self.syntax is Syntax.TOML and not self.quoted
        return _TOML_USUAL if bare else _USUAL.get(self.generator, _JEKYLL)

    def accepts(self, text: str) -> bool:
        """Return whether the generator reads the text as a date; otherwise it stops or ignores it."""
        bare_toml = self._bare and self.syntax is Syntax.TOML
        if self.generator is Generator.HUGO and not bare_toml:
            return hugo_date(text) is not None
        if read_date(text) is None:
            return False
        if bare_toml:
            return _TOML.fullmatch(text) is not None
        match self.generator:
            case Generator.ELEVENTY:
                return luxon_reads(text) or self._is_js_timestamp(text)
            case Generator.HEXO | Generator.ASTRO:
                return _JS_DATE_STOPS.fullmatch(text) is None or self._is_js_timestamp(text)
            case Generator.ZOLA:
                return zola_reads(text)
        return True

    def instants(self, text: str) -> frozenset[datetime]:
        """Return the moments that the text may mean: several where it depends on the machine that builds the blog.

        Nothing for a text that the generator does not read.
        """
        moment = read_date(text)
        by_hugo = hugo_date(text) if self.generator is Generator.HUGO else None
        if by_hugo is not None and self.accepts(text):
            return frozenset({by_hugo.at(self.clock).astimezone(UTC)})
        if moment is None or not self.accepts(text):
            return frozenset()
        if self.generator is Generator.HEXO:
            return self._of_hexo(text, moment)
        if self.generator is Generator.JEKYLL and not self._bare and _SHORT_OFFSET.search(text):
            moment = Moment(moment.day, moment.clock)  # Ruby's Time.parse takes no notice of it
        return frozenset(self._at(moment, zone) for zone in self._zones(text, moment))

    def meant(self, moment: Moment) -> datetime:
        """Return the point in time that a person means: without an offset, by the blog's clock."""
        return moment.instant if moment.offset is not None else self._at(moment, self.clock)

    @property
    def clock(self) -> tzinfo | None:
        """The blog's time zone; None for this machine's."""
        return self.zone if self.zone is not None or self.generator in _BY_BUILDER else UTC

    @property
    def _bare(self) -> bool:
        return not self.quoted and self.syntax is not Syntax.JSON

    def _is_js_timestamp(self, text: str) -> bool:
        return self._bare and self.syntax is Syntax.YAML and js_yaml_4(text)[0] == "timestamp"

    def _of_hexo(self, text: str, moment: Moment) -> frozenset[datetime]:
        """Hexo's adjustDateForTimezone shifts by the difference between the blog's zone and the builder's."""
        if self._is_js_timestamp(text):
            utc = moment.instant.astimezone(UTC)  # its time in UTC is taken for the time on the blog's clock
            return frozenset({self._at(Moment(utc.date(), utc.time()), self.clock)})
        if moment.offset is None and not _ISO_DAY.fullmatch(text):
            return frozenset({self._at(moment, self.clock)})
        instant = moment.instant.astimezone(UTC)
        if self.zone is None:
            return frozenset({instant})
        blog = instant.astimezone(self.zone).utcoffset() or timedelta()
        builders = (instant.astimezone(zone).utcoffset() or timedelta() for zone in (self.zone, UTC, None))
        return frozenset(instant - (blog - builder) for builder in builders)

    def _zones(self, text: str, moment: Moment) -> list[tzinfo | None]:
        """The zones in which the date may be read; None is this machine's."""
        match self.generator:
            case Generator.ASTRO:
                if moment.offset is None and not self._is_js_timestamp(text) and not _ISO_DAY.fullmatch(text):
                    return [UTC, None]
            case Generator.JEKYLL:
                timestamp = self._bare and moment.clock is not None and safe_yaml(text)[0] == "timestamp"
                if moment.offset is None and not timestamp:
                    return [self.zone] if self.zone is not None else [UTC, None]
            case Generator.HUGO | Generator.PELICAN | Generator.PLAIN:
                return [self.clock]
        return [UTC]

    @staticmethod
    def _at(moment: Moment, zone: tzinfo | None) -> datetime:
        if moment.offset is not None:
            return moment.instant.astimezone(UTC)
        naive = datetime.combine(moment.day, moment.clock or time())
        return (naive.astimezone(UTC) if zone is None else naive.replace(tzinfo=zone)).astimezone(UTC)


def date_for(reader: DateReader, moment: Moment, like: str = "", *, exact: bool = False) -> str:
    """Return a date's text in the form of `like` that the blog's generator reads as the moment.

    Where that form would mean another moment or stop the build, the offset is written too, or the form that the
    generator documents is taken.

    Args:
        moment: without an offset, it is told by the blog's clock; without a time of day, only the day is written.
        like: the key's former date, or a date of the blog's other posts; "" where there is none.
        exact: keep the time of day, and its seconds, where `like` has none; else its precision is enough.

    """
    old = read_date(like)
    if moment.clock is None or (old is not None and old.clock is None and not exact):
        day = moment.day if moment.offset is None else meant_day(reader, moment)
        written = write_date(Moment(day), like or reader.usual)
        return written if reader.accepts(written) else f"{day:%Y-%m-%d}"
    form = like if old is not None and old.clock is not None else ""
    instant = reader.meant(moment)
    told = timezone(timedelta(minutes=moment.offset)) if moment.offset is not None else reader.clock
    told = reader.zone if reader.zone is not None else told
    for written, wanted in _candidates(reader, instant, told, form, like, exact=exact):
        if reader.instants(written) == {wanted}:
            return written
    return write_date(_local(instant, told, offset=True), reader.usual)


def meant_day(reader: DateReader, moment: Moment) -> date:
    """Return the day of a moment on the blog's calendar; where the blog names no zone, the day as it is told.

    Hugo counts in UTC then, and leaves out a day that has not begun there.
    """
    if reader.zone is None and reader.generator is not Generator.HUGO:
        return moment.day
    there = reader.meant(moment).astimezone(reader.clock).date()
    return there if reader.zone is not None else min(there, moment.day)


def _candidates(
    reader: DateReader, instant: datetime, told: tzinfo | None, form: str, like: str, *, exact: bool
) -> Iterator[tuple[str, datetime]]:
    """Yield dates from the most like the old form to the most robust, each with the moment it is to be read as.

    Args:
        told: the zone whose clock and offset are written where the form has an offset.
        form: the old date when it has a time of day, else "".
        exact: keep seconds that the form does not have.

    """
    usual = reader.usual
    if like and not form:  # a day alone
        form = usual.replace("-", "/" if "/" in like else "-", 2)
    for one in dict.fromkeys((form or usual, usual)):
        old = read_date(one)
        if old is None:
            continue
        at = instant if exact or _SECONDS.search(one) is not None else instant.replace(second=0)
        if one[-1:] in "Zz":
            yield write_date(_local(at, UTC, offset=True), one), at
        has_offset = old.offset is not None
        yield write_date(_local(at, told if has_offset else reader.clock, offset=has_offset), one), at
        colon = "T" in one or reader.generator in (Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA)
        with_offset = f"{one}{'+00:00' if colon else ' +0000'}"
        if not has_offset and read_date(with_offset) is not None:
            yield write_date(_local(at, told, offset=True), with_offset), at
    yield write_date(_local(instant, UTC, offset=True), "2000-01-01T00:00:00Z"), instant


def _local(instant: datetime, zone: tzinfo | None, *, offset: bool) -> Moment:
    at = instant.astimezone(zone)
    minutes = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    return Moment(at.date(), at.time().replace(microsecond=0), minutes if offset else None)
