"""No piece of syntax, repeated, makes the text of a stranger take more than steady time; no depth ends in an error.

By default each entry is tried with one piece and one pair of pieces, and each nesting is rendered for two generators,
others for each nesting, with all generators having some. `--n 1000` tries all pieces and all generators.
"""

import random
import sys

import pytest

from editor.header import Generator
from editor.render.worker import RECURSION
from tests.fuzz.entries import entries
from tests.fuzz.growth import PIECES, STEEPEST, repeated, steepness

FIRST, LAST = 2_000, 54_000
SAMPLE = 1
"""So many pieces, and as many pairs, are tried with each entry; all with `--n 1000`."""
GENERATORS = 2
"""For so many generators each nesting is rendered; for all with `--n 1000`."""
FOUND = (
    ("paste", "    a\n<a "),
    ("paste unseen", "<a "),
    ("paste unseen", "<img src='"),
    ("paste unseen", "<!--"),
    ("paste unseen", "<table>"),
    ("paste in a line", "<ul><li>"),
    ("tags of Jekyll", "{% post_url "),
    ("tags of Jekyll", "{% raw %}"),
    ("tags of Hugo", "{{< a "),
    ("carry to another blog", "{{"),
    ("carry to another blog", "{{< highlight >}}"),
    ("outline", "# a # "),
    ("writing: land", "> "),
    ("writing: land in a cell", "<code>"),
    ("writing: land in a link", "`"),
    ("writing: land in a heading", "#a"),
    ("writing: land in a fence of Hugo", "{{< a "),
    ("render --body as Jekyll", "{: .a"),
    ("render --body as Jekyll", "{::a}"),
    ("render --body as Jekyll", "a|"),
    ("render --body as Jekyll", "<http:"),
    ("render --body as Jekyll", "<!--"),
    ("render --body as Jekyll", "```a\n"),
    ("render --body as Jekyll", "~~~"),
)
"""What was slow once."""


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    return entries(tmp_path_factory.mktemp("blogs"))


@pytest.fixture
def _deep():
    """The worker's limit of recursion."""
    former = sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION)
    yield
    sys.setrecursionlimit(former)


def names():
    """The entries' names, without a folder for the blogs."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        return list(entries(Path(folder)))


def pieces(name, count):
    """The pieces for an entry: others for each, so that a run tries all with some."""
    dice = random.Random(name)
    some = dice.sample(PIECES, min(count, len(PIECES)))
    return [*some, *(dice.choice(PIECES) + dice.choice(PIECES) for _ in range(count))]


@pytest.mark.usefixtures("_deep")
@pytest.mark.parametrize("name", names())
def test_time_grows_with_the_text(read, cases, name):
    slow = []
    for piece in pieces(name, cases(SAMPLE)):
        power = steepness(read[name], lambda length, piece=piece: repeated("", piece, length), FIRST, LAST)
        if power >= STEEPEST:
            slow.append(f"{piece!r} × n: n^{power:.2f}")
    assert not slow, "\n".join(slow)


@pytest.mark.usefixtures("_deep")
@pytest.mark.parametrize(("name", "piece"), FOUND)
def test_what_was_slow_once(read, name, piece):
    assert steepness(read[name], lambda length: repeated("", piece, length), FIRST, LAST) < STEEPEST


DEEP = {
    "div": ("<div>", "x", "</div>", 400),
    "many div": ("<div>\n", "x\n", "</div>\n", 5_000),
    "quotes": ("> ", "x", "", 2_000),
    "lists": ("- ", "x", "", 1_000),
    "lists in lines": None,
    "emphasis": ("*a **b ", "x", "** c*", 1_000),
    "brackets": ("[", "x", "](/a)", 2_000),
    "pictures": ("![", "x", "](/a)", 2_000),
    "flow": ("[", "x", "]", 2_000),
    "flow maps": ("{a: ", "x", "}", 2_000),
    "JSON": ('{"a":', "1", "}", 2_000),
    "JSON lists": ("[", "1", "]", 5_000),
    "dotted": ("a.", "b = 1", "", 2_000),
    "tables": ("[a.", "b]", "", 1_000),
    "parentheses": ("(", "x", ")", 5_000),
    "TeX": ("\\frac{a}{", "x", "}", 1_000),
    "TeX left": ("\\left(", "x", "\\right)", 1_000),
    "Liquid": ("{% if a %}", "x", "{% endif %}", 1_000),
    "Liquid raw": ("{% raw %}", "x", "{% endraw %}", 1_000),
    "short": ("{{< a >}}", "x", "{{< /a >}}", 1_000),
    "JSX": ("<A>", "x", "</A>", 1_000),
    "JSX scripts": ("{a(", "1", ")}", 1_000),
    "spans": ("<span>", "x", "</span>", 1_000),
    "strong": ("<b><i>", "x", "</i></b>", 1_000),
    "cells": ("<table><tr><td>", "x", "</td></tr></table>", 400),
    "HTML lists": ("<ul><li>", "x", "</li></ul>", 1_000),
    "HTML quotes": ("<blockquote>", "x", "</blockquote>", 1_000),
    "footnotes": ("[^", "1", "]", 2_000),
    "kramdown": ("{::comment}\n", "x\n", "{:/}\n", 1_000),
    "directives": (":::a\n", "x\n", ":::\n", 1_000),
}


def nested(name):
    if name == "lists in lines":
        return "".join("  " * depth + "- a\n" for depth in range(300))
    before, inner, after, times = DEEP[name]
    return before * times + inner + after * times


@pytest.mark.parametrize("depth", DEEP)
def test_any_depth_is_read(read, depth):
    """In the window's process, where Python's usual limit of recursion holds; the worker's are tried below."""
    text = nested(depth)
    for name, entry in read.items():
        if not name.startswith("render"):
            entry(text)


@pytest.mark.usefixtures("_deep")
@pytest.mark.parametrize("depth", DEEP)
def test_any_depth_is_rendered(read, cases, depth):
    text, first = nested(depth), list(DEEP).index(depth) * GENERATORS
    generators = list(Generator)
    for number in range(first, first + min(cases(GENERATORS), len(generators))):
        generator = generators[number % len(generators)]
        for name in (f"render as {generator}", f"render --body as {generator}"):
            read[name](text)
