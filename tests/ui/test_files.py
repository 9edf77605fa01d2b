"""Opening and saving in the window, and everything that can be wrong with a file."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.text.edit import Edit
from editor.ui.messages import Answer
from tests.ui.user import POST, in_dialog


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\0\0", "zero byte"),
        (b"x" * (20 * 2**20 + 1), "at most 20 MB"),
        ("a\ufdd0".encode(), "U+FDD0"),
    ],
    ids=["binary", "large", "noncharacter"],
)
def test_what_can_not_be_edited_is_shown_and_never_written(window, user, tmp_path, data, words):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    window.files.open(path)
    assert words in window.messages.text
    assert "bad.md" in window.messages.text
    assert window.pane.isReadOnly()
    window.pane.setFocus()
    user.type("x")
    assert not window.files.save()
    assert path.read_bytes() == data


CONTROLS = [chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 133, 0x200B, 0xFFFE, 0xFFFF)]


@pytest.mark.parametrize(
    "text",
    [
        *(POST + "line\n" * 36 + f"a{character}b\n" for character in CONTROLS),
        POST + "\0",
        f"\ufeff\ufeff{POST}",
        "\ufeff\ufeff\ufeff\n",
        POST + "".join(CONTROLS) * 2 + "\n" + "text " * 100,
    ],
)
def test_odd_characters_are_edited_around_and_kept(window, user, tmp_path, text):
    path = tmp_path / "odd.md"
    path.write_bytes(text.encode())
    window.files.open(path)
    assert not window.pane.isReadOnly()
    assert window.document.post.to_bytes() == text.encode()
    window.document.apply(Edit(window.document.post.length, window.document.post.length, "end"))
    assert window.files.save()
    assert path.read_bytes() == f"{text}end".encode()
    window.document.undo()
    assert window.document.post.to_bytes() == text.encode()
    window.document.redo()
    assert window.files.save()
    assert path.read_bytes() == f"{text}end".encode()


def test_a_zero_byte_is_shown_copied_and_found(opened, user):
    from editor.writing.marks import ALWAYS

    end = opened.document.post.length
    opened.document.apply(Edit(end, end, "before\0after"))
    assert ALWAYS.search("before\0after") is not None
    opened.pane.selectAll()
    opened.pane.copy()
    before = opened.document.post.text
    opened.pane.paste()
    assert opened.document.post.text == before


@pytest.mark.parametrize("name", ["gone.md", "."])
def test_what_can_not_be_opened_leaves_the_open_post(opened, tmp_path, name):
    opened.files.open(tmp_path / name)
    assert opened.document.post.text == POST
    assert str(tmp_path) in opened.messages.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"---\ntitle: x\nBody", "Line 1, column 1: the front matter opened here is never closed"),
        (b"---\ntitle: 'x\n---\n", "Line 2, column 8: the quote opened here is never closed"),
        (b"---js\n{ title: run() }\n---\n", "never run"),
    ],
)
def test_a_header_that_has_no_form_is_shown_as_text_with_the_reason(window, tmp_path, data, words):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    window.files.open(path)
    assert words in window.form._notice.text()
    assert window.document.boundary == 0
    assert window.document.post.to_bytes() == data


@pytest.mark.parametrize("data", [b"", b"no header"])
def test_a_post_without_header_gets_one_from_the_form(window, user, tmp_path, data):
    path = tmp_path / "plain.md"
    path.write_bytes(data)
    window.files.open(path)
    window.form.focus("title")
    user.type("x")
    gap = b"\n" if data else b""
    assert window.document.post.to_bytes() == b"---\ntitle: x\n---\n" + gap + data
    user.press("Ctrl+Z")
    assert window.document.post.to_bytes() == data


def test_a_file_changed_by_others_is_not_overwritten_unless_wanted(opened, user, post):
    opened.pane.setFocus()
    user.type("mine ")
    post.write_bytes(b"theirs")
    user.press("Ctrl+S")
    assert post.read_bytes() == b"theirs"
    assert "was changed by another program" in opened.messages.text
    opened.messages.buttons[0].click()
    assert post.read_bytes() == POST.replace("Body", "mine Body").encode()
    assert not opened.document.modified


def test_a_character_that_the_encoding_lacks_is_said_and_utf_8_offered(window, user, tmp_path):
    path = tmp_path / "sjis.md"
    data = "---\ntitle: 港町の朝\n---\n\n六時に起きると、町はまだ静かでした。漁船が戻ります。\n".encode("cp932")
    path.write_bytes(data)
    window.files.open(path)
    window.pane.setFocus()
    user.type("🎉")
    assert not window.files.save()
    assert path.read_bytes() == data
    assert "Shift_JIS has no “🎉”" in window.messages.text
    window.messages.buttons[0].click()
    assert path.read_bytes().decode() == window.document.post.text


@pytest.mark.parametrize("answer", list(Answer))
def test_closing_asks_before_text_is_lost(opened, user, post, answer, monkeypatch):
    monkeypatch.setattr(opened.questions, "save_changes", lambda name: answer)
    opened.pane.setFocus()
    user.type("new ")
    closed = opened.close()
    assert closed == (answer is not Answer.CANCEL)
    assert post.read_bytes().startswith(
        POST.replace("Body", "new Body").encode() if answer is Answer.SAVE else POST.encode()
    )


def test_save_as_and_revert(opened, user, tmp_path, monkeypatch):
    target = tmp_path / "other.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened.pane.setFocus()
    user.type("new ")
    user.press("Ctrl+Shift+S")
    assert target.read_bytes() == POST.replace("Body", "new Body").encode()
    assert (tmp_path / "post.md").read_bytes() == POST.encode()
    assert opened.files.path == target
    user.type("more ")
    monkeypatch.setattr(opened.questions, "revert", lambda name: True)
    opened.do_revert()
    assert opened.document.post.to_bytes() == target.read_bytes()


def test_a_disk_that_refuses_keeps_the_text(opened, user, post, monkeypatch):
    opened.pane.setFocus()
    user.type("new ")
    monkeypatch.setattr(
        "editor.post.files.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    user.press("Ctrl+S")
    assert "the disk is full" in opened.messages.text
    assert post.read_bytes() == POST.encode()
    assert "new Body" in opened.document.post.text
    assert opened.document.modified


def test_recent_files_are_remembered_newest_first(opened, tmp_path, sample_copy):
    opened.files.open(sample_copy)
    opened._recent.fill()
    assert [action.text() for action in opened._recent.actions()] == [str(sample_copy), str(tmp_path / "post.md")]


@pytest.mark.parametrize(
    ("button", "answer"),
    [("Save", Answer.SAVE), ("Discard", Answer.DISCARD), ("Cancel", Answer.CANCEL), ("", Answer.CANCEL)],
)
def test_the_question_before_changes_are_lost(window, button, answer):
    given = []

    def choose(box):
        box.button(QMessageBox.StandardButton[button]).click() if button else box.reject()

    in_dialog(QMessageBox, lambda: given.append(window.questions.save_changes("a.md")), choose)
    assert given == [answer]


@pytest.mark.parametrize("button", ["Discard", "Cancel"])
def test_the_question_before_a_post_goes_back(window, button):
    given = []
    in_dialog(
        QMessageBox,
        lambda: given.append(window.questions.revert("a.md")),
        lambda box: box.button(QMessageBox.StandardButton[button]).click(),
    )
    assert given == [button == "Discard"]
