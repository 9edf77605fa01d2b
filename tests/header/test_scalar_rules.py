"""Plain YAML scalars as each generator reads them; the expected values were measured with the real readers."""

import math
from pathlib import Path

import pytest

from editor.header import Generator, Rules
from editor.header.scalar_readers import (
    go_yaml_2,
    goccy_yaml,
    js_yaml_3,
    js_yaml_4,
    psych,
    safe_yaml,
    serde_yaml,
    yaml_core,
)
from editor.header.scalar_rules import EVERY_READER, ScalarRules, everyone_reads, scalar_rules

READERS = {
    "SafeYAML": safe_yaml,
    "Psych": psych,
    "Hugo 0.168": goccy_yaml,
    "Hugo 0.111": go_yaml_2,
    "js-yaml 4": js_yaml_4,
    "js-yaml 3": js_yaml_3,
    "hexo-front-matter 5": yaml_core,
    "serde_yaml": serde_yaml,
}
LINES = (Path(__file__).parents[1] / "cases" / "scalars" / "measured.tsv").read_text(encoding="utf-8").split("\n")
NAMES = LINES[1].split("\t")[1:]
ROWS = [line.split("\t") for line in LINES[2:-1]]
WORDS = {"true": ("bool", True), "false": ("bool", False), "null": ("null", None)}


def test_every_measured_reader_is_compared():
    assert set(NAMES) == set(READERS)
    assert len(ROWS) >= 200


@pytest.mark.parametrize("name", READERS)
def test_scalars_are_read_as_the_real_reader_does(name):
    rules, column, unlike = ScalarRules(name, READERS[name]), NAMES.index(name) + 1, []
    for row in ROWS:
        text, expected = row[0], row[column]
        tag, value = rules.read(text)
        match expected:
            case "error":
                continue
            case "text":
                same = tag in ("str", "merge") and value == text
            case "date":
                same = tag == "timestamp"
            case "true" | "false" | "null":
                same = (tag, value) == WORDS[expected]
            case _:
                number = float(expected)
                same = tag in ("int", "float") and (
                    float(value) == number or (math.isnan(value) and math.isnan(number))
                )
        if not same:
            unlike.append(f"{text!r}: {tag} {value!r}, measured {expected}")
    assert not unlike


def test_each_generator_has_rules():
    for generator in Generator:
        rules = scalar_rules(generator)
        assert Rules(generator).scalars is rules
        assert rules.resolve("plain words") == "str"
        assert rules.resolve("") == "null"


@pytest.mark.parametrize(
    ("generator", "version", "yes"),
    [
        (Generator.JEKYLL, "", "bool"),
        (Generator.HUGO, "", "str"),
        (Generator.HUGO, "0.168.0", "str"),
        (Generator.HUGO, "0.152", "str"),
        (Generator.HUGO, "0.151.2", "bool"),
        (Generator.HUGO, "0.111.3", "bool"),
        (Generator.HEXO, "", "str"),
        (Generator.ASTRO, "", "str"),
        (Generator.ELEVENTY, "", "str"),
        (Generator.ZOLA, "", "str"),
        (Generator.PELICAN, "", "str"),
        (Generator.PLAIN, "", "bool"),
    ],
)
def test_a_pinned_version_decides(generator, version, yes):
    assert Rules(generator, version=version).scalars.resolve("yes") == yes


def test_the_reader_of_old_eleventy_knows_sixties():
    assert Rules(Generator.ELEVENTY, version="2.0.1").scalars.read("12:30") == ("int", 750)
    assert Rules(Generator.ELEVENTY, version="3.1.8").scalars.read("12:30") == ("str", "12:30")


def test_everyone_agrees_on_the_forms_that_are_written():
    for text, value in (("true", True), ("11", 11), ("-3", -3), ("1.5", 1.5), ("1.0e+22", 1e22), ("0x1F", 31)):
        assert everyone_reads(text)[1] == value
    for text in ("yes", "010", "0o17", "12:30", "1_000", "1,000", "1e5", "2020-01-02", "y", "-.5", "0b1", "08"):
        assert everyone_reads(text) is None, text


@pytest.mark.parametrize("reader", EVERY_READER)
def test_odd_texts_never_raise(reader):
    pieces = (
        "",
        "-",
        "+",
        ".",
        "_",
        ",",
        ":",
        "0",
        "1",
        "9",
        "e5",
        "0x",
        "0b",
        "0o",
        "2020-01-02",
        " ",
        "٣",
        "²",
        "\n",
    )
    for first in pieces:
        for second in pieces:
            for third in pieces:
                tag, _ = reader(first + second + third)
                assert isinstance(tag, str)
