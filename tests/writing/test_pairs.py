"""Brackets and quotes in pairs. `|` is the caret; two of them the ends of a selection."""

import pytest

from editor.text.edit import apply
from editor.writing.pairs import erased, typed


def run(marked, command):
    start = marked.index("|")
    end = marked.rindex("|") - 1 if marked.count("|") == 2 else start
    text = marked.replace("|", "")
    change = command(text, start, end)
    if change is None:
        return None
    new = apply(text, change.edit)
    if change.start == change.end:
        return f"{new[: change.start]}|{new[change.start :]}"
    return f"{new[: change.start]}|{new[change.start : change.end]}|{new[change.end :]}"


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
        ("a |b c| d", "*", "a *|b c|* d"),
        ("a |海| d", "「", "a 「|海|」 d"),
        ("a |b\n\nc| d", "(", None),
        ("a | | d", "(", None),
        ("a |b| d", "x", None),
        ("|", "「", None),
    ],
)
def test_what_a_mark_does(before, mark, after):
    assert run(before, lambda text, start, end: typed(text, start, end, mark)) == after


@pytest.mark.parametrize(("before", "after"), [("a (|)", "a |"), ("(|", None), ("|)", None), ("(|]", None)])
def test_backspace_takes_an_empty_pair(before, after):
    assert run(before, lambda text, start, _: erased(text, start)) == after
