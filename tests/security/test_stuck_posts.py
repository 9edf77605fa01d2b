"""Posts that are made to stop the program, in the real window: keys are shown, the journal is written, the rest is told.

What is done with such a post may be stopped, in a process of its own; the window goes on. The journal's thread shows
that: a pattern that is stuck anywhere in the window's process holds it up, too.
"""

import pytest

from editor.post.journal import KEPT, journals_in, read_journal
from tests.conftest import ENDS
from tests.files import write
from tests.ui.user import User, checked, stuck_posts, stuck_tasks

HOSTILE = {
    "post_url": "{% post_url " * 9_000,
    "links": "<a " * 20_000,
    "nested": "<div>" * 400 + "</div>" * 400,
    "sources": "<img src='" * 20_000,
    "todos": "TODO " * 20_000,
    "long name": f"![a](/{'x' * 100_000}.png)",
    "headings": "# a\n" * 25_000,
    "brackets": "[" * 50_000,
    "code": "```perl\n" + "<<A;\n" * 3_000 + "```\n",
    "pairs": "`a``b" * 20_000,
}


@pytest.fixture
def opening(window, qtbot, tmp_path):
    """Opens a post of a text in a blog of Jekyll's, with the caret at its end."""

    def open_post(text):
        (tmp_path / "_config.yml").write_text("", encoding="utf-8")
        path = tmp_path / "_posts" / "2026-01-02-post.md"
        path.parent.mkdir()
        path.write_text(f"---\ntitle: x\n---\n\n{text}\n\nend", encoding="utf-8")
        window.files.open(path)
        user = User(window, qtbot)
        user.click(window.pane)
        user.press("Ctrl+End")
        return user

    return open_post


def written(tmp_path, text):
    """Whether the journal has a text at its end."""
    folder = tmp_path / "state" / "journal"
    found = [path for sub in folder.glob("*") if sub.is_dir() and sub.name != KEPT for path in journals_in(sub)]
    return any((one := read_journal(path)) is not None and one.text.endswith(text) for path in found)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_keys_are_shown_and_journaled_whatever_the_post_is(window, qtbot, opening, tmp_path, hostile):
    user = opening(HOSTILE[hostile])
    user.type(" first")
    qtbot.waitUntil(lambda: written(tmp_path, "end first"), timeout=ENDS * 1_000)
    window.problems.refresh()
    window.problems.refresh_text()
    user.type(" second")
    before = window.pane.viewport().grab().toImage()
    user.type(" third")
    assert window.pane.viewport().grab().toImage() != before, "the letters are in sight"
    qtbot.waitUntil(lambda: written(tmp_path, "end first second third"), timeout=ENDS * 1_000)


def test_checks_that_are_stuck_are_told_and_the_window_goes_on(window, qtbot, opening, tmp_path, monkeypatch):
    with stuck_tasks(monkeypatch, "check", "check_in_blog"):
        user = opening("text")
        user.type(" first")
        window.problems.refresh_text()
        menu = window.status.problems.menu()
        qtbot.waitUntil(lambda: any("stopped" in one.text() for one in menu.actions()), timeout=60_000)
        user.type(" second")
        user.wait_for_preview("first second")
        qtbot.waitUntil(lambda: written(tmp_path, "end first second"), timeout=ENDS * 1_000)
        checked(window, qtbot)
        told = [one.text() for one in menu.actions()]
        assert told == ["Line 1: The checks of this post were stopped: it took longer than 1 s"]


def test_headings_and_colours_that_are_stuck_hold_nobody_up(window, qtbot, opening, monkeypatch):
    with stuck_tasks(monkeypatch, "headings", "colours"):
        user = opening("```python\ndef f(): pass\n```\n")
        window.actions_["outline"].trigger()
        listed = window._outline._list
        qtbot.waitUntil(lambda: listed.count() == 1 and "not found" in listed.item(0).text(), timeout=60_000)
        user.press("Escape")
        user.click(window.pane)
        user.press("Ctrl+End")
        user.type("x")
        assert window.document.post.text.endswith("endx")


def test_what_is_told_of_a_post_has_an_end(window, qtbot, opening):
    opening(HOSTILE["todos"].replace(" ", "\n\n") + HOSTILE["long name"])
    checked(window, qtbot)
    known = window.problems._known
    assert 0 < len(known) <= 3_000
    assert max(len(one.message) for one in known) <= 501


@pytest.fixture
def blog(tmp_path):
    """A blog of three posts and one whose reading never ends."""
    text = "---\ntitle: {0}\ntags: [word-of-{0}]\n---\n\n{1}\n"
    names = enumerate(("one", "two", "six"), 1)
    posts = {f"_posts/2026-01-0{day}-{name}.md": text.format(name, "[a](/gone.html)") for day, name in names}
    posts |= {"_posts/2026-01-05-stuck.md": text.format("stuck", "STUCK")}
    return write(tmp_path / "blog", {"_config.yml": ""} | posts)


def test_a_post_that_stops_the_reading_of_its_blog_is_named_and_the_others_are_read(window, qtbot, blog, monkeypatch):
    root = blog
    with stuck_posts(monkeypatch):
        window.actions_["show_library"].setChecked(True)
        window.files.open(root / "_posts/2026-01-01-one.md")
        reader, known = window.library.reader, []
        reader.loaded.connect(lambda _, rows, __: known.append({row.path: row for row in rows}))
        qtbot.waitUntil(lambda: bool(known) and len(known[-1]) == 4, timeout=60_000)
        assert "too long" in known[-1]["_posts/2026-01-05-stuck.md"].reason
        assert known[-1]["_posts/2026-01-03-six.md"].tags == ("word-of-six",)
        qtbot.waitUntil(lambda: not reader.is_reading, timeout=60_000)
        assert reader.scan_failure == ""
        window.names.find_words(window.files.blog)
        qtbot.waitUntil(lambda: "word-of-six" in window.form._words.get("tags", ()), timeout=60_000)
        menu = window.status.problems.menu()
        qtbot.waitUntil(
            lambda: any("2026-01-05-stuck.md was left out" in one.text() for one in menu.actions()), timeout=60_000
        )
        user = User(window, qtbot)
        user.click(window.pane)
        user.press("Ctrl+End")
        user.type("still here")
        assert window.document.post.text.endswith("still here")


def test_windows_about_the_whole_blog_name_it_and_list_the_others(window, qtbot, blog, monkeypatch):
    with stuck_posts(monkeypatch):
        window.files.open(blog / "_posts/2026-01-01-one.md")
        window.blog_search.do_blog_tags()
        tags = window.blog_search.tags
        qtbot.waitUntil(lambda: tags.words.count() == 3, timeout=60_000)
        assert "2026-01-05-stuck.md" in tags._said.text()
        tags.close()
        window.blog_search.do_blog_links()
        links = window.blog_search.links
        qtbot.waitUntil(lambda: links._findings is not None, timeout=60_000)
        assert len({one.path for one in links._findings if one.name == "/gone.html"}) == 3
        assert "2026-01-05-stuck.md" in links._said.text()
        links.close()
