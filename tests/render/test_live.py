"""What is rendered a little at a time is what is rendered at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.header import Generator, read_header
from editor.render.flavours import make_flavour
from editor.render.kramdown import Kramdown
from editor.render.kramdown.live import LiveKramdown

LIVE = [Generator.JEKYLL, Generator.HUGO, Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA]
"""A generator of each engine and profile that is rendered a little at a time."""

PIECES = [
    "text",
    "日本語",
    " ",
    "\n",
    "\n\n",
    "# h\n",
    "## Same\n",
    "- a\n",
    "  - b\n",
    "1. x\n",
    "> q\n",
    "```\n",
    "~~~\n",
    "`c`",
    "**b**",
    "*",
    "_",
    "| a | b |\n",
    "|---|---|\n",
    ": def\n",
    "[x]",
    "[x]: /u\n",
    '[x]: /v "t"\n',
    "[^1]",
    "[^2]",
    "[^1]: note\n",
    "[^2]: two\n\n    more\n",
    "*[text]: T\n",
    "{: .c}\n",
    "{:r: .d}\n",
    "{: r}\n",
    "$$",
    "$$\nx\n$$\n",
    "<div>\n",
    "</div>\n",
    '<div markdown="1">\n',
    "<b>",
    "</b>",
    "<!-- c -->\n",
    "    code\n",
    "---\n",
    "===\n",
    "^\n",
    "{::comment}\n",
    "{:/comment}\n",
    '{::options auto_ids="false" /}\n',
    "* x\n{:toc}\n",
    "\\",
    '"q"',
    '"',
    "'",
    "    [x]: /u\n",
    "> [x]: /u\n",
    "\t",
    "## T {#own .c}\n",
    "text\n: loose\n",
    "[x]: \n",
    "https://e.org",
    "--",
    "- [ ] t\n",
    "a\n: term\n",
    "www.e.org ",
    "a@e.org ",
    "~x~",
    "　",
    "<em>",
    "{/* c */}",
    "import a from 'a'\n",
    "export const a = 1\n",
    "<Box>\n",
    "</Box>\n",
    "{a + 1}",
]
pieces = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from([*PIECES, "", "", "a"])), max_size=12)


def engines(generator):
    """What renders a little at a time, and what renders at once."""
    if generator is Generator.JEKYLL:
        return LiveKramdown(), Kramdown()  # without formulas, which only the preview draws
    return make_flavour(generator, {}, live=True), make_flavour(generator, {})


def test_text_without_a_paragraph_knows_its_line():
    live, _ = engines(Generator.JEKYLL)
    live.blocks("\n \ttext")
    assert len(live.blocks("# h\n\n \ttext")) == 2
    fresh, _ = engines(Generator.JEKYLL)
    fresh.blocks("# h\n\n \ttext")
    assert live.lines == fresh.lines == [0, 2]


@pytest.mark.parametrize("generator", LIVE)
@settings(max_examples=200)
@given(pieces, edits)
def test_random_edits_give_what_a_full_rendering_gives(generator, text, changes):
    live, full = engines(generator)
    assert live.blocks(text) == full.blocks(text)
    for place, removed, new in changes:
        at = round(place * len(text))
        text = text[:at] + new + text[at + removed :]
        assert live.blocks(text) == full.blocks(text)
        fresh, _ = engines(generator)
        assert len(fresh.blocks(text)) == len(fresh.lines)
        assert live.lines == fresh.lines


@pytest.mark.parametrize("generator", LIVE)
def test_typing_in_real_posts_gives_what_a_full_rendering_gives(generator, corpus_posts):
    """Words typed letter by letter, a fence opened and closed, a line taken out and put back."""
    for number, path in enumerate(corpus_posts[:: 25 if generator is Generator.JEKYLL else 50]):
        text = path.read_text(encoding="utf-8")
        body = text[read_header(text).body_start :]
        live, full = engines(generator)
        assert live.blocks(body) == full.blocks(body)
        at = body.find("\n\n", len(body) * (number % 7) // 7) + 2
        for step in ("a", ' "b', "\n\n", "```", "\n", "x\n", "```\n", "- l\n", "[^n]"):
            body = body[:at] + step + body[at:]
            at += len(step)
            assert live.blocks(body) == full.blocks(body), path
        line_end = body.find("\n", at) + 1
        taken = body[:at] + body[line_end:]
        assert live.blocks(taken) == full.blocks(taken), path
        assert live.blocks(body) == full.blocks(body), path


def test_blocks_that_did_not_change_are_the_same_objects():
    live = LiveKramdown()
    before = live.blocks("one\n\ntwo\n\nthree\n\nfour\n\nfive\n")
    after = live.blocks("one\n\ntwo\n\nthree\n\nfour\n\nfives\n")
    assert after[0] is before[0]
    assert after[-1] == "<p>fives</p>"


@pytest.mark.parametrize("body", ["", "\n", "\n\n", "a", "a\n\n\n"])
def test_edges(body):
    assert LiveKramdown().blocks(body) == Kramdown().blocks(body)


def test_the_line_of_each_block_is_known():
    live = LiveKramdown()
    live.blocks("# a\n\nb\nc\n\n- d\n\n\n```\ne\n```\n\nf[^1]\n\n[^1]: g\n")
    assert live.lines == [0, 2, 5, 8, 12, 15]
    live.blocks("# a\n\nnew\n\nb\nc\n\n- d\n\n\n```\ne\n```\n\nf[^1]\n\n[^1]: g\n")
    assert live.lines == [0, 2, 4, 7, 10, 14, 17]


def test_attributes_of_an_abbreviation_count_wherever_it_is_used():
    live, full = engines(Generator.JEKYLL)
    for text in ("text\n\n*[text]: T\n{: .c}\n", "text\n\n*[text]: T\n{: .d}\n", "text\n\n*[text]: T\n"):
        assert live.blocks(text) == full.blocks(text)
