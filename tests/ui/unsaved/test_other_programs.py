"""Refused text, words being composed and the caret stay while other programs rewrite the file in every way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.user import User, crash, offered

POST = "---\ntitle: 題\ndate: 2025-11-02\ntags: [a]\n---\n\n本文 one\n\ntwo words\n"


@pytest.fixture
def user(window, qtbot):
    return User(window, qtbot)


@pytest.fixture
def post(window, tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(POST.replace("\n", "\r\n").encode())
    window.files.open(path)
    return path


def refuse(window, user):
    window.form.focus("date")
    user.press("Ctrl+A")
    user.type("来週")

    def shown():
        return window.form.row("date").editor._line.text()

    return shown


def caret(window, before):
    at = window.document.to_qt(window.document.post.text.index(before))
    window.pane.select(at, at)


def behind(window):
    at = window.document.from_qt(window.pane.textCursor().position())
    return window.document.post.text[at : at + 5]


REWRITTEN = {
    "line ends": POST.encode(),
    "line ends and words": POST.replace("one", "1\n\nnew").encode(),
    "UTF-8 with a mark": POST.replace("\n", "\r\n").encode("utf-8-sig"),
    "UTF-16": POST.encode("utf-16"),
    "other front matter": POST.replace("tags: [a]", "tags: [b]\nnew: 1").encode(),
    "no front matter": POST[POST.index("本文") :].encode(),
}


@pytest.mark.parametrize("data", REWRITTEN.values(), ids=REWRITTEN)
def test_rewritten_and_rewritten_again(window, user, qtbot, post, data, again):
    shown = refuse(window, user)
    caret(window, "words")
    for number in range(2):  # read again twice
        post.write_bytes(data + (b"" if number == 0 or data[:2] in (b"\xff\xfe", b"\xfe\xff") else b"end\n"))
        window.keeping.watching.look()
        assert window.document.post.to_bytes() == post.read_bytes()
        assert shown() == "来週"
        assert window.document.modified
        assert not window.document.text_modified
        assert behind(window) == "words"
    crash(window)
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    assert later.form.row("date").editor._line.text() == "来週"
    assert later.document.post.to_bytes() == post.read_bytes()


def test_in_shift_jis_it_is_not_taken_and_nothing_is_lost(window, user, post):
    """Such a file can't be told from others surely: what is open stays, and is never written over it."""
    shown = refuse(window, user)
    data = POST.encode("shift_jis")
    post.write_bytes(data)
    window.keeping.watching.look()
    assert shown() == "来週"
    assert window.document.modified
    assert "one" in window.document.post.text
    window.do_save()
    assert post.read_bytes() == data


def test_emptied_deleted_and_made_again(window, user, post):
    shown = refuse(window, user)
    whole = window.document.post.text
    post.write_bytes(b"")
    window.keeping.watching.look()
    assert shown() == "来週"
    window.pane.setFocus()
    user.press("Ctrl+Z")
    assert window.document.post.text == whole, "what was there comes back by undo"
    user.press("Ctrl+Shift+Z")
    post.unlink()
    window.keeping.watching.look()
    assert shown() == "来週"
    assert window.document.modified
    post.write_bytes(POST.encode())
    window.keeping.watching.look()
    assert shown() == "来週"
    window.form.focus("date")
    user.press("Ctrl+A")
    user.type("2026-01-01")
    assert window.document.header.field("date").value != "2025-11-02" or "2026-01-01" in window.document.post.text


@pytest.mark.parametrize("aside", [False, True])
def test_a_file_that_is_moved_keeps_its_unsaved_work(window, user, qtbot, post, tmp_path, aside, again):
    shown = refuse(window, user)
    window.pane.setFocus()
    user.press("Ctrl+End")
    user.type("more")
    text = window.document.post.text
    window.keeping.recovery.journaling.flush()
    if aside:
        other = tmp_path / "other.md"
        other.write_text(POST, encoding="utf-8")
        window.files.open(other)
    new = post.with_name("renamed.md")
    post.rename(new)
    window.tabs.follow(lambda path: new if path == post else path, frozenset())
    if aside:
        window.tabs.do_previous_tab()
    assert window.files.path == new
    assert shown() == "来週"
    crash(window)
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    assert later.form.row("date").editor._line.text() == "来週"
    assert later.files.path == new
    assert later.document.post.text == text
    assert not post.exists()


# -- Tab and clicks while an input method composes


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab", "click"])
@pytest.mark.parametrize("field", ["title", "date", "tags"])
def test_leaving_a_field_keeps_the_word_being_composed(window, user, post, field, key):
    window.form.focus(field)
    user.press("End")
    user.compose("みなと")
    if key == "click":
        user.click(window.pane)
    else:
        user.press(key)
    row = window.form.row(field)
    unsaved = window.document.field_texts.get((field,))
    assert "みなと" in window.document.post.text or (unsaved is not None and "みなと" in unsaved.text)
    assert window.document.modified
    assert not row.editor._composition.active


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab", "Ctrl+S", "click"])
def test_a_word_being_composed_in_the_text_stays(window, user, post, key):
    window.pane.setFocus()
    caret(window, "two")
    user.compose("みなと")
    if key == "click":
        user.click(window.form.row("title").editor._text)
    else:
        user.press(key)
    composing = window.pane.textCursor().block().layout().preeditAreaText()
    assert composing == "みなと" or "みなと" in window.document.post.text
    user.compose("", "港")
