"""What people type, as the kind of value that a key has."""

import pytest

from editor.header import DateText, Generator, Refused, Rules, read_header
from editor.header.values import plain
from editor.header.verbs import add_item
from editor.post.values import from_json, shown, typed
from editor.text.edit import apply

HEADER = read_header(
    "---\ntitle: x\ndate: 2025-11-02 12:54:50 +0000\ntags: [2024, a]\nn: 8\nf: 1.5\nb: yes\nm: {a: 1}\nempty:\n---\n"
)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "no", "no"),
        ("date", "2025-12-01", DateText("2025-12-01 12:54:50 +0000")),
        ("date", "2025-12-01 08:00 +0900", DateText("2025-12-01 08:00:00 +0900")),
        ("tags", "2024, b,, ", [2024, "b"]),
        ("n", " 9 ", 9),
        ("f", "2", 2),
        ("b", "No", False),
        ("b", "はい", True),
        ("empty", "text", "text"),
        ("new", "text", "text"),
        ("categories", "a, b", ["a", "b"]),
        ("updated", "2025-12-01", DateText("2025-12-01")),
    ],
)
def test_text_is_read_in_the_keys_kind(key, text, value):
    assert typed(key, HEADER.field(key), text) == value


@pytest.mark.parametrize(("key", "text"), [("date", "soon"), ("n", "eight"), ("b", "perhaps"), ("m", "a")])
def test_what_the_kind_does_not_have_is_refused(key, text):
    with pytest.raises(Refused, match=key):
        typed(key, HEADER.field(key), text)


def test_json_gives_exactly_its_value():
    assert from_json("x", None, '[1, "a", null]') == [1, "a", None]
    with pytest.raises(Refused, match="no JSON"):
        from_json("x", None, "text")


def test_values_are_shown_as_people_read_them():
    assert [shown(value) for value in (None, True, 1.5, DateText("2025-01-02"), ["a", 1])] == [
        "",
        "true",
        "1.5",
        "2025-01-02",
        "a, 1",
    ]
    assert plain({"d": DateText("2025-01-02"), "f": float("inf")}) == {"d": "2025-01-02", "f": "inf"}


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e400", "[1, NaN]", '{"a": 1e999}'])
def test_what_json_does_not_have_is_refused(text):
    with pytest.raises(Refused):
        from_json("a", None, text)


def test_a_title_in_brackets_becomes_a_text():
    header = read_header("---\ntitle: [Emacs]\n---\nx\n", Rules(Generator.HUGO))
    assert typed("title", header.field("title"), "Hello", header.rules) == "Hello"


@pytest.mark.parametrize(
    ("line", "key", "text", "value"),
    [
        ("toc: left", "toc", "false", False),
        ("toc: left", "toc", "right", "right"),
        ("draft: 0", "draft", "true", True),
        ("pin: 5", "pin", "1", 1),
        ("name: left", "name", "false", "false"),
    ],
)
def test_a_word_becomes_a_boolean_only_where_one_is_known(line, key, text, value):
    header = read_header(f"---\n{line}\n---\nx\n", Rules(Generator.JEKYLL))
    found = typed(key, header.field(key), text, header.rules)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("generator", [Generator.HUGO, Generator.HEXO, Generator.ASTRO, Generator.JEKYLL])
def test_an_empty_text_is_no_item_of_a_list(generator):
    text = '---\ntitle: A\ntags: ""\n---\nx\n'
    header = read_header(text, Rules(generator))
    after = read_header(apply(text, add_item(text, header, "tags", "c")), Rules(generator))
    assert after.field("tags").value in (["c"], "c")
