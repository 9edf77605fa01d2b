"""What people type, as the kind of value that a key has."""

import pytest

from editor.header import DateText, Refused, read_header
from editor.header.values import plain
from editor.post.values import from_json, shown, typed

HEADER = read_header(
    "---\ntitle: x\ndate: 2025-11-02 12:54:50 +0000\ntags: [2024, a]\nn: 8\nf: 1.5\nb: yes\nm: {a: 1}\nempty:\n---\n"
)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "no", "no"),
        ("date", "2025-12-01", DateText("2025-12-01 12:54:50 +0000")),
        ("date", "2025-12-01 08:00 +0900", DateText("2025-12-01 08:00:00 +0900")),
        ("tags", "2024, b,, ", [2024, "b"]),
        ("n", " 9 ", 9),
        ("f", "2", 2),
        ("b", "No", False),
        ("b", "はい", True),
        ("empty", "text", "text"),
        ("new", "text", "text"),
        ("categories", "a, b", ["a", "b"]),
        ("updated", "2025-12-01", DateText("2025-12-01")),
    ],
)
def test_text_is_read_in_the_keys_kind(key, text, value):
    assert typed(key, HEADER.field(key), text) == value


@pytest.mark.parametrize(("key", "text"), [("date", "soon"), ("n", "eight"), ("b", "perhaps"), ("m", "a")])
def test_what_the_kind_does_not_have_is_refused(key, text):
    with pytest.raises(Refused, match=key):
        typed(key, HEADER.field(key), text)


def test_json_gives_exactly_its_value():
    assert from_json("x", None, '[1, "a", null]') == [1, "a", None]
    with pytest.raises(Refused, match="no JSON"):
        from_json("x", None, "text")


def test_values_are_shown_as_people_read_them():
    assert [shown(value) for value in (None, True, 1.5, DateText("2025-01-02"), ["a", 1])] == [
        "",
        "true",
        "1.5",
        "2025-01-02",
        "a, 1",
    ]
    assert plain({"d": DateText("2025-01-02"), "f": float("inf")}) == {"d": "2025-01-02", "f": "inf"}
