"""Going to a heading by keys."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

TEXT = "---\ntitle: x\n---\n\n# 港\n\ntext\n\n## Boats\n\ntext\n\n# 山\n"


@pytest.fixture
def post(window, user, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    return window


def line(window):
    return window.pane.textCursor().block().text()


def test_a_heading_is_found_by_typing_and_by_arrows(post, user, qtbot):
    post.actions_["outline"].trigger()
    user.type("boa")
    user.press("Return")
    qtbot.waitUntil(lambda: line(post) == "## Boats", timeout=30_000)
    qtbot.waitUntil(post.pane.hasFocus, timeout=30_000)
    post.actions_["outline"].trigger()
    user.press("Down", "Return")  # before the headings are there
    qtbot.waitUntil(lambda: line(post) == "# 山", timeout=30_000)


def test_escape_leaves_the_caret_where_it_is(post, user):
    before = post.pane.textCursor().position()
    post.actions_["outline"].trigger()
    user.press("Escape")
    assert not post._outline.isVisible()
    assert post.pane.textCursor().position() == before


def drop(window, row, point):
    """Drop a row of the list at a place of it, as Qt does at the end of a drag."""
    listed = window._outline._list
    listed.setCurrentRow(row)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    listed.dropEvent(QDropEvent(QPointF(point), Qt.DropAction.MoveAction, QMimeData(), left, none))


def test_a_dragged_heading_takes_its_section_along(post, user, qtbot, tmp_path):
    post.actions_["outline"].trigger()
    listed = post._outline._list
    qtbot.waitUntil(lambda: listed.count() == 3, timeout=30_000)
    drop(post, 2, listed.visualItemRect(listed.item(0)).topLeft())
    qtbot.waitUntil(lambda: listed.item(0) is not None and listed.item(0).text() == "山", timeout=30_000)
    assert post.document.post.text == "---\ntitle: x\n---\n\n# 山\n\n# 港\n\ntext\n\n## Boats\n\ntext\n"
    assert [listed.item(row).text().strip() for row in range(3)] == ["山", "港", "Boats"]
    assert listed.currentRow() == 0
    drop(post, 1, listed.visualItemRect(listed.item(2)).bottomLeft())
    assert post.document.post.text.startswith("---\ntitle: x\n---\n\n# 山"), "a section does not go into itself"
    user.press("Escape")
    user.press("Ctrl+Z", "Ctrl+S")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == TEXT
