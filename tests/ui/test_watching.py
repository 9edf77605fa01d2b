"""Files that another program changes under an open post: noticed at once, never overwritten, brought together."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.export.conflict_view import ConflictDialog
from tests.ui.user import in_dialog

LINES = "".join(f"line {number}\r\n\r\n" for number in range(80))
TEXT = f"---\r\ntitle:  'x' # kept\r\n---\r\n\r\none\r\n\r\n{LINES}last\r\n"


@pytest.fixture
def post(tmp_path, window):
    path = tmp_path / "blog" / "post.md"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    window.files.open(path)
    return path


def replace(path, old, new):
    """As git, editors and synchronising programs write: a new file under the old name."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
    os.replace(fresh, path)


def press(window, text):
    button = next(one for one in window.messages.buttons if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(window, qtbot, words):
    qtbot.waitUntil(lambda: words in window.messages.text, timeout=10_000)


def test_a_post_without_changes_is_read_again_where_it_stands(window, user, qtbot, post):
    user.click(window.pane)
    user.press(*["PgDown"] * 3)
    caret, top = window.pane.textCursor().position(), window.pane.verticalScrollBar().value()
    assert top > 0
    replace(post, "last", "LAST")
    told(window, qtbot, "read again")
    assert "LAST" in window.document.post.text
    assert not window.document.modified
    qtbot.waitUntil(lambda: window.pane.verticalScrollBar().value() == top)
    assert window.pane.textCursor().position() == caret
    window.keeping.watching.look()
    assert "read again" in window.messages.text, "it stays in sight when the file is looked at again"
    post.write_bytes(post.read_bytes().replace(b"LAST", b"Last"))  # written in place
    qtbot.waitUntil(lambda: "Last" in window.document.post.text, timeout=10_000)


def change(window, user, text="mine"):
    user.click(window.pane)
    user.press("Ctrl+Home", "End")
    user.type(text)


def test_both_versions_brought_together(window, user, qtbot, post):
    change(window, user)
    replace(post, "last", "LAST")
    told(window, qtbot, "was changed by another program")
    press(window, "Bring both together")
    text = window.document.post.text
    assert "onemine" in text
    assert "LAST" in text
    assert window.files.save()
    assert post.read_bytes() == TEXT.replace("one\r\n", "onemine\r\n", 1).replace("last", "LAST").encode()
    user.click(window.pane)
    user.press("Ctrl+Z")
    assert "last" in window.document.post.text


def test_the_same_place_is_decided_by_the_writer(window, user, qtbot, post):
    change(window, user)
    replace(post, "one\r\n", "theirs\r\n")
    told(window, qtbot, "was changed by another program")

    def decide(dialog):
        dialog.places[0][0].group.button(3).click()
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    in_dialog(ConflictDialog, lambda: press(window, "Bring both together"), decide)
    assert "onemine\ntheirs\n" in window.document.post.text
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.files.save()


def test_keep_mine(window, user, qtbot, post):
    change(window, user)
    replace(post, "last", "LAST")
    told(window, qtbot, "was changed by another program")
    press(window, "Keep mine")
    assert b"LAST" in post.read_bytes(), "nothing is written before the writer saves"
    assert window.files.save()
    assert post.read_bytes() == TEXT.replace("one\r\n", "onemine\r\n", 1).encode()


def test_take_theirs(window, user, qtbot, post):
    change(window, user)
    replace(post, "last", "LAST")
    told(window, qtbot, "was changed by another program")
    press(window, "Take theirs")
    assert window.document.post.to_bytes() == TEXT.replace("last", "LAST").encode()
    assert not window.document.modified


def test_a_save_before_anything_was_noticed_is_refused(window, user, qtbot, post):
    change(window, user)
    replace(post, "last", "LAST")
    assert not window.files.save()
    assert b"LAST" in post.read_bytes()
    assert "changed by another program" in window.messages.text


def test_deleted_and_saved_again(window, user, qtbot, post):
    change(window, user)
    post.unlink()
    told(window, qtbot, "was deleted or moved")
    press(window, "Save it there again")
    assert post.read_bytes() == TEXT.replace("one\r\n", "onemine\r\n", 1).encode()


def test_written_with_the_same_bytes_says_nothing(window, user, qtbot, post):
    change(window, user)
    replace(post, "nothing like this", "")
    qtbot.wait(700)
    assert window.messages.text == ""


def test_a_post_in_another_tab_is_read_again_when_it_is_shown(window, user, qtbot, post, tmp_path):
    other = tmp_path / "blog" / "other.md"
    other.write_text("---\ntitle: y\n---\n\nb\n")
    window.files.open(other)
    replace(post, "last", "LAST")
    window.files.open(post)
    qtbot.waitUntil(lambda: "LAST" in window.document.post.text, timeout=10_000)


def test_other_words_of_the_same_line_are_brought_together(window, user, qtbot, post):
    """The writer changes the beginning of a line, the other program its end."""
    post.write_bytes(TEXT.replace("one\r\n", "朝の散歩に行きました、そして one two three\r\n", 1).encode())
    window.files.open(post, here=True)
    user.click(window.pane)
    user.press("Ctrl+Home")
    user.type("今日の")
    replace(post, "two three", "two four")
    told(window, qtbot, "was changed by another program")
    press(window, "Bring both together")
    assert "今日の朝の散歩に行きました、そして one two four\n" in window.document.post.text


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("post.sync-conflict-20260102-030405-ABCDEF7.md", "Syncthing"),
        ("post (Taro's conflicted copy 2026-01-02).md", "Dropbox"),
        ("post (太郎の競合コピー 2026-01-02).md", "Dropbox"),
        ("post (conflicted copy 2026-01-02 030405).md", "Nextcloud"),
    ],
)
def test_a_copy_of_a_synchronising_program_is_told_of_and_compared(window, user, qtbot, post, name, program):
    copy = post.with_name(name)
    copy.write_bytes(TEXT.replace("last", "other").encode())
    told(window, qtbot, f"{program} keeps another version of post.md")
    press(window, "Compare")
    history = window.history.window
    qtbot.waitUntil(lambda: "+other" in history.text.toPlainText().replace("+ ", "+"), timeout=10_000)
    assert program in history.versions.currentItem().text(2)
    QTest.mouseClick(history.passage, Qt.MouseButton.LeftButton)
    assert "\nother\n" in window.document.post.text
    history.close()
    assert copy.exists()


def test_what_is_no_copy(window, qtbot, post):
    for name in ("post2.md", "post (draft).md", "post.sync-conflict.md", "poster (conflicted copy).md"):
        post.with_name(name).write_bytes(b"x")
    window.keeping.watching.look()
    assert window.messages.text == ""
