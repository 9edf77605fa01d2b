"""Dates by Hugo's parser: expected values were measured with hugo 0.168.0."""

from zoneinfo import ZoneInfo

import pytest

from editor.header.hugo_dates import hugo_date, hugo_seconds
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
