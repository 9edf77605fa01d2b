"""Going from problem to problem by keys."""

TEXT = "---\nlayout: post\ntitle: x\n---\n\n![a](/no-a.png)\n\ntext\n\n![b](/no-b.png)\n"


def test_keys_go_around_the_problems(window, user, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    window.problems.refresh_text()

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


def test_a_post_without_problems_says_so(window, user, example_blog):
    path = example_blog / "_posts" / "2026-11-01-x.md"
    path.write_text("---\nlayout: post\ntitle: x\n---\n\ntext\n", encoding="utf-8")
    window.files.open(path)
    user.click(window.pane)
    window.problems.refresh_text()
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
    assert window.pane.toPlainText().endswith("![a](https://ex.org/a.png)")
    qtbot.waitUntil(lambda: not any("https" in action.text() for action in menu.actions()), timeout=10_000)
    while window.document.qt.isUndoAvailable():
        user.press("Ctrl+Z")
    assert window.document.post.to_bytes() == before
