"""The moment that a date's text means to each generator, and the text that a moment gets there.

`tests/cases/dates/read.json` was measured with the generators named in `editor/header/date_readers.py`, on a machine in
America/New_York; null where the build stops or the date is none.
"""

import json
import re
import time as clock
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.header import Generator, Syntax
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment, read_date

ROWS = json.loads((Path(__file__).parent.parent / "cases/dates/read.json").read_text(encoding="utf-8"))
MEASURED = [(name, row["text"], row["quoted"], utc) for row in ROWS for name, utc in row["read"].items()]
TOKYO = ZoneInfo("Asia/Tokyo")
FORMS = [row["text"] for row in ROWS if not row["quoted"] and read_date(row["text"]) is not None]


@pytest.fixture
def new_york(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def test_each_measured_date_means_what_its_generator_takes_it_for(new_york):
    wrong = []
    for name, text, quoted, utc in MEASURED:
        generator, zone = name.split()
        known = ZoneInfo(zone) if "/" in zone else None
        reader = DateReader(Generator(generator), known, quoted=quoted)
        if read_date(text) is None:
            continue  # “UTC” behind a date: no form that is written here
        right = datetime.fromisoformat(utc).replace(microsecond=0) if utc else None
        found = {one.replace(microsecond=0) for one in reader.instants(text)}
        if (right is None) != (not found) or (right is not None and right not in found):
            wrong.append((name, text, quoted, utc, found))
    assert not wrong


@settings(max_examples=1_500)
@given(
    generator=st.sampled_from([one for one in Generator if one is not Generator.PLAIN]),
    zone=st.sampled_from([None, TOKYO, ZoneInfo("America/New_York")]),
    like=st.sampled_from(["", *FORMS]),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
    offset=st.sampled_from([0, 540, -300]),
    quoted=st.booleans(),
)
def test_what_is_written_is_read_as_the_moment_that_was_meant(generator, zone, like, at, offset, quoted):
    moment = Moment(at.date(), at.time().replace(microsecond=0), offset)
    reader = DateReader(generator, zone, quoted=quoted)
    instant = moment.instant.astimezone(UTC)
    assert reader.instants(date_for(reader, moment, like, exact=True)) == {instant}
    written = date_for(reader, moment, like)
    if ":" in written:
        seconds = re.search(r":\d\d:\d\d", written) is not None
        assert reader.instants(written) == {instant if seconds else instant.replace(second=0)}


@pytest.mark.parametrize(
    ("generator", "syntax", "zone", "like", "text"),
    [
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "2026-01-01T10:00", "2026-11-27T15:28"),
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "2026-01-01 10:00", "2026-11-27 15:28"),
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "2026-01-01 10:00:00", "2026-11-27 15:28:05 +0900"),
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "2026-01-01T10:00:00Z", "2026-11-27T06:28:05Z"),
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "2026-01-01", "2026-11-27"),
        (Generator.JEKYLL, Syntax.YAML, TOKYO, "", "2026-11-27 15:28:05 +0900"),
        (Generator.HUGO, Syntax.YAML, TOKYO, "2026-01-01T10:00:00", "2026-11-27T15:28:05"),
        (Generator.HUGO, Syntax.YAML, None, "2026-01-01T10:00:00", "2026-11-27T06:28:05"),
        (Generator.HUGO, Syntax.TOML, TOKYO, "2026-01-01T10:00:00+09:00", "2026-11-27T15:28:05+09:00"),
        (Generator.HUGO, Syntax.YAML, TOKYO, "2026/01/01 10:00", "2026-11-27T15:28:05+09:00"),
        (Generator.HEXO, Syntax.YAML, TOKYO, "2026-01-01 10:00:00", "2026-11-27 15:28:05"),
        (Generator.HEXO, Syntax.YAML, TOKYO, "2026/1/1 10:00:00", "2026/11/27 15:28:05"),
        (Generator.HEXO, Syntax.YAML, TOKYO, "2026-01-01T10:00:00+09:00", "2026-11-27 15:28:05"),
        (Generator.ELEVENTY, Syntax.YAML, None, "", "2026-11-27T06:28:05+00:00"),
        (Generator.ELEVENTY, Syntax.YAML, TOKYO, "", "2026-11-27T15:28:05+09:00"),
        (Generator.ELEVENTY, Syntax.YAML, TOKYO, "2026-01-01 10:00:00 +0900", "2026-11-27T15:28:05+09:00"),
        (Generator.ASTRO, Syntax.YAML, TOKYO, "", "2026-11-27T15:28:05+09:00"),
        (Generator.ZOLA, Syntax.TOML, TOKYO, "", "2026-11-27T15:28:05+09:00"),
        (Generator.PELICAN, Syntax.PELICAN, TOKYO, "", "2026-11-27 15:28"),
    ],
)
def test_now_is_written_as_the_neighbours_write_it_or_with_an_offset(generator, syntax, zone, like, text):
    now = Moment(date(2026, 11, 27), time(6, 28, 5), 0)
    assert date_for(DateReader(generator, zone, syntax), now, like) == text


@pytest.mark.parametrize("generator", list(Generator))
def test_a_day_is_written_in_a_form_that_the_generator_reads(generator):
    for like in ("", *FORMS):
        reader = DateReader(generator)
        assert reader.accepts(date_for(reader, Moment(date(2020, 1, 2)), like))
