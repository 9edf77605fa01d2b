"""What is pasted into any kind of place is shown on the page, and the place stays what it was, in every flavour."""

import html as markup
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.header import Generator, Rules, read_header
from editor.render.site import Site
from editor.render.templates.expander import Expander
from editor.text.edit import apply
from editor.writing.landing import land, place_at
from editor.writing.paste import from_html
from editor.writing.templates import Templates
from tests.writing.marked import selected
from tests.writing.test_paste_text import FLAVOURS, WORDS, shown

TEMPLATES = {
    Generator.JEKYLL: Templates.LIQUID,
    Generator.ELEVENTY: Templates.LIQUID,
    Generator.HUGO: Templates.HUGO,
}
HEADERS = {generator: read_header("---\ntitle: x\n---\n", Rules(generator)) for generator in FLAVOURS}
AFTER = "\n\nthe end of it\n"

TEXT = {
    "paragraph": "one ⟦⟧ two\nthree",
    "line in a paragraph": "one\n⟦⟧\ntwo",
    "blank": "⟦⟧",
    "after a bracket": "a [b]⟦⟧ c",
    "item": "- one ⟦⟧ two\n- three",
    "new item": "- one\n- ⟦⟧",
    "numbered item": "1. ⟦⟧ two\n2. three",
    "quote": "> one ⟦⟧ two\n> three",
    "quoted item": "> - one ⟦⟧\n> - two",
    "cell": "| a | b |\n|---|---|\n| c ⟦⟧ | d |",
    "cell without bars around": "a | b\n---|---\nc ⟦⟧ | d",
    "last cell without bars around": "a | b\n---|---\nc | d ⟦⟧",
    "cell in a quote": "> | a | b |\n> |---|---|\n> | c ⟦⟧ | d |",
    "cell in an item": "- | a | b |\n  |---|---|\n  | c ⟦⟧ | d |",
    "link": "x [a ⟦⟧ b](https://e.org) y",
    "link in a cell": "| a | b |\n|---|---|\n| [c ⟦⟧](https://e.org) | d |",
    "heading": "## one ⟦⟧",
    "middle of a heading": "## one ⟦⟧ two",
    "quoted heading": "> ## one ⟦⟧\n> two",
    "html": "<div>\none ⟦⟧ two\n</div>",
}
CODE = {
    "fence": "```python\na\n⟦⟧\nb\n```",
    "line in a fence": "~~~\na ⟦⟧ b\n~~~",
    "open fence": "```\n⟦⟧",
    "indented": "one\n\n    a ⟦⟧\n    b",
    "line of indented code": "one\n\n    a\n    ⟦⟧b",
    "span": "x `a ⟦⟧ b` y",
    "empty span": "x `a ⟦⟧` y",
    "span in a cell": "| a | b |\n|---|---|\n| `c ⟦⟧` | d |",
    "span in a heading": "## `c ⟦⟧`",
}
IN_BLOCKS = {
    "fence in an item": "- one\n\n  ```\n  a\n  ⟦⟧\n  ```\n\n- two",
    "fence in a quote": "> ```\n> a ⟦⟧\n> ```\n> b",
    "code in an item": "- one\n\n      a ⟦⟧\n\n- two",
}
NOT_IN = {
    Generator.PELICAN: {*IN_BLOCKS, "open fence", "cell in an item", "span in a cell"},
    Generator.JEKYLL: {"open fence", "cell in an item"},
    Generator.ELEVENTY: {"indented", "line of indented code", "code in an item"},
    Generator.HUGO: {"html"},
}
"""Places that are none in a flavour: Python-Markdown has no fences in blocks, kramdown none without an end, Eleventy no
indented code; Hugo leaves HTML out.
"""

LINES = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(
            [
                *["```", "~~~", "````", "```js", "    deep", "\tx", "> q", "- i", "`", "``", "{{ page.title }}"],
                *[
                    "{% include x.html %}",
                    "{% raw %}",
                    "{% endraw %}",
                    "{{< fig a >}}",
                    "{{% t %}}",
                    "{# n #}",
                    "",
                    "|",
                ],
                *["{{ youtube(id=1) }}", "</code>", "</pre>", "<b>", "&lt;", "a b", "{%"],
            ]
        ),
    ),
    min_size=1,
    max_size=4,
).filter(lambda lines: "".join(lines).strip())


