"""Writing commands in the real window, by keys: what they write, what stays, what undo gives back."""

import random

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from editor.ui.action_table import TABLE
from tests.ui.user import POST, pasted

FORMAT = [row.name for row in TABLE if row.menu in ("F&ormat", "&Insert") and not row.text.endswith("…")]
"""The commands that ask nothing."""


@pytest.fixture
def writing(opened, user):
    """The small post open, the caret in its text."""
    user.click(opened.pane)
    return opened


def body(window):
    return window.document.post.body


def select(window, words):
    at = window.document.post.text.index(words, len(window.document.post.text) - len(body(window)))
    cursor = window.pane.textCursor()
    cursor.setPosition(window.document.to_qt(at))
    cursor.setPosition(window.document.to_qt(at + len(words)), QTextCursor.MoveMode.KeepAnchor)
    window.pane.setTextCursor(cursor)


def test_bold_is_put_there_and_taken_away_and_is_one_step_to_undo(writing, user):
    before = writing.document.post.to_bytes()
    select(writing, "one")
    user.press("Ctrl+B")
    assert body(writing) == "Body **one**\ntwo\n"
    assert writing.pane.textCursor().selectedText() == "one"
    user.press("Ctrl+B")
    assert body(writing) == "Body one\ntwo\n"
    user.press("Ctrl+I", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert writing.document.post.to_bytes() == before


def test_a_list_is_written_with_enter_and_tab(writing, user):
    user.press("Ctrl+End")
    user.type("\n- 海\n山")
    user.press("Return", "Tab")
    user.type("川\n\n\nend")
    assert body(writing) == "Body one\ntwo\n\n- 海\n- 山\n  - 川\n\nend"


def test_the_first_line_can_not_change_places_with_the_front_matter(writing, user):
    before = writing.document.post.to_bytes()
    select(writing, "Body")
    user.press("Alt+Up")
    assert writing.document.post.to_bytes() == before
    user.press("Alt+Down")
    assert body(writing) == "two\nBody one\n"


def test_an_address_pasted_on_a_word_makes_a_link(writing, user):
    select(writing, "one")
    data = QMimeData()
    data.setText("https://example.org/a")
    writing.pane.insertFromMimeData(data)
    assert body(writing) == "Body [one](https://example.org/a)\ntwo\n"
    data.setText("plain words")
    select(writing, "two")
    writing.pane.insertFromMimeData(data)
    assert body(writing).endswith("\nplain words\n")


def test_tab_walks_a_table_and_adds_a_row(writing, user):
    user.press("Ctrl+End", "Ctrl+T")
    user.type("魚")
    user.press("Tab")
    user.type("yen")
    user.press("Tab", "Tab", "Tab", "Tab", "Tab")
    user.type("z")
    assert body(writing).endswith("| 魚  | yen |\n| --- | --- |\n|     |     |\n|     |     |\n| z    |     |"), body(
        writing
    )


def test_nothing_is_done_while_an_input_method_composes(writing, user):
    select(writing, "one")
    user.compose("にほん")
    before = writing.document.post.text
    writing.actions_["bold"].trigger()
    writing.actions_["quote"].trigger()
    assert writing.document.post.text == before
    user.compose("", "日本")
    assert body(writing) == "Body 日本\ntwo\n"


def test_commands_do_nothing_from_the_form_and_in_posts_that_can_not_be_changed(opened, user):
    opened.form.focus("title")
    before = opened.document.post.text
    for name in FORMAT:
        opened.actions_[name].trigger()
    assert opened.document.post.text == before


@pytest.mark.parametrize("seed", range(6))
def test_any_commands_and_as_many_undos_give_the_original_bytes(writing, user, seed):
    dice = random.Random(seed)
    before = writing.document.post.to_bytes()
    assert before == POST.encode()
    for _ in range(40):
        length = len(writing.document.post.text)
        low = length - len(body(writing))
        cursor = writing.pane.textCursor()
        cursor.setPosition(writing.document.to_qt(dice.randint(low, length)))
        cursor.setPosition(writing.document.to_qt(dice.randint(low, length)), QTextCursor.MoveMode.KeepAnchor)
        writing.pane.setTextCursor(cursor)
        if dice.random() < 0.3:
            user.press(dice.choice(["Return", "Tab", "Shift+Tab", "x", "Backspace"]))
        else:
            writing.actions_[dice.choice(FORMAT)].trigger()
    while writing.document.qt.isUndoAvailable():
        user.press("Ctrl+Z")
    assert writing.document.post.to_bytes() == before


def clipboard(**content):
    data = QMimeData()
    if "html" in content:
        data.setHtml(content["html"])
    data.setText(content["text"])
    QApplication.clipboard().setMimeData(data)


def test_rich_text_becomes_markdown_in_one_step_and_plain_text_on_request(writing, user, qtbot):
    before = writing.document.post.to_bytes()
    clipboard(html='<p>See <b>this</b> <a href="https://e.org">page</a></p>', text="See this page")
    select(writing, "one")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    assert body(writing) == "Body See **this** [page](https://e.org)\ntwo\n"
    user.press("Ctrl+Z")
    assert writing.document.post.to_bytes() == before
    select(writing, "one")
    writing.actions_["paste_plain"].trigger()
    assert body(writing) == "Body See this page\ntwo\n"


def test_cells_become_a_table_but_not_inside_code(writing, user, qtbot):
    clipboard(text="a\tb\nc\td\n")
    select(writing, "two")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    assert body(writing) == "Body one\n\n| a   | b   |\n| --- | --- |\n| c   | d   |\n"
    user.press("Ctrl+Z")
    select(writing, "two")
    user.press("Ctrl+Shift+K")
    select(writing, "two")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    assert "```\na\tb\nc\td" in body(writing)


def test_each_command_twice_in_an_empty_post_is_taken_back(window, user):
    for name in FORMAT:
        window.do_new()
        before = window.document.post.to_bytes()
        user.click(window.pane)
        for _ in range(2):
            window.actions_[name].trigger()
        while window.document.qt.isUndoAvailable():
            user.press("Ctrl+Z")
        assert window.document.post.to_bytes() == before, name
        window.document.saved()


def test_a_file_that_can_not_be_changed_stays_as_it_is(window, user, tmp_path):
    path = tmp_path / "strange.md"
    path.write_text("a\ufdd0b\n", encoding="utf-8")
    window.files.open(path)
    assert window.document.read_only
    user.click(window.pane)
    before = window.document.post.text
    for name in FORMAT:
        window.actions_[name].trigger()
    window.actions_["replace"].trigger()
    user.type("a")
    window.find_bar._replace_all.click()
    assert window.document.post.text == before
    assert "changed" in window.find_bar._result.text()


def test_what_is_pasted_into_a_cell_stays_in_it(writing, user, qtbot):
    user.press("Ctrl+End")
    writing.pane.insert("\n| a | b |\n| --- | --- |\n| c | d |")
    user.press("Left", "Left")
    clipboard(html="<p>x|y <b>z</b></p><p>w</p>", text="x|y z\n\nw")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    assert body(writing).endswith("| c | dx\\|y **z** w |")
    user.press("Ctrl+Z")
    clipboard(text="x|y\nz")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    assert body(writing).endswith("| c | dx\\|y z |")
