"""Hugo's keys ignore case: everything that asks a post for a key finds it as Hugo does."""

from datetime import UTC, date, datetime, time

import pytest

from editor.blog.appearance import appearance
from editor.blog.folder import BlogFolder
from editor.blog.moves.place import Wish, is_draft
from editor.blog.moves.plan import plan_move
from editor.blog.sites import site_in
from editor.blog.state import State
from editor.blog.style.house import HouseStyle
from editor.blog.tags import changes, uses
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
from editor.header import DateText, Generator, Rules
from editor.header.dates import Moment
from editor.post.post import Post

HEAD = "---\nTitle: {}\nDate: 2026-01-0{}T10:00:00Z\nTags: [sea]\nDraft: {}\n---\n\nx\n"
NOW = datetime(2026, 11, 27, 6, 28, 5, tzinfo=UTC)


@pytest.fixture
def hugo(tmp_path):
    root = tmp_path / "hugo"
    (root / "content/posts").mkdir(parents=True)
    (root / "hugo.toml").write_text("")
    for number in (1, 2, 3):
        (root / f"content/posts/p{number}.md").write_text(HEAD.format(f"P {number}", number, "false"), encoding="utf-8")
    return site_in(root)


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ("Draft: true", State.DRAFT),
        ("DRAFT: true\ndraft: false", State.DRAFT),
        ("draft: false\nDraft: true", State.DRAFT),
        ("draft: true\nDraft: false", State.VISIBLE),
        ("Date: 2099-01-01", State.FUTURE),
        ("ExpiryDate: 2020-01-01", State.HIDDEN),
        ("Headless: true", State.HIDDEN),
    ],
)
def test_what_becomes_of_a_post(hugo, keys, state):
    post = Post.from_bytes(f"---\ntitle: A\n{keys}\n---\nx\n".encode(), Rules(Generator.HUGO))
    path = "content/posts/a/index.md" if "Headless" in keys else "content/posts/a.md"
    assert appearance(BlogFolder(hugo), path, post, NOW).state is state


def test_a_new_post_has_the_keys_as_the_posts_spell_them(hugo):
    post = HouseStyle.of(hugo).new_post(
        "Next", Moment(date(2026, 11, 27), time(6, 28, 5), 0), {"tags": ["x"]}, draft=True
    )
    assert post.head == "---\nTitle: Next\nDate: 2026-11-27T06:28:05Z\nTags: [x]\nDraft: true\n---\n\n"


def test_a_draft_is_published(hugo):
    path = hugo.root / "content/posts/d.md"
    path.write_text(HEAD.format("D", 4, "true"), encoding="utf-8")
    assert is_draft(
        Generator.HUGO,
        path.relative_to(hugo.root),
        Post.from_bytes(path.read_bytes(), Rules(Generator.HUGO)).header,
    )
    move = plan_move(BlogFolder(hugo), path, Wish(day=NOW.date(), draft=False), NOW)
    assert b"Draft: false\n" in move.own.new
    assert b"draft" not in move.own.new
    assert b"Date: 2026-11-27T06:28:05Z\n" in move.own.new


def test_tags_are_counted_and_renamed_once(hugo):
    assert uses(hugo.root, "tags") == {"sea": 3}
    found = list(changes(hugo.root, "tags", ["sea"], "lake"))
    assert all(b"Tags: [lake]\n" in one.new for one in found)
    assert len(found) == 3


def test_zolas_tags_are_counted_and_renamed_where_they_stand(tmp_path):
    (tmp_path / "zola.toml").write_text('base_url = "x"\n')
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text('+++\ntitle = "A"\n[taxonomies]\ntags = ["sea"]\n+++\nx\n')
    assert uses(tmp_path, "tags") == {"sea": 1}
    assert b'tags = ["lake"]' in next(changes(tmp_path, "tags", ["sea"], "lake")).new


def test_an_exported_draft_stays_one(hugo, tmp_path):
    root = tmp_path / "jekyll"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: x\n")
    for number in (1, 2):
        (root / f"_posts/2026-01-0{number}-p.md").write_text(f"---\ntitle: P{number}\ntags: [a]\n---\nx\n")
    path = hugo.root / "content/posts/d.md"
    path.write_text(HEAD.format("D", 4, "true"), encoding="utf-8")
    plan = plan_export(path, site_in(root), ExportMemory(tmp_path / "memory"), NOW)
    header = Post.from_bytes(plan.ours, Rules(Generator.JEKYLL)).header
    assert header.values()["published"] is False
    assert (header.values()["title"], header.values()["tags"]) == ("D", ["sea"])


def test_a_new_zola_post_has_its_tags_under_taxonomies(tmp_path):
    (tmp_path / "zola.toml").write_text('base_url = "x"\n')
    (tmp_path / "content").mkdir()
    for number in (1, 2, 3):
        text = f'+++\ntitle = "A{number}"\ndate = 2026-01-0{number}\n\n[taxonomies]\ntags = ["t{number}"]\n+++\nx\n'
        (tmp_path / f"content/a{number}.md").write_text(text)
    style = HouseStyle.of(site_in(tmp_path))
    assert style.list_keys() == ["tags"]
    post = style.new_post("Next", Moment(date(2026, 11, 27)), {"tags": ["sea"]})
    assert Post.from_bytes(post.to_bytes(), Rules(Generator.ZOLA)).header.values() == {
        "title": "Next",
        "date": DateText("2026-11-27"),
        "taxonomies": {"tags": ["sea"]},
    }
