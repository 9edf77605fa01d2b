"""Markdown commands: `⟦` and `⟧` stand around the selection, before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import apply, invert
from editor.writing import blocks, emphasis, indent, insert, tables
from tests.writing.marked import selected, shown


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("a ⟦word⟧ b", "**", "a **⟦word⟧** b"),
        ("a **⟦word⟧** b", "**", "a ⟦word⟧ b"),
        ("a ⟦**word**⟧ b", "**", "a ⟦word⟧ b"),
        ("a **⟦word⟧** b", "*", "a ***⟦word⟧*** b"),
        ("a ***⟦word⟧*** b", "*", "a **⟦word⟧** b"),
        ("a ***⟦word⟧*** b", "**", "a *⟦word⟧* b"),
        ("a⟦ word ⟧b", "**", "a **⟦word⟧** b"),
        ("a⟦⟧b", "*", "a*⟦⟧*b"),
        ("a**⟦⟧**b", "**", "a⟦⟧b"),
        ("a**⟦⟧**b", "*", "a***⟦⟧***b"),
        ("a **x⟦⟧** b", "**", "a **x**⟦⟧ b"),
        ("⟦a`b⟧", "`", "``⟦a`b⟧``"),
        ("⟦one\n\ntwo⟧", "~~", "~~⟦one~~\n\n~~two⟧~~"),
        ("⟦soft\nwrapped⟧", "**", "**⟦soft\nwrapped⟧**"),
        ("⟦- one\n- [ ] two\n> ## three⟧", "**", "- **⟦one**\n- [ ] **two**\n> ## **three⟧**"),
        ("⟦- **one**\n- **two**⟧", "**", "- ⟦one\n- two⟧"),
        ("これは⟦「重要」⟧です", "**", "これは**⟦「重要」⟧**です"),
        ("a⟦ ⟧b", "**", "a⟦ ⟧b"),
    ],
)
def test_emphasis(before, mark, after):
    text, start, end = selected(before)
    assert shown(text, emphasis.toggle(text, start, end, mark)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("これは⟦「重要」⟧です", "これは「**⟦重要⟧**」です"),
        ("これは⟦重要。⟧です", "これは**⟦重要⟧**。です"),
        ("これは ⟦「重要」⟧ です", "これは **⟦「重要」⟧** です"),
        ("⟦「重要」⟧", "**⟦「重要」⟧**"),
    ],
)
def test_emphasis_beside_japanese_punctuation_works_in_common_mark(before, after):
    from editor.header import Generator
    from editor.render.flavours import make_flavour

    text, start, end = selected(before)
    change = emphasis.toggle(text, start, end, "**", flanking=True)
    assert shown(text, change) == after
    assert "<strong>" in make_flavour(Generator.HUGO, {}).blocks(apply(text, change.edit))[0]


def lines(command, *arguments, **options):
    return lambda text, start, end: command(text, start, end, *arguments, **options)


HEADING, QUOTE, FENCE = lines(blocks.set_heading, 2), blocks.toggle_quote, blocks.toggle_fence
BULLETS, NUMBERS, TASKS = (lines(blocks.toggle_list, kind) for kind in ("bullet", "number", "task"))
IN, OUT = lines(indent.indent, out=False), lines(indent.indent, out=True)
UP, DOWN = lines(blocks.move_lines, down=False), lines(blocks.move_lines, down=True)


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (HEADING, "ti⟦⟧tle", "## ti⟦⟧tle"),
        (HEADING, "## ti⟦⟧tle", "ti⟦⟧tle"),
        (HEADING, "# ti⟦⟧tle", "## ti⟦⟧tle"),
        (HEADING, "⟦⟧", "## ⟦⟧"),
        (lines(blocks.set_heading, 0), "### x⟦⟧", "x⟦⟧"),
        (QUOTE, "⟦a\n\nb⟧", "⟦> a\n>\n> b⟧"),
        (QUOTE, "⟦> a\n>\n> b⟧", "⟦a\n\nb⟧"),
        (BULLETS, "⟦a\n  b⟧", "⟦- a\n  - b⟧"),
        (BULLETS, "⟦- a\n- b⟧", "⟦a\nb⟧"),
        (NUMBERS, "⟦- a\n- b⟧", "⟦1. a\n2. b⟧"),
        (TASKS, "a⟦⟧", "- [ ] a⟦⟧"),
        (BULLETS, "- [x] a⟦⟧", "- a⟦⟧"),
        (FENCE, "a⟦⟧", "```⟦⟧\na\n```"),
        (FENCE, "⟦```\nx\n```⟧", "⟦x⟧"),
        (FENCE, "⟦```\nx⟧", "````⟦⟧\n```\nx\n````"),
        (UP, "a\nb⟦⟧\nc", "b⟦⟧\na\nc"),
        (DOWN, "a⟦⟧\nb", "b\na⟦⟧"),
        (DOWN, "⟦a\nb\n⟧c", "c\n⟦a\nb⟧"),
        (blocks.duplicate_lines, "a⟦b⟧\nc", "ab\na⟦b⟧\nc"),
        (blocks.join_lines, "日本⟦⟧\n語", "日本⟦⟧語"),
        (blocks.join_lines, "a⟦⟧\n  b", "a⟦⟧ b"),
        (blocks.join_lines, "⟦> a\n> b\n- c⟧", "> a b⟦⟧ c"),
    ],
)
def test_lines(command, before, after):
    text, start, end = selected(before)
    assert shown(text, command(text, start, end)) == after


@pytest.mark.parametrize(
    ("command", "before"),
    [(UP, "a⟦⟧\nb"), (DOWN, "a\nb⟦⟧"), (blocks.join_lines, "a⟦⟧")],
)
def test_nothing_to_do(command, before):
    assert command(*selected(before)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a⟦⟧", "- a\n- ⟦⟧"),
        ("  * a⟦⟧b", "  * a\n  * ⟦⟧b"),
        ("1. a⟦⟧\n2. b\n   more\n3. c\n\nx", "1. a\n2. ⟦⟧\n3. b\n   more\n4. c\n\nx"),
        ("1) a⟦⟧", "1) a\n2) ⟦⟧"),
        ("- [x] d⟦⟧", "- [x] d\n- [ ] ⟦⟧"),
        ("> q⟦⟧", "> q\n> ⟦⟧"),
        ("> - q⟦⟧", "> - q\n> - ⟦⟧"),
        ("- ⟦⟧", "⟦⟧"),
        ("> ⟦⟧", "⟦⟧"),
        ("- a\n- [ ] ⟦⟧\nb", "- a\n⟦⟧\nb"),
    ],
)
def test_enter(before, after):
    text, start, _ = selected(before)
    assert shown(text, blocks.enter(text, start)) == after


@pytest.mark.parametrize("before", ["text⟦⟧", "⟦⟧- a", "-⟦⟧", "**b**⟦⟧", "--⟦⟧-", "1.5⟦⟧"])
def test_enter_that_is_only_enter(before):
    text, start, _ = selected(before)
    assert blocks.enter(text, start) is None


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (insert.link, "a ⟦word⟧", "a [word](⟦⟧)"),
        (insert.link, "⟦⟧", "[⟦⟧]()"),
        (insert.link, "⟦https://a.b/c⟧", "[⟦⟧](https://a.b/c)"),
        (insert.link, "⟦[a](b)⟧", "⟦a⟧"),
        (lines(insert.link, "https://x.y/(z)"), "⟦a [b]⟧", "[a \\[b\\]](<https://x.y/(z)>)⟦⟧"),
        (insert.image, "⟦⟧", "![⟦⟧]()"),
        (lambda text, _, end: insert.footnote(text, end), "a⟦⟧ b\n", "a[^1] b\n\n[^1]: ⟦⟧\n"),
        (
            lambda text, _, end: insert.footnote(text, end),
            "a[^1]⟦⟧ c\n\n[^1]: x\n",
            "a[^1][^2] c\n\n[^1]: x\n[^2]: ⟦⟧\n",
        ),
        (lambda text, _, end: insert.footnote(text, end), "a[^1] b\n\n[^1]: x⟦⟧", "a[^1]⟦⟧ b\n\n[^1]: x"),
        (lambda text, _, end: insert.more_mark(text, end), "a⟦⟧\n\nb", "a\n\n<!--more-->⟦⟧\n\nb"),
        (lambda text, _, end: insert.more_mark(text, end), "a⟦⟧\nb", "a\n\n<!--more-->⟦⟧\n\nb"),
        (lambda text, _, end: insert.more_mark(text, end), "a\n⟦⟧\nb", "a\n\n<!--more-->⟦⟧\n\nb"),
    ],
)
def test_insert(command, before, after):
    text, start, end = selected(before)
    assert shown(text, command(text, start, end)) == after


TABLE = "x\n\n| 魚 | 値段 |\n|:--|--:|\n| さ⟦⟧ば|300円|\n|`a|b`|\ny"
TIDY = "x\n\n| 魚    |  値段 |\n| :---- | ----: |\n| さ⟦⟧ば  | 300円 |\n| `a|b` |       |\n\ny"


@pytest.mark.parametrize(
    ("command", "after"),
    [
        (tables.tidy, "| 魚    |  値段 |\n| :---- | ----: |\n| さ⟦⟧ば  | 300円 |\n| `a|b` |       |"),
        (tables.next_cell, "| 魚    |  値段 |\n| :---- | ----: |\n| さば  | ⟦300円⟧ |\n| `a|b` |       |"),
        (tables.delete_row, "| 魚    | 値段 |\n| :---- | ---: |\n| ⟦⟧`a|b` |      |"),
        (
            tables.add_column,
            "| 魚    |     |  値段 |\n| :---- | --- | ----: |\n| さば  | ⟦⟧    | 300円 |\n| `a|b` |     |       |",
        ),
        (tables.delete_column, "|  値段 |\n| ----: |\n| ⟦⟧300円 |\n|       |"),
    ],
)
def test_table(command, after):
    text, start, _ = selected(TABLE)
    assert shown(text, command(text, start)) == f"x\n\n{after}\ny"


def test_tab_behind_the_last_cell_begins_a_row_and_shift_tab_goes_back():
    text, at, _ = selected("| a | b |\n|---|---|\n| c | d⟦⟧ |")
    change = tables.next_cell(text, at)
    assert shown(text, change) == "| a   | b   |\n| --- | --- |\n| c   | d   |\n| ⟦⟧    |     |"
    text = apply(text, change.edit)
    assert shown(text, tables.next_cell(text, change.start, back=True)).endswith("| c   | ⟦d⟧   |\n|     |     |")


def test_a_tidy_table_is_not_changed():
    text, at, _ = selected(TABLE)
    tidied = apply(text, tables.tidy(text, at).edit)
    assert apply(tidied, tables.tidy(tidied, tidied.index("さ")).edit) == tidied


@pytest.mark.parametrize("text", ["no table", "a | b", "a | b\nc | d", "", "|", "|\n|"])
def test_no_table(text):
    for command in (tables.tidy, tables.next_cell, tables.add_row, tables.delete_row):
        assert command(text, 0) is None


COMMANDS = [
    *(lines(emphasis.toggle, mark, flanking=flag) for mark in ("**", "*", "`", "~~") for flag in (True, False)),
    *(HEADING, QUOTE, FENCE, BULLETS, NUMBERS, TASKS, UP, DOWN, IN, OUT),
    *(blocks.duplicate_lines, blocks.join_lines, insert.link, insert.image, lines(insert.link, "https://a b")),
    *(
        lambda text, _, end, command=command: command(text, end)
        for command in (
            blocks.enter,
            insert.footnote,
            insert.more_mark,
            tables.new_table,
            tables.tidy,
            tables.next_cell,
            tables.add_row,
            tables.delete_row,
            tables.add_column,
            tables.delete_column,
        )
    ),
]
PIECES = [
    "a",
    "日本",
    "。",
    "「",
    "」",
    " ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "|",
    "|---|",
    "`",
    "*",
    "**",
    "[x](y)",
    "[^1]",
    "\t",
    "```",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0, 1), st.floats(0, 1)), max_size=8),
)
def test_any_commands_are_edits_of_the_text_and_are_taken_back_whole(text, steps):
    undo, now = [], text
    for command, low, high in steps:
        start, end = sorted((round(low * len(now)), round(high * len(now))))
        change = command(now, start, end)
        if change is None:
            continue
        assert 0 <= change.edit.start <= change.edit.end <= len(now)
        undo.append(invert(now, change.edit))
        now = apply(now, change.edit)
        assert 0 <= change.start <= change.end <= len(now)
    for edit in reversed(undo):
        now = apply(now, edit)
    assert now == text
