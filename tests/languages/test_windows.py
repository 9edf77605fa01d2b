"""All windows in each language: nothing is left in English, nothing is cut off, and they change while they are open."""

import contextlib
import re

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)

from editor import language
from editor.settings import Settings
from editor.ui.retelling import retell
from editor.ui.speaking import speak
from editor.ui.theme.fonts import set_scale
from editor.ui.theme.style import apply_theme
from editor.ui.theme.tokens import CONTRAST, DARK, LIGHT
from editor.ui.window import Window
from tests.conftest import close_unasked
from tests.fit import unreadable
from tests.gallery import POST, Gallery, make_blog
from tests.languages import pseudo
from tests.settling import lasting

PROPERTIES = ("windowTitle", "toolTip", "statusTip", "accessibleName", "accessibleDescription")
NOT_SAID = re.compile(
    r"[^A-Za-z]*|Postwright( \d.*)?|⇅|Aa|\|W\||\.\*|Ａ=A|Jekyll|Jekyll · UTF-8 · LF|UTF-8 · LF|UTF-8|git|(American )?English|[a-z_]+"
    r"|.*(/|\.md\b|\.png\b).*",
    re.DOTALL,
)
"""Signs, names, paths and keys: what is the same in any language."""


@pytest.fixture
def make_window(qapp, tmp_path, monkeypatch):
    """Makes the window as a language, a theme and a size of letters have it."""
    made, stack = [], contextlib.ExitStack()

    def make(code, colours=LIGHT, percent=100, size=(1280, 800), spoken=contextlib.nullcontext):
        speak(code)
        stack.enter_context(spoken())
        set_scale(percent)
        apply_theme(qapp, colours)
        folder = tmp_path / f"settings-{len(made)}"
        window = Window(Settings(folder, folder), colours)
        made.append(window)
        window.resize(*size)
        window.show()
        window.start()
        return window

    yield make
    for window in made:
        close_unasked(window)
    stack.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak("en")
    set_scale(100)
    apply_theme(qapp, LIGHT)
    qapp.processEvents()


def said(window):
    """All texts of a window that its program says, as (kind, property, text)."""
    for one in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        if isinstance(one, QWidget) and one.window() is not window.window():
            continue
        names = list(PROPERTIES)
        if isinstance(one, (QLabel, QAbstractButton, QAction)):
            names.append("text")
        if isinstance(one, (QLineEdit, QPlainTextEdit)):
            names.append("placeholderText")
        if isinstance(one, (QGroupBox, QMenu)):
            names.append("title")
        for name in names:
            text = one.property(name)
            if isinstance(text, str) and text:
                yield type(one).__name__, name, text
        if isinstance(one, QComboBox) and not one.isEditable():
            yield from ((type(one).__name__, "item", one.itemText(index)) for index in range(one.count()))
        if isinstance(one, QTreeWidget):
            head = one.headerItem()
            yield from ((type(one).__name__, "head", head.text(column)) for column in range(head.columnCount()))


def test_nothing_is_left_in_english(make_window, tmp_path):
    months = {QLocale().standaloneMonthName(month) for month in range(1, 13)}
    fonts = set(QFontDatabase.families())

    def visit(name, window):
        for kind, what, text in said(window):
            bare = re.sub(rf"{pseudo.BEGIN}.*{pseudo.END}", "", text, flags=re.DOTALL)
            if (
                pseudo.BEGIN not in text
                and text not in fonts
                and text.split(" ")[0] not in months
                and not NOT_SAID.fullmatch(text)
            ):
                left.add(f"{name}: {kind}.{what}: {text[:80]!r}")
            elif pseudo.BEGIN in text and re.search(r"[A-Za-z]{3,} [a-z]{2,}", bare):
                left.add(f"{name}: {kind}.{what}: {bare[:80]!r} beside a text")

    left = set()
    window = make_window("en", spoken=pseudo.spoken)
    Gallery(window, tmp_path / "desk", visit).show_all()
    assert not left, "\n".join(sorted(left))


@pytest.mark.parametrize(
    ("code", "colours", "percent"),
    [("en", LIGHT, 100), ("ja", LIGHT, 100), ("en", DARK, 200), ("ja", CONTRAST, 200)],
    ids=lambda one: getattr(one, "name", one),
)
def test_all_can_be_read_whole(make_window, tmp_path, code, colours, percent):
    found = []
    window = make_window(code, colours, percent)
    Gallery(
        window,
        tmp_path / "desk",
        lambda name, shown: found.extend(f"{name}: {what}" for what in lasting(shown, unreadable)),
    ).show_all()
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize(("first", "then"), [("en", "ja"), ("ja", "en")])
def test_the_language_changes_while_the_window_is_open(make_window, qtbot, tmp_path, first, then):
    blog = make_blog(tmp_path / "blog")

    def show(window):
        window.files.new()
        window.files.open(blog / POST)
        window.actions_["show_library"].setChecked(True)
        window.find_bar.open_bar(replacing=True)
        qtbot.waitUntil(lambda: window.library.rows.rowCount() > 5, timeout=30_000)

    def settled(window):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # widgets that were given up
        skip = ("QToolButton", "accessibleName")  # Qt's own scroll buttons keep theirs
        return {one for one in said(window) if one[:2] != skip}

    switched = make_window(first)
    show(switched)
    retell(then)
    fresh = make_window(then)
    show(fresh)
    differing = lasting(fresh, lambda _: sorted(map(str, settled(switched) ^ settled(fresh))))
    assert not differing, "\n".join(differing)
    assert language.spoken() == then


def test_a_folder_of_no_generator_is_named_in_the_language(make_window, tmp_path):
    window = make_window("ja")
    post = tmp_path / "a.md"
    post.write_text("text\n", encoding="utf-8")
    window.files.open(post)
    assert window.status._file.text().startswith("通常のフォルダー")
