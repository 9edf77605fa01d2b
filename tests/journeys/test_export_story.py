"""A draft with pasted pictures, in a folder of its own, to the blog's repository and from there to the site.

The site is the one that is built from a fresh clone of what was pushed, by the real Jekyll.
"""

import shutil
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from editor.ui.export.conflict_view import ConflictDialog
from editor.ui.export.dialog import ExportDialog
from tests.blog.real_sites import build_with_jekyll, needs
from tests.conftest import ROOT
from tests.export.repositories import git, identify
from tests.ui.user import in_dialog


def press(button):
    """Click on a button, or on the box of a tick."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


def button(window, text):
    return next(one for one in window.messages.buttons if one.text() == text)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A bare repository with the example blog, and the writer's clone of it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    first, bare, clone = tmp_path / "first", tmp_path / "blog.git", tmp_path / "clone"
    shutil.copytree(ROOT / "resources" / "example-blog", first)
    with (first / "_config.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org\nfuture: true\n")
    git(first, "init", "-q", "-b", "main")
    identify(first)
    git(first, "add", "-A")
    git(first, "commit", "-qm", "記事を追加: 霧の日")
    git(tmp_path, "clone", "-q", "--bare", str(first), str(bare))
    git(tmp_path, "clone", "-q", str(bare), str(clone))
    identify(clone)
    return bare, clone


def paste(user, colour):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    QGuiApplication.clipboard().setImage(image)
    user.press("Ctrl+V")


def export(window, qtbot, act, clone=None):
    """Open the dialog by its key, choose the blog where it is not the post's own, wait for the plan, and act."""

    def on_open(dialog):
        if clone is not None:
            dialog.blogs.use(clone)
        qtbot.waitUntil(lambda: dialog._found is not None, timeout=30_000)
        act(dialog)

    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    in_dialog(ExportDialog, lambda: QTest.keyClick(window, Qt.Key.Key_B, keys), on_open)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@needs("jekyll")
def test_from_a_draft_to_the_site(window, user, qtbot, site, tmp_path):
    bare, clone = site
    draft = tmp_path / "drafts" / "note.md"
    draft.parent.mkdir()
    draft.write_text("---\ntitle: \n---\n\n", encoding="utf-8")
    window.files.open(draft)
    window.form.focus("title")
    user.type("港の朝")
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("今朝は港まで歩いた。\n\n")
    paste(user, "red")
    user.press("Ctrl+End")
    user.type("\n\n")
    paste(user, "blue")
    user.press("Ctrl+S")
    kept = {path.name: path.read_bytes() for path in draft.parent.rglob("*") if path.is_file()}
    assert len(kept) == 3
    shown = []

    def act(dialog):
        shown.append(dialog._url.text())
        assert [dialog.view.list.topLevelItem(row).text(0)[:2] for row in range(3)] == ["+ ", "+ ", "+ "]
        assert dialog.message.text() == "記事を追加: 港の朝"
        assert dialog.commits.isChecked()
        press(dialog.push)
        assert dialog.go.text() == "Export, commit and push"
        assert "remote.origin.url" in dialog._said.text()
        assert not dialog.go.isEnabled(), "the other side is a folder, whose hooks would run"
        press(dialog.trust)
        assert dialog._said.text() == ""
        assert not (clone / dialog._file.text()).exists(), "nothing is written before the writer agrees"
        press(dialog.go)

    export(window, qtbot, act, clone)
    qtbot.waitUntil(lambda: "Pushed to origin/main" in window.messages.text, timeout=30_000)
    url = shown[0].partition(" ")[0]
    assert url in window.messages.text
    assert {path.name: path.read_bytes() for path in draft.parent.rglob("*") if path.is_file()} == kept
    assert git(clone, "status", "--porcelain") == ""
    fresh = tmp_path / "fresh"
    git(tmp_path, "clone", "-q", str(bare), str(fresh))
    names = git(fresh, "show", "--name-only", "--format=%s").split("\n")
    assert names[0] == "記事を追加: 港の朝"
    assert len([name for name in names if name.endswith(".png")]) == 2
    built = build_with_jekyll(fresh)
    (post,) = [name for name in names if name.endswith(".md")]
    assert url == "https://example.org" + unquote(built[post])
    page = (tmp_path / "built" / unquote(built[post]).strip("/") / "index.html").read_text(encoding="utf-8")
    for name in names:
        if name.endswith(".png"):
            assert f'src="/{name}"' in page
            assert (tmp_path / "built" / name).read_bytes() == kept[name.rpartition("/")[2]]


