"""Who may read what: copies of private posts are private at every moment, and the program's own files always.

Umask 0 is the worst case: whatever is made without a mode may be read and written by everybody.
"""

import json
import logging
import os
import shutil
import socket
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.blog.library.index import Index
from editor.disk import is_private, narrow_all, open_private, private_folder, write_private
from editor.export.memory import ExportMemory
from editor.post import atomic, through
from editor.post.files import Stamp, finish_write, overwrite_file, write_file
from editor.post.journal import Beginning, Journal, Step, put_aside
from editor.post.saved_versions import SavedVersions
from editor.report import start_log
from editor.settings import Settings
from editor.text.edit import Edit
from editor.text.source import Source
from editor.ui.one_instance import MAX_MESSAGE, OneInstance, asked_for, hand_over, name_for
from tests import files
from tests.conftest import ROOT

CALLS = (
    "open",
    "close",
    "write",
    "fsync",
    "replace",
    "unlink",
    "chmod",
    "fchmod",
    "fchown",
    "setxattr",
    "stat",
    "access",
)


@pytest.fixture(autouse=True)
def _everybody():
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path):
    return stat.S_IMODE(os.lstat(path).st_mode)


def wide(folder, allowed=0o700):
    """What lies below a folder with more rights than are allowed; the folder counts too."""
    paths = [folder, *folder.rglob("*")]
    return [f"{path.name} {mode(path):o}" for path in paths if not path.is_symlink() and mode(path) & ~allowed]


@pytest.fixture
def watched(monkeypatch):
    """Looks at all files of a folder before and after each call of the system that a save makes."""

    def watch(folder, allowed):
        seen = []

        def looking(real):
            def called(*arguments, **named):
                seen.extend(f"{path.name} {mode(path):o}" for path in folder.iterdir() if mode(path) & ~allowed)
                result = real(*arguments, **named)
                seen.extend(f"{path.name} {mode(path):o}" for path in folder.iterdir() if mode(path) & ~allowed)
                return result

            return called

        for name in CALLS:
            monkeypatch.setattr(os, name, looking(getattr(os, name)))
        return seen

    return watch


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o604, 0o644])
@pytest.mark.parametrize("names", [1, 2], ids=["one name", "hard links"])
@pytest.mark.parametrize("how", ["write", "overwrite"])
def test_no_copy_is_wider_than_the_post_at_any_moment(tmp_path, watched, rights, names, how):
    folder = tmp_path / "blog"
    folder.mkdir()
    post = folder / "a.md"
    post.write_bytes(b"one")
    post.chmod(rights)
    for number in range(1, names):
        os.link(post, tmp_path / f"other-{number}")
    seen = watched(folder, rights)
    if how == "write":
        write_file(post, b"two", expected=Stamp.of(b"one"))
    else:
        overwrite_file(post, b"two")
    assert seen == []
    assert mode(post) == rights
    assert post.read_bytes() == b"two"


@pytest.mark.parametrize("rights", [0o600, 0o640])
def test_the_copy_that_a_crash_leaves_is_as_private_as_the_post(tmp_path, monkeypatch, rights):
    post = tmp_path / "a.md"
    post.write_bytes(b"one")
    post.chmod(rights)
    os.link(post, tmp_path / "b.md")

    def crash(*_):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(through, "_write_in_place", crash)
        with pytest.raises(SystemExit):
            write_file(post, b"two", expected=Stamp.of(b"one"))
    (copy,) = tmp_path.glob(f".*{atomic.THROUGH_SUFFIX}")
    assert mode(copy) == rights
    finish_write(post)
    assert (post.read_bytes(), mode(post)) == (b"one", rights)  # not a byte of it was touched


def test_a_group_that_can_not_be_kept_gets_nothing_in_its_place(tmp_path, monkeypatch):
    """A post of the group “editors”, saved by somebody who is in “staff” alone: staff may not read it."""
    post = tmp_path / "a.md"
    post.write_bytes(b"one")
    post.chmod(0o2664)

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    overwrite_file(post, b"two")
    assert mode(post) == 0o644
    post.chmod(0o640)
    overwrite_file(post, b"three")
    assert mode(post) == 0o600


def own_files(state, now):
    """Have the program write each kind of its own files below a folder."""
    settings = Settings(state / "config", state / "state", state / "cache")
    settings.set("theme", "dark")
    settings.add_recent(state / "a.md")
    Index(state / "cache" / "library" / "a.sqlite").close()
    SavedVersions(settings.versions).keep(state / "a.md", b"one", now)
    private_folder(settings.journal)
    for name in ("a", "b"):
        private_folder(settings.journal / "1")
        journal = Journal(settings.journal / "1" / f"{name}.journal")
        journal.add(Beginning(state / "a.md", Source("x")), [Step(Edit(0, 0, "y"), 1)])
        journal.write()
    put_aside(settings.journal / "1" / "b.journal", settings.journal / "kept")
    ExportMemory(settings.exports).remember((state / "a.md", state, "a.md"), b"one", b"two", b"two")
    log = logging.getLogger("postwright")
    before = list(log.handlers)
    start_log(settings)
    log.warning("written")
    for handler in [one for one in log.handlers if one not in before]:
        handler.close()
        log.removeHandler(handler)


