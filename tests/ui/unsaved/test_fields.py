"""Text of a form field that the post does not take is unsaved work: nothing that a user does loses it unasked.

Each kind of field gets a text that is refused (or that is not a value yet), and then goes through all that could lose
it: Save, closing the tab, showing another tab, opening another post, quitting, kill -9.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.post.field_texts import NEW_KEY
from editor.post.journal import KEPT, journals_in, read_journal
from editor.text.edit import Edit
from editor.ui.messages import Answer
from editor.ui.speaking import speak
from editor.ui.theme.tokens import DARK
from tests.ui.user import User, crash, offered

POST = """---
title: &t 'x'
titled: *t
date: 2025-11-02 12:54:50 +0000
tags: &l [a, b]
tagged: *l
description: &s 'said'
said: *s
flag: &f false
flagged: *f
n: 8
gallery:
  - src: a.jpg
    alt: A
image: &g
  path: /a.png
pictured: *g
---

Body one
"""
"""A change of a value that is repeated below it is refused: the other key would change, too."""


PLAIN = {
    ("title",): "x",
    ("date",): "2025-11-02 12:54:50 +0000",
    ("description",): "said",
    ("flag",): "false",
    ("n",): "8",
    ("gallery",): "- src: a.jpg\n    alt: A",
    ("image", "path"): "/a.png",
}
"""What its fields show when nothing is typed."""
OTHER = {**PLAIN, ("title",): "other", ("n",): "9"}


@dataclass(frozen=True)
class Case:
    """What is typed for a key, and what the field shows then."""

    path: tuple[str | int, ...]
    keys: tuple[str, ...]
    text: str
    shows: str
    named: str
    reason: str = "another key would change"


CASES = {
    "text": Case(("title",), ("End",), "日本y", "x日本y", "Title"),
    "long": Case(("description",), ("Ctrl+End",), "\nもっと", "said\nもっと", "description"),
    "raw": Case(("gallery",), ("Ctrl+End",), "\n写真", "- src: a.jpg\n    alt: A\n写真", "gallery", "this line is no"),
    "date": Case(("date",), ("Ctrl+A",), "next friday", "next friday", "Date", "is no date"),
    "date in Japanese": Case(("date",), ("Ctrl+A",), "来週の金曜", "来週の金曜", "Date", "is no date"),
    "date cleared": Case(("date",), ("Ctrl+A", "Delete"), "", "", "Date", "is no date"),
    "number": Case(("n",), ("Ctrl+A",), "eight", "eight", "n", "is no number"),
    "boolean": Case(("flag",), ("Space",), "", "true", "flag"),
    "list": Case(("tags",), (), "京都\n", "京都", "Tags"),
    "list, several": Case(("tags",), (), "c, d,", "c, d,", "Tags"),
    "list, typed only": Case(("tags",), (), "京", "京", "Tags"),
    "in a group": Case(("image", "path"), ("End",), "z", "/a.pngz", "image.path"),
    "name": Case((NEW_KEY,), (), "nam", "nam", "Name of the new field", "press Enter"),
    "name in a group": Case(("image", NEW_KEY), (), "alt\n", "alt", "Name of the new field"),
}


@pytest.fixture
def posts(window, tmp_path):
    """A post with a key of each kind, shown, and one beside it that is not open yet."""
    post, other = tmp_path / "post.md", tmp_path / "other.md"
    post.write_text(POST, encoding="utf-8")
    other.write_text(POST.replace("&t 'x'", "&t 'other'").replace("n: 8", "n: 9"), encoding="utf-8")
    window.form._more.setChecked(True)
    window.files.open(post)
    return post, other


def editor_of(window, path):
    return window.form._names.line(path[:-1]) if path[-1] == NEW_KEY else window.form.row(path).editor


def shows(window, path):
    """What a user sees in a field."""
    editor = editor_of(window, path)
    if path[-1] == NEW_KEY:
        return editor.line.text() if editor.line.isVisible() else ""
    kind = window.form.row(path).kind
    if kind == "chips":
        return editor._input.text()
    if kind == "boolean":
        return "true" if editor._box.isChecked() else "false"
    return editor._line.text() if kind == "date" else editor.text


def problem(window, path):
    return (editor_of(window, path) if path[-1] == NEW_KEY else window.form.row(path)).problem


def type_into(window, user, case):
    if case.path[-1] == NEW_KEY:
        editor_of(window, case.path)._button.click()
    else:
        window.form.focus(case.path)
    user.press(*case.keys)
    user.type(case.text)


def stands(window, case):
    """The field has its text; the post has not, and says so."""
    assert shows(window, case.path) == case.shows
    assert window.document.field_texts.get(case.path).text == case.shows
    assert window.document.modified
    assert window.isWindowModified()
    assert window.tabs.tabText(window.tabs.currentIndex()) == f"{window.files.name} •"


def answers(window, answer):
    """Collect what is asked, and answer it."""
    asked = []
    window.questions.save_changes = lambda name: asked.append(name) or answer
    return asked


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_field_shows_is_never_lost_unasked(window, user, qtbot, posts, case, again):
    post, other = posts
    type_into(window, user, case)
    stands(window, case)
    assert window.document.post.text == POST

    # Save
    window.pane.setFocus()
    user.press("Ctrl+S")
    stands(window, case)
    assert post.read_text(encoding="utf-8") == POST
    assert case.named in window.messages.text
    assert case.reason in problem(window, case.path)
    assert editor_of(window, case.path).isAncestorOf(user.focus)
    qtbot.waitUntil(lambda: window.form.viewport().rect().intersects(in_view(window, case.path)))

    # Open another post, which has fields of the same names
    window.files.open(other)
    assert (shows(window, case.path), problem(window, case.path)) == (OTHER.get(case.path, ""), "")
    assert not window.document.modified
    assert not window.isWindowModified()
    user.press("Ctrl+S")
    assert "'other'" in window.document.post.text

    # Switch tabs and come back
    user.press("Ctrl+PgUp")
    assert window.files.path == post
    stands(window, case)
    assert case.reason in problem(window, case.path)

    # Close the tab, quit
    asked = answers(window, Answer.CANCEL)
    user.press("Ctrl+W")
    assert not window.close()
    assert asked == ["post.md", "post.md"]
    stands(window, case)
    asked = answers(window, Answer.SAVE)
    user.press("Ctrl+W")
    assert window.files.path == post, "what could not be saved keeps its post open"
    stands(window, case)

    # kill -9
    crash(window)
    later = again()
    later.form._more.setChecked(True)
    shown = offered(later, qtbot)
    assert case.shows in shown._said.text()
    QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    stands(later, case)
    assert case.reason in problem(later, case.path)

    # The user's own choice: Escape shows what the post has
    later.activateWindow()
    later.form.show_unsaved(case.path)
    User(later, qtbot).press("Escape")
    assert (shows(later, case.path), problem(later, case.path)) == (PLAIN.get(case.path, ""), "")
    assert not later.document.modified
    assert later.document.post.text == POST


def in_view(window, path):
    editor = editor_of(window, path)
    row = editor if path[-1] == NEW_KEY else window.form.row(path)
    label = row._problem
    return label.rect().translated(label.mapTo(window.form.viewport(), label.rect().topLeft()))


# -- what else may happen while a text stands in a field


def refuse(window, user, path=("date",), text="来週の金曜"):
    """Type what is refused into a field."""
    window.form.focus(path)
    user.press("Ctrl+A")
    user.type(text)
    assert window.document.field_texts.get(path).text == text


def test_two_fields_are_named_and_what_was_accepted_is_saved(window, user, posts):
    post, _ = posts
    refuse(window, user)
    refuse(window, user, ("n",), "eight")
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("more")
    user.press("Ctrl+S")
    assert post.read_text(encoding="utf-8") == POST + "more"
    assert "Date, n" in window.messages.text
    assert window.document.modified
    assert not window.document.text_modified
    window.form.focus("date")
    user.press("Ctrl+A")
    user.type("2026-01-02")
    assert window.document.modified
    window.form.focus("n")
    user.press("Escape")
    user.press("Ctrl+S")
    assert post.read_text(encoding="utf-8") == POST.replace("2025-11-02", "2026-01-02") + "more"
    assert not window.document.modified
    assert window.messages.text == ""


def test_what_becomes_right_is_written_by_save(window, user, posts):
    """An item that is typed and not added yet goes into the list, as by Enter."""
    post, other = posts
    post.write_text("---\ntitle: x\ntags: [a]\n---\n\nb\n")
    window.files.open(other)
    window.tabs.reread(frozenset({post.resolve()}))
    window.files.open(post)
    window.form.focus("tags")
    user.type("港")
    assert window.document.modified
    user.press("Ctrl+S")
    assert post.read_text() == "---\ntitle: x\ntags: [a, 港]\n---\n\nb\n"
    assert not window.document.modified


def test_an_item_being_typed_stays_with_its_post(window, user, posts):
    """A row of the form is used again for the next post; text in it is not that post's."""
    _, other = posts
    other.write_text("---\ntitle: y\ntags: [a]\n---\n\nb\n")
    window.form.focus("tags")
    user.type("海")
    window.files.open(other)
    window.form.focus("tags")
    window.form.focus("title")
    assert window.document.post.text == "---\ntitle: y\ntags: [a]\n---\n\nb\n"
    window.tabs.do_previous_tab()
    assert window.form.row("tags").editor._input.text() == "海"


