"""Reading front matter: types, spans, errors in plain words, and bounds for hostile headers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.header import DateText, FieldType, Generator, Rules, read_header
from editor.header.yaml_nodes import MAX_DEPTH

HEADER = """---
layout: post
title: "港 🎉"
date: 2025-11-02 12:54:50 +0000
day: 2025-11-02
tags: [a, "b, c", 2024]
categories:
- x   # comment
# about y
- y

empty:
draft: no
rating: 1.10
big: 1_000
image:
  path: /a.png
  list: [1, [2]]
excerpt: |
  one
  two

# the end
nested: [[1], {a: b}]
---
Body
"""


@pytest.mark.parametrize(
    ("key", "kind", "value", "written"),
    [
        ("layout", FieldType.TEXT, "post", "post"),
        ("title", FieldType.TEXT, "港 🎉", '"港 🎉"'),
        ("date", FieldType.DATE, DateText("2025-11-02 12:54:50 +0000"), "2025-11-02 12:54:50 +0000"),
        ("day", FieldType.DATE, DateText("2025-11-02"), "2025-11-02"),
        ("tags", FieldType.LIST, ["a", "b, c", 2024], '[a, "b, c", 2024]'),
        ("categories", FieldType.LIST, ["x", "y"], "- x   # comment\n# about y\n- y"),
        ("empty", FieldType.EMPTY, None, ""),
        ("draft", FieldType.BOOLEAN, False, "no"),
        ("rating", FieldType.NUMBER, 1.1, "1.10"),
        ("big", FieldType.NUMBER, 1000, "1_000"),
        ("image", FieldType.MAP, {"path": "/a.png", "list": [1, [2]]}, "path: /a.png\n  list: [1, [2]]"),
        ("excerpt", FieldType.TEXT, "one\ntwo\n", "|\n  one\n  two"),
        ("nested", FieldType.OTHER, [[1], {"a": "b"}], "[[1], {a: b}]"),
    ],
)
def test_each_key_has_its_type_value_and_place(key, kind, value, written):
    field = read_header(HEADER).field(key)
    assert field is not None
    assert (field.type, field.value) == (kind, value)
    assert field.value_span.of(HEADER) == written
    assert field.key_span.of(HEADER) == key
    assert HEADER.split("\n")[field.line - 1].startswith(key)


@pytest.mark.parametrize(
    ("header", "line", "words"),
    [
        ('title: "never closed\nx: 1', 2, "never closed"),
        ("title: a: b", 2, "put the value in quotes"),
        ("title: x\nno colon here\nx: 1", 3, "key: value"),
        ("title: x\n\tx: 1", 3, "tab"),
        ("title: @home", 2, "quotes"),
        ("title: *nothing", 2, "alias"),
        ("tags: [a, b\nx: 1", 2, "not closed"),
        ("- a\n- b", 2, "key: value"),
        ("just text", 2, "key: value"),
        ("a: 1\n--- b\nc: 2", 3, "second document"),
    ],
)
def test_errors_say_in_plain_words_what_is_wrong_and_where(header, line, words):
    error = read_header(f"---\n{header}\n---\nBody").error
    assert error is not None
    assert words in error.problem
    assert error.line == line


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (BOMB, "too large|expand"),
        (MERGE_BOMB, "expand"),
        ("a: " + "[" * 10_000 + "]" * 10_000, "nested deeper"),
        ("\n".join(" " * n + "k:" for n in range(1_000)), "nested deeper"),
        ("a: &a [*a]", "contains itself"),
        ("a: &x\n  b: *x", "contains itself"),
        ("a: x\0y", "not allow|broken"),
        ("".join(f"k{n}: &k{n} [{f'*k{n - 1}' if n else 1}]\n" for n in range(5_000)), "deeper"),
        ("".join(f"k{n}: [a, b, c]\n" for n in range(60_000)), "more than|longer than"),
    ],
    ids=["alias bomb", "merge bomb", "deep flow", "deep block", "self", "self in map", "nul", "alias chain", "many"],
)
def test_hostile_headers_end_soon_with_a_message(content, words):
    error = read_header(f"---\n{content}\n---\nBody").error
    assert error is not None
    assert any(word in error.problem for word in words.split("|"))


def test_python_tags_make_no_objects(tmp_path):
    target = tmp_path / "made"
    header = read_header(f"---\na: !!python/object/apply:os.mkdir ['{target}']\nb: 1\n---\n")
    assert header.error is None
    assert not target.exists()
    assert header.field("a").type is FieldType.OTHER
    assert header.field("b").value == 1


def test_nesting_up_to_the_limit_is_read():
    depth = MAX_DEPTH - 2
    assert read_header("---\na: " + "[" * depth + "]" * depth + "\n---\n").error is None


def test_nesting_beyond_the_limit_is_refused():
    depth = MAX_DEPTH + 1
    error = read_header("---\na: " + "[" * depth + "]" * depth + "\n---\n").error
    assert error is not None
    assert "nested deeper" in error.problem


@given(st.text(alphabet="ab:-[]{}\"'|>&*!#\n \t日🎉?,", max_size=80))
def test_any_text_is_read_or_explained(content):
    text = f"---\n{content}\n---\nBody"
    header = read_header(text)
    for field in header.fields:
        assert 0 <= field.key_span.start <= field.key_span.end <= len(text)
        assert field.value_span.start <= field.value_span.end <= header.span.end
    if header.error is not None:
        assert 1 <= header.error.line <= text.count("\n") + 1


def test_every_header_of_the_corpus_is_read(corpus_posts):
    broken = {}
    for path in corpus_posts:
        header = read_header(path.read_text(encoding="utf-8"))
        if header.error is not None:
            broken[path.name] = str(header.error)
    assert broken == {}


def test_of_a_repeated_key_the_one_counts_that_the_generator_takes():
    assert read_header("---\na: 1\nb: 2\na: 3\n---\n").field("a").value == 3
    pelican = read_header("Title: one\nDate: 2026-01-02\nTITLE: two\n\nB", Rules(Generator.PELICAN))
    assert pelican.field("title").value == "one"
    assert pelican.field("Title").value == "one"
    assert pelican.values()["title"] == "one"


def test_what_can_be_read_of_a_broken_header_is_listed():
    header = read_header('---\ntitle: "x\ntags:\n  - a\nbad: [\ndate: 2026-01-02\n---\n')
    assert header.error is not None
    assert [(field.key, field.line) for field in header.fields] == [("tags", 3), ("date", 6)]
    assert header.field("tags").value == ["a"]
