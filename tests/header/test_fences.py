"""Fences by generator: where each one's own reader sees front matter, we do, and never write a second one above it."""

import json

import pytest

from editor.header import Generator, HeaderKind, Refused, Rules, locate, read_header, set_value
from editor.text.edit import apply
from tests.header.fence_cases import GENERATORS, MEASURED, agrees, ours

CASES = json.loads(MEASURED.read_text())
SAYS = {case["name"]: case for case in CASES}


@pytest.mark.parametrize("reader", GENERATORS)
def test_we_see_what_the_reader_sees(reader):
    generator = GENERATORS[reader]
    for case in CASES:
        answer, found = case["readers"][reader], ours(case["text"], generator)
        assert agrees(case["name"], generator, answer, found), f"{case['name']}: {reader} reads {answer}, we {found}"


@pytest.mark.parametrize("generator", list(Generator), ids=str)
def test_no_second_header_is_written_above_one_that_any_reader_sees(generator):
    for case in CASES:
        text = case["text"].removeprefix("\ufeff").replace("\r\n", "\n")
        header = read_header(text, Rules(generator))
        seen = any(isinstance(answer, dict) and answer["title"] for answer in case["readers"].values())
        try:
            after = apply(text, set_value(text, header, "title", "New"))
        except Refused:
            continue
        assert not (header.kind is HeaderKind.NONE and seen), case["name"]
        again = read_header(after, Rules(generator))
        assert again.error is None, case["name"]
        assert {key.lower(): value for key, value in again.values().items()}["title"] == "New", case["name"]
        assert after[again.body_start :].strip() == text[header.body_start :].strip(), case["name"]


def test_hostile_fences_are_found_in_no_time():
    for text in (
        "{" + '"\\"' * 50_000,
        "{" * 100_000,
        "-" * 100_000 + "\n" + "-" * 100_000,
        "---\n" + "--- x\n" * 20_000,
        "\n" * 50_000 + " ---",
        "\u3000\n" * 50_000 + "x",
        "a: b\n" * 20_000,
        '"' + "\\" * 300_001,
    ):
        for generator in Generator:
            list(locate.places(text, generator))
            list(locate.unseen(text, generator))


@pytest.mark.parametrize(
    ("generator", "name", "is_error"),
    [
        (Generator.HEXO, "closing: five dashes", False),
        (Generator.HUGO, "closing: five dashes", False),
        (Generator.ASTRO, "closing: five dashes", False),
        (Generator.ELEVENTY, "closing: five dashes", False),
        (Generator.PLAIN, "closing: five dashes", False),
        (Generator.JEKYLL, "closing: five dashes", True),
        (Generator.ZOLA, "closing: none", True),
        (Generator.JEKYLL, "closing: dots", False),
        (Generator.HUGO, "closing: dots", True),
        (Generator.HEXO, "closing: dots", True),
        (Generator.ELEVENTY, "closing: none, no body", False),
        (Generator.HUGO, "closing: none, no body", True),
    ],
)
def test_never_closed_is_told_where_the_generator_says_so(generator, name, is_error):
    error = read_header(SAYS[name]["text"], Rules(generator)).error
    assert (error is not None) is is_error
    if error is not None:
        assert "never closed" in error.problem


def test_a_longer_closing_fence_belongs_to_the_header_and_text_behind_it_to_the_body():
    text = "---\ntitle: T\n-----\nBody\n"
    header = read_header(text, Rules(Generator.HUGO))
    assert text[header.span.end :] == "Body\n"
    assert text[header.body_start :] == "--\nBody\n"  # what Hugo prints
    text = '{"title": "T"} Body\n'
    header = read_header(text, Rules(Generator.HUGO))
    assert (text[header.span.end :], text[header.body_start :]) == (" Body\n", " Body\n")


@pytest.mark.parametrize("text", ["Title: Some heading\n---\ntext\n", "title: alone\n\ntext\n"])
def test_lines_that_only_some_generator_reads_stay_text_in_a_plain_folder_with_nothing_above(text):
    header = read_header(text)
    assert header.kind is HeaderKind.NONE
    with pytest.raises(Refused) as refusal:
        set_value(text, header, "title", "New")
    assert refusal.value.line == 1


@pytest.mark.parametrize(
    "text", ["Warning: hot\n\ntext\n", "\n\ntext\n---\nmore\n", "- one\n- two\n\n---\n\nmore\n", "{% tag %}\n"]
)
@pytest.mark.parametrize("generator", set(Generator) - {Generator.PELICAN}, ids=str)
def test_text_gets_a_header_above_it(text, generator):
    header = read_header(text, Rules(generator))
    assert header.kind is HeaderKind.NONE
    after = apply(text, set_value(text, header, "title", "New"))
    again = read_header(after, Rules(generator))
    assert again.field("title").value == "New"
    assert after[again.body_start :].strip() == text.strip()
