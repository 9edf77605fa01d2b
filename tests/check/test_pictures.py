"""Pictures that a post shows and its blog does not have."""

import time

import pytest

from editor.check.post_checks import Checker
from editor.header import Generator, Rules
from editor.post.post import Post
from tests.conftest import ENDS


def found(tmp_path, body):
    (tmp_path / "_config.yml").write_text("baseurl: /b\nurl: https://me.org\n", encoding="utf-8")
    (tmp_path / "assets").mkdir(exist_ok=True)
    (tmp_path / "assets" / "a.png").write_bytes(b"x")
    path = tmp_path / "_posts" / "2026-01-02-x.md"
    path.parent.mkdir(exist_ok=True)
    post = Post.from_bytes(f"---\ntitle: x\n---\n\n{body}".encode(), Rules(Generator.JEKYLL))
    return Checker().check_text(post, path)


@pytest.mark.parametrize(
    "body",
    [
        "![a](/assets/a.png)",
        '![a](/b/assets/a.png "title")',
        "![a](https://me.org/b/assets/a.png) ![b](https://x.org/c.png)",
        "`![a](/no.png)`",
        "```\n![a](/no.png)\n```",
        "~~~\n![a](/no.png)\n~~~",
        "![a]({{ site.x }}/no.png)",
        "text without any",
        "*   a\n\n        ![a](/no.png)\n\n    <pre>![a](/no.png)</pre>\n",
        "1. a\n\n   ````md\n   ![a](/no.png)\n   ````\n",
        "\t![a](/no.png)\n",
        "<p>![a](/no.png)</p>\n",
    ],
)
def test_nothing_is_missing(tmp_path, body):
    assert found(tmp_path, body) == []


def test_missing_ones_are_named_with_their_lines(tmp_path):
    body = (
        "one ![a](/no.png)\n\n```\n![x](/code.png)\n```\n\n<p><img alt='b' src=\"no/b.jpg\"></p>\n\n![c](<c d.png>)\n"
    )
    problems = found(tmp_path, body)
    assert [(problem.line, problem.column, problem.message.split()[2]) for problem in problems] == [
        (5, 10, "/no.png"),
        (11, 22, "no/b.jpg"),
        (13, 7, "c"),
    ]


@pytest.mark.parametrize("body", ["![" * 200_000, "`" * 200_000, "` `` " * 60_000, "<img " * 100_000, "```\n" * 50_001])
def test_no_text_takes_long(tmp_path, body):
    started = time.perf_counter()
    found(tmp_path, body)
    assert time.perf_counter() - started < ENDS


def test_a_picture_that_readers_wait_for(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "big.png").write_bytes(b"x" * (2 * 2**20 + 1))
    problems = found(tmp_path, "![a](/assets/a.png) ![b](/assets/big.png)")
    assert [(one.code, one.column, one.length) for one in problems] == [("large-picture", 26, len("/assets/big.png"))]
