"""What becomes of the open post, told in the status bar and mended from there; only the value that decides changes."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.user import meanwhile

HEAD = "---\nlayout: post\ntitle: 'x'\n{0}---\n\ntext\n"


def opened(window, blog, name, header):
    path = blog / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(f"{header}\n" if header else ""), encoding="utf-8")
    window.files.open(path)
    window.appearance.refresh()
    return path


def choose(window, start):
    """Open the button's menu with the mouse and click on an entry."""

    def pick(menu):
        action = next((one for one in menu.actions() if one.text().startswith(start)), None)
        if action is None:
            menu.close()
            return
        chosen.append(action.text())
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
        )

    chosen = []
    with meanwhile(QApplication.activePopupWidget, pick):
        QTest.mouseClick(window.appearance, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(6, 6))
    assert chosen, f"nothing starts with {start}"


def test_address_day_and_encoding_are_told(window, example_blog):
    opened(window, example_blog, "_posts/2026-11-02-朝.md", "date: 2026-11-02 20:00:00 +0000")
    button = window.appearance
    assert button.text().startswith("Visible · ")
    assert button.text().endswith("/朝/") or "朝" in button.text()
    assert "%E6%9C%9D" in button.toolTip()
    assert "2026-11-03" in button.toolTip(), "the day in Tokyo"
    choose(window, "Copy ")
    assert "%E6%9C%9D" in QApplication.clipboard().text()


@pytest.fixture
def in_tokyo(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_tokyo")
def test_where_the_site_names_no_zone_the_writers_own_is_told(window, example_blog):
    configuration = example_blog / "_config.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text("".join(line for line in text.splitlines(keepends=True) if "timezone" not in line))
    opened(window, example_blog, "_posts/2026-11-02-x.md", "date: 2026-11-02 20:00:00 +0000")
    assert "Built here it is visible, 2026-11-03" in window.appearance.toolTip()
    opened(window, example_blog, "_posts/2026-11-03-y.md", "date: 2026-11-02 02:00:00 +0000")
    assert "Built here" not in window.appearance.toolTip(), "the same in both zones"
    opened(window, example_blog, "_posts/2099-11-03-z.md", "date: 2099-11-02 20:00:00 +0000")
    assert window.appearance.text() == "From 2099-11-02 20:00 +0000"
    assert "By your clock: 2099-11-03 05:00 +0900" in window.appearance.toolTip()


@pytest.mark.parametrize(
    ("name", "header", "said", "mend", "after"),
    [
        ("_posts/2026-11-02-x.md", "published: false", "Hidden", "Show it", ""),
        ("_posts/2026-11-02-x.md", "date: 2099-01-01", "From 2099-01-01", "Set the date", None),
        ("_posts/2026-11-02-x.md", "date: soon", "Stops the build", "Set the date", None),
    ],
)
def test_what_keeps_a_post_away_is_mended_by_a_click(window, user, example_blog, name, header, said, mend, after):
    path = opened(window, example_blog, name, header)
    before = path.read_bytes()
    assert window.appearance.text().startswith(said)
    choose(window, mend)
    assert window.appearance.text().startswith("Visible")
    lines = window.document.post.text.split("\n")
    kept = [line for line in before.decode().split("\n") if line != header]
    assert [line for line in lines if not line.startswith("date:")] == kept if after is None else lines == kept
    user.click(window.pane)
    user.press("Ctrl+Z", "Ctrl+S")
    assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "said"), [("_drafts/x.md", "Draft"), ("_posts/x.md", "Not on the blog")])
def test_places_that_keep_a_post_away(window, example_blog, name, said):
    opened(window, example_blog, name, "")
    assert window.appearance.text() == said
    assert window.appearance.toolTip()


def test_it_follows_the_form(window, user, qtbot, example_blog):
    opened(window, example_blog, "_posts/2026-11-02-x.md", "")
    user.click(window.pane)
    window.document.apply(window.document.post.set_value("published", value=False))
    qtbot.waitUntil(lambda: window.appearance.text() == "Hidden")
    user.press("Ctrl+Z")
    qtbot.waitUntil(lambda: window.appearance.text().startswith("Visible"))


def test_nothing_is_said_of_a_post_outside_of_any_blog(window, user, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\n---\n\ntext\n")
    window.files.open(path)
    window.appearance.refresh()
    assert window.appearance.isHidden()
