"""Two versions of a text: the passages that differ, and bringing them back one by one."""

from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import apply
from editor.writing.compare import Passage, bring_back, differing, lines_of, passages

LINES = st.lists(st.sampled_from(["a", "b", "朝", "", "long line", "c\x0bd", "e\u2028f"]), max_size=8).map("\n".join)


def test_passages_and_their_lines():
    old, new = lines_of("a\nb\nc\n"), lines_of("a\nx\ny\nc\nd")
    assert passages(old, new) == [Passage((1, 2), (1, 3)), Passage((3, 3), (4, 5))]
    assert bring_back(Passage((1, 2), (1, 3)), old, new).new == "b\n"


@given(LINES, LINES)
def test_all_passages_brought_back_are_the_old_text(old, new):
    text, before, now = new, lines_of(old), lines_of(new)
    for passage in reversed(passages(before, now)):
        text = apply(text, bring_back(passage, before, now))
    assert text == old
    assert "".join(now) == new


@given(LINES, LINES)
def test_one_passage_brought_back_leaves_all_other_lines(old, new):
    before, now = lines_of(old), lines_of(new)
    for passage in passages(before, now):
        (first, last), (start, end) = passage.old, passage.new
        text = apply(new, bring_back(passage, before, now))
        assert text == "".join([*now[:start], *before[first:last], *now[end:]])


def test_what_differs_within_a_line():
    assert list(differing("港の朝は早い", "港の夜は早い")) == [(2, 3)]
    assert list(differing("same", "same")) == []
    assert list(differing("nothing in common", "朝")) == [(0, 17)]
    assert list(differing("x" * 3_000, "y")) == [(0, 3_000)]
