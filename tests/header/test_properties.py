"""Random front matter of every format, random edits: what was not meant stays, for our reader and for another's.

The other readers are PyYAML (and ruamel for YAML 1.2), Python's TOML and JSON, and Python-Markdown's metadata.
"""

import json
import tomllib

import frontmatter
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from editor.header import (
    DateText,
    FieldType,
    Generator,
    Refused,
    Rules,
    add_item,
    near,
    read_header,
    remove_item,
    rename,
    set_value,
    unset,
)
from editor.header.proof import Wanted, prove
from editor.header.verbs import NO_CHANGE
from editor.text.edit import Edit, apply
from tests.header import strategies

BODIES = st.sampled_from(["", "Body\n", "\n\nBody", "\n---\nnot a header\n"])
SCALARS = st.one_of(strategies.NASTY, st.booleans(), st.integers(-(10**6), 10**6), st.floats(allow_nan=False, width=32))
PLAIN, HEXO, PELICAN = Rules(), Rules(Generator.HEXO), Rules(Generator.PELICAN)


def pyyaml(text):
    return frontmatter.parse(text)[0]


def ruamel(text):
    reader = YAML(typ="safe", pure=True)
    reader.version = "1.2"
    return reader.load(read_header(text).content.of(text)) or {}


def hexo_yaml(text):
    """As YAML 1.2, which js-yaml reads: `no` is a text."""
    reader = YAML(typ="safe", pure=True)
    reader.version = "1.2"
    return reader.load(read_header(text, HEXO).content.of(text))


def toml(text):
    return tomllib.loads(read_header(text).content.of(text))


def bare_json(text):
    return json.loads("{" + read_header(text, HEXO).content.of(text) + "}")


def fenced_json(text):
    return json.loads(read_header(text).content.of(text))


def metadata(text):
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(text)
    return {key: "\n".join(value) for key, value in reader.Meta.items()}


FORMATS = {
    "yaml": (strategies.yaml_lines().map("---\n{}---\n".format), pyyaml, PLAIN),
    "yaml closed by dots": (strategies.yaml_lines().map("---  \n{}...\n".format), None, PLAIN),
    "hexo long fence": (strategies.yaml_lines().map("-----\n{}-----\n".format), hexo_yaml, HEXO),
    "hexo no fence": (strategies.yaml_lines().map("first: x\n{}---\n".format), hexo_yaml, HEXO),
    "toml": (strategies.toml_lines().map("+++\n{}+++\n".format), toml, PLAIN),
    "json": (strategies.json_pairs().map("{{\n{}}}\n".format), fenced_json, PLAIN),
    "eleventy json": (strategies.json_pairs().map("---json\n{{\n{}}}\n---\n".format), fenced_json, PLAIN),
    "hexo json": (strategies.json_pairs().map(";;;\n{};;;\n".format), bare_json, HEXO),
    "hexo json without fence": (strategies.json_pairs().map(lambda pairs: f"{pairs.lstrip()};;;\n"), bare_json, HEXO),
    "pelican": (strategies.pelican_lines().map("{}\n".format), metadata, PELICAN),
    "pelican fenced": (strategies.pelican_lines().map("---\n{}---\n".format), metadata, PELICAN),
}
every_format = pytest.mark.parametrize(("headers", "reader", "rules"), FORMATS.values(), ids=FORMATS)


def read(text, rules):
    header = read_header(text, rules)
    assert header.error is None, (header.error, text)
    return header


def others(reader, text, key):
    data = reader(text)
    return [(name, repr(value)) for name, value in data.items() if str(name).lower() != key.lower()]


def all_fields(fields):
    for field in fields:
        yield field
        yield from all_fields(field.fields)


def alike(found, wanted):
    """A text that looks like a date is shown as one; an empty group is an empty value."""
    return found == wanted or (found is None and wanted in ({}, "")) or found == DateText(str(wanted))


