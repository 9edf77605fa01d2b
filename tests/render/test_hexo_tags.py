"""Hexo's tags: their arguments, and the code in which they are shown as they were written."""

import re

import pytest

from editor.header import Generator, read_header
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.render.templates.expander import Expander


def rendered(body):
    expanded = Expander(Site(Generator.HEXO)).expand(body, read_header(""))
    return "\n".join(expanded.marks.restore_all(make_flavour(Generator.HEXO, {}).blocks(expanded.text)))


@pytest.mark.parametrize(
    ("arguments", "footer"),
    [
        ("", ""),
        ("Ann", "<strong>Ann</strong>"),
        ("Ann, The Book", "<strong>Ann</strong><cite>The Book</cite>"),
        ("A, B http://x.example T u", '<strong>A, B</strong><cite><a href="http://x.example">T u</a></cite>'),
        (
            "@ann https://x.example/s/1",
            '<strong>@ann</strong><cite><a href="https://x.example/s/1">x.example/s/1</a></cite>',
        ),
        (
            "Ann https://x.example/index.html",
            '<strong>Ann</strong><cite><a href="https://x.example/index.html">x.example</a></cite>',
        ),
        ("夏目　漱石", "<strong>夏目　漱石</strong>"),
    ],
)
@pytest.mark.parametrize("name", ["blockquote", "quote"])
def test_who_is_quoted(name, arguments, footer):
    html = rendered(f"{{% {name} {arguments} %}}\nq *e*\n{{% end{name} %}}\n")
    written = f"<blockquote>\n<p>q <em>e</em></p>\n<footer>{footer}</footer>\n</blockquote>"
    assert html == (written if footer else written.replace("<footer></footer>\n", ""))


@pytest.mark.parametrize("tag", ["{% katex %}", '{% include_raw "a" %}', "{{ x }}", "{% blockquote A %}"])
@pytest.mark.parametrize(
    "place",
    [
        "```\n{}\n```",
        "- x\n\n  ```\n  {}\n  ```",
        "1. ~~~\n   {}\n   ~~~",
        "> ```js\n> {}\n> ```",
        "`{}`",
        "`` ` {} ``",
        "    {}",
    ],
)
def test_tag_in_code_is_shown_as_it_is(tag, place):
    html = rendered(place.replace("{}", tag) + "\n\nend\n")
    text = html.replace("&quot;", '"').replace('<span class="p">', "").replace("</span>", "")
    text = re.sub(r"<span[^>]*>", "", text)
    assert tag in text
    assert "postwright-chip" not in html


def test_tag_in_a_comment_stays():
    assert rendered("a <!-- {% x %} --> b") == "<p>a <!-- {% x %} --> b</p>"


@pytest.mark.parametrize(
    ("tag", "html"),
    [
        ("{% link a b http://e.example true tip %}", '<a href="http://e.example/" title="tip" target="_blank">a b</a>'),
        ("{% a x http://e.example/ %}", '<a href="http://e.example/">x</a>'),
        ("{% codeblock T http://e.example L lang:js %}\n\n  x\n  y\n{% endcodeblock %}", "<span>T</span>"),
    ],
)
def test_arguments(tag, html):
    assert html in rendered(tag)


def test_code_of_a_list_loses_its_common_indent():
    assert "<code>x\n  y</code>" in rendered("- a\n\n  {% codeblock %}\n  x\n    y\n  {% endcodeblock %}\n")


@pytest.mark.parametrize("comment", ["<!-- more -->", "<!--more-->"])
def test_excerpt_ends_where_hexo_says(comment):
    assert '<span id="more"></span>' in rendered(f"a\n\n{comment}\n\nb\n")
