"""A second start hands its post to the first; one that hangs, or was killed, is no reason not to start."""

import os
import signal
import subprocess
import sys
import time

import pytest

from editor.app import _lock
from editor.settings import Settings
from editor.ui.one_instance import OneInstance, hand_over, name_for
from tests.conftest import ROOT


@pytest.fixture
def name(tmp_path):
    return name_for(tmp_path)


def other_program(name, path=""):
    """A second start, in a process of its own."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from editor.ui.one_instance import hand_over\n"
        "application = QCoreApplication([])\n"
        "sys.exit(0 if hand_over(sys.argv[1], Path(sys.argv[2]) if sys.argv[2] else None) else 3)"
    )
    return subprocess.Popen([sys.executable, "-c", program, name, path], cwd=ROOT)


def test_a_post_is_handed_over(qapp, qtbot, name, tmp_path):
    opened = []
    instance = OneInstance(name, opened.append, qapp)
    for path in (str(tmp_path / "朝 a.md"), ""):
        with other_program(name, path) as process:
            qtbot.waitUntil(lambda process=process: process.poll() is not None, timeout=20_000)
            assert process.returncode == 0
    assert opened == [tmp_path / "朝 a.md", None]
    instance.deleteLater()


def test_nobody_answers(qapp, name):
    assert not hand_over(name, None)


def test_what_a_killed_program_left_is_taken_over(qapp, qtbot, name):
    program = (
        "import sys, time; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalServer\n"
        "application = QCoreApplication([]); server = QLocalServer(); server.listen(sys.argv[1])\n"
        "print('there', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, name], stdout=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    opened = []
    instance = OneInstance(name, opened.append, qapp)
    with other_program(name) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
    instance.deleteLater()


def test_nonsense_is_let_alone(qapp, qtbot, name):
    opened = []
    instance = OneInstance(name, opened.append, qapp)
    program = (
        "import sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalSocket\n"
        "application = QCoreApplication([]); socket = QLocalSocket(); socket.connectToServer(sys.argv[1])\n"
        "socket.waitForConnected(500); socket.write(b'{nonsense\\n'); socket.flush(); socket.waitForBytesWritten(500)"
    )
    with subprocess.Popen([sys.executable, "-c", program, name], cwd=ROOT) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    qtbot.wait(100)
    assert opened == []
    instance.deleteLater()


def test_the_lock_of_a_killed_program_is_free(tmp_path):
    program = (
        "import sys, time; from pathlib import Path; from editor.app import _lock; from editor.settings import Settings\n"
        "lock = _lock(Settings(Path(sys.argv[1]) / 'config', Path(sys.argv[1]) / 'state'))\n"
        "print(lock is not None, flush=True); time.sleep(60)"
    )
    settings = Settings(tmp_path / "config", tmp_path / "state")
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ}) as process:
        assert process.stdout.readline() == b"True\n"
        assert _lock(settings) is None
        process.send_signal(signal.SIGKILL)
    time.sleep(0.1)
    lock = _lock(settings)
    assert lock is not None
    lock.unlock()
