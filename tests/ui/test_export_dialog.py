"""The export's dialog and what git asks: what is shown, what can be done, and that nothing happens before."""

import os
import stat
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QInputDialog, QLabel, QLineEdit, QPushButton

from editor.export.memory import ExportMemory
from editor.export.trust import Trust
from editor.ui import asking
from editor.ui.export.dialog import ExportDialog
from editor.ui.export.places import BlogChoice
from tests.conftest import ROOT
from tests.export.desks import JEKYLL, picture
from tests.export.repositories import git, make_world, state_of
from tests.files import write
from tests.ui.user import meanwhile


@pytest.fixture
def world(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    world = make_world(tmp_path)
    write(world.mine, JEKYLL)
    git(world.mine, "add", "-A")
    git(world.mine, "commit", "-qm", "Add post: First")
    git(world.mine, "push", "-q")
    world.draft = tmp_path / "drafts" / "note.md"
    picture(world.draft.parent / "a.png")
    world.draft.write_text("---\ntitle: 港の朝\npubDate: 2026-01-07\n---\n\n![a](a.png)\n", encoding="utf-8")
    return world


@pytest.fixture
def shown(window, qtbot, world, tmp_path):
    made, trusted = [], []

    def show(source=None, blog=None):
        choice = BlogChoice([blog or world.mine], None)
        memory = ExportMemory(tmp_path / "exports")
        trust = Trust([], trusted.append)
        dialog = ExportDialog(
            source or world.draft, choice, memory, trust, "", window.pane.look, window._icons.colours, window
        )
        dialog.show()
        made.append(dialog)
        qtbot.waitUntil(lambda: dialog._found is not None, timeout=30_000)
        return dialog

    show.trusted = trusted
    yield show
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def rows(dialog):
    return [dialog.view.list.topLevelItem(row).text(0) for row in range(dialog.view.list.topLevelItemCount())]


def test_the_plan_is_seen_and_nothing_is_written(shown, world, qtbot):
    before = state_of(world.mine)
    dialog = shown()
    assert rows(dialog)[:3] == ["+ _posts/2026-01-07-asa-no-minato.md", "+ assets/images/a.png", "Front matter"] or (
        rows(dialog)[0].startswith("+ _posts/2026-01-07-")
    )
    assert "+ title: 港の朝" in dialog.view.text.toPlainText()
    dialog.view.as_page.click()
    qtbot.waitUntil(lambda: dialog.view.sides.after.document().characterCount() > 1, timeout=20_000)
    assert not dialog.view.sides.before.isVisible()
    dialog.view.list.setCurrentItem(dialog.view.list.topLevelItem(2))
    told = [dialog.view.rows.topLevelItem(row).text(1) for row in range(dialog.view.rows.topLevelItemCount())]
    assert "date: 2026-01-07" in told
    assert dialog.message.text() == "Add post: 港の朝"
    assert dialog.push.text().endswith("origin/main")
    dialog.reject()
    assert state_of(world.mine) == before


def test_another_name_and_place(shown, world, qtbot):
    dialog = shown()
    dialog.slug.setText("harbour")
    qtbot.waitUntil(lambda: dialog._found is not None and "harbour" in dialog._file.text(), timeout=20_000)
    dialog.slug.setText("../../x")
    qtbot.waitUntil(lambda: "choose" in dialog._said.text(), timeout=20_000)
    assert not dialog.go.isEnabled()


def test_a_folder_that_brings_hooks_asks_to_be_trusted(shown, world):
    hook = world.mine / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    dialog = shown()
    assert dialog.trust.isVisible()
    assert "pre-commit" in dialog.trust.text()
    dialog.commits.setChecked(True)
    dialog.go.click()
    assert not dialog.export.repository.git.trusted
    again = shown()
    again.commits.setChecked(True)
    again.trust.setChecked(True)
    again.go.click()
    assert again.export.repository.git.trusted
    assert shown.trusted == [[str(world.mine.resolve())]]


def test_a_folder_without_git_is_exported_to_without_a_commit(shown, tmp_path):
    write(tmp_path / "plain", JEKYLL)
    dialog = shown(blog=tmp_path / "plain")
    assert not dialog.commits.isVisible()
    assert dialog.go.isEnabled()
    assert dialog.go.text() == "Export"
    dialog.go.click()
    assert dialog.export.repository is None


def test_no_commit_can_be_made_and_the_reason_is_told(shown, world):
    git(world.mine, "checkout", "-q", "--detach")
    dialog = shown()
    assert not dialog.commits.isVisible()
    assert "detached" in dialog._said.text()


def test_a_post_in_the_blog_is_compared_with_the_last_commit(shown, world):
    post = world.mine / "_posts" / "2026-04-01-first.md"
    post.write_text(post.read_text().replace("one", "two"))
    dialog = shown(source=post)
    assert rows(dialog)[0] == "~ _posts/2026-04-01-first.md"
    assert not dialog.slug.isEnabled()
    dialog.commits.setChecked(True)
    assert dialog.go.text().startswith("Commit")


def test_nothing_has_changed(shown, world):
    dialog = shown(source=world.mine / "_posts" / "2026-04-01-first.md")
    assert "nothing to export" in dialog._said.text()
    assert not dialog.go.isEnabled()


def test_a_blog_is_named_with_its_place(qapp, tmp_path, monkeypatch):
    for folder in ("home/日記", "elsewhere/blog"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    choice = BlogChoice([tmp_path / "home" / "日記", tmp_path / "elsewhere" / "blog"], None)
    names = [choice.list.itemText(row) for row in range(choice.list.count())]
    assert names == ["日記  —  ~/日記", f"blog  —  {tmp_path / 'elsewhere' / 'blog'}"]


def test_a_clone_comes_into_the_list(window, qtbot, world, tmp_path):
    choice = BlogChoice([], None)
    qtbot.addWidget(choice)
    reasons = []
    choice.failed.connect(reasons.append)
    with qtbot.waitSignal(choice.chosen, timeout=30_000):
        choice.start_clone(str(world.bare), tmp_path / "cloned")
    assert choice.current == (tmp_path / "cloned").resolve()
    with qtbot.waitSignal(choice.failed, timeout=30_000):
        choice.start_clone("nonsense", tmp_path / "again")
    assert "no address" in reasons[0]


@pytest.mark.parametrize(
    ("question", "mode"),
    [
        ("Password for 'https://me@example.org': ", QLineEdit.EchoMode.Password),
        ("Username for 'https://example.org': ", QLineEdit.EchoMode.Normal),
        ("Enter passphrase for key '/home/me/.ssh/id': ", QLineEdit.EchoMode.Password),
    ],
)
def test_a_password_is_asked_for_and_not_shown(qapp, monkeypatch, question, mode):
    seen = []

    def answer(dialog):
        seen.append((dialog.textEchoMode(), dialog.labelText()))
        dialog.setTextValue("secret")
        return 1

    monkeypatch.setattr(QInputDialog, "exec", answer)
    assert asking.ask(question) == "secret"
    assert seen == [(mode, question.strip().rstrip(":"))]


def test_enter_trusts_no_unknown_host(qtbot):
    def press(key, box):
        qtbot.keyClick(QApplication.focusWidget() or box, key)

    question = "The authenticity of host can't be established. Continue (yes/no/[fingerprint])? "
    for key, answer in ((Qt.Key.Key_Return, "no"), (Qt.Key.Key_Escape, "no"), (Qt.Key.Key_Y, "yes")):
        with meanwhile(QApplication.activeModalWidget, partial(press, key)):
            assert asking.ask(question) == answer


def test_the_program_that_asks_is_installed_and_can_be_closed():
    program = (
        "import sys; from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication\n"
        "from editor.ui import asking\n"
        "asking.QInputDialog.exec = lambda dialog: 0\n"
        "sys.argv = ['postwright-ask', 'Password: ']; asking.run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ}
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_no_two_parts_have_the_same_key(shown):
    dialog = shown()
    kinds = (QPushButton, QCheckBox, QLabel)
    texts = {widget.text() for kind in kinds for widget in dialog.findChildren(kind) if "&" in widget.text()}
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(keys) > 6
    assert len(keys) == len(set(keys)), sorted(texts)
