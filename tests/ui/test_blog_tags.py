"""Tags of the whole blog in the real window: seen before, written, taken back; every other byte stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.blog_tags import BlogTags


def files_of(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def tags(window, qtbot, example_blog):
    window.files.open(example_blog / "_posts" / "2026-10-18-kiri-no-hi.md")
    window.actions_["blog_tags"].trigger()
    found = window.blog_search.tags
    assert isinstance(found, BlogTags)
    qtbot.waitUntil(lambda: found.words.count() > 3, timeout=20_000)
    yield found
    found.close()


def choose(tags, *words):
    tags.words.clearSelection()
    for row in range(tags.words.count()):
        item = tags.words.item(row)
        item.setSelected(item.data(Qt.ItemDataRole.UserRole) in words or item.isSelected())


def rows(tags):
    items = [tags.tree.topLevelItem(row) for row in range(tags.tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_tag_is_renamed_everywhere_and_taken_back(tags, window, qtbot, example_blog):
    before = files_of(example_blog)
    choose(tags, "港")
    QTest.keyClicks(tags.new, "harbour")
    qtbot.waitUntil(tags.change.isEnabled, timeout=20_000)
    assert all("港" in now and "harbour" in becomes for _, now, becomes in rows(tags))
    assert files_of(example_blog) == before, "nothing is written before"
    names = {row[0] for row in rows(tags)}
    click(tags.change)
    after = files_of(example_blog)
    assert {name for name in before if before[name] != after[name]} == names
    for name in names:
        assert (
            sum(one != other for one, other in zip(before[name].split(b"\n"), after[name].split(b"\n"), strict=True))
            == 1
        )
    assert "harbour" in window.document.header.values()["tags"], "the open post is read again"
    click(tags.back)
    assert files_of(example_blog) == before
    assert "港" in window.document.header.values()["tags"]


def test_merging_proposes_the_most_frequent_word(tags, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-20-x.md"
    path.write_text("---\ntitle: x\ntags: [Harbours, 港]\n---\n", encoding="utf-8")
    other = example_blog / "_posts" / "2026-11-21-y.md"
    other.write_text("---\ntitle: y\ntags: [harbour]\n---\n", encoding="utf-8")
    tags.count()
    qtbot.waitUntil(lambda: "2" in tags.twins.text(), timeout=20_000)
    tags.twins.setChecked(True)
    assert {tags.words.item(row).text().split()[0] for row in range(tags.words.count())} == {"Harbours", "harbour"}
    choose(tags, "Harbours", "harbour")
    tags.new.setText("harbour")
    qtbot.waitUntil(tags.change.isEnabled, timeout=20_000)
    click(tags.change)
    assert path.read_text(encoding="utf-8") == "---\ntitle: x\ntags: [harbour, 港]\n---\n"


def test_posts_with_unsaved_changes_are_left(tags, window, qtbot, example_blog):
    path = window.files.path
    before = path.read_bytes()
    window.document.apply(window.document.post.set_value("title", "unsaved"))
    choose(tags, "霧")
    tags.removing.setChecked(True)
    qtbot.waitUntil(tags.change.isEnabled, timeout=20_000)
    click(tags.change)
    assert path.read_bytes() == before
    assert "not saved" in tags._said.text()
    assert window.document.header.values()["title"] == "unsaved"


def test_enter_in_a_field_writes_nothing(tags, qtbot, example_blog):
    before = files_of(example_blog)
    choose(tags, "港")
    QTest.keyClicks(tags.new, "harbour")
    qtbot.waitUntil(tags.change.isEnabled, timeout=20_000)
    QTest.keyClick(tags.new, Qt.Key.Key_Return)
    QTest.keyClick(tags.filter, Qt.Key.Key_Return)
    assert files_of(example_blog) == before
    assert tags.change.isEnabled()


def test_the_filter_takes_width_and_case_for_nothing(tags):
    tags.filter.setText("ＭＡＰ")
    assert [tags.words.item(row).text().split()[0] for row in range(tags.words.count())] == ["maps"]
