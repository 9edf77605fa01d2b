"""Edits: apply, invert, compose, shrink, difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import (
    Edit,
    EditError,
    apply,
    apply_all,
    compose,
    compose_all,
    difference,
    invert,
    shrink,
)

texts = st.text(alphabet="ab\n日🎉", max_size=12)


@st.composite
def text_and_edits(draw, count=1):
    text = start = draw(texts)
    edits = []
    for _ in range(count):
        low = draw(st.integers(0, len(start)))
        high = draw(st.integers(low, len(start)))
        edits.append(Edit(low, high, draw(texts)))
        start = apply(start, edits[-1])
    return text, edits


@given(text_and_edits())
def test_inverting_takes_an_edit_back(case):
    text, (edit,) = case
    assert apply(apply(text, edit), invert(text, edit)) == text


@given(text_and_edits(count=2))
def test_composing_gives_what_both_edits_give_or_says_that_they_lie_apart(case):
    text, (first, second) = case
    both = compose(first, second)
    if both is None:
        assert second.end < first.start or second.start > first.new_end
    else:
        assert apply(text, both) == apply_all(text, [first, second])


@given(text_and_edits(count=6))
def test_composing_many_changes_nothing_about_the_result(case):
    text, edits = case
    assert apply_all(text, compose_all(edits)) == apply_all(text, edits)


def test_a_run_of_typing_composes_into_one_edit():
    typed = [Edit(3 + number, 3 + number, character) for number, character in enumerate("日本語")]
    assert compose_all(typed) == [Edit(3, 3, "日本語")]


@given(text_and_edits())
def test_shrinking_keeps_the_meaning_and_never_grows(case):
    text, (edit,) = case
    small = shrink(text, edit)
    assert apply(text, small) == apply(text, edit)
    assert len(small.new) <= len(edit.new)
    assert small.end - small.start <= edit.end - edit.start


@given(texts, texts)
def test_the_difference_leads_from_one_text_to_the_other(before, after):
    change = difference(before, after)
    assert (after if change is None else apply(before, change)) == after
    assert (change is None) == (before == after)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_a_range_that_is_none_is_refused(start, end):
    with pytest.raises(EditError):
        Edit(start, end, "")


def test_an_edit_past_the_end_is_refused():
    with pytest.raises(EditError):
        apply("abc", Edit(2, 4, ""))
