"""Front matter whose lines end with what its generator takes for no line end.

Measured: to Hugo 0.168 CR ends a line and U+2029 does not; to hexo-front-matter 4.2 and gray-matter neither does;
Jekyll's and Zola's expressions know "\\n" alone; Pelican opens files with universal newlines.
"""

import pytest

from editor.cli import main
from editor.header import Generator, Refused, Rules
from editor.post.post import Post

SHAPES = {
    "U+2029 before": "\u2029---\ntitle: T\n---\nx\n",
    "U+2029 behind the first fence": "---\u2029title: T\n---\nx\n",
    "U+2029 before the last fence": "---\ntitle: T\u2029---\nx\n",
    "U+2029 everywhere": "---\u2029title: T\u2029---\u2029x\u2029",
    "CR everywhere": "---\rtitle: T\r---\rx\r",
    "CR behind the first fence": "---\rtitle: T\n---\nx\n",
    "U+2029 in the body": "---\ntitle: T\n---\nx\u2029y\n",
    "CRLF": "---\r\ntitle: T\r\n---\r\nx\r\n",
    "U+2029 in a value": '---\ntitle: T\na: "b\u2029c"\n---\nx\n',
}
SEEN = {"U+2029 in the body", "CRLF", "U+2029 in a value"}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("generator", [one for one in Generator if one not in (Generator.PLAIN, Generator.PELICAN)])
def test_a_header_that_its_generator_does_not_see_is_not_edited(generator, name):
    data = SHAPES[name].encode()
    post = Post.from_bytes(data, Rules(generator))
    seen = name in SEEN or (generator is Generator.HUGO and name.startswith("CR"))
    seen = seen or (generator is Generator.ZOLA and name == "U+2029 before the last fence")  # closes anywhere in a line
    if seen:
        post.apply(post.set_value("title", "New"))
        assert post.to_bytes() == data.replace(b"title: T", b"title: New")
        return
    with pytest.raises(Refused):
        post.set_value("title", "New")
    assert post.to_bytes() == data


def test_the_line_is_named(tmp_path, capsys):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "content").mkdir()
    post = tmp_path / "content" / "a.md"
    data = SHAPES["U+2029 before"].encode()
    post.write_bytes(data)
    assert main(["set", "title=New", "--", str(post)]) == 1
    said = capsys.readouterr().err
    assert "U+2029" in said
    assert "Hugo" in said
    assert post.read_bytes() == data
    assert main(["check", str(post)]) == 1
    assert "U+2029" in capsys.readouterr().out


def test_a_folder_without_generator_is_read_as_before():
    post = Post.from_bytes(SHAPES["CR everywhere"].encode(), Rules())
    post.apply(post.set_value("title", "New"))
    assert post.to_bytes() == SHAPES["CR everywhere"].replace("T\r", "New\r").encode()
