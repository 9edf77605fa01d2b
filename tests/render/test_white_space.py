"""White space that is no ASCII: where each real generator keeps, strips or splits at it (see benchmarks/white_space.py)."""

import json
import re
from pathlib import Path

import pytest

from editor.header import Generator, read_header
from editor.render.flavours import make_flavour
from editor.render.kramdown.options import Options, levels
from editor.render.site import Site
from editor.render.templates.expander import Expander

CASES = Path(__file__).parents[1] / "cases" / "white_space"
ENGINES = [Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA, Generator.HUGO, Generator.JEKYLL]
SEPARATORS = "\u2028\u2029"
EXCEPTIONS = {
    # marked's patterns use a dot, which stops at these two: a row or an underlined heading that has one ends there
    **{
        (Generator.HEXO, name): SEPARATORS
        for name in ("cell start", "cell end", "cell alone", "header cell", "row end", "row start")
    },
    **{(Generator.HEXO, f"underlined heading {name}"): SEPARATORS for name in ("start", "end")},
    (Generator.ASTRO, "quotes"): "\u0085",  # neither white space nor punctuation in parse-latin
    (Generator.ELEVENTY, "link in angle brackets"): "\u0085",  # Python's port strips it from addresses
    (Generator.ASTRO, "fence info start"): None,  # the language is then empty, which colours nothing: we name it
}
_SAME = (
    (r"</?span[^>]*>", ""),  # colours
    (r'<a href="[^"]*" class="headerlink"[^>]*></a>', ""),
    (r'(<h\d) id="[^"]*"', r"\1"),
    (r' class="(?:highlight|language-)"| alt=""', ""),
    (r" ?/>", ">"),
    (r"<(/?)s>", r"<\1del>"),
    (r">\s*?[\n\t][ \t\n]*<", "><"),
    (r"<br>\n", "<br>"),
    (r"\n</code>", "</code>"),
    ("&quot;", '"'),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&#x3[Cc];", "&lt;"),
    ("&#x3[Dd];", "="),
    ("&#x2[Ff];", "/"),
    ("&mdash;", "—"),
    (r"&gt;", ">"),
    (r"style=\"text-align: ?center;?\"", 'align="center"'),
)


def normal(html):
    """HTML without what is written in another way alone."""
    for pattern, new in _SAME:
        html = re.sub(pattern, new, html, flags=re.ASCII)
    return html.strip("\n")


def positions():
    for generator in ENGINES:
        found = json.loads((CASES / f"{generator.name.lower()}.json").read_text(encoding="utf-8"))
        yield from ((generator, name, case["source"], case["html"]) for name, case in found.items())


def test_each_position_was_measured():
    for generator, name, _, answers in positions():
        assert len("".join(answers)) > 0, (generator, name)
        assert sum(map(len, answers.values())) == 24, (generator, name)


@pytest.mark.parametrize(("generator", "name", "source", "answers"), list(positions()))
def test_white_space_is_what_the_generator_takes_it_for(generator, name, source, answers):
    left_out = EXCEPTIONS.get((generator, name), "")
    flavour = make_flavour(generator, {})
    for html, characters in answers.items():
        for character in characters:
            if left_out is not None and character not in left_out:
                ours = normal("\n".join(flavour.blocks(source.replace("@", character))))
                wanted = html.replace("%@", "".join(f"%{byte:02X}" for byte in character.encode()))
                assert ours == normal(wanted.replace("@", character)), f"U+{ord(character):04X}"


@pytest.mark.parametrize(
    "generator", [Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA, Generator.HUGO]
)
def test_indented_japanese_paragraphs_keep_their_indent(generator):
    body = "　一段落目。\n　二行目\n\n- 　項目\n\n> 　引用\u00a0\n"
    html = "".join(make_flavour(generator, {}).blocks(body))
    assert html.count("　") == 4
    assert "引用\u00a0" in html


def test_terms_of_definition_lists_keep_their_indent():
    html = "".join(make_flavour(Generator.HUGO, {}).blocks("　用語\n: 　説明\n\n  　入れ子\n  : 説明\n"))
    assert "<dt>　用語</dt>" in html
    assert "<dt>　入れ子</dt>" in html


def test_goldmark_has_no_definition_behind_an_indented_marker():
    html = "".join(make_flavour(Generator.HUGO, {}).blocks("a\n: b\n\n    c\n    : d\n"))
    assert "<p>c\n: d</p>" in html


@pytest.mark.parametrize("value", ["²", "１", "١", "①", "", " ", "x", "--1", "1" * 5000])
def test_digits_of_kramdown_options_are_ascii(value):
    assert Options().having("footnote_nr", value) == Options()
    assert levels(value) == ()
    assert levels(f"{value}..{value}") == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a {%- if true -%}\n　b\u00a0 {%- endif -%}\n　c", "a　b\u00a0　c"),
        ("a　\n{{- 'x' -}}\n　d", "a　x　d"),
        ("{% comment %}x{% endcomment -%}\n　e", "　e"),
        ("{{ ' 　a　 ' | strip }}{{ ' 　a ' | lstrip }}{{ ' a　 ' | rstrip }}", "　a　　a  a　"),
        ("{{ 'a　b c' | split: ' ' | join: '-' }}", "a　b-c"),
        ("{{ 'a　b c d' | truncatewords: 2 }}", "a　b c..."),
        ("{{ '　a  b' | normalize_whitespace }}", "　a b"),
        ("{{ 'a　b c' | slugify: 'raw' }}", "a　b-c"),
    ],
)
def test_liquid_strips_as_ruby_does(body, text):
    expanded = Expander(Site(Generator.JEKYLL)).expand(body, read_header(""))
    assert expanded.text == text
