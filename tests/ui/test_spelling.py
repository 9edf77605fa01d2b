"""Spell check in the real window: what is marked, when, and what the context menu does; nothing else of the file changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

HEAD = "---\ntitle: 'recieve'\n---\n\n"
BODY = "The wrold is round, and the sea is quiet.\n\n```\nteh code\n```\n\n海は静かだ。\n"


@pytest.fixture
def checked(window, user, qtbot, tmp_path):
    """A post with a wrong word, the dictionary loaded, the caret at the text's end."""
    path = tmp_path / "post.md"
    path.write_bytes((HEAD + BODY).encode())
    window.files.open(path)
    user.click(window.pane)
    user.press("Ctrl+End")
    qtbot.waitUntil(lambda: marked(window) == ["wrold"], timeout=10_000)
    return window


def marked(window):
    """The words with a wavy line."""
    window.pane.viewport().repaint()
    found, block = [], window.document.qt.begin()
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for one in (one for one in block.layout().formats() if one.format.underlineStyle() == wavy):
            found += [text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")]
        block = block.next()
    return found


def menu_at(window, word):
    """The context menu over a word."""
    pane, cursor = window.pane, window.pane.textCursor()
    cursor.setPosition(window.document.to_qt(window.document.post.text.index(word)) + 1)
    point = pane.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point))
    QApplication.sendEvent(pane.viewport(), event)
    return QApplication.activePopupWidget()


def choose(menu, text):
    action = next(one for one in menu.actions() if one.text() == text)
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )


def test_a_suggestion_takes_the_place_of_the_word(checked, user, qtbot, tmp_path):
    choose(menu_at(checked, "wrold"), "world")
    qtbot.waitUntil(lambda: not marked(checked))
    user.press("Ctrl+S")
    assert (tmp_path / "post.md").read_bytes() == (HEAD + BODY.replace("wrold", "world")).encode()
    user.press("Ctrl+Z")
    assert checked.document.post.text == HEAD + BODY


def test_the_menu_is_as_ever_elsewhere(checked, qtbot):
    menu = menu_at(checked, "round")
    texts = [one.text() for one in menu.actions()]
    menu.close()
    assert texts[0] == "&Undo"
    menu = menu_at(checked, "wrold")
    assert "world" in [one.text() for one in menu.actions()]
    menu.close()
    menu = menu_at(checked, "round")
    assert [one.text() for one in menu.actions()] == texts
    menu.close()


def test_a_word_is_marked_when_the_caret_has_left_it(checked, user, qtbot):
    user.press("Ctrl+Home")
    user.type("Teh")
    qtbot.wait(30)
    assert marked(checked) == ["wrold"]
    user.type(" ")
    assert marked(checked) == ["Teh", "wrold"]
    user.press("End")
    user.type(" knwon")
    assert marked(checked) == ["Teh", "wrold"]
    user.press("Left", "Left")
    assert marked(checked) == ["Teh", "wrold"]
    user.press("Down")
    qtbot.waitUntil(lambda: marked(checked) == ["Teh", "wrold", "knwon"])


def test_words_are_learnt_for_the_user_and_for_the_blog(checked, user, qtbot, tmp_path):
    choose(menu_at(checked, "wrold"), "“wrold” is right in this blog")
    qtbot.waitUntil(lambda: not marked(checked))
    assert list(checked._settings.get("blog_words").values()) == [["wrold"]]
    other = tmp_path / "elsewhere" / "post.md"
    other.parent.mkdir()
    other.write_bytes((HEAD + BODY).encode())
    checked.files.open(other)
    qtbot.waitUntil(lambda: marked(checked) == ["wrold"])
    choose(menu_at(checked, "wrold"), "“wrold” is right")
    qtbot.waitUntil(lambda: not marked(checked))
    assert checked._settings.get("words") == ["wrold"]


def test_it_can_be_switched_off_and_on(checked, qtbot):
    checked.actions_["check_spelling"].trigger()
    assert marked(checked) == []
    checked.actions_["check_spelling"].trigger()
    qtbot.waitUntil(lambda: marked(checked) == ["wrold"])


def test_japanese_posts_and_other_languages_are_left_alone(checked, qtbot, tmp_path):
    path = tmp_path / "ja.md"
    path.write_text(
        "---\ntitle: 海\n---\n\n# Postwrigt\n\n海のそばでOpenAIとGogleのことを書いた。港の朝は静かだった。\n" * 3,
        encoding="utf-8",
    )
    checked.files.open(path)
    qtbot.wait(50)
    assert marked(checked) == []
    path = tmp_path / "fr.md"
    path.write_text("---\ntitle: x\nlang: fr\n---\n\nThe wrold\n", encoding="utf-8")
    checked.files.open(path)
    qtbot.wait(50)
    assert marked(checked) == []
    assert menu_at(checked, "wrold") is not None
    QApplication.activePopupWidget().close()


def test_nothing_is_checked_within_a_composition(checked, user, qtbot):
    user.press("Ctrl+End")
    user.compose("teh kana")
    qtbot.wait(20)
    assert "teh" not in marked(checked)
    user.compose("", "")


def test_places_count_right_behind_emoji(checked, user, qtbot):
    user.press("Ctrl+End")
    user.type("Smile 😀😀 then wrnog ok")
    qtbot.waitUntil(lambda: marked(checked) == ["wrold", "wrnog"])
    menu = menu_at(checked, "wrnog")
    choose(menu, "wrong")
    assert checked.document.post.text.endswith("Smile 😀😀 then wrong ok")
