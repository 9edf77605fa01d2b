"""Attacks on what is newer that nobody had listed: at the last moments of a save, on records, locks and versions."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.blog import rewriting
from editor.blog.operation_record import State
from editor.blog.operations import FILE, OperationLog, settle, unfinished
from editor.blog.rewriting import take_back
from editor.export.carry import carry_out
from editor.export.carry import take_back as take_back_export
from editor.post import atomic, swap
from editor.post.atomic import clean_leftovers
from editor.post.files import FileError, Stamp, write_file
from editor.post.lock import FileLock
from tests.conftest import ROOT
from tests.export.desks import Desk
from tests.faults.other_program import meanwhile
from tests.faults.test_locks import TEXT, empty
from tests.faults.test_locks import journal as journal  # noqa: PLC0414  a fixture
from tests.faults.test_unfinished import BLOG, contents, half_done, renaming, replacing, tagging
from tests.files import write as write_files
from tests.ui.user import User, offered

OLD = b"old text\n"


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(OLD)
    return path


def a_folder(path):
    path.unlink()
    (path / "with").mkdir(parents=True)


def a_link_out(path):
    """To a file with the very bytes that are expected."""
    outside = path.with_name("outside")
    outside.write_bytes(OLD)
    path.unlink()
    path.symlink_to(outside)


def a_pipe(path):
    path.unlink()
    os.mkfifo(path)


def another_name(path):
    """The post gets a second name, so that it must not be cut off from it."""
    os.link(path, path.with_name("second.md"))


@pytest.mark.parametrize("moment", ["fsync", "exchange"])
@pytest.mark.parametrize("become", [a_folder, a_link_out, a_pipe])
def test_the_post_becomes_something_else(post, moment, become):
    signal.alarm(60)
    with meanwhile(moment, partial(become, post)), pytest.raises(FileError):
        write_file(post, b"mine", expected=Stamp.of(OLD))
    signal.alarm(0)
    status = post.lstat()
    assert not os.path.isfile(post) or post.is_symlink(), oct(status.st_mode)
    outside = post.with_name("outside")
    assert not outside.exists() or outside.read_bytes() == OLD
    assert [one.name for one in post.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("theirs", [b"theirs", None])
def test_an_export_that_is_taken_back_removes_no_text_of_others(tmp_path, monkeypatch, theirs):
    """Written at the last moment before what the export made is removed."""
    desk = Desk(tmp_path)
    plan = desk.plan(desk.draft("# Title\n\ntext\n"))
    exported = carry_out(plan, desk.memory)
    written, real = plan.path.read_bytes(), atomic.rename_new

    def rename(old, new):
        if theirs is not None and old.name == plan.path.name:
            plan.path.write_bytes(theirs)
        return real(old, new)

    monkeypatch.setattr(atomic, "rename_new", rename)
    assert take_back_export(exported) == ((plan.path,) if theirs is not None else ())
    assert (plan.path.read_bytes() if plan.path.exists() else None) == theirs
    assert written


def test_the_folder_is_renamed_while_a_post_is_saved(tmp_path):
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "post.md").write_bytes(OLD)
    with meanwhile("exchange", lambda: folder.rename(tmp_path / "moved")), pytest.raises(FileError):
        write_file(folder / "post.md", b"mine", expected=Stamp.of(OLD))
    assert (tmp_path / "moved" / "post.md").read_bytes() == OLD
    kept = []
    clean_leftovers(tmp_path / "moved", now=2**40, keep=lambda *one: kept.append(one))
    assert kept == [("post.md", b"mine")]


def test_versions_that_can_not_be_read_hide_no_journal(qtbot, journal, again, tmp_path):
    """Nor dates without a zone: what is cleaned at the start comes after what is looked for."""
    empty(journal.with_name("lock"))
    versions = tmp_path / "state" / "versions"
    (versions / "bad.list").mkdir(parents=True)
    (versions / "naive.list").write_text(json.dumps({"when": "2001-01-01T00:00:00", "digest": "ab", "path": "x"}))
    (versions / "ab").write_bytes(b"x")
    assert "typed" in offered(again(), qtbot).text.toPlainText()


CHILD = """
import subprocess, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from editor.post.lock import FileLock
lock = FileLock(Path({path!r}))
assert lock.take()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], stdout=subprocess.DEVNULL)
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_a_process_that_outlives_the_window_does_not_hold_its_lock(tmp_path):
    path = tmp_path / "lock"
    program = [sys.executable, "-c", CHILD.format(root=str(ROOT), path=str(path))]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as holder:
        child = int(holder.stdout.readline())
        try:
            holder.kill()
            holder.wait()
            os.kill(child, 0)
            assert FileLock(path).take()
        finally:
            os.kill(child, signal.SIGKILL)


def test_both_a_journal_and_a_stopped_change_are_offered(qtbot, journal, again, tmp_path):
    """The message of the one does not take the other's place for good."""
    half_done(tmp_path / "blog", tmp_path / "state" / "operations")
    window = again()
    bar, seen = window.messages, set()
    qtbot.waitUntil(lambda: len(bar._staying) == 2, timeout=20_000)
    while bar._staying:
        seen.add(bar._staying[-1][2])
        bar.clear()
        QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert seen == {"lost", "unfinished"}
    assert bar.text == ""


