"""A real input method: ibus with Anthy, in an X session of its own, types Japanese into the real program."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NEEDED = ("Xvfb", "dbus-run-session", "ibus-daemon", "anthy-agent")
SESSION = Path(__file__).with_name("ibus_session.py")


@pytest.mark.skipif(
    any(shutil.which(name, path="/usr/bin:/bin") is None for name in NEEDED)
    or not Path("/usr/share/ibus-anthy").is_dir(),
    reason="needs Debian's xvfb, dbus, ibus-anthy",
)
def test_japanese_is_composed_converted_and_saved(tmp_path, sample):
    post = tmp_path / "post.md"
    shutil.copyfile(sample, post)
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1200x800x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    try:
        with os.fdopen(reader) as told:
            os.close(writer)
            screen = f":{told.readline().strip()}"
        env = {
            "DISPLAY": screen,
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "QT_IM_MODULE": "ibus",
            "XMODIFIERS": "@im=ibus",
            "QT_QPA_PLATFORM": "xcb",
        }
        # into a file: daemons of the session outlive it now and then, and would keep a pipe open for ever
        log = tmp_path / "log"
        with log.open("wb") as output:
            session = subprocess.Popen(
                ["dbus-run-session", "--", sys.executable, str(SESSION), str(post)],
                env=env,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        try:
            returned = session.wait(120)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    finally:
        server.kill()
        server.wait()
    assert returned == 0, log.read_text(errors="replace")[-2000:]
    first = "AIインフラ投資3600億ドル超、その真意はどこにあるのか？\n"
    text = sample.read_text(encoding="utf-8")
    at = text.index("\n" + first) + 1
    assert post.read_text(encoding="utf-8") == text[:at] + "日本語" + text[at:]
