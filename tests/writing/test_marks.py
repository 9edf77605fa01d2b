"""The marks of a line, and the code blocks of a text, as the eye sees them."""

import time

import pytest

from editor.writing.marks import Fence, Kind, fences, spans
from tests.conftest import ENDS


def shown(line):
    return [(line[span.start : span.end], str(span.kind)) for span in spans(line)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("plain text", []),
        ("## 見出し ##", [("## ", "mark"), ("見出し", "heading"), (" ##", "mark")]),
        ("a **「強調」**です", [("**", "mark"), ("「強調」", "strong"), ("**", "mark")]),
        (
            "*a* _b_ ~~c~~",
            [
                *[("*", "mark"), ("a", "emphasis"), ("*", "mark")],
                *[("_", "mark"), ("b", "emphasis"), ("_", "mark")],
                *[("~~", "mark"), ("c", "struck"), ("~~", "mark")],
            ],
        ),
        ("snake_case_name 2*3*4", [("*", "mark"), ("3", "emphasis"), ("*", "mark")]),
        ("`a *b* c`", [("`", "mark"), ("a *b* c", "code"), ("`", "mark")]),
        ("[text](/a.html)", [("[", "mark"), ("](/a.html)", "mark"), ("/a.html", "address")]),
        ("note[^1] and [x]", [("[", "mark"), ("]", "mark")]),
        ("[x]: https://e.org", [("[x]: ", "mark"), ("https://e.org", "address")]),
        ("> - [ ] todo", [("> - [ ] ", "mark")]),
        ("---", [("---", "mark")]),
        ("| a | b |", [("|", "mark"), ("|", "mark"), ("|", "mark")]),
        ("|---|:-:|", [("|---|:-:|", "mark")]),
        ("{{ page.x }}{% raw %}", [("{{ page.x }}", "template"), ("{% raw %}", "template")]),
        ("<!-- c --> <b>", [("<!-- c -->", "comment"), ("<b>", "mark")]),
        ("\\*not\\*", [("\\", "mark"), ("\\", "mark")]),
        ("x{: .c}", [("{: .c}", "mark")]),
        ("見て https://e.org/a。次", [("https://e.org/a", "address")]),
    ],
)
def test_spans(line, wanted):
    assert shown(line) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\n```ruby\nx\n```\nb", [Fence(1, 3, "ruby")]),
        ("~~~\n```\n~~~\n```\nx", [Fence(0, 2, ""), Fence(3, 4, "")]),
        ("````\n```\n````", [Fence(0, 2, "")]),
        ("- ```js\n  x\n  ```", [Fence(0, 2, "js")]),
        ("```{.python}\nx", [Fence(0, 1, "python")]),
        ("a `` ``` `` b", []),
        ("", []),
    ],
)
def test_fences(text, wanted):
    assert fences(text) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "*" * 19_000,
        "[" * 19_000,
        "`" * 19_000,
        "**a " * 4_000,
        "![" * 9_000,
        "{{" * 9_000,
        "<a" * 9_000,
        "_a" * 9_000,
        "` " * 9_000,
    ],
)
def test_no_line_takes_long(line):
    started = time.perf_counter()
    list(spans(line))
    assert time.perf_counter() - started < ENDS


def test_kinds_are_all_given_by_some_line():
    lines = ["# a", "**b** *c* ~~d~~ `e` <f> <!-- g --> {{ h }} https://i.org"]
    assert {span.kind for line in lines for span in spans(line)} == set(Kind)
