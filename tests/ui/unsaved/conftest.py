"""Windows with a journal and without a preview, which tests of unsaved work do not need."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor.settings import Settings
from editor.ui.keeping import Keeping
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import close_unasked


def begin(window, qtbot):
    """Show a window with its journal."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.keeping = Keeping(window, window._icons, window._settings)
    return window


@pytest.fixture
def window(still, qtbot):
    return begin(still, qtbot)


@pytest.fixture
def again(qapp, qtbot, tmp_path):
    """Start the program once more."""
    windows = []

    def start():
        windows.append(Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT))
        return begin(windows[-1], qtbot)

    yield start
    for one in windows:
        close_unasked(one)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
