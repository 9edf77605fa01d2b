"""Post: follows edits, keeps the file's spelling, and reads its header again when it must."""

from hypothesis import given
from hypothesis import strategies as st

from editor.header import Generator, Rules
from editor.post.post import Post
from editor.text.edit import Edit, apply
from editor.text.source import decode

DATA = b"---\r\ntitle: Old\r\ntags: [a]\r\n---\r\n\r\nBody\r\n"


def test_opening_and_saving_gives_the_same_bytes():
    assert Post.from_bytes(DATA).to_bytes() == DATA


def test_a_set_value_changes_its_bytes_alone():
    post = Post.from_bytes(DATA)
    post.apply(post.set_value("title", "新しい"))
    assert post.to_bytes() == DATA.replace(b"Old", "新しい".encode())
    assert post.header.field("title").value == "新しい"


def test_a_bom_stays():
    post = Post.from_bytes(b"\xef\xbb\xbf" + DATA)
    post.apply(post.add_item("tags", "b"))
    assert post.to_bytes() == b"\xef\xbb\xbf" + DATA.replace(b"[a]", b"[a, b]")


pieces = st.sampled_from(["---", "\n", "title: x", "tags: [a]", "body", "日", "🎉", " ", ": "])


@given(
    st.lists(pieces, max_size=12).map("".join),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), pieces), max_size=6),
)
def test_the_header_seen_after_edits_is_that_of_the_text(text, changes):
    post = Post.from_bytes(text.encode())
    expected = post.text
    for low, high, new in changes:
        _ = post.header  # cached: an edit must know whether it touches it
        start = round(low * len(expected))
        edit = Edit(start, start + round(high * (len(expected) - start)), new)
        expected = apply(expected, edit)
        post.apply(edit)
        fresh = Post.from_bytes(expected.encode())
        assert post.length == len(expected)
        assert post.header.values() == fresh.header.values()
        assert (post.header.kind, post.header.body_start) == (fresh.header.kind, fresh.header.body_start)
        assert str(post.header.error) == str(fresh.header.error)
    assert post.text == expected
    assert post.to_bytes() == expected.encode()


def test_line_ends_of_a_mixed_file_follow_edits():
    post = Post.from_bytes(b"a\r\nb\nc\n")
    post.apply(Edit(2, 2, "x\n"))
    assert post.to_bytes() == b"a\r\nx\nb\nc\n"


def test_an_undo_can_bring_former_line_ends_back():
    post = Post.from_bytes(b"a\r\nb\nc\n")
    before = post.line_ends
    post.apply(Edit(1, 3, ""))
    post.apply(Edit(1, 1, "\nb"), before)
    assert post.to_bytes() == b"a\r\nb\nc\n"


def test_a_post_can_be_saved_in_another_encoding():
    post = Post(decode("港".encode("cp932") + "町の朝は静かです。漁船が戻ります。".encode("cp932")))
    post.write_as("utf-8")
    assert post.to_bytes().decode() == post.text


def test_a_post_saved_into_another_blog_is_read_by_its_rules():
    post = Post.from_bytes(b"Title: x\nLang: ja\n\nBody", Rules(Generator.JEKYLL))
    assert post.header.fields == ()
    post.follow_rules(Rules(Generator.PELICAN))
    assert post.header.field("title").value == "x"
