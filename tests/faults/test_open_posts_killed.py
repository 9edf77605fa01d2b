"""kill -9 of the real program: its open posts, a refused field and a new post are there at the next start."""

import os
import signal
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.settings import Settings
from editor.ui.keeping import Keeping
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import ROOT, close_unasked
from tests.faults.open_posts import CARET, NEW, ORDER, REFUSED, SHOWN
from tests.ui.user import offered

POST = "---\ntitle: {0}\ndate: 2025-11-02\n---\n\n" + "line\n" * 60


def test_open_posts_come_back_after_kill_9(qapp, qtbot, tmp_path):
    blog = tmp_path / "blog"
    blog.mkdir()
    for name in ("a", "b", "c", "gone"):
        (blog / f"{name}.md").write_text(POST.format(name), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    command = [sys.executable, "-m", "tests.faults.open_posts", str(tmp_path), str(blog)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT, start_new_session=True
    ) as process:
        try:
            assert process.stdout.readline() == b"written\n"
        finally:
            os.killpg(process.pid, signal.SIGKILL)

    window = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
    try:
        assert window.tabs.restore()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.keeping = Keeping(window, window._icons, window._settings)
        assert [window.tabs.tabText(index) for index in range(window.tabs.count())] == ORDER
        assert window.files.path == blog / SHOWN
        assert window.pane.textCursor().position() == CARET
        shown = offered(window, qtbot)
        assert {shown.posts.topLevelItem(row).text(0) for row in range(2)} == {"b.md", "new.md"}
        for _ in range(2):
            QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
        assert [window.tabs.tabText(index) for index in range(window.tabs.count())].count("b.md •") == 1
        window.files.open(blog / "b.md")
        assert window.form.row("date").editor._line.text() == REFUSED
        number = next(number for number, tab in window.tabs._tabs.items() if tab.name == "new.md")
        window.tabs.show_tab(number)
        assert window.document.post.text == NEW
        assert window.files.planned == blog / "new.md"
    finally:
        close_unasked(window)
