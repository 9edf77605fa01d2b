"""A journal is offered whatever its lock file has become, unless a living program holds it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from editor.app import _lock
from editor.post import lock as lock_module
from editor.post.journal import KEPT, Beginning, Journal, Step, _line
from editor.post.lock import FileLock
from editor.settings import Settings
from editor.text.edit import Edit
from editor.text.source import decode
from tests.conftest import ROOT
from tests.ui.user import offered

TEXT = b"---\ntitle: x\n---\n\nbody\n"


def empty(path):
    path.write_bytes(b"")


def garbage(path):
    path.write_bytes(b"\xff\x00" * 500)


def huge(path):
    with path.open("wb") as file:
        file.truncate(2**31)


def folder(path):
    (path / "inside").mkdir(parents=True)


def pipe(path):
    os.mkfifo(path)


def link(path):
    path.symlink_to("/dev/zero")


def dangling(path):
    path.symlink_to(path.with_name("gone"))


def other_host(path):
    path.write_text(f"{os.getpid()}\npostwright\nanother-machine\n")


def process_number_used_again(path):
    path.write_text(f"{os.getppid()}\npostwright\n{os.uname().nodename}\n")


def of_version_1(path):
    """As Qt wrote it, of a process that has ended."""
    path.write_text(f"999999\npostwright\n{os.uname().nodename}\n")


LOCKS = (empty, garbage, huge, folder, pipe, link, dangling, other_host, process_number_used_again, of_version_1)


@pytest.fixture
def journal(tmp_path):
    """What a window that was killed has left."""
    post = tmp_path / "post.md"
    post.write_bytes(TEXT)
    own = tmp_path / "state" / "journal" / "123-abc"
    own.mkdir(parents=True)
    journal = Journal(own / "a.journal")
    journal.add(Beginning(post, decode(TEXT)), [Step(Edit(0, 0, "typed "), 1)])
    journal.write()
    return journal.path


@pytest.mark.parametrize("damage", LOCKS)
def test_a_journal_is_offered(qtbot, journal, again, damage):
    damage(journal.with_name("lock"))
    window = again()
    assert "typed" in offered(window, qtbot).text.toPlainText()


@pytest.mark.parametrize("why", ["refused", "newer version", "damaged"])
def test_a_journal_that_gives_nothing_now(qtbot, journal, again, monkeypatch, why):
    """What the disk refuses, and what a newer version wrote, stays for later; what is damaged is put aside."""
    empty(journal.with_name("lock"))
    if why != "refused":
        head = {"version": 9} if why == "newer version" else {}
        journal.write_bytes(_line(head) + b"more\n")
    real = Path.read_bytes

    def refuse(path):
        if path == journal:
            raise OSError(5, "Input/output error")
        return real(path)

    def refuse_opening(path, *arguments, **named):
        if path == journal:
            raise OSError(5, "Input/output error")
        return opening(path, *arguments, **named)

    opening = Path.open
    if why == "refused":
        monkeypatch.setattr(Path, "read_bytes", refuse)
        monkeypatch.setattr(Path, "open", refuse_opening)
    window = again()
    journaling = window.keeping.recovery.journaling
    looked = []
    journaling._do(lambda: looked.append(True))  # after the look
    qtbot.waitUntil(lambda: bool(looked), timeout=20_000)
    assert journal.exists() == (why != "damaged")
    kept = journal.parent.parent / KEPT / journal.name
    assert kept.exists() == (why == "damaged")


HOLDER = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from editor.post.lock import FileLock
from PySide6.QtCore import QLockFile
path = {path!r}
lock = FileLock(Path(path)) if {ours} else QLockFile(path)
print(lock.take() if {ours} else lock.tryLock(0), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("ours", [True, False])
def test_a_living_program_is_let_alone_and_a_killed_one_is_not(tmp_path, ours):
    path = tmp_path / "lock"
    program = HOLDER.format(root=str(ROOT), path=str(path), ours=ours)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as holder:
        assert holder.stdout.readline() == b"True\n"
        lock = FileLock(path)
        assert not lock.take()
        assert lock.refused
        holder.kill()
    assert lock.take()
    assert not FileLock(path).take(), "nor twice in one process"
    lock.unlock()
    assert not path.exists()


def test_qt_sees_ours(tmp_path):
    """Version 1.0 beside this one."""
    lock = FileLock(tmp_path / "lock")
    assert lock.take()
    theirs = QLockFile(str(tmp_path / "lock"))
    theirs.setStaleLockTime(0)
    assert not theirs.tryLock(0)


def test_without_locks_of_the_system(tmp_path, monkeypatch):
    """As on some network file systems: the process counts that the file names, if it began when it says."""
    import fcntl

    def refuse(*_):
        raise OSError(lock_module.errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    path = tmp_path / "lock"
    assert FileLock(path).take()
    second = FileLock(path)
    assert not second.take()
    assert second.refused
    said = path.read_text().split("\n")
    for line, other in ((0, "1"), (2, "elsewhere"), (3, said[3] + "1")):
        path.write_text("\n".join([*said[:line], other, *said[line + 1 :]]))
        assert FileLock(path).take(), said[line]
        path.write_text("\n".join(said))


def test_errors_of_the_machine_take_no_lock_away(tmp_path, monkeypatch):
    """A process with too many open files must not take another's lock for a damaged one."""
    path = tmp_path / "lock"
    held = FileLock(path)
    assert held.take()

    def refuse(*_, **__):
        raise OSError(lock_module.errno.EMFILE, "too many open files")

    with monkeypatch.context() as patched:
        patched.setattr(lock_module.os, "open", refuse)
        assert not FileLock(path).take()
    assert path.exists()
    assert not FileLock(path).take()


@pytest.mark.parametrize("damage", LOCKS)
def test_the_first_window_is_the_first_whatever_its_lock_has_become(tmp_path, damage):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    settings.running.parent.mkdir(parents=True)
    damage(settings.running)
    lock = _lock(settings)
    assert lock is not None
    assert lock.is_held
    assert _lock(settings) is None
    lock.unlock()
    assert _lock(settings).is_held


@pytest.mark.parametrize("damage", LOCKS)
def test_a_killed_window_has_nothing_open(window, tmp_path, damage):
    path = tmp_path / "post.md"
    path.write_bytes(TEXT)
    dead = tmp_path / "state" / "open" / "1-dead"
    dead.mkdir(parents=True)
    (dead / "open.json").write_text(f'["{path}"]')
    damage(dead / "lock")
    window.files.open(path)
    assert "another window" not in window.messages.text
