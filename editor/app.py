"""The one place that builds the program's objects and hands them to each other."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QWidget

from editor import language
from editor.disk import private_folder
from editor.language import tr
from editor.post.lock import FileLock
from editor.resources import resource
from editor.settings import Settings
from editor.ui.garbage import Garbage
from editor.ui.jobs import call_in_window
from editor.ui.messages import Choice
from editor.ui.speaking import speak, system_languages
from editor.ui.still_page import limit_decoders
from editor.ui.theme.fonts import set_scale
from editor.ui.theme.style import apply_theme, choose
from editor.ui.window import Window

PAINT_LIMIT_MS = 20_000
AFTER_PATCH_MS = 500
"""What is in the page is seen some frames later."""
BLANK_TRIES = 10
"""How often a preview without anything in it is looked at once more."""
UNSEEN_MS = 2_000
"""After how long a window that nobody sees (minimised) starts the rest."""


def run_window(path: Path | None) -> int:
    """Show the window until it is closed.

    Args:
        path: a post or a blog's folder; None for what was open last (on the first start: the ways to begin).

    """
    settings = Settings.for_user()
    lock = _lock(settings)
    if lock is None and _handed_over(settings, path):
        return 0
    application = make_application()
    window = _window(application, settings, str(settings.get("theme")))
    sys.excepthook = partial(_tell, window, settings)
    threading.excepthook = partial(_tell_of_thread, window, settings)
    window.form.hold(min(max(0, int(settings.get("form_height"))), 2_000))
    restored = window.tabs.restore()
    first = path if path is not None or restored else _last_post(settings)
    if first is not None:
        window.opening.open(first)
    elif not restored:
        window.files.new()
        window.help.show_welcome()
    window.show()
    window.pane.setFocus()
    _AfterFirstPaint(window.pane.viewport(), partial(_start, window, settings, first=lock is not None))
    status = application.exec()
    if lock is not None:
        lock.unlock()
    return status


def _lock(settings: Settings) -> FileLock | None:
    """The lock of the first program of a user; None for a second one."""
    with contextlib.suppress(OSError):
        private_folder(settings.running.parent)
    lock = FileLock(settings.running)
    return lock if lock.take() or not lock.refused else None


def _handed_over(settings: Settings, path: Path | None) -> bool:
    """Whether the program that runs already has taken the post."""
    from editor.ui.one_instance import hand_over, name_for

    return hand_over(name_for(settings.running.parent), path)


def _open_for_another_start(window: Window, path: Path | None) -> None:
    """What a second start wanted; the window comes to the front."""
    if path is not None:
        window.opening.open(path)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _start(window: Window, settings: Settings, *, first: bool) -> None:
    """The rest of the start; what is there by then is not looked through again for garbage."""
    window.form.release()
    window.start()
    window.setWindowIcon(QIcon(str(resource("icon/postwright.svg"))))
    from editor.report import start_log  # its packages are not for the first painting

    start_log(settings)
    if first:
        from editor.ui.one_instance import OneInstance, name_for

        OneInstance(name_for(settings.running.parent), partial(_open_for_another_start, window), window)
    Garbage(window)


def take_screenshot(path: Path, output: Path, size: tuple[int, int], *, theme: str, scale: float) -> int:
    """Save a picture of the real window with a post, once its preview is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    application = make_application()
    window = _window(application, Settings(Path(os.devnull), Path(os.devnull)), theme)
    window.resize(*size)
    window.files.open(path)
    window.show()
    window.start()
    Garbage(window)
    painted = _wait_for_preview(window)
    saved = _grab(window).save(str(output))
    window.document.saved()
    window.close()
    if not saved:
        print(f"{output}: can't be written: choose a folder that exists and a name that ends in .png", file=sys.stderr)
        return 1
    if not painted:
        print(f"{output}: the preview was not painted within {PAINT_LIMIT_MS // 1000} s", file=sys.stderr)
        return 1
    return 0


