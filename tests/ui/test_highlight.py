"""Marks shown in the text pane: the lines in sight, after any edit as after opening, also around a composition."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from editor.ui.theme.fonts import aligned_families
from editor.ui.theme.tokens import DARK, LIGHT
from tests.ui.user import User

BODY = """# 見出し

a **bold** b

```python
def f():
    return "x"
```

- one
> two
"""


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: x\n---\n\n{BODY}", encoding="utf-8")
    return path


def units(text, start, length):
    """A piece of a text by Qt's UTF-16 places."""
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")


def formats(window):
    """What each visible line shows: (text, bold, colour)."""
    found = []
    block = window.document.qt.begin()
    while block.isValid():
        if block.isVisible():
            text = block.text()
            pieces = [
                (
                    text[one.start : one.start + one.length],
                    one.format.fontWeight(),
                    one.format.foreground().color().name(),
                )
                for one in block.layout().formats()
            ]
            found.append((text, pieces))
        block = block.next()
    return found


def repaint(window, qtbot):
    """Wait until the pane has been drawn as it is now."""
    window.pane.viewport().update()
    coloured = window.pane.highlighter.colours
    qtbot.waitUntil(lambda: not window.pane._unseen and coloured.is_current, timeout=30_000)
    qtbot.wait(1)


def test_marks_are_dimmed_and_what_they_mark_is_shown(window, qtbot, post):
    window.files.open(post)
    repaint(window, qtbot)
    shown = dict(formats(window))
    bold = QFont.Weight.Bold
    assert [piece[:2] for piece in shown["a **bold** b"] if piece[1] == bold] == [("bold", bold)]
    assert [piece[:2] for piece in shown["# 見出し"] if piece[1] == bold] == [("見出し", bold)]
    assert "def" in [piece[0] for piece in shown["def f():"]]
    assert shown["- one"][0][0] == "- "


def test_nothing_that_is_shown_changes_the_post_or_can_be_undone(window, qtbot, post):
    window.files.open(post)
    repaint(window, qtbot)
    window.set_colours(DARK)
    repaint(window, qtbot)
    assert not window.document.modified
    assert not window.document.qt.isUndoAvailable()
    assert window.document.post.to_bytes() == post.read_bytes()


@pytest.mark.parametrize("seed", range(20))
def test_after_any_edits_lines_look_as_after_opening(window, qtbot, post, seed):
    dice = random.Random(seed)
    window.files.open(post)
    user = User(window, qtbot)
    user.click(window.pane)
    for _ in range(25):
        length = len(window.document.post.text)
        cursor = window.pane.textCursor()
        low = window.document.from_qt(window.document.boundary)
        cursor.setPosition(window.document.to_qt(dice.randint(low, length)))
        if dice.random() < 0.3:
            cursor.setPosition(window.document.to_qt(dice.randint(low, length)), QTextCursor.MoveMode.KeepAnchor)
        window.pane.setTextCursor(cursor)
        action = dice.random()
        if action < 0.2:
            user.press(dice.choice(["Ctrl+Z", "Ctrl+Y", "Backspace", "Return"]))
        elif action < 0.5:
            window.pane.insertPlainText(dice.choice(["```\n", "\n```js\n", "~~~", "\n\n", "**x** 😀 `y`"]))
        else:
            user.type(dice.choice("`*a_ ~\n#"))
    window.pane.highlighter.show(window.document.qt.begin(), 1e6)  # as if all lines were in sight
    now = formats(window)
    post.write_bytes(window.document.post.to_bytes())
    window.document.saved()
    window.files.open(post)
    window.pane.highlighter.show(window.document.qt.begin(), 1e6)
    assert formats(window) == now