def test_a_word_being_composed_stays_with_its_post(window, user, posts):
    _, other = posts
    post = posts[0]
    post.write_text("---\ntitle: x\n---\n\nb\n")
    window.tabs.reread(frozenset({post.resolve()}))
    window.form.focus("title")
    user.press("End")
    user.compose("みなと")
    window.files.open(other)
    assert window.document.post.text == other.read_text(encoding="utf-8")
    assert window.form.row("title").editor.text == "other"
    window.tabs.do_previous_tab()
    assert window.form.row("title").editor.text == "xみなと"
    assert "title: xみなと\n" in window.document.post.text


@pytest.mark.parametrize("leave", ["another post", "close", "quit"])
def test_a_word_being_composed_in_a_blank_post_is_unsaved(window, user, posts, leave):
    window.do_new()
    user.compose("みなと")
    asked = answers(window, Answer.CANCEL)
    if leave == "another post":
        window.files.open(posts[1])
        window.tabs.do_previous_tab()
    elif leave == "close":
        assert not window.tabs.close_tab()
    else:
        assert not window.close()
    assert len(asked) == (leave != "another post")
    assert window.form.row("title").editor.text == "みなと"
    assert "title: みなと\n" in window.document.post.text


def test_undo_and_redo_leave_it_alone(window, user, posts):
    refuse(window, user)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("more")
    user.press("Ctrl+Z")
    assert window.document.post.text == POST
    window.form.focus("date")
    user.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    assert window.document.modified
    window.form.focus("date")
    user.press("Escape")
    assert window.form.row("date").editor._line.text() == "2025-11-02 12:54:50 +0000"