def make_application() -> QApplication:
    """Qt's application object, set up for this machine. Reads and sets environment variables before Qt starts.

    From now on nobody looks for garbage but `Garbage`. (At the start there is none, and looking for it costs 10 ms.)
    """
    gc.disable()
    _choose_backend()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)  # the web engine asks for it
    application = QApplication(sys.argv[:1])
    application.setApplicationName("postwright")
    application.setApplicationDisplayName("Postwright")
    application.setDesktopFileName("postwright")
    application.setStyle("Fusion")
    limit_decoders()
    return application


class _AfterFirstPaint(QObject):
    """Calls a function once what a widget shows is on the screen, or after a while where it is never painted."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget: QWidget | None = widget
        self._then = then
        widget.installEventFilter(self)
        QTimer.singleShot(UNSEEN_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Wait for the first painting; it is flushed to the screen before a timer fires."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._call)
        return False

    def _call(self) -> None:
        if self._widget is not None:
            self._widget = None
            self._then()


def _window(application: QApplication, settings: Settings, theme: str) -> Window:
    speak(language.begin(str(settings.get("language")), system_languages()))
    set_scale(int(settings.get("interface_size")))
    colours = choose(theme)
    apply_theme(application, colours)
    return Window(settings, colours)


def _tell(
    window: Window, settings: Settings, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An error nobody foresaw: what was typed is written down first, the place goes to the log, the writer gets a calm
    word and may copy a report.
    """
    with contextlib.suppress(Exception):
        assert window.keeping is not None
        window.keeping.recovery.journaling.flush()
    logging.getLogger("postwright").error("unexpected error", exc_info=(kind, error, trace))
    from editor.report import about, frames

    report = "\n".join([*about(settings), *frames(kind, trace)])
    window.messages.say(
        tr("Something went wrong ({0}: {1}). Your text is here, and kept: save it, then start again.").format(
            kind.__name__, error
        ),
        [Choice(tr("Copy the report"), lambda: QApplication.clipboard().setText(report))],
    )


def _tell_of_thread(window: Window, settings: Settings, error: threading.ExceptHookArgs) -> None:
    """The same, from a thread."""
    value = error.exc_value or error.exc_type()
    call_in_window(window, _tell, window, settings, error.exc_type, value, error.exc_traceback)


def _last_post(settings: Settings) -> Path | None:
    """The post opened last; None on the first start."""
    return next((Path(name) for name in settings.get("recent_files") if Path(name).is_file()), None)


def _choose_backend() -> None:
    """Where no graphics processor is, Qt composes a window with a web view faster without OpenGL (measured: a key
    press shows after 3 to 4 ms instead of 17 to 24).
    """
    has_gpu = sys.platform != "linux" or any(Path("/dev/dri").glob("renderD*"))
    if not has_gpu or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium's sandbox refuses to run as root


def _wait_for_preview(window: Window) -> bool:
    """Wait until the preview shows the post; False when it takes too long. On a busy machine a patch is in the page
    long before it is seen, so the picture itself is looked at; a post without words shows nothing.
    """
    loop, seen = QEventLoop(), []

    def painted() -> None:
        seen.append(True)
        QTimer.singleShot(AFTER_PATCH_MS, look)

    def look(tries: int = BLANK_TRIES) -> None:
        if tries and not _has_two_colours(window.preview.grab().toImage()):
            QTimer.singleShot(AFTER_PATCH_MS, lambda: look(tries - 1))
        else:
            loop.quit()

    window.preview.painted.connect(painted)
    QTimer.singleShot(PAINT_LIMIT_MS, loop.quit)
    loop.exec()
    return bool(seen)


def _has_two_colours(image: QImage) -> bool:
    """Whether anything is drawn in a picture."""
    first = image.pixel(0, 0)
    rows, columns = range(0, image.height(), 3), range(0, image.width() * 3 // 4, 3)  # without the scroll bar
    return any(image.pixel(x, y) != first for y in rows for x in columns)


def _grab(window: Window) -> QImage:
    return window.grab().toImage()
