"""The index of a blog: what it holds, how it is searched, and that only changes are read again."""

import os
import sqlite3

import pytest

from editor.blog.library.index import Index, index_file
from editor.blog.library.scan import scan
from editor.blog.library.words import asked, sentence_of
from editor.blog.site import Blog, blog_of
from editor.header import Generator


@pytest.fixture
def index(tmp_path):
    found = Index(tmp_path / "cache" / "index.sqlite")
    yield found
    found.close()


def post(root, name, header, body):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{header}\n---\n\n{body}\n", encoding="utf-8")
    return path


@pytest.fixture
def blog(tmp_path):
    root = tmp_path / "blog"
    post(
        root,
        "_posts/2026-01-01-a.md",
        "title: 朝の海\ntags: [ＡＩ, 港]\ncategories: x y",
        "東京都の港に船が来た。二つ目の文。",
    )
    post(root, "_posts/2026-02-01-b.md", "title: Boats\nlang: en\npublished: false", "The ﬁrst boat, and Café ｶﾒﾗ.")
    post(root, "_drafts/c.md", "title: Draft", "nothing")
    (root / "_config.yml").write_text("timezone: Asia/Tokyo\n")
    return Blog(root.resolve(), Generator.JEKYLL)


def test_rows_tell_what_a_list_of_posts_needs(blog, index):
    assert scan(blog, index) == 3
    rows = {row.path: row for row in index.rows()}
    first = rows["_posts/2026-01-01-a.md"]
    assert (first.title, first.day, first.state, first.address) == (
        "朝の海",
        "2026-01-01",
        "visible",
        "/x/y/2026/01/01/a.html",
    )
    assert (first.tags, first.categories, first.characters) == (("ＡＩ", "港"), ("x", "y"), 17)
    second = rows["_posts/2026-02-01-b.md"]
    assert (second.state, second.language) == ("hidden", "en")
    assert rows["_drafts/c.md"].state == "draft"
    assert [row.day for row in index.rows()] == ["2026-02-01", "2026-01-01", ""]
    assert index.progress() == (3, 3)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("東京", ["a"]),
        ("京都", ["a"]),
        ("都", ["a"]),
        ("京東", []),
        ("港に船", ["a"]),
        ("海 東京", ["a"]),
        ("AI", ["a"]),
        ("ai", ["a"]),
        ("boa", ["b"]),
        ("BOATS", ["b"]),
        ("first", ["b"]),
        ("カメラ", ["b"]),
        ("boat café", ["b"]),
        ("boat 東京", []),
        ('"', []),
        ("x OR y", []),
        ("", []),
        ("title:", []),
    ],
)
def test_search(blog, index, search, found):
    scan(blog, index)
    names = [path.rpartition("-")[2][0] for path in index.search(search) if "_posts" in path]
    assert names == found


def test_only_changes_are_read_again(blog, index):
    scan(blog, index)
    assert scan(blog, index) == 0
    path = blog.root / "_posts/2026-01-01-a.md"
    os.utime(path, (1, 1))
    assert scan(blog, index) == 0, "the same bytes with another time"
    assert next(row.changed for row in index.rows() if row.title == "朝の海") == 1_000_000_000
    post(blog.root, "_posts/2026-01-01-a.md", "title: 夜の海", "other")
    (blog.root / "_drafts/c.md").unlink()
    assert scan(blog, index) == 2
    assert {row.title for row in index.rows()} == {"夜の海", "Boats"}
    assert index.search("東京") == []


def test_bad_posts_are_rows(blog, index):
    (blog.root / "_posts/2026-03-01-bad.md").write_text("---\ntitle: [x\n---\n")
    (blog.root / "_posts/2026-03-02-binary.md").write_bytes(b"\xff\xfe\x00\xd8")
    scan(blog, index)
    bad = {row.path: row.reason for row in index.rows() if row.state == "broken"}
    assert set(bad) == {"_posts/2026-03-01-bad.md", "_posts/2026-03-02-binary.md"}
    assert all(bad.values())


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_index_is_thrown_away(tmp_path, blog, damage):
    path = tmp_path / "x.sqlite"
    first = Index(path)
    scan(blog, first)
    first.close()
    if damage is None:
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 99")
    else:
        path.write_bytes(damage)
    again = Index(path)
    assert again.rows() == []
    assert scan(blog, again) == 3
    again.close()


def test_each_blog_has_a_file_of_its_own(tmp_path):
    files = {index_file(tmp_path, tmp_path / name) for name in ("a", "b", "a/b")}
    assert len(files) == 3
    assert all(one.is_relative_to(tmp_path) for one in files)


@pytest.mark.parametrize(
    ("text", "search", "sentence"),
    [
        ("一つ目。東京都の港に船が来た。三つ目。", "東京", "東京都の港に船が来た。"),
        ("One. The Boat is here! Three.", "ｂｏａｔ", "The Boat is here!"),
        ("nothing", "boat", ""),
        ("a" * 100 + " boat " + "b" * 100, "boat", "…" + "a" * 9 + " boat " + "b" * 59 + "…"),
    ],
)
def test_the_sentence_around_a_hit(text, search, sentence):
    assert sentence_of(text, search) == sentence


def test_what_is_asked_is_never_a_query_of_its_own():
    assert asked('boat" OR "x') == '"boat" * AND "or" *'
    assert asked("海 NEAR(港)") == '"海" AND "near" * AND "港"'


def test_a_real_blog(shared, tmp_path, index):
    root = shared / "corpus" / "mzlogin__mzlogin.github.io"
    blog = Blog(root.resolve(), blog_of(root / "_posts" / "x.md").generator)
    assert scan(blog, index) > 180
    assert {row.path for row in index.rows() if row.path.startswith("_posts/") and row.state != "visible"} == {
        "_posts/template.md"
    }
    assert index.search("系统")
