"""Keys and commands on a selection: what is selected stays in the text, one step takes them back."""

import unicodedata

import pytest

from editor.header import HeaderKind
from editor.ui.action_table import TABLE
from tests.ui.user import POST

REPLACING = {"date", "delete_row", "delete_column", "paste_plain"}
"""Commands that are meant to replace the selection."""
COMMANDS = [
    row.name
    for row in TABLE
    if row.menu in ("F&ormat", "&Insert") and not row.text.endswith("…") and row.name not in REPLACING
]
KEYS = ["Tab", "Shift+Tab", "(", '"', "`", "*", "_", "~", "[", "<"]
BODY = "\n一 one\n二 two 𠮷\n\n三 three\n"


@pytest.fixture
def writing(window, user, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(POST.split("\n\n")[0] + "\n" + BODY, encoding="utf-8")
    window.files.open(path)
    assert window.document.header.kind is not HeaderKind.NONE
    user.click(window.pane)
    return window


def select(window, first, last, *, backward=False):
    text = window.document.post.text
    ends = [window.document.to_qt(at) for at in (text.index(first), text.index(last) + len(last))]
    window.pane.select(*(reversed(ends) if backward else ends))


def body(window):
    return window.document.post.text[window.document.post.header.span.end :]


def selected(window):
    return window.pane.textCursor().selectedText().replace("\u2029", "\n")


@pytest.mark.parametrize("selection", [("一 one", "三 three"), ("二 two 𠮷", "二 two 𠮷"), ("one", "two")])
def test_keys_keep_the_words_that_are_selected(writing, user, selection):
    before = writing.document.post.to_bytes()
    for key in KEYS:
        select(writing, *selection)
        words = selected(writing).split()
        user.type(key) if len(key) == 1 else user.press(key)
        assert all(word in body(writing) for word in words), key
        assert all(word in selected(writing) for word in words), key
        if writing.document.modified:
            user.press("Ctrl+Z")
        assert writing.document.post.to_bytes() == before, key


def test_commands_keep_the_words_that_are_selected(writing, user):
    before = writing.document.post.to_bytes()
    for name in COMMANDS:
        select(writing, "一 one", "三 three")
        writing.actions_[name].trigger()
        text = unicodedata.normalize("NFKC", body(writing))
        assert all(word in text for word in BODY.split()), name
        while writing.document.qt.isUndoAvailable():
            writing.pane.undo_step()
        assert writing.document.post.to_bytes() == before, name


@pytest.mark.parametrize("backward", [False, True])
def test_tab_indents_the_selected_lines_and_shift_tab_outdents_them(writing, user, backward):
    before = writing.document.post.to_bytes()
    select(writing, "一 one", "三 three", backward=backward)
    user.press("Tab")
    assert body(writing) == "\n    一 one\n    二 two 𠮷\n\n    三 three\n"
    user.press("Tab")
    assert body(writing).count("\n        ") == 3
    user.press("Shift+Tab", "Shift+Tab")
    assert writing.document.post.to_bytes() == before
    assert selected(writing) == "一 one\n二 two 𠮷\n\n三 three"
    cursor = writing.pane.textCursor()
    assert (cursor.position() < cursor.anchor()) is backward
    user.press(*["Ctrl+Z"] * 4)
    assert writing.document.post.to_bytes() == before
    assert not writing.document.modified


def test_tab_uses_the_width_that_is_set(writing, user):
    writing._settings.set("tab_width", 2)
    writing.pane.set_look(type(writing.pane.look).from_settings(writing._settings))
    select(writing, "一 one", "三 three")
    user.press("Tab")
    assert body(writing) == "\n  一 one\n  二 two 𠮷\n\n  三 three\n"


def test_tab_without_a_selection_is_a_tab(writing, user):
    select(writing, "一", "一")
    user.press("Right", "Tab")
    assert "一\t one" in body(writing)


def test_tab_on_blank_lines_changes_nothing(writing, user):
    user.press("Ctrl+End", "Return", "Return", "Return", "Shift+Up", "Shift+Up")
    before = writing.document.post.text
    user.press("Tab")
    assert writing.document.post.text == before


def test_shift_enter_writes_a_line_end(writing, user):
    user.press("Ctrl+End")
    user.type("- a")
    user.press("Shift+Return")
    user.type("b")
    assert body(writing).endswith("- a\nb")
    assert "\u2028" not in body(writing)
