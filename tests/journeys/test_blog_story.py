"""A writer keeps a real blog in order: a new post, a rename with its links, tags merged; then all of it taken back.

On copies of ../shared/corpus: every file's bytes are compared, those that are not meant stay as they are.
"""

import re
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from editor.ui.move_dialog import MoveDialog
from editor.ui.new_post_dialog import NewPostDialog
from tests.ui.user import in_dialog


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ok(dialog):
    press(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(root, before):
    """The files that are new, gone or other; None for one that is gone."""
    now = files(root)
    return {name: now.get(name) for name in before.keys() | now.keys() if before.get(name) != now.get(name)}


@pytest.fixture
def copy(shared, tmp_path):
    def make(name):
        return shutil.copytree(shared / "corpus" / name, tmp_path / "blog")

    return make


def test_a_new_post_fits_in_and_nothing_else_changes(window, user, qtbot, copy):
    root = copy("mzlogin__mzlogin.github.io")
    before = files(root)
    window.files.open(next(path for path in sorted((root / "_posts").iterdir()) if "2024-04-24-gallery" in path.name))

    def act(dialog):
        qtbot.waitUntil(lambda: "Reading" not in dialog._path.text(), timeout=30_000)
        QTest.keyClicks(dialog.title, "Walking home")
        dialog.slug.setFocus()
        QTest.keyClicks(dialog.slug, "walking-home")
        dialog.date.selectAll()
        QTest.keyClicks(dialog.date, "2026-11-20")
        qtbot.waitUntil(lambda: dialog._path.text() == "_posts/2026-11-20-walking-home.md", timeout=30_000)
        ok(dialog)

    in_dialog(NewPostDialog, window.actions_["new_in_blog"].trigger, act)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert changed(root, before) == {}, "no file before it is saved"
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("帰り道。")
    user.press("Ctrl+S")
    ((name, data),) = changed(root, before).items()
    assert name == "_posts/2026-11-20-walking-home.md"
    text = data.decode("utf-8")
    assert text.startswith("---\nlayout: post\ntitle: Walking home\n")
    assert text.endswith("---\n\n帰り道。")


def test_a_rename_takes_the_links_of_other_posts_along_and_back(window, user, qtbot, copy):
    root = copy("alienzhou__blog")
    before = files(root)
    window.files.open(root / "source/_posts/pwa-10.md")

    def act(dialog):
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=30_000)
        dialog.slug.selectAll()
        QTest.keyClicks(dialog.slug, "resource-hints")
        qtbot.waitUntil(
            lambda: dialog.planned is not None and dialog.planned.new_path.stem == "resource-hints", timeout=30_000
        )
        ok(dialog)

    in_dialog(MoveDialog, window.actions_["rename_post"].trigger, act)
    old, new = b"/2018/07/23/pwa-10/", b"/2018/07/23/resource-hints/"
    linking = [name for name, data in before.items() if old in data and name.startswith("source/_posts/")]
    assert len(linking) == 2
    assert changed(root, before) == {
        "source/_posts/pwa-10.md": None,
        "source/_posts/resource-hints.md": before["source/_posts/pwa-10.md"],
        **{name: before[name].replace(old, new) for name in linking},
    }
    user.click(window.messages.buttons[0])
    assert changed(root, before) == {}
    assert window.files.name == "pwa-10.md"


def test_tags_are_merged_in_all_posts_and_given_back(window, user, qtbot, copy):
    root = copy("takuti__takuti.me")
    before = files(root)
    window.files.open(next(path for path in sorted(root.rglob("*.md")) if b"\ncategories:" in path.read_bytes()))
    window.actions_["blog_tags"].trigger()
    tags = window.blog_search.tags
    tags.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: tags.words.count() > 3, timeout=30_000)
    word = max(tags._counts, key=lambda one: tags._counts[one])
    item = next(
        tags.words.item(row)
        for row in range(tags.words.count())
        if tags.words.item(row).data(Qt.ItemDataRole.UserRole) == word
    )
    user.click(tags.words, tags.words.visualItemRect(item).center())
    tags.new.setFocus()
    QTest.keyClicks(tags.new, "Merged Word")
    qtbot.waitUntil(tags.change.isEnabled, timeout=30_000)
    press(tags.change)
    now = changed(root, before)
    listed = re.compile(rb"^categories: \[(?:[^\]]*, )?" + re.escape(word.encode()) + rb"[],]", re.MULTILINE)
    meant = {name for name, data in before.items() if name.endswith(".md") and listed.search(data)}
    assert now.keys() == meant
    for name, data in now.items():
        was, is_now = before[name].splitlines(keepends=True), data.splitlines(keepends=True)
        lines = [(old, new) for old, new in zip(was, is_now, strict=True) if old != new]
        assert len(lines) == 1, f"{name}: one line of the front matter, and nothing else"
        assert lines[0][0].replace(word.encode(), b"Merged Word") == lines[0][1]
    press(tags.back)
    assert changed(root, before) == {}
    tags.close()
