"""The links of the blog in their window: found on a thread, shown by kind, opened by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.files import write

FILES = {
    "_config.yml": "permalink: /:title/\n",
    "_posts/2026-01-02-a.md": "---\ntitle: a\n---\n\n[b]({% post_url 2026-01-03-b %})\n[no]({% post_url 2026-01-09-no %})\n![p](/no.png)\n",
    "_posts/2026-01-03-b.md": "---\ntitle: b\n---\n\n[x](/x/) [a](/a/)\n",
    "assets/never.png": "",
}


@pytest.fixture
def blog(window, tmp_path):
    write(tmp_path / "blog", FILES)
    window.files.open(tmp_path / "blog/_posts/2026-01-03-b.md")
    return tmp_path / "blog"


def rows(links):
    items = [links.tree.topLevelItem(number) for number in range(links.tree.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_each_kind_is_listed_and_enter_opens_the_line(window, qtbot, blog):
    window.actions_["blog_links"].trigger()
    links = window.blog_search.links
    qtbot.waitUntil(lambda: bool(rows(links)), timeout=20_000)
    assert links.kind.currentText() == "Broken links (1)"
    assert rows(links) == [("_posts/2026-01-02-a.md", "6", "2026-01-09-no")]
    found = []
    for index in range(1, 5):
        links.kind.setCurrentIndex(index)
        found.append(rows(links))
    assert found == [
        [("_posts/2026-01-03-b.md", "5", "/x/")],
        [("_posts/2026-01-02-a.md", "7", "/no.png")],
        [("assets/never.png", "", "")],
        [],
    ]
    assert links._said.text() == "Nothing found."
    links.kind.setCurrentIndex(2)
    links.tree.setCurrentItem(links.tree.topLevelItem(0))
    QTest.keyClick(links.tree, Qt.Key.Key_Return)
    assert window.files.name == "2026-01-02-a.md"
    assert window.pane.textCursor().block().text() == "![p](/no.png)"
    links.close()


def test_what_links_here(window, qtbot, blog):
    window.actions_["links_here"].trigger()
    links = window.blog_search.links
    qtbot.waitUntil(lambda: bool(rows(links)), timeout=20_000)
    assert rows(links) == [("_posts/2026-01-02-a.md", "5", "2026-01-03-b")]
    links.kind.setCurrentIndex(0)
    qtbot.waitUntil(lambda: rows(links) == [("_posts/2026-01-02-a.md", "6", "2026-01-09-no")], timeout=20_000)
    links.close()


def test_a_post_without_a_file_is_told(window):
    window.files.new()
    window.actions_["blog_links"].trigger()
    assert "Open a post of a blog first" in window.messages.text
