"""Settings: defaults, memory, and damage."""

import os
from pathlib import Path

import pytest

from editor.settings import TABLE, Settings


def test_each_setting_has_a_default_and_a_help(tmp_path):
    settings = Settings(tmp_path / "c", tmp_path / "s")
    for row in TABLE:
        assert settings.get(row.name) == row.default
        assert row.help.endswith(".")


def test_what_is_set_is_there_next_time_and_defaults_are_not_written(tmp_path):
    settings = Settings(tmp_path / "c", tmp_path / "s")
    settings.set("text_size", 20)
    settings.add_recent(tmp_path / "a.md")
    settings.add_recent(tmp_path / "b.md")
    settings.add_recent(tmp_path / "a.md")
    again = Settings(tmp_path / "c", tmp_path / "s")
    assert again.get("text_size") == 20
    assert again.get("recent_files") == [str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    assert "theme" not in (tmp_path / "c" / "settings.json").read_text()


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 4_096, b"\xff\xfe{", b"[1]", b"null", b'{"text_size": 2', b"[" * 100_000, b'{"a": 1}{}']
)
@pytest.mark.parametrize("name", ["settings.json", "state.json"])
def test_damage_of_every_kind(tmp_path, name, damage):
    (tmp_path / name).write_bytes(damage)
    settings = Settings(tmp_path, tmp_path)
    aside = tmp_path / name.replace(".json", ".damaged.json")
    assert settings.damaged == [aside]
    assert aside.read_bytes() == damage
    for row in TABLE:
        assert settings.get(row.name) == row.default
    assert Settings(tmp_path, tmp_path).damaged == []


def test_a_file_that_can_not_be_read_is_told_of(tmp_path):
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path, tmp_path)
    assert len(settings.damaged) == 1
    assert settings.get("text_size") == 16


def test_no_folder_is_no_damage():
    assert Settings(Path(os.devnull), Path(os.devnull)).damaged == []


def test_damage_is_put_aside_and_values_of_another_type_are_not_believed(tmp_path):
    (tmp_path / "settings.json").write_bytes(b"{broken")
    settings = Settings(tmp_path, tmp_path)
    assert settings.get("text_size") == 16
    assert (tmp_path / "settings.damaged.json").read_bytes() == b"{broken"
    (tmp_path / "settings.json").write_text('{"text_size": "huge", "preview_shown": 1}')
    settings = Settings(tmp_path, tmp_path)
    assert settings.get("text_size") == 16
    assert settings.get("preview_shown") is True


@pytest.mark.parametrize("left", [b"", b"\0" * 300, b'{"session": [["/a.md"', None])
def test_a_power_cut_leaves_the_state_that_was_there_at_the_start(tmp_path, left):
    """Nothing waits for the disk while the window remembers something, so that its newest file may be empty then."""
    Settings(tmp_path / "c", tmp_path / "s").set("session", [["/a.md", 1, 0]])
    later = Settings(tmp_path / "c", tmp_path / "s")
    later.set("session", [["/b.md", 1, 0]])
    later.set("form_height", 200)
    state = tmp_path / "s" / "state.json"
    assert Settings(tmp_path / "c", tmp_path / "s").get("session") == [["/b.md", 1, 0]]
    state.unlink() if left is None else state.write_bytes(left)
    for _ in range(2):  # also after the damaged one was put aside
        found = Settings(tmp_path / "c", tmp_path / "s")
        assert found.get("session") == [["/a.md", 1, 0]]
    found.set("form_height", 300)
    assert Settings(tmp_path / "c", tmp_path / "s").get("session") == [["/a.md", 1, 0]]


def test_preferences_and_the_last_state_wait_for_the_disk_and_nothing_else_does(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size))
    settings = Settings(tmp_path / "c", tmp_path / "s")
    settings.set("form_height", 200)
    assert synced == []
    settings.set("theme", "dark")
    assert synced
    synced.clear()
    settings.settle()
    assert synced


def test_two_programs_write_whole_files_and_links_stay(tmp_path):
    kept = tmp_path / "dotfiles" / "settings.json"
    kept.parent.mkdir()
    kept.write_text("{}")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "settings.json").symlink_to(kept)
    one, other = (Settings(tmp_path / "c", tmp_path / "s") for _ in range(2))
    one.set("theme", "dark")
    other.set("text_size", 20)
    assert (tmp_path / "c" / "settings.json").is_symlink()
    assert Settings(tmp_path / "c", tmp_path / "s").get("text_size") == 20
    assert [path.name for path in sorted((tmp_path / "c").iterdir())] == ["settings.json"]
