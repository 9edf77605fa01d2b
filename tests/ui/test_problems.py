"""The problems of a post: gone through by keys, marked in the text, mended from status bar and context menu."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.ui.user import checked

TEXT = "---\nlayout: post\ntitle: x\n---\n\n![a](/no-a.png)\n\ntext\n\n![b](/no-b.png)\n"


def test_keys_go_around_the_problems(window, user, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    checked(window, qtbot)

    def line():
        return window.pane.textCursor().block().text()

    user.press("Ctrl+End", "F4")
    assert line() == "![a](/no-a.png)"
    assert "/no-a.png" in window.status.currentMessage()
    user.press("F4")
    assert line() == "![b](/no-b.png)"
    user.press("F4")
    assert line() == "![a](/no-a.png)"
    user.press("Shift+F4")
    assert line() == "![b](/no-b.png)"
    assert window.document.post.text == TEXT


def test_a_post_without_problems_says_so(window, user, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text("---\nlayout: post\ntitle: x\n---\n\ntext\n", encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    checked(window, qtbot)
    user.press("F4")
    assert window.status.currentMessage() == "This post has no problems."


def test_a_problem_of_the_text_is_mended_from_the_status_bar(opened, user, qtbot, post):
    window, before = opened, post.read_bytes()
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("![a](http://ex.org/a.png)")
    menu = window.status.problems.menu()
    qtbot.waitUntil(lambda: any("https" in action.text() for action in menu.actions()), timeout=10_000)
    assert "hint" in window.status.problems.text()
    next(action for action in menu.actions() if "Make it https" in action.text()).trigger()
    qtbot.waitUntil(lambda: window.pane.toPlainText().endswith("![a](https://ex.org/a.png)"), timeout=10_000)
    qtbot.waitUntil(lambda: not any("https" in action.text() for action in menu.actions()), timeout=10_000)
    while window.document.qt.isUndoAvailable():
        user.press("Ctrl+Z")
    assert window.document.post.to_bytes() == before


MARKED = "---\nlayout: post\ntitle: x\n---\n\n😀 TODO: 書く ![a](http://ex.org/a.png)\n\n[b](/2020/01/01/gone/)\n"


def marks(window):
    return {
        selection.cursor.selectedText(): selection.format.underlineStyle()
        for selection in window.pane.extraSelections()
        if selection.format.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline
    }


def test_problems_are_marked_where_they_stand_and_mended_from_the_context_menu(window, user, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text(MARKED, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    qtbot.waitUntil(lambda: "/2020/01/01/gone/" in marks(window), timeout=20_000)
    style = QTextCharFormat.UnderlineStyle
    assert marks(window) == {
        "TODO": style.DotLine,
        "http://ex.org/a.png": style.DotLine,
        "/2020/01/01/gone/": style.WaveUnderline,
    }
    user.press("Ctrl+Home")
    user.type("前 ")
    assert set(marks(window)) == {"TODO", "http://ex.org/a.png", "/2020/01/01/gone/"}, "they move with the text"
    cursor = window.pane.document().find("ex.org")
    place = window.pane.cursorRect(cursor).center()
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, place, window.pane.viewport().mapToGlobal(place))
    QApplication.sendEvent(window.pane.viewport(), tip)
    assert "http:" in QToolTip.text()
    menu = QMenu()
    window.pane.menu_opening.emit(menu, cursor.position())
    next(action for action in menu.actions() if action.text() == "Make it https").trigger()
    qtbot.waitUntil(lambda: "https://ex.org/a.png" in window.document.post.text, timeout=10_000)
    qtbot.waitUntil(lambda: "http://ex.org/a.png" not in marks(window), timeout=20_000)
    window.pane.menu_opening.emit(menu, 1)
    assert not [action for action in menu.actions() if "https" in action.text()]


def test_marks_do_not_stay_on_another_post(window, qtbot, example_blog, tmp_path):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text(MARKED, encoding="utf-8")
    window.files.open(path)
    checked(window, qtbot)
    assert marks(window)
    other = tmp_path / "other.md"
    other.write_text(MARKED.replace("TODO", "done").replace("http:", "https:"), encoding="utf-8")
    window.files.open(other)
    checked(window, qtbot)
    assert "TODO" not in marks(window)


def test_links_within_the_post_are_told_by_what_the_preview_rendered(window, user, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text(
        "---\nlayout: post\ntitle: x\n---\n\n## 見出し\n\n[a](#見出し) [b](#nai) [c](#own)\n\n<a name=own></a>\n"
    )
    window.files.open(path)
    user.click(window.pane)
    qtbot.waitUntil(lambda: bool(window.problems._blocks()), timeout=20_000)
    user.press("Ctrl+End")
    user.type("more")
    qtbot.waitUntil(lambda: "#nai" in marks(window), timeout=20_000)
    assert not {"#見出し", "#own"} & set(marks(window))


def test_marks_of_a_closed_post_are_let_go(window, qtbot, tmp_path):
    """Qt looks at the former marks when it is given others: it must not find those of a post that is gone."""
    text = "---\ntitle: x\n---\n\n![](/no-a.png)\n\n# one\n\n### three\n\nTODO\n"
    for number in range(3):
        path = tmp_path / f"post-{number}.md"
        path.write_text(text * (number + 1), encoding="utf-8")
        window.files.open(path)
        checked(window, qtbot)
        assert window.pane.extraSelections()
        if number:
            window.tabs.show_beside(-1)
            assert not window.pane.extraSelections()
            checked(window, qtbot)
            window.tabs.close_tab()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            checked(window, qtbot)
            assert window.pane.extraSelections()


def test_nobody_asks_at_each_event_where_nothing_is_marked(window, qtbot, tmp_path):
    asked = []
    window._marks.eventFilter = lambda *_: bool(asked.append(True))
    for name, text in (("bad.md", "![](/no-a.png)\n"), ("good.md", "nothing\n")):
        path = tmp_path / name
        path.write_text(f"---\ntitle: x\n---\n\n{text}", encoding="utf-8")
        window.files.open(path)
        checked(window, qtbot)
    asked.clear()
    QCoreApplication.sendEvent(window.pane.viewport(), QEvent(QEvent.Type.User))
    assert not asked
    window.tabs.show_beside(-1)
    checked(window, qtbot)
    QCoreApplication.sendEvent(window.pane.viewport(), QEvent(QEvent.Type.User))
    assert asked
