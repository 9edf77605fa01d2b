"""Tab and Shift+Tab: `⟦` and `⟧` stand around the selection, before and after."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.header import Generator
from editor.render.flavours import make_flavour
from editor.text.edit import apply
from editor.writing.keys import tab
from tests.writing.marked import selected, shown

CASES = [
    # plain lines
    ("⟦one\ntwo\nthree⟧", "⟦    one\n    two\n    three⟧"),
    ("a ⟦b⟧ c\nd", "    a ⟦b⟧ c\nd"),
    ("⟦one\n\n二⟧\nthree", "⟦    one\n\n    二⟧\nthree"),
    ("⟦one\ntwo\n⟧three", "⟦    one\n    two\n⟧three"),
    ("x⟦one\n𠮷two⟧", "    x⟦one\n    𠮷two⟧"),
    ("⟦\tone\ntwo⟧", "⟦\t\tone\n\ttwo⟧"),
    # code
    ("```\n⟦a = 1\nb = 2⟧\n```", "```\n⟦    a = 1\n    b = 2⟧\n```"),
    ("```go\nif x {\n\ty()\n⟦z()\nw()⟧\n}\n```", "```go\nif x {\n\ty()\n⟦\tz()\n\tw()⟧\n}\n```"),
    ("```yaml\n⟦- a\n- b⟧\n```", "```yaml\n⟦    - a\n    - b⟧\n```"),
    ("~~~diff\n⟦> a\n> b⟧\n~~~", "~~~diff\n⟦    > a\n    > b⟧\n~~~"),
    ("> ```\n> ⟦a\n> b⟧\n> ```", "> ```\n> ⟦    a\n>     b⟧\n> ```"),
    ("```\n⟦a⟧", "```\n⟦    a⟧"),
    ("    ⟦x = 1\n    y = 2⟧", "        ⟦x = 1\n        y = 2⟧"),
    # lists
    ("- a\n- b⟦⟧", "- a\n  - b⟦⟧"),
    ("- a\n⟦- b\n- c⟧", "- a\n⟦  - b\n  - c⟧"),
    ("1. a\n⟦2. b\n3. c⟧", "1. a\n⟦   1. b\n   2. c⟧"),
    ("10. a\n⟦11. b⟧", "10. a\n⟦    1. b⟧"),
    ("1. a\n⟦2. b⟧\n3. c\n4. d", "1. a\n⟦   1. b⟧\n2. c\n3. d"),
    ("1. a\n   1. b\n⟦2. c⟧\n\n3. d", "1. a\n   1. b\n⟦   2. c⟧\n\n2. d"),
    ("1. a\n2. b⟦⟧\n   1. x\n\nend", "1. a\n   1. b⟦⟧\n   2. x\n\nend"),
    ("> 1. a\n> ⟦2. b⟧\n> 3. c", "> 1. a\n> ⟦   1. b⟧\n> 2. c"),
    ("1) a\n⟦2) b⟧\n3) c\n\n1. x\n2. y", "1) a\n⟦   1) b⟧\n2) c\n\n1. x\n2. y"),
    ("9. a\n⟦10. b⟧\n11. c\n    d", "9. a\n⟦   1. b⟧\n10. c\n    d"),
    # lists that do not count
    ("1. a\n⟦1. b⟧\n1. c", "1. a\n⟦   1. b⟧\n1. c"),
    ("1. a\n⟦3. b⟧\n7. c", "1. a\n⟦   3. b⟧\n7. c"),
    ("1. a\n⟦- b⟧", "1. a\n⟦   - b⟧"),
    ("-   a\n⟦-   b⟧", "-   a\n⟦    -   b⟧"),
    ("- [ ] a\n⟦- [x] b⟧", "- [ ] a\n⟦  - [x] b⟧"),
    ("- a\n\t- b\n⟦- c⟧", "- a\n\t- b\n⟦\t- c⟧"),
    ("- a\n    - b\n⟦- c⟧", "- a\n    - b\n⟦    - c⟧"),
    ("- a\n⟦- b\n  - c\n    d⟧", "- a\n⟦  - b\n    - c\n      d⟧"),
    ("⟦1. a⟧", "⟦   1. a⟧"),
    ("⟦- a\n- b⟧", "⟦  - a\n  - b⟧"),
    # quotes
    ("⟦> a\n> b⟧", "⟦>     a\n>     b⟧"),
    ("> - a\n⟦> - b\n> - c⟧", "> - a\n⟦>   - b\n>   - c⟧"),
    ("⟦> a\n>\n> > b⟧", "⟦>     a\n>\n>     > b⟧"),
]


def press(marked, *, back=False, **options):
    text, start, end = selected(marked)
    change = tab(text, start, end, back=back, tab_width=options.pop("tab_width", 4), **options)
    return None if change is None else shown(text, change)


def without(marked):
    return marked.replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize(("before", "after"), CASES)
def test_tab_indents_and_shift_tab_takes_it_back(before, after):
    assert press(before) == after
    assert without(press(after, back=True)) == without(before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - b⟦⟧", "- b⟦⟧"),
        ("1. a\n   - b⟦⟧", "1. a\n- b⟦⟧"),
        ("- a\n  - b\n    ⟦- c⟧", "- a\n  - b\n  ⟦- c⟧"),
        ("- a\n\t- b⟦⟧", "- a\n- b⟦⟧"),
        ("⟦- a\n  - b⟧", "⟦- a\n- b⟧"),
        ("⟦one\n  two\n        three⟧", "⟦one\ntwo\n    three⟧"),
        ("   x⟦⟧", "x⟦⟧"),
        ("⟦\ta\n    b⟧", "⟦a\nb⟧"),
        ("  ⟦  a⟧", "⟦a⟧"),
        ("1. a\n   1. b\n   2. c⟦⟧\n   3. d\n2. e", "1. a\n   1. b\n2. c⟦⟧\n   1. d\n3. e"),
        ("8. a\n   1. b⟦⟧\n9. c\n   d", "8. a\n1. b⟦⟧\n9. c\n   d"),  # `d` would not be below `10. c`
        ("8. a\n   1. b⟦⟧\n9.  c\n    d", "8. a\n9. b⟦⟧\n10. c\n    d"),
        ("9. a\n   1. b⟦⟧\n10. c", "9. a\n10. b⟦⟧\n11. c"),
    ],
)
def test_shift_tab(before, after):
    assert press(before, back=True) == after


@pytest.mark.parametrize(
    ("before", "back"),
    [("text⟦⟧", False), ("⟦⟧", False), ("```\nx⟦⟧\n```", False), ("⟦a\nb⟧", True), ("⟦- a⟧", True), ("⟦\n\n⟧", False)],
)
def test_nothing_to_indent(before, back):
    assert press(before, back=back) is None


def test_the_width_is_the_setting_and_the_least_that_nests():
    assert press("⟦a\nb⟧", tab_width=2) == "⟦  a\n  b⟧"
    assert press("```\n⟦a⟧\n```", tab_width=8) == "```\n⟦        a⟧\n```"
    assert press("- a\n⟦- b⟧", nesting=4) == "- a\n⟦    - b⟧"


def test_a_table_keeps_its_tab():
    assert press("| a | b |\n| - | - |\n| ⟦c⟧ | d |") == "| a   | b   |\n| --- | --- |\n| c   | ⟦d⟧   |"


@pytest.mark.parametrize("generator", [Generator.JEKYLL, Generator.HUGO, Generator.ASTRO, Generator.PELICAN])
@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "1)", "-  ", "1.  "])
def test_a_nested_item_is_a_list_in_the_list(generator, marker):
    if generator in (Generator.JEKYLL, Generator.PELICAN):
        marker = marker.replace(")", ".")  # kramdown and Python-Markdown have no other numbers
    text, start, end = selected(f"{marker} one\n⟦{marker} two\n{marker} three⟧\n")
    nesting = 4 if generator is Generator.PELICAN else 0
    change = tab(text, start, end, back=False, tab_width=4, nesting=nesting)
    html = "".join(make_flavour(generator, {}).blocks(apply(text, change.edit)))
    assert html.count("<ul") + html.count("<ol") == 2, html
    assert html.count("<li") == 3, html
    assert "<pre" not in html


def words(text):
    """The text without white space and numbers."""
    return re.sub("[0-9]", "", "".join(text.split()))


@pytest.mark.parametrize("generator", [Generator.JEKYLL, Generator.HUGO, Generator.ASTRO, Generator.PELICAN])
def test_numbered_items_that_are_nested_are_a_list(generator):
    """No list that begins with another number than 1 comes directly below a line of text (CommonMark)."""
    text, start, end = selected("1. one\n⟦2. two\n3. three⟧\n4. four\n")
    change = tab(text, start, end, back=False, tab_width=4, nesting=4 if generator is Generator.PELICAN else 0)
    html = "".join(make_flavour(generator, {}).blocks(apply(text, change.edit)))
    assert (html.count("<ol"), html.count("<li")) == (2, 4)


LINES = st.lists(
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["", "> ", ">", "> > "]),
            st.sampled_from(["", " ", "  ", "\t", "      "]),
            st.sampled_from(["", "- ", "1. ", "2. ", "12. ", "```", "| ", "---"]),
            st.text("a魚𠮷 |`", max_size=4),
        ),
    ),
    min_size=1,
    max_size=8,
).map("\n".join)


@given(LINES, st.data())
def test_nothing_but_white_space_changes_and_the_same_text_is_selected(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    back = data.draw(st.booleans())
    change = tab(text, start, end, back=back, tab_width=4)
    if change is None or (start == end and "|" in text):
        return
    new = apply(text, change.edit)
    if "|" not in text:  # Tab in a table goes to another cell
        assert words(new) == words(text)
        assert words(new[change.start : change.end]) == words(text[start:end])
        assert new.count("\n", 0, change.start) == text.count("\n", 0, start)
        assert new.count("\n", 0, change.end) == text.count("\n", 0, end)
