"""Odd front matter: whatever a reader meets, it is a problem of that one header, told with its line, never raised.

The grammar puts together what readers stumble over: every YAML tag on every odd scalar, anchors, aliases, merge
keys, keys that are lists, TOML's and JSON's forbidden forms, Pelican lines. The log must stay quiet meanwhile: an
entry there means that the gate in `read_header` had to catch what a reader should have foreseen.
"""

import contextlib
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.header import (
    DateText,
    Generator,
    Refused,
    Rules,
    add_item,
    formats,
    put_in_quotes,
    read_header,
    remove_item,
    rename,
    set_value,
    set_written,
    unset,
)
from editor.text.edit import apply

TAGS = [
    "",
    "!!str",
    "!!int",
    "!!float",
    "!!bool",
    "!!null",
    "!!timestamp",
    "!!binary",
    "!!set",
    "!!omap",
    "!!pairs",
    "!!seq",
    "!!map",
    "!!merge",
    "!!value",
    "!!yaml",
    "!local",
    "!e!x",
    "!<tag:yaml.org,2002:int>",
    "!<x>",
    "!",
    "!!python/object:os.system",
    "!!python/name:x",
    "!!unknown",
]
ANCHORS = ["", "", "", "&a", "&ü"]
SCALARS = [
    *[
        "",
        "~",
        "null",
        "1",
        "-",
        "+",
        ".",
        "0x",
        "0o7",
        "0b",
        "1_",
        "_",
        "__",
        "-_",
        "1:2",
        "1:",
        "9:60",
        "-:1",
        "190:20:30.15",
        ".inf",
        "-.INF",
        ".nan",
        "1e",
        "1e999",
        ".5.",
        "0_.",
        "0b_",
        "--1",
    ],
    *["yes", "=", "<<", "[]", "{}", "*a", "*b", "@x", "`x`", "%x", "１２", "日本", "[[[]]]", "[*a]", "{a}"],
    *["2020-01-02", "2020-13-45", "2020-01-02 25:00:00", "0000-00-00", "2020-01-02 03:04:05 +99:99", "0001-01-01"],
    *["[a, b]", "{a: 1}", "? x", "- x", "a: b", "&a &b x", "{<<: *a}", "{*a : 1}", "{? [x] : y}", "{[a]: b}"],
    *['"q"', "'s'", '"\\x"', '"\\ud83d"', '"\\U00110000"', '"\\0"', "|\n  x", ">-\n  y", "|+\n", "|9\n  x"],
    *[
        "\t",
        "\x0b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\x00",
        "9" * 5000,
        "1" * 400 + ".5",
        "[" * 120,
        "{a: " * 120,
    ],
]
YAML_KEYS = [
    *[
        "title",
        "date",
        "tags",
        "draft",
        "f",
        "<<",
        "=",
        "?",
        '"k"',
        "''",
        "1",
        "~",
        "[a]",
        "*a",
        "&a",
        "-",
        "[",
        "!!float",
    ],
    *["{a: b}", "? a\n", "!!int k", "!!null k", "!!omap k", "2020-01-02", "", "日付"],
]
TOML_KEYS = ["a", "title", '"q"', "a.b", '"a.b"', '""', "日", "-", "1", "[a]", "[[a]]", "[a.b]", "[[a.b]]", "[ a . b ]"]
TOML_VALUES = [
    *[
        "",
        "1",
        "+1",
        "0x",
        "1_",
        "_1",
        "1__0",
        "inf",
        "-nan",
        "1e9",
        "1.",
        ".1",
        "[]",
        "[1,]",
        "{}",
        "{a=1}",
        "{a.b=1}",
        "{a=1,}",
        "07:32",
        "true",
        "True",
        "[{a=1},{b=2}]",
    ],
    *['"a"', '"""x"""', "'''y'''", '"\\u12"', '"\\uD800"', '"\x7f"', '"\t"', "'", '"""', "9" * 5000, "[" * 120],
    *["2020-13-01", "2020-01-02T25:00:00", "2020-01-02T00:00:00Z", "0001-01-01", "1979-05-27 07:32:00.99999999"],
]
JSON_KEYS = ['"a"', '"title"', '""', "a", "1", "null", "{}", '"\\ud800"']
JSON_VALUES = [
    *[
        "1",
        "-",
        "-1",
        "01",
        "1.",
        "1e5",
        "1e999",
        "-0",
        "NaN",
        "-Infinity",
        "[]",
        "[1,]",
        "{}",
        "null",
        "nul",
        "true",
        "True",
        "[[[]]]",
        "１",
    ],
    *['"a"', '"\\ud800"', '"\\u0000"', '"\\x"', '"', '"\x00"', '{"a":}', '{"a":1,}', '{"a":{"b":[{}]}}', "// c"],
    *["9" * 5000, "1 2", "'a'", "[" * 120],
]
PELICAN_LINES = [
    *[
        "Title: x",
        "title:x",
        "  Date: 2020",
        "Tags: a, b",
        "Tags: ,",
        "Tags:;",
        "Authors:   ",
        "    more",
        "     ",
        "\t",
    ],
    *[
        "Date: soon",
        "Key",
        "Key :x",
        ": x",
        "---",
        "--- x",
        "...",
        "",
        "x",
        "   Summary: \u2028y",
        "Title: \x0b",
        "\x85",
    ],
]
VALUES = ["x", "", None, True, 1, 1.5, DateText("2020-01-02"), ["a"], [], {"a": 1}, {}, "a\nb", [["x"]], [{"a": None}]]


def pick(draw, choices):
    return draw(st.sampled_from(choices))


