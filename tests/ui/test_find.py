"""Finding and replacing in the window."""

import pytest


@pytest.fixture
def bar(opened, user):
    user.click(opened.pane)
    return opened.find_bar


def body(window):
    return window.document.post.body


def test_all_are_replaced_in_one_step_and_the_front_matter_is_left_alone(opened, user, bar):
    before = opened.document.post.to_bytes()
    user.press("Ctrl+H")
    user.type("o")
    user.press("Tab")
    assert user.focus is bar._new
    user.type("0")
    bar._replace_all.click()
    assert body(opened) == "B0dy 0ne\ntw0\n"
    assert bar._result.text() == "3 replaced"
    assert opened.document.post.text.startswith(before.decode()[: before.index(b"Body")])
    opened.pane.setFocus()
    user.press("Ctrl+Z")
    assert opened.document.post.to_bytes() == before


def test_one_after_the_other_is_replaced_by_enter(opened, user, bar):
    user.press("Ctrl+H")
    user.type("o")
    assert bar._result.text() == "1 of 3"
    bar._new.setFocus()
    user.type("0")
    user.press("Return")
    assert body(opened) == "B0dy one\ntwo\n"
    user.press("Return")
    assert body(opened) == "B0dy 0ne\ntwo\n"
    assert opened.pane.textCursor().selectedText() == "o"


def test_matches_are_counted_and_walked_around_the_end(opened, user, bar):
    user.press("Ctrl+F")
    assert not bar._new.isVisible()
    user.type("o")
    user.press("Return", "Return")
    assert bar._result.text() == "3 of 3"
    user.press("Return")
    assert bar._result.text() == "1 of 3"
    user.press("Shift+Return")
    assert bar._result.text() == "3 of 3"


def test_a_broken_pattern_is_told_and_changes_nothing(opened, user, bar):
    before = opened.document.post.text
    user.press("Ctrl+H")
    bar._switches["pattern"].click()
    bar._needle.setFocus()
    user.type("(")
    assert "no pattern" in bar._result.text()
    bar._replace_all.click()
    assert opened.document.post.text == before
    user.type("o)")
    bar._new.setText(r"<\1>")
    bar._replace_all.click()
    assert body(opened) == "B<o>dy <o>ne\ntw<o>\n"


def test_width_does_not_matter_when_wanted(opened, user, bar):
    opened.pane.setFocus()
    user.press("Ctrl+End")
    user.type("ＡＩ and ｶﾞ")
    user.press("Ctrl+F")
    bar._needle.setText("ai")
    assert bar._result.text() == "not found"
    bar._switches["width"].click()
    assert opened.pane.textCursor().selectedText() == "ＡＩ"
