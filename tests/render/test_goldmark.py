"""What Hugo writes otherwise than markdown-it does; the wanted HTML is what Hugo 0.111 wrote for the same text."""

import pytest

from editor.header import Generator
from editor.render.flavours import make_flavour


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("\"a\" and 'b'", "<p>“a” and ‘b’</p>"),
        ('任务"级别"的', "<p>任务&quot;级别&quot;的</p>"),
        ("it's the '90s, don't", "<p>it’s the ’90s, don’t</p>"),
        ("a -- b --- c...", "<p>a – b — c…</p>"),
        ("(c) (tm)", "<p>(c) (tm)</p>"),
        ("~~x~~", "<p><del>x</del></p>"),
        ("# A `b` --- c", '<h1 id="a-b-----c">A <code>b</code> — c</h1>'),
        (
            "a.example.com https://example.com",
            '<p>a.example.com <a href="https://example.com">https://example.com</a></p>',
        ),
        ("网站：https://example.com", "<p>网站：https://example.com</p>"),
        ("see www.example.com/x.", '<p>see <a href="http://www.example.com/x">www.example.com/x</a>.</p>'),
        ("- [x] a\n- [ ] b", '<li><input checked="" disabled="" type="checkbox"> a</li>'),
        ("t\n\n: d", "<dd>\n<p>d</p>\n</dd>"),
        ("t\n: d", "<dd>d</dd>"),
        ("a[^1]\n\n[^1]: n", '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>'),
        ("a[^1]\n\n[^1]: n", '<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>'),
    ],
)
def test_as_hugo_writes_it(markdown, html):
    assert html in "\n".join(make_flavour(Generator.HUGO, {}).blocks(markdown))


def test_quotes_are_counted_over_the_whole_post():
    """A closing quote needs one that was opened, be it in a paragraph before."""
    blocks = make_flavour(Generator.HUGO, {}).blocks('"open\n\n中"。\n\n中"。')
    assert blocks == ["<p>“open</p>", "<p>中”。</p>", "<p>中&quot;。</p>"]
