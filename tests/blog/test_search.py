"""Find and replace in all posts of a blog: bytes that are not meant stay, and all of it can be taken back."""

import pytest

from editor.blog.rewriting import take_back
from editor.blog.search import replace_in_posts, search_blog
from editor.writing.search import Query, SearchError


@pytest.fixture
def blog(tmp_path):
    files = {
        "a.md": "---\ntitle: 海\n---\n\n海と空。\n海\n".encode(),
        "b.md": "---\r\ntitle: b\r\n---\r\n\r\n古い海 ＡＩ\r\nAI".encode(),
        "c.md": b"nothing\n",
        "bad.md": b"\xff\xfe\x00\xd8",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def search(root, needle, new="", **options):
    return list(search_blog(root, Query(needle, **options), new, lambda: False))


def contents(root):
    return {path.name: path.read_bytes() for path in root.glob("*.md")}


def test_hits_say_where_and_what_becomes(blog):
    found = search(blog, "海", "山")
    assert [(one.path.name, [(hit.line, hit.found, hit.becomes) for hit in one.hits]) for one in found] == [
        ("a.md", [(4, "海と空。", "山と空。"), (5, "海", "山")]),
        ("b.md", [(4, "古い海 ＡＩ", "古い山 ＡＩ")]),
    ]


def test_only_the_chosen_places_change_and_all_comes_back(blog):
    before = contents(blog)
    found = search(blog, "海", "山")
    outcome = replace_in_posts([(found[0], [1]), (found[1], [0])])
    assert not outcome.left
    assert contents(blog) == before | {
        "a.md": "---\ntitle: 海\n---\n\n海と空。\n山\n".encode(),
        "b.md": "---\r\ntitle: b\r\n---\r\n\r\n古い山 ＡＩ\r\nAI".encode(),
    }
    assert not take_back(outcome).left
    assert contents(blog) == before


def test_width_and_patterns(blog):
    assert [hit.found for one in search(blog, "AI", width=True) for hit in one.hits] == ["古い海 ＡＩ", "AI"]
    found = search(blog, r"(海)と(空)", r"\2と\1", pattern=True)
    assert found[0].hits[0].becomes == "空と海。"
    with pytest.raises(SearchError):
        search(blog, "(", pattern=True)


def test_a_file_that_changed_meanwhile_is_left_and_told(blog):
    found = search(blog, "海", "山")
    (blog / "a.md").write_bytes(b"other")
    outcome = replace_in_posts([(one, range(len(one.hits))) for one in found])
    assert (blog / "a.md").read_bytes() == b"other"
    assert [one.path.name for one in outcome.written] == ["b.md"]
    assert outcome.left[0].startswith("a.md: ")
    (blog / "b.md").write_bytes(b"mine")
    assert take_back(outcome).left[0].startswith("b.md: ")
    assert (blog / "b.md").read_bytes() == b"mine"


def test_it_stops_when_it_is_told(blog):
    assert list(search_blog(blog, Query("海"), "", lambda: True)) == []