def test_it_stays_when_undo_takes_its_key_away(window, user, posts):
    window.form.add_key("updated")
    user.type("someday")
    assert window.form.row("updated").problem != ""
    user.press("Ctrl+Z")
    assert window.document.post.text == POST
    assert window.form.row("updated").editor._line.text() == "someday"
    window.form.focus("updated")
    user.press("Escape")
    assert window.form.row("updated") is None or window.form.row("updated").editor._line.text() == ""
    assert not window.document.modified


def test_another_program_changes_the_file(window, user, posts):
    """The text is read again where it was not changed here; the field keeps its own."""
    post, _ = posts
    refuse(window, user)
    post.write_text(POST + "theirs\n", encoding="utf-8")
    window.keeping.watching.look()
    assert window.document.post.text == POST + "theirs\n"
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    assert "is no date" in window.form.row("date").problem
    assert window.document.modified
    journaling = window.keeping.recovery.journaling
    journaling.flush()
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("mine")
    post.write_text(POST + "theirs again\n", encoding="utf-8")
    window.keeping.watching.look()
    assert "you have changes" in window.messages.text
    assert window.document.post.text == POST + "theirs\nmine"
    assert window.form.row("date").editor._line.text() == "来週の金曜"


def test_another_program_changes_the_file_and_then_the_power_goes(window, user, qtbot, posts, again):
    post, _ = posts
    refuse(window, user)
    post.write_text(POST + "theirs\n", encoding="utf-8")
    window.keeping.watching.look()
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("mine")
    crash(window)
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    assert later.document.post.text == POST + "theirs\nmine"
    assert later.form.row("date").editor._line.text() == "来週の金曜"


