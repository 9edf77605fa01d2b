"""The table `tests/cases/wide-marks.tsv`: marks of a full-width keyboard, by generator, and the same in ASCII.

What each engine makes of them was measured with kramdown, goldmark, marked and Python-Markdown.
"""

import pytest

from editor.check.post_checks import Checker, Report
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


def test_kramdown_without_gfm_needs_no_space_behind_a_heading_mark(tmp_path):
    (tmp_path / "_posts").mkdir()
    path = tmp_path / "_posts" / "2026-01-02-x.md"
    path.write_text(HEAD + "##　見出し\n\n-　項目\n", encoding="utf-8")
    found = {}
    for name in ("GFM", "kramdown"):
        (tmp_path / "_config.yml").write_text(f"title: x\nkramdown:\n  input: {name}\n")
        report = Report()
        Checker(whole=True).check_file(path, report)
        found[name] = [one.line for one in report.problems if one.code == "wide-mark"]
    assert found == {"GFM": [5, 7], "kramdown": [7]}
