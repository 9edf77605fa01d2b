"""A change of many posts that is killed at each of its steps: it is offered, finished or taken back, to the byte."""

import os
import shutil
import signal
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor import cli
from editor.blog.folder import BlogFolder
from editor.blog.moves.carry import carry_back, carry_out
from editor.blog.moves.place import Wish
from editor.blog.moves.plan import plan_move
from editor.blog.operation_record import State, _line
from editor.blog.operations import FILE, OperationLog, settle, unfinished
from editor.blog.rewriting import take_back
from editor.blog.search import replace_in_posts, search_blog
from editor.blog.site import blog_of
from editor.blog.tags import changes, write
from editor.post import atomic, swap
from editor.post.files import FileError
from editor.writing.search import Query
from tests.files import write as write_files

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
BLOG = {
    "_config.yml": "url: https://ex.org\n",
    "_posts/2026-01-02-old.md": "---\ntitle: o\ntags: [sea]\n---\n![x](/assets/2026-01-02-old/a.png) sea\n",
    **{
        f"_posts/2026-02-0{day}-n{day}.md": f"---\r\ntitle: {day}\r\ntags: [sea, b]\r\n---\r\n"
        f"sea {day} [o]({{% post_url 2026-01-02-old %}}) 海 sea\r\n" + "text\r\n" * day
        for day in range(1, 5)
    },
    "assets/2026-01-02-old/a.png": "png",
}
STEPS = ((os, "fsync"), (os, "rename"), (os, "unlink"), (os, "mkdir"), (swap, "_rename"))


