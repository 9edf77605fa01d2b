"""Text of a form field that the post does not take is unsaved work: nothing that a user does loses it unasked.

Each kind of field gets a text that is refused (or that is not a value yet), and then goes through all that could lose
it: Save, closing the tab, showing another tab, opening another post, quitting, kill -9.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from editor.post.field_texts import NEW_KEY
from editor.settings import Settings
from editor.ui.keeping import Keeping
from editor.ui.messages import Answer
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import close_unasked
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
    "name in a group": Case(("image", NEW_KEY), (), "alt\n", "alt", "Name of the new field", "press Enter"),
}


def begin(window, qtbot):
    """Show a window with its journal and without its preview, which these tests do not need."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.keeping = Keeping(window, window._icons, window._settings)
    return window


@pytest.fixture
def window(still, qtbot):
    return begin(still, qtbot)


@pytest.fixture
def again(qapp, qtbot, tmp_path):
    """Start the program once more."""
    windows = []

    def start():
        windows.append(Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT))
        return begin(windows[-1], qtbot)

    yield start
    for one in windows:
        close_unasked(one)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
