"""The window's parts as a user meets them."""

import os

import pytest
from PySide6.QtCore import QDate, QUrl
from PySide6.QtWidgets import QFileDialog

from editor.ui.actions import TABLE
from editor.ui.messages import Answer
from tests.ui.user import User

POST = "---\ntitle: 'x'\ndate: 2025-11-02 12:54:50 +0000\ntags: [a, b]\nflag: no\nn: 8\nimage: {path: /a.png}\n---\n\nBody one\ntwo\n"


@pytest.fixture
def user(window, qtbot):
    return User(window, qtbot)


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(POST.encode())
    return path


@pytest.fixture
def opened(window, post):
    window.files.open(post)
    return window


# -- the hidden front matter


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


# -- the form


def test_each_key_has_the_field_of_its_type(opened):
    kinds = {key: opened.form.row(key).kind for key in ("title", "date", "tags", "author", "flag", "n", "image")}
    assert kinds == {
        "title": "text",
        "date": "date",
        "tags": "chips",
        "author": "text",
        "flag": "boolean",
        "n": "number",
        "image": "raw",
    }


def changed_lines(window):
    return [new for old, new in zip(POST.split("\n"), window.document.post.text.split("\n"), strict=True) if old != new]


def test_a_switch_a_number_and_a_date_change_their_values_alone(opened, user):
    opened.form.row("flag").editor.focusProxy().click()
    assert changed_lines(opened) == ["flag: yes"]
    opened.form.focus("n")
    user.press("Ctrl+A")
    user.type("12")
    assert changed_lines(opened) == ["flag: yes", "n: 12"]
    field = opened.form.row("date").editor
    field.show_popup()
    field.popup._calendar.setSelectedDate(QDate(2025, 12, 24))
    field.popup.close()
    assert changed_lines(opened)[0] == "date: 2025-12-24 12:54:50 +0000"


def test_what_is_no_date_is_said_and_not_written(opened, user):
    opened.form.focus("date")
    user.press("Ctrl+A")
    user.type("soon")
    assert "no date" in opened.form.row("date").problem
    assert opened.document.post.text == POST
    opened.form.focus("title")
    assert opened.form.row("date").problem == ""


def test_chips_add_remove_and_reorder(opened, user):
    tags = opened.form.row("tags").editor
    opened.form.focus("tags")
    user.type("c,")
    assert changed_lines(opened) == ["tags: [a, b, c]"]
    user.press("Backspace")
    assert changed_lines(opened) == []
    user.press("Left", "Alt+Left")
    assert changed_lines(opened) == ["tags: [b, a]"]
    tags.chips[0].click()
    assert changed_lines(opened) == ["tags: [a]"]
    user.type("a\n")
    assert changed_lines(opened) == ["tags: [a]"]  # no tag twice


def test_the_enter_that_confirms_a_conversion_adds_no_tag(opened, user):
    opened.form.focus("tags")
    user.compose("みなと")
    user.press("Return")
    assert opened.document.post.text == POST
    user.compose("", "港")
    assert opened.document.post.text == POST
    user.press("Return")
    assert changed_lines(opened) == ["tags: [a, b, 港]"]


def test_half_a_word_of_an_input_method_never_reaches_the_post(opened, user):
    opened.form.focus("title")
    user.compose("にほ")
    assert opened.document.post.text == POST
    user.compose("", "日本")
    assert "日本" in opened.document.post.text


