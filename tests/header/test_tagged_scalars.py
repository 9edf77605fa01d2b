"""Scalars behind a YAML tag, as each generator's reader takes them; measured by `benchmarks/readers.py`."""

import pytest

from editor.header import DateText, FieldType, Generator, Refused, Rules, read_header, set_value
from editor.header.scalar_readers import psych
from editor.text.edit import apply
from tests.conftest import ROOT

ROWS = [line.split("\t") for line in (ROOT / "tests/cases/scalars/tagged.tsv").read_text("utf-8").split("\n")[1:-1]]
READERS = {
    "SafeYAML": Rules(Generator.JEKYLL),
    "Hugo 0.168": Rules(Generator.HUGO),
    "js-yaml 4": Rules(Generator.ASTRO),
    "js-yaml 3": Rules(Generator.ELEVENTY, version="2.0.1"),
    "serde_yaml": Rules(Generator.ZOLA),
}
HEADER = "---\nbefore: x\nk: {}\nafter: y\n---\nbody\n"


def said(value):
    """A value of ours in the words of the table."""
    match value:
        case None | bool():
            return "null" if value is None else str(value).lower()
        case int() | float():
            return str(float(value))
        case DateText():
            return "date"
    return f"text {value}".strip(" ")


@pytest.mark.parametrize("name", READERS)
def test_scalars_behind_tags_are_read_as_the_real_reader_does(name):
    column, unlike = ROWS[0].index(name), []
    assert len(ROWS) > 60
    for row in ROWS[1:]:
        field = read_header(HEADER.format(row[0]), READERS[name]).field("k")
        expected = row[column]
        if expected == "error":
            continue
        if expected == "other":  # shown as it is written
            same = field.type is FieldType.OTHER
        else:
            ours = said(field.value)
            number = expected not in ("null", "true", "false", "date") and not expected.startswith("text")
            same = field.type is FieldType.OTHER or ours == (str(float(expected)) if number else expected)
            same = same or (expected == f"text {row[0].split(' ')[-1].strip(chr(34))}" and ours == "date")
        if not same:
            unlike.append((row[0], expected, field.value))
    assert not unlike


def after(generator, written, wanted):
    text = HEADER.format(written)
    return apply(text, set_value(text, read_header(text, Rules(generator)), "k", wanted))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('!!str "0456"', 302),
        ("!!str 12:30", 750),
        ('!!str "yes"', True),
        ('! "0456"', 302),
        ("! 'no'", False),
        ('&a !!str "0456"', 302),
        ('!word "12"', 12),
        ('!!int "5"', 5),
        ('"0456"', "0456"),
        ("!!str a word", "a word"),
        ("!!binary aGk=", "aGk="),
    ],
)
def test_safe_yaml_takes_no_notice_of_tags_and_of_the_quotes_behind_them(written, value):
    assert read_header(HEADER.format(written), Rules(Generator.JEKYLL)).field("k").value == value


@pytest.mark.parametrize("generator", [Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.HUGO])
def test_the_others_read_a_text(generator):
    field = read_header(HEADER.format('!!str "0456"'), Rules(generator)).field("k")
    assert (field.type, field.value) == (FieldType.TEXT, "0456")


@pytest.mark.parametrize("written", ['!!str "0123"', "!!str 0123", '! "0123"', '!!int "5"', "!!str a"])
@pytest.mark.parametrize("wanted", ["0456", "12:30", "yes", "2024", 7, True, "a word"])
def test_what_is_written_is_read_alike_by_both_readers_of_jekyll(written, wanted):
    text = after(Generator.JEKYLL, written, wanted)
    assert read_header(text, Rules(Generator.JEKYLL)).field("k").value == wanted
    line = text.split("\n")[2].removeprefix("k: ")
    if not isinstance(wanted, str):
        assert psych(line)[1] == wanted  # no tag is left before it
    elif "!" in line:
        assert wanted == "a word"


def test_an_anchor_that_is_used_stays():
    text = 'k: &a !!str "0123"\nb: *a\n'
    header = read_header(f"---\n{text}---\n", Rules(Generator.JEKYLL))
    with pytest.raises(Refused):
        set_value(f"---\n{text}---\n", header, "k", "0456")


@pytest.mark.parametrize("generator", [one for one in Generator if one is not Generator.PELICAN])
@pytest.mark.parametrize(
    "tag", ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!", "!word", "!!binary"]
)
@pytest.mark.parametrize(
    "text", ["9" * 310, "-" + "9" * 310, "9" * 500, "0x" + "f" * 300, ".inf", "-.nan", "1e400", "", "'", "٣"]
)
def test_odd_values_behind_tags_never_raise(generator, tag, text, caplog):
    header = read_header(HEADER.format(f"{tag} {text}"), Rules(generator))
    assert not caplog.records
    assert header.error is not None or header.field("before").value == "x"
