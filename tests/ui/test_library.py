"""The library in the real window: filled from the index, filtered as one types, kept up to date, never in the blog."""

import os
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.library.rows import SECOND


@pytest.fixture
def library(window, qtbot, example_blog):
    """The library of the example blog, read."""
    before = sorted(str(path) for path in example_blog.rglob("*"))
    window.files.open(example_blog / "_posts" / "2026-08-30-a-small-map.md")
    window.actions_["show_library"].trigger()
    qtbot.waitUntil(lambda: window.library.rows.rowCount() == 8, timeout=30_000)
    qtbot.waitUntil(lambda: not window.library.reader.is_reading, timeout=30_000)
    assert sorted(str(path) for path in example_blog.rglob("*")) == before, "nothing is written into the blog"
    return window.library


def titles(library):
    return [library.rows.index(row).data() for row in range(library.rows.rowCount())]


def second(library, row):
    return library.rows.index(row).data(SECOND)


def test_all_posts_are_there_the_newest_first(library, window):
    assert titles(library)[0] == "霧の日に考えたこと"
    assert "2026-10-18" in second(library, 0)
    assert library._facts.text() == "8 posts"
    assert library.view.currentIndex().data() == "A Small Map of Everything Near", "the open post is marked"
    drafts = [second(library, row) for row in range(8) if "draft" in second(library, row)]
    assert len(drafts) == 1


def test_typing_filters_titles_tags_and_texts(library, user, window):
    user.click(library.filter)
    user.type("small map")
    assert titles(library) == ["A Small Map of Everything Near"]
    library.filter.clear()
    user.type("ＢＯＡＴ")
    assert "Boats and Backups" in titles(library)
    library.filter.clear()
    user.type("漁船")
    found = titles(library)
    assert found, "two Japanese letters are enough"
    assert any("漁船" in second(library, row) for row in range(len(found))), "the hit is shown in its sentence"
    user.press("Escape")


def test_arrows_and_enter_open_a_post(library, user, window):
    user.click(library.filter)
    user.type("2026-07-07")
    user.press("Down", "Return")
    assert window.files.name == "2026-07-07-tanabata.md"


