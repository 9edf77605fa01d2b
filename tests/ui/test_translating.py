"""The post in other languages: opened, read beside the text, begun anew; by clicks in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.beside import _same_place
from editor.ui.translations_dialog import TranslationsDialog
from tests.ui.user import in_dialog

SECTIONS = "".join(f"## Part {n}\n\n{'line' if n % 2 else 'words'}\n\n" * 1 + "text\n" * 20 for n in range(9))
FILES = {
    "hugo.toml": "[languages.en]\n[languages.ja]\n[languages.fr]\n",
    "content/a.md": f"---\ntitle: A\n---\n\n{SECTIONS}",
    "content/a.ja.md": f"---\ntitle: あ\n---\n\n{SECTIONS.replace('text', '文')}",
}


@pytest.fixture
def blog(window, tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "blog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    window.files.open(tmp_path / "blog/content/a.md")
    return tmp_path / "blog"


def ask(window, qtbot, act):
    def in_it(dialog):
        qtbot.waitUntil(dialog.begin_button.isEnabled, timeout=20_000)
        act(dialog)

    in_dialog(TranslationsDialog, window.actions_["translations"].trigger, in_it)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_translation_is_opened(window, qtbot, blog):
    ask(window, qtbot, lambda dialog: press(dialog.open_button))
    assert window.files.name == "a.ja.md"


def test_a_translation_is_read_beside_and_scrolls_along(window, user, qtbot, blog):
    ask(window, qtbot, lambda dialog: press(dialog.beside_button))
    beside = window.translating.beside
    assert beside.isVisible()
    assert beside.text.toPlainText().startswith("## Part 0")
    assert beside._title.text() == "ja · あ"
    top = beside.text.verticalScrollBar().value()
    user.click(window.pane)
    user.press("Ctrl+End")
    qtbot.waitUntil(lambda: beside.text.verticalScrollBar().value() > top + 50, timeout=5_000)
    window.files.open(blog / "content/a.ja.md")
    assert not beside.isVisible(), "beside its own post only"
    window.files.open(blog / "content/a.md")
    assert beside.isVisible()
    user.type("written")
    assert "written" in window.pane.toPlainText()
    beside.closed.emit()
    assert not beside.isVisible()


def test_a_translation_is_begun_and_made_when_it_is_saved(window, user, qtbot, blog):
    def act(dialog):
        assert [dialog.languages.itemText(n) for n in range(dialog.languages.count())] == ["fr"]
        press(dialog.begin_button)

    before = sorted(path.name for path in (blog / "content").iterdir())
    ask(window, qtbot, act)
    assert window.files.name == "a.fr.md"
    assert sorted(path.name for path in (blog / "content").iterdir()) == before
    assert window.translating.beside.isVisible()
    user.click(window.pane)
    user.press("Ctrl+S")
    assert (blog / "content/a.fr.md").read_text(encoding="utf-8") == FILES["content/a.md"]
    assert window.translating.beside.isVisible(), "it stays beside its post when that gets its file"


def test_enter_in_the_language_begins_and_elsewhere_opens(window, qtbot, blog):
    def type_it(dialog):
        dialog.languages.lineEdit().selectAll()
        QTest.keyClicks(dialog.languages, "de")
        QTest.keyClick(dialog.languages, Qt.Key.Key_Return)

    ask(window, qtbot, type_it)
    assert window.files.name == "a.de.md"
    window.files.open(blog / "content/a.md")
    ask(window, qtbot, lambda dialog: QTest.keyClick(dialog.tree, Qt.Key.Key_Return))
    assert window.files.name == "a.ja.md"


def test_a_post_without_a_file_is_told(window):
    window.files.new()
    window.actions_["translations"].trigger()
    assert "Save this post first" in window.messages.text


@pytest.mark.parametrize(
    ("line", "here", "there", "same"),
    [
        (0, [10], [20], 0),
        (5, [10], [20], 10),
        (5, [4, 8, 12], [10, 20, 30], 12),
        (9, [4, 12], [10, 20, 30], 22),
        (0, [0, 4], [0, 9], 0),
    ],
)
def test_the_same_place_of_two_texts(line, here, there, same):
    assert _same_place(line, here, there) == same
