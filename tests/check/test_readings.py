"""The table `tests/cases/readings.tsv`: a front matter, who builds the blog, and what `check` says of it.

The severities are what the real programs do: an error where Jekyll 4.3.1, Hugo 0.168.0, Hexo 8.1.2, Eleventy 3.1.8
or Astro's parser stops or drops the header, a warning where they read another value, nothing where all is well.
"""

from datetime import UTC, datetime

import pytest

from editor.blog.rules import RulesBook
from editor.check.post_checks import Checker
from editor.post.post import Post
from tests.conftest import ROOT

SITES = {
    "Jekyll": ("_config.yml", "_posts/2020-01-02-x.md"),
    "Hugo": ("hugo.toml", "content/x.md"),
    "Hexo": ("_config.yml", "source/_posts/x.md"),
    "Astro": ("astro.config.mjs", "src/content/blog/x.md"),
    "Eleventy": (".eleventy.js", "posts/x.md"),
    "Pelican": ("pelicanconf.py", "content/x.md"),
    "Zola": ("zola.toml", "content/x.md"),
}
ABOUT_PLACE_AND_TIME = {"date-ahead", "time-is-utc", "date-differs-from-name", "draft-in-posts"}
"""What other cases are about."""
NOW = datetime(2026, 1, 10, 3, 0, 0, tzinfo=UTC)
ROWS = [line.split("\t") for line in (ROOT / "tests/cases/readings.tsv").read_text("utf-8").splitlines()]


def plain(text):
    """The text that a cell of the table stands for."""
    for escape, char in (("\\u200b", "\u200b"), ("\\u3000", "\u3000"), ("\\u00a0", "\u00a0")):
        text = text.replace(escape, char)
    return "\\".join(part.replace("\\n", "\n") for part in text.split("\\\\"))


@pytest.fixture(scope="module")
def posts(tmp_path_factory):
    """Gives the path of a post in a blog of a generator, and the rules of the blog."""
    root, book = tmp_path_factory.mktemp("blogs"), RulesBook()
    for generator, (configuration, path) in SITES.items():
        post = root / generator / path
        post.parent.mkdir(parents=True)
        (root / generator / configuration).write_text("title: x\n" if configuration.endswith("yml") else "")
        post.write_text("")
    return lambda generator: (root / generator / SITES[generator][1], book)


def problems(posts, generator, text):
    path, book = posts(generator)
    post = Post.from_bytes(text.encode("utf-8"), book.rules_of(path))
    found = Checker(book, now=NOW).check_post(post, path)
    return post, [one for one in found if one.code not in ABOUT_PLACE_AND_TIME]


@pytest.mark.parametrize(("generator", "text", "expected", "fixed"), ROWS)
def test_row(posts, generator, text, expected, fixed):
    post, found = problems(posts, generator, plain(text))
    said = "; ".join(f"{one.severity} {one.code} {one.line}" for one in found) or "none"
    assert said == expected, [one.message for one in found]
    if not fixed:
        return
    assert found[0].fix is not None
    post.apply(found[0].fix.make())
    assert post.text == plain(fixed)
    assert [one.code for one in problems(posts, generator, post.text)[1]] == []


def test_the_table_has_what_is_fine_too():
    assert sum(row[2] == "none" for row in ROWS) > 80
