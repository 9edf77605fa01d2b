"""Focus mode, typewriter scrolling, and the counts of what is selected."""

import pytest
from PySide6.QtGui import QTextCursor


@pytest.fixture
def long_post(window, tmp_path):
    path = tmp_path / "long.md"
    path.write_text(
        "---\ntitle: x\n---\n\n" + "\n\n".join(f"paragraph {n}\nsecond line" for n in range(200)), encoding="utf-8"
    )
    window.files.open(path)
    return window


def faint(window):
    """The texts that are shown faintly."""
    return [selection.cursor.selectedText() for selection in window.pane.extraSelections()]


def test_the_paragraph_that_is_written_is_shown_alone(long_post, user):
    window = long_post
    user.click(window.pane)
    window.actions_["focus_mode"].trigger()
    window.pane.go_to_line(4 + 3)
    above, below = faint(window)
    assert above.endswith("second line\u2029\u2029")
    assert below.startswith("\u2029paragraph 2")
    user.press("Down")
    user.type("!")
    assert faint(window)[1].startswith("\u2029paragraph 2")
    window.actions_["focus_mode"].trigger()
    assert faint(window) == []
    assert window.document.post.text.count("!") == 1


def test_the_line_stays_at_one_height(long_post, user):
    window = long_post
    user.click(window.pane)
    window.actions_["typewriter"].trigger()
    window.pane.go_to_line(100)
    heights = set()
    for _ in range(12):
        user.press("Down")
        heights.add(round(window.pane.cursorRect().top() / window.document.layout.pitch))
    assert len(heights) <= 2
    middle = window.pane.viewport().height() / window.document.layout.pitch / 2
    assert all(abs(height - middle) < 4 for height in heights)


def test_both_are_remembered(long_post):
    long_post.actions_["focus_mode"].trigger()
    long_post.actions_["typewriter"].trigger()
    assert long_post._settings.get("focus_mode") is True
    assert long_post._settings.get("typewriter") is True


def test_a_selection_is_counted(long_post, qtbot):
    window = long_post
    qtbot.waitUntil(lambda: " min" in window.status.counts, timeout=10_000)
    whole = window.status.counts
    cursor = window.pane.textCursor()
    cursor.setPosition(window.document.boundary)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    window.pane.setTextCursor(cursor)
    assert window.status.counts == "selected: 10 characters · 2 words"
    cursor.clearSelection()
    window.pane.setTextCursor(cursor)
    assert window.status.counts == whole


def test_a_composition_in_the_paragraph_is_not_faint(long_post, user):
    window = long_post
    user.click(window.pane)
    window.actions_["focus_mode"].trigger()
    window.pane.go_to_line(4 + 3)
    user.compose("にほんご")
    selections = window.pane.extraSelections()
    start = selections[1].cursor.selectionStart()
    assert window.document.qt.findBlock(start).position() == start
    user.compose("")
    window.actions_["focus_mode"].trigger()
