"""Blogs, their posts and their words."""

from collections import Counter

import pytest

from editor.blog.posts import find_posts, is_post
from editor.blog.site import blog_of
from editor.blog.vocabulary import vocabulary
from editor.header import Generator


@pytest.mark.parametrize(
    ("files", "post", "root", "generator"),
    [
        (["_config.yml"], "_posts/a.md", ".", Generator.JEKYLL),
        (["site/_config.yml"], "site/_posts/deep/a.md", "site", Generator.JEKYLL),
        (["_config.yml", "source/_posts/x.md"], "source/_posts/a.md", ".", Generator.HEXO),
        (["hugo.toml"], "content/a.md", ".", Generator.HUGO),
        (["config.toml", "content/x.md"], "content/a.md", ".", Generator.HUGO),
        (["astro.config.mjs"], "src/content/blog/a.md", ".", Generator.ASTRO),
        ([".eleventy.js"], "src/a.md", ".", Generator.ELEVENTY),
        (["pelicanconf.py"], "content/a.md", ".", Generator.PELICAN),
        ([], "drafts/a.md", "drafts", Generator.PLAIN),
        ([], "_posts/2026-01-07-a.md", ".", Generator.JEKYLL),
        ([], "_posts/deep/2026-01-07-a.md", ".", Generator.JEKYLL),
        ([], "_posts/a.md", "_posts", Generator.PLAIN),
    ],
)
def test_the_blog_of_a_post_is_found_by_walking_up(tmp_path, files, post, root, generator):
    for name in [*files, post]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    blog = blog_of(tmp_path / post)
    assert blog.root == (tmp_path / root).resolve()
    assert blog.generator is generator
    assert (blog.root / blog.relative(tmp_path / post)).samefile(tmp_path / post)


def test_posts_are_found_and_built_or_hidden_folders_are_not(tmp_path):
    for name in ("a.md", "sub/b.markdown", "_site/c.md", ".git/d.md", "node_modules/e.md", "f.txt", ".hidden.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in find_posts(tmp_path)] == ["a.md", "b.markdown"]
    assert is_post(tmp_path / "X.MD")


def test_the_words_of_a_blog_are_counted(example_blog):
    (example_blog / "_posts" / "bad.md").write_bytes(b"---\ntags: [\n---\n")
    (example_blog / "_posts" / "binary.md").write_bytes(b"\0")
    words = vocabulary(example_blog)
    assert words["categories"] == Counter({"暮らし": 3, "tools": 1, "行事": 1, "places": 1, "考えごと": 1, "読書": 1})
    assert words["tags"]["港"] == 2
    assert words["author"]["港の編集室"] == 3
