"""The form as a user meets it."""

import pytest
from PySide6.QtCore import QDate

from tests.ui.user import POST, checked


def test_each_key_has_the_field_of_its_type(opened):
    kinds = {key: opened.form.row(key).kind for key in ("title", "date", "tags", "author", "flag", "n", "image")}
    assert kinds == {
        "title": "text",
        "date": "date",
        "tags": "chips",
        "author": "text",
        "flag": "boolean",
        "n": "number",
        "image": "group",
    }


def changed_lines(window):
    return [new for old, new in zip(POST.split("\n"), window.document.post.text.split("\n"), strict=True) if old != new]


def test_a_switch_a_number_and_a_date_change_their_values_alone(opened, user):
    opened.form.row("flag").editor.focusProxy().click()
    assert changed_lines(opened) == ["flag: true"]
    opened.form.focus("n")
    user.press("Ctrl+A")
    user.type("12")
    assert changed_lines(opened) == ["flag: true", "n: 12"]
    field = opened.form.row("date").editor
    field.show_popup()
    field.popup._calendar.setSelectedDate(QDate(2025, 12, 24))
    field.popup.close()
    assert changed_lines(opened)[0] == "date: 2025-12-24 12:54:50 +0000"


def test_a_date_is_typed_in_one_go_though_its_day_alone_is_one(opened, user):
    field = opened.form.row("date").editor
    opened.form.focus("date")
    user.press("Ctrl+A")
    user.type("2026-03-04 05:06:07 +0900")
    assert changed_lines(opened) == ["date: 2026-03-04 05:06:07 +0900"]
    assert field._line.text() == "2026-03-04 05:06:07 +0900"
    opened.form.focus("title")
    opened.form.focus("date")
    user.press("Ctrl+A")
    user.type("2026-03-05")
    assert changed_lines(opened) == ["date: 2026-03-05 05:06:07 +0900"]
    opened.form.focus("title")
    assert field._line.text() == "2026-03-05 05:06:07 +0900", "when the field is left, it says what the file says"


@pytest.mark.parametrize(
    "head", ["tags: [{0}]", "title: {0}", "date: {0}", "{0}: 1", "published: '{0}'", "a: {{{0}: 1}}"]
)
def test_a_word_without_end_makes_nothing_wide(window, tmp_path, qtbot, head):
    post = tmp_path / "post.md"
    post.write_text(f"---\n{head.format('x' * 900)}\n---\n\nbody\n")
    window.files.open(post)
    checked(window, qtbot)
    assert window.form.sheet.minimumSizeHint().width() < 900


def test_what_is_no_date_is_said_and_not_written(opened, user):
    opened.form.focus("date")
    user.press("Ctrl+A")
    user.type("soon")
    assert "no date" in opened.form.row("date").problem
    assert opened.document.post.text == POST
    opened.form.focus("title")
    assert "no date" in opened.form.row("date").problem, "it stays until it is corrected or taken back"
    opened.form.focus("date")
    user.press("Escape")
    assert opened.form.row("date").problem == ""
    assert opened.form.row("date").editor._line.text() == "2025-11-02 12:54:50 +0000"


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
    path = tmp_path / "shared.md"
    path.write_bytes(b"---\ntitle: &t a\nsubtitle: *t\n---\n")
    window.files.open(path)
    window.form.focus("title")
    user.type("c")
    assert "another key would change" in window.form.row("title").problem
    assert window.document.post.to_bytes() == path.read_bytes()


def test_the_time_in_the_calendar_can_be_read(opened):
    """A style rule once drew it as an empty box."""
    field = opened.form.row("date").editor
    field.show_popup()
    image = field.popup._time.grab().toImage()
    inside = [image.pixelColor(x, image.height() // 2).lightness() for x in range(4, image.width() - 4)]
    field.popup.close()
    assert max(inside) - min(inside) > 100


def test_at_the_start_the_form_keeps_its_place_and_shows_its_fields_later(window, post):
    window.form.hold(222)
    window.files.open(post)
    assert window.form.row("title") is None
    window.column.resize(window.column.width(), 800)
    assert window.form.height() == 222
    window.form.release()
    assert window.form.row("title") is not None
    assert window.form.sizeHint().height() != 222
