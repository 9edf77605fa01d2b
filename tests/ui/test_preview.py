"""The preview's cage, its worker, its scroll place."""

import os
import signal

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from editor.ui.preview.pane import MAX_DEATHS
from tests.settling import steady
from tests.ui.user import page_value


def test_images_of_the_blog_are_shown_and_nothing_outside_is(window, example_blog, qtbot):
    from editor.ui.preview.cage import confined

    root = example_blog.resolve()
    (example_blog.parent / "secret.png").write_bytes(b"x")
    (example_blog / "link.png").symlink_to(example_blog.parent / "secret.png")
    assert confined(root, "/assets/images/harbour.png") == root / "assets/images/harbour.png"
    for outside in ("/../secret.png", "/link.png", "/_config.yml", "/assets", "/a\0.png", "//etc/passwd"):
        assert confined(root, outside) is None, outside
    window.files.open(example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md")
    size = []

    def look():
        window.preview.page.runJavaScript("document.querySelector('img')?.naturalWidth ?? 0", 1, size.append)
        return bool(size) and size[-1] == 960

    qtbot.waitUntil(look, timeout=20_000)


def test_no_script_of_a_post_runs_and_links_do_not_navigate(window, user, tmp_path, qtbot):
    path = tmp_path / "evil.md"
    path.write_text(
        "before\n\n<script>document.body.textContent = 'HARM'</script>\n<img src=x onerror=\"document.body.textContent='HARM'\">\n"
        "<svg onload=\"document.body.textContent='HARM'\"></svg>\n\n[link](https://example.invalid/)\n\nafter"
    )
    window.files.open(path)
    user.wait_for_preview("after")
    qtbot.wait(200)
    assert "HARM" not in user.preview_text()
    window.preview.page.runJavaScript("document.querySelector('a').click()", 1)
    qtbot.waitUntil(lambda: "https://example.invalid/" in window.messages.text, timeout=10_000)
    assert "after" in user.preview_text()
    assert window.preview.page.url().scheme() == "postwright"


def test_the_scroll_place_stays_while_typing(window, user, sample_copy, qtbot):
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    window.actions_["preview_follows"].trigger()  # else it would go to what is typed
    user.click(window.pane)
    user.press("Ctrl+End")
    steady(lambda: scrolled(window, qtbot))
    window.preview.page.runJavaScript("window.scrollTo(0, 700)", 1)
    qtbot.waitUntil(lambda: scrolled(window, qtbot) == 700, timeout=20_000)
    user.type("THE END")
    user.wait_for_preview("THE END")
    assert steady(lambda: scrolled(window, qtbot)) == 700


def test_a_worker_that_is_killed_comes_back(window, user, sample_copy):
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    os.kill(window.feed.worker_pid, signal.SIGKILL)
    window.pane.setFocus()
    user.type("AGAIN")
    user.wait_for_preview("AGAIN")


def kill_page(window, qtbot):
    page = window.preview.page
    qtbot.waitUntil(lambda: page.renderProcessPid() > 0, timeout=20_000)
    killed = page.renderProcessPid()
    os.kill(killed, signal.SIGKILL)
    return killed


def test_the_page_comes_back_with_the_post(window, user, qtbot, sample_copy):
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    killed = kill_page(window, qtbot)
    qtbot.waitUntil(lambda: "was started again" in window.messages.text, timeout=20_000)
    user.wait_for_preview("AIインフラ")
    assert window.preview.page.renderProcessPid() != killed
    window.pane.setFocus()
    user.press("Ctrl+End")
    user.type("AGAIN")
    user.wait_for_preview("AGAIN")
    assert window.document.modified


def test_a_page_that_ends_each_time_is_let_be_until_the_writer_says_so(window, user, qtbot, sample_copy):
    window.files.open(sample_copy)
    for _ in range(MAX_DEATHS):
        user.wait_for_preview("AIインフラ")
        kill_page(window, qtbot)
        qtbot.waitUntil(lambda: "The preview" in window.messages.text, timeout=20_000)
        if "is off now" not in window.messages.text:
            window.messages.clear()
    qtbot.waitUntil(lambda: "is off now" in window.messages.text, timeout=20_000)
    rendered = []
    window.feed.patched.connect(lambda *_: rendered.append(True))
    window.pane.setFocus()
    user.press("Ctrl+End")
    user.type("typed meanwhile")
    qtbot.waitUntil(lambda: bool(rendered), timeout=20_000)
    assert window.preview._waiting == [], "nothing is kept for a page that is not there"
    QTest.mouseClick(window.messages.buttons[0], Qt.MouseButton.LeftButton)
    user.wait_for_preview("typed meanwhile")


def test_a_link_that_is_not_for_a_browser_is_not_offered(window):
    window.previewing._offer_link(QUrl("file:///etc/passwd"))
    assert window.messages.text == ""


def test_a_picture_that_is_not_there_is_a_box_with_its_path(window, user, tmp_path):
    path = tmp_path / "post.md"
    path.write_text("before\n\n![a ship](/assets/nowhere.png)\n\nafter", encoding="utf-8")
    window.files.open(path)
    user.wait_for_preview("/assets/nowhere.png")


def test_the_preview_follows_the_blog_of_the_post(window, user, tmp_path):
    for name, site in (("jekyll", "_config.yml"), ("hugo", "hugo.toml")):
        (tmp_path / name).mkdir()
        (tmp_path / name / site).write_text("", encoding="utf-8")
        (tmp_path / name / "a.md").write_text(f"---\ntitle: {name}\n---\nこれは**「重要」**です", encoding="utf-8")
    window.files.open(tmp_path / "jekyll" / "a.md")
    user.wait_for_preview("これは「重要」です")
    window.files.open(tmp_path / "hugo" / "a.md")
    user.wait_for_preview("これは**「重要」**です")


def long_post(tmp_path):
    path = tmp_path / "long.md"
    body = "\n\n".join(f"paragraph {number}" for number in range(200))
    path.write_text(f"---\ntitle: x\n---\n\n{body}\n", encoding="utf-8")
    return path


def scrolled(window, qtbot):
    """Return how far down the page is scrolled, in pixels."""
    found = []
    window.preview.page.runJavaScript("document.documentElement.scrollTop", 1, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0]


def seen_in_preview(window, qtbot, word):
    """Whether the page shows the paragraph with these words in sight."""
    found = []
    script = (
        "[...document.querySelectorAll('#post p')].filter(p => p.textContent === '"
        + word
        + "').map(p => p.getBoundingClientRect()).some(r => r.top >= 0 && r.bottom <= innerHeight)"
    )
    window.preview.page.runJavaScript(script, 1, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0] is True


def test_the_preview_follows_the_caret_and_stays_while_one_types(window, user, tmp_path, qtbot):
    window.files.open(long_post(tmp_path))
    user.wait_for_preview("paragraph 199")
    assert not seen_in_preview(window, qtbot, "paragraph 150")
    window.pane.go_to_line(4 + 2 * 150)
    qtbot.waitUntil(lambda: seen_in_preview(window, qtbot, "paragraph 150"), timeout=10_000)
    before = steady(lambda: scrolled(window, qtbot))
    user.type("new words ")
    user.wait_for_preview("new words paragraph 150")
    assert abs(steady(lambda: scrolled(window, qtbot)) - before) < 2


def test_following_can_be_switched_off(window, user, tmp_path, qtbot):
    window.files.open(long_post(tmp_path))
    user.wait_for_preview("paragraph 199")
    window.actions_["preview_follows"].trigger()
    window.pane.go_to_line(4 + 2 * 150)
    qtbot.wait(300)
    assert not seen_in_preview(window, qtbot, "paragraph 150")


def test_a_double_click_in_the_preview_puts_the_caret_there(window, user, tmp_path, qtbot):
    window.files.open(long_post(tmp_path))
    user.wait_for_preview("paragraph 199")
    script = (
        "(() => { const p = [...document.querySelectorAll('#post p')].find(p => p.textContent === 'paragraph 7');"
        " const r = p.getBoundingClientRect();"
        " p.dispatchEvent(new MouseEvent('dblclick', {bubbles: true, clientY: r.top + 3})) })()"
    )
    window.preview.page.runJavaScript(script, 1)
    qtbot.waitUntil(lambda: window.pane.textCursor().block().text() == "paragraph 7", timeout=10_000)


def test_lines_stay_right_while_the_text_above_changes(window, user, tmp_path, qtbot):
    window.files.open(long_post(tmp_path))
    user.wait_for_preview("paragraph 199")
    window.pane.go_to_line(4)
    user.type("one\n\ntwo\n\nthree\n\n")
    user.wait_for_preview("three")
    window.pane.go_to_line(4 + 6 + 2 * 120)
    assert window.pane.textCursor().block().text() == "paragraph 120"
    qtbot.waitUntil(lambda: seen_in_preview(window, qtbot, "paragraph 120"), timeout=10_000)


def test_the_head_shows_what_the_configuration_gives(window, user, example_blog):
    path = example_blog / "_posts" / "2026-01-02-x.md"
    path.write_text("---\ntitle: x\ndate: 2026-01-02 20:00:00\n---\n\n本文\n", encoding="utf-8")
    window.files.open(path)
    user.wait_for_preview("本文")
    shown = page_value(window, user._qtbot, "document.querySelector('[data-postwright=head]').innerText")
    assert "港の編集室" in shown
    assert "January 3, 2026" in shown  # 20:00 in UTC is the next day in Tokyo
