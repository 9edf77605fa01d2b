"""Renaming with links, publishing, duplicating, deleting: by keys in the real window, comparing every file's bytes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox

from editor.ui.move_dialog import MoveDialog
from tests.files import write
from tests.ui.user import in_dialog

OLD, OTHER, DRAFT = "_posts/2026-01-02-朝.md", "_posts/2026-01-03-other.md", "_drafts/idea.md"
FILES = {
    "_config.yml": "permalink: /:title/\nplugins: [jekyll-redirect-from]\ntimezone: Asia/Tokyo\n",
    OLD: "---\ntitle:  '朝' # kept\ndate: 2026-01-02 07:00:00 +0900\n---\n\n![鳥](/assets/2026-01-02-朝/bird.png)\n",
    OTHER: "---\r\ntitle: o\r\n---\r\n\r\n[朝]({% post_url 2026-01-02-朝 %}) と [1](/朝/#a)\r\n",
    "_posts/2026-01-04-none.md": "---\ntitle: 朝\n---\n朝\n",
    DRAFT: "---\ntitle: idea\n---\nx\n",
    "assets/2026-01-02-朝/bird.png": "no picture",
}


@pytest.fixture(autouse=True)
def _trash(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def blog(tmp_path):
    return write(tmp_path / "blog", FILES)


def files(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}


def move(window, qtbot, action, act):
    """Open the dialog by its action, wait for the plan, do something, press its button."""

    def in_it(dialog):
        qtbot.waitUntil(lambda: "Reading" not in dialog._said.text(), timeout=20_000)
        act(dialog)
        qtbot.waitUntil(lambda: dialog.planned is not None and dialog._ok.isEnabled(), timeout=20_000)
        QTest.mouseClick(
            dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
        )

    in_dialog(MoveDialog, window.actions_[action].trigger, in_it)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def type_name(name):
    def act(dialog):
        assert dialog.focusWidget() is dialog.slug
        assert dialog.slug.selectedText()
        QTest.keyClicks(dialog.slug, name)

    return act


def rows(dialog):
    tree = dialog.tree
    return [tuple(tree.topLevelItem(n).text(column) for column in range(3)) for n in range(tree.topLevelItemCount())]


def test_a_rename_takes_links_and_pictures_along_and_back(window, user, qtbot, blog):
    window.files.open(blog / OTHER)
    window.files.open(blog / OLD)
    seen = []

    def act(dialog):
        type_name("morning")(dialog)
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=20_000)
        qtbot.waitUntil(dialog.redirect.isVisible, timeout=20_000)
        QTest.mouseClick(dialog.redirect, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.redirect.height() // 2))
        qtbot.waitUntil(lambda: dialog.planned is not None and len(rows(dialog)) == 6, timeout=20_000)
        seen.extend(rows(dialog))
        assert files(blog) == FILES, "nothing is written before it is confirmed"

    move(window, qtbot, "rename_post", act)
    assert ("2026-01-03-other.md, line 5", "2026-01-02-朝", "2026-01-02-morning") in seen
    assert ("2026-01-03-other.md, line 5", "/朝/#a", "/morning/#a") in seen
    assert files(blog) == {
        **{name: text for name, text in FILES.items() if "朝/" not in name and name not in (OLD, OTHER)},
        "_posts/2026-01-02-morning.md": (
            "---\ntitle:  '朝' # kept\ndate: 2026-01-02 07:00:00 +0900\nredirect_from: [/朝/]\n---\n\n"
            "![鳥](/assets/2026-01-02-morning/bird.png)\n"
        ),
        OTHER: FILES[OTHER].replace("2026-01-02-朝", "2026-01-02-morning").replace("/朝/", "/morning/"),
        "assets/2026-01-02-morning/bird.png": "no picture",
    }
    assert window.files.name == "2026-01-02-morning.md"
    assert "morning.png" not in window.pane.toPlainText()
    assert "/assets/2026-01-02-morning/bird.png" in window.pane.toPlainText()
    assert window.tabs.count() == 2
    window.files.open(blog / OTHER)
    assert "/morning/#a" in window.pane.toPlainText()
    assert window.tabs.count() == 2


def test_take_it_back(window, user, qtbot, blog):
    window.files.open(blog / OLD)
    move(window, qtbot, "rename_post", type_name("morning"))
    assert "Other posts changed: 1" in window.messages.text
    user.click(window.messages.buttons[0])
    assert files(blog) == FILES
    assert window.files.path == blog / OLD
    assert not window.document.modified


def test_links_of_others_may_stay(window, qtbot, blog):
    window.files.open(blog / OLD)

    def act(dialog):
        type_name("morning")(dialog)
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=20_000)
        dialog.links.setChecked(False)

    move(window, qtbot, "rename_post", act)
    assert files(blog)[OTHER] == FILES[OTHER]


def test_a_post_with_changes_is_saved_first(window, user, qtbot, blog):
    window.files.open(blog / OLD)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("more")
    window.actions_["rename_post"].trigger()
    assert QApplication.activeModalWidget() is None
    assert "not saved" in window.messages.text

    def act(dialog):
        type_name("b")(dialog)

    def show():
        user.click(window.messages.buttons[0])

    def in_it(dialog):
        qtbot.waitUntil(lambda: "Reading" not in dialog._said.text(), timeout=20_000)
        act(dialog)
        qtbot.waitUntil(dialog._ok.isEnabled, timeout=20_000)
        dialog.accept()

    in_dialog(MoveDialog, show, in_it)
    assert files(blog)["_posts/2026-01-02-b.md"].endswith("/bird.png)\nmore")


def test_a_name_that_is_taken_is_told_and_nothing_can_be_pressed(window, qtbot, blog):
    (blog / "_posts/2026-01-02-taken.md").write_text("mine")
    window.files.open(blog / OLD)

    def act(dialog):
        qtbot.waitUntil(lambda: "Reading" not in dialog._said.text(), timeout=20_000)
        QTest.keyClicks(dialog.slug, "taken")
        qtbot.waitUntil(lambda: "there already" in dialog._said.text(), timeout=20_000)
        assert not dialog._ok.isEnabled()
        dialog.reject()

    in_dialog(MoveDialog, window.actions_["rename_post"].trigger, act)
    assert (blog / OLD).exists()


def test_another_day_moves_the_file_and_the_date(window, qtbot, blog):
    window.files.open(blog / OLD)
    move(window, qtbot, "rename_post", lambda dialog: dialog.day.setDate(QDate(2026, 2, 9)))
    assert "date: 2026-02-09 07:00:00 +0900\n" in files(blog)["_posts/2026-02-09-朝.md"]


def test_a_draft_is_published_and_becomes_one_again(window, user, qtbot, blog):
    window.files.open(blog / DRAFT)
    move(window, qtbot, "publish_post", lambda dialog: dialog.day.setDate(QDate(2026, 5, 6)))
    assert window.files.path == blog / "_posts/2026-05-06-idea.md"
    assert files(blog)["_posts/2026-05-06-idea.md"] == FILES[DRAFT]
    move(window, qtbot, "publish_post", lambda dialog: None)
    assert files(blog) == FILES


def test_a_copy_has_no_file_before_it_is_saved(window, user, blog):
    window.files.open(blog / OLD)
    window.actions_["duplicate_post"].trigger()
    assert files(blog) == FILES
    assert window.files.name == "2026-01-02-朝-2.md"
    user.click(window.pane)
    user.press("Ctrl+S")
    assert files(blog) == {**FILES, "_posts/2026-01-02-朝-2.md": FILES[OLD]}


def test_a_deleted_post_can_be_put_back(window, user, qtbot, blog):
    window.files.open(blog / OLD)
    told = []

    def act(box):
        qtbot.waitUntil(lambda: "Looking" not in box.informativeText(), timeout=20_000)
        told.append(box.informativeText())
        button = next(one for one in box.buttons() if one.text() == "Move to trash")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(QMessageBox, window.actions_["delete_post"].trigger, act)
    assert told[0].count("2026-01-03-other.md, line 5") == 2
    assert OLD not in files(blog), window.messages.text
    assert window.files.path is None
    user.click(window.messages.buttons[0])
    assert files(blog) == FILES
    assert window.files.path == blog / OLD


def test_nothing_is_deleted_when_the_writer_thinks_again(window, qtbot, blog):
    window.files.open(blog / OLD)
    in_dialog(QMessageBox, window.actions_["delete_post"].trigger, lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    assert files(blog) == FILES


def test_what_is_not_saved_does_not_go_to_the_trash(window, user, blog):
    window.files.open(blog / OLD)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("not saved yet")
    window.actions_["delete_post"].trigger()
    assert QApplication.activeModalWidget() is None
    assert files(blog) == FILES
    assert "not saved yet" in window.pane.toPlainText()
    assert "not saved" in window.messages.text


def test_a_bundle_goes_as_a_folder_unless_other_posts_lie_in_it(window, user, tmp_path):
    for name in ("a/index.md", "a/p.png", "b/index.md", "b/sub/other.md"):
        path = tmp_path / "site/content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: x\n---\n")
    (tmp_path / "site/hugo.toml").write_text("")

    def act(box):
        asked.append(box.text())
        QTest.mouseClick(next(one for one in box.buttons() if one.text() == "Move to trash"), Qt.MouseButton.LeftButton)

    asked = []
    for name in "ab":
        window.files.open(tmp_path / "site/content" / name / "index.md")
        in_dialog(QMessageBox, window.actions_["delete_post"].trigger, act)
    assert asked == ["Move the folder “a” to the trash?", "Move “index.md” to the trash?"]
    assert files(tmp_path / "site/content").keys() == {"b/sub/other.md"}


def test_a_take_back_waits_for_posts_with_changes_and_outlives_its_message(window, user, qtbot, blog):
    window.files.open(blog / OTHER)
    window.files.open(blog / OLD)
    move(window, qtbot, "rename_post", type_name("morning"))
    window.tabs.show_beside(-1)
    assert window.files.path == blog / OTHER
    assert window.messages.isHidden()
    user.click(window.pane)
    user.type("x")
    before = files(blog)
    window.actions_["move_back"].trigger()
    assert files(blog) == before
    assert "Save or revert 2026-01-03-other.md first" in window.messages.text
    user.press("Ctrl+Z")
    window.actions_["move_back"].trigger()
    assert files(blog) == FILES
    window.actions_["move_back"].trigger()
    assert "no move that could be taken back" in window.messages.text


def test_what_can_only_be_looked_at_is_left_alone(window, blog):
    (blog / "_posts/2026-01-05-binary.md").write_bytes(b"\0\1")
    window.files.open(blog / "_posts/2026-01-05-binary.md")
    for action in ("rename_post", "publish_post", "duplicate_post", "delete_post"):
        window.messages.clear()
        window.actions_[action].trigger()
        assert "to look at only" in window.messages.text
    assert window.files.name == "2026-01-05-binary.md"
