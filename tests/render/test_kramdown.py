"""kramdown's rules by the cases of `tests/cases/kramdown`, whose HTML is what kramdown 2.4 with GFM input writes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.clean import clean
from editor.render.colour import coloured
from editor.render.kramdown import Kramdown, Looks, Options
from editor.render.math import mathml
from tests.cases.reader import sections
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "kramdown").glob("*.case"))


def squeezed(html):
    """HTML without the white space between tags, which no browser shows there."""
    return re.sub(r">\s+<", "><", re.sub(r"\s*\n\s*", "\n", html)).replace("\n", "").strip()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case):
    parts = sections(case)
    assert squeezed("\n".join(Kramdown().blocks(parts["markdown"]))) == squeezed(parts["html"])


def test_there_are_cases():
    assert len(CASES) > 50


@pytest.mark.parametrize(
    ("options", "markdown", "html"),
    [
        (Options(hard_wrap=True), "a\nb", "<p>a<br />\nb</p>"),
        (Options(auto_ids=False), "# a", "<h1>a</h1>"),
        (Options(auto_id_prefix="p-"), "# a", '<h1 id="p-a">a</h1>'),
        (Options(smart_quotes=("apos", "apos", "quot", "quot")), "\"a\" 'b'", "<p>\"a\" 'b'</p>"),
        (Options(remove_line_breaks_for_cjk=True), "日本\n語 a\n日", "<p>日本語 a\n日</p>"),
        (Options(auto_typographic=False), "a -- b", "<p>a -- b</p>"),
        (Options(paragraph_end=False), "a\n- b", "<p>a\n- b</p>"),
        (Options(header_offset=1), "# a", '<h2 id="a">a</h2>'),
        (Options(parse_block_html=True), "<div>\n*a*\n</div>", "<div>\n<p><em>a</em></p>\n</div>"),
    ],
)
def test_options_of_the_site(options, markdown, html):
    assert Kramdown(options).blocks(markdown) == [html]


def test_code_is_coloured_and_its_text_stays():
    html = Kramdown(looks=Looks(coloured)).blocks("```python\nif x < 1: pass\n```\n\n```nope\na < b\n```")
    assert '<pre class="highlight"><code class="language-python">' in html[0]
    assert '<span class="k">if</span>' in html[0]
    assert html[1] == '<pre><code class="language-nope">a &lt; b\n</code></pre>'


@given(st.text(alphabet="ab *_`[]()<>!#-+>|:{}\"'&\\~$^=.\n\t1日", max_size=200))
def test_any_text_gives_blocks(text):
    assert isinstance(Kramdown().blocks(text), list)


@pytest.mark.parametrize(
    "text",
    [
        "*a _b " * 3_000,
        "**a __b " * 3_000,
        "[" * 5_000,
        "> " * 2_000 + "x",
        "* " * 1_000 + "x",
        "<div>" * 2_000,
        "<b>" * 2_000,
        "`" * 3_000 + "a" + "`" * 2_999,
        "$$" + "a" * 20_000,
        "|" * 20_000 + "\n",
        "a\n: b\n" * 3_000,
        "[^1]" * 3_000 + "\n\n[^1]: x",
        '"' * 20_000,
        "&" * 20_000,
        "{:" * 10_000,
        "~~a" * 5_000,
        "![" * 3_000,
    ],
    ids=range(17),
)
def test_hostile_texts_end(text):
    """Each ends in seconds, well within the worker's time limit, and in bounded depth."""
    assert isinstance(Kramdown().blocks(text), list)


def test_formulas_are_drawn_where_they_can_be():
    drawn = Kramdown(looks=Looks(formula=mathml)).blocks("a $$x^2$$ b\n\n$$\n\\frac{1}{2}\n$$\n\n$$\\nope{$$")
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in drawn[0]
    assert 'display="block"' in drawn[1]
    assert "<mfrac>" in drawn[1]
    assert "nope" in drawn[2]
    assert "<mfrac>" in clean(drawn[1])
