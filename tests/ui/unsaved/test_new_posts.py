"""A new post that nobody saved is unsaved work from its first moment: only an untouched blank one gives its tab away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from editor.app import _open_for_another_start
from editor.ui.messages import Answer
from tests.ui.test_new_post import new_post, start
from tests.ui.test_recovery import journals
from tests.ui.user import crash, offered


@pytest.fixture
def blog(window, example_blog):
    """A blog with a post of it open."""
    window.files.open(example_blog / "_posts" / "2026-08-30-a-small-map.md")
    return example_blog


def by_dialog(window, qtbot):
    def act(dialog):
        dialog.title.setText("雨の港")
        QTest.keyClicks(dialog.slug, "ame")
        dialog.lists["tags"].setText("海")
        qtbot.waitUntil(lambda: dialog.post is not None and "海" in dialog._head.toPlainText(), timeout=20_000)
        start(dialog)

    new_post(window, qtbot, act)


def by_duplicate(window, _):
    window.actions_["duplicate_post"].trigger()


def by_recovery(window, _):
    from editor.post.post import Post
    from editor.text.source import Source

    window.files.start_again(Post(Source("---\ntitle: back\n---\n\n")), None, "")


STARTS = {"dialog": by_dialog, "duplicate": by_duplicate, "recovery": by_recovery}


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))


OPENERS = {
    "library": lambda window, path: window.library._files.open(path),
    "a second start": _open_for_another_start,
    "the blog's folder": lambda window, path: window.opening.open(path.parent.parent),
    "dropped": drop,
    "Ctrl+N": lambda window, path: window.actions_["new"].trigger(),
}


def names(window):
    return [window.tabs.tabText(index) for index in range(window.tabs.count())]


@pytest.mark.parametrize("begin", STARTS.values(), ids=STARTS)
def test_another_post_never_takes_the_place_of_a_new_one(window, qtbot, blog, begin):
    other = blog / "_posts" / "2026-04-12-asa-no-sanpo.md"
    begin(window, qtbot)
    number, text, name, planned = (
        window.tabs._shown,
        window.document.post.text,
        window.files.name,
        window.files.planned,
    )
    assert window.document.modified
    assert window.isWindowModified()
    assert f"{name} •" in names(window)
    for way, open_other in OPENERS.items():
        open_other(window, other)
        assert window.tabs._shown != number, way
        assert f"{name} •" in names(window), way
        window.tabs.show_tab(number)
        assert (window.document.post.text, window.files.planned) == (text, planned), way
    asked = []
    window.questions.save_changes = lambda name: asked.append(name) or Answer.CANCEL
    assert not window.tabs.close_tab()
    assert not window.close()
    assert asked.count(name) == 2
    window.questions.save_changes = lambda _: Answer.DISCARD
    assert window.tabs.close_tab()
    assert f"{name} •" not in names(window)


def test_it_comes_back_after_a_crash_and_is_saved_where_it_was_planned(window, user, qtbot, blog, again):
    by_dialog(window, qtbot)
    text, planned = window.document.post.text, window.files.planned
    assert "雨の港" in text
    crash(window)
    later = again()
    shown = offered(later, qtbot)
    assert shown.posts.topLevelItem(0).text(0) == planned.name
    QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == text
    assert later.files.planned == planned
    assert later.document.modified
    assert later.files.save()
    assert planned.read_text(encoding="utf-8") == text
    assert not later.document.modified


def test_a_new_post_that_was_saved_is_not_offered(window, qtbot, blog, again, tmp_path):
    by_dialog(window, qtbot)
    text, planned = window.document.post.text, window.files.planned
    crash(window)
    planned.write_text(text, encoding="utf-8")  # as if the program had ended before its journal's end
    later = again()
    qtbot.waitUntil(lambda: journals(tmp_path) == [], timeout=20_000)
    qtbot.wait(100)
    assert "unsaved changes" not in later.messages.text


def test_a_blank_post_gives_its_tab_away_while_it_is_untouched(window, user, blog):
    post = blog / "_posts" / "2026-04-12-asa-no-sanpo.md"
    count = window.tabs.count()
    window.do_new()
    assert window.tabs.count() == count + 1
    assert not window.document.modified
    window.files.open(post)
    assert window.tabs.count() == count + 1
    assert "Untitled post" not in names(window)


@pytest.mark.parametrize("touch", ["typed", "typed and taken back", "in a field", "an item not added"])
def test_a_blank_post_that_was_touched_keeps_its_tab(window, user, blog, touch):
    post = blog / "_posts" / "2026-04-12-asa-no-sanpo.md"
    window.do_new()
    if touch.startswith("typed"):
        user.click(window.pane)
        user.type("朝")
    if touch == "typed and taken back":
        user.press("Ctrl+Z")
    if touch == "in a field":
        window.form.focus("date")
        user.type("someday")
    if touch == "an item not added":
        window.form.focus("tags")
        user.type("港")
    number = window.tabs._shown
    window.files.open(post)
    window.tabs.show_tab(number)
    assert window.files.path is None
    if touch == "typed and taken back":
        window.document.redo()
    assert window.document.modified
    seen = (window.document.post.text, window.form.row("date").editor._line.text())
    seen += (window.form.row("tags").editor._input.text(),)
    assert any(word in " ".join(seen) for word in ("朝", "someday", "港"))
