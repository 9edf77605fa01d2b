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
