"""Records of saves in place that somebody else has laid beside a post: none of them is ever written over it."""

import hashlib
import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor import cli
from editor.post import through
from editor.post.files import FileError, Stamp, finish_write, overwrite_file, write_file
from editor.post.saved_versions import SavedVersions

POST, STALE = b"---\ntitle: newer\n---\n\nnewer text\n", b"---\ntitle: stale\n---\n\nold\n"


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "blog" / "post.md"
    path.parent.mkdir()
    path.write_bytes(POST)
    os.link(path, path.with_name("linked.md"))
    return path


def of_version_1(post):
    through._former_copy_of(post).write_bytes(STALE + through._digest(STALE))


def of_version_1_by_our_name(post):
    through._copy_of(post).write_bytes(STALE + through._digest(STALE))


def of_another_machine(post):
    """By our name, with a digest by another key."""
    whole = through._record(POST, STALE)[:-16]
    through._copy_of(post).write_bytes(whole + hashlib.blake2b(whole, digest_size=16, key=b"other").digest())


def ours_of_long_ago(post):
    """The post was written anew since: what the record replaces is not what the post holds."""
    through._copy_of(post).write_bytes(through._record(b"long ago", STALE))


def ours_put_back(post):
    """A synchronising program brings back a record of ours, and the post is nearly what it replaces."""
    through._copy_of(post).write_bytes(through._record(POST[:-1] + b"!", STALE))


def ours_with_other_times(post):
    """A mixture of both texts, but written by another program a day later."""
    record = through._record(STALE.ljust(len(POST)), POST[:-10].ljust(len(POST), b"-"))
    through._copy_of(post).write_bytes(record)
    post.write_bytes(POST[:20] + STALE.ljust(len(POST))[20:])
    os.utime(through._copy_of(post), (0, 0))


def a_link(post):
    secret = post.with_name("secret")
    secret.write_bytes(STALE + through._digest(STALE))
    for copy in (through._copy_of(post), through._former_copy_of(post)):
        copy.symlink_to(secret)


def a_pipe(post):
    for copy in (through._copy_of(post), through._former_copy_of(post)):
        os.mkfifo(copy)


def a_folder(post):
    for copy in (through._copy_of(post), through._former_copy_of(post)):
        copy.mkdir()


def huge(post):
    with through._former_copy_of(post).open("wb") as file:
        file.truncate(2**40)


def of_another_user(post):
    of_version_1(post)
    of_version_1_by_our_name(post)
    for copy in (through._copy_of(post), through._former_copy_of(post)):
        os.chown(copy, 12345, 12345)


TOLD = (of_version_1, of_version_1_by_our_name, ours_of_long_ago, ours_put_back, ours_with_other_times)
SILENT = (of_another_machine, a_link, a_pipe, a_folder, huge)


@pytest.fixture(autouse=True)
def _no_hanging():
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.mark.parametrize("lay", [*TOLD, *SILENT])
def test_the_post_stays(post, lay):
    lay(post)
    now = post.read_bytes()
    found = finish_write(post)
    assert post.read_bytes() == now
    assert (found is not None) == (lay in TOLD)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_of_another_user(post):
    of_another_user(post)
    assert finish_write(post) is None
    assert post.read_bytes() == POST


@pytest.mark.parametrize("lay", TOLD)
def test_the_window_keeps_both_and_tells(window, qtbot, post, lay):
    lay(post)
    now = post.read_bytes()
    (copy,) = post.parent.glob(f".*{through.SUFFIX}")
    window.files.open(post)
    assert post.read_bytes() == now
    assert window.document.post.to_bytes() == now
    assert "was stopped earlier" in window.messages.text
    assert copy.exists() == (through._texts(copy.read_bytes() if copy.exists() else b"") is None and lay in TOLD[:2])
    versions = SavedVersions(window._settings.versions)
    kept = [versions.content(one) for one in versions.versions(post)]
    assert kept
    QTest.mouseClick(window.messages.buttons[0], Qt.MouseButton.LeftButton)
    shown = window.history.window
    qtbot.waitUntil(lambda: shown.versions.topLevelItemCount() == len(kept), timeout=20_000)
    qtbot.waitUntil(lambda: bool(shown.text.toPlainText()), timeout=20_000)
    window.messages.clear()
    window.files.revert()
    assert "was stopped earlier" not in window.messages.text, "told once"
    assert [versions.content(one) for one in versions.versions(post)] == kept


def test_the_set_verb_tells(post, capsys):
    ours_of_long_ago(post)
    assert cli.main(["set", "title=x", "--", str(post)]) == 1
    assert "was stopped earlier" in capsys.readouterr().err
    assert post.read_bytes() == POST
    assert through._copy_of(post).exists(), "it is not written over"


def test_a_save_does_not_write_over_a_record_that_is_not_settled(post):
    ours_of_long_ago(post)
    kept = through._copy_of(post).read_bytes()
    with pytest.raises(FileError, match="open it in the window first"):
        write_file(post, b"mine", expected=Stamp.of(POST))
    assert (post.read_bytes(), through._copy_of(post).read_bytes()) == (POST, kept)


def test_a_foreign_record_does_not_keep_one_from_saving(post):
    of_version_1(post)
    for text in (b"mine", b"mine again"):
        write_file(post, text, expected=Stamp.of(post.read_bytes()))
        assert post.read_bytes() == text


def test_what_is_no_file_gets_no_record(tmp_path):
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    with pytest.raises(FileError):
        overwrite_file(folder, b"x")
    with pytest.raises(FileError):
        write_file(folder, b"x", expected=None)
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
    os.mkfifo(tmp_path / "pipe")
    os.link(tmp_path / "pipe", tmp_path / "other")
    for expected in (None, Stamp.of(b"")):
        with pytest.raises(FileError):
            write_file(tmp_path / "pipe", b"x", expected=expected)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "other", "pipe"]
