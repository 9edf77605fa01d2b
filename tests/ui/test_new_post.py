"""A new post in the open post's blog: by keys in the real dialog; no file before it is saved; other files unchanged."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from editor.ui.new_post_dialog import NewPostDialog
from tests.ui.user import in_dialog

TODAY = "2026-12-01 08:00:00 +0900"


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def new_post(window, qtbot, act):
    """Open the dialog by its action, wait until the posts are read, and do something in it."""

    def with_date(dialog):
        qtbot.waitUntil(lambda: dialog.post is not None, timeout=20_000)
        dialog.date.selectAll()
        QTest.keyClicks(dialog.date, TODAY)
        act(dialog)

    in_dialog(NewPostDialog, window.actions_["new_in_blog"].trigger, with_date)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def start(dialog):
    QTest.mouseClick(
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )


@pytest.fixture
def blog(window, example_blog):
    window.files.open(example_blog / "_posts" / "2026-08-30-a-small-map.md")
    return example_blog


def test_a_title_is_enough(window, user, qtbot, blog):
    before = files_of(blog)

    def act(dialog):
        QTest.keyClicks(dialog.title, "Rain on the quay")
        qtbot.waitUntil(lambda: dialog._path.text() == "_posts/2026-12-01-rain-on-the-quay.md")
        start(dialog)

    new_post(window, qtbot, act)
    assert window.files.name == "2026-12-01-rain-on-the-quay.md"
    assert window.windowTitle().startswith("Rain on the quay — 2026-12-01-rain-on-the-quay.md")
    assert files_of(blog) == before, "no file before it is saved"
    user.click(window.pane)
    user.type("朝から雨。")
    user.press("Ctrl+S")
    path = blog / "_posts" / "2026-12-01-rain-on-the-quay.md"
    written = path.read_text(encoding="utf-8")
    assert written.startswith('---\nlayout: post\ntitle: "Rain on the quay"\ndate: 2026-12-01 08:00:00 +0900\n')
    assert written.endswith("---\n\n朝から雨。")
    assert files_of(blog) == {**before, str(path.relative_to(blog)): path.read_bytes()}
    assert not window.document.modified


def test_name_lists_and_place_can_be_changed(window, qtbot, blog):
    def act(dialog):
        dialog.title.setText("雨の港")
        QTest.keyClicks(dialog.slug, "ame")
        dialog.lists["tags"].setText("海、雨".replace("、", ","))
        qtbot.waitUntil(
            lambda: dialog._path.text() == "_posts/2026-12-01-ame.md" and "雨" in dialog._head.toPlainText()
        )
        start(dialog)

    new_post(window, qtbot, act)
    assert "tags: [海, 雨]\n" in window.document.post.text
    assert window.document.header.values()["title"] == "雨の港"


def test_like_the_open_post(window, qtbot, blog):
    def act(dialog):
        dialog.title.setText("Another map")
        dialog.like.setCurrentIndex(1)
        qtbot.waitUntil(lambda: "image:" in dialog._head.toPlainText())
        start(dialog)

    new_post(window, qtbot, act)
    keys = [field.key for field in window.document.header.fields]
    original = (blog / "_posts" / "2026-08-30-a-small-map.md").read_text(encoding="utf-8")
    assert keys == [line.partition(":")[0] for line in original.split("---")[1].splitlines() if line[:1].isalpha()]


def test_what_can_t_be_is_said_and_nothing_starts(window, qtbot, blog):
    before = files_of(blog)

    def act(dialog):
        button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not button.isEnabled(), "a title is needed"
        dialog.title.setText("X")
        dialog.date.setText("soon")
        qtbot.waitUntil(lambda: "date" in dialog._path.text())
        assert not button.isEnabled()
        dialog.date.setText(TODAY)
        dialog.slug.setText("../x")
        qtbot.waitUntil(lambda: "slash" in dialog._path.text())
        dialog.reject()

    new_post(window, qtbot, act)
    assert window.files.name == "2026-08-30-a-small-map.md"
    assert files_of(blog) == before


def test_a_file_that_somebody_made_meanwhile_is_not_overwritten(window, user, qtbot, blog):
    def act(dialog):
        dialog.title.setText("Twice")
        start(dialog)

    new_post(window, qtbot, act)
    path = blog / "_posts" / "2026-12-01-twice.md"
    path.write_text("theirs")
    user.click(window.pane)
    user.type("mine")
    user.press("Ctrl+S")
    assert path.read_text() == "theirs"
    assert "choose another name" in window.messages.text


def test_it_stays_planned_in_its_tab(window, user, qtbot, blog):
    def act(dialog):
        dialog.title.setText("In a tab")
        start(dialog)

    new_post(window, qtbot, act)
    user.click(window.pane)
    user.type("x")
    window.files.open(blog / "_posts" / "2026-07-07-tanabata.md")
    window.tabs.show_recent(1)
    assert window.files.name == "2026-12-01-in-a-tab.md"
    user.click(window.pane)
    user.press("Ctrl+S")
    assert (blog / "_posts" / "2026-12-01-in-a-tab.md").is_file()


def test_without_a_blog_it_says_what_to_do(window):
    window.files.new()
    window.actions_["new_in_blog"].trigger()
    assert "Open a post of your blog first" in window.messages.text


def test_place_name_and_draft_are_chosen_by_a_click(window, qtbot, blog):
    (blog / "_posts" / "notes").mkdir()
    (blog / "_posts" / "notes" / "2026-11-01-a.md").write_text("---\nlayout: post\ntitle: a\ndate: 2026-11-01\n---\n")

    def act(dialog):
        QTest.keyClicks(dialog.title, "Rain")
        dialog.title.setText("雨の日")
        dialog.slugs.menu().aboutToShow.emit()
        names = {action.text(): action for action in dialog.slugs.menu().actions()}
        assert {"雨の日", "2026-12-01"} <= set(names)
        names["2026-12-01"].trigger()
        index = dialog.place.findText("_posts/notes/{year}-{month}-{day}-{slug}.md")
        assert index > 0
        dialog.place.setCurrentIndex(index)
        qtbot.waitUntil(lambda: dialog._path.text() == "_posts/notes/2026-12-01-2026-12-01.md")
        dialog.draft.click()
        qtbot.waitUntil(lambda: dialog._path.text() == "_drafts/notes/2026-12-01.md")
        dialog.reject()

    new_post(window, qtbot, act)