def test_the_program_s_own_files_are_the_user_s_alone(tmp_path):
    own_files(tmp_path / "home", datetime.now(UTC))
    assert wide(tmp_path / "home") == []
    assert len(list((tmp_path / "home").rglob("*"))) > 12


def test_what_an_older_version_made_for_everybody_is_narrowed(tmp_path, monkeypatch):
    home = tmp_path / "home"
    own_files(home, datetime.now(UTC))
    (home / "link").symlink_to(tmp_path)
    for path in (home, *home.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o777 if path.is_dir() else 0o666)
    own_files(home, datetime.now(UTC))
    named = ("a.sqlite", "a.journal", "exports.json", "postwright.log")
    assert not [one for one in wide(home) if one.startswith(named)], "files that are written again"
    names = {"XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache"}
    for variable, name in names.items():
        folder = tmp_path / "xdg" / name / "postwright"
        shutil.copytree(home / name, folder, symlinks=True)
        folder.chmod(0o755)
        monkeypatch.setenv(variable, str(folder.parent))
    Settings.for_user()
    for name in names.values():
        folder = tmp_path / "xdg" / name / "postwright"
        assert wide(folder) == []
        for path in folder.iterdir():
            path.chmod(0o777 if path.is_dir() else 0o666)
    Settings.for_user()
    for name in names.values():
        assert not [path for path in (tmp_path / "xdg" / name / "postwright").iterdir() if mode(path) & 0o077]
    assert mode(tmp_path / "xdg" / "state") == 0o777, "folders that are not ours stay"


def test_narrowing_follows_no_link(tmp_path):
    files.write(tmp_path, {"ours/a": "", "others/b": ""})
    (tmp_path / "others").chmod(0o755)
    (tmp_path / "others/b").chmod(0o644)
    (tmp_path / "ours/link").symlink_to("../others")
    (tmp_path / "ours/link-b").symlink_to("../others/b")
    narrow_all(tmp_path / "ours")
    assert (mode(tmp_path / "others"), mode(tmp_path / "others/b"), mode(tmp_path / "ours/a")) == (0o755, 0o644, 0o600)


def test_own_files_are_not_written_through_a_link(tmp_path):
    (tmp_path / "target").write_bytes(b"kept")
    (tmp_path / "own.json").symlink_to("target")
    with pytest.raises(OSError):  # noqa: PT011  ELOOP
        os.close(open_private(tmp_path / "own.json", os.O_WRONLY | os.O_CREAT))
    write_private(tmp_path / "own.json", b"new")
    assert (tmp_path / "target").read_bytes() == b"kept"
    assert (tmp_path / "own.json").read_bytes() == b"new"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["own.json", "target"]


def test_an_index_that_is_opened_twice_keeps_its_locks(tmp_path):
    """Closing a file ends the locks of the whole process on it: another process would take its log away (WAL)."""
    path = tmp_path / "cache" / "a.sqlite"
    first = Index(path)
    first.tell(1, 9)
    assert first.progress() == (1, 9)
    Index(path).close()
    program = (
        "import sys; from pathlib import Path; from editor.blog.library.index import Index\n"
        "index = Index(Path(sys.argv[1])); index.tell(int(sys.argv[2]), 9); index.close()"
    )
    for number in (2, 3):
        subprocess.run([sys.executable, "-c", program, str(path), str(number)], check=True, cwd=ROOT)
        assert first.progress() == (number, 9)
    first.close()


# -- the socket


