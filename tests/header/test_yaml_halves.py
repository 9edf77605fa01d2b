"""Characters escaped as two halves, which some readers join."""

import pytest

from editor.header import Generator, Rules, read_header, set_value
from editor.text.edit import apply

JOIN = [Generator.HUGO, Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY]


@pytest.mark.parametrize("generator", JOIN)
@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r'"\uD83D\uDE00"', "\U0001f600"),
        (r'"a \ud83d\ude00 b"', "a \U0001f600 b"),
        (r"\uD83D\uDE00", r"\uD83D\uDE00"),
        (r"'\ud8ab\udeFF'", r"\ud8ab\udeFF"),
    ],
)
def test_halves_are_read_and_other_keys_are_set(generator, written, value):
    text = f"---\ntitle: {written}\nname: x\n---\nx\n"
    rules = Rules(generator)
    header = read_header(text, rules)
    assert header.error is None
    assert header.field("title").value == value
    assert header.field("title").value_span.of(text) == written
    after = apply(text, set_value(text, header, "name", "new"))
    assert after == text.replace("name: x", "name: new")
    assert apply(text, set_value(text, header, "title", "New")).count("New") == 1


@pytest.mark.parametrize("written", [r'"\uD83D"', r'"\uDE00\uD83D"', r'"\uD83D\uDE00 \uE000"'])
def test_what_can_not_be_joined_is_an_error(written):
    assert read_header(f"---\ntitle: {written}\n---\nx\n", Rules(Generator.HUGO)).error is not None


def test_jekyll_does_not_read_halves():
    assert read_header('---\ntitle: "\\uD83D\\uDE00"\n---\nx\n', Rules(Generator.JEKYLL)).error is not None