def test_save_as_keeps_it(window, user, posts, tmp_path, monkeypatch):
    refuse(window, user)
    new = tmp_path / "copy.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(new), ""))
    assert not window.files.save_as()
    assert new.read_text(encoding="utf-8") == POST
    assert window.files.path == new
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    assert window.document.modified
    assert "Date" in window.messages.text


def test_front_matter_as_text_and_back(window, user, posts):
    _, other = posts
    refuse(window, user)
    window.actions_["show_header"].setChecked(True)
    assert window.document.modified
    window.files.open(other)
    assert window.form.isVisible(), "the other post shows its form"
    window.tabs.do_previous_tab()
    assert not window.form.isVisible()
    window.actions_["show_header"].setChecked(False)
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    assert "is no date" in window.form.row("date").problem
    window.actions_["show_header"].setChecked(True)
    window.pane.setFocus()
    user.press("Ctrl+S")
    assert window.form.isVisible()
    assert window.form.row("date").editor.isAncestorOf(user.focus)


@pytest.mark.parametrize("hide", ["show_form", "reading", "more"])
def test_save_shows_a_field_that_is_hidden(window, user, qtbot, posts, hide):
    refuse(window, user, ("gallery",), "- a: [")
    window.pane.setFocus()
    if hide == "more":
        window.form._more.setChecked(False)
    else:
        window.actions_[hide].setChecked(hide == "reading")
    assert not window.form.row("gallery").isVisible()
    window.do_save()
    assert window.form.row("gallery").isVisible()
    assert window.form.row("gallery").editor.isAncestorOf(user.focus)
    qtbot.waitUntil(lambda: window.form.viewport().rect().contains(in_view(window, ("gallery",))))


def test_broken_front_matter_is_mended_as_text(window, user, posts):
    """While nothing of it can be read, the field keeps what was typed; Save puts it in once it can be."""
    post, _ = posts
    refuse(window, user, ("n",), "eight")
    broken = Edit(POST.index("n: 8"), POST.index("n: 8"), "bad: [\n")
    window.document.apply(broken)
    assert window.document.header.error is not None
    window.form.focus("n")
    user.press("Ctrl+A")
    user.type("9")
    assert window.document.field_texts.get(("n",)).text == "9"
    window.document.apply(Edit(broken.start, broken.start + len(broken.new), ""))
    assert window.form.row("n").editor.text == "9"
    user.press("Ctrl+S")
    assert post.read_text(encoding="utf-8") == POST.replace("n: 8", "n: 9")
    assert not window.document.modified


def test_language_and_theme_change(window, user, posts):
    refuse(window, user)
    refuse(window, user, ("gallery",), "- a: [")
    window.form.focus(("tags",))
    user.type("港")
    before = window.document.post.text
    window.form.retell()
    window.set_colours(DARK)
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    assert window.form.row("gallery").editor.text == "- a: ["
    assert "港" in (window.form.row("tags").editor._input.text(), *window.document.header.field("tags").value)
    assert window.document.post.text == before


