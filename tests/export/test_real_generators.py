"""Fifty posts of a real blog exported into a blog of another generator by the command line; the real one builds them."""

import json
import shutil
from urllib.parse import unquote

import pytest

from editor.blog.posts import posts_of_site
from editor.blog.site import blog_of
from editor.cli import main
from editor.export.across.keys import shown_value
from editor.header import Rules
from editor.header.dates import read_date
from editor.header.values import plain
from editor.post.post import Post
from editor.post.values import shown
from tests.blog.real_sites import build_with_hugo, build_with_jekyll, needs
from tests.conftest import ROOT
from tests.files import write

POSTS = 50


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    for name in ("STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))


def some_posts(folder):
    found = [path for path in sorted(posts_of_site(folder)) if "_drafts" not in path.parts]
    found = [path for path in found if Post.from_bytes(path.read_bytes()).header.fields]
    return found[:: max(1, len(found) // POSTS)][:POSTS]


def exported(posts, root, capsys):
    assert main(["export", *map(str, posts), "--blog", str(root), "--json"]) == 0, capsys.readouterr().err
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == len(posts) == POSTS
    return records


def check_values(source, record, root):
    """Every value of the post is in the exported one: under its key, or the one that the plan told."""
    before = Post.from_bytes(source.read_bytes(), Rules(blog_of(source).generator)).header
    path = root / record["relative"]
    after = Post.from_bytes(path.read_bytes(), Rules(blog_of(path).generator)).header
    assert after.error is None
    told = {row["key"]: row for row in record["mapping"] if row["key"]}
    for field in before.fields:
        row = told.get(field.key)
        now = after.field(row["new_key"] if row else field.key)
        if field.value is None and now is None:
            continue  # TOML has no empty values
        assert now is not None, f"{source.name}: {field.key}"
        old, new = read_date(shown(field.value)), read_date(shown(now.value))
        if old is not None and new is not None:
            assert abs((new.instant - old.instant).total_seconds()) < 86_400, f"{source.name}: {field.key}"
        elif plain({"x": now.value}) != plain({"x": field.value}):
            wanted = row["new_value"] if row else shown_value(field.value)
            assert shown_value(now.value) == wanted, f"{source.name}: {field.key}"
            words = shown_value(field.value).replace(",", " ").split()
            layout = field.key == "layout" or "draft" in (field.key, now.key) or now.key == "published"
            assert layout or set(words) <= set(shown_value(now.value).replace(",", " ").split())


@needs("hugo")
@pytest.mark.parametrize("blog", ["mzlogin__mzlogin.github.io", "rust-lang__blog.rust-lang.org", "11ty__11ty-website"])
def test_into_a_hugo_blog(tmp_path, shared, capsys, blog):
    root = tmp_path / "hugo"
    write(
        root,
        {
            "hugo.toml": 'baseURL = "https://example.org/"\nbuildFuture = true\nbuildDrafts = true\n',
            "content/posts/one.md": '+++\ntitle = "One"\ndate = 2026-03-01T08:00:00+09:00\ntags = ["x"]\n+++\n\none\n',
            "content/posts/two.md": '+++\ntitle = "Two"\ndate = 2026-03-02T08:00:00+09:00\ntags = ["y"]\n+++\n\ntwo\n',
        },
    )
    posts = some_posts(shared / "corpus" / blog)
    records = exported(posts, root, capsys)
    for source, record in zip(posts, records, strict=True):
        check_values(source, record, root)
    built = build_with_hugo(root)
    assert {record["relative"]: unquote(record["url"]) for record in records} == {
        record["relative"]: "https://example.org" + unquote(built.get(record["relative"]) or "") for record in records
    }


@needs("jekyll")
@pytest.mark.parametrize(
    "blog",
    ["yihui__yihui.org", "rust-lang__this-week-in-rust", "hexojs__site", "11ty__11ty-website", "takuti__takuti.me"],
)
def test_into_a_jekyll_blog(tmp_path, shared, capsys, blog):
    root = tmp_path / "jekyll"
    shutil.copytree(ROOT / "resources" / "example-blog", root)
    write(root, {"_config.yml": (root / "_config.yml").read_text(encoding="utf-8") + "future: true\n"})
    posts = some_posts(shared / "corpus" / blog)
    records = exported(posts, root, capsys)
    for source, record in zip(posts, records, strict=True):
        check_values(source, record, root)
    built = build_with_jekyll(root)
    assert built is not None
    shows = [record for record in records if record["appears"] == "visible"]
    assert len(shows) > POSTS - 10
    assert {record["relative"]: unquote(record["url"]) for record in shows} == {
        record["relative"]: unquote(built.get(record["relative"]) or "") for record in shows
    }