def test_one_bad_record_hides_no_other(tmp_path, monkeypatch, caplog):
    root, state = tmp_path / "blog", tmp_path / "state"
    half_done(root, state)
    for name, data in (("1-a", b""), ("2-b", None)):
        (state / name).mkdir()
        (state / name / FILE).write_bytes(data) if data is not None else (state / name / FILE).mkdir()
    assert len(unfinished(state)) == 1
    assert (state / "2-b").exists()
    assert not (state / "1-a").exists()


def test_taking_back_after_another_change_could_not_be_noted(tmp_path):
    """The former record is gone then; the change is taken back all the same."""
    root, state = tmp_path / "blog", tmp_path / "state"
    write_files(root, BLOG)
    before, log = contents(root), OperationLog(state)
    outcome = replacing(root, log)[0]()
    again, _ = tagging(root, log)
    log.close()
    state.rmdir()
    state.write_bytes(b"in the way")
    with pytest.raises(FileError, match="nothing was changed"):
        again()
    assert not take_back(outcome).left
    assert contents(root) == before


def test_what_an_error_of_ours_stopped_is_offered_too(tmp_path, monkeypatch):
    """Not only a kill: the window goes on, and is closed."""
    root, state = tmp_path / "blog", tmp_path / "state"
    write_files(root, BLOG)
    log, real, calls = OperationLog(state), rewriting.write_file, []

    def fail(*arguments, **named):
        calls.append(arguments)
        if len(calls) == 3:
            raise RuntimeError("a bug")
        return real(*arguments, **named)

    monkeypatch.setattr(rewriting, "write_file", fail)
    with pytest.raises(RuntimeError):
        replacing(root, log)[0]()
    assert unfinished(state) == [], "the program is alive"
    log.close()
    (one,) = unfinished(state)
    assert not settle(one, State.BEFORE).left
    assert contents(root) == {name: text.encode() for name, text in BLOG.items()}


def test_what_the_user_stopped_is_not_offered(tmp_path):
    """It was said; what was changed can be taken back until the window closes."""
    root, state = tmp_path / "blog", tmp_path / "state"
    write_files(root, BLOG)
    log = OperationLog(state)
    outcome = replacing(root, log)[0](go_on=lambda number: number < 2)
    assert len(outcome.written) == 2
    stopped = take_back(outcome, lambda number: number < 1)
    assert len(stopped.rest) == 1
    log.close()
    assert unfinished(state) == []
    assert list(state.iterdir()) == []


@pytest.mark.parametrize("wanted", [State.AFTER, State.BEFORE])
def test_a_name_that_is_taken_meanwhile(tmp_path, wanted):
    """Neither the old nor the new name of a moved post is taken from another file."""
    root, state = tmp_path / "blog", tmp_path / "state"
    half_done(root, state, renaming)
    (one,) = unfinished(state)
    states = one.states()[: len(one.moves)]
    moved = next(number for number, (_, now) in enumerate(states) if now is State.AFTER)
    old, new = one.moves[moved]
    old.write_bytes(b"of somebody else")
    here = new.read_bytes()
    settled = settle(one, wanted)
    assert old.read_bytes() == b"of somebody else"
    assert new.exists()
    assert len(new.read_bytes()) >= len(here) - 20
    assert settled.left or wanted is State.AFTER


def test_a_post_that_is_open_with_changes_is_left(qtbot, again, tmp_path):
    half_done(tmp_path / "blog", tmp_path / "state" / "operations")
    window = again()
    qtbot.waitUntil(lambda: "half-way" in window.messages.text, timeout=20_000)
    operation = window.keeping.unfinished._found[0]
    path = next(path for path, now in operation.states() if now is State.BEFORE)
    window.files.open(path)
    window.pane.setFocus()
    user = User(window, qtbot)
    user.press("Ctrl+End")
    user.type("typed")
    now, typed = path.read_bytes(), window.document.post.text
    settled = window.keeping.unfinished.settle(operation, State.AFTER)
    assert f"{path.name}: has changes that are not saved" in "".join(settled.left)
    assert path.read_bytes() == now
    assert window.document.post.text == typed


def test_a_second_window_does_not_offer_what_the_first_does(qtbot, again, tmp_path):
    half_done(tmp_path / "blog", tmp_path / "state" / "operations")
    first = again()
    qtbot.waitUntil(lambda: "half-way" in first.messages.text, timeout=20_000)
    assert unfinished(tmp_path / "state" / "operations") == []
    assert TEXT


def test_programs_of_ours_that_count_lose_no_save(tmp_path):
    """Four read a number and save the next one, all at once: none is lost (of 240, 165 were before)."""
    first, second = tmp_path / "a", tmp_path / "b"
    for path in (first, second):
        path.write_bytes(b"")
    if not swap.exchange(first, second):
        pytest.skip("this file system can't exchange names")
    post, each = tmp_path / "blog" / "post.md", 40
    post.parent.mkdir()
    post.write_bytes(b"0")
    children = []
    for _ in range(4):
        children.append(os.fork())
        if not children[-1]:
            try:
                done = 0
                while done < each:
                    with contextlib.suppress(FileError):
                        now = post.read_bytes()
                        write_file(post, b"%d" % (int(now) + 1), expected=Stamp.of(now))
                        done += 1
            finally:
                os._exit(done != each)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    kept = [one for one in post.parent.iterdir() if one != post]  # where three met at once, one is put aside
    assert int(post.read_bytes()) + len(kept) >= 4 * each
