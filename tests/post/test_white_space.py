"""Spaces and digits that are not ASCII are content: nothing takes them for a separator, a blank line or a number."""

import pytest

from editor.blog.permalink import DATED_NAME
from editor.header import Generator, Refused, Rules, read_header
from editor.header.words import words_of
from editor.post.post import Post
from editor.post.values import typed
from editor.writing.outline import headings

SPACES = ("\u3000", "\u00a0", "\u2003", "\u2028", "\x85")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize("generator", list(Generator))
@pytest.mark.parametrize("key", ["date", "lastmod", "pubDate", "weight"])
def test_full_width_digits_are_no_date_and_no_number(generator, key):
    text = ("3" if key == "weight" else "2020-01-02").translate(FULL_WIDTH)
    rules = Rules(generator)
    if generator is Generator.PELICAN and key != "date":
        return
    if generator not in (Generator.HUGO, Generator.ZOLA) and key == "weight":
        assert typed(key, None, text, rules) == text
        return
    with pytest.raises(Refused):
        typed(key, None, text, rules)


def test_a_file_name_with_full_width_digits_has_no_day():
    assert DATED_NAME.fullmatch("2026-01-02-a") is not None
    assert DATED_NAME.fullmatch("２０２６-01-02-a") is None


@pytest.mark.parametrize("space", SPACES[:3])
def test_jekylls_tags_are_split_at_spaces_of_ascii(space):
    header = read_header(f"---\ntags: a{space}b c\n---\n", Rules(Generator.JEKYLL))
    assert words_of(header, header.field("tags")).items == [f"a{space}b", "c"]


@pytest.mark.parametrize("space", SPACES)
def test_pelicans_metadata_ends_at_line_feeds_alone(space):
    post = Post.from_bytes(f"Title: a{space}b\nDate: 2026-01-02\n\nbody\n".encode(), Rules(Generator.PELICAN))
    assert post.header.values()["title"] == f"a{space}b"
    assert post.body == "body\n"


@pytest.mark.parametrize("space", SPACES[:4])  # U+0085 is a line break in YAML 1.1
def test_a_value_keeps_its_spaces_through_an_edit_of_another(space):
    text = f"---\ntitle: '{space}a{space}'\ntags: ['{space}x', y]\n---\n{space}body{space}\n"
    post = Post.from_bytes(text.encode(), Rules(Generator.JEKYLL))
    post.apply(post.set_value("n", 1))
    post.apply(post.add_item("tags", "z"))
    assert post.header.values()["tags"] == [f"{space}x", "y", "z"]
    assert post.body == f"{space}body{space}\n"


def test_a_line_of_an_ideographic_space_is_a_paragraph():
    found = headings("\u3000\n---\n")
    assert [one.title for one in found] == ["\u3000"]