def page(generator, body):
    expanded = Expander(Site(generator)).expand(body, HEADERS[generator])
    blocks = expanded.marks.restore_all(FLAVOURS[generator].blocks(expanded.text))
    return "".join(blocks)


def pasted(generator, place, written, *, rich=False, text=None):
    """The text after a paste, and its page."""
    body, start, end = selected(place + AFTER)
    change = land(body, start, end, written, rich=rich, templates=TEMPLATES.get(generator, Templates.NONE))
    new = apply(body, change.edit)
    return new, page(generator, new)


def check_end(html, told):
    """What comes after the place is a paragraph of its own, as before."""
    last = BeautifulSoup(html, "html.parser").find_all("p")
    assert last, told
    assert "the end of it" in last[-1].get_text(), told
    assert last[-1].find_parent(["pre", "code", "li", "blockquote", "table"]) is None, told


def places(generator, *tables):
    return [place for table in tables for name, place in table.items() if name not in NOT_IN.get(generator, ())]


@pytest.mark.parametrize("generator", FLAVOURS)
@settings(max_examples=60)
@given(st.data())
def test_code(generator, data):
    place = data.draw(st.sampled_from(places(generator, CODE, IN_BLOCKS)))
    check_code(generator, place, "\n".join(data.draw(LINES)))


@pytest.mark.parametrize("written", ["```\na\n```", "{{ page.title }}\n{% include x %}", "x\n\n    y\nz", "a`b", "``"])
@pytest.mark.parametrize("generator", FLAVOURS)
def test_code_in_each_place(generator, written):
    for place in places(generator, CODE, IN_BLOCKS):
        check_code(generator, place, written)


def check_code(generator, place, written):
    new, html = pasted(generator, place, written)
    found = BeautifulSoup(html, "html.parser")
    code = found.find_all("code") or found.find_all("pre") or [found]  # Hugo may leave the tag out
    assert squeezed(written) in squeezed(code[0].get_text()), (new, html)
    if place != CODE["open fence"]:
        check_end(html, (new, html))


def squeezed(text):
    return re.sub(r"[ \t\n]+", "", text)


BLOCKS = {
    "p": "<p>{}</p>",
    "two": "<p>x</p><p>{}</p>",
    "h2": "<h2>{}</h2>",
    "li": "<ul><li>{}</li><li>y</li></ul>",
    "ol": "<ol><li>{}</li></ol>",
    "blockquote": "<blockquote><p>{}</p></blockquote>",
    "pre": "<pre><code>{}</code></pre>",
    "code": "<p>see <code>{}</code> there</p>",
    "b": "<p>see <b>x</b> {}</p>",
    "table": "<table><tr><th>h</th><th>i</th></tr><tr><td>x</td><td>{}</td></tr></table>",
}


@pytest.mark.parametrize("generator", FLAVOURS)
@settings(max_examples=60)
@given(st.data())
def test_rich_text(generator, data):
    kinds = [kind for kind in BLOCKS if (generator, kind) != (Generator.PELICAN, "pre")]  # no fences in blocks
    parts = data.draw(st.lists(st.tuples(st.sampled_from(kinds), WORDS), min_size=1, max_size=3))
    check_rich(generator, data.draw(st.sampled_from(places(generator, TEXT))), parts)


@pytest.mark.parametrize(
    "parts",
    [
        [("pre", "{{ page.title }}"), ("p", "b")],
        [("code", "{% include x %}")],
        [("table", "a|b"), ("li", "- c")],
        [("p", "C #")],
        [("p", "(b)")],
        [("code", "\\|"), ("code", "]["), ("p", "\\")],
    ],
)
@pytest.mark.parametrize("generator", [one for one in FLAVOURS if one is not Generator.PELICAN])
def test_rich_text_in_each_place(generator, parts):
    for place in places(generator, TEXT):
        check_rich(generator, place, parts)


def check_rich(generator, place, parts):
    source = "".join(BLOCKS[kind].format(markup.escape(words)) for kind, words in parts)
    body, start, _ = selected(place + AFTER)
    here, templates = place_at(body, start), TEMPLATES.get(generator, Templates.NONE)
    if here.kind.takes_markdown:
        written = from_html(source, in_line=here.is_line, in_cell=here.in_cell, templates=templates)
    else:
        written = BeautifulSoup(source, "html.parser").get_text("\n")
    new, html = pasted(generator, place, written, rich=True)
    for _, words in parts:
        assert shown(markup.escape(words)) in shown(html.replace("<", " <")), (new, html)
    check_end(html, (new, html))
