"""Pipes, sockets, devices, folders and endless files in the place of every file that is read: refused, never waited for.

What would hang is stopped after a while by an alarm, and fails.
"""

import contextlib
import os
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate
from editor.blog.library.index import Index, IndexFailed
from editor.blog.library.scan import scan
from editor.blog.links.survey import survey
from editor.blog.rewriting import write_all
from editor.blog.site import Blog
from editor.blog.style.house import HouseStyle
from editor.cli import main
from editor.disk import NotRegularError, TooLargeError, read_head, read_regular
from editor.export.memory import ExportMemory
from editor.header import Generator
from editor.post.atomic import replace
from editor.post.files import FileError, Stamp, finish_write, overwrite_file, read_file, write_file
from editor.post.journal import Beginning, Journal, Step, read_journal
from editor.post.picture_files import add_file
from editor.post.saved_versions import SavedVersions
from editor.settings import Settings
from editor.text.edit import Edit
from editor.text.source import Source
from tests import files
from tests.conftest import ENDS

POST = "---\ntitle: A\ndate: 2026-01-01 10:00:00\n---\n\nA ![a](/a.png)\n"


@pytest.fixture(autouse=True)
def _ends():
    """What waits is stopped."""

    def stop(*_):
        pytest.fail("it waits")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(ENDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def fifo(path):
    os.mkfifo(path)


def listening(path):
    here = os.getcwd()
    os.chdir(path.parent)  # its whole path would be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def device(path):
    path.symlink_to("/dev/zero")


def terminal(path):
    path.symlink_to("/dev/ptmx")


def folder(path):
    path.mkdir()


def sparse(path):
    with path.open("wb") as file:
        file.truncate(2**40)


def memory(path):
    path.symlink_to("/proc/kcore" if os.path.exists("/proc/kcore") else "/dev/zero")


KINDS = (fifo, listening, device, terminal, folder, sparse, memory)


@pytest.fixture(params=KINDS, ids=lambda one: one.__name__)
def put(request):
    """Puts one into a file's place."""

    def into(path):
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        request.param(path)

    return into


def test_it_is_refused_by_the_one_function_that_reads(put, tmp_path):
    put(tmp_path / "a.md")
    with pytest.raises(OSError):  # noqa: PT011  each in its own way
        read_regular(tmp_path / "a.md", 1_000)
    with contextlib.suppress(IsADirectoryError, NotRegularError, PermissionError):
        assert len(read_head(tmp_path / "a.md", 1_000)) <= 1_000
    with pytest.raises(FileError):
        read_file(tmp_path / "a.md")


@pytest.mark.parametrize(
    "name",
    [
        "_posts/2026-01-01-a.md",
        "_config.yml",
        "_data/a.yml",
        "_includes/a.html",
        "_layouts/post.html",
        "assets/main.css",
        "a.png",
        "Gemfile",
        "package.json",
        "hugo.toml",
        "page.html",
        ".github/workflows/a.yml",
        "_plugins/a.rb",
    ],
)
def test_no_look_at_a_blog_waits(put, tmp_path, capsys, name):
    root = files.write(
        tmp_path / "blog",
        {"_config.yml": "baseurl: ''\n", "_posts/2026-01-01-a.md": POST, "_posts/2026-01-02-b.md": POST},
    )
    put(root / name)
    for verb in (["check", "--all"], ["style"], ["new", "A title", "--dry-run", "--blog"]):
        main([*verb, str(root)])
    main(["render", str(root / "_posts/2026-01-02-b.md")])
    blog = Blog(root, Generator.JEKYLL)
    index = Index(tmp_path / "cache/index.sqlite")
    try:
        scan(blog, index)
        assert "_posts/2026-01-02-b.md" in {row.path for row in index.rows()}
    finally:
        index.close()
    survey(BlogFolder(blog))
    HouseStyle.of(blog)
    assert "Traceback" not in "".join(capsys.readouterr())


def test_it_is_refused_where_a_post_was_that_is_written(put, tmp_path):
    """It came into the post's place while that was open."""
    post = tmp_path / "a.md"
    post.write_text(POST)
    stamp = Stamp.of(read_file(post))
    put(post)
    before = os.lstat(post)
    with pytest.raises(FileError):
        write_file(post, b"new", expected=stamp)
    assert write_all([(post, POST.encode(), lambda: b"new")]).written == ()
    assert os.path.samestat(os.lstat(post), before)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md"]


@pytest.mark.parametrize("make", [fifo, listening, device, folder], ids=lambda one: one.__name__)
def test_it_is_not_overwritten_either(make, tmp_path):
    post = tmp_path / "a.md"
    make(post)
    for write in (lambda: overwrite_file(post, b"new"), lambda: replace(post.resolve(), b"new")):
        with pytest.raises(OSError):  # noqa: PT011
            write()
    assert not post.is_file()


def test_the_copy_of_a_save_that_was_stopped_is_no_pipe(put, tmp_path):
    from editor.post.through import _copy_of

    post = tmp_path / "a.md"
    post.write_text(POST)
    put(_copy_of(post))
    with contextlib.suppress(FileError):
        finish_write(post)
    assert post.read_text() == POST


def test_the_program_s_own_files_are_no_pipes(put, tmp_path):
    now, post = datetime.now(UTC), tmp_path / "a.md"
    state = tmp_path / "state"
    for name in ("state/state.json", "config/settings.json", "state/journal/a.journal"):
        put(tmp_path / name)
    assert Settings(tmp_path / "config", state).get("theme") == "system"
    assert read_journal(state / "journal/a.journal") is None
    journal = Journal(state / "journal/a.journal")
    journal.add(Beginning(post, Source(POST)), [Step(Edit(0, 0, "x"), 1)])
    with contextlib.suppress(OSError):  # a sparse file is written over: it is a file
        journal.write()
    versions = SavedVersions(tmp_path / "versions")
    versions.keep(post, b"one", now)
    for path in list((tmp_path / "versions").iterdir()):
        put(path)
    with contextlib.suppress(OSError):
        versions.versions(post)
    put(tmp_path / "exports/exports.json")
    assert ExportMemory(tmp_path / "exports").last(post, b"", tmp_path) is None
    put(tmp_path / "cache/index.sqlite")
    with contextlib.suppress(IndexFailed):
        Index(tmp_path / "cache/index.sqlite", patience=0.1).close()


def test_pictures_are_added_beside_it(put, tmp_path):
    put(tmp_path / "umi.png")
    added, own = add_file(tmp_path, "umi", ".png", b"x", within=tmp_path)
    assert (added.name, own, added.read_bytes()) == ("umi-2.png", True, b"x")


def test_a_file_that_grows_while_it_is_read_is_bounded(tmp_path, monkeypatch):
    path, real = tmp_path / "a.md", os.read
    path.write_bytes(b"x" * 10)

    def growing(handle, length):
        with path.open("ab") as file:
            file.write(b"x" * 1_000)
        return real(handle, length)

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(TooLargeError):
        read_regular(path, 5_000)


def test_endless_files_of_the_system_are_bounded(tmp_path):
    """Files of the kernel are regular, tell no size, and some never end."""
    for name in ("/proc/self/pagemap", "/proc/self/mem", "/proc/kmsg", "/proc/self/environ"):
        if os.path.exists(name):
            (tmp_path / "a.md").unlink(missing_ok=True)
            (tmp_path / "a.md").symlink_to(name)
            with contextlib.suppress(OSError):
                assert len(read_regular(tmp_path / "a.md", 10_000)) <= 10_000
            with pytest.raises(FileError):
                Gate(tmp_path).read(tmp_path / "a.md")


def test_the_open_post_becomes_a_pipe(window, qtbot, tmp_path):
    """In the window: saving is refused, what was typed stays, and nothing waits."""
    post = tmp_path / "a.md"
    post.write_text(POST)
    window.files.open(post)
    window.document.apply(Edit(window.document.post.length, window.document.post.length, "typed"))
    post.unlink()
    os.mkfifo(post)
    assert not window.files.save()
    assert "a.md" in window.messages.text
    window.watching.look() if hasattr(window, "watching") else None
    assert window.document.post.text.endswith("typed")
    window.files.open(Path(post), here=True, again=True)
    assert window.document.post.text.endswith("typed")
