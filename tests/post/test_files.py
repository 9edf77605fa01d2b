"""Files: read whole, replaced whole, never written over what somebody else wrote."""

import errno
import os
import stat
from pathlib import Path

import pytest

from editor.post import atomic, files, through
from editor.post.files import (
    FileChangedError,
    FileError,
    FileTooLargeError,
    Stamp,
    finish_write,
    overwrite_file,
    read_file,
    write_file,
)


@pytest.fixture
def post(tmp_path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_save_replaces_the_bytes_and_leaves_nothing_else(post):
    stamp = write_file(post, b"new", expected=Stamp.of(b"old"))
    assert post.read_bytes() == b"new"
    assert stamp == Stamp.of(b"new")
    assert names(post.parent) == ["post.md"]


def test_the_mode_stays(post):
    post.chmod(0o640)
    write_file(post, b"new", expected=Stamp.of(b"old"))
    assert stat.S_IMODE(post.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(post):
    os.chown(post, 1234, 4321)
    write_file(post, b"new", expected=Stamp.of(b"old"))
    assert (post.stat().st_uid, post.stat().st_gid) == (1234, 4321)


def test_a_new_file_gets_the_mode_that_any_program_would_give_it(tmp_path):
    write_file(tmp_path / "new.md", b"new", expected=None)
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(post):
    link = post.with_name("link.md")
    link.symlink_to(post.name)
    write_file(link, b"new", expected=Stamp.of(b"old"))
    assert link.is_symlink()
    assert post.read_bytes() == b"new"


@pytest.mark.parametrize("theirs", [b"theirs", None])
def test_what_somebody_else_wrote_or_deleted_is_left_alone(post, theirs):
    if theirs is None:
        post.unlink()
    else:
        post.write_bytes(theirs)
    with pytest.raises(FileChangedError, match=r"post\.md: was"):
        write_file(post, b"new", expected=Stamp.of(b"old"))
    assert (post.read_bytes() if post.exists() else None) == theirs


def test_a_new_file_never_replaces_one_that_is_there(post):
    with pytest.raises(FileChangedError, match="exists already"):
        write_file(post, b"new", expected=None)
    assert post.read_bytes() == b"old"


def test_a_writer_may_overwrite_all_the_same(post):
    post.write_bytes(b"theirs")
    overwrite_file(post, b"mine")
    assert post.read_bytes() == b"mine"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_and_no_litter(post, monkeypatch, call):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, call, fail)
    with pytest.raises(FileError, match="the disk is full"):
        write_file(post, b"new", expected=Stamp.of(b"old"))
    monkeypatch.undo()
    assert post.read_bytes() == b"old"
    assert names(post.parent) == ["post.md"]


def test_data_is_on_the_disk_before_the_name_points_to_it(post, monkeypatch):
    calls = []
    real_fsync, real_replace = os.fsync, os.replace
    monkeypatch.setattr(files.os, "fsync", lambda handle: (calls.append("fsync"), real_fsync(handle)))
    monkeypatch.setattr(files.os, "replace", lambda *names: (calls.append("replace"), real_replace(*names)))
    write_file(post, b"new", expected=Stamp.of(b"old"))
    assert calls == ["fsync", "replace", "fsync"]  # the data, the name, the folder


def test_reading_tells_what_is_wrong(tmp_path, post):
    with pytest.raises(FileError, match="does not exist"):
        read_file(tmp_path / "gone.md")
    with pytest.raises(FileError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(FileTooLargeError, match="at most 20 MB"):
        read_file(post, limit=2)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="device or pipe"):
        read_file(tmp_path / "pipe")


def test_a_read_only_file_is_not_replaced(post, monkeypatch):
    monkeypatch.setattr(files.os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(FileError, match="may not be saved"):
        write_file(post, b"new", expected=Stamp.of(b"old"))
    assert post.read_bytes() == b"old"


def test_a_file_with_two_names_stays_one_file(post):
    os.link(post, post.with_name("other.md"))
    write_file(post, b"new", expected=Stamp.of(b"old"))
    assert post.with_name("other.md").read_bytes() == b"new"
    assert names(post.parent) == ["other.md", "post.md"]


@pytest.mark.parametrize("kept", ["whole", "cut"])
def test_a_save_of_such_a_file_that_was_stopped_is_ended(post, kept):
    os.link(post, post.with_name("other.md"))
    record = through._record(b"old", b"new")
    through._copy_of(post).write_bytes(record if kept == "whole" else record[:-1])
    if kept == "whole":
        post.write_bytes(b"ned")  # the crash came in the middle
    assert finish_write(post) is None
    assert post.read_bytes() == (b"new" if kept == "whole" else b"old")
    assert names(post.parent) == ["other.md", "post.md"]
    finish_write(post)


def test_what_people_noted_on_a_file_stays(post):
    try:
        os.setxattr(post, "user.note", b"x")
    except OSError:
        pytest.skip("this file system has no attributes")
    write_file(post, b"new", expected=Stamp.of(b"old"))
    assert os.getxattr(post, "user.note") == b"x"


def test_what_a_killed_save_left_is_taken_away_and_nothing_else(tmp_path):
    for name in (".post.md.abc.postwright-save", "a.postwright-save", ".git", ".hidden.md"):
        (tmp_path / name).write_bytes(b"x")
    atomic.clean_leftovers(tmp_path)
    assert len(names(tmp_path)) == 4, "it may be under way"
    atomic.clean_leftovers(tmp_path, now=2**40)
    assert names(tmp_path) == [".git", ".hidden.md", "a.postwright-save"]
    atomic.clean_leftovers(tmp_path / "gone")


@pytest.mark.parametrize("name", sorted(errno.errorcode.values()))
def test_whatever_the_system_says_is_told_in_words(post, monkeypatch, name):
    """No name of an error, and always what to do."""

    def refuse(*_):
        raise OSError(getattr(errno, name), os.strerror(getattr(errno, name)))

    monkeypatch.setattr(files, "replace", refuse)
    with pytest.raises(FileError) as caught:
        write_file(post, b"new", expected=Stamp.of(post.read_bytes()))
    assert "Errno" not in str(caught.value)
    assert "save it somewhere else" in caught.value.reason


def test_names_that_no_disk_takes(tmp_path):
    for name, words in (("x" * 300, "too long"), ("a/b.md", "folder does not exist")):
        with pytest.raises(FileError, match=words):
            write_file(tmp_path / name, b"new", expected=None)
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    with pytest.raises(FileError, match="leads back to itself"):
        write_file(loop, b"new", expected=None)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="should be its folder"):
        write_file(tmp_path / "file" / "post.md", b"new", expected=None)


def test_a_copy_that_can_not_be_deleted_is_not_written_again(post, monkeypatch):
    """Else the next start would write it over what came later."""
    os.link(post, post.with_name("linked.md"))

    def refuse(path, **_):
        raise PermissionError(errno.EACCES, "not allowed")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        write_file(post, b"new", expected=Stamp.of(post.read_bytes()))
    assert post.read_bytes() == b"new"
    post.write_bytes(b"later")
    assert atomic.finish(post)
    assert post.read_bytes() == b"later"
    assert [one.name for one in post.parent.iterdir() if one.name.startswith(".")] == []
