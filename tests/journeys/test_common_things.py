"""The twenty commonest things (README.md), by keyboard and by mouse, in English and in Japanese."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.ui.help.palette import Palette
from editor.ui.move_dialog import MoveDialog
from editor.ui.new_post_dialog import NewPostDialog
from editor.ui.retelling import retell
from tests.ui.user import User, in_dialog

BEFORE = "---\nlayout: post\ntitle: 朝\ndate: 2026-01-02 09:00:00 +0900\ntags: [海, 港]\n---\n\n最初の段落。\n"


class Hands:
    """Does the same thing by keys or by the mouse."""

    def __init__(self, window, qtbot, *, mouse):
        self.window, self.user, self.mouse, self._qtbot = window, User(window, qtbot), mouse, qtbot

    def do(self, name):
        """An action: by its keys, where it has some and keys are wanted; else in its menu."""
        self._have_focus()
        action = self.window.actions_[name]
        if not self.mouse and not action.shortcut().isEmpty():
            self.user.press(action.shortcut().toString())
            return
        menu = next(menu for menu in self._menus() if action in menu.actions())
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self._have_focus()

    def _have_focus(self):
        """Without a window manager nobody gives it back when a menu or a dialog closes."""
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            self._qtbot.waitUntil(self.window.isActiveWindow)
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def _menus(self):
        waiting = [action.menu() for action in self.window.menuBar().actions()]
        while waiting:
            menu = waiting.pop()
            yield menu
            waiting += [action.menu() for action in menu.actions() if action.menu() is not None]

    def field(self, key):
        """Go to a field: by a click, or by Tab and Enter from the one before."""
        if self.mouse:
            self.user.click(self.window.form.row(key).editor.focusProxy())
        else:
            self.window.form.focus(key)

    def text_end(self):
        """Put the caret behind the text."""
        if self.mouse:
            self.user.click(self.window.pane)
        else:
            self.window.pane.setFocus()
        self.user.press("Ctrl+End")

    def press(self, button):
        """A button: clicked, or with the focus and Space."""
        if self.mouse:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def blog(tmp_path):
    posts = tmp_path / "blog/_posts"
    posts.mkdir(parents=True)
    (tmp_path / "blog/_config.yml").write_text("title: 港町だより\nurl: https://example.org\n", encoding="utf-8")
    for day, title in ((2, "朝"), (3, "港の昼"), (4, "夜")):
        text = BEFORE.replace("朝", title).replace("01-02", f"01-{day:02}")
        (posts / f"2026-01-{day:02}-post{day}.md").write_text(text, encoding="utf-8")
    return posts.parent


@pytest.fixture
def spoken(request, window):
    retell(request.param)
    yield request.param
    retell("en")


@pytest.mark.parametrize("mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("spoken", ["en", "ja"], indirect=True)
def test_the_twenty_commonest_things(window, qtbot, tmp_path, monkeypatch, blog, spoken, mouse):
    hands = Hands(window, qtbot, mouse=mouse)
    user, posts = hands.user, blog / "_posts"

    # 1 start, and open the blog
    window.files.new()
    window.help.show_welcome()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(blog))
    hands.press(window.help.welcome.buttons[0])
    assert window.files.path == posts / "2026-01-04-post4.md"
    qtbot.waitUntil(lambda: window.library.rows.rowCount() == 3, timeout=20_000)

    # 2 find a post by two letters
    hands.do("find_post")
    user.type("港の")
    qtbot.waitUntil(lambda: window.library.rows.rowCount() == 1, timeout=20_000)
    if mouse:
        index = window.library.rows.index(0)
        QTest.mouseClick(
            window.library.view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=window.library.view.visualRect(index).center(),
        )
    else:
        user.press("Return")
    path = posts / "2026-01-03-post3.md"
    assert window.files.path == path
    before = path.read_text(encoding="utf-8")

    # 3 the title, 4 tags, 5 the date
    hands.field("title")
    user.press("Ctrl+A")
    user.type("昼の港")
    hands.field("tags")
    user.type("船\n")
    chips = window.form.row("tags").editor.chips
    if mouse:
        hands.press(chips[0])
    else:
        user.press("Left", "Left", "Left", "Delete")
    hands.field("date")
    user.press("Ctrl+A")
    user.type("2026-01-05 10:30:00 +0900")

    # 6 a paragraph, 7 bold, 8 a heading, 9 a list, 10 a link
    hands.text_end()
    user.type("\nNew words here")
    user.press("Ctrl+Shift+Left")
    hands.do("bold")
    hands.text_end()
    user.type("\n\n")
    hands.do("heading_2")
    user.type("見出し\n\n")
    hands.do("bullets")
    user.type("一つ\n二つ\n\n")
    hands.do("link")
    user.type("words")
    text = window.document.post.text
    assert "New words **here**" in text
    assert "## 見出し" in text
    assert "- 一つ\n- 二つ\n" in text
    assert "[words](" in text

    # 11 a picture from a file
    picture = tmp_path / "a.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.save(str(picture))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(picture)], ""))
    hands.text_end()
    user.type("\n\n")
    hands.do("image_file")
    qtbot.waitUntil(lambda: "![" in window.document.post.text.rpartition("words")[2], timeout=20_000)

    # 12 undo, and redo
    now = window.document.post.text
    hands.do("undo")
    assert window.document.post.text != now
    hands.do("redo")
    assert window.document.post.text == now

    # 13 find, and replace all
    hands.do("replace")
    user.type("words")
    window.find_bar._new.setFocus()
    user.type("text")
    hands.press(window.find_bar._replace_all)
    assert "New text" in window.document.post.text
    QTest.keyClick(window.find_bar, Qt.Key.Key_Escape)

    # 14 save: one value, one line
    hands.do("save")
    saved = path.read_text(encoding="utf-8")
    assert saved.startswith(
        "---\nlayout: post\ntitle: 昼の港\ndate: 2026-01-05 10:30:00 +0900\ntags: [港, 船]\n---\n\n最初の段落。\n"
    )
    assert before.partition("---\n\n")[2] in saved

    # 15 the front matter as text, 16 the preview hidden, and back
    for name in ("show_header", "show_preview"):
        was = window.actions_[name].isChecked()
        hands.do(name)
        assert window.actions_[name].isChecked() is not was
        hands.do(name)
        assert window.actions_[name].isChecked() is was
    assert window.document.post.text == saved

    # 17 a new post like the others
    def begin(dialog):
        dialog.title.setText("夕方")
        qtbot.waitUntil(lambda: dialog.post is not None and dialog._ok.isEnabled(), timeout=20_000)
        hands.press(dialog._ok)

    in_dialog(NewPostDialog, lambda: hands.do("new_in_blog"), begin)
    assert "title: 夕方" in window.document.post.text
    assert "layout: post" in window.document.post.text
    hands.do("save")
    assert len(list(posts.iterdir())) == 4

    # 18 rename
    def rename(dialog):
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=20_000)
        dialog.slug.setText("yugata")
        qtbot.waitUntil(lambda: dialog.planned is not None and "yugata" in dialog._file.text(), timeout=20_000)
        hands.press(dialog._ok)

    in_dialog(MoveDialog, lambda: hands.do("rename_post"), rename)
    qtbot.waitUntil(lambda: "yugata" in window.files.path.name, timeout=20_000)

    # 19 a command by its name
    def choose(palette):
        QTest.keyClicks(palette.line, "typewriter")
        if mouse:
            item = palette.list.topLevelItem(0)
            place = palette.list.visualItemRect(item).center()
            QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        else:
            QTest.keyClick(palette.line, Qt.Key.Key_Return)

    in_dialog(Palette, lambda: hands.do("palette"), choose)
    assert window.actions_["typewriter"].isChecked()

    # 20 a preference, and close
    hands.do("preferences")
    dialog = window.preferences.dialog
    assert dialog.windowTitle() == {"en": "Preferences", "ja": "設定"}[spoken]
    box = dialog.editors["typewriter"]
    assert box.isChecked()
    hands.press(box) if not mouse else QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2)
    )
    assert not window.actions_["typewriter"].isChecked()
    dialog.close()
    assert not window.document.modified
    hands.do("close")
    assert window.files.path == path, "the post used before is shown"