FORMATS = {
    "TOML": ('+++\ntitle = "x"\ndate = 2026-01-07\nn = 8\n+++\n\nb\n', "hugo.toml"),
    "JSON": ('{\n  "title": "x",\n  "date": "2026-01-07",\n  "n": 8\n}\n\nb\n', "hugo.toml"),
    "Pelican": ("Title: x\nDate: 2026-01-07\n\nb\n", "pelicanconf.py"),
    "no front matter": ("b\n", "_config.yml"),
}


@pytest.mark.parametrize(("text", "site"), FORMATS.values(), ids=FORMATS)
def test_every_format(window, user, qtbot, tmp_path, again, text, site):
    (tmp_path / "blog" / "content").mkdir(parents=True)
    (tmp_path / "blog" / site).write_text("")
    post = tmp_path / "blog" / "content" / "x.md"
    post.write_text(text)
    window.files.open(post)
    fields = [("date",), *([("n",)] if window.document.header.field("n") else [])]
    for path in fields:
        window.form.focus(path)
        user.press("Ctrl+A")
        user.type("来週 next")
        assert window.form.row(path).problem != "", path
    window.tabs._put_aside()
    window.tabs._take_up(window.tabs._shown)
    user.press("Ctrl+S")
    assert post.read_text() == text
    crash(window)
    later = again()
    QTest.mouseClick(offered(later, qtbot).restore, Qt.MouseButton.LeftButton)
    for path in fields:
        assert shows(later, path) == "来週 next"
    assert later.document.post.text == text


def test_what_a_field_of_a_group_or_a_refusal_says_is_plain_text(window, user, posts):
    refuse(window, user, text=f"<b>bold</b> {'x' * 900}")
    row = window.form.row("date")
    assert "<b>bold</b>" in row.problem
    assert row.minimumSizeHint().width() < 900
    window.do_save()
    assert "<b>bold</b>" in window.messages.text


def test_removing_a_key_or_choosing_in_the_calendar_takes_its_text_away(window, user, posts):
    refuse(window, user, ("n",), "eight")
    window.form.remove_key("n")
    assert window.document.field_texts.get(("n",)) is None
    window.document.undo()
    assert window.form.row("n").editor.text == "8"
    refuse(window, user)
    field = window.form.row("date").editor
    field.show_popup()
    field.popup.show_date("2025-11-02 12:54:50 +0000")
    field.popup._emit()
    assert field._line.text() == "2025-11-02 12:54:50 +0000"
    assert not window.document.modified


def test_discarded_text_is_kept_for_a_month(window, user, posts, tmp_path):
    refuse(window, user)
    answers(window, Answer.DISCARD)
    window.close()
    kept = [read_journal(path) for path in journals_in(tmp_path / "state" / "journal" / KEPT)]
    assert [[one.text for one in found.fields] for found in kept] == [["来週の金曜"]]


def test_a_refusal_to_quit_keeps_the_journal_of_a_post_that_was_to_be_discarded(window, user, posts, tmp_path, again):
    """Discard for the first post, Cancel for the second: both stay open, and both are still written down."""
    post, other = posts
    refuse(window, user)
    window.files.open(other)
    refuse(window, user, text="someday")
    left = [Answer.CANCEL, Answer.DISCARD]
    window.questions.save_changes = lambda _: left.pop()
    assert not window.close()
    crash(window)
    folder = tmp_path / "state" / "journal"
    found = [read_journal(path) for sub in folder.iterdir() if sub.name != KEPT for path in journals_in(sub)]
    assert {one.beginning.path: one.fields[0].text for one in found} == {post: "来週の金曜", other: "someday"}


