"""Dates keep the form that they have."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.header.dates import Moment, offset_text, read_date, write_date

FORMS = [
    "2025-11-02",
    "2025-1-2",
    "2025/11/02 08:09",
    "2013/7/13 20:46:25",
    "2025-11-02 12:54:50 +0000",
    "2025-11-02 12:54:50 +09:00",
    "2025-11-02 12:54:50+0900",
    "2025-11-02T12:54:50Z",
    "2025-11-02T12:54:50+09:00",
    "2025-11-02 12:54 -0330",
    "2025-11-02 12:54:50 +9",
]


@pytest.mark.parametrize("text", FORMS)
def test_writing_the_moment_that_was_read_gives_the_same_text(text):
    moment = read_date(text)
    assert moment is not None
    written = write_date(moment, text)
    assert written == text or (text.endswith("+9") and written.endswith("+09"))


@pytest.mark.parametrize("like", FORMS)
@given(
    st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    st.none() | st.times().map(lambda value: value.replace(microsecond=0)),
    st.none() | st.integers(-720, 840),
)
def test_a_moment_survives_every_form(like, day, clock, offset):
    moment = Moment(day, clock, offset if clock is not None else None)
    again = read_date(write_date(moment, like))
    assert again == moment


@pytest.mark.parametrize(
    "text",
    ["2025-02-30", "2025-13-01", "soon", "", "2025-11-02 25:00", "2025-11-02 12:00 +99:00", "20251102", "2025-11"],
)
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


def test_parts_that_the_old_form_lacks_are_written_as_jekyll_does():
    assert write_date(Moment(date(2026, 1, 2), time(3, 4, 5), 540), "2025-11-02") == "2026-01-02 03:04:05 +0900"
    assert write_date(Moment(date(2026, 1, 2), time(3, 4), None), "2025-11-02 10:00") == "2026-01-02 03:04"
    assert write_date(Moment(date(2026, 1, 2)), "2025-11-02 10:00:00 +0900") == "2026-01-02"


def test_the_instant_counts_the_offset():
    moment = read_date("2026-01-01 08:30:00 +0900")
    assert moment is not None
    assert moment.instant == datetime(2025, 12, 31, 23, 30, tzinfo=UTC)


def test_offsets_are_written_as_jekyll_does():
    assert [offset_text(minutes) for minutes in (0, 540, -210)] == ["+0000", "+0900", "-0330"]
