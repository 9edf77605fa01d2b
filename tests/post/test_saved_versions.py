"""What a file held before its saves: each text once, bounded, whole or not at all."""

import os
import stat
import zlib
from datetime import UTC, datetime, timedelta

import pytest

from editor.post import saved_versions
from editor.post.saved_versions import SavedVersions
from tests.clocks import used_daily

NOW = datetime(2026, 4, 12, 7, 40, tzinfo=UTC)


@pytest.fixture
def versions(tmp_path):
    return SavedVersions(tmp_path / "versions")


def contents(versions, path):
    return [versions.content(one) for one in versions.versions(path)]


def test_the_newest_first_and_each_once(versions, tmp_path):
    post, other = tmp_path / "朝.md", tmp_path / "other.md"
    for number, data in enumerate((b"a", b"b", b"b", b"a")):
        versions.keep(post, data, NOW + timedelta(minutes=number))
    versions.keep(other, b"a", NOW)
    assert contents(versions, post) == [b"a", b"b", b"a"]
    assert contents(versions, other) == [b"a"]
    assert contents(versions, tmp_path / "unknown.md") == []
    files = [path for path in (tmp_path / "versions").iterdir() if not path.name.endswith(".list")]
    assert len(files) == 2
    assert {stat.S_IMODE(os.stat(path).st_mode) for path in (tmp_path / "versions").iterdir()} == {0o600}
    assert stat.S_IMODE(os.stat(tmp_path / "versions").st_mode) == 0o700


def test_damage_takes_no_more_than_it_hits(versions, tmp_path):
    post = tmp_path / "a.md"
    versions.keep(post, b"one", NOW)
    versions.keep(post, b"two", NOW + timedelta(minutes=1))
    (listed,) = (tmp_path / "versions").glob("*.list")
    listed.write_bytes(b"\xff nonsense\n{}\n" + listed.read_bytes() + b'{"when": "x", "digest": "../../etc"}\n{"wh')
    assert contents(versions, post) == [b"two", b"one"]
    newest = versions.versions(post)[0]
    (tmp_path / "versions" / newest.digest).write_bytes(b"damaged")
    with pytest.raises(zlib.error):
        versions.content(newest)
    (tmp_path / "versions" / newest.digest).write_bytes(zlib.compress(b"another text"))
    with pytest.raises(ValueError, match="damaged"):
        versions.content(newest)
    assert versions.content(versions.versions(post)[1]) == b"one"


def test_a_list_that_can_not_be_read_is_no_empty_one(versions, tmp_path):
    post = tmp_path / "a.md"
    assert versions.versions(post) == []
    versions.keep(post, b"one", NOW)
    (listed,) = (tmp_path / "versions").glob("*.list")
    listed.unlink()
    listed.mkdir()
    with pytest.raises(OSError, match="directory"):
        versions.versions(post)


def test_old_and_too_many_ones_go(versions, tmp_path, monkeypatch):
    monkeypatch.setattr(saved_versions, "ALWAYS", 1)
    post = tmp_path / "a.md"
    for number in range(4):
        versions.keep(post, os.urandom(1_000), NOW + timedelta(days=number * 100))
    days = used_daily(tmp_path, NOW, 301)
    versions.forget_old(NOW + timedelta(days=300), days)
    assert len(versions.versions(post)) == 2
    monkeypatch.setattr(saved_versions, "MAX_BYTES", 500)
    versions.forget_old(NOW + timedelta(days=300), days)
    assert [one.when for one in versions.versions(post)] == [NOW + timedelta(days=300)]
    SavedVersions(tmp_path / "gone").forget_old(NOW, days)
