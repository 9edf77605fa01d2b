"""Markdown to blocks, the page's head, and patches."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.header import Generator, Rules, read_header
from editor.render.clean import clean
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.head import head_html
from editor.render.page import content_policy, standalone_page
from editor.render.python_markdown import PythonMarkdown
from editor.render.site import Site
from editor.text.edit import Edit, apply


@pytest.fixture(scope="module")
def flavour():
    return PythonMarkdown()


def test_each_block_is_rendered_by_itself(flavour):
    assert flavour.blocks("# 見出し\n\n段落 **強調**\n\n- a\n- b") == [
        "<h1>見出し</h1>",
        "<p>段落 <strong>強調</strong></p>",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    ]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<table>"),
        ("```python\nx = 1\n```", '<div class="highlight">'),
        ("```python\nx = 1\n```", '<span class="n">x</span>'),
        ("text[^1]\n\n[^1]: note", 'class="footnote"'),
        ("term\n: meaning", "<dt>term</dt>"),
        ("<div>raw</div>", "<div>raw</div>"),
        ("a & b < c", "a &amp; b &lt; c"),
    ],
)
def test_what_posts_use_is_rendered(flavour, body, html):
    assert html in "\n".join(flavour.blocks(body))


def test_one_post_leaves_nothing_for_the_next(flavour):
    flavour.blocks("text[^1] [x]\n\n[^1]: note\n\n[x]: /there")
    assert flavour.blocks("[x] [^1]") == ["<p>[x] [^1]</p>"]


def test_an_empty_body_has_no_blocks(flavour):
    assert flavour.blocks(" \n\n") == []


def test_the_head_shows_title_day_and_author_and_no_front_matter():
    header = read_header('---\ntitle: "港 <b>"\ndate: 2026-04-12 23:30:00 +0900\nauthor: 編集室\nsecret: x\n---\n')
    assert head_html(header) == "<h1>港 &lt;b&gt;</h1><p>2026年4月12日 · 編集室</p>"
    assert head_html(read_header("---\ntitle: Boats\ndate: 2026-05-03\nauthors: [A, B]\n---\n")) == (
        "<h1>Boats</h1><p>May 3, 2026 · A · B</p>"
    )
    assert head_html(read_header("no header")) == ""
    assert head_html(read_header("---\ncategories: [旅]\ntags: [<b>, 旅]\n---\n")) == "<p>#旅 #&lt;b&gt;</p>"
    assert head_html(read_header("---\ntags: a, b\n---\n")) == "<p>#a #b</p>"
    assert head_html(read_header("+++\n[taxonomies]\ntags = ['x']\n+++\n")) == "<p>#x</p>"


def test_a_page_stands_alone():
    page = standalone_page("T", "<h1>T</h1>", "<p>x</p>")
    assert "<title>T</title>" in page
    assert "--paper" in page
    assert "http" not in page


def test_the_policy_lets_nothing_run_and_nothing_out():
    assert "default-src 'none'" in content_policy()
    assert "script-src 'none'" in content_policy()
    assert "http" not in content_policy()


def patched(page, patch):
    page[patch.start : patch.start + patch.removed] = patch.blocks


def lines_patched(lines, patch):
    behind = [line + patch.shift for line in lines[patch.start + patch.removed :]]
    lines[patch.start :] = [*patch.lines, *behind]


lines = st.sampled_from(
    ["# h", "text", "", "", "- a", "```", "> q", "[x]", "[x]: /y", "note[^1]", "[^1]: n", "---", "title: t"]
)


@pytest.mark.parametrize("generator", list(Generator))
@settings(max_examples=40)
@given(
    st.lists(lines, max_size=12), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), lines), min_size=1, max_size=5)
)
def test_patches_add_up_to_the_whole_page(generator, rows, changes):
    text = "\n".join(rows)
    document, page, lines = RenderedDocument(make_flavour(generator, {}, live=True), Site(generator)), [], []
    document.open(text, make_flavour(generator, {}, live=True), Site(generator))
    patch = document.render()
    patched(page, patch)
    lines_patched(lines, patch)
    for low, high, new in changes:
        start = round(low * len(text))
        edit = Edit(start, start + round(high * (len(text) - start)), f"\n{new}\n")
        text = apply(text, edit)
        document.edit([edit])
        patch = document.render()
        patched(page, patch)
        lines_patched(lines, patch)
    again = RenderedDocument(make_flavour(generator, {}, live=True), Site(generator))
    again.open(text, make_flavour(generator, {}, live=True), Site(generator))
    assert lines == again.render().lines
    whole = make_flavour(generator, {}).blocks(text[read_header(text, Rules(generator)).body_start :])
    assert page == [clean(block) for block in whole]


def test_a_changed_word_patches_its_block_alone():
    document = RenderedDocument(PythonMarkdown(), Site(Generator.PELICAN))
    document.edit([Edit(0, 0, "one\n\ntwo\n\nthree")])
    document.render()
    document.edit([Edit(5, 8, "TWO")])
    patch = document.render()
    assert (patch.start, patch.removed, patch.blocks) == (1, 1, ["<p>TWO</p>"])
