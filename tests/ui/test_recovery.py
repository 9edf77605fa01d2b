"""What was typed comes back after a program that did not end: also by kill -9, with its undo steps."""

import errno
import os
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from editor.post.journal import KEPT, Journal, journals_in, read_journal
from editor.ui.messages import Answer
from tests.ui.user import User, crash, offered

TEXT = "---\r\ntitle:  'x' # kept\r\n---\r\n\r\nBody one\r\n"


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "blog" / "post.md"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    return path


def taken_back(window):
    """The texts that one comes to by undo, one after the other; steps that only move the caret are none."""
    found = [window.document.post.text]
    while window.document.qt.isUndoAvailable():
        window.document.undo()
        if window.document.post.text != found[-1]:
            found.append(window.document.post.text)
    return found


def journals(tmp_path):
    folder = tmp_path / "state" / "journal"
    return [one for sub in folder.iterdir() if sub.name != KEPT for one in journals_in(sub)] if folder.is_dir() else []


def test_what_was_typed_comes_back_with_its_undo_steps(window, user, qtbot, post, tmp_path, again):
    window.files.open(post)
    window.form.focus("title")
    user.type("yz")
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("朝のtext")
    user.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z")
    user.type("\nmore")
    typed, undone = window.document.post.text, taken_back(window)
    while window.document.qt.isRedoAvailable():
        window.document.redo()
    assert window.document.post.text == typed
    crash(window)
    assert post.read_bytes() == TEXT.encode()
    later = again()
    shown = offered(later, qtbot)
    assert shown.posts.topLevelItem(0).text(0) == "post.md"
    assert "+ more" in shown.text.toPlainText()
    QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == typed
    assert later.document.modified
    assert later.files.path == post
    assert taken_back(later) == undone
    assert later.document.post.to_bytes() == TEXT.encode()
    assert not shown.isVisible()


def test_it_is_written_a_second_after_the_last_key(window, user, qtbot, post, tmp_path):
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("a")
    qtbot.waitUntil(lambda: any(map(read_journal, journals(tmp_path))), timeout=5_000)
    assert read_journal(journals(tmp_path)[0]).text.endswith("Body one\na")
    user.press("Ctrl+S")
    qtbot.waitUntil(lambda: journals(tmp_path) == [], timeout=5_000)


def test_given_up_changes_are_kept_and_not_offered(window, user, qtbot, post, tmp_path, again):
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("given up")
    window.questions.save_changes = lambda _: Answer.DISCARD
    window.close()
    kept = list(journals_in(tmp_path / "state" / "journal" / KEPT))
    assert [read_journal(path).text.endswith("given up") for path in kept] == [True]
    later = again()
    qtbot.wait(700)
    assert "not saved" not in later.messages.text


def test_what_the_file_has_is_not_offered(window, user, qtbot, post, tmp_path, again):
    """As if the program had ended between a save and its journal's end."""
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("saved")
    data = window.document.post.to_bytes()
    crash(window)
    post.write_bytes(data)
    later = again()
    qtbot.waitUntil(lambda: journals(tmp_path) == [], timeout=20_000)
    qtbot.wait(100)
    assert "unsaved changes" not in later.messages.text


def test_the_file_was_changed_since(window, user, qtbot, post, again):
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("mine")
    typed = window.document.post.text
    crash(window)
    post.write_bytes(TEXT.replace("one", "theirs").encode())
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == typed
    assert "changed by another program" in later.messages.text
    later.pane.setFocus()
    User(later, qtbot).press("Ctrl+Z")
    assert "theirs" in later.document.post.text


def test_the_file_is_gone(window, user, qtbot, post, again):
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("mine")
    typed = window.document.post.text
    crash(window)
    post.unlink()
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == typed
    assert later.files.planned == post
    assert later.files.save()
    assert post.read_bytes().decode() == typed.replace("\n", "\r\n")


def test_a_post_without_a_file_comes_back_with_its_pictures(window, user, qtbot, tmp_path, again):
    window.files.new()
    window.form.focus("title")
    user.type("draft")
    user.click(window.pane)
    user.press("Ctrl+End")
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    user.press("Ctrl+V")
    typed, folder = window.document.post.text, window.files.blog.root
    crash(window)
    later = again()
    shown = offered(later, qtbot)
    QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == typed
    assert later.files.path is None
    assert later.files.blog.root == folder
    assert [path.suffix for path in folder.iterdir()] == [".png"]


