"""Earlier versions of a post from a real repository: shown, brought back in part and whole, and undone."""

import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.post.saved_versions import SavedVersions

FIRST = "---\ntitle: 朝\n---\n\n港の朝は早い。\n\nsecond\n\nthird\n"
LAST = "---\ntitle: 夜\n---\n\n港の夜は早い。\n\nsecond\n\nthird\n\nfourth\n"


@pytest.fixture
def post(tmp_path):
    def git(*arguments):
        command = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
        subprocess.run(command, check=True, capture_output=True)

    path = tmp_path / "post.md"
    git("init", "-q")
    for text, subject in ((FIRST, "begun"), (LAST, "written")):
        path.write_bytes(text.replace("\n", "\r\n").encode())
        git("add", ".")
        git("commit", "-qm", subject)
    return path


@pytest.fixture
def shown(window, qtbot, post):
    window.files.open(post)
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: history._said.text() == "The post is as it was then.", timeout=20_000)
    return history


def choose(history, qtbot, row):
    history.versions.setFocus()
    for _ in range(row):
        QTest.keyClick(history.versions, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "passages" in history._said.text(), timeout=20_000)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_versions_are_listed_with_what_changed(shown, qtbot):
    subjects = [shown.versions.topLevelItem(row).text(2) for row in range(shown.versions.topLevelItemCount())]
    assert subjects == ["written", "begun"]
    qtbot.waitUntil(lambda: shown.versions.topLevelItem(1).text(1) == "18", timeout=20_000)
    assert not shown.whole.isEnabled()
    choose(shown, qtbot, 1)
    assert shown._said.text().startswith("3 passages have changed since")
    lines = shown.text.toPlainText().splitlines()
    assert "− 港の夜は早い。" in lines
    assert "+ 港の朝は早い。" in lines
    assert lines.count("  second") == 1, "what lies between two passages is shown once"
    assert "  title: 夜" not in lines
    shown.close()


def test_one_passage_is_brought_back_and_undone(shown, window, user, qtbot, post):
    before = post.read_bytes()
    choose(shown, qtbot, 1)
    press(shown.next)
    press(shown.passage)
    assert window.document.post.text == LAST.replace("夜は", "朝は")
    assert shown._said.text().startswith("2 passages have changed since")
    assert post.read_bytes() == before, "nothing is saved unasked"
    shown.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    user.click(window.pane)
    user.press("Ctrl+Z")
    assert window.document.post.to_bytes() == before


def test_all_of_it_is_brought_back(shown, window, user, qtbot, post):
    choose(shown, qtbot, 1)
    press(shown.whole)
    assert shown._said.text() == "The post is as it was then."
    shown.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    user.click(window.pane)
    user.press("Ctrl+S")
    assert post.read_bytes() == FIRST.replace("\n", "\r\n").encode()


def test_what_was_written_meanwhile_is_looked_at_again_first(shown, window, user, qtbot, post):
    choose(shown, qtbot, 1)
    window.document.apply(window.document.post.set_value("title", "between"))
    press(shown.whole)
    assert window.document.header.values()["title"] == "between", "what is shown is what is changed"
    press(shown.whole)
    assert window.document.post.text == FIRST
    shown.close()


def test_a_post_in_no_repository(window, qtbot, tmp_path):
    path = tmp_path / "apart.md"
    path.write_text("x")
    window.files.open(path)
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: "Nothing is kept of this post yet" in history._said.text(), timeout=20_000)
    window.files.new()
    assert history.isHidden(), "it is about one post"


def test_both_versions_as_pages_side_by_side(shown, qtbot):
    choose(shown, qtbot, 1)
    press(shown.as_page)
    qtbot.waitUntil(lambda: "港の夜は早い。" in shown.sides.after.toPlainText(), timeout=20_000)
    assert "港の朝は早い。" in shown.sides.before.toPlainText()
    assert "fourth" not in shown.sides.before.toPlainText()
    press(shown.as_page)
    assert shown._stack.currentWidget() is shown.text
    shown.close()


def test_what_the_file_held_before_each_save_is_there_without_git(window, user, qtbot, tmp_path):
    path = tmp_path / "plain" / "post.md"
    path.parent.mkdir()
    path.write_bytes(FIRST.replace("\n", "\r\n").encode())
    window.files.open(path)
    user.click(window.pane)
    for word in ("one ", "two "):
        user.press("Ctrl+Home")
        user.type(word)
        user.press("Ctrl+S")
    kept = SavedVersions(window._settings.versions)
    qtbot.waitUntil(lambda: len(kept.versions(path)) == 2, timeout=20_000)
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: history.versions.topLevelItemCount() == 2, timeout=20_000)
    history.versions.setCurrentItem(history.versions.topLevelItem(1))
    qtbot.waitUntil(lambda: "+ 港の朝は早い。" in history.text.toPlainText(), timeout=20_000)
    press(history.whole)
    assert window.document.post.to_bytes() == FIRST.replace("\n", "\r\n").encode()
    assert window.document.modified
    history.close()


def lose(root, name):
    found = subprocess.run(["git", "-C", str(root), "rev-parse", name], check=True, capture_output=True, text=True)
    digest = found.stdout.strip()
    (root / ".git" / "objects" / digest[:2] / digest[2:]).unlink()


def test_what_git_listed_before_it_failed_is_shown_with_the_failure(window, qtbot, post):
    post.write_bytes(post.read_bytes() + b"more\r\n")
    name = ["-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", "-C", str(post.parent), *name, "commit", "-qam", "newest"], check=True)
    lose(post.parent, "HEAD~2^{tree}")
    window.files.open(post)
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: "Asking git" not in history._said.text(), timeout=20_000)
    assert "git could not look at everything: " in history._said.text()
    assert "no git has it" not in history._said.text()
    qtbot.waitUntil(lambda: "The post is as it was then." in history._said.text(), timeout=20_000)
    assert history.versions.topLevelItem(0).text(2) == "newest"
    assert "git could not look at everything: " in history._said.text()
    history.close()


def test_a_version_that_can_not_be_read_is_told_with_the_reason(window, qtbot, post):
    window.files.open(post)
    lose(post.parent, "HEAD:post.md")
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: "This version can’t be read: " in history._said.text(), timeout=20_000)
    assert history._said.text().rpartition(": ")[2].strip()
    history.close()


def test_a_damaged_repository_is_not_taken_for_none(window, qtbot, post):
    (post.parent / ".git" / "HEAD").write_text("damaged")
    window.files.open(post)
    window.actions_["history"].trigger()
    history = window.history.window
    qtbot.waitUntil(lambda: "git could not look at everything: " in history._said.text(), timeout=20_000)
    assert "no git has it" not in history._said.text()
    history.close()