def test_all_lines_of_a_field_are_in_sight(window, user, posts):
    """Japanese letters of another font make a line higher than those of the field's own font."""
    window.form.focus("gallery")
    user.press("Ctrl+End")
    user.type("\n写真\n海")
    text = window.form.row("gallery").editor._text
    assert text.firstVisibleBlock().blockNumber() == 0
    last = text.document().lastBlock()
    bottom = text.blockBoundingGeometry(last).translated(text.contentOffset()).bottom()
    assert bottom <= text.viewport().height()


@pytest.mark.parametrize(
    ("path", "typed", "rest", "then"),
    [
        (("n",), "12,5", "Backspace Backspace", POST.replace("n: 8", "n: 12")),
        (("date",), "2026-01-05 1", "2 : 3 4 : 5 6", POST.replace("2025-11-02 12:54:50", "2026-01-05 12:34:56")),
        (("gallery",), "- src: b.jpg\n  - [", "]", POST.replace("- src: a.jpg\n    alt: A", "- src: b.jpg\n  - []")),
    ],
    ids=["number", "date", "raw"],
)
def test_the_beginning_of_a_text_that_is_refused_is_not_written(window, user, posts, path, typed, rest, then):
    """ "12" of "12,5" is a number, and the post has it for a moment; when the whole is refused it has the old value."""
    post, _ = posts
    window.form.focus(path)
    user.press("Ctrl+A")
    user.type(typed)
    assert window.document.field_texts.get(path).text == typed
    assert window.document.post.text == POST
    window.do_save()
    assert post.read_text(encoding="utf-8") == POST
    user.press("Escape")
    assert shows(window, path) == PLAIN[path]
    user.press("Ctrl+A")
    user.type(typed)
    user.press(*rest.split())
    assert window.document.post.text == then
    assert not window.document.field_texts
    user.press("Ctrl+Z")
    assert window.document.post.text == POST


def test_reasons_follow_the_language(window, user, posts):
    refuse(window, user)
    refuse(window, user, ("gallery",), "- a: [")
    window.form._names.line(())._button.click()
    user.type("nam")
    window.do_save()
    try:
        speak("ja")
        window.form.retell()
        assert "日付" in window.form.row("date").problem
        assert "変えられません" in window.form.row("gallery").problem
    finally:
        speak("en")
    window.form.retell()
    assert "is no date" in window.form.row("date").problem
    assert "press Enter" in window.form._names.line(()).problem
    assert window.document.post.text == POST


def test_revert_and_taking_theirs_are_the_users_choice(window, user, posts):
    post, _ = posts
    refuse(window, user)
    window.questions.revert = lambda _: False
    window.files.revert()
    assert window.form.row("date").editor._line.text() == "来週の金曜"
    window.questions.revert = lambda _: True
    window.files.revert()
    assert window.form.row("date").editor._line.text() == "2025-11-02 12:54:50 +0000"
    assert not window.document.modified
    refuse(window, user)
    user.click(window.pane)
    user.type("mine")
    post.write_text(POST + "theirs\n", encoding="utf-8")
    window.keeping.watching.look()
    next(one for one in window.messages.buttons if one.text() == "Take theirs").click()
    assert window.document.post.text == POST + "theirs\n"
    assert not window.document.field_texts
    assert not window.document.modified


def test_looking_at_the_file_in_the_way_of_save_as_gives_nothing_up(window, user, posts, tmp_path, monkeypatch):
    """The post stays open with its changes, so its journal must stay, too."""
    _, other = posts
    refuse(window, user)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("more")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    monkeypatch.setattr(window.files, "_stamp_of", lambda _: None)  # it came while the dialog was open
    assert not window.files.save_as()
    next(one for one in window.messages.buttons if one.text() == "Open theirs").click()
    assert window.files.path == other
    crash(window)
    folder = tmp_path / "state" / "journal"
    found = [read_journal(path) for sub in folder.iterdir() if sub.name != KEPT for path in journals_in(sub)]
    assert [(one.text, one.fields[0].text) for one in found] == [(POST + "more", "来週の金曜")]
