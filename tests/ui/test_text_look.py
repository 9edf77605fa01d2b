"""The look of the text: chosen in the dialog while text and preview follow, kept, and used for every tab."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QSpinBox

from editor.ui.look_dialog import LookDialog
from editor.ui.text_look import TextLook
from tests.ui.user import in_dialog


def choose_look(window, act):
    in_dialog(LookDialog, window.actions_["text_look"].trigger, act)


def press(dialog, kind):
    button = dialog.findChild(QDialogButtonBox).button(kind)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def set_number(dialog, value, suffix):
    box = next(one for one in dialog.findChildren(QSpinBox) if suffix in one.suffix())
    box.selectAll()
    QTest.keyClicks(box, str(value))
    box.interpretText()


def test_changes_are_shown_at_once_and_kept(opened, tmp_path):
    pane, before = opened.pane, opened.pane.column()[1]

    def act(dialog):
        set_number(dialog, 24, "px")
        set_number(dialog, 20, "characters")
        set_number(dialog, 8, "spaces")
        spacing = dialog.findChild(QDoubleSpinBox)
        spacing.selectAll()
        QTest.keyClicks(spacing, "2.5")
        spacing.interpretText()
        assert QFontInfo(pane.font()).pixelSize() == 24
        assert opened.document.layout.pitch == 60
        assert pane.column()[1] < before
        press(dialog, QDialogButtonBox.StandardButton.Ok)

    choose_look(opened, act)
    wanted = TextLook("", 24, 2.5, 20, 8)
    assert TextLook.from_settings(opened._settings) == wanted
    other = tmp_path / "other.md"
    other.write_text("---\ntitle: o\n---\n\ntext\n")
    opened.files.open(other)
    assert opened.document.layout.pitch == 60
    opened.tabs.show_beside(-1)
    assert (opened.document.layout.pitch, pane.look) == (60, wanted)


def test_cancel_takes_it_back_and_defaults_can_be_restored(opened):
    def act(dialog):
        set_number(dialog, 30, "px")
        press(dialog, QDialogButtonBox.StandardButton.Cancel)

    choose_look(opened, act)
    assert opened.pane.look == TextLook()
    assert opened._settings.get("text_size") == 16
    opened.look_commands.do_zoom_in()

    def restore(dialog):
        press(dialog, QDialogButtonBox.StandardButton.RestoreDefaults)
        assert opened.pane.look == TextLook()
        press(dialog, QDialogButtonBox.StandardButton.Ok)

    choose_look(opened, restore)
    assert opened._settings.get("text_size") == 16


def test_settings_out_of_range_are_brought_into_it(opened):
    for name, value in (("text_size", 900), ("line_spacing", 0.1), ("column_width", 1), ("tab_width", 0)):
        opened._settings.set(name, value)
    assert TextLook.from_settings(opened._settings) == TextLook("", 72, 1.0, 10, 1)
