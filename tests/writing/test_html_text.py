"""The text of HTML: what a browser would show of it, and no HTML that takes long."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.writing.html_text import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p>\n<p>b <b>c</b>  d</p>", "a\nb c d"),
        ("<pre>\n a\n\n  b</pre>x", " a\n\n  b\nx"),
        ("a<br>b<br/><br>c", "a\nb\n\nc"),
        ("<ul><li>a<li>b</ul>c", "a\nb\nc"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("a&nbsp;&lt;b&gt; &amp;amp; 1<2 <3", "a <b> &amp; 1<2 <3"),
        ("<a title='x>y'>z</a>", "z"),
        ("<style>x</style><!-- <b>y</b> -->z<SCRIPT>1<2</Script >w", "zw"),
        ("<html><head><title>t</title></head><body><!--StartFragment--><b>x</b></body></html>", "x"),
        ("日本\u3000語", "日本\u3000語"),
        ("a<b", "a"),
        ("", ""),
    ],
)
def test_text(html, text):
    assert text_of(html) == text


@pytest.mark.parametrize(
    "piece", ["<div>", "<a ", "<img src='", "<!--", "<script>", "<pre>\n", "<span style='color:red'>", "<", "&", "<td>"]
)
def test_html_of_any_kind_is_read_in_one_pass(piece):
    """Each would take hours if a part of it was gone through again from every other one."""
    text_of(piece * 200_000)
    text_of(piece * 200_000 + "'>")


@given(
    st.lists(st.text(st.characters(exclude_characters=" \t\n\r\f\xa0", exclude_categories=("Cc", "Cs"))).filter(bool))
)
def test_all_of_a_text_is_there(words):
    marked = " ".join(f"<b title='<'>{escape(word)}</b>" for word in words)
    assert text_of(f"<p>{marked}</p>") == " ".join(words)
