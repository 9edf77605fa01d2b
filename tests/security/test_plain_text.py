"""Titles, keys, tags, file names and commits of a stranger in all windows: text is text.

The blog's texts look like HTML that names a file. Whoever opens it is noticed; a device or a pipe in its place would hold
the window up for ever.
"""

import contextlib
import ctypes
import os
import re
import subprocess

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QMenu,
    QProgressDialog,
    QTabBar,
    QToolTip,
    QWidget,
)

from editor.ui.plain_text import Label, MessageBox, literal, show_tip, window_title
from editor.ui.rendered import RenderedSides
from tests import gallery
from tests.accessibility.test_tree import walk
from tests.security.test_terminal import STEERING

HTML = '<img src="canary"><h1>big'
EVIL = f"{HTML}&Ж\u202egpj.\x1b{{0}}{{x.y}}{{!}}%n%1"
NAME = "<img src=canary><h1>&Ж\u202egpj\n2{0}{x.y}%1"
MOST_ROWS = 50
IN_OPEN = 0x20
PROPERTIES = ("windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription")
MNEMONIC = re.compile("(?<!&)(?:&&)*&Ж")
"""The `&` of a stranger, where it would mark a key and not be seen."""


@pytest.fixture
def canary(tmp_path, monkeypatch):
    """A file in the current folder; gives whether anybody has opened it (inotify(7), Linux alone)."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "canary").write_bytes(b"x")
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(watch, os.fsencode(tmp_path / "canary"), IN_OPEN) > 0

    def opened():
        with contextlib.suppress(BlockingIOError):
            return bool(os.read(watch, 65_536))
        return False

    yield opened
    os.close(watch)


def make_hostile(folder):
    """The gallery's blog with texts of a stranger wherever the program shows some."""
    blog = original(folder)
    written = yaml_text(EVIL)
    for path in sorted((blog / "_posts").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        text = re.sub("^title: .*$", lambda _: f"title: {written}", text, count=1, flags=re.MULTILINE)
        text = re.sub("^tags: .*$", lambda _: f"tags: [{written}, two]", text, count=1, flags=re.MULTILINE)
        text = text.replace("\n---\n", f"\n{written}: {written}\ncategories: [{written}]\n---\n", 1)
        path.write_text(f"{text}\n\n## {HTML}&Ж 港\n\n![](/{HTML}.png)\n", encoding="utf-8")
    (blog / "_posts" / f"2026-02-05-{NAME}.md").write_text(
        f"---\ntitle: {written}\ntags: [{written}]\n---\n\n[a]({HTML}.md)\n", encoding="utf-8"
    )
    identity = ("-c", f"user.name={HTML}\u202e", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (("add", "-A"), ("commit", "-qm", f"{HTML}&Ж\u202e"), ("branch", "-m", "<h1>&Ж")):
        subprocess.run(["git", "-C", str(blog), *identity, *command], check=True)
    return blog


original = gallery.make_blog


def yaml_text(text):
    return (
        '"'
        + "".join(one if one.isascii() and one.isprintable() and one != '"' else f"\\u{ord(one):04x}" for one in text)
        + '"'
    )


def rows(model, parent=None, depth=0):
    parent = parent or QModelIndex()
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole + 1):
                text = index.data(role)
                if isinstance(text, str):
                    yield text
            if column == 0 and depth < 3:
                yield from rows(model, index, depth + 1)


def texts(window):
    """All short texts of a window, as (where, text, whether `&` marks a key there)."""
    for one in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        kind = type(one).__name__
        yield from ((f"{kind}.{name}", str(one.property(name) or ""), False) for name in PROPERTIES)
        if isinstance(one, QLabel):
            yield f"{kind}.text", one.text(), one.buddy() is not None
        if isinstance(one, (QAbstractButton, QAction)):
            yield f"{kind}.text", one.text(), True
        if isinstance(one, QMenu):
            yield f"{kind}.title", one.title(), True
        if isinstance(one, QTabBar):
            for tab in range(one.count()):
                yield f"{kind}.tab", one.tabText(tab), True
                yield f"{kind}.tip", one.tabToolTip(tab), False
        if isinstance(one, QComboBox):
            yield from ((f"{kind}.item", one.itemText(row), False) for row in range(one.count()))
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from ((f"{kind}.row", text, False) for text in rows(one.model()))


def test_all_windows_show_a_strangers_texts_as_they_are(window, tmp_path, canary, monkeypatch):
    found, seen = set(), set()

    def visit(name, shown):
        for menu in shown.findChildren(QMenu):
            menu.aboutToShow.emit()
        for where, text, marks_keys in texts(shown):
            if HTML in text or "<img src=canary>" in text or "<h1>" in text:
                seen.add(f"{name} {where}")
            if STEERING.search(text):
                found.add(f"{name}: {where} has a character that steers: {text[:120]!r}")
            if marks_keys and MNEMONIC.search(text):
                found.add(f"{name}: {where} takes & for a key: {text[:120]!r}")
        for label in shown.findChildren(QLabel):
            if label.textFormat() != Qt.TextFormat.PlainText:
                found.add(f"{name}: {type(label).__name__} {label.text()[:60]!r} may be HTML")
        for one in walk(QAccessible.queryAccessibleInterface(shown)):  # as a screen reader asks
            for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
                one.text(text)
        shown.grab()

    monkeypatch.setattr(gallery, "make_blog", make_hostile)
    shown = gallery.Gallery(window, tmp_path / "<h1>&Ж desk", visit)
    shown.show_all()
    with shown._modal_ones_visited():  # and what is said of a file with such a name
        window.files.open(shown.blog / "_posts" / f"2026-02-05-{NAME}.md")
        for action in ("rename_post", "publish_post", "translations", "export", "new_in_blog", "history", "field_help"):
            window.actions_[action].trigger()
            shown._settle(300)
        visit("hostile name", window)
        window.questions.revert(NAME)
        window.questions.save_changes(NAME)
    window.messages.say(EVIL)
    visit("message", window)
    assert not found, "\n".join(sorted(found))
    assert not canary()
    assert {one.partition(" ")[2] for one in seen} >= {"Chip.text", "Label.text", "Window.windowTitle", "QAction.text"}
    windows = {one.partition(" ")[0] for one in seen}
    assert windows >= {"library", "problems", "ExportDialog", "MoveDialog", "MessageBox", "history", "blog_tags"}, (
        windows
    )


def tip():
    return next((one for one in QApplication.allWidgets() if one.inherits("QTipLabel") and one.isVisible()), None)


def point_at(widget, place=None):
    """What Qt does when the pointer rests on a widget."""
    place = place if place is not None else widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def test_the_pointer_over_a_strangers_text_opens_nothing(window, tmp_path, canary):
    """Tool tips: of a chip, a tab, a row of a list, a key's label, what we place ourselves, and a link of the preview."""
    post = tmp_path / "<img src=canary>.md"
    written = yaml_text(HTML)
    post.write_text(f"---\ntitle: x\ntags: [{written}]\n{written}: 1\n---\n", encoding="utf-8")
    other = tmp_path / "other.md"
    other.write_text("x\n")
    window.files.open(other)
    window.files.open(post)
    chip = window.form.row("tags").editor.chips[0]
    label = next(one for one in window.findChildren(QLabel) if HTML[:9] in one.toolTip())
    tabs = window.findChild(QTabBar, "tabs")
    view = next(one for one in window.findChildren(QWidget) if one.inherits("QWebEngineView"))
    view.setToolTip(HTML)  # as Qt does with the title of a link of the page
    tab = next(tab for tab in range(tabs.count()) if "canary" in tabs.tabToolTip(tab))
    for widget, place in ((chip, None), (label, None), (tabs, tabs.tabRect(tab).center()), (view, None)):
        QToolTip.hideText()
        point_at(widget, place)
        shown = tip()
        assert shown is not None, widget
        assert "canary" in shown.text()
        assert shown.textFormat() == Qt.TextFormat.PlainText
        shown.grab()
    show_tip(QPoint(5, 5), HTML, window)
    assert tip().textFormat() == Qt.TextFormat.PlainText
    QToolTip.showText(QPoint(9, 9), f"{HTML} again", window, QRect(), 100)
    assert tip().textFormat() == Qt.TextFormat.PlainText
    tip().grab()
    assert not canary()


def test_dialogs_that_qt_makes_open_nothing(qapp, canary):
    """Their labels are Qt's: boxes, questions for a name, progress."""
    box, question, progress = MessageBox(), QInputDialog(), QProgressDialog(HTML, "", 0, 0)
    box.setText(HTML)
    box.setInformativeText(HTML)
    question.setLabelText(HTML)
    for dialog in (box, question, progress):
        dialog.show()
        labels = [label for label in dialog.findChildren(QLabel) if label.text()]
        assert labels
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
        dialog.grab()
        dialog.close()
        dialog.deleteLater()
    assert not canary()


def test_a_label_is_plain_before_it_is_shown(qapp, canary):
    """A screen reader asks for the name of one that was never drawn."""
    label = Label(HTML)
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == HTML
    label.setText("a\u202eb\x9b\nc")
    assert label.text() == "a\\u202eb\\x9b\nc"
    assert not canary()


@pytest.mark.parametrize(
    "html",
    [
        '<p><img src="canary">x',
        '<p><img src="file:canary">x',
        '<p style="background-image:url(canary)">x',
        '<table background="canary"><tr><td>x</table>',
        "<style>@import url(canary);</style><p>x",
        '<head><link rel="stylesheet" href="canary"></head><p>x',
        '<body background="canary">x',
    ],
)
def test_a_compared_page_opens_nothing(qapp, qtbot, canary, tmp_path, html):
    """The pages of History and Export are Qt's text browser, which opens each file that HTML names."""
    sides = RenderedSides("before", "after")
    qtbot.addWidget(sides)
    sides.show()
    page = sides.after
    page.setHtml(html.replace("canary", str(tmp_path / "canary")))
    page.grab()
    page.setHtml(html)
    page.grab()
    assert "x" in page.toPlainText()
    assert not canary()


def test_names_for_buttons_and_titles():
    assert literal("a & b\n&&c") == "a && b\\n&&&&c"
    assert window_title("a[*]b") == "a[*][*]b"


def test_a_very_long_text_is_cut_before_qt_measures_it(qapp):
    long = "w" * 100_000
    assert len(literal(long)) < 2_000
    label = Label(long)
    assert len(label.text()) < 20_000
    label.deleteLater()
