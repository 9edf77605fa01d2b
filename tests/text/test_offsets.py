"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import Edit, apply
from editor.text.offsets import Utf16Map, utf16_length

texts = st.text(alphabet="a日🎉𠮷\n", max_size=20)


@given(texts)
def test_positions_convert_both_ways(text):
    positions = Utf16Map(text)
    for offset in range(len(text) + 1):
        unit = positions.to_utf16(offset)
        assert unit == len(text[:offset].encode("utf-16-le")) // 2
        assert positions.from_utf16(unit) == offset


@given(texts)
def test_a_position_inside_a_pair_is_that_of_the_pair(text):
    positions = Utf16Map(text)
    for offset, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert positions.from_utf16(positions.to_utf16(offset) + 1) == offset


@given(texts, texts, st.data())
def test_the_map_follows_edits(text, new, data):
    low = data.draw(st.integers(0, len(text)))
    edit = Edit(low, data.draw(st.integers(low, len(text))), new)
    positions, after = Utf16Map(text), apply(text, edit)
    positions.follow(edit)
    fresh = Utf16Map(after)
    for offset in range(len(after) + 1):
        assert positions.to_utf16(offset) == fresh.to_utf16(offset)


def test_utf16_length_counts_pairs_twice():
    assert [utf16_length(text) for text in ("abc", "日本", "🎉a")] == [3, 2, 3]
