"""The window's parts as a user meets them: the hidden front matter, actions, title, status."""

from editor.ui.action_table import TABLE
from tests.ui.user import POST


def test_select_all_and_delete_take_the_body_alone(opened, user):
    user.click(opened.pane)
    user.press("Ctrl+A", "Delete")
    assert opened.document.post.text == POST.partition("Body")[0]
    user.press("Backspace", "Ctrl+Backspace", "Left", "Up", "Ctrl+Home", "Shift+Up", "Delete")
    assert opened.document.post.text == POST.partition("Body")[0]
    user.press("Ctrl+Z")
    assert opened.document.post.text == POST


def test_deleting_back_stops_at_the_start_of_the_text(opened, user):
    user.click(opened.pane)
    user.press("Ctrl+Home", "Right", "Right", "Ctrl+Backspace", "Ctrl+Backspace", "Backspace")
    assert opened.document.post.text == POST.replace("Body", "dy")
    assert opened.pane.textCursor().position() == opened.document.boundary


def test_an_input_method_may_not_replace_hidden_text(opened, user):
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    user.click(opened.pane)
    user.press("Ctrl+Home")
    event = QInputMethodEvent("", [])
    event.setCommitString("Z", -4, 4)
    QApplication.sendEvent(opened.pane, event)
    assert opened.document.post.text == POST


def test_find_never_enters_the_front_matter(opened, user):
    opened.do_find()
    user.type("flag")
    assert not opened.pane.textCursor().hasSelection()
    user.press("Ctrl+A")
    user.type("two")
    assert opened.pane.textCursor().selectedText() == "two"
    user.press("Return", "Shift+Return")
    assert opened.pane.textCursor().selectedText() == "two"
    user.press("Escape")
    assert opened.pane.hasFocus()


def test_a_header_without_a_line_after_it_can_be_written_below(window, user, tmp_path):
    path = tmp_path / "short.md"
    path.write_bytes(b"---\ntitle: x\n---")
    window.files.open(path)
    window.pane.setFocus()
    user.type("Body")
    assert window.document.post.text == "---\ntitle: x\n---\nBody"
    user.press("Ctrl+Z", "Ctrl+Z")
    assert window.document.post.to_bytes() == path.read_bytes()


def test_the_front_matter_is_shown_as_text_and_the_caret_finds_the_value(opened, user):
    opened.form.focus("tags")
    opened.actions_["show_header"].trigger()
    assert opened.document.boundary == 0
    assert not opened.form.isVisible()
    user.type(" # note")
    assert "tags: [a, b] # note\n" in opened.document.post.text
    opened.actions_["show_header"].trigger()
    assert opened.form.isVisible()
    assert opened.document.boundary > 0
    assert opened.form.row("tags").isAncestorOf(user.focus)


def test_every_row_of_the_table_has_what_does_it(window):
    for row in TABLE:
        if row.name != "open_recent":
            assert any(callable(getattr(one, f"do_{row.name}", None)) for one in window.commands), row.name


def test_no_shortcut_is_given_twice(window):
    keys = [window.actions_[row.name].shortcut().toString() for row in TABLE if row.shortcut is not None]
    assert len(set(keys)) == len(keys)


def test_zoom_changes_the_text_and_is_remembered(window):
    window.look_commands.do_zoom_in()
    window.look_commands.do_zoom_in()
    assert window.pane.font().pixelSize() == 18
    assert window._settings.get("text_size") == 18
    window.look_commands.do_zoom_reset()
    assert window.pane.font().pixelSize() == 16


def test_title_and_status_tell_about_the_post(opened, user, qtbot):
    assert opened.windowTitle() == "x — post.md[*] — Postwright"
    assert not opened.isWindowModified()
    opened.pane.setFocus()
    user.type("日本 ")
    assert opened.isWindowModified()
    qtbot.waitUntil(lambda: "12 characters · 5 words" in opened.status.counts)
    user.press("Down", "Home")
    qtbot.waitUntil(lambda: opened.status._place.text() == "Line 2, column 1")


def test_new_starts_an_empty_post_in_the_title(opened, user):
    opened.do_new()
    user.type("Fresh")
    assert opened.document.post.text == "---\ntitle: Fresh\n---\n\n"
    assert opened.files.path is None
