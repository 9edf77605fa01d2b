"""Pairs, sections, invisible characters, going to a line and printing, in the real window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QInputDialog

from editor.ui.theme.tokens import LIGHT


@pytest.fixture
def writing(opened, user):
    user.click(opened.pane)
    user.press("Ctrl+End")
    return opened


def test_pairs_are_written_left_and_taken_back(writing, user):
    before = writing.document.post.to_bytes()
    user.type('\n(a "b" [c](d) `e`) 海')
    assert writing.document.post.body.endswith('\n(a "b" [c](d) `e`) 海')
    user.type(" (")
    assert writing.document.post.body.endswith("海 ()")
    user.press("Backspace")
    assert writing.document.post.body.endswith("海 ")
    while writing.document.qt.isUndoAvailable():
        user.press("Ctrl+Z")
    assert writing.document.post.to_bytes() == before


def test_japanese_quotes_go_around_a_selection_by_the_input_method(writing, user):
    user.type("海")
    user.press("Shift+Left")
    user.compose("", "「")
    assert writing.document.post.body.endswith("two\n「海」")
    assert writing.pane.textCursor().selectedText() == "海"
    user.press("Ctrl+Z", "End", "Shift+Left")
    user.compose("「")  # a composition takes the selection's place, as everywhere
    user.compose("", "「")
    assert writing.document.post.body.endswith("two\n「")


def test_pairs_can_be_switched_off(writing, user):
    writing.actions_["auto_pairs"].setChecked(False)
    user.type("(")
    assert writing.document.post.body.endswith("two\n(")
    writing.actions_["auto_pairs"].setChecked(True)


def test_a_section_moves_by_key(writing, user):
    user.type("\n\n# A\n\na\n\n# B\n\nb")
    user.press("Alt+Shift+Up")
    assert writing.document.post.body.endswith("\n\n# B\n\nb\n\n# A\n\na")
    user.press("Ctrl+Z")
    assert writing.document.post.body.endswith("\n\n# A\n\na\n\n# B\n\nb")


def test_going_to_a_line_counts_as_the_status_bar_does(writing, monkeypatch, user):
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (2, True))
    user.press("Ctrl+L")
    assert writing.pane.textCursor().block().text() == "two"


def has_colour(window, name):
    image = window.pane.viewport().grab().toImage()
    wanted = QColor(name)
    return any(image.pixelColor(QPoint(x, y)) == wanted for x in range(400) for y in range(min(200, image.height())))


def test_a_zero_width_space_is_marked_and_others_on_demand(writing, user, qtbot):
    assert not has_colour(writing, LIGHT.problem)
    user.press("Ctrl+Home")
    writing.pane.insert("a\u200bb ")
    qtbot.waitUntil(lambda: has_colour(writing, LIGHT.problem))
    user.press("Ctrl+Z")
    qtbot.waitUntil(lambda: not has_colour(writing, LIGHT.problem))
    plain = writing.pane.viewport().grab().toImage()
    writing.actions_["show_invisible"].setChecked(True)
    qtbot.waitUntil(lambda: writing.pane.viewport().grab().toImage() != plain)
    writing.actions_["show_invisible"].setChecked(False)


def test_the_post_is_printed(writing, user, qtbot, tmp_path, monkeypatch):
    user.wait_for_preview("Body one")
    path = tmp_path / "out.pdf"

    def accept(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    writing.actions_["print"].trigger()
    qtbot.waitUntil(lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"), timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert not writing.messages.text


def test_the_preview_alone_and_back(writing, user, qtbot):
    user.press("Ctrl+F8")
    assert not writing.column.isVisible()
    assert writing.preview.isVisible()
    writing.actions_["reading"].trigger()
    assert writing.column.isVisible()
    assert writing.pane.hasFocus()
    user.type("x")
    assert writing.document.post.body == "Body one\ntwo\nx"


def test_letters_change_their_width_by_menu(writing, user):
    user.type("ＡＩ")
    user.press("Shift+Left", "Shift+Left")
    writing.actions_["half_width"].trigger()
    assert writing.document.post.body.endswith("\nAI")
    user.press("Ctrl+Z")
    assert writing.document.post.body.endswith("\nＡＩ")


def test_a_pair_in_a_line_with_letters_beyond_the_first_plane(writing, user):
    writing.pane.insert("😀𠮷 ")
    user.type("(")
    assert writing.document.post.body.endswith("\n😀𠮷 ()")
    user.press("Backspace")
    assert writing.document.post.body.endswith("\n😀𠮷 ")
