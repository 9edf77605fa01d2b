"""What could not be read is told as that, not as something that is not there."""

import subprocess

import pytest

from editor.blog import reading
from editor.blog.search import search_blog
from editor.blog.tags import uses
from editor.tasks.table import TASKS
from editor.ui.spelling import Spelling
from editor.writing import dictionary
from editor.writing.search import Query
from tests.files import write
from tests.ui.user import stuck_tasks

GOOD = "---\ntitle: Good\ntags: [one]\n---\nneedle\n"


@pytest.fixture
def blog(tmp_path):
    root = tmp_path / "blog"
    bad = {f"_posts/2020-01-0{day}-bad.md": b"\xff\xfe\x00\xd8 needle" for day in range(1, 6)}
    return write(root, {"_config.yml": "", "_posts/2020-02-01-good.md": GOOD} | bad)


def test_a_search_names_the_files_that_it_could_not_read(blog):
    unread = []
    assert len(list(search_blog(blog, Query("needle"), "", lambda: False, unread.append))) == 1
    assert len(unread) == 5
    words = reading.unread_in_words(unread)
    assert "2020-01-01-bad.md" in words
    assert words.endswith("…")
    assert reading.unread_in_words([]) == ""


def test_the_search_window_says_so(window, qtbot, blog):
    window.files.open(blog / "_posts/2020-02-01-good.md")
    window.actions_["find_in_blog"].trigger()
    search = window.blog_search.search
    search._needle.setText("nowhere to be found")
    search.search()
    qtbot.waitUntil(lambda: "can’t be read" in search._said.text(), timeout=20_000)
    assert "2020-01-01-bad.md" in search._said.text()
    search.close()


def test_counts_of_tags_name_the_posts_that_they_leave_out(blog):
    write(blog, {"_posts/2020-03-01-broken.md": "---\ntags: [one\n---\n"})
    unread = []
    assert uses(blog, "tags", unread=unread.append) == {"one": 1}
    assert blog / "_posts/2020-03-01-broken.md" in unread


def test_the_library_says_that_git_could_not_look(window, qtbot, blog):
    subprocess.run(["git", "-C", str(blog), "init", "-q"], check=True)
    (blog / ".git" / "index").write_bytes(b"damaged")
    window.files.open(blog / "_posts/2020-02-01-good.md")
    window.actions_["show_library"].setChecked(True)
    facts = window.library._facts
    qtbot.waitUntil(lambda: "git could not look at everything: " in facts.text(), timeout=30_000)
    assert "post" in facts.text()


def test_a_scan_that_ended_early_is_told(window, qtbot, blog, monkeypatch):
    with stuck_tasks(monkeypatch, "index"):
        window.files.open(blog / "_posts/2020-02-01-good.md")
        window.actions_["show_library"].setChecked(True)
        facts = window.library._facts
        qtbot.waitUntil(lambda: "The list may be out of date: " in facts.text(), timeout=60_000)


def test_an_error_of_a_scan_is_its_answer(blog, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    request = {"index": str(tmp_path / "taken" / "index.sqlite"), "root": str(blog), "generator": "Jekyll"}
    assert "failed" in TASKS["index"]({**request, "passed_over": []}, lambda _: None)


def test_a_dictionary_that_can_not_be_loaded_is_told(window, monkeypatch):
    def fail(*_):
        raise OSError("no such dictionary")

    monkeypatch.setattr(dictionary, "Dictionary", fail)
    window._settings.set("check_spelling", True)
    window.spelling._dictionary = None
    Spelling._load(window.spelling)
    assert window.messages.text == "Spelling can’t be checked: no such dictionary"


def test_links_that_could_not_be_looked_at_are_told(window, qtbot, blog):
    path = blog / "_posts/2020-02-01-good.md"
    window.files.open(path)
    window.actions_["blog_links"].trigger()
    links = window.blog_search.links
    qtbot.waitUntil(lambda: "2020-01-01-bad.md" in links._said.text(), timeout=20_000)
    path.unlink()
    links.open_for(window.files.blog, path, here=True)
    qtbot.waitUntil(lambda: "the links can’t be looked at: " in links._said.text(), timeout=20_000)
    links.close()