def lines_around(text, field):
    stop = text.find("\n", max(field.key_span.end, field.value_span.end))
    return text[: text.rfind("\n", 0, field.key_span.start) + 1], text[stop:] if stop >= 0 else ""


@every_format
@given(data=st.data())
def test_a_set_gives_that_value_and_leaves_all_else(headers, reader, rules, data):
    text = data.draw(headers) + data.draw(BODIES)
    header = read(text, rules)
    field = data.draw(st.sampled_from(list(all_fields(header.fields))))
    value = data.draw(
        st.one_of(SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(strategies.WORDS, SCALARS, max_size=2))
    )
    try:
        edit = set_value(text, header, field.path, value)
    except Refused:
        return
    after = apply(text, edit)
    found = read(after, rules)
    assert alike(found.field(field.path).value, value)
    assert after[found.span.end :] == text[header.span.end :]
    if field.node.style not in ("table", "dotted"):
        before_it, after_it = lines_around(text, field)
        assert after.startswith(before_it)
        assert after.endswith(after_it)
    if reader is not None:
        assert others(reader, after, field.path[0]) == others(reader, text, field.path[0])
    unchanged = [one.key for one in found.fields]
    assert unchanged == [one.key for one in header.fields]


@every_format
@given(data=st.data())
def test_a_text_can_always_be_set_and_reads_back(headers, reader, rules, data):
    """Nothing that a person types into a text field is refused where the format has a way to write it."""
    text = data.draw(headers)
    header = read(text, rules)
    field = data.draw(st.sampled_from([one for one in header.fields if one.type is FieldType.TEXT] or [None]))
    value = data.draw(strategies.NASTY)
    if field is None or (header.kind == "pelican" and (value.strip() != value or "\t" in value)):
        return  # Pelican's lines have no quotes to hold white space, and Python-Markdown expands tabs
    after = apply(text, set_value(text, header, field.key, value))
    assert alike(read(after, rules).field(field.key).value, value)
    if reader is not None:
        assert {str(key): found for key, found in reader(after).items()}[field.key] == value


@every_format
@given(data=st.data())
def test_a_key_added_and_unset_leaves_the_bytes(headers, reader, rules, data):
    text = data.draw(headers) + data.draw(BODIES)
    header = read(text, rules)
    key, value = data.draw(st.sampled_from(["slug2", "description", "brand-new"])), data.draw(strategies.WORDS)
    more = apply(text, set_value(text, header, key, value))
    assert read(more, rules).field(key).value == value
    if reader is not None:
        assert others(reader, more, key) == others(reader, text, key)
    assert apply(more, unset(more, read(more, rules), key)) == text


@every_format
@given(data=st.data())
def test_an_item_added_and_removed_leaves_the_bytes(headers, reader, rules, data):
    text = data.draw(headers)
    header = read(text, rules)
    item = data.draw(strategies.WORDS)
    for field in header.fields:
        if field.type is FieldType.LIST and item not in field.value:
            more = apply(text, add_item(text, header, field.key, item))
            assert read(more, rules).field(field.key).value == [*field.value, item]
            assert apply(more, remove_item(more, read(more, rules), field.key, item)) == text


@every_format
@given(data=st.data())
def test_a_key_renamed_and_named_back_leaves_the_bytes(headers, reader, rules, data):
    text = data.draw(headers) + data.draw(BODIES)
    header = read(text, rules)
    field = data.draw(st.sampled_from(list(all_fields(header.fields))))
    try:
        edit = rename(text, header, field.path, "other")
    except Refused:
        assert header.syntax == "TOML"  # a table whose name stands in more than one line
        return
    after = apply(text, edit)
    path = (*field.path[:-1], "other")
    assert header.kind == "pelican" or read(after, rules).field(path).value == field.value
    back = apply(after, rename(after, read(after, rules), path, field.key))
    assert back == text or header.kind == "pelican"  # whose keys may have been written in any case


