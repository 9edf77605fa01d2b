"""The edits between two texts, and where positions go with them."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.differences import differences
from editor.text.edit import Edit, apply, apply_all, map_all

LINES = st.lists(st.text("ab 魚は𠮷", max_size=6), max_size=12).map("\n".join)


@given(LINES, LINES)
def test_the_edits_give_the_other_text(before, after):
    edits = differences(before, after)
    assert apply_all(before, edits) == after
    assert all(later.end < earlier.start for earlier, later in itertools.pairwise(edits))
    assert bool(edits) == (before != after)


@given(LINES, LINES, st.booleans())
def test_positions_keep_their_order(before, after, bias):
    edits = differences(before, after)
    mapped = [map_all(edits, at, after=bias) for at in range(len(before) + 1)]
    assert mapped == sorted(mapped)
    assert all(0 <= at <= len(after) for at in mapped)


def test_lines_that_stay_are_not_edited():
    lines = [f"line {number} 魚𠮷" for number in range(200)]
    before = "\n".join(lines)
    changed = ["new", *lines[:50], "line 50 of 魚𠮷", *lines[51:100], *lines[120:], "end"]
    edits = differences(before, "\n".join(changed))
    for number in (*range(50), *range(51, 100), *range(120, 200)):
        at = before.index(f"{lines[number]}\n") if number < 199 else before.index(lines[number])
        moved = map_all(edits, at + 3)
        assert "\n".join(changed)[moved - 3 :].startswith(lines[number])
    inside = map_all(edits, before.index("魚", before.index("line 50 ")), after=True)
    assert "\n".join(changed)[inside:].startswith("魚𠮷\nline 51")


@pytest.mark.parametrize(
    ("edit", "position", "before", "after"),
    [
        (Edit(2, 2, "xyz"), 1, 1, 1),
        (Edit(2, 2, "xyz"), 2, 2, 5),
        (Edit(2, 2, "xyz"), 3, 6, 6),
        (Edit(2, 5, ""), 2, 2, 2),
        (Edit(2, 5, ""), 4, 2, 2),
        (Edit(2, 5, ""), 5, 2, 2),
        (Edit(2, 5, ""), 6, 3, 3),
        (Edit(2, 5, "ab"), 2, 2, 2),
        (Edit(2, 5, "ab"), 3, 3, 3),
        (Edit(2, 5, "ab"), 4, 4, 4),
        (Edit(2, 5, "ab"), 5, 4, 4),
        (Edit(2, 5, "abcdef"), 4, 4, 4),
    ],
)
def test_where_a_position_goes(edit, position, before, after):
    assert edit.map(position) == before
    assert edit.map(position, after=True) == after


@given(LINES, st.data())
def test_what_surrounds_an_edit_keeps_its_positions(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    edit = Edit(start, end, data.draw(LINES))
    new = apply(text, edit)
    for at in (*range(start), *range(end, len(text))):
        assert new[edit.map(at, after=True)] == text[at]


def test_large_texts_that_have_nothing_in_common_are_one_edit_each():
    dice = random.Random(1)
    before, after = ("\n".join(dice.choice("ab") * 3 for _ in range(20_000)) for _ in range(2))
    edits = differences(before, after)
    assert apply_all(before, edits) == after
