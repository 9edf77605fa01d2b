"""Brackets and quotes in pairs. `|` is the caret, `⟦` and `⟧` stand around a selection."""

import pytest

from editor.writing.pairs import erased, typed
from tests.writing.marked import selected, shown


def run(marked, command):
    """What a command makes of a text; a caret alone is `|`."""
    text, start, end = selected(marked.replace("|", "⟦⟧") if "⟦" not in marked else marked)
    change = command(text, start, end)
    return None if change is None else shown(text, change).replace("⟦⟧", "|")


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("|", "(", "(|)"),
        ("see |.", "(", "see (|)."),
        ("海|、空", "(", "海(|)、空"),
        ("|word", "(", None),
        ("\\|", "[", None),
        ("- |", "[", None),
        ("(a|)", ")", "(a)|"),
        ("a|)", ")", None),
        ("((a|)", ")", None),
        ("say |", '"', 'say "|"'),
        ('say "a|"', '"', 'say "a"|'),
        ("don|", '"', None),
        ("5|", '"', None),
        ("|", "`", None),
        ("``|", "`", None),
        ("run |", "`", "run `|`"),
        ("a ⟦b c⟧ d", "*", "a *⟦b c⟧* d"),
        ("a ⟦海⟧ d", "「", "a 「⟦海⟧」 d"),
        ("a ⟦b\n\nc⟧ d", "(", "a (⟦b\n\nc⟧) d"),
        ("a ⟦b\n\n\n海⟧ d", "*", "a ⟦*b*\n\n\n*海*⟧ d"),
        ("a ⟦ ⟧ d", "(", None),
        ("a ⟦b⟧ d", "x", None),
        ("|", "「", None),
    ],
)
def test_what_a_mark_does(before, mark, after):
    assert run(before, lambda text, start, end: typed(text, start, end, mark)) == after


@pytest.mark.parametrize(("before", "after"), [("a (|)", "a |"), ("(|", None), ("|)", None), ("(|]", None)])
def test_backspace_takes_an_empty_pair(before, after):
    assert run(before, lambda text, start, _: erased(text, start)) == after
