"""A user of the window: sends what a keyboard, a mouse and an input method send, to whatever has the focus."""

from __future__ import annotations

import sys
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.messages import Answer
from editor.ui.window import Window

POST = "---\ntitle: 'x'\ndate: 2025-11-02 12:54:50 +0000\ntags: [a, b]\nflag: no\nn: 8\nimage: {path: /a.png}\n---\n\nBody one\ntwo\n"
"""A post with a value of each kind."""


def page_value(window, qtbot, script):
    """What a script of ours finds in the preview's page."""
    found = []
    window.preview.page.runJavaScript(script, 1, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0]


def checked(window, qtbot):
    """Have the open post checked as it is now, and wait for what is found."""
    window.problems.refresh()
    window.problems.refresh_text()
    qtbot.waitUntil(lambda: window.problems.is_current, timeout=60_000)


def pasted(window, qtbot):
    """Wait until what was pasted is in the text."""
    qtbot.waitUntil(lambda: not window.pane.pasting.is_waiting, timeout=60_000)


@contextmanager
def meanwhile(find, act):
    """Do something in what opens inside and waits for an answer, as soon as it is there; it is closed when that fails.

    Args:
        find: gives the widget that has opened, None before. act: gets it.

    """
    before = QApplication.activeWindow()
    found, failed = [], []
    timer = QTimer()

    def look():
        widget = find()
        if widget is None or found:
            return
        found.append(widget)
        timer.stop()
        try:
            act(widget)
        except BaseException as error:  # noqa: BLE001  it must close, or the test would hang
            failed.append(error)
            widget.close()

    timer.timeout.connect(look)
    timer.start(50)
    yield
    timer.stop()
    if failed:
        raise failed[0]
    assert found, "nothing has opened"
    if before is not None and before.isVisible() and _is_over():
        before.activateWindow()  # without a window system nothing gives the focus back when a menu is closed
        while QApplication.activeWindow() is not before:  # `qWaitForWindowActive` takes its menu's for its own
            QTest.qWait(10)


def _is_over():
    """Whether the active window has nothing more to do: a menu, or what was closed."""
    QApplication.processEvents()  # what opened may only now become the active window
    window = QApplication.activeWindow()
    return window is None or not window.isVisible() or window.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup


def in_dialog(kind, show, act):
    """Show a dialog that waits for an answer, and do something in it.

    Args:
        kind: the dialog's class. show: opens it, and returns when it is closed. act: gets the dialog.

    """
    before = QApplication.activeModalWidget()

    def opened():
        dialog = QApplication.activeModalWidget()
        return dialog if dialog is not before else None

    def act_there(dialog):
        assert isinstance(dialog, kind)
        act(dialog)

    with meanwhile(opened, act_there):
        show()


def crash(window):
    """The window goes without a word, as its process would: nothing is asked, nothing is taken away."""
    journaling = window.keeping.recovery.journaling
    journaling.flush()
    journaling._jobs.put(None)
    journaling._thread.join()
    journaling._lock.unlock()
    journaling._lock = None
    journaling.close = lambda: None
    window.questions.save_changes = lambda _: Answer.DISCARD


def offered(window, qtbot):
    qtbot.waitUntil(lambda: "unsaved changes" in window.messages.text, timeout=20_000)
    QTest.mouseClick(window.messages.buttons[0], Qt.MouseButton.LeftButton)
    return window.keeping.recovery.window


class User:
    """Clicks, types, presses keys and looks."""

    def __init__(self, window: Window, qtbot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget."""
        widget = getattr(widget, "viewport", lambda: widget)()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint(8, 8))

    def press(self, *chords: str) -> None:
        """Press keys, each as "Ctrl+Z" or "Backspace"."""
        for chord in chords:
            combination = QKeySequence(chord)[0]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type text: ASCII by keys, Japanese through an input method with a composition before each commit."""
        run = ""
        for character in text:
            if character.isascii():
                self._commit(run)
                run = ""
                if character == "\n":
                    self.press("Return")
                else:
                    QTest.keyClicks(self.focus, character)
            else:
                run += character
        self._commit(run)

    def compose(self, preedit: str, commit: str = "") -> None:
        """One event of an input method."""
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.focus, event)

    def wait_for_preview(self, text: str) -> None:
        """Wait until the preview's page holds a text."""
        self._qtbot.waitUntil(lambda: text in self.preview_text(), timeout=20_000)

    def preview_text(self) -> str:
        """The text of the preview's page."""
        found: list[str] = []
        self.window.preview.page.toPlainText(found.append)
        self._qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0]

    def _commit(self, text: str) -> None:
        if text:
            self.compose(text)
            self.compose("", text)


STUCK = "re.match('(a|aa)+$', 'a' * 60 + 'b')"
"""Holds Python's lock for years."""


@contextmanager
def other_workers(monkeypatch, program, limit=1.0):
    """Have a program change what the workers for tasks do, and give them a limit of some seconds."""
    from editor.tasks import process
    from editor.ui import tasks

    program = f"import re, sys\nfrom editor.tasks import table, worker\n{program}\nsys.exit(worker.main())"
    tasks._close()
    with monkeypatch.context() as changed:
        changed.setattr(process, "COMMAND", (sys.executable, "-c", program, "--task-worker"))
        changed.setattr(process, "TIME_LIMIT", limit)
        yield
        tasks._close()


def stuck_tasks(monkeypatch, *names):
    """Have tasks never end; others are done as they are."""
    return other_workers(
        monkeypatch, "\n".join(f"table.TASKS[{name!r}] = lambda request, tell: {STUCK}" for name in names)
    )


def stuck_posts(monkeypatch):
    """Have the reading of posts that hold the word STUCK never end."""
    return other_workers(
        monkeypatch,
        "from editor.post.post import Post\nread = Post.from_bytes.__func__\n"
        f"Post.from_bytes = classmethod(lambda cls, data, *rules: {STUCK} if b'STUCK' in data else read(cls, data, *rules))",
    )
