"""Completion in the real window: it opens for what is typed, keeps out of the way, and writes the blog's form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.writing.completion import Wanted

HEAD = "---\nlayout: post\ntitle: 新しい記事\n---\n\n"


@pytest.fixture
def writing(window, user, example_blog, qtbot):
    """A new post of the example blog, the caret in its empty text."""
    path = example_blog / "_posts" / "2026-11-01-new.md"
    path.write_text(HEAD, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    user.press("Ctrl+End")
    return window


def body(window):
    return window.document.post.text[len(HEAD) :]


def shown(window):
    return window.completion.names_shown


def test_a_link_to_a_post_by_its_title(writing, user, qtbot):
    user.type("[](")
    qtbot.waitUntil(lambda: len(shown(writing)) > 3)
    user.type("small")
    qtbot.waitUntil(lambda: len(shown(writing)) == 1)
    user.press("Return")
    assert body(writing) == "[A Small Map of Everything Near]({% post_url 2026-08-30-a-small-map %})"
    assert not shown(writing)
    user.press("Ctrl+Z")
    assert body(writing) == "[](small)"


def test_japanese_titles_are_found_through_an_input_method(writing, user, qtbot):
    user.type("[](")
    qtbot.waitUntil(lambda: bool(shown(writing)))
    user.compose("たなばた")
    qtbot.wait(20)
    assert not shown(writing), "nothing is offered over a composition"
    user.compose("", "七夕")
    qtbot.waitUntil(lambda: bool(shown(writing)))
    assert all("七夕" in name for name in shown(writing))


def test_pictures_of_the_blog(writing, user, qtbot):
    user.type("![](")
    qtbot.waitUntil(lambda: bool(shown(writing)))
    name = shown(writing)[0]
    user.press("Tab")
    assert body(writing).endswith(f"/{name})")
    user.type("海")
    assert body(writing).startswith("![海](")


def test_headings_have_the_ids_of_the_generator(writing, user, qtbot):
    user.type("## 朝の海\n\n[](#")
    qtbot.waitUntil(lambda: bool(writing.names.candidates(Wanted.HEADING)), timeout=20_000)
    user.type("朝")
    qtbot.waitUntil(lambda: shown(writing) == ["朝の海"])
    user.press("Return")
    assert body(writing).endswith("[朝の海](#朝の海)")


def test_footnotes_emoji_and_languages(writing, user, qtbot):
    user.type("[^sea]: 注\n\nword[^s")
    qtbot.waitUntil(lambda: shown(writing) == ["sea"])
    user.press("Return")
    user.type(" :smile")
    qtbot.waitUntil(lambda: "smile" in shown(writing))
    user.press("Return")
    assert body(writing) == "[^sea]: 注\n\nword[^sea] 😄"
    user.type("\n\n```pyth")
    qtbot.waitUntil(lambda: shown(writing)[:1] == ["python"])
    user.press("Return", "Return")
    assert body(writing).endswith("```python\n")
    user.type("[](")
    qtbot.wait(50)
    assert not shown(writing), "nothing is offered in code"


def test_it_keeps_out_of_the_way(writing, user, qtbot):
    user.type("plain words: and (more) at 10:30")
    qtbot.wait(50)
    assert not shown(writing)
    user.type(" [^x]: a\n\n[^")
    user.press("Return")
    assert body(writing).endswith("[^\n]")
    user.type("[](")
    qtbot.waitUntil(lambda: bool(shown(writing)))
    user.press("Escape")
    assert not shown(writing)
    user.press("Ctrl+Space")
    assert shown(writing)
    user.press("Left", "Left", "Left")
    qtbot.waitUntil(lambda: not shown(writing))
    user.press("Ctrl+Z")
    qtbot.wait(30)
    assert not shown(writing)


def test_a_name_is_chosen_with_the_mouse_and_the_keys(writing, user, qtbot):
    user.type("[](")
    qtbot.waitUntil(lambda: len(shown(writing)) > 3)
    names = shown(writing)
    listed = writing.pane.findChild(type(writing.completion._list))
    user.press("Down", "Down", "Up")
    assert listed.currentRow() == 1
    place = listed.visualItemRect(listed.item(2)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert body(writing).startswith(f"[{names[2]}](")
    assert writing.pane.hasFocus()
