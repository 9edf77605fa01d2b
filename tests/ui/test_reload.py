"""A post that another program changed: caret, selection, scroll position, undo and marks follow what differs."""

import random

import pytest
from PySide6.QtGui import QTextCursor

from editor.post.post import Post
from editor.text.source import decode
from editor.ui.document import PostDocument
from editor.ui.text_look import TextLook
from editor.ui.text_pane import TextPane
from editor.ui.text_place import TextPlace
from editor.ui.theme.tokens import LIGHT

HEAD = "---\ntitle: x\ntags: [a]\n---\n\n"
LINES = [f"段落 {number} の文 𠮷 with words, {'and more ' * (number % 12)}end." for number in range(60)]
BODY = "\n\n".join(LINES) + "\n"


@pytest.fixture
def pane(qtbot):
    shown = TextPane(PostDocument(), LIGHT, TextLook())
    TextPlace(shown)
    qtbot.addWidget(shown)
    shown.resize(420, 300)
    shown.show()
    return shown


def read(text, *, ends="\n"):
    return Post(decode(text.replace("\n", ends).encode()))


def put(pane, first, last=None, *, backward=False):
    """Select from one text to another, or put the caret before the first."""
    document = pane.post_document
    text = document.post.text
    ends = [text.index(first), text.index(last) + len(last) if last is not None else text.index(first)]
    pane.select(*(document.to_qt(at) for at in (reversed(ends) if backward else ends)))


def around(pane, size=8):
    """What stands before and behind the caret."""
    document = pane.post_document
    at, text = document.from_qt(pane.textCursor().position()), document.post.text
    return text[max(0, at - size) : at], text[at : at + size]


def selected(pane):
    return pane.textCursor().selectedText().replace("\u2029", "\n")


