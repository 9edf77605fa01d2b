"""Counting as writers do."""

import pytest

from editor.post.counts import Counts, count, slices


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("", Counts(0, 0)),
        ("Hello, big world", Counts(14, 3)),
        ("it's a well-known fact", Counts(19, 4)),
        ("日本語です。", Counts(6, 5)),
        ("AI投資3600億", Counts(9, 5)),
        ("全角　空白", Counts(4, 4)),
        ("ｶﾅ カナ", Counts(4, 4)),
    ],
)
def test_count(text, counts):
    assert count(text) == counts


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_the_counts_of_slices_add_up(size):
    text = "Hello world\n\n日本語です。\nit's the\nend"
    parts = list(slices(text, size))
    assert "".join(parts) == text
    assert sum(map(count, parts), Counts(0, 0)) == count(text)
