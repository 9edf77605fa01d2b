"""A user at the window with a small post."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor.settings import Settings
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import close_unasked
from tests.ui.user import POST, User


@pytest.fixture
def user(window, qtbot):
    return User(window, qtbot)


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(POST.encode())
    return path


@pytest.fixture
def opened(window, post):
    window.files.open(post)
    return window


@pytest.fixture
def again(qapp, qtbot, tmp_path):
    """Start the program once more."""
    windows = []

    def start():
        window = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.start()
        return window

    yield start
    for window in windows:
        close_unasked(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
