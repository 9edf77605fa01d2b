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
