"""The verbs on random headers and on every post of the corpus: only the wanted value changes."""

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.header import DateText, FieldType, Refused, add_item, read_header, remove_item, set_value, unset
from editor.header.proof import Wanted, prove
from editor.header.verbs import NO_CHANGE
from editor.text.edit import Edit, apply
from tests.header.strategies import WORDS

words = st.text(alphabet="abc 日本🎉:#-'\",[]{}&*!?|>%@`\\\tyn01.", max_size=10)
plain_words = WORDS


@st.composite
def values(draw):
    """A value as people write it in YAML, with its indentation below the key."""
    word = draw(plain_words)
    kind = draw(
        st.sampled_from(["plain", "single", "double", "literal", "folded", "flow", "block", "flat", "empty", "map"])
    )
    items = draw(st.lists(plain_words, min_size=1, max_size=4, unique=True))
    comment = draw(st.sampled_from(["", "  # note"]))
    match kind:
        case "plain":
            return f" {word}{comment}"
        case "single":
            return f" '{word}'{comment}"
        case "double":
            return f' "{word}: {word}"{comment}'
        case "literal":
            return f" |\n  {word}\n  {word}\n"
        case "folded":
            return f" >-\n    {word}\n    {word}"
        case "flow":
            return f" [{', '.join(items)}]{comment}"
        case "block":
            return "".join(f"\n  - {item}{comment}" for item in items)
        case "flat":
            return "".join(f"\n- '{item}'" for item in items)
        case "empty":
            return comment
        case _:
            return f"\n  sub: {word}{comment}\n  more: [1, 2]"


@st.composite
def posts(draw):
    keys = draw(st.lists(st.sampled_from(["title", "tags", "date", "mine", "yours", "x"]), min_size=1, unique=True))
    rows = []
    for key in keys:
        rows.append(draw(st.sampled_from(["", "# about the next\n", "\n"])))
        rows.append(f"{key}:{draw(values())}\n")
    body = draw(st.sampled_from(["", "Body\n", "\n\nBody", "\n---\nnot a header\n"]))
    return f"---\n{''.join(rows)}---\n{body}"


def data(text):
    return frontmatter.parse(text)[0]


def others(text, key):
    return {name: value for name, value in data(text).items() if name != key}


@given(posts(), st.data())
def test_setting_a_text_changes_that_key_and_nothing_else(post, pick):
    header = read_header(post)
    assert header.error is None
    key = pick.draw(st.sampled_from([field.key for field in header.fields] + ["brand_new"]))
    value = pick.draw(words)
    after = apply(post, set_value(post, header, key, value))
    assert data(after)[key] == value
    assert others(after, key) == others(post, key)
    assert list(data(after)) == [*data(post), *([key] if key not in data(post) else [])] or key == "brand_new"
    assert after[read_header(after).span.end :] == post[header.span.end :]


@given(posts(), st.lists(words, max_size=4, unique=True), st.data())
def test_setting_a_list_changes_that_key_and_nothing_else(post, items, pick):
    header = read_header(post)
    key = pick.draw(st.sampled_from([field.key for field in header.fields]))
    try:
        edit = set_value(post, header, key, items)
    except Refused:
        assert "#" in post  # a comment between a key and its old value has no place in a list
        return
    after = apply(post, edit)
    assert data(after)[key] == items
    assert others(after, key) == others(post, key)


@given(posts(), words)
def test_adding_and_removing_an_item_gives_the_same_bytes(post, item):
    header = read_header(post)
    for field in header.fields:
        if field.type is FieldType.LIST and item not in field.value:
            more = apply(post, add_item(post, header, field.key, item))
            assert data(more)[field.key] == [*data(post)[field.key], item]
            assert apply(more, remove_item(more, read_header(more), field.key, item)) == post


@given(posts())
def test_adding_and_unsetting_a_key_gives_the_same_bytes(post):
    more = apply(post, set_value(post, read_header(post), "brand_new", "value"))
    assert data(more)["brand_new"] == "value"
    assert apply(more, unset(more, read_header(more), "brand_new")) == post


@given(posts(), st.data())
def test_unsetting_removes_the_key_alone(post, pick):
    header = read_header(post)
    key = pick.draw(st.sampled_from([field.key for field in header.fields]))
    after = apply(post, unset(post, header, key))
    assert data(after) == others(post, key)


