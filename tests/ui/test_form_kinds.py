"""The form on a blog: types of added keys, the calendar's Now, Hugo's keys in any case."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QPushButton

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def opening(window, tmp_path):
    """Open a post of a blog."""

    def open_post(text, name, site, configuration="", others=()):
        (tmp_path / site).write_text(configuration, encoding="utf-8")
        for other, content in [*others, (name, text)]:
            path = tmp_path / other
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        window.files.open(tmp_path / name)
        window.form.release()
        return window

    return open_post


def text(window):
    return window.document.post.text


@pytest.mark.parametrize(
    ("name", "site", "key", "line"),
    [
        ("_posts/2026-01-07-x.md", "_config.yml", "published", "published: true"),
        ("_posts/2026-01-07-x.md", "_config.yml", "pin", "pin: false"),
        ("content/x.md", "hugo.toml", "draft", "draft: false"),
        ("content/x.md", "hugo.toml", "aliases", "aliases: []"),
        ("content/x.md", "hugo.toml", "weight", "weight: 0"),
        ("_posts/2026-01-07-x.md", "_config.yml", "password", 'password: ""'),
    ],
)
def test_an_added_key_has_the_type_that_the_generator_documents(opening, name, site, key, line):
    window = opening("---\ntitle: x\n---\n", name, site)
    window.form.add_key(key)
    assert line in text(window).replace("''", '""').split("\n")


def test_a_number_is_typed_into_an_added_key(opening, user):
    window = opening("---\ntitle: x\n---\n", "content/x.md", "hugo.toml")
    window.form.add_key("weight")
    user.press("Ctrl+A")
    user.type("30")
    assert "weight: 30" in text(window).split("\n")


@pytest.mark.parametrize("machine", ["UTC", "America/New_York"])
@pytest.mark.parametrize(
    ("name", "site", "zone", "form", "pattern"),
    [
        ("_posts/2026-11-27-x.md", "_config.yml", "timezone: Asia/Tokyo\n", "date : 2026-01-0{}T10:00", r"T\d\d:\d\d$"),
        (
            "_posts/2026-11-27-x.md",
            "_config.yml",
            "timezone: Asia/Tokyo\n",
            "date: 2026-01-0{} 10:00:00",
            r":\d\d \+0900$",
        ),
        ("content/x.md", "hugo.toml", 'timeZone = "Asia/Tokyo"\n', "date: 2026-01-0{}T10:00:00", r"T\d\d:\d\d:\d\d$"),
        ("posts/x.md", ".eleventy.js", "", "", r"T\d\d:\d\d:\d\d[-+]\d\d:\d\d$"),
    ],
)
def test_now_is_written_as_the_other_posts_write_dates(opening, monkeypatch, machine, name, site, zone, form, pattern):
    import time

    monkeypatch.setenv("TZ", machine)
    time.tzset()
    folder = name.rpartition("/")[0]
    others = [(f"{folder}/2026-01-0{n}-p.md", f"---\ntitle: P\n{form.format(n)}\n---\n") for n in (1, 2, 3) if form]
    window = opening("---\ntitle: x\n---\n", name, site, zone, others)
    field = window.form.row("date").editor
    field.show_popup()
    now = next(button for button in field.popup.findChildren(QPushButton) if button.text() == "Now")
    before = datetime.now(UTC)
    now.click()
    field.popup.close()
    written = next(line for line in text(window).split("\n") if line.startswith("date")).partition(":")[2].strip()
    assert re.search(pattern, written), written
    digits = [int(part) for part in re.findall(r"\d+", written)][:5]
    offset = re.search(r"([-+])(\d\d):?(\d\d)$", written)
    at = datetime(*digits, tzinfo=TOKYO)
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3])
        at = at.replace(tzinfo=UTC) - timedelta(minutes=minutes if offset[1] == "+" else -minutes)
    assert abs(at - before) < timedelta(minutes=3)
    monkeypatch.undo()
    time.tzset()


def test_hugos_keys_have_one_row_whatever_their_case(opening, user):
    before = "---\nTitle: Old\nDate: 2026-01-02T10:00:00Z\nDraft: true\ndraft: false\n---\n"
    window = opening(before, "content/x.md", "hugo.toml")
    rows = [path for path in window.form._rows if str(path[0]).lower() in ("title", "draft", "date")]
    assert len(rows) == 3
    window.form.focus("title")
    user.press("Ctrl+A")
    user.type("Hello")
    window.form._more.setChecked(True)
    switch = window.form.row("Draft").editor
    switch._box.click()
    assert text(window) == before.replace("Title: Old", "Title: Hello").replace("Draft: true", "Draft: false")


def test_a_tag_of_a_zola_post_goes_under_taxonomies(opening, user):
    window = opening('+++\ntitle = "x"\n+++\n', "content/x.md", "zola.toml", 'base_url = "x"\n')
    window.form.focus("tags")
    user.type("sea")
    user.press("Enter")
    assert '[taxonomies]\ntags = ["sea"]' in text(window)


def test_a_title_that_looks_like_a_number_takes_any_text(opening, user):
    for old in ("2024", "no", "2020-01-01", "12:30"):
        window = opening(f"---\ntitle: {old}\n---\n", "_posts/2026-01-07-x.md", "_config.yml")
        window.form.focus("title")
        user.press("Ctrl+A")
        user.type("Hello")
        assert text(window) == "---\ntitle: Hello\n---\n"
        window.document.saved()


HUGO = ("content/x.md", "hugo.toml")
HEXO = ("source/_posts/x.md", "_config.yml")
JEKYLL = ("_posts/2026-01-07-x.md", "_config.yml")


@pytest.mark.parametrize(
    ("blog", "line", "was_on", "written"),
    [
        (HUGO, "draft: no", False, "draft: true"),
        (HUGO, "draft: yes", False, "draft: true"),  # Hugo publishes it
        (HUGO, "draft: 'true'", True, "draft: false"),
        (HUGO, "Draft: off", False, "Draft: true"),
        (HUGO, "draft:", False, "draft: true"),
        (HUGO, "headless: no", False, "headless: true"),
        (HEXO, "published: no", True, "published: false"),  # a text that counts as yes
        (HEXO, "comments: 'false'", False, "comments: true"),
        (JEKYLL, "published: 'false'", True, "published: false"),  # Jekyll builds it
        (JEKYLL, "published:", False, "published: true"),
        (JEKYLL, "hidden: ~", False, "hidden: true"),
    ],
)
def test_a_switch_written_as_text_is_a_box_that_says_what_the_generator_reads(opening, blog, line, was_on, written):
    others = [("package.json", '{"dependencies": {"hexo": "8"}}')] if blog is HEXO else []
    window = opening(f"---\ntitle: x\n{line}\nz: 1\n---\n", *blog, others=others)
    window.form._more.setChecked(True)
    row = window.form.row(line.partition(":")[0])
    assert row.kind == "boolean"
    assert row.editor._box.isChecked() is was_on
    row.editor._box.click()
    assert text(window) == f"---\ntitle: x\n{written}\nz: 1\n---\n"
    assert window.form.row(line.partition(":")[0]).editor._box.isChecked() is not was_on


def test_a_word_that_is_no_boolean_becomes_one_by_typing(opening, user):
    window = opening("---\ntitle: x\ndraft: ture\n---\n", *HUGO)
    window.form._more.setChecked(True)
    window.form.focus("draft")
    user.press("Ctrl+A")
    user.type("true")
    assert text(window) == "---\ntitle: x\ndraft: true\n---\n"


def test_an_empty_number_takes_a_number(opening, user):
    window = opening("---\ntitle: x\nweight:\n---\n", *HUGO)
    window.form._more.setChecked(True)
    window.form.focus("weight")
    user.type("3")
    assert text(window) == "---\ntitle: x\nweight: 3\n---\n"


def test_a_key_that_may_hold_a_word_takes_true_as_a_boolean(opening, user):
    window = opening("---\ntitle: x\ntoc:\n---\n", *JEKYLL)
    window.form._more.setChecked(True)
    window.form.focus("toc")
    user.type("true")
    assert text(window) == "---\ntitle: x\ntoc: true\n---\n"


@pytest.mark.parametrize(
    ("old", "typed", "written"),
    [
        ("12:30", "13:30", '"13:30"'),
        ("0123", "0456", '"0456"'),
        ("1,000", "2,000", '"2,000"'),
        ("0x1F", "32", "0x20"),
        ("12:30", "noon", '"noon"'),  # "n" is a boolean to YAML 1.1
        ("12", "13", "13"),
    ],
)
def test_what_only_looks_like_a_number_is_typed_over(opening, user, old, typed, written):
    window = opening(f"---\ntitle: x\nstart: {old}\n---\n", *JEKYLL)
    window.form._more.setChecked(True)
    window.form.focus("start")
    user.press("Ctrl+A")
    user.type(typed)
    user.press("Tab")
    assert text(window) == f"---\ntitle: x\nstart: {written}\n---\n"
    assert not window.document.field_texts
