"""Dates by Hugo's parser: expected values were measured with hugo 0.168.0."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from editor.header import FieldType, Generator
from editor.header.date_forms import zola_reads
from editor.header.date_readers import DateReader
from editor.header.hugo_dates import hugo_date, hugo_reads, hugo_seconds
from editor.header.key_kinds import documented_kind, is_date_key
from tests.conftest import ROOT

ROWS = [
    line.split("\t")
    for line in (ROOT / "tests/cases/hugo-dates.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda one: one)
def test_a_date_means_what_hugo_lists(text, expected):
    found = hugo_date(text)
    written = "stops" if found is None else found.at(ZoneInfo("Asia/Tokyo")).isoformat(timespec="seconds")
    assert written.replace("+00:00", "Z") == expected


def test_whole_numbers_are_seconds():
    assert hugo_seconds(1707385200).isoformat() == "2024-02-08T09:40:00+00:00"
    assert hugo_seconds(10**18) is None


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda one: one)
def test_writers_and_checks_know_the_same_dates(text, expected):
    reader = DateReader(Generator.HUGO, ZoneInfo("Asia/Tokyo"))
    assert reader.accepts(text) is (expected != "stops")
    moments = {one.astimezone(UTC) for one in reader.instants(text)}
    wanted = set() if expected == "stops" else {datetime.fromisoformat(expected).astimezone(UTC)}
    assert moments == wanted
    assert hugo_reads(text) is (expected != "stops")


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("2020-01-02", True),
        ("2020-1-2", True),
        ("2020-01-02T10:00:00", True),
        ("2020-01-02 10:00:00", True),
        ("2020-01-02 9:00:00 +9", True),
        ("2020-01-02t10:00:00Z", True),
        ("2020-01-02T10:00", False),
        ("2020/01/02", False),
        ("2020-02-30", False),
        ("2020-01-02 25:00:00", False),
        ("10:00:00", False),
        ("soon", False),
    ],
)
def test_zolas_dates_are_one_table(text, reads):
    """The cases of Zola's own tests (components/content/src/front_matter/datetime.rs, page.rs)."""
    assert zola_reads(text) is reads
    assert DateReader(Generator.ZOLA).accepts(text) is reads


def test_the_keys_with_dates_are_one_table():
    for key in ("date", "publishDate", "PubDate", "published", "lastmod", "expiryDate", "unpublishdate"):
        assert is_date_key(Generator.HUGO, key)
        assert documented_kind(Generator.HUGO, key) is FieldType.DATE
    assert not is_date_key(Generator.HUGO, "title")
    assert not is_date_key(Generator.JEKYLL, "Date")
