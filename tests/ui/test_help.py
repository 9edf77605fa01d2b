"""What explains the window: commands by name, keys, fields, the first minute, the manual, licences."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from editor.blog.key_help import EVERYWHERE, OF_GENERATOR, key_help, known_keys
from editor.header import Generator
from editor.ui.action_table import TABLE, usual_keys
from editor.ui.actions import Actions
from editor.ui.help.about import parts
from editor.ui.help.palette import Palette, commands, found, plain
from editor.ui.help.shortcuts import Shortcuts
from tests.ui.user import in_dialog


def test_each_action_is_a_command_with_its_menu():
    names = [command.name for command in commands()]
    assert names == [row.name for row in TABLE]
    shown = {command.name: command.shown for command in commands()}
    assert shown["heading_1"] == "Format › Heading › Level 1"
    assert plain("保存(&S)") == "保存"
    assert plain("名前を付けて保存(&A)…") == "名前を付けて保存…"


def test_words_find_commands_by_what_they_say_and_do():
    def best(typed):
        fits = [(place, one.name) for one in commands() if (place := found(typed, one)) is not None]
        return [name for _, name in sorted(fits)]

    assert best("export")[0] == "export"
    assert "blog_tags" in best("merge tags")
    assert best("full screen")[0] == "full_screen"
    assert best("no such thing at all") == []


def test_the_palette_does_what_is_chosen_by_keys(window, qtbot, user):
    def act(palette):
        qtbot.keyClicks(palette.line, "focus mode")
        assert palette.chosen == "focus_mode"
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    user.click(window.pane)
    in_dialog(Palette, lambda: user.press("Ctrl+Shift+P"), act)
    assert window.actions_["focus_mode"].isChecked()


def test_arrows_walk_the_palette_and_escape_does_nothing(window, qtbot):
    def act(palette):
        first = palette.chosen
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
        second = palette.chosen
        assert second != first
        qtbot.keyClick(palette.line, Qt.Key.Key_Up)
        qtbot.keyClick(palette.line, Qt.Key.Key_Up)
        assert palette.chosen == first
        palette.reject()

    before = window.document.post.text
    in_dialog(Palette, window.help.do_palette, act)
    assert window.document.post.text == before


def test_what_can_not_be_done_now_is_not_offered(window):
    window.actions_["undo"].setEnabled(False)
    palette = Palette(window.actions_, window)
    names = [
        palette.list.topLevelItem(row).data(0, Qt.ItemDataRole.UserRole)
        for row in range(palette.list.topLevelItemCount())
    ]
    assert "undo" not in names
    assert "palette" not in names
    assert "save" in names


def test_keys_are_changed_kept_and_made_usual_again(window, qtbot):
    def choose(dialog, name):
        for item in dialog._items():
            if item.data(0, Qt.ItemDataRole.UserRole) == name:
                dialog.tree.setCurrentItem(item)

    def act(dialog):
        choose(dialog, "typewriter")
        dialog.keys.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
        dialog.take.click()
        assert window.actions_["typewriter"].shortcut() == QKeySequence("Ctrl+Alt+Y")
        choose(dialog, "bold")
        dialog.keys.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
        dialog.take.click()
        assert "Typewriter scrolling” has these keys" in dialog.said.text()
        assert window.actions_["bold"].shortcut() == usual_keys(next(row for row in TABLE if row.name == "bold"))
        dialog.none.click()
        assert window.actions_["bold"].shortcut().isEmpty()
        dialog.filter.setText("ctrl+alt+y")
        assert [item.data(0, Qt.ItemDataRole.UserRole) for item in dialog._items() if not item.isHidden()] == [
            "typewriter"
        ]
        dialog.reject()

    in_dialog(Shortcuts, window.help.do_shortcuts, act)
    kept = window._settings.get("shortcuts")
    assert kept == {"typewriter": "Ctrl+Alt+Y", "bold": ""}
    again = Actions(window, (), window._icons, kept)
    assert again["typewriter"].shortcut() == QKeySequence("Ctrl+Alt+Y")
    assert again["bold"].shortcut().isEmpty()
    assert "Ctrl+Alt+Y" in again["typewriter"].toolTip()

    def back(dialog):
        for name in ("typewriter", "bold"):
            choose(dialog, name)
            dialog.usual.click()
        dialog.reject()

    in_dialog(Shortcuts, window.help.do_shortcuts, back)
    assert window._settings.get("shortcuts") == {}


def test_keys_in_the_settings_that_are_none_are_passed_over(window):
    actions = Actions(window, (), window._icons, {"bold": 7, "italic": "nonsense", "gone": "Ctrl+B"})
    assert actions["bold"].shortcut() == QKeySequence(QKeySequence.StandardKey.Bold)
    assert actions["italic"].shortcut() == QKeySequence(QKeySequence.StandardKey.Italic)


def test_no_keys_are_given_twice():
    given = [usual_keys(row).toString() for row in TABLE if row.shortcut is not None]
    assert len(given) == len(set(given)), sorted(keys for keys in given if given.count(keys) > 1)


@pytest.mark.parametrize("generator", list(Generator), ids=str)
def test_each_known_key_has_help_and_its_source(generator):
    for key in known_keys(generator):
        assert key_help(key, generator).text.endswith(".")
    for key, helped in OF_GENERATOR.get(generator, {}).items():
        assert helped.source, key
    assert key_help("nonsense", generator) is None
    assert {"title", "date", "tags", "draft"} <= set(EVERYWHERE)


def test_f1_tells_what_the_field_does(window, user, qtbot, example_blog):
    from editor.ui.help.field_help import FieldHelp

    window.files.open(example_blog / "_posts/2026-04-12-asa-no-sanpo.md")
    window.form.focus("tags")
    said = []

    def act(dialog):
        said.append((dialog.key.text(), dialog.text.text()))
        dialog.keys.setCurrentRow(dialog.keys.count() - 1)
        dialog.reject()

    in_dialog(FieldHelp, lambda: user.press("F1"), act)
    assert said[0][0] == "tags"
    assert "Commas do not separate" in said[0][1]
    assert "Jekyll, front-matter.md" in said[0][1]


def test_the_welcome_leads_to_a_blog_a_post_and_the_example(window, qtbot, tmp_path, monkeypatch, example_blog):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    window.files.new()
    window.help.show_welcome()
    welcome = window.help.welcome
    assert welcome.isVisible()
    assert not window.pane.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(example_blog))
    qtbot.mouseClick(welcome.buttons[0], Qt.MouseButton.LeftButton)
    assert window.files.path == example_blog / "_posts/2026-10-18-kiri-no-hi.md", "the newest post"
    assert window.pane.isVisible()
    assert window.library.isVisible()
    window.help.show_welcome()
    other = example_blog / "_posts/2026-04-12-asa-no-sanpo.md"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    qtbot.mouseClick(welcome.buttons[1], Qt.MouseButton.LeftButton)
    assert window.files.path == other
    window.help.show_welcome()
    qtbot.mouseClick(welcome.buttons[2], Qt.MouseButton.LeftButton)
    assert window.files.path.is_relative_to(tmp_path / "data")
    window.help.show_welcome()
    qtbot.mouseClick(welcome.close_button, Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()


def test_three_hints_and_no_more(window, qtbot, example_blog):
    window.files.new()
    window.help.show_welcome()
    window.opening.open(example_blog)
    hints = window.help.hints
    seen = []
    while hints.isVisible():
        seen.append(hints.text.text())
        qtbot.mouseClick(hints.next, Qt.MouseButton.LeftButton)
    assert len(seen) == 3
    assert "Ctrl+Shift+P" in seen[2]
    window.help.show_welcome()
    window.help.welcome.closed.emit()
    assert not hints.isVisible()
    window.actions_["welcome"].trigger()
    window.help.welcome.closed.emit()
    assert hints.isVisible(), "asked for again"


def test_a_folder_without_posts_is_told_of(window, tmp_path):
    window.opening.open(tmp_path)
    assert "has no posts yet" in window.messages.text
    window.opening.open_blog(tmp_path / "gone")
    assert "choose the blog’s folder" in window.messages.text


def test_the_manual_shows_its_pages_and_nothing_else(window, qtbot):
    window.actions_["manual"].trigger()
    manual = window.help.manual
    assert manual.isVisible()
    assert "The first minute" in manual.page.toPlainText()
    manual._go(QUrl("writing.md"))
    assert "Names that fit" in manual.page.toPlainText()
    before = manual.page.source()
    for url in ("https://example.org/a.md", "../../../README.md", "/etc/passwd"):
        manual._go(QUrl(url))
        assert manual.page.source() == before
    manual.close()
    window.actions_["manual"].trigger()
    assert manual.isVisible(), "asked for again"
    assert "The first minute" in manual.page.toPlainText()
    assert window.findChildren(type(manual)) == [manual]
    manual.close()


def test_the_parts_are_named_with_their_licences():
    lines = list(parts())
    assert any(line.startswith("PyYAML") and line.endswith("MIT") for line in lines)
    assert not [line for line in lines if line.endswith("?")], "a part without a licence"


def test_the_report_is_on_the_clipboard_without_a_word_of_the_post(window, tmp_path):
    post = tmp_path / "geheim.md"
    post.write_text("---\ntitle: secret\n---\n\nvery secret\n")
    window.files.open(post)
    window.actions_["report"].trigger()
    report = QApplication.clipboard().text()
    assert report.startswith("Postwright ")
    assert "secret" not in report
    assert "geheim" not in report


def test_about_opens_and_closes(window):
    in_dialog(QDialog, window.actions_["about"].trigger, QDialog.reject)