CHANGES = {
    "above": lambda text: text.replace(LINES[2], "新しい行\n\n🎉 another"),
    "shorter above": lambda text: text.replace("\n\n".join(LINES[:20]) + "\n\n", ""),
    "front matter": lambda text: text.replace("tags: [a]\n", "tags:\n- a\n- b\ndraft: true\n"),
    "no front matter": lambda text: text.removeprefix(HEAD),
    "below": lambda text: text.replace(LINES[50], "x"),
    "above and below": lambda text: (
        text.replace(LINES[0], "🎉").replace(LINES[45], "").replace("title: x", "title: 𠮷")
    ),
    "many places": lambda text: text.replace("words", "🎉 other words").replace("文", "文章"),
    "order": lambda text: text.replace(LINES[1], "§").replace(LINES[3], LINES[1]).replace("§", LINES[3]),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("change", CHANGES)
def test_caret_scroll_position_and_undo_follow(pane, change, ends):
    document = pane.post_document
    document.open(read(HEAD + BODY, ends=ends))
    put(pane, "段落 30")
    pane.centerCursor()
    pane.select(*[pane.textCursor().position() + 6] * 2)
    before = around(pane, 4)
    height = pane.cursorRect().top()
    assert pane.verticalScrollBar().value() > 0
    text = CHANGES[change](HEAD + BODY)
    document.reload(read(text, ends=ends))
    assert document.post.to_bytes() == text.replace("\n", ends).encode()
    assert not document.modified
    assert around(pane, 4)[0] == before[0]
    assert abs(pane.cursorRect().top() - height) <= 2, "the line stays at its height"
    pane.undo_step()
    assert document.post.to_bytes() == (HEAD + BODY).replace("\n", ends).encode()
    assert document.modified


def test_only_the_changed_word_loses_its_caret(pane):
    pane.post_document.open(read(HEAD + "The cat sat on the 敷物 here.\n"))
    put(pane, "on the")
    pane.post_document.reload(read(HEAD + "A big dog sat on this 敷物 here, too.\n"))
    assert around(pane)[0].endswith("dog sat ")
    assert around(pane)[1].startswith("on this ")


@pytest.mark.parametrize("backward", [False, True])
def test_a_selection_stays_over_the_same_words(pane, backward):
    pane.post_document.open(read(HEAD + BODY))
    put(pane, "段落 3 ", "段落 9 の", backward=backward)
    words = selected(pane)
    text = (HEAD + BODY).replace("段落 3 ", "新 段落 3 ").replace("段落 9 の", "段落 9 の新").replace(LINES[5], "🎉")
    pane.post_document.reload(read(text.replace(LINES[0], "")))
    assert selected(pane) == words.replace(LINES[5], "🎉")
    cursor = pane.textCursor()
    assert (cursor.position() < cursor.anchor()) is backward


def test_a_caret_in_a_passage_that_is_gone_goes_to_its_place(pane):
    pane.post_document.open(read(HEAD + BODY))
    put(pane, "words, and more and more and more end.")
    pane.post_document.reload(read((HEAD + BODY).replace(LINES[3] + "\n\n", "")))
    assert around(pane, 2) == ("\n\n", "段落")
    assert around(pane, 5)[1] == "段落 4 "


def test_a_caret_at_the_beginning_of_a_line_stays_with_it(pane):
    pane.post_document.open(read(HEAD + BODY))
    put(pane, "段落 7")
    pane.post_document.reload(read((HEAD + BODY).replace("段落 7", "new\n段落 7")))
    assert around(pane, 4)[1] == "段落 7"


def test_marks_and_earlier_undo_steps_follow(pane):
    document = pane.post_document
    document.open(read(HEAD + BODY))
    put(pane, "段落 9", "段落 9 の")
    mark = QTextCursor(pane.textCursor())
    pane.setFocus()
    put(pane, "段落 40")
    pane.insert("typed ")
    document.saved()
    before = document.post.text
    document.reload(read(before.replace(LINES[1], "x").replace(LINES[50], "y")))
    assert mark.selectedText() == "段落 9 の"
    assert around(pane, 6) == ("typed ", "段落 40 ")
    pane.undo_step()
    assert document.post.text == before
    pane.undo_step()
    assert document.post.text == HEAD + BODY


@pytest.mark.parametrize("ends", ["\r\n", "mixed", "utf-8-sig"])
def test_a_file_that_is_spelled_otherwise_is_read_anew_at_the_same_place(pane, ends):
    document = pane.post_document
    document.open(read(HEAD + BODY))
    put(pane, "段落 30")
    text = HEAD + BODY.replace(LINES[2], "x")
    data = text.replace("\n", "\r\n", -1 if ends != "mixed" else 9).encode("utf-8-sig" if "utf" in ends else "utf-8")
    document.reload(Post(decode(data)))
    assert document.post.to_bytes() == data
    assert around(pane, 5)[1] == "段落 30"
    assert not document.modified


@pytest.mark.parametrize("seed", range(20))
def test_any_change_of_lines_keeps_a_caret_in_a_line_that_stays(pane, seed):
    dice = random.Random(seed)
    lines = [f"{number} 行 {dice.choice(['𠮷', 'word', '', '🎉 x'])}" for number in range(40)]
    document = pane.post_document
    document.open(read(HEAD + "\n".join(lines)))
    kept = dice.choice(lines)
    put(pane, f"\n{kept}")
    distance = dice.randint(1, len(kept))
    at = document.from_qt(pane.textCursor().position()) + distance
    pane.select(*[document.to_qt(at)] * 2)
    changed = list(lines)
    for _ in range(dice.randint(1, 12)):
        row = dice.randint(0, len(changed) - 1)
        if changed[row] == kept:
            changed.insert(row, dice.choice(["", "new 行", "🎉"]))
        elif dice.random() < 0.5:
            del changed[row]
        else:
            changed[row] = dice.choice(["", "x", changed[row] + "𠮷"])
    text = dice.choice([HEAD, "---\ntitle: 魚\n---\n", ""]) + "\n".join(changed)
    document.reload(read(text))
    caret = document.from_qt(pane.textCursor().position())
    start = text.rindex("\n", 0, caret) + 1 if "\n" in text[:caret] else 0
    assert text[start:].split("\n", 1)[0] == kept
    assert caret - start == distance - 1


def test_posts_in_other_tabs_follow_too(window, user, tmp_path):
    paths = [tmp_path / f"{name}.md" for name in "ab"]
    for path in paths:
        path.write_text(HEAD + BODY, encoding="utf-8")
        window.files.open(path)
    window.tabs.show_open(paths[0])
    put(window.pane, "段落 30", "段落 30 の")
    window.pane.centerCursor()
    window.tabs.show_open(paths[1])
    paths[0].write_text(HEAD + BODY.replace(LINES[3], "🎉\n\n\nx").replace(LINES[40], ""), encoding="utf-8")
    window.tabs.reread(frozenset({paths[0].resolve()}))
    window.tabs.show_open(paths[0])
    assert window.document.post.text == paths[0].read_text(encoding="utf-8")
    assert selected(window.pane) == "段落 30 の"
    assert not window.document.modified


def test_the_more_fields_and_the_raw_front_matter_stay_as_they_were(window, tmp_path, qtbot):
    path = tmp_path / "post.md"
    path.write_text(HEAD.replace("tags", "one: 1\ntwo: 2\ntags") + BODY, encoding="utf-8")
    window.files.open(path)
    for shown in (True, False):
        window.form._more.setChecked(shown)
        path.write_text(path.read_text(encoding="utf-8").replace("one: 1\n", "one: 1\nnew: z\n"), encoding="utf-8")
        window.tabs.reread(frozenset({path.resolve()}))
        assert window.form._more.isChecked() is shown
        assert window.document.header.field("new") is not None
    window.document.show_header(True)
    path.write_text(path.read_text(encoding="utf-8").replace("two: 2", "two: 3"), encoding="utf-8")
    window.tabs.reread(frozenset({path.resolve()}))
    assert window.document.header_shown


def test_going_back_to_the_file_keeps_the_caret_and_can_be_undone(window, user, tmp_path, monkeypatch):
    path = tmp_path / "post.md"
    path.write_text(HEAD + BODY, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    put(window.pane, "段落 2 ")
    window.pane.insert("typed\n\n")
    put(window.pane, "段落 30")
    typed = window.document.post.text
    monkeypatch.setattr(window.files._questions, "revert", lambda _: True)
    window.files.revert()
    assert window.document.post.text == HEAD + BODY
    assert around(window.pane, 5)[1] == "段落 30"
    user.press("Ctrl+Z")
    assert window.document.post.text == typed
    assert window.document.modified


def test_a_reload_waits_for_the_end_of_a_composition(window, user, tmp_path, qtbot):
    path = tmp_path / "post.md"
    path.write_text(HEAD + BODY, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    user.compose("にほん")
    path.write_text(HEAD + BODY.replace(LINES[0], "theirs"), encoding="utf-8")
    window.keeping.watching.look()
    assert "theirs" not in window.document.post.text
    assert window.pane.is_composing
    user.compose("")
    window.keeping.watching.look()
    assert "theirs" in window.document.post.text