def yaml_value(draw):
    return " ".join(filter(None, (pick(draw, TAGS), pick(draw, ANCHORS), pick(draw, SCALARS))))


@st.composite
def yaml_header(draw):
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        key = pick(draw, YAML_KEYS)
        match draw(st.integers(0, 3)):
            case 0:
                rows.append(f"{key}:\n" + "".join(f"  - {yaml_value(draw)}\n" for _ in range(draw(st.integers(0, 3)))))
            case 1:
                inner = "".join(
                    f"  {pick(draw, YAML_KEYS)}: {yaml_value(draw)}\n" for _ in range(draw(st.integers(0, 3)))
                )
                rows.append(f"{key}: {pick(draw, TAGS)}\n{inner}")
            case _:
                rows.append(f"{key}: {yaml_value(draw)}\n")
    before, after = pick(draw, [("---\n", "---\n"), ("\n--- # c\n", "-----\n"), ("", "---\n"), ("-----\n", "-----\n")])
    return f"{before}{''.join(rows)}{after}body\n"


@st.composite
def toml_header(draw):
    rows = []
    for _ in range(draw(st.integers(1, 6))):
        key = pick(draw, TOML_KEYS)
        rows.append(f"{key}\n" if key.startswith("[") else f"{key} = {pick(draw, TOML_VALUES)}\n")
    return f"+++\n{''.join(rows)}+++\nbody\n"


@st.composite
def json_header(draw):
    pairs = [f"{pick(draw, JSON_KEYS)}: {pick(draw, JSON_VALUES)}" for _ in range(draw(st.integers(0, 4)))]
    shapes = [
        "{%s}\nb",
        "{\n%s\n}",
        "---json\n{%s}\n---\nb",
        "---json\n[%s]\n---\n",
        ";;;\n%s\n;;;\nb",
        "%s\n;;;\nb",
        "{%s",
    ]
    return pick(draw, shapes) % ", ".join(pairs)


@st.composite
def pelican_header(draw):
    rows = draw(st.lists(st.sampled_from(PELICAN_LINES), min_size=1, max_size=7))
    return "\n".join(rows) + pick(draw, ["", "\n", "\n\nbody\n"])


def edits(text, header, path, value):
    yield lambda: set_value(text, header, path, value)
    yield lambda: unset(text, header, path)
    yield lambda: add_item(text, header, path, "q")
    yield lambda: remove_item(text, header, path, "a")
    yield lambda: rename(text, header, path, "other")
    yield lambda: set_written(text, header, path, "w")
    yield lambda: put_in_quotes(text, header, path)


@given(
    st.one_of(yaml_header(), yaml_header(), toml_header(), json_header(), pelican_header()),
    st.sampled_from(list(Generator)),
    st.sampled_from(VALUES),
)
def test_reading_never_raises_and_editing_only_refuses(text, generator, value):
    header = read_header(text, Rules(generator))
    header.values()
    if header.error is not None:
        assert 1 <= header.error.line <= text.count("\n") + 1
        return
    for path in [field.path for field in header.fields[:3]] + [("new",)]:
        for edit in edits(text, header, path, value):
            with contextlib.suppress(Refused):
                edit()


NOT_TEXT = {
    (Generator.JEKYLL, "!!float"): None,
    (Generator.JEKYLL, "!!int"): None,
    (Generator.JEKYLL, "!!float ''"): None,
    (Generator.HUGO, "!!int _"): 0,
    (Generator.HUGO, "!!float ''"): 0.0,
}
"""What SafeYAML 1.0.5 and Hugo 0.168 make of some of them (measured)."""


@pytest.mark.parametrize("generator", list(Generator), ids=str)
@pytest.mark.parametrize("written", ["!!float", "!!int", "!!int _", "!!bool maybe", "!!timestamp soon", "!!float ''"])
def test_a_value_that_its_tag_can_not_have_stays_text_or_is_what_its_generator_reads(written, generator):
    text = f"---\ntitle: x\nf: {written}\n---\nbody\n"
    header = read_header(text, Rules(generator))
    assert header.error is None
    assert header.field("title").value == "x"
    if (generator, written) in NOT_TEXT:
        assert header.field("f").value == NOT_TEXT[generator, written]
    else:
        assert isinstance(header.field("f").value, (str, DateText))
    edit = set_value(text, header, "title", "z")
    assert (edit.start, edit.end, edit.new) == (11, 12, "z")


def test_a_bug_in_a_reader_is_an_error_of_that_header_at_its_line(monkeypatch, caplog):
    read = formats.YamlFormat.scalar

    def scalar(self, node):
        if node.text == "poison":
            raise ZeroDivisionError
        return read(self, node)

    monkeypatch.setattr(formats.YamlFormat, "scalar", scalar)
    header = read_header("---\ntitle: x\nmine: poison\nyours: y\n---\nbody\n")
    assert header.error is not None
    assert header.error.line == 3
    assert "ZeroDivisionError" in header.error.problem
    assert [field.key for field in header.fields] == ["title", "yours"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    assert read_header("---\ntitle: x\n---\n").error is None


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ('---json\n{"a": "x", "a": 1, "title": 0}\n---\nb', '---json\n{"title": 0}\n---\nb'),
        ('{\n"title": 0,\n"a": "x",\n"a": 1\n}\nb', '{\n"title": 0\n}\nb'),
        ("---\n{a: 1, t: 2, a: 3}\n---\nb", "---\n{t: 2}\n---\nb"),
    ],
)
def test_each_occurrence_of_a_repeated_key_goes(before, left):
    assert apply(before, unset(before, read_header(before), "a")) == left
