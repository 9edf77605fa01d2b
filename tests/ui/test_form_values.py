"""Groups, raw values, broken front matter and its mends, other formats: the form as a user meets them."""

import pytest
from PySide6.QtWidgets import QPushButton

from editor.check.problem import Problem
from editor.text.edit import Edit
from tests.ui.user import POST, checked


@pytest.fixture
def opening(window, tmp_path, qtbot):
    """Opens a post of the given text in a blog of the given configuration file."""

    def open_post(text, name="_posts/2026-01-07-x.md", site="_config.yml"):
        (tmp_path / site).write_text("", encoding="utf-8")
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        window.files.open(path)
        checked(window, qtbot)
        return path

    return open_post


def text(window):
    return window.document.post.text


def fix_button(row_or_form):
    notices = getattr(row_or_form, "notices", None) or row_or_form._general
    return notices.findChild(QPushButton)


def test_a_key_inside_a_group_is_edited_added_and_removed(opened, user):
    opened.form._more.setChecked(True)
    opened.form.focus(("image", "path"))
    user.press("Ctrl+A")
    user.type("/b.png")
    assert "image: {path: /b.png}" in text(opened)
    opened.form.add_key(("image", "alt"))
    user.type("a port")
    assert "image: {path: /b.png, alt: 'a port'}" in text(opened)
    opened.form.row(("image", "alt")).remove_button.click()
    assert "image: {path: /b.png}" in text(opened)
    user.press("Ctrl+Z")
    assert "a port" in text(opened)


def test_a_group_of_lines_keeps_its_lines(window, opening, user):
    opening("---\ntitle: x\nheader:\n  # the picture\n  teaser: /a.png  # small\n  alt: 'y'\n---\n")
    window.form._more.setChecked(True)
    window.form.focus(("header", "alt"))
    user.type("z")
    assert text(window) == "---\ntitle: x\nheader:\n  # the picture\n  teaser: /a.png  # small\n  alt: 'yz'\n---\n"


def test_a_value_as_written_is_checked_while_it_is_typed(window, opening, user):
    before = "---\ntitle: x\nauthors:\n  - name: A\n    url: b\ntags: [a]\n---\n"
    opening(before)
    window.form._more.setChecked(True)
    row = window.form.row("authors")
    assert row.kind == "raw"
    assert row.editor.text == "- name: A\n    url: b"
    window.form.focus("authors")
    user.press("Ctrl+End")
    user.type("\n  - [c")
    assert row.problem != ""
    assert "tags: [a]" in text(window)
    assert "[c\n" not in text(window)  # what can't be read stays in the field
    user.type("]")
    assert row.problem == ""
    assert text(window) == before.replace("url: b\n", "url: b\n  - [c]\n")
    user.press("Ctrl+Z")
    assert "[c]" not in text(window)


def test_showing_a_value_never_changes_it(window, opening):
    odd = "---\ntitle: >-\n  a\n  b\nn: 0x1F\nx: &a [1, 2]\ny: *a\nt: !!str 7\nwhen: 12:30\nempty: ~\n---\n"
    opening(odd)
    window.form._more.setChecked(True)
    for row in window.form._rows.values():
        row.editor.setFocus()
    window.form.refresh()
    assert text(window) == odd


def test_a_trap_is_told_under_its_field_and_mended_by_one_click(window, opening, user, qtbot):
    path = opening("---\ntitle: x\ntags: travel, food  # mine\n---\n\nBody\n")
    row = window.form.row("tags")
    assert "“travel,” and “food”" in row.notices.problems[0].message
    fix_button(row).click()
    checked(window, qtbot)
    assert text(window) == "---\ntitle: x\ntags: [travel, food]  # mine\n---\n\nBody\n"
    assert window.form.row("tags").notices.problems == ()
    window.document.undo()
    assert window.document.post.to_bytes() == path.read_bytes()


def test_a_trap_appears_while_the_front_matter_is_edited(window, opening, user, qtbot):
    opening("---\ntitle: x\npublished: true\n---\n")
    window.form.row("published").editor.focusProxy().click()
    window.document.apply(Edit(24, 29, "'no'"))
    qtbot.waitUntil(lambda: bool(window.form.row("published").notices.problems), timeout=30_000)


def test_a_byte_order_mark_goes_by_one_click(window, opening, qtbot):
    opening("\ufeff---\ntitle: x\n---\n")
    fix_button(window.form).click()
    checked(window, qtbot)
    assert window.document.post.to_bytes() == b"---\ntitle: x\n---\n"
    assert window.document.modified


