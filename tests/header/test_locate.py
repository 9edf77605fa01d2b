"""Where front matter is, by the generators' rules."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.header import HeaderKind, read_header
from editor.header.generator import Generator
from editor.header.locate import places

# Jekyll's own expression (lib/jekyll/document.rb); Ruby's \s is ASCII, its m is Python's DOTALL
JEKYLL = re.compile(r"\A(---[ \t\r\n\f\v]*\n.*?\n?)^((---|\.\.\.)[ \t\r\n\f\v]*$\n?)", re.DOTALL | re.MULTILINE)


def locate(text):
    return next(places(text, Generator.JEKYLL))


lines = st.sampled_from(["---", "--- ", "...", "title: x", "", " ", "text", "----", "---x", "\t", "    code"])


@given(st.lists(lines, max_size=8), st.booleans())
def test_yaml_headers_are_found_as_jekyll_finds_them(rows, last_end):
    text = "\n".join(rows) + ("\n" if last_end else "")
    match, place = JEKYLL.match(text), locate(text)
    if match is None:
        assert place.kind is HeaderKind.NONE or place.error is not None
    else:
        assert place.kind is HeaderKind.YAML
        assert place.error is None
        assert text[place.body_start :] == text[match.end() :]


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("---\ntitle: x\n---\nbody", HeaderKind.YAML, "body"),
        ("---  \ntitle: x\n...  \n\n\nbody", HeaderKind.YAML, "body"),
        ("---\n---\nbody", HeaderKind.YAML, "body"),
        ("---\ntitle: x\n---", HeaderKind.YAML, ""),
        ("+++\ntitle = 'x'\n+++\nbody", HeaderKind.TOML, "body"),
        ('{\n "title": "x"\n}\nbody', HeaderKind.JSON, "body"),
        ('---json\n{"title": "x"}\n---\nbody', HeaderKind.JSON, "body"),
        ("---js\n{title: run()}\n---\nbody", HeaderKind.SCRIPT, "body"),
        ("body\n---\nmore\n---\n", HeaderKind.NONE, "body\n---\nmore\n---\n"),
        ("----\nbody", HeaderKind.NONE, "----\nbody"),
        ("{% include x %}\nbody", HeaderKind.NONE, "{% include x %}\nbody"),
        ("", HeaderKind.NONE, ""),
    ],
)
def test_each_kind_is_recognised(text, kind, body):
    header = read_header(text)
    assert header.error is None
    assert header.kind is kind
    assert text[header.body_start :] == body


@pytest.mark.parametrize("text", ["---\ntitle: x\nbody\n", "---", "+++\na = 1\n", '{\n"a": 1\n'])
def test_an_unclosed_header_is_an_error_at_its_first_line(text):
    error = read_header(text).error
    assert error is not None
    assert error.line == 1
    assert "never closed" in error.problem
