"""A change that comes late does what it would have done at once, and nothing that was typed meanwhile is lost."""

from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import Edit, apply, apply_all
from editor.writing.change import Change
from editor.writing.late import late, parts


def places(text, number):
    return st.lists(st.integers(0, len(text)), min_size=number, max_size=number).map(sorted)


@st.composite
def changes(draw):
    """A text, a selection in it, and a change that replaces at least a part of the selection, or more than it."""
    text = draw(st.text("abcdef\n", max_size=30))
    start, end = draw(places(text, 2))
    first = draw(st.integers(0, end))
    last = draw(st.integers(max(first, start), len(text)))
    new = draw(st.text("XYZ", max_size=10))
    return text, start, end, Change.at(Edit(first, last, new), first + draw(st.integers(0, len(new))))


@given(changes(), st.text("123", max_size=5))
def test_what_is_typed_meanwhile_stands_at_the_caret(change, typed):
    text, start, end, change = change
    edits = [Edit(start + number, start + number, letter) for number, letter in enumerate(typed)]
    now = apply_all(text, [Edit(start, end, ""), *edits])
    found = late(text, start, end, change, edits)
    assert apply_all(now, found) == apply(apply(text, change.edit), Edit(change.end, change.end, typed))


@given(changes(), st.data())
def test_edits_elsewhere_stay_and_those_inside_have_it_found_anew(change, data):
    text, start, end, change = change
    without = apply(text, Edit(start, end, ""))
    low = min(change.edit.start, start)
    high = max(change.edit.end, end) - (end - start)
    first, last = data.draw(places(without, 2))
    edit = Edit(first, last, "123")
    found = late(text, start, end, change, [edit])
    if first == last == start:
        return  # typed there: as above
    if low < last and first < high:
        assert found is None
        return
    whole = apply(without, Edit(low, high, "·"))
    outside = edit if last <= low else Edit(first - (high - low) + 1, last - (high - low) + 1, "123")
    before, after = apply(whole, outside).split("·")
    at = min(change.edit.start, start)
    kept = text[at : change.edit.start], text[change.edit.end : max(change.edit.end, end)]
    written = kept[0] + change.edit.new + kept[1]
    assert apply_all(apply(without, edit), found) == before + written + after


@given(st.text("ab", max_size=20), st.text("ab", max_size=20), st.data())
def test_an_edit_in_parts_is_the_same_edit(text, new, data):
    edit = Edit(*data.draw(places(text, 2)), new)
    assert apply_all(text, parts(text, edit)) == apply(text, edit)


def test_parts_leave_alone_what_is_written_again():
    text = "```\nkept\n"
    found = parts(text, Edit(0, len(text), "````\nkept\n```"))
    assert found == [Edit(9, 9, "```"), Edit(3, 3, "`")]
