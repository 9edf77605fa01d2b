"""One odd post beside good ones: every command and every view goes on with the good ones."""

import contextlib
import io
import json
import logging
import os
from pathlib import Path

import pytest

from editor import cli
from editor.blog import search, tags
from editor.blog.library import scan as scanning
from editor.blog.library.index import Index
from editor.blog.reading import posts_in
from editor.blog.sites import site_in
from editor.check import post_checks
from editor.post.post import Post
from editor.writing.search import Query
from tests.files import write

POISONS = {
    "empty-float": "---\ntitle: x\nf: !!float\n---\nbody\n",
    "empty-int": "---\ntitle: x\nf: !!int ''\n---\nbody\n",
    "no-boolean": "---\ndraft: !!bool perhaps\n---\nbody\n",
    "no-timestamp": "---\ndate: !!timestamp soon\n---\nbody\n",
    "tagged-key": "---\n!!float : x\ntitle: y\n---\nbody\n",
    "itself": "---\ntitle: &a [*a]\n---\nbody\n",
    "first-day": "---\ntitle: x\ndate: 0001-01-01 00:00:00 +0900\n---\nbody\n",
    "last-day": "---\ntitle: x\ndate: 9999-12-31 23:59:59 -1200\n---\nbody\n",
    "null-everything": "---\ntitle:\ndate:\ntags:\ndraft:\n---\n",
    "maps-everywhere": "---\ntitle: {a: b}\ndate: [1]\ntags: {a: {b: c}}\ndraft: []\n---\n",
    "leading-zero": '{\n"title": 01\n}\nbody\n',
    "half-character": '{\n"title": "\\ud800"\n}\nbody\n',
    "deep": "---\ntitle: " + "[" * 5_000 + "\n---\n",
    "toml-days": "+++\ntitle = 1\ndate = 9999-12-31T23:59:59-12:00\ntags = [[1]]\n+++\n",
    "nothing": "",
    "fences": "---\n---\n---\n---\n",
    "pelican": "Title: \u2028\nDate: \x85\nTags: ;;\n\n",
}
SITES = {
    "jekyll": ("_config.yml", "_posts/2020-01-{day:02}-{name}.md"),
    "hugo": ("hugo.toml", "content/posts/{name}.md"),
    "hexo": ("_config.yml", "source/_posts/{name}.md"),
    "pelican": ("pelicanconf.py", "content/{name}.md"),
    "zola": ("zola.toml", "content/{name}.md"),
    "plain": ("notes.txt", "{name}.md"),
}
PELICAN = "Title: Good\nDate: 2020-01-02\nTags: one\n\nA good body\n"
GOOD = "---\ntitle: Good\ndate: 2020-01-02\ntags: [one]\n---\nA good body\n"
GOODS = {"pelican": PELICAN, "zola": GOOD.replace("tags:", "taxonomies:\n  tags:")}


@pytest.fixture(params=SITES)
def blog(request, tmp_path):
    configuration, posts = SITES[request.param]
    files = {configuration: "theme: landscape\n" if request.param == "hexo" else ""}
    files |= {posts.format(name=name, day=day): text for day, (name, text) in enumerate(POISONS.items(), start=1)}
    good = [posts.format(name=f"good-{number}", day=20 + number) for number in range(3)]
    write(tmp_path, files | dict.fromkeys(good, GOODS.get(request.param, GOOD)))
    return tmp_path, [tmp_path / name for name in good]


def run(*arguments):
    printed, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        code = cli.main([str(argument) for argument in arguments])
    return code, printed.getvalue(), said.getvalue()


def test_set_changes_the_good_posts(blog):
    root, good = blog
    everything = sorted(path for path in root.rglob("*.md"))
    before = good[0].read_text()
    run("set", "title=New", "--add", "tags=two", "--", *everything)
    for path in good:
        assert path.read_text() == before.replace("Good", "New", 1).replace("one", "one, two")


def test_check_style_and_new_go_on(blog):
    root, good = blog
    _, printed, _ = run("check", "--all", "--format", "json", root)
    assert json.loads(printed)["files"] == len(POISONS) + len(good)
    code, printed, _ = run("style", "--json", root)
    assert (code, json.loads(printed)["posts"] >= len(good)) == (0, True)
    code, printed, _ = run("new", "Fresh", "--blog", root, "--dry-run")
    assert (code, "Fresh" in printed) == (0, True)


def test_library_tags_and_search_have_the_good_posts(blog):
    root, good = blog
    index = Index(root / "index.sqlite")
    scanning.scan(site_in(root), index)
    assert {row.path for row in index.rows()} >= {path.relative_to(root).as_posix() for path in good}
    assert tags.uses(root, "tags")["one"] == len(good)
    found = {hits.path for hits in search.search_blog(root, Query("good body"), "", lambda: False)}
    assert found == set(good)
    assert {path for path, _, _ in posts_in(root)} >= set(good)


def test_a_name_that_is_no_text_leaves_the_library_its_other_posts(tmp_path):
    write(tmp_path, {"_config.yml": "", "_posts/2020-01-01-good.md": GOOD})
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/_posts/2020-01-02-\xff.md")).write_text(GOOD)
    except OSError:
        return  # this file system has no such names
    index = Index(tmp_path / "index.sqlite")
    scanning.scan(site_in(tmp_path), index)
    assert [row.path for row in index.rows()] == ["_posts/2020-01-01-good.md"]


def test_a_bug_that_one_post_triggers_is_logged_and_the_others_are_done(tmp_path, monkeypatch, caplog):
    """Not only readers can fail: the loops over posts have a guard each, and what it catches is in the log."""
    write(tmp_path, {"_config.yml": "", "_posts/2020-01-01-a.md": GOOD, "_posts/2020-01-02-b.md": GOOD})
    first, second = sorted(tmp_path.rglob("*.md"))

    def fail_for_first(real):
        def failing(*arguments, **options):
            if any(str(one).endswith("2020-01-01-a.md") for one in arguments):
                raise ZeroDivisionError
            return real(*arguments, **options)

        return failing

    monkeypatch.setattr(scanning, "appearance", fail_for_first(scanning.appearance))
    monkeypatch.setattr(post_checks.Checker, "check_post", fail_for_first(post_checks.Checker.check_post))
    index = Index(tmp_path / "index.sqlite")
    scanning.scan(site_in(tmp_path), index)
    assert {row.path: row.state for row in index.rows()} == {
        "_posts/2020-01-01-a.md": "broken",
        "_posts/2020-01-02-b.md": "visible",
    }
    _, printed, _ = run("check", "--format", "json", tmp_path)
    assert {problem["path"] for problem in json.loads(printed)["problems"]} == {str(first)}
    first.write_text(f"{first.read_text(encoding='utf-8')}the first\n", encoding="utf-8")
    original = Post.to_bytes

    def to_bytes(self):
        if "the first" in self.text:
            raise ZeroDivisionError
        return original(self)

    monkeypatch.setattr(Post, "to_bytes", to_bytes)
    code, _, said = run("set", "title=New", "--", first, second)
    assert code == 1
    assert said.startswith(str(first))
    assert "title: New" in second.read_text()
    assert first.read_text() == f"{GOOD}the first\n"
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 3
    caplog.clear()
