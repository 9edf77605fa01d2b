"""What leaves the program has no address that only the preview knows."""

import re

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.pictures import Place, place_of
from editor.blog.site import Blog
from editor.header import Generator
from editor.post.post import Post
from editor.render.looks.look import LookName, own_look
from editor.render.portable import portable
from editor.render.standalone import standalone
from editor.render.whole import WholePosts

PIXEL = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
DATA = "data:image/gif;base64,"
ADDRESS = re.compile(r"(?:src|href|poster|srcset)=\"([^\"]*)\"|url\(([^)]*)\)")


@pytest.fixture
def blog(tmp_path):
    for name in ("wp-content/a b.gif", "_posts/x.gif"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PIXEL)
    (tmp_path / "_config.yml").write_text("url: https://site.example\nbaseurl: /blog\n", encoding="utf-8")
    return Blog(tmp_path, Generator.JEKYLL)


@pytest.fixture
def place(blog):
    post = Post.from_bytes(b"---\ntitle: x\n---\n")
    return place_of(BlogFolder(blog), blog.generator, "_posts/2024-01-02-x.md", post.header)


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<img src="/wp-content/a%20b.gif" alt="x">', f'<img src="{DATA}'),
        ("<img src='/wp-content/a%20b.gif'>", f'<img src="{DATA}'),
        ("<img src=/wp-content/a%20b.gif>", f'<img src="{DATA}'),
        ('<img srcset="/wp-content/a%20b.gif 2x, https://o.example/b.png 3x">', f'<img srcset="{DATA}'),
        ('<video poster="/wp-content/a%20b.gif" src="/no.mp4"></video>', f'<video poster="{DATA}'),
        ('<audio src="/no.mp3"></audio>', '<audio src="https://site.example/blog/no.mp3"></audio>'),
        ('<p style="background: url(/wp-content/a%20b.gif)">', f'<p style="background: url(&#x27;{DATA}'),
        ('<a href="/about/">x</a>', '<a href="https://site.example/about/">x</a>'),
        (
            '<a href="next/?a=1&amp;b=2#c">x</a>',
            '<a href="https://site.example/blog/2024/01/02/next/?a=1&amp;b=2#c">x</a>',
        ),
        ('<a href="#note">x</a>', '<a href="#note">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<a href="//o.example/x">x</a>', '<a href="https://o.example/x">x</a>'),
        ('<a title="a > b" href="/魚/">x</a>', '<a title="a > b" href="https://site.example/%E9%AD%9A/">x</a>'),
        ('<code>src="/x"</code>', '<code>src="/x"</code>'),
        ('<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'),
    ],
)
def test_an_address_works_elsewhere(blog, place, html, wanted):
    assert portable(html, blog.root, place).startswith(wanted)


def test_without_a_known_site_a_link_keeps_its_text_alone(blog):
    html = '<a href="/about/">x</a> <a href="b.html#c">y</a> <a href="#c">z</a> <img src="/no.png">'
    unknown = Place(Generator.JEKYLL, BlogFolder(blog))
    for place in (unknown, None):
        assert portable(html, None, place) == '<a>x</a> <a>y</a> <a href="#c">z</a> <img src="data:,">'


def local(html):
    """The addresses that only the preview, or this machine, knows."""
    found = (match[1] or match[2] or "" for match in ADDRESS.finditer(html))
    return [one for one in found if not re.match(r"[\"']?(?:https?:|mailto:|data:|#|$)", one)]


def test_no_copy_has_an_address_of_the_preview(blog, place):
    body = '<img src="/wp-content/a%20b.gif"><a href="/x/">x</a><a href="y/">y</a><video src="z.mp4" poster="/q.png"></video>'
    look = own_look(LookName.PLAIN)
    assert not local(portable(body, blog.root, place))
    assert not local(standalone(look, "t", body, body, blog.root, place=place))
    text = b"---\ntitle: x\n---\n\n![a](https://site.example/blog/wp-content/a%20b.gif) [b](/c/) [d](../e/)\n"
    html = WholePosts().standalone(Post.from_bytes(text), blog, "_posts/2024-01-02-x.md", "x")
    assert not local(html)
    assert DATA in html
    assert 'href="https://site.example/c/"' in html
