"""Half- and full-width forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import apply
from editor.writing.width import full_width, half_width
from tests.writing.marked import selected, shown


@pytest.mark.parametrize(
    ("before", "command", "after"),
    [
        ("a ⟦ＡＩ２０２６　ｶﾞｽ「海」⟧ b", half_width, "a ⟦AI2026 ガス「海」⟧ b"),
        ("a ⟦AI 2026!ｶﾞ⟧ b", full_width, "a ⟦ＡＩ　２０２６！ガ⟧ b"),
        ("a ⟦海⟧ b", half_width, None),
        ("a ⟦⟧ b", full_width, None),
    ],
)
def test_widths(before, command, after):
    text, start, end = selected(before)
    change = command(text, start, end)
    assert (shown(text, change) if change else None) == after


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_latin_text_comes_back(text):
    wide = full_width(text, 0, len(text))
    new = apply(text, wide.edit) if wide else text
    back = half_width(new, 0, len(new))
    assert (apply(new, back.edit) if back else new) == text
