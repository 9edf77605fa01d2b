"""A post whose file can't be read any more keeps what was typed: nothing is given up before another version is there."""

from __future__ import annotations

import pytest

from editor.ui.messages import Answer
from tests.ui.user import User, crash, offered

POST = "---\ntitle: x\ndate: 2025-11-02\n---\n\nBody\n"


@pytest.fixture
def user(window, qtbot):
    return User(window, qtbot)


@pytest.fixture
def post(window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(POST)
    window.files.open(path)
    return path


def refuse(window, user):
    window.form.focus("date")
    user.press("Ctrl+A")
    user.type("someday")
    assert window.form.row("date").editor._line.text() == "someday"


UNREADABLE = {
    "not UTF-8": POST.encode() + b"\xff\xfe\x80 \x81\n",
    "a character that Qt can't hold": (POST + "\ufdd0\n").encode(),
    "too large": b"x" * 70_000_000,
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_another_program_makes_a_file_that_cannot_be_edited(window, user, post, data):
    refuse(window, user)
    post.write_bytes(data)
    window.keeping.watching.look()
    assert window.form.row("date").editor._line.text() == "someday"
    assert window.document.post.text == POST
    assert window.document.modified
    assert window.messages.text
    assert not window.files.save()
    assert post.read_bytes() == data


WAYS = {
    "revert": lambda window, post: window.files.revert(),
    "take theirs": lambda window, post: window.keeping.watching._take(post),
    "open theirs": lambda window, post: window.files._open_theirs(post),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_going_back_to_a_file_that_is_gone_keeps_all(window, user, qtbot, post, way, again):
    refuse(window, user)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("mine")
    post.unlink()
    window.questions.revert = lambda _: True
    way(window, post)
    assert window.document.post.text == POST + "mine"
    assert window.form.row("date").editor._line.text() == "someday"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pane.setFocus()
    user.press("Ctrl+End")
    user.type(" more")
    crash(window)
    later = again()
    offered(later, qtbot).restore.click()
    assert later.document.post.text == POST + "mine more"
    assert later.form.row("date").editor._line.text() == "someday"


def test_the_offer_to_restore_comes_back_after_other_messages(window, user, qtbot, post, again, tmp_path):
    refuse(window, user)
    crash(window)
    later = again()
    qtbot.waitUntil(lambda: "unsaved changes" in later.messages.text, timeout=20_000)
    other = tmp_path / "other.md"
    other.write_text(POST)
    later.files.open(other)
    assert "unsaved changes" in later.messages.text
    later.messages.say("Something else.", topic="else")
    assert later.messages.text == "Something else."
    later.messages.clear("else")
    assert "unsaved changes" in later.messages.text
    assert [one.text() for one in later.messages.buttons] == ["Show them"]
    later.messages._close.click()
    assert later.messages.text == ""
    later.messages.say("Something else.", topic="else")
    later.messages.clear()
    assert later.messages.text == ""
    later.questions.save_changes = lambda _: Answer.DISCARD