def test_the_other_side_changed_the_same_words(window, user, qtbot, site, tmp_path):
    bare, clone = site
    post = clone / "_posts" / "2026-10-18-kiri-no-hi.md"
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(bare), str(other))
    identify(other)
    text = post.read_text(encoding="utf-8")
    words = text.rstrip("\n").rpartition("\n")[2]
    (other / "_posts" / post.name).write_text(text.replace(words, words + "彼らの言葉。"), encoding="utf-8")
    git(other, "commit", "-qam", "theirs")
    git(other, "push", "-q")
    window.files.open(post)
    user.click(window.pane)
    user.press("Ctrl+End", "Up", "End") if text.endswith("\n") else user.press("Ctrl+End")
    user.type("私の言葉。")
    user.press("Ctrl+S")

    def act(dialog):
        assert dialog.go.text() == "Commit" or dialog.push.isChecked()
        press(dialog.push)
        press(dialog.trust)
        assert dialog.go.text() == "Commit and push"
        press(dialog.go)

    def agree(box):
        assert "theirs" in box.informativeText()
        press(box.defaultButton())

    def decide(dialog):
        (places,) = dialog.places
        (place,) = places
        assert not dialog.ok.isEnabled()
        place.group.button(3).click()
        assert dialog.ok.isEnabled()
        press(dialog.ok)

    answered, failed = [], []

    def answer():
        box = QApplication.activeModalWidget()
        try:
            if isinstance(box, QMessageBox) and "m" not in answered:
                answered.append("m")
                agree(box)
            elif isinstance(box, ConflictDialog) and "c" not in answered:
                answered.append("c")
                decide(box)
        except BaseException as error:  # noqa: BLE001
            failed.append(error)
            box.reject()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(100)
    export(window, qtbot, act)
    qtbot.waitUntil(lambda: failed or "Pushed" in window.messages.text, timeout=30_000)
    timer.stop()
    assert not failed, failed
    there = git(bare, "show", f"main:_posts/{post.name}")
    assert "私の言葉。" in there
    assert "彼らの言葉。" in there
    assert post.read_text(encoding="utf-8") == there
    qtbot.waitUntil(lambda: "彼らの言葉。" in window.document.post.text)
    assert git(clone, "status", "--porcelain") == ""


def test_a_hook_refuses_and_the_files_are_taken_back(window, user, qtbot, site, tmp_path):
    _, clone = site
    hook = clone / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho 'spelling' >&2\nexit 1\n")
    hook.chmod(0o755)
    draft = tmp_path / "drafts" / "note.md"
    draft.parent.mkdir()
    draft.write_text("# 港\n\n本文\n", encoding="utf-8")
    window.files.open(draft)

    def act(dialog):
        assert "pre-commit" in dialog.trust.text()
        dialog.trust.setChecked(True)
        press(dialog.go)

    export(window, qtbot, act, clone)
    qtbot.waitUntil(lambda: "hook" in window.messages.text, timeout=30_000)
    press(button(window, "Take the files back"))
    assert git(clone, "status", "--porcelain") == ""
    assert git(clone, "log", "--format=%s").split("\n")[0] == "記事を追加: 霧の日"


def test_a_pull_request_on_a_branch_of_its_own(window, user, qtbot, site, tmp_path, monkeypatch):
    bare, clone = site
    draft = tmp_path / "drafts" / "note.md"
    draft.parent.mkdir()
    draft.write_text("# Harbour\n\ntext\n", encoding="utf-8")
    window.files.open(draft)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, text, **__: (text, True))

    def act(dialog):
        press(dialog.push)
        press(dialog.trust)
        press(dialog.aside)
        press(dialog.go)

    export(window, qtbot, act, clone)
    qtbot.waitUntil(lambda: "Pushed to origin/post/harbour" in window.messages.text, timeout=30_000)
    assert (
        git(bare, "log", "-1", "--format=%s", "post/harbour").strip() == git(clone, "log", "-1", "--format=%s").strip()
    )
    assert git(bare, "log", "-1", "--format=%s", "main").strip() == "記事を追加: 霧の日"


def test_no_network_then_pushed_again(window, user, qtbot, site, tmp_path):
    bare, clone = site
    draft = tmp_path / "drafts" / "note.md"
    draft.parent.mkdir()
    draft.write_text("# Harbour\n\ntext\n", encoding="utf-8")
    window.files.open(draft)
    bare.rename(tmp_path / "away.git")

    def act(dialog):
        press(dialog.push)
        press(dialog.trust)
        press(dialog.go)

    export(window, qtbot, act, clone)
    qtbot.waitUntil(lambda: "commit is kept" in window.messages.text, timeout=30_000)
    (tmp_path / "away.git").rename(bare)
    press(button(window, "Push again"))
    qtbot.waitUntil(lambda: "Pushed to origin/main" in window.messages.text, timeout=30_000)
    assert git(bare, "rev-parse", "main") == git(clone, "rev-parse", "HEAD")