@pytest.mark.parametrize(
    "value", [True, False, None, 7, -1, 2.5, 1e20, 1e-9, float("inf"), DateText("2026-01-02"), "", " a ", "\n", "a\n\n"]
)
def test_every_kind_of_value_reads_back(value):
    post = "---\ntitle: x\nold: 'a'\n---\n"
    for key in ("old", "new"):
        after = apply(post, set_value(post, read_header(post), key, value))
        assert read_header(after).field(key).value == value
        assert data(after)["title"] == "x"


def test_setting_what_is_there_changes_nothing():
    post = "---\ntitle: 'x'\ntags: [a]\nn: 1.10\n---\n"
    header = read_header(post)
    for field in header.fields:
        assert set_value(post, header, field.key, field.value) == NO_CHANGE


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        (Edit(11, 12, "y\nmore: 1"), "y"),  # another key comes in
        (Edit(11, 12, '"y'), "y"),  # the header breaks
        (Edit(11, 12, "no"), "no"),  # the text is read as a boolean
        (Edit(11, 12, "y\n---"), "y"),  # the header ends early
        (Edit(11, 20, "y"), "y"),  # another key goes
        (Edit(4, 12, "name: y"), "y"),  # the key is renamed
        (Edit(11, 30, "y"), "y"),  # the body is reached
    ],
)
def test_the_proof_refuses_edits_that_do_more_than_asked(edit, wanted):
    post = "---\ntitle: x\nkeep: 1\n---\nBody"
    assert prove(post, read_header(post), edit, Wanted(("title",), wanted)) is not None


def test_the_proof_refuses_an_edit_after_which_the_header_ends_elsewhere():
    post = "---\ntitle: x\n---\nBody"
    assert prove(post, read_header(post), Edit(11, 12, "y\n---"), Wanted(("title",), "y")) is not None


def test_the_proof_sees_other_keys_where_no_second_reader_looks():
    post = "Title: x\nDate: 2026-01-02\nSlug: s\n\nBody"
    edit = Edit(7, 7 + len("x\nDate: 2026-01-02"), "y\nDate: 2026-01-03")
    assert prove(post, read_header(post), edit, Wanted(("title",), "y")) is not None


def test_the_proof_accepts_the_right_edit():
    post = "---\ntitle: x\nkeep: 1\n---\nBody"
    assert prove(post, read_header(post), Edit(11, 12, "z"), Wanted(("title",), "z")) is None


def changed(value):
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return value + " 新"
        case list():
            return [*value, "新"]
    return None


def test_each_key_of_the_corpus_is_set_and_set_back(corpus_posts):
    edits = refused = 0
    for path in corpus_posts:
        text = path.read_text(encoding="utf-8")
        header = read_header(text)
        if header.kind != "yaml":
            continue
        for field in header.fields:
            value = changed(field.value)
            if value is None or (isinstance(value, str) and not field.value):
                continue
            try:
                after = apply(text, set_value(text, header, field.key, value))
            except Refused:
                refused += 1
                continue
            edits += 1
            lines_outside = [text[: field.value_span.start].count("\n"), text[field.value_span.end :].count("\n")]
            assert after.split("\n")[: lines_outside[0]] == text.split("\n")[: lines_outside[0]], path
            assert after.endswith(text[field.value_span.end :].partition("\n")[2]), path
            assert apply(after, set_value(after, read_header(after), field.key, field.value)) == text, (path, field.key)
    assert edits > 4_000
    assert refused <= edits * 0.005


def test_python_frontmatter_and_ruamel_would_have_lost_bytes():
    """Why the header is edited as text: dumping gives other bytes for the simplest post with a habit of its own."""
    post = "---\ntitle: 'x'  # keep\nversion: 1.10\n---\nBody"
    assert frontmatter.dumps(frontmatter.loads(post)) != post
    assert yaml.safe_dump(yaml.safe_load("version: 1.10")) != "version: 1.10\n"


def test_an_anchor_in_a_long_header_is_seen_from_afar():
    """The proof of a long header reads the lines around an edit; an alias far below counts all the same."""
    many = "".join(f"key{number}: value {number}\n" for number in range(400))
    post = f"---\ntitle: &t x\n{many}slug: *t\n---\n"
    with pytest.raises(Refused, match="another key would change"):
        set_value(post, read_header(post), "title", "z")
    assert "key7: other\n" in apply(post, set_value(post, read_header(post), "key7", "other"))