def test_marks_stay_while_an_input_method_composes(window, qtbot, post):
    window.files.open(post)
    repaint(window, qtbot)
    user = User(window, qtbot)
    user.click(window.pane)
    cursor = window.pane.textCursor()
    cursor.setPosition(window.document.post.text.index(" b\n"))
    window.pane.setTextCursor(cursor)
    user.compose("にほん")
    block = window.pane.textCursor().block()
    bold = [one for one in block.layout().formats() if one.format.fontWeight() == QFont.Weight.Bold]
    assert [(one.start, one.length) for one in bold] == [(4, 4)]
    cursor.setPosition(window.document.post.text.index("a **bold"))
    user.compose("")
    window.pane.setTextCursor(cursor)
    user.compose("にほん")
    bold = [one for one in block.layout().formats() if one.format.fontWeight() == QFont.Weight.Bold]
    assert [(one.start, one.length) for one in bold] == [(4 + 3, 4)]
    user.compose("", "日本")
    assert window.pane.textCursor().block().text() == "日本a **bold** b"
    bold = [one for one in block.layout().formats() if one.format.fontWeight() == QFont.Weight.Bold]
    assert [(one.start, one.length) for one in bold] == [(6, 4)]


def test_lines_get_their_looks_when_they_come_into_sight(window, qtbot, tmp_path):
    path = tmp_path / "long.md"
    path.write_text("\n\n".join(f"**w{number}** text" for number in range(3000)), encoding="utf-8")
    window.files.open(path)
    repaint(window, qtbot)
    last = window.document.qt.lastBlock()
    assert last.layout().formats() == []
    window.pane.verticalScrollBar().setValue(window.pane.verticalScrollBar().maximum())
    repaint(window, qtbot)
    assert last.layout().formats() != []


def test_the_front_matter_opens_no_code_block(window, qtbot, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\ntext: |\n  ```\n---\n\n**bold**\n\n```\ncode\n```\n", encoding="utf-8")
    window.files.open(path)
    repaint(window, qtbot)
    shown = dict(formats(window))
    assert ("bold", QFont.Weight.Bold) in [piece[:2] for piece in shown["**bold**"]]
    assert [piece[0] for piece in shown["code"]] == ["code"]


def clause(start, length, *, chosen=False):
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    if chosen:
        form.setBackground(QColor("#123456"))
        form.setForeground(QColor("white"))
    return QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, start, length, form)


def test_a_composition_is_underlined_and_its_clause_marked_in_the_theme_s_colours(window, qtbot, post):
    window.files.open(post)
    repaint(window, qtbot)
    user = User(window, qtbot)
    user.click(window.pane)
    QApplication.sendEvent(window.pane, QInputMethodEvent("日本ごに", [clause(0, 2, chosen=True), clause(2, 2)]))
    layout = window.pane.textCursor().block().layout()
    at = layout.preeditAreaPosition()
    shown = [one for one in layout.formats() if at <= one.start < at + 4]
    assert [(one.start - at, one.length, one.format.fontUnderline()) for one in shown] == [(0, 4, True), (0, 2, True)]
    assert shown[1].format.background().color() == QColor(LIGHT.selection)
    assert not shown[1].format.hasProperty(QTextFormat.Property.ForegroundBrush)
    user.compose("", "")
    assert not [one for one in layout.formats() if one.format.fontUnderline()]


@pytest.mark.parametrize(("width", "zoom"), [(900, 0), (2000, 0), (900, 12)])
def test_an_input_method_is_told_where_the_caret_is(window, qtbot, post, width, zoom):
    window.resize(width, 800)
    window.files.open(post)
    window.pane.set_look(replace(window.pane.look, size=16 + zoom))
    repaint(window, qtbot)
    User(window, qtbot).click(window.pane)
    window.pane.insert("海" * 120)  # wraps
    qtbot.wait(50)
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImCursorRectangle)
    QApplication.sendEvent(window.pane, query)
    told = query.value(Qt.InputMethodQuery.ImCursorRectangle)
    seen = window.pane.cursorRect().translated(window.pane.viewport().pos())
    assert window.pane.viewport().pos().x() > 0
    assert abs(told.left() - seen.left()) <= 1
    assert abs(told.center().y() - seen.center().y()) <= 1


def test_cells_stand_in_letters_of_one_width(window, qtbot, tmp_path):
    path = tmp_path / "table.md"
    path.write_text("| 海 | b |\n|---|---|\n\ntext\n", encoding="utf-8")
    window.files.open(path)
    repaint(window, qtbot)
    block = window.document.qt.begin()
    widest = next(one for one in block.layout().formats() if one.length == len(block.text()))
    assert widest.format.fontFamilies() == aligned_families()
    assert not window.document.qt.findBlockByNumber(3).layout().formats()
