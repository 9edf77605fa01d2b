"""What is pasted is shown: the text of the page is the text that was pasted, in every generator's flavour."""

import html as markup
import re
import unicodedata

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.header import Generator
from editor.render.flavours import make_flavour
from editor.writing.paste import from_cells, from_html

GENERATORS = [
    Generator.JEKYLL,
    Generator.HUGO,
    Generator.HEXO,
    Generator.ASTRO,
    Generator.ELEVENTY,
    Generator.ZOLA,
    Generator.PELICAN,
]
FLAVOURS = {generator: make_flavour(generator, {}) for generator in GENERATORS}
TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."})

WORDS = st.lists(
    st.sampled_from(
        [
            *[
                "word",
                "魚",
                "𠮷",
                "2",
                "1.",
                "3)",
                "x_y",
                "_z_",
                "a*b",
                "*",
                "**b**",
                "# h",
                "#",
                "- d",
                "-",
                "+",
                "> q",
                ">",
            ],
            *[
                "|",
                "a|b",
                "||",
                "\\",
                "\\|",
                "\\*",
                "`",
                "``",
                "`c`",
                "[t](u)",
                "[",
                "]",
                "![",
                "[^1]",
                "[x]:",
                "<b>",
                "<",
                "&amp;",
            ],
            *[
                "&",
                "~",
                "~~s~~",
                "$$x$$",
                "{{ site.x }}",
                "{% if %}",
                "{:.c}",
                "{::x}",
                "{",
                "}",
                "=",
                "===",
                "---",
                ": d",
                ":",
                "!",
            ],
            *[
                "*[HTML]:",
                "(c",
                "+++",
                "***",
                "___",
                "```",
                "~~~",
                "^a^",
                "==m==",
                "{# c #}",
                "1986.",
                "</td>",
                "<!--",
                "-->",
            ],
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


def shown(html, *, marks="`*_~|"):
    """The letters of a page, without white space and with the quotes of the source."""
    text = BeautifulSoup(html, "html.parser").get_text()
    text = unicodedata.normalize("NFC", text).replace("``", "“").translate(TYPOGRAPHY)  # as Astro's smartypants does
    return re.sub(r"\s+|-{2,}", lambda match: "" if match[0].isspace() else "-", text)


def assert_shown(markdown, wanted):
    for generator, flavour in FLAVOURS.items():
        page = shown("".join(flavour.blocks(f"before\n\n{markdown}\n\nafter\n")))
        for piece in wanted:
            assert shown(markup.escape(piece)) in page, (generator, markdown)


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_paragraphs(parts):
    html = "".join(f"<p>{markup.escape(part)}</p>" for part in parts)
    assert_shown(from_html(html), parts)


@settings(max_examples=15)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_tables(rows, head):
    name = "th" if head else "td"
    lines = [
        "".join(
            f"<{name if not number else 'td'}>{markup.escape(cell)}</{name if not number else 'td'}>" for cell in row
        )
        for number, row in enumerate(rows)
    ]
    html = "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    assert_shown(from_html(html), [cell for row in rows for cell in row])


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, min_size=2, max_size=4))
def test_cells_of_a_spreadsheet(first, second):
    size = min(len(first), len(second))
    text = "\t".join(first[:size]) + "\n" + "\t".join(second[:size]) + "\n"
    assert_shown(from_cells(text), first[:size] + second[:size])


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["h2", "li", "blockquote", "pre", "code", "b", "a", "td-code", "td-block", "br"]), WORDS
        ),
        min_size=1,
        max_size=4,
    )
)
def test_blocks(parts):
    written = {
        "h2": "<h2>{}</h2>",
        "li": "<ul><li>{}</li></ul>",
        "blockquote": "<blockquote><p>{}</p></blockquote>",
        "pre": "<pre><code>{}</code></pre>",
        "code": "<p>see <code>{}</code> there</p>",
        "b": "<p>see <b>x</b> {} there</p>",
        "a": '<p><a href="https://e.org/(x)|y">{}</a></p>',
        "td-code": "<table><tr><td>x</td><td><code>{}</code></td></tr></table>",
        "td-block": "<table><tr><td><ul><li>{}</li></ul><p>y</p></td></tr></table>",
        "br": "<p>x<br>{}</p>",
    }
    html = "".join(written[kind].format(markup.escape(part)) for kind, part in parts)
    assert_shown(from_html(html), [part for _, part in parts])


@pytest.mark.parametrize("line", [False, True])
def test_a_line_is_a_line(line):
    html = "<h2>t</h2><ul><li>a|b</li></ul><pre>c\nd</pre><p>e<br>f</p>"
    assert ("\n" in from_html(html, in_line=line)) is not line


@given(WORDS)
def test_no_template_is_pasted(words):
    markdown = from_html(f"<p>{markup.escape(words)} {{{{&lt; fig &gt;}}}} {{{{{{</p>")
    assert not re.search(r"\{[{%#]", markdown)
