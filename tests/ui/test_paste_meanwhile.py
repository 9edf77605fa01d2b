"""Pasting while a worker process converts: what is typed meanwhile, giving up, and what can't be converted."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from editor.ui.messages import Answer
from tests.ui.user import pasted, stuck_tasks

RICH, PLAIN = '<p>See <b>this</b> <a href="https://e.org">page</a></p>', "See this page"
WRITTEN = "See **this** [page](https://e.org)"


def clipboard(html=RICH, text=PLAIN):
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    QApplication.clipboard().setMimeData(data)


def body(window):
    return window.pane.toPlainText()[window.document.boundary :].lstrip("\n")


def select(window, word):
    window.pane.setTextCursor(window.document.qt.find(word, window.document.boundary))


@pytest.fixture
def writing(opened, user):
    user.click(opened.pane)
    clipboard()
    return opened


@pytest.fixture
def slow(writing, monkeypatch):
    """Nothing that is pasted is ever converted."""
    with stuck_tasks(monkeypatch, "paste"):
        yield writing


def test_what_is_typed_at_once_stands_behind_what_was_pasted(writing, user, qtbot):
    select(writing, "one")
    user.press("Ctrl+V")
    user.type("xy")
    assert "xy" in body(writing), "letters do not wait"
    pasted(writing, qtbot)
    assert body(writing) == f"Body {WRITTEN}xy\ntwo\n"
    user.type("z")
    assert body(writing) == f"Body {WRITTEN}xyz\ntwo\n", "the caret is where it would be"


def test_keys_that_mean_more_than_a_letter_wait_for_the_paste(writing, user, qtbot):
    select(writing, "one")
    user.press("Ctrl+V", "Backspace", "Backspace")
    user.type("!")
    user.press("Return", "Left")
    user.type("?")
    pasted(writing, qtbot)
    assert body(writing) == f"Body {WRITTEN[:-2]}!?\n\ntwo\n"


def test_pastes_keep_their_order(writing, user, qtbot):
    select(writing, "one")
    user.press("Ctrl+V")
    clipboard("<i>second</i>", "second")
    user.press("Ctrl+V")
    user.type(".")
    pasted(writing, qtbot)
    assert body(writing) == f"Body {WRITTEN}*second*.\ntwo\n"


def test_a_paste_follows_what_is_typed_elsewhere(writing, user, qtbot):
    select(writing, "two")
    user.press("Ctrl+V")
    cursor = writing.pane.textCursor()
    cursor.setPosition(writing.document.boundary)
    writing.pane.setTextCursor(cursor)
    user.type("# 😀 above: ")
    pasted(writing, qtbot)
    assert body(writing) == f"# 😀 above: Body one\n{WRITTEN}\n"


def test_it_is_one_step_to_undo(writing, user, qtbot, post):
    select(writing, "one")
    user.press("Ctrl+V")
    pasted(writing, qtbot)
    user.press("Ctrl+Z")
    assert writing.document.post.to_bytes() == post.read_bytes()
    assert not writing.document.qt.isUndoAvailable()


@pytest.mark.parametrize("key", ["Escape", "Ctrl+Z"])
def test_a_paste_can_be_given_up(slow, user, qtbot, post, key):
    select(slow, "one")
    user.press("Ctrl+V")
    assert body(slow) == "Body \ntwo\n"
    user.press(key)
    assert not slow.pane.pasting.is_waiting
    assert slow.document.post.to_bytes() == post.read_bytes()
    user.type("x")
    assert body(slow) == "Body onex\ntwo\n"


def test_what_can_not_be_converted_is_pasted_as_text_and_told(slow, user, qtbot):
    select(slow, "one")
    user.press("Ctrl+V")
    user.type("x")
    qtbot.waitUntil(lambda: "Escape" in slow.status.currentMessage(), timeout=20_000)
    pasted(slow, qtbot)
    assert body(slow) == f"Body {PLAIN}x\ntwo\n"
    assert "Pasted as plain text" in slow.messages.text
    assert slow.status.currentMessage() == ""


def test_a_paste_goes_into_its_own_post(slow, user, qtbot, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("other\n", encoding="utf-8")
    user.press("Ctrl+End", "Ctrl+V")
    slow.files.open(other)
    assert not slow.pane.pasting.is_waiting
    assert slow.document.post.text == "other\n"
    slow.tabs.show_beside(-1)
    assert body(slow).endswith(PLAIN), "as plain text: the post was left before"


def test_a_paste_does_not_outlive_its_text(slow, user, post):
    user.press("Ctrl+V")
    slow.files.give_up()
    slow.files.open(post, here=True)
    assert not slow.pane.pasting.is_waiting
    assert "Paste it again" in slow.messages.text
    assert slow.document.post.to_bytes() == post.read_bytes()


def test_nothing_goes_into_a_composition(writing, user, qtbot):
    user.press("Ctrl+End", "Ctrl+V")
    user.compose("にほん")
    qtbot.wait(500)
    block = writing.pane.textCursor().block()
    assert block.layout().preeditAreaText() == "にほん"
    user.compose("", "日本")
    pasted(writing, qtbot)
    assert body(writing).endswith(f"{WRITTEN}日本")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 400 + "<b>x</b>" + "</div>" * 400,
        "<ul><li>" * 300 + "<b>x</b>",
        "<span style='color:red'>" * 500 + "<b>x</b>",
    ],
)
def test_nested_html_is_pasted(writing, user, qtbot, html):
    clipboard(html, "x")
    user.press("Ctrl+End", "Ctrl+V")
    pasted(writing, qtbot)
    assert "**x**" in body(writing)


@pytest.mark.parametrize(
    "html", ["<div>" * 100_000 + "<b>x</b>", "<a " * 20_000, "<img src='" * 20_000, "<b><i>" * 20_000]
)
def test_hostile_html_is_pasted_one_way_or_the_other(writing, user, qtbot, html):
    clipboard(html, "plain words")
    user.press("Ctrl+End", "Ctrl+V")
    user.type("k")
    assert body(writing).endswith("k"), "letters do not wait"
    pasted(writing, qtbot)
    assert body(writing).endswith("k")
    if html.startswith("<a "):
        assert "plain words" in body(writing)


def test_hostile_html_without_a_text_is_pasted_everywhere(writing, user, qtbot):
    """Qt's own reader would take hours for it."""
    data = QMimeData()
    data.setHtml("<span style='color:red'>" * 80_000 + "<i>x</i>y")
    QApplication.clipboard().setMimeData(data)
    user.press("Ctrl+End", "Ctrl+V")
    pasted(writing, qtbot)
    assert body(writing).endswith("y")
    writing.actions_["paste_plain"].trigger()
    assert body(writing).endswith("xy")
    writing.form.focus("title")
    user.press("Ctrl+A", "Ctrl+V")
    assert writing.document.header.field("title").value == "xy"


