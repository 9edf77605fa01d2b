"""Find and replace in the blog, in the real window: bytes of every file, open posts, taking it back."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton

from editor.blog import rewriting
from editor.text.edit import Edit
from editor.ui import modal_work
from tests.ui.user import in_dialog


@pytest.fixture
def blog(window, user, tmp_path):
    """Three posts, one open."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: 海\n---\n\n{name} 海\n海\n")
    (tmp_path / "_config.yml").write_text("title: x\n")
    window.files.open(tmp_path / "a.md")
    user.click(window.pane)
    return tmp_path


@pytest.fixture
def find(window, user, qtbot, blog):
    """Search for a text in the window that Ctrl+Shift+F opens."""

    def run(needle, new=""):
        window.pane.setFocus()
        user.press("Ctrl+Shift+F")
        dialog = window.blog_search.search
        qtbot.waitUntil(dialog._needle.hasFocus)
        user.press("Ctrl+A")
        user.type(needle)
        user.press("Tab")
        dialog._new.setFocus()
        user.type(new)
        user.press("Return")
        qtbot.waitUntil(lambda: "Places" in dialog._said.text() or "not found" in dialog._said.text())
        return dialog

    yield run
    if window.blog_search.search is not None:
        window.blog_search.search.close()


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_ticked_places_are_replaced_and_all_is_taken_back(window, user, qtbot, blog, find):
    before = contents(blog)
    dialog = find("海", "山")
    assert dialog._said.text() == "Places: 6 · posts: 3"
    dialog._tree.topLevelItem(1).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    user.click(dialog._replace)
    changed = {name: data.replace("海\n海\n".encode(), "山\n山\n".encode()) for name, data in before.items()}
    changed["b.md"] = before["b.md"].replace("海\n海\n".encode(), "海\n山\n".encode())
    assert contents(blog) == changed
    assert "title: 海" in window.document.post.text
    assert window.document.post.body == "a 山\n山\n"
    assert not window.document.modified
    user.click(dialog.back)
    assert contents(blog) == before
    assert window.document.post.body == "a 海\n海\n"


def test_a_post_with_changes_is_found_but_not_written(window, user, blog, find):
    user.press("Ctrl+End")
    user.type("x")
    dialog = find("海", "山")
    user.click(dialog._replace)
    assert "海" in (blog / "a.md").read_text().split("---")[2]
    assert window.document.post.body == "a 海\n海\nx"
    assert "山" in (blog / "b.md").read_text()


def test_a_post_that_is_changed_after_the_search_is_left_too(window, blog, find, user):
    dialog = find("海", "山")
    window.document.apply(Edit(window.document.post.length, window.document.post.length, "x"))
    user.click(dialog._replace)
    assert (blog / "a.md").read_text().endswith("a 海\n海\n")
    assert "a.md: has changes that are not saved" in dialog._said.text()
    assert "山" in (blog / "b.md").read_text()


def test_posts_of_other_tabs_are_read_again(window, user, qtbot, blog, find):
    window.files.open(blog / "b.md")
    dialog = find("海", "山")
    user.click(dialog._replace)
    dialog.close()
    window.files.open(blog / "a.md")
    assert window.document.post.body == "a 山\n山\n"
    window.activateWindow()
    window.pane.setFocus()
    qtbot.waitUntil(window.pane.hasFocus)
    user.press("Ctrl+End")
    user.type("x")
    user.press("Ctrl+S")
    assert (blog / "a.md").read_text().endswith("a 山\n山\nx")


def test_a_place_is_gone_to(window, user, blog, find):
    dialog = find("海")
    dialog._tree.itemActivated.emit(dialog._tree.topLevelItem(2).child(1), 0)
    assert window.files.path == blog / "c.md"
    assert window.pane.textCursor().block().text() == "海"
    assert window.pane.textCursor().blockNumber() == 5


def test_a_bad_pattern_is_told(window, user, qtbot, blog, find):
    dialog = find("nowhere at all")
    dialog._switches["pattern"].setChecked(True)
    dialog._needle.setText("(")
    user.click(dialog._find)
    qtbot.waitUntil(lambda: "no pattern" in dialog._said.text())


def test_what_can_not_be_noted_is_not_done(window, user, blog, find, tmp_path):
    """Without a record a crash would leave half of it."""
    before = {name: data for name, data in contents(blog).items() if name.endswith(".md")}
    (tmp_path / "state" / "operations").write_bytes(b"in the way")
    dialog = find("海", "山")
    user.click(dialog._replace)
    assert "nothing was changed" in dialog._said.text()
    assert {name: data for name, data in contents(blog).items() if name.endswith(".md")} == before


def test_what_takes_long_can_be_stopped_and_taken_back(window, user, blog, find, monkeypatch):
    for number in range(60):
        (blog / f"n{number:02}.md").write_text("海\n")
    before = contents(blog)
    dialog = find("海", "山")
    monkeypatch.setattr(modal_work, "TOLD_EACH", 1)
    write = rewriting.write_file

    def slow(*arguments, **named):
        time.sleep(0.05)
        return write(*arguments, **named)

    def stop(progress):
        assert progress.labelText().startswith("Writing ")
        assert not dialog.isActiveWindow()
        while progress.value() < 1:  # all posts are made ready before the first one is written
            QTest.qWait(10)
        progress.findChild(QPushButton).click()

    with monkeypatch.context() as patched:
        patched.setattr(rewriting, "write_file", slow)
        in_dialog(QProgressDialog, lambda: user.click(dialog._replace), stop)
    written = sum(now != before[name] for name, now in contents(blog).items())
    assert 0 < written < 63
    assert dialog._said.text().startswith(f"Changed: {written + min(3, written)} · posts: {written}.")
    assert "it was stopped" in dialog._said.text()
    user.click(dialog.back)
    assert contents(blog) == before
