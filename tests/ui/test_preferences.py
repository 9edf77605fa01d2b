"""Preferences in the real window: found by typing, in effect at once, taken to another machine."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit

from editor import language
from editor.settings import PREFERENCES
from editor.ui.retelling import retell
from editor.ui.theme.fonts import set_scale
from editor.ui.theme.style import apply_theme
from editor.ui.theme.tokens import CONTRAST, LIGHT


@pytest.fixture
def preferences(window, qtbot, qapp):
    window.actions_["preferences"].trigger()
    dialog = window.preferences.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()
    if language.spoken() != "en":
        retell("en")
    set_scale(100)
    apply_theme(qapp, LIGHT)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def test_each_preference_has_a_row_with_its_value(preferences, window):
    assert list(preferences.editors) == [setting.name for setting in PREFERENCES]
    for setting in PREFERENCES:
        editor = preferences.editors[setting.name]
        assert editor.accessibleName()
        assert editor.accessibleDescription()
        match editor:
            case QCheckBox():
                assert editor.isChecked() is setting.default
            case QComboBox():
                assert editor.currentData() == setting.default
            case QLineEdit():
                assert editor.text() == setting.default
            case _:
                assert editor.value() == setting.default


@pytest.mark.parametrize("typed", ["push", "プッシュ", "at once after"])
def test_a_preference_is_found_by_typing(preferences, typed):
    preferences.filter.setText(typed)
    shown = [name for name, editor in preferences.editors.items() if editor.isVisible()]
    if typed == "プッシュ":  # of the language that is spoken, and of the sources
        assert shown == []
    else:
        assert shown == ["export_pushes"]
    preferences.filter.clear()
    assert all(editor.isVisibleTo(preferences) for editor in preferences.editors.values())


def test_switches_take_effect_at_once(preferences, window, qtbot):
    for name in ("typewriter", "focus_mode", "show_invisible", "auto_pairs", "check_spelling", "preview_follows"):
        before = window.actions_[name].isChecked()
        qtbot.mouseClick(
            preferences.editors[name], Qt.MouseButton.LeftButton, pos=preferences.editors[name].rect().center()
        )
        preferences.editors[name].setChecked(not before)
        assert window.actions_[name].isChecked() is not before
        assert window._settings.get(name) is not before


def test_the_text_has_the_new_look(preferences, window):
    preferences.editors["text_size"].setValue(24)
    preferences.editors["line_spacing"].setValue(2.0)
    choose(preferences.editors["text_font"], "DejaVu Sans")
    assert (window.pane.look.size, window.pane.look.spacing, window.pane.look.family) == (24, 2.0, "DejaVu Sans")


def test_colours_and_size_of_the_window(preferences, window, qapp):
    choose(preferences.editors["theme"], "contrast")
    assert qapp.palette().text().color().name() == CONTRAST.text
    assert window._icons.colours is CONTRAST
    before = qapp.font().pixelSize()
    preferences.editors["interface_size"].setValue(200)
    assert qapp.font().pixelSize() == 2 * before


def test_the_language_changes_at_once(preferences, window):
    choose(preferences.editors["language"], "ja")
    assert window.actions_["save"].text() == "保存(&S)"
    assert preferences.windowTitle() == "設定"
    assert window.status.counts.endswith("分")
    choose(preferences.editors["language"], "en")
    assert window.actions_["save"].text() == "&Save"


def test_they_go_to_another_machine(preferences, window, tmp_path, monkeypatch):
    preferences.editors["text_size"].setValue(20)
    window._settings.set("session", ["/a"])
    file = tmp_path / "p.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    preferences.export_wanted.emit()
    assert json.loads(file.read_text()) == {"text_size": 20}, "what is no choice of the writer's stays here"
    file.write_text(
        json.dumps({"text_size": 30, "typewriter": True, "auto_pairs": "yes", "nonsense": 1, "session": []})
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    preferences.import_wanted.emit()
    assert window.pane.look.size == 30
    assert window.actions_["typewriter"].isChecked()
    assert window._settings.get("auto_pairs") is True
    assert "auto_pairs, nonsense, session" in window.messages.text
    assert window.preferences.dialog.editors["text_size"].value() == 30
    window.preferences.dialog.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 1_000_000),
        ("text_size", float("inf")),
        ("text_size", float("nan")),
        ("interface_size", float("-inf")),
        ("line_spacing", 0),
        ("theme", "pink"),
    ],
)
def test_what_can_not_be_chosen_is_not_taken_over(preferences, window, tmp_path, monkeypatch, name, value):
    before = window._settings.get(name)
    file = tmp_path / "p.json"
    file.write_text(json.dumps({name: value}))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    preferences.import_wanted.emit()
    assert window._settings.get(name) == before
    assert name in window.messages.text
    window.preferences.dialog.close()


@pytest.mark.parametrize("name", ["trusted_repositories", "remote_pictures"])
def test_what_folders_are_trusted_with_stays_on_its_machine(preferences, window, tmp_path, monkeypatch, name):
    """A file of preferences from somebody else must not let a repository run programs, or a post fetch pictures."""
    window._settings.set(name, ["/mine"])
    file = tmp_path / "p.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    preferences.export_wanted.emit()
    assert json.loads(file.read_text()) == {}
    file.write_text(json.dumps({name: ["/theirs"]}))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    preferences.import_wanted.emit()
    assert window._settings.get(name) == ["/mine"]
    assert name in window.messages.text
    window.preferences.dialog.close()


@pytest.mark.parametrize("damage", ["", "[1]", "{", "[" * 100_000])
def test_a_file_that_is_none_changes_nothing(preferences, window, tmp_path, monkeypatch, damage):
    file = tmp_path / "p.json"
    file.write_text(damage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    preferences.import_wanted.emit()
    assert window.messages.text == "p.json holds no preferences of Postwright."