def test_the_socket_lies_in_the_runtime_folder(tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert Path(name_for(tmp_path / "state")).parent == tmp_path


@pytest.fixture
def short(tmp_path_factory):
    """A folder whose path is short enough for a socket."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="pw") as folder:
        yield Path(folder)


@pytest.mark.parametrize("runtime", ["", "relative", "missing", "wide", "linked", "file", "others"])
def test_a_runtime_folder_that_is_not_the_user_s_alone_is_not_used(short, monkeypatch, runtime):
    state = short / "state"
    state.mkdir()
    folder = short / "run"
    match runtime:
        case "wide":
            folder.mkdir()
        case "linked":
            (short / "real").mkdir(mode=0o700)
            folder.symlink_to("real")
        case "file":
            folder.write_bytes(b"")
        case "others":
            folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", {"": "", "relative": "run"}.get(runtime, str(folder)))
    if runtime == "others":
        real, inode = os.lstat, folder.stat().st_ino

        def of_others(path, **named):
            found = real(path, **named)
            return os.stat_result((*found[:4], found[4] + 1, *found[5:])) if found.st_ino == inode else found

        monkeypatch.setattr(os, "lstat", of_others)
    name = Path(name_for(state))
    assert name.parent == state
    assert mode(state) == 0o700


def test_where_no_folder_is_safe_there_is_no_socket(short, monkeypatch, qapp):
    """A long path of the state folder, and somebody was faster in the folder for temporary files."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(short))
    squatted = short / f"postwright-{os.geteuid()}"
    long = short / ("x" * 120)
    assert Path(name_for(long)).parent == squatted
    assert is_private(squatted)
    squatted.chmod(0o777)
    assert name_for(long) == ""
    squatted.rmdir()
    (short / "trap").mkdir()
    squatted.symlink_to("trap")
    assert name_for(long) == ""
    assert not hand_over("", None)
    OneInstance("", lambda _: None, qapp).deleteLater()


@pytest.fixture
def instance(short, monkeypatch, qapp):
    """The first program, and what it was asked to open."""
    short.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    opened = []
    name = name_for(short / "state")
    listening = OneInstance(name, opened.append, qapp)
    yield name, opened
    listening.deleteLater()
    qapp.processEvents()


def test_only_the_user_may_speak_to_it(instance):
    assert stat.S_ISSOCK(os.lstat(instance[0]).st_mode)
    assert mode(instance[0]) & 0o077 == 0
    assert is_private(Path(instance[0]).parent)


def said_to(name, data, qtbot, *, end=False):
    """Send bytes, and give what came back, or None when the program hung up."""
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(name)
        one.setblocking(False)
        left, answer = data, []

        def gone_or_answered():
            nonlocal left
            try:
                left = left[one.send(left) :] if left else left
            except BlockingIOError:
                pass
            except OSError:
                answer.append(None)
                return True
            try:
                answer.append(one.recv(100) or None)
            except BlockingIOError:
                return False
            except OSError:
                answer.append(None)
            return True

        qtbot.waitUntil(gone_or_answered, timeout=20_000)
        return answer[-1]


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (MAX_MESSAGE * 4),
        b"[" * 50_000 + b"\n",
        b'{"open": "/dev/zero"}\n',
        b'{"open": "relative.md"}\n',
        b'{"open": "/a\\u0000b"}\n',
        b'{"open": ["/etc/passwd"]}\n',
        b'{"open": "/etc/passwd", "more": 1}\n',
        b'{"run": "x"}\n',
        b"7\n",
        b"\xff\xfe\n",
        b"NaN\n",
        b'{"open": "/proc/self/fd/0/x"}\n',
    ],
    ids=range(12),
)
def test_what_is_no_message_is_answered_by_hanging_up(instance, qtbot, data):
    name, opened = instance
    assert said_to(name, data, qtbot) is None
    assert opened == []


def test_a_whole_message_is_taken(instance, qtbot, tmp_path):
    name, opened = instance
    (tmp_path / "a.md").write_bytes(b"")
    assert said_to(name, json.dumps({"open": str(tmp_path / "a.md")}).encode() + b"\n", qtbot) == b"ok\n"
    assert opened == [tmp_path / "a.md"]


def test_senders_that_say_nothing_keep_nobody_out_for_ever(instance, qtbot, monkeypatch):
    name, opened = instance
    silent = [socket.socket(socket.AF_UNIX) for _ in range(40)]
    try:
        for one in silent:
            one.setblocking(False)
            with pytest.MonkeyPatch.context():
                try:
                    one.connect(name)
                except BlockingIOError:
                    qtbot.wait(10)
            qtbot.wait(1)
        program = (
            "import sys; from PySide6.QtCore import QCoreApplication; from editor.ui.one_instance import hand_over\n"
            "application = QCoreApplication([]); sys.exit(0 if hand_over(sys.argv[1], None) else 3)"
        )

        def is_heard():
            with subprocess.Popen([sys.executable, "-c", program, name], cwd=ROOT) as second:
                qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
            return second.returncode == 0

        qtbot.waitUntil(is_heard, timeout=40_000)
        assert opened[-1] is None
    finally:
        for one in silent:
            one.close()


def test_a_message_names_a_file_or_a_folder(tmp_path):
    assert asked_for(b'{"open": ""}\n') is None
    for path in (tmp_path, tmp_path / "gone.md"):
        assert asked_for(json.dumps({"open": str(path)}).encode()) == path
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ValueError, match="no file"):
        asked_for(json.dumps({"open": str(tmp_path / "pipe")}).encode())


def test_temporary_files_have_names_that_nobody_guesses(tmp_path, monkeypatch):
    """Nothing of the program's own lies in the shared folder for temporary files under a name that is known before."""
    names = set()
    monkeypatch.setattr(os, "replace", lambda source, target: names.add(Path(source).name))
    for _ in range(2):
        write_private(tmp_path / "a.json", b"x")
        with pytest.raises(FileNotFoundError):
            os.stat(tmp_path / "a.json")
    assert len(names) == 2
