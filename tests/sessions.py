"""A desktop session of its own: an X server, a message bus, and a program that talks to the window from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.conftest import ROOT

SCREEN = "1200x800x24"
LIMIT_S = 120


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a program in a new session; gives its exit code and the end of what it said.

    Args:
        folder: an empty one, for its home and its log.

    """
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    try:
        with os.fdopen(reader) as told:
            os.close(writer)
            screen = f":{told.readline().strip()}"
        env = {
            "DISPLAY": screen,
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            **environment,
        }
        # into a file: daemons of the session outlive it now and then, and would keep a pipe open for ever
        log = folder / "log"
        with log.open("wb") as output:
            session = subprocess.Popen(
                ["dbus-run-session", "--", *command], env=env, stdout=output, stderr=output, start_new_session=True
            )
        try:
            returned = session.wait(LIMIT_S)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    finally:
        server.kill()
        server.wait()
    return returned, log.read_text(errors="replace")[-2_000:]