def test_completion_offers_the_words_of_the_blog_with_counts(window, example_blog, qtbot):
    window.files.open(example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md")
    tags = window.form.row("tags").editor
    qtbot.waitUntil(lambda: tags._words.rowCount() > 0, timeout=10_000)
    assert "港  (2)" in [tags._words.item(row).text() for row in range(tags._words.rowCount())]


def test_a_field_is_added_and_removed(opened, user):
    opened.form.add_key("description")
    user.type("new")
    assert "description: 'new'\n" in opened.document.post.text
    opened.form.row("description").remove_button.click()
    assert opened.document.post.text == POST


def test_an_author_typed_and_taken_back_leaves_no_key(opened, user):
    opened.form.focus("author")
    user.type("m")
    assert "author: 'm'\n" in opened.document.post.text
    user.press("Backspace")
    assert opened.document.post.text == POST


def test_a_key_that_can_not_be_edited_says_why(window, user, tmp_path):
    path = tmp_path / "twice.md"
    path.write_bytes(b"---\ntitle: a\ntitle: b\n---\n")
    window.files.open(path)
    window.form.focus("title")
    user.type("c")
    assert "stands twice" in window.form.row("title").problem
    assert window.document.post.to_bytes() == path.read_bytes()


# -- bad input


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\0\0", "zero byte"),
        (b"x" * (20 * 2**20 + 1), "at most 20 MB"),
        ("a\ufdd0".encode(), "U+FDD0"),
        ("\ufeff\ufeffa".encode(), "U+FEFF"),
    ],
    ids=["binary", "large", "noncharacter", "two marks"],
)
def test_what_can_not_be_edited_is_shown_and_never_written(window, user, tmp_path, data, words):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    window.files.open(path)
    assert words in window.messages.text
    assert "bad.md" in window.messages.text
    assert window.pane.isReadOnly()
    window.pane.setFocus()
    user.type("x")
    assert not window.files.save()
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", ["gone.md", "."])
def test_what_can_not_be_opened_leaves_the_open_post(opened, tmp_path, name):
    opened.files.open(tmp_path / name)
    assert opened.document.post.text == POST
    assert str(tmp_path) in opened.messages.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"---\ntitle: x\nBody", "Line 1, column 1: the front matter opened here is never closed"),
        (b"---\ntitle: 'x\n---\n", "Line 2, column 8: the quote opened here is never closed"),
        (b"+++\ntitle = 'x'\n+++\n", "TOML"),
    ],
)
def test_a_header_that_has_no_form_is_shown_as_text_with_the_reason(window, tmp_path, data, words):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    window.files.open(path)
    assert words in window.form._notice.text()
    assert window.document.boundary == 0
    assert window.document.post.to_bytes() == data


@pytest.mark.parametrize("data", [b"", b"no header"])
def test_a_post_without_header_gets_one_from_the_form(window, user, tmp_path, data):
    path = tmp_path / "plain.md"
    path.write_bytes(data)
    window.files.open(path)
    window.form.focus("title")
    user.type("x")
    gap = b"\n" if data else b""
    assert window.document.post.to_bytes() == b"---\ntitle: x\n---\n" + gap + data
    user.press("Ctrl+Z")
    assert window.document.post.to_bytes() == data


# -- files


def test_a_file_changed_by_others_is_not_overwritten_unless_wanted(opened, user, post):
    opened.pane.setFocus()
    user.type("mine ")
    post.write_bytes(b"theirs")
    user.press("Ctrl+S")
    assert post.read_bytes() == b"theirs"
    assert "was changed by another program" in opened.messages.text
    opened.messages.buttons[0].click()
    assert post.read_bytes() == POST.replace("Body", "mine Body").encode()
    assert not opened.document.modified


def test_a_character_that_the_encoding_lacks_is_said_and_utf_8_offered(window, user, tmp_path):
    path = tmp_path / "sjis.md"
    data = "---\ntitle: 港町の朝\n---\n\n六時に起きると、町はまだ静かでした。漁船が戻ります。\n".encode("cp932")
    path.write_bytes(data)
    window.files.open(path)
    window.pane.setFocus()
    user.type("🎉")
    assert not window.files.save()
    assert path.read_bytes() == data
    assert "Shift_JIS has no “🎉”" in window.messages.text
    window.messages.buttons[0].click()
    assert path.read_bytes().decode() == window.document.post.text