def contents(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def of_posts(root):
    """Without what a killed save leaves beside a post, which `clean_leftovers` takes away."""
    return {name: data for name, data in contents(root).items() if not name.endswith(".postwright-save")}


def replacing(root, log):
    found = list(search_blog(root, Query("sea"), "山と海", lambda: False))
    return partial(replace_in_posts, [(one, range(len(one.hits))) for one in found], log=log), take_back


def tagging(root, log):
    return partial(write, list(changes(root, "tags", ["sea"], "ocean")), log=log), take_back


def renaming(root, log):
    path = root / "_posts/2026-01-02-old.md"
    move = plan_move(BlogFolder(blog_of(path)), path, Wish(slug="new"), NOW)
    return partial(carry_out, move, log=log), carry_back


OPERATIONS = (replacing, tagging, renaming)


def killed_at(step, do):
    """Do something in a process that is killed at a step; whether it was."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    try:
        calls = 0

        def counted(real, *arguments, **options):
            nonlocal calls
            calls += 1
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        for owner, name in STEPS:
            setattr(owner, name, partial(counted, getattr(owner, name)))
        do()
    finally:
        os._exit(0)


@pytest.mark.parametrize("undone", [False, True], ids=["done", "taken back"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_killed_at_each_step(tmp_path, operation, undone):
    """Half of it is never all that is left: after each kill it is as before, as it was to be, or offered."""
    root = tmp_path / "blog"

    def begin(name):
        for folder in (root, tmp_path / "state"):
            shutil.rmtree(folder, ignore_errors=True)
        write_files(root, BLOG)
        return operation(root, OperationLog(tmp_path / "state" / name))

    do, back = begin("whole")
    before = contents(root)
    outcome = do()
    after = contents(root)
    assert after != before
    back(outcome)
    assert contents(root) == before
    step, offered = 0, 0
    while True:
        step += 1
        do, back = begin("killed")
        if undone:
            done = do()
            if not killed_at(step, partial(back, done)):
                break
            getattr(done, "outcome", done).record._lock.unlock()  # it was this process that had begun
        elif not killed_at(step, do):
            break
        found = unfinished(tmp_path / "state" / "killed")
        now = of_posts(root)
        if not found:
            assert now in (before, after), step
            assert list((tmp_path / "state").rglob(FILE)) == [], "what is not half done is not kept"
            continue
        offered += 1
        assert now not in (before, after), step
        (one,) = found
        copies = [tmp_path / "copy"]
        shutil.rmtree(copies[0], ignore_errors=True)
        shutil.copytree(root, copies[0])
        record = (one.folder / FILE).read_bytes()
        settled = settle(one, State.AFTER)
        assert (settled.left, of_posts(root)) == ((), after), step
        assert unfinished(tmp_path / "state" / "killed") == []
        shutil.rmtree(root)
        shutil.move(copies[0], root)
        one.folder.mkdir()
        (one.folder / FILE).write_bytes(record)
        (again,) = unfinished(tmp_path / "state" / "killed")
        settled = settle(again, State.BEFORE)
        assert (settled.left, of_posts(root)) == ((), before), step
        assert list((tmp_path / "state" / "killed").iterdir()) == []
    assert offered > 5, (step, offered)


def half_done(root, state, operation=replacing):
    """Kill an operation in its middle."""
    for number in range(8, 100):
        for folder in (root, state):
            shutil.rmtree(folder, ignore_errors=True)
        write_files(root, BLOG)
        do, _ = operation(root, OperationLog(state))
        assert killed_at(number, do)
        if unfinished(state, look_only=True):
            return
    raise AssertionError


@pytest.mark.parametrize("wanted", [State.AFTER, State.BEFORE])
def test_what_was_changed_since_is_left_and_told(tmp_path, wanted):
    root, state = tmp_path / "blog", tmp_path / "state"
    half_done(root, state)
    (one,) = unfinished(state)
    states = dict(one.states())
    first, second = (next(path for path, now in states.items() if now is kind) for kind in (State.AFTER, State.BEFORE))
    first.write_bytes(b"newer")
    second.unlink()
    settled = settle(one, wanted)
    assert first.read_bytes() == b"newer"
    assert not second.exists()
    told = "; ".join(settled.left)
    assert f"{first.name}: was changed since" in told
    assert f"{second.name}: does not exist" in told
    assert len(settled.written) + 1 >= len([one for one in states.values() if one is not wanted]) - 1


def test_a_record_that_can_not_be_written_stops_the_operation(tmp_path):
    root = tmp_path / "blog"
    write_files(root, BLOG)
    before = contents(root)
    (tmp_path / "state").write_bytes(b"in the way")
    for operation in OPERATIONS:
        do, _ = operation(root, OperationLog(tmp_path / "state"))
        with pytest.raises(FileError, match="nothing was changed"):
            do()
        assert contents(root) == before


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_record_is_on_the_disk_before_the_first_step(tmp_path, monkeypatch, operation):
    """Its bytes, its name, and its folder's."""
    root, state = tmp_path / "blog", tmp_path / "state"
    write_files(root, BLOG)
    do, _ = operation(root, OperationLog(state))
    synced, before_first_step = [], []
    real, rename = os.fsync, swap._rename

    def fsync(handle):
        synced.append(os.path.realpath(f"/proc/self/fd/{handle}"))
        real(handle)

    def step(*arguments):
        before_first_step.append(list(synced))
        return rename(*arguments)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(swap, "_rename", step)
    do()
    (record,) = state.rglob(FILE)
    wanted = {str(record), str(record.parent), str(state), str(tmp_path)}
    assert wanted <= set(before_first_step[0])


@pytest.mark.parametrize("damage", ["cut", "first line", "a line", "empty", "folder", "another version"])
def test_records_that_are_damaged(tmp_path, damage):
    """They do no harm; what can be read of them is offered."""
    root, state = tmp_path / "blog", tmp_path / "state"
    half_done(root, state)
    (record,) = state.rglob(FILE)
    lines = record.read_bytes().split(b"\n")
    now = contents(root)
    match damage:
        case "cut":
            record.write_bytes(b"\n".join(lines[:-2]) + b"\n")  # as one that was being written
        case "first line":
            record.write_bytes(b"\n".join([b"00000000 {}", *lines[1:]]))
        case "a line":
            record.write_bytes(b"\n".join([lines[0], b"\xff", *lines[2:]]))
        case "empty":
            record.write_bytes(b"")
        case "folder":
            record.unlink()
            record.mkdir()
        case _:
            head = _line({"version": 9, "kind": "replace", "moves": []}).rstrip(b"\n")
            record.write_bytes(b"\n".join([head, *lines[1:]]))
    found = unfinished(state)
    assert contents(root) == now
    if damage not in ("a line", "first line"):
        assert found == []
        assert record.exists() == (damage in ("folder", "another version"))
        return
    (one,) = found
    settled = settle(one, State.BEFORE)
    assert "can’t be read" in "".join(settled.left)


def test_a_living_program_is_let_alone(tmp_path):
    root, state = tmp_path / "blog", tmp_path / "state"
    write_files(root, BLOG)
    log = OperationLog(state)
    do, _ = replacing(root, log)
    seen = []
    real = atomic.exchange

    def exchange(*names):
        seen.append(unfinished(state))
        return real(*names)

    atomic.exchange = exchange
    try:
        do()
    finally:
        atomic.exchange = real
    assert seen
    assert not any(seen)
    assert unfinished(state) == []
    log.close()
    assert list(state.iterdir()) == []


def test_verbs_tell_of_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    root = tmp_path / "blog"
    half_done(root, tmp_path / "home" / "postwright" / "operations")
    (tmp_path / "home" / "postwright" / "operations" / "empty").mkdir()
    for _ in range(2):
        cli.main(["get", "--key", "title", str(root / "_posts/2026-01-02-old.md")])
        said = capsys.readouterr()
        assert said.out == "o\n"
        assert "stopped half-way" in said.err
        assert str(root) in said.err


def test_the_set_verb_is_killed(tmp_path, monkeypatch, capsys):
    """As the others; where nothing can be written down it works all the same."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    root, state = tmp_path / "blog", tmp_path / "home" / "postwright" / "operations"
    posts = [root / name for name in sorted(BLOG) if name.endswith(".md")]
    command = ["set", "title=x", "--", *map(str, posts)]
    offered = 0
    for step in range(1, 200):
        shutil.rmtree(root, ignore_errors=True)
        write_files(root, BLOG)
        if not killed_at(step, partial(cli.main, command)):
            break
        found = unfinished(state)
        if found:
            offered += 1
            wanted = State.AFTER if step % 2 else State.BEFORE
            assert not settle(found[0], wanted).left
        now = of_posts(root)
        assert len({b"title: x" in data for name, data in now.items() if name.endswith(".md")}) == 1, step
    assert offered > 5
    assert list(state.iterdir()) == []
    shutil.rmtree(state)
    state.write_bytes(b"in the way")
    write_files(root, BLOG)
    assert cli.main(command) == 0
    assert all(b"title: x" in path.read_bytes() for path in posts)


@pytest.fixture
def shown(qtbot, again, tmp_path):
    """The window with what was stopped, shown at the next start, with a post of it open."""

    def show(operation):
        half_done(tmp_path / "blog", tmp_path / "state" / "operations", operation)
        window = again()
        qtbot.waitUntil(lambda: "half-way" in window.messages.text, timeout=20_000)
        window.files.open(next(iter(sorted((tmp_path / "blog" / "_posts").glob("2026-02*")))))
        QTest.mouseClick(window.messages.buttons[0], Qt.MouseButton.LeftButton)
        return window, window.keeping.unfinished.window

    return show


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("button", ["finish", "back"])
def test_the_window_offers_it_at_the_next_start(shown, qtbot, tmp_path, operation, button):
    window, dialog = shown(operation)
    rows = [dialog.files.topLevelItem(row) for row in range(dialog.files.topLevelItemCount())]
    assert (
        {"not changed yet"}
        < {row.text(1) for row in rows}
        <= {"changed", "not changed yet", "has its new name"} | {"has its old name"}
    )
    QTest.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
    assert "Files written" in dialog.said.text()
    assert window.files.path.read_bytes() == window.document.post.to_bytes(), "the open post follows"
    now = of_posts(tmp_path / "blog")
    before = {name: text.encode() for name, text in BLOG.items()}
    if button == "back":
        assert now == before
    else:
        write_files(tmp_path / "other", BLOG)
        operation(tmp_path / "other", None)[0]()
        assert now == contents(tmp_path / "other")
    QTest.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    assert not unfinished(tmp_path / "state" / "operations")


def test_later_offers_it_again(shown, qtbot, again):
    window, dialog = shown(replacing)
    QTest.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    window.close()
    second = again()
    qtbot.waitUntil(lambda: "half-way" in second.messages.text, timeout=20_000)