def test_several_posts_one_discarded_one_later(window, user, qtbot, post, tmp_path, again):
    other = post.with_name("other.md")
    other.write_text("---\ntitle: y\n---\n\nb\n")
    for path in (post, other):
        window.files.open(path)
        user.click(window.pane)
        user.press("Ctrl+End")
        user.type(f"in {path.stem}")
    crash(window)
    later = again()
    shown = offered(later, qtbot)
    names = {shown.posts.topLevelItem(row).text(0) for row in range(2)}
    assert names == {"post.md", "other.md"}
    QTest.mouseClick(shown.discard, Qt.MouseButton.LeftButton)
    assert shown.posts.topLevelItemCount() == 1
    QTest.mouseClick(shown.later, Qt.MouseButton.LeftButton)
    later.close()
    third = again()
    assert offered(third, qtbot).posts.topLevelItemCount() == 1
    assert len(list(journals_in(tmp_path / "state" / "journal" / KEPT))) == 1


def test_another_window_that_is_open_is_let_alone(window, user, qtbot, post, again):
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("still here")
    window.keeping.recovery.journaling.flush()
    later = again()
    qtbot.wait(700)
    assert "not saved" not in later.messages.text


def test_a_folder_that_can_not_be_written_is_told_once(window, user, qtbot, post, tmp_path):
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "journal").write_text("in the way")
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("a")
    qtbot.waitUntil(lambda: "save often" in window.messages.text, timeout=5_000)
    assert window.document.post.text.endswith("a")


def test_two_windows_on_one_post_know_of_each_other(window, user, qtbot, post, again, tmp_path):
    window.files.open(post)
    assert window.messages.text == ""
    later = again()
    later.files.open(post)
    assert "open in another window" in later.messages.text
    later.messages.clear()
    later.files.open(post.with_name("none.md"))
    later.tabs.close_tab()
    window.close()
    third = again()
    third.files.open(post.with_name("other.md"))
    later.close()
    third.files.open(post)
    assert "another window" not in third.messages.text
    third.close()
    assert list((tmp_path / "state" / "open").iterdir()) == []


def test_a_window_that_was_killed_has_nothing_open(window, qtbot, post, again):
    window.files.open(post)
    window.keeping.elsewhere._lock.unlock()  # what the system does when a process ends
    window.keeping.elsewhere._lock = None
    later = again()
    later.files.open(post)
    assert "another window" not in later.messages.text


def test_damaged_settings_are_told_of(qapp, qtbot, tmp_path, again):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text("{")
    window = again()
    assert "settings.damaged.json" in window.messages.text


def refusing(error, times):
    """A journal's writing that fails so many times."""
    write, left = Journal.write, [error] * times

    def attempt(journal):
        if left:
            raise left.pop()
        write(journal)

    return attempt


def test_what_a_full_disk_refused_is_written_when_there_is_room(window, post, qtbot, monkeypatch):
    monkeypatch.setattr(Journal, "write", refusing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 2))
    journaling = window.keeping.recovery.journaling
    journaling._again.setInterval(50)
    window.files.open(post)
    window.pane.setFocus()
    User(window, qtbot).type("日本")
    journaling.flush()
    qtbot.waitUntil(lambda: "No space left on device" in window.messages.text)
    qtbot.waitUntil(
        lambda: "日本" in "".join(one.text for one in map(read_journal, journals_in(journaling._own)) if one)
    )
    window.document.saved()


def test_what_nobody_foresaw_does_not_end_the_journal(window, post, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(Journal, "write", refusing(ValueError("odd"), 1))
    journaling = window.keeping.recovery.journaling
    window.files.open(post)
    window.pane.setFocus()
    user = User(window, qtbot)
    for word in ("日", "本"):
        user.type(word)
        journaling.flush()
    qtbot.waitUntil(
        lambda: "日本" in "".join(one.text for one in map(read_journal, journals_in(journaling._own)) if one)
    )
    assert [one.exc_type for one in told] == [ValueError]
    window.document.saved()