def test_broken_front_matter_lists_what_can_be_read_and_is_mended_by_one_click(window, opening, qtbot):
    opening('---\ntitle: "never closed\ntags: [a, b]\n---\n\nBody\n')
    assert "Line 2, column 8" in window.form._notice.text()
    assert [chip.item for chip in window.form.row("tags").editor.chips] == ["a", "b"]
    assert not window.form.row("tags").isEnabled()
    assert window.form.row("title") is None
    fix_button(window.form).click()
    checked(window, qtbot)
    assert text(window) == '---\ntitle: "never closed"\ntags: [a, b]\n---\n\nBody\n'
    assert window.form.row("title").editor.text == "never closed"
    assert window.form.row("tags").isEnabled()
    assert window.document.boundary > 0  # the front matter is hidden again


def test_broken_front_matter_corrected_as_text_brings_the_form_back_at_once(window, opening, user):
    opening("---\ntitle: 'x\n---\n\nBody\n")
    assert window.form.row("title") is None
    cursor = window.pane.textCursor()
    cursor.setPosition(13)
    window.pane.setTextCursor(cursor)
    window.pane.setFocus()
    user.type("'")
    assert window.form.row("title").editor.text == "x"


@pytest.mark.parametrize(
    ("before", "after", "site", "name"),
    [
        (
            '+++\ntitle = "x"\ntags = ["a"]\n+++\nB',
            '+++\ntitle = "xy"\ntags = ["a", "c"]\n+++\nB',
            "hugo.toml",
            "content/x.md",
        ),
        (
            '{\n  "title": "x",\n  "tags": ["a"]\n}\nB',
            '{\n  "title": "xy",\n  "tags": ["a", "c"]\n}\nB',
            "hugo.toml",
            "content/x.md",
        ),
        ("Title: x\nTags: a\n\nB", "Title: xy\nTags: a, c\n\nB", "pelicanconf.py", "content/x.md"),
        ("title: x\ntags: [a]\n---\nB", "title: xy\ntags: [a, c]\n---\nB", "_config.yml", "source/_posts/x.md"),
    ],
    ids=["toml", "json", "pelican", "hexo"],
)
def test_the_form_edits_each_format(window, opening, user, before, after, site, name):
    opening(before, name, site)
    assert window.document.boundary > 0
    window.form.focus("title")
    user.press("End")
    user.type("y")
    window.form.focus("tags")
    user.type("c,")
    assert text(window) == after
    for _ in range(4):
        window.pane.undo_step()
    assert text(window) == before


def test_a_new_header_is_made_in_the_blogs_kind(window, opening, user, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "other.md").write_text("+++\ntitle = 'o'\n+++\n", encoding="utf-8")
    opening("Body\n", "content/x.md", "hugo.toml")
    window.form.focus("title")
    user.type("n")
    assert text(window) == '+++\ntitle = "n"\n+++\n\nBody\n'


def test_thousands_of_keys_do_not_make_thousands_of_rows(window, opening):
    opening("---\n" + "".join(f"k{n}: v\n" for n in range(3_000)) + "---\n")
    assert len(window.form._rows) < 200
    assert "are not shown here" in window.form._notice.text()


def test_problems_compare_by_what_is_said_so_that_buttons_stay(opened):
    problem = Problem("a", 1, 1, "c", "hint", "m", "tags")
    row = opened.form.row("tags")
    row.notices.show_problems([problem])
    line = row.notices._lines[0]
    row.notices.show_problems([Problem("a", 1, 1, "c", "hint", "m", "tags")])
    assert row.notices._lines[0] is line
    assert POST in opened.document.post.text


def test_each_button_mends_its_own_problem(window, opening, qtbot):
    opening("---\ntitle: x\ntags: [on, food, off]\n---\n")
    row = window.form.row("tags")
    buttons = row.notices.findChildren(QPushButton)
    assert len(buttons) == 2
    buttons[1].click()
    checked(window, qtbot)
    assert text(window) == '---\ntitle: x\ntags: [on, food, "off"]\n---\n'


def test_fields_folded_away_stay_folded_while_the_same_problem_stands(window, opening, user, qtbot):
    opening("---\ntitle: x\npublished: 'no'\n---\n")
    assert window.form._more.isChecked()
    window.form._more.setChecked(False)
    window.form.focus("title")
    user.type("y")
    checked(window, qtbot)
    assert not window.form._more.isChecked()