def test_what_is_pasted_into_code_keeps_its_place_while_the_code_is_edited(writing, user, qtbot):
    """The code block's marks get longer, too: that is found anew where one of its lines changed meanwhile."""
    user.press("Ctrl+End")
    writing.pane.insert("\n```\nkept\nold\n```\nc")
    select(writing, "old")
    clipboard("<pre>```</pre>", "```")
    user.press("Ctrl+V")
    cursor = writing.pane.textCursor()
    cursor.setPosition(writing.document.qt.find("kept").position())
    writing.pane.setTextCursor(cursor)
    user.type("😀y")
    pasted(writing, qtbot)
    assert body(writing).endswith("\n````\nkept😀y\n```\n````\nc")
    user.type("z")
    assert body(writing).endswith("\n````\nkept😀yz\n```\n````\nc")


def test_letters_typed_behind_a_block_stay_before_the_line_below(writing, user, qtbot):
    select(writing, "one")
    clipboard("<pre>code</pre>", "code")
    user.press("Ctrl+V")
    user.type("xy")
    pasted(writing, qtbot)
    assert body(writing) == "Body \n\n```\ncode\n```xy\n\ntwo\n"


def test_a_caret_that_went_elsewhere_stays_there(writing, user, qtbot):
    select(writing, "two")
    user.press("Ctrl+V")
    cursor = writing.pane.textCursor()
    cursor.setPosition(writing.document.boundary + 4)
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    writing.pane.setTextCursor(cursor)
    place = cursor.position()
    pasted(writing, qtbot)
    assert writing.pane.textCursor().position() == place


def test_what_was_pasted_is_unsaved_work_though_it_is_still_being_converted(slow, user, monkeypatch):
    asked = []
    monkeypatch.setattr(slow.questions, "save_changes", lambda name: asked.append(name) or Answer.CANCEL)
    user.press("Ctrl+End", "Ctrl+V")
    assert not slow.files.may_leave()
    assert asked
    assert body(slow).endswith(PLAIN)
