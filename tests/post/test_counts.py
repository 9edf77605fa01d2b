"""Counting as writers do."""

import pytest

from editor.post.counts import Counts, count


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