def test_a_click_opens_a_post(library, window):
    place = library.view.visualRect(library.rows.index(1)).center()
    QTest.mouseClick(library.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.document.header.values()["title"] == titles(library)[1]


def test_order_and_state_are_chosen_and_kept(library, window):
    library._choose("library_order", "title")
    assert titles(library)[0] == "A Small Map of Everything Near"
    library._choose("library_state", "draft")
    assert library.rows.rowCount() == 1
    assert library._facts.text() == "1 of 8 posts"
    assert window._settings.get("library_order") == "title"


def test_changes_in_the_folder_are_seen(library, qtbot, example_blog):
    path = example_blog / "_posts" / "2026-11-20-new.md"
    path.write_text("---\nlayout: post\ntitle: 新しい\n---\n\ntext\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "新しい" in titles(library), timeout=30_000)
    path.unlink()
    qtbot.waitUntil(lambda: "新しい" not in titles(library), timeout=30_000)


def test_what_is_saved_shows_at_once(library, window, user, qtbot):
    window.document.apply(window.document.post.set_value("title", "Another title"))
    user.click(window.pane)
    user.press("Ctrl+S")
    qtbot.waitUntil(lambda: "Another title" in titles(library), timeout=30_000)


def test_a_bad_post_is_a_row_with_its_problem(library, qtbot, example_blog):
    (example_blog / "_posts" / "2026-11-20-bad.md").write_text("---\ntitle: [x\n---\n", encoding="utf-8")
    qtbot.waitUntil(lambda: library.rows.rowCount() == 9, timeout=30_000)
    row = library.rows.paths.index("_posts/2026-11-20-bad.md")
    assert "broken" in second(library, row)
    assert "line 2" in library.rows.index(row).data(Qt.ItemDataRole.ToolTipRole)


def test_a_damaged_index_is_made_anew(library, window, qtbot):
    database = library.reader.database
    library.close_index()
    for suffix in ("-wal", "-shm"):
        if os.path.exists(f"{database}{suffix}"):
            os.unlink(f"{database}{suffix}")
    database.write_bytes(b"this is no database" * 1000)
    library.reader.blog = None
    library._follow()
    qtbot.waitUntil(lambda: library.rows.rowCount() == 8, timeout=30_000)


def test_it_is_shown_by_key_and_reads_nothing_before(window, user, qtbot, example_blog):
    window.files.open(example_blog / "_posts" / "2026-08-30-a-small-map.md")
    assert window.library.isHidden()
    assert not window._settings.cache.exists()
    user.click(window.pane)
    window.actions_["find_post"].trigger()
    assert window.library.isVisible()
    assert window.library.filter.hasFocus()
    qtbot.waitUntil(lambda: window.library.rows.rowCount() == 8, timeout=30_000)


def test_groups_stand_between_the_posts_and_are_passed_over(library, user):
    library._choose("library_group", "year")
    assert titles(library)[0] == "2026"
    assert second(library, 0) == "6"
    assert library.rows.paths[0] == ""
    assert library._facts.text() == "8 posts"
    user.click(library.filter)
    library.view.setCurrentIndex(library.rows.index(0))
    user.press("Down")
    assert library.view.currentIndex().row() == 1
    user.press("Up")
    assert library.view.currentIndex().row() == 1, "a line between posts is not chosen"
    library._choose("library_group", "folder")
    lines = [title for title, path in zip(titles(library), library.rows.paths, strict=True) if not path]
    assert lines == [".", "_drafts", "_posts"]
    user.type("map")
    assert "" not in library.rows.paths, "what is found is in the order of how well it fits"


def button(library, view):
    return next(one for one in library._views.buttons() if one.property("view") == view)


def test_the_calendar_shows_the_posts_of_a_month_and_of_a_day(library, user, window):
    user.click(button(library, "calendar"))
    assert library.calendar.days == ("2026-08-01", "2026-08-31"), "the month of the open post"
    assert "A Small Map of Everything Near" in titles(library)
    grid = library.calendar._grid
    cell = next(
        grid._cell(n) for n in range(42) if grid._day_at(grid._cell(n).center().toPointF()).isoformat() == "2026-08-30"
    )
    user.click(grid, cell.center())
    assert library.calendar.days == ("2026-08-30", "2026-08-30")
    assert titles(library) == ["A Small Map of Everything Near"]
    user.press("PgDown", "PgDown")
    assert library.calendar.days == ("2026-10-01", "2026-10-31")
    assert titles(library) == ["霧の日に考えたこと"]
    assert "2026" in library.calendar._name.text()
    user.click(button(library, "list"))
    assert library.rows.rowCount() == 8
    assert window._settings.get("library_view") == "list"


def test_days_are_reached_by_keys(library, user):
    user.click(button(library, "calendar"))
    library.calendar.setFocus()
    library.calendar._grid.show_month(library.calendar._grid.month.replace(month=7))
    for _ in range(6):
        user.press("Right")
    user.press("Return")
    assert library.calendar.days == ("2026-07-07", "2026-07-07")
    assert len(titles(library)) == 1
    user.press("Return")
    assert library.calendar.days == ("2026-07-01", "2026-07-31")


def test_numbers_tell_what_was_written(library, user):
    user.click(button(library, "numbers"))
    assert library.numbers.text.startswith("8 posts, ")
    assert "posts a month since 2026-" in library.numbers.text
    assert "2026-10: 1" in library.numbers._bars.accessibleName()


def test_what_the_last_commit_does_not_have_is_marked(window, qtbot, example_blog):
    def git(*arguments):
        command = ["git", "-C", str(example_blog), "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "all")
    path = example_blog / "_posts" / "2026-08-30-a-small-map.md"
    path.write_bytes(path.read_bytes() + b"more\n")
    window.files.open(path)
    window.actions_["show_library"].trigger()
    library = window.library
    qtbot.waitUntil(lambda: library.rows.uncommitted == {"_posts/2026-08-30-a-small-map.md"}, timeout=30_000)
    library._choose("library_state", "uncommitted")
    assert titles(library) == ["A Small Map of Everything Near"]
    assert "± not committed" in second(library, 0)


def test_the_menu_of_a_row_is_about_that_post(library, window):
    row = titles(library).index("Boats and Backups")
    place = library.view.visualRect(library.rows.index(row)).center()
    library.view.customContextMenuRequested.emit(place)
    assert window.document.header.values()["title"] == "Boats and Backups"
    assert library._row_menu.isVisible()
    assert window.actions_["rename_post"] in library._row_menu.actions()
    library._row_menu.close()