@pytest.mark.parametrize("answer", list(Answer))
def test_closing_asks_before_text_is_lost(opened, user, post, answer, monkeypatch):
    monkeypatch.setattr(opened.questions, "save_changes", lambda name: answer)
    opened.pane.setFocus()
    user.type("new ")
    closed = opened.close()
    assert closed == (answer is not Answer.CANCEL)
    assert post.read_bytes().startswith(
        POST.replace("Body", "new Body").encode() if answer is Answer.SAVE else POST.encode()
    )


def test_save_as_and_revert(opened, user, tmp_path, monkeypatch):
    target = tmp_path / "other.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened.pane.setFocus()
    user.type("new ")
    user.press("Ctrl+Shift+S")
    assert target.read_bytes() == POST.replace("Body", "new Body").encode()
    assert (tmp_path / "post.md").read_bytes() == POST.encode()
    assert opened.files.path == target
    user.type("more ")
    monkeypatch.setattr(opened.questions, "revert", lambda name: True)
    opened.do_revert()
    assert opened.document.post.to_bytes() == target.read_bytes()


def test_a_disk_that_refuses_keeps_the_text(opened, user, post, monkeypatch):
    opened.pane.setFocus()
    user.type("new ")
    monkeypatch.setattr(
        "editor.post.files.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    user.press("Ctrl+S")
    assert "no space left" in opened.messages.text
    assert post.read_bytes() == POST.encode()
    assert "new Body" in opened.document.post.text
    assert opened.document.modified


def test_recent_files_are_remembered_newest_first(opened, tmp_path, sample_copy):
    opened.files.open(sample_copy)
    opened._fill_recent()
    assert [action.text() for action in opened._recent.actions()] == [str(sample_copy), str(tmp_path / "post.md")]


# -- the rest of the window


def test_every_row_of_the_table_has_what_does_it(window):
    for row in TABLE:
        if row.name != "open_recent":
            assert callable(getattr(window, f"do_{row.name}")), row.name


def test_no_shortcut_is_given_twice(window):
    keys = [window.actions_[row.name].shortcut().toString() for row in TABLE if row.shortcut is not None]
    assert len(set(keys)) == len(keys)


def test_zoom_changes_the_text_and_is_remembered(window):
    window.do_zoom_in()
    window.do_zoom_in()
    assert window.pane.font().pixelSize() == 18
    assert window._settings.get("text_size") == 18
    window.do_zoom_reset()
    assert window.pane.font().pixelSize() == 16


def test_title_and_status_tell_about_the_post(opened, user, qtbot):
    assert opened.windowTitle() == "x — post.md[*] — Postwright"
    assert not opened.isWindowModified()
    opened.pane.setFocus()
    user.type("日本 ")
    assert opened.isWindowModified()
    qtbot.waitUntil(lambda: "12 characters · 5 words" in opened.status.counts)
    user.press("Down", "Home")
    assert opened.status._place.text() == "Line 2, column 1"


def test_new_starts_an_empty_post_in_the_title(opened, user):
    opened.do_new()
    user.type("Fresh")
    assert opened.document.post.text == "---\ntitle: Fresh\n---\n\n"
    assert opened.files.path is None


# -- the preview


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
    places = []
    page = window.preview.page
    page.runJavaScript("window.scrollTo(0, 700)", 1)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("THE END")
    user.wait_for_preview("THE END")
    page.runJavaScript("document.documentElement.scrollTop", 1, places.append)
    qtbot.waitUntil(lambda: bool(places), timeout=10_000)
    assert abs(places[0] - 700) < 2


def test_a_worker_that_is_killed_comes_back(window, user, sample_copy):
    import signal

    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    os.kill(window.feed.worker_pid, signal.SIGKILL)
    window.pane.setFocus()
    user.type("AGAIN")
    user.wait_for_preview("AGAIN")


def test_a_link_that_is_not_for_a_browser_is_not_offered(window):
    window._offer_link(QUrl("file:///etc/passwd"))
    assert window.messages.text == ""
