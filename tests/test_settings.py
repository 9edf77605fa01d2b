"""Settings: defaults, memory, and damage."""

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


def test_damage_is_put_aside_and_values_of_another_type_are_not_believed(tmp_path):
    (tmp_path / "settings.json").write_bytes(b"{broken")
    settings = Settings(tmp_path, tmp_path)
    assert settings.get("text_size") == 16
    assert (tmp_path / "settings.damaged.json").read_bytes() == b"{broken"
    (tmp_path / "settings.json").write_text('{"text_size": "huge", "preview_shown": 1}')
    settings = Settings(tmp_path, tmp_path)
    assert settings.get("text_size") == 16
    assert settings.get("preview_shown") is True
