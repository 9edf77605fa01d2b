"""What a bug report needs: versions, folders, what is missing; and the log. No word of the writer's is in it."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from importlib import metadata
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from editor import __version__
from editor.disk import open_private, private_folder
from editor.settings import Settings
from editor.text.white_space import ASCII_SPACE

MAX_LOG: Final = 200_000
_PACKAGES: Final = (
    "PySide6",
    "PySide6-Addons",
    "PyYAML",
    "python-frontmatter",
    "Markdown",
    "markdown-it-py",
    "Pygments",
    "nh3",
    "pillow",
    "chunspell",
    "libsass",
    "pykakasi",
)
_PROGRAMS: Final = {"git": "no history, commits and pushes", "jekyll": "", "hugo": ""}
"""Programs that are used where they are there, and what is missing without them."""


_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutWords(logging.Formatter):
    """Errors by their kind and place: what an exception says may be a line of a post."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  logging's name
        """The frames of a traceback, without its message."""
        kind, _, trace = ei
        return "\n".join(frames(kind, trace))


class _PrivateLog(RotatingFileHandler):
    """A log that only its user can read: an error may name a post's file."""

    def _open(self) -> TextIOWrapper:
        return os.fdopen(
            open_private(Path(self.baseFilename), os.O_WRONLY | os.O_APPEND | os.O_CREAT), "a", encoding="utf-8"
        )


def start_log(settings: Settings) -> None:
    """Write the program's log into the state folder; where that can't be written there is none."""
    log = logging.getLogger("postwright")
    try:
        private_folder(settings.log.parent)
        handler = _PrivateLog(settings.log, maxBytes=MAX_LOG, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def frames(kind: type[BaseException] | None, trace: TracebackType | None) -> Iterator[str]:
    """Where an error happened, line by line: files of the program and its packages, functions, line numbers."""
    for frame in traceback.extract_tb(trace):
        parts = Path(frame.filename).parts
        known = next((name for name in ("editor", "site-packages") if name in parts), None)
        short = "/".join(parts[parts.index(known) :]) if known is not None else Path(frame.filename).name
        yield f"  {short}:{frame.lineno} {frame.name}"
    yield kind.__name__ if kind is not None else ""


def about(settings: Settings) -> Iterator[str]:
    """Versions, folders and what is missing, line by line."""
    yield f"Postwright {__version__}"
    yield f"Python {platform.python_version()} on {platform.platform()}"
    for name in _PACKAGES:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name}: not installed"
    for name in ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QTWEBENGINE_DISABLE_SANDBOX", "XDG_SESSION_TYPE", "LANG"):
        if name in os.environ:
            yield f"{name}={os.environ[name]}"
    yield from (f"{what}: {_tidy(folder)}" for what, folder in _folders(settings))
    if sys.platform == "linux":
        if os.geteuid() == 0:
            yield "this is root: the preview’s process has no sandbox of Chromium’s around it"
        if not any(Path("/dev/dri").glob("renderD*")):
            yield "no graphics processor: the window is drawn by the processor"
    yield from problems(settings)


def problems(settings: Settings) -> Iterator[str]:
    """What is missing or wrong on this machine."""
    for name, without in _PROGRAMS.items():
        if without and shutil.which(name) is None:
            yield f"problem: {name} is not installed: {without}"
    for what, folder in _folders(settings):
        there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
        if not there.is_dir() or not os.access(there, os.W_OK):
            yield f"problem: {what} can’t be written: {_tidy(folder)}"
    if sys.platform == "linux":
        yield from _linux_problems()
    if sys.version_info[:2] != (3, 11):
        yield f"problem: Postwright is made for Python 3.11, this is {platform.python_version()}"


_NO_NAMESPACES: Final = {
    "user/max_user_namespaces": "0",
    "kernel/unprivileged_userns_clone": "0",
    "kernel/apparmor_restrict_unprivileged_userns": "1",
}
"""Settings of the kernel that leave Chromium's sandbox without user namespaces (sandbox/linux in its documentation)."""


def _linux_problems(kernel: Path = Path("/proc/sys")) -> Iterator[str]:
    """The preview's sandbox, and fonts."""
    for name, off in _NO_NAMESPACES.items():
        with contextlib.suppress(OSError):
            if (kernel / name).read_text().strip(ASCII_SPACE) == off:
                yield f"problem: {name} is {off}: the preview’s process has no sandbox of Chromium’s around it"
    if shutil.which("fc-list") is not None:
        fonts = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)  # noqa: S607
        if not fonts.stdout.strip(ASCII_SPACE):
            yield "problem: there is no font for Japanese (fonts-noto-cjk, google-noto-sans-cjk-fonts)"


def _folders(settings: Settings) -> list[tuple[str, Path]]:
    return [("the journal", settings.journal), ("the log", settings.log.parent), ("the indexes", settings.cache)]


def _tidy(folder: Path) -> str:
    """A folder without the user's name."""
    home = str(Path.home())
    return str(folder).replace(home, "~", 1) if str(folder).startswith(home) else str(folder)
