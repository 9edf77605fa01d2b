"""Several posts in the real window: each keeps its undo, caret and scroll place; the session; closing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.settings import Settings
from editor.ui.messages import Answer
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window


@pytest.fixture
def three(window, user, tmp_path):
    """Three posts open, the last one shown, the caret in its text."""
    for name in ("a", "b", "c"):
        path = tmp_path / f"{name}.md"
        lines = "".join(f"{name} {number}\n" for number in range(200))
        path.write_text(f"---\ntitle: {name}\n---\n\n{lines}")
        window.files.open(path)
    user.click(window.pane)
    user.press("Ctrl+Home")
    return window


def names(window):
    return [window.tabs.tabText(index) for index in range(window.tabs.count())]


def test_each_post_keeps_undo_and_bytes(three, user, tmp_path):
    before = {name: (tmp_path / f"{name}.md").read_bytes() for name in "abc"}
    user.type("C海")
    three.files.open(tmp_path / "a.md")
    user.type("A")
    assert names(three) == ["a.md •", "b.md", "c.md •"]
    user.press("Ctrl+PgUp")
    assert three.files.path.name == "c.md"
    user.press("Ctrl+S")
    assert (tmp_path / "c.md").read_bytes() == before["c"].replace(b"\n\nc 0", "\n\nC海c 0".encode())
    user.press("Ctrl+Z", "Ctrl+Z", "Ctrl+S", "Ctrl+PgDown")
    user.press("Ctrl+Z", "Ctrl+S")
    assert {name: (tmp_path / f"{name}.md").read_bytes() for name in "abc"} == before
    assert names(three) == ["a.md", "b.md", "c.md"]


def test_caret_and_scroll_place_come_back(three, user, qtbot, tmp_path):
    user.press(*["Down"] * 150)
    caret = three.pane.textCursor().position()
    top = three.pane.verticalScrollBar().value()
    assert top > 0
    three.files.open(tmp_path / "a.md")
    assert three.pane.verticalScrollBar().value() == 0
    three.files.open(tmp_path / "c.md")
    qtbot.waitUntil(lambda: three.pane.verticalScrollBar().value() == top)
    assert three.pane.textCursor().position() == caret


def test_form_and_preview_show_the_post_of_the_tab(three, user, qtbot, tmp_path):
    user.wait_for_preview("c 199")
    user.press("Ctrl+PgUp")
    user.wait_for_preview("b 199")
    assert three.document.header.field("title").value == "b"
    three.form.focus("title")
    user.press("Ctrl+A")
    user.type("新")
    user.press("Ctrl+S")
    assert (tmp_path / "b.md").read_text().startswith("---\ntitle: 新\n---\n\nb 0\n")
    assert (tmp_path / "c.md").read_text().startswith("---\ntitle: c\n---\n")


def test_ctrl_tab_goes_by_recent_use(three, user, tmp_path):
    three.files.open(tmp_path / "a.md")
    user.click(three.pane)

    def walk(times):
        for _ in range(times):
            three.actions_["recent_tab"].trigger()
        QTest.keyRelease(three.pane, Qt.Key.Key_Control)
        return three.files.path.stem

    assert walk(1) == "c"
    assert walk(1) == "a"
    assert walk(2) == "b"
    assert walk(1) == "a"


def test_a_changed_post_is_not_closed_unasked(three, user, monkeypatch):
    user.type("X")
    asked = []
    monkeypatch.setattr(three.questions, "save_changes", lambda name: asked.append(name) or Answer.CANCEL)
    user.press("Ctrl+W")
    assert (asked, three.tabs.count()) == (["c.md"], 3)
    monkeypatch.setattr(three.questions, "save_changes", lambda name: asked.append(name) or Answer.DISCARD)
    user.press("Ctrl+W")
    assert (asked, names(three)) == (["c.md", "c.md"], ["a.md", "b.md"])


def test_the_last_tab_leaves_an_empty_post(opened, user):
    user.click(opened.pane)
    user.press("Ctrl+W")
    assert opened.files.path is None
    assert not opened.document.modified
    assert opened.tabs.count() == 1


def test_leaving_asks_for_every_changed_post(three, user, tmp_path, monkeypatch):
    user.type("X")
    three.files.open(tmp_path / "a.md")
    user.type("Y")
    asked = []
    monkeypatch.setattr(three.questions, "save_changes", lambda name: asked.append(name) or Answer.SAVE)
    assert three.tabs.may_leave_all()
    assert sorted(asked) == ["a.md", "c.md"]
    assert "Xc 0" in (tmp_path / "c.md").read_text()
    assert "Ya 0" in (tmp_path / "a.md").read_text()


def test_opening_an_open_file_shows_its_tab(three, tmp_path):
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    three.files.open(tmp_path / "link.md")
    assert (three.files.path.name, three.tabs.count()) == ("a.md", 3)


def test_a_file_that_can_not_be_read_opens_no_tab(three, tmp_path):
    three.files.open(tmp_path / "missing.md")
    assert three.tabs.count() == 3
    assert "missing.md" in three.messages.text


def test_the_session_comes_back(three, user, qtbot, tmp_path):
    user.press(*["Down"] * 120)
    caret = three.pane.textCursor().position()
    user.press("Ctrl+PgUp")
    three.tabs.remember()
    (tmp_path / "a.md").unlink()
    other = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
    qtbot.addWidget(other)
    assert other.tabs.restore()
    assert names(other) == ["b.md", "c.md"]
    assert other.files.path.name == "b.md"
    other.files.open(tmp_path / "c.md")
    assert other.pane.textCursor().position() == caret
    other.preview.dispose()


def test_a_damaged_session_is_no_reason_to_stop(window):
    window._settings.set("session", ["x", [1, 2, 3], ["/nowhere.md", 1, 1], None, ["/", -1, 0]])
    assert not window.tabs.restore()
    assert window.tabs.count() == 1


@pytest.mark.parametrize(
    "row",
    [
        ["{}", 10**30, 10**30],
        ["{}", -5, -5],
        ["\udcff\ud800", 0, 0],
        ["x" * 100_000, 0, 0],
        ["a\0b", 0, 0],
        ["{}", 1, 1],
    ],
    ids=["huge", "negative", "surrogates", "long", "zero byte", "twice"],
)
def test_a_damaged_row_costs_no_other(window, tmp_path, row):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\n---\n\ntext\n")
    window._settings.set("session", [[row[0].format(path), *row[1:]], [str(path), 6, 0]])
    assert window.tabs.restore()
    assert names(window) == ["a.md"]
    assert window.document.post.text.endswith("text\n")


@pytest.mark.parametrize("shown", [0, 20, 44])
def test_the_shown_post_of_many_comes_back(window, tmp_path, shown):
    for number in range(45):
        path = tmp_path / f"{number:02}.md"
        path.write_text("text\n")
        window.files.open(path)
    window.tabs.show_tab(window.tabs.tabData(shown))
    window.tabs.remember()
    session = [row[0] for row in window._settings.get("session")]
    assert len(session) == 40
    assert str(window.files.path) in session


def test_a_file_of_the_session_that_is_gone_is_told(three, user, qtbot, tmp_path):
    three.tabs.remember()
    other = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
    qtbot.addWidget(other)
    assert other.tabs.restore()
    (tmp_path / "b.md").unlink()
    assert other.tabs.close_tab()  # "c.md"; what was used before it comes up
    other.tabs.show_tab(other.tabs.tabData(names(other).index("b.md")))
    assert "b.md" in other.messages.text
    assert other.files.path is None
    assert other.document.post.text == ""
    other.files.open(tmp_path / "a.md")
    assert other.document.header.field("title").value == "a"
    other.preview.dispose()


def test_two_untitled_posts_can_be_saved(window, user, tmp_path, monkeypatch):
    for name in ("one", "two"):
        window.do_new()
        user.click(window.pane)
        user.type(name)
    assert names(window) == ["Untitled post •", "Untitled post •"]
    for name in ("two", "one"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / f"{name}.md"), ""))
        user.press("Ctrl+S", "Ctrl+PgUp")
    assert (tmp_path / "one.md").read_text().endswith("one")
    assert (tmp_path / "two.md").read_text().endswith("two")


def test_a_picture_of_another_tab_is_taken_back_there(window, user, qtbot, tmp_path, monkeypatch):
    from tests.ui.test_pictures import copy_image

    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"{name}\n")
        window.files.open(tmp_path / f"{name}.md")
    user.click(window.pane)
    copy_image()
    user.press("Ctrl+V")
    saved = tmp_path / "images/b.png"
    assert saved.exists()
    window.files.open(tmp_path / "a.md")
    window.files.open(tmp_path / "b.md")
    user.press("Ctrl+Z")
    qtbot.waitUntil(lambda: not saved.exists())
    assert window.document.post.text == "b\n"