@every_format
@given(data=st.data())
def test_an_unset_key_is_gone_alone(headers, reader, rules, data):
    text = data.draw(headers) + data.draw(BODIES)
    header = read(text, rules)
    field = data.draw(st.sampled_from(list(all_fields(header.fields))))
    try:
        edit = unset(text, header, field.path)
    except Refused:
        assert len(field.path) > 1 or header.syntax == "TOML" or header.kind == "hexo"
        return
    after = apply(text, edit)
    found = read_header(after, rules)
    assert found.field(field.path) is None
    if reader is not None and len(header.fields) > 1:
        assert others(reader, after, field.path[0]) == others(reader, text, field.path[0])
    if len(field.path) == 1 and header.syntax == "YAML":
        assert "".join(after.splitlines(True)) == after
        assert set(after.splitlines()) <= set(text.splitlines())


@every_format
@given(data=st.data())
def test_setting_what_is_there_changes_nothing(headers, reader, rules, data):
    text = data.draw(headers)
    header = read(text, rules)
    for field in all_fields(header.fields):
        edit = set_value(text, header, field.path, field.value)
        if edit != NO_CHANGE:  # `On` and `1_000` are texts to YAML 1.2, and nobody knows which one reads a plain folder
            assert rules.generator is Generator.PLAIN
            assert header.syntax == "YAML"
            after = apply(text, edit)
            written = read(after, rules).field(field.path)
            assert alike(written.value, field.value)
            assert written.node.text in {"true", "false", "1000"}
            assert set_value(after, read(after, rules), field.path, field.value) == NO_CHANGE


@given(st.data())
def test_yaml_1_2_reads_what_was_set_too(data):
    text = data.draw(FORMATS["yaml"][0])
    header = read(text, PLAIN)
    field = data.draw(st.sampled_from(header.fields))
    value = data.draw(strategies.NASTY)
    try:
        after = apply(text, set_value(text, header, field.key, value))
    except Refused:
        return
    assert ruamel(after)[field.key] == value
    assert others(ruamel, after, field.key) == others(ruamel, text, field.key)


@given(st.data())
def test_the_proof_by_the_lines_around_accepts_nothing_that_the_whole_proof_refuses(data):
    """For long headers; here every header counts as long."""
    text = data.draw(FORMATS["yaml"][0])
    header = read(text, PLAIN)
    field = data.draw(st.sampled_from(header.fields))
    start = data.draw(st.integers(0, header.span.end))
    end = data.draw(st.integers(start, min(header.span.end, start + 6)))
    new = data.draw(st.text(alphabet="ab:-[]{}\"'|>&*!# \n", max_size=5))
    edit = Edit(start, end, new)
    after = read_header(apply(text, edit), PLAIN).field(field.key)
    wanted = Wanted(field.path, after.value if after is not None else None, gone=after is None)
    whole = prove(text, header, edit, wanted)
    limits = near.LONG_HEADER, near.LONG_LIST
    try:
        near.LONG_HEADER, near.LONG_LIST = 0, 1
        nearby = prove(text, header, edit, wanted)
    finally:
        near.LONG_HEADER, near.LONG_LIST = limits
    if nearby is None:
        assert whole is None


@given(st.data())
def test_verbs_on_long_headers_do_what_they_do_on_short_ones(data):
    text = data.draw(FORMATS["yaml"][0])
    header = read(text, PLAIN)
    field = data.draw(st.sampled_from(header.fields))
    value = data.draw(st.one_of(SCALARS, st.lists(strategies.WORDS, max_size=3)))

    def outcome():
        try:
            return set_value(text, header, field.key, value)
        except Refused:
            return None

    short = outcome()
    limits = near.LONG_HEADER, near.LONG_LIST
    try:
        near.LONG_HEADER, near.LONG_LIST = 0, 1
        assert outcome() == short
    finally:
        near.LONG_HEADER, near.LONG_LIST = limits
