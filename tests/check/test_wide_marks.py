"""The table `tests/cases/wide-marks.tsv`: marks of a full-width keyboard, by generator, and the same in ASCII.

What each engine makes of them was measured with kramdown, goldmark, marked and Python-Markdown.
"""

import pytest

from editor.check.post_checks import Checker
from editor.header import Generator, Rules
from editor.post.post import Post
from tests.conftest import ROOT

ROWS = [line.split("\t") for line in (ROOT / "tests/cases/wide-marks.tsv").read_text("utf-8").splitlines()]
HEAD = "---\ntitle: x\n---\n\n"
CODES = {"wide-mark", "lost-emphasis"}


def problems(body, generator):
    post = Post.from_bytes((HEAD + body).encode(), Rules(Generator(generator)))
    return post, [one for one in Checker().check_text(post, None) if one.code in CODES]


@pytest.mark.parametrize(("generator", "text", "expected", "fixed"), ROWS)
def test_row(generator, text, expected, fixed):
    post, found = problems(text.replace("\\n", "\n") + "\n", generator)
    assert ("; ".join(f"{one.severity} {one.code} {one.line - 4}" for one in found) or "none") == expected
    if fixed:
        post.apply(found[0].fix.make())
        assert post.text == HEAD + fixed.replace("\\n", "\n") + "\n"
        assert problems(post.text.removeprefix(HEAD), generator)[1] == []


def test_front_matter_is_no_markdown():
    post = Post.from_bytes("---\ntitle: |\n  ##　x\n  -　y\n---\n\nx\n".encode(), Rules(Generator.HUGO))
    assert [one for one in Checker().check_text(post, None) if one.code in CODES] == []
