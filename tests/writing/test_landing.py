"""A text is pasted at `⟦⟧`, and the place stays what it was."""

import pytest

from editor.text.edit import apply
from editor.writing.landing import land
from tests.writing.marked import selected

TABLE = "| a | b |\n| --- | --- |\n| c ⟦⟧| d |\n"


@pytest.mark.parametrize(
    ("place", "pasted", "after"),
    [
        (TABLE, "x|y", "| a | b |\n| --- | --- |\n| c x\\|y| d |\n"),
        (TABLE, "x\\|y\n\nz\n", "| a | b |\n| --- | --- |\n| c x\\|y z| d |\n"),
        ("⟦⟧| a | b |\n|---|---|\n", "| x | y |\n", "| x | y |\n| a | b |\n|---|---|\n"),
        ("# a ⟦⟧", "b\nc\n", "# a b c"),
        ("# a ⟦⟧", "b\n\nc\nd", "# a b\n\nc\nd"),
        ("[a⟦⟧](https://e.org)", "b]\n[c", "[ab\\] \\[c](https://e.org)"),
        ("`a⟦⟧`", "b|*c*\nd", "`ab|*c* d`"),
        ("> a ⟦⟧", "b\n\nc", "> a b\n>\n> c"),
        ("> a\n> ⟦⟧", "> b\n> c", "> a\n> > b\n> c"),
        ("- a ⟦⟧", "b\nc\n\nd", "- a b\n  c\n\n  d"),
        ("10. ⟦⟧", "b\nc", "10. b\n    c"),
        ("> - ⟦⟧", "b\nc", "> - b\n>   c"),
        ("- ⟦⟧", "- b\n- c", "- - b\n- c"),
        ("a ⟦⟧", "b | c\n\n*d*", "a b | c\n\n*d*"),
    ],
)
def test_pasted(place, pasted, after):
    text, start, end = selected(place)
    change = land(text, start, end, pasted)
    new = apply(text, change.edit)
    assert new == after
    assert new[: change.start].rstrip().endswith(pasted.rstrip()[-1:])
