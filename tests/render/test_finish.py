"""What the preview makes of a block: pictures with their sizes, boxes for those that are not there, diagrams, emoji."""

import struct
import zlib

from editor.blog.folder import BlogFolder
from editor.blog.pictures import Place
from editor.blog.site import Blog
from editor.header import Generator
from editor.render.finish import Finisher, Finishing


def png(width, height):
    """A small picture file."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def finisher(tmp_path, **options):
    place = Place(Generator.JEKYLL, BlogFolder(Blog(tmp_path.resolve(), Generator.JEKYLL)), "_posts/x.md")
    return Finisher(Finishing(place, **options))


def test_a_picture_gets_its_file_and_size(tmp_path):
    (tmp_path / "a 海.png").write_bytes(png(640, 480))
    (html,) = finisher(tmp_path).finish(['<p><img src="/a%20%E6%B5%B7.png" alt="a &amp; b"></p>'])
    assert 'src="/a%20%E6%B5%B7.png"' in html
    assert 'width="640"' in html
    assert 'height="480"' in html
    assert 'alt="a &amp; b"' in html


def test_a_size_that_is_given_stays(tmp_path):
    (tmp_path / "a.png").write_bytes(png(640, 480))
    (html,) = finisher(tmp_path).finish(['<img src="/a.png" width="30">'])
    assert 'width="30"' in html
    assert "height" not in html


def test_a_missing_picture_is_a_box_until_it_is_there(tmp_path):
    finish = finisher(tmp_path)
    (html,) = finish.finish(['<p><img src="/a.png" alt="sea"></p>'])
    assert html == '<p><span class="postwright-chip postwright-missing" title="sea">/a.png</span></p>'
    assert finish.missing == 1
    (tmp_path / "a.png").write_bytes(png(1, 1))
    (html,) = finish.finish(['<p><img src="/a.png" alt="sea"></p>'])
    assert "<img" in html
    assert finish.missing == 0


def test_pictures_of_other_sites_are_named_unless_wanted(tmp_path):
    block = '<p><img src="https://x.org/a.png"></p>'
    finish = finisher(tmp_path)
    (html,) = finish.finish([block])
    assert html == '<p><span class="postwright-chip postwright-remote">https://x.org/a.png</span></p>'
    assert finish.remote == 1
    assert finisher(tmp_path, remote=True).finish([block]) == [block]


def test_a_diagram_is_a_box_with_its_source(tmp_path):
    block = '<pre><code class="language-mermaid">graph TD;\nA--&gt;B;\n</code></pre>'
    (html,) = finisher(tmp_path).finish([block])
    assert html.startswith('<figure class="postwright-diagram"><figcaption><span class="postwright-chip">mermaid')
    assert "A--&gt;B;" in html


def test_emoji_where_the_site_has_them(tmp_path):
    block = '<p title=":x:">:smile: 12:30:45 <code>:smile:</code> :nope_nope:</p>'
    assert finisher(tmp_path).finish([block]) == [block]
    (html,) = finisher(tmp_path, emoji=True).finish([block])
    assert html == '<p title=":x:">😄 12:30:45 <code>:smile:</code> :nope_nope:</p>'


def test_the_end_of_the_excerpt_is_shown(tmp_path):
    for written in ("<!--more-->", "<!-- more -->"):
        assert finisher(tmp_path).finish([written]) == ['<div class="postwright-more"></div>']


def test_reading_time_adds_up(tmp_path):
    finish = finisher(tmp_path)
    finish.finish([f"<p>{'海' * 500}</p>", f"<p>{'word ' * 220}</p>"])
    assert round(finish.minutes, 2) == 2.0
