"""The preview's looks in the real window: chosen in the menu, remembered for the blog, fetched without a stop."""

from tests.ui.user import page_value

COLOUR = "getComputedStyle(document.documentElement).backgroundColor"
TEXT = "document.querySelector('[data-postwright=post]').innerText"


def shows(window, qtbot, script, wanted):
    qtbot.waitUntil(lambda: page_value(window, qtbot, script) == wanted, timeout=20_000)


def test_each_look_is_shown_and_remembered(window, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md"
    window.files.open(path)
    shows(window, qtbot, COLOUR, "rgb(255, 254, 251)")
    window.actions_["look_github"].trigger()
    shows(window, qtbot, COLOUR, "rgb(255, 255, 255)")
    window.actions_["look_blog"].trigger()
    shows(window, qtbot, COLOUR, "rgb(243, 246, 247)")
    qtbot.waitUntil(lambda: bool(page_value(window, qtbot, TEXT)), timeout=20_000)
    assert page_value(window, qtbot, "document.querySelector('.story-text').dataset.postwright") == "post"
    assert page_value(window, qtbot, "document.querySelector('.story > #head h1').innerText") != ""
    window.files.open(example_blog / "_posts" / "2026-05-03-boats-and-backups.md")
    assert window.actions_["look_blog"].isChecked()
    shows(window, qtbot, COLOUR, "rgb(243, 246, 247)")


def test_a_blog_without_a_look_stays_plain_and_says_why(window, qtbot, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\n---\n\nHello\n", encoding="utf-8")
    window.files.open(path)
    window.actions_["look_blog"].trigger()
    qtbot.waitUntil(lambda: "style sheets" in window.messages.text, timeout=20_000)
    shows(window, qtbot, COLOUR, "rgb(255, 254, 251)")
    shows(window, qtbot, TEXT, "Hello")


def test_typing_goes_on_in_the_blogs_look(window, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md"
    path.write_text("---\ntitle: x\n---\n\none\n\ntwo\n\nthree\n", encoding="utf-8")
    window.files.open(path)
    window.actions_["look_blog"].trigger()
    shows(window, qtbot, COLOUR, "rgb(243, 246, 247)")
    shows(window, qtbot, f"{TEXT}.split(/\\n+/).join('|')", "one|two|three")
    body = window.document.post.text.index("two")
    cursor = window.pane.textCursor()
    cursor.setPosition(body)
    cursor.insertText("new\n\n")
    shows(window, qtbot, f"{TEXT}.split(/\\n+/).join('|')", "one|new|two|three")
