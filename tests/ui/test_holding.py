"""Nothing that a writer does holds the window's thread for long, in a post of 1 MB.

What is counted is the thread's own processor time, so a busy machine does not count; the least of some tries does. It
is compared with what a bare text widget needs to take the same text, so a slow machine does not count either.
"""

import time

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

LIMIT = 8
"""How many times the cost of a bare widget that is given the whole text; about 0.1 s."""
SIZE = 1_000_000


@pytest.fixture(scope="module")
def long_text(sample):
    text = sample.read_text(encoding="utf-8")
    at = text.index("---", 3) + 4
    header, body = text[:at] + "\n", text[at:].strip() + "\n\n"
    return header + body * (SIZE // len(body.encode()) + 1)


@pytest.fixture
def long_post(window, long_text, tmp_path, qtbot):
    path = tmp_path / "long.md"
    path.write_text(long_text, encoding="utf-8")
    window.files.open(path)
    window.pane.setFocus()
    qtbot.wait(1_500)  # renderer, spelling, problems: they have their turn
    return path


def held(do):
    """For how long the thread is busy with something, and with what follows at once."""
    QApplication.processEvents()
    start = time.thread_time()
    do()
    QApplication.processEvents()
    return time.thread_time() - start


def bare_widget(text):
    """What a text widget without anything around it needs for the text, in seconds."""
    widget = QPlainTextEdit()
    widget.resize(800, 600)
    widget.show()
    least = min(held(lambda: widget.setPlainText(text)) for _ in range(5))
    widget.close()
    return least


ACTIONS = {
    "a key": lambda window, user: user.type("x"),
    "a key in the middle": lambda window, user: user.press("Ctrl+Home", *["PgDown"] * 3, "x"),
    "Japanese": lambda window, user: user.type("朝"),
    "Enter": lambda window, user: user.press("Return"),
    "Backspace": lambda window, user: user.press("Backspace"),
    "undo": lambda window, user: user.press("Ctrl+Z"),
    "redo": lambda window, user: user.press("Ctrl+Shift+Z"),
    "to the end": lambda window, user: user.press("Ctrl+End"),
    "to the beginning": lambda window, user: user.press("Ctrl+Home"),
    "a page": lambda window, user: user.press("PgDown"),
    "select all": lambda window, user: user.press("Ctrl+A"),
    "copy all": lambda window, user: user.press("Ctrl+A", "Ctrl+C", "Right"),
    "bold": lambda window, user: user.press("Ctrl+B"),
    "find": lambda window, user: window.actions_["find"].trigger(),
    "find next": lambda window, user: window.actions_["find_next"].trigger(),
    "outline": lambda window, user: (window.actions_["outline"].trigger(), window._outline.hide()),
    "title": lambda window, user: (window.form.focus("title"), user.type("x"), window.pane.setFocus()),
    "save": lambda window, user: window.actions_["save"].trigger(),
    "form off": lambda window, user: window.actions_["show_form"].trigger(),
    "form on": lambda window, user: window.actions_["show_form"].trigger(),
    "header as text": lambda window, user: window.actions_["show_header"].trigger(),
    "header hidden": lambda window, user: window.actions_["show_header"].trigger(),
    "zoom in": lambda window, user: window.actions_["zoom_in"].trigger(),
    "zoom out": lambda window, user: window.actions_["zoom_out"].trigger(),
    "focus mode": lambda window, user: window.actions_["focus_mode"].trigger(),
    "no focus mode": lambda window, user: window.actions_["focus_mode"].trigger(),
    "spelling off": lambda window, user: window.actions_["check_spelling"].trigger(),
    "spelling on": lambda window, user: window.actions_["check_spelling"].trigger(),
    "library": lambda window, user: window.actions_["show_library"].trigger(),
    "preview off": lambda window, user: window.actions_["show_preview"].trigger(),
    "preview on": lambda window, user: window.actions_["show_preview"].trigger(),
}


def replace_all(window, user):
    window.actions_["replace"].trigger()
    window.find_bar._needle.setText("AI")
    window.find_bar._new.setText("機械")
    window.find_bar._replace_all.click()


def paste_a_tenth(window, user):
    QApplication.clipboard().setText("朝の散歩\n\n" * (SIZE // 140))
    user.press("Ctrl+End", "Ctrl+V")


def open_another(window, user):
    other = window.files.path.with_name("another.md")
    other.write_bytes(window.files.path.read_bytes())
    window.files.open(other)


LARGE = {
    "replace all": replace_all,
    "undo of all": lambda window, user: window.do_undo(),
    "paste a tenth": paste_a_tenth,
    "undo of paste": lambda window, user: window.do_undo(),
    "open another": open_another,
    "the other tab": lambda window, user: window.tabs.show_beside(-1),
    "its tab again": lambda window, user: window.tabs.show_beside(1),
    "revert": lambda window, user: window.files.revert(),
    "close": lambda window, user: window.tabs.close_tab(),
}


def test_no_action_holds_the_window(window, user, long_post, long_text):
    least = dict.fromkeys([*ACTIONS, *LARGE], 9.0)
    for actions in (ACTIONS, ACTIONS, ACTIONS, LARGE, LARGE):
        window.files.open(long_post)
        for name, do in actions.items():
            window.activateWindow()
            window.pane.setFocus()
            least[name] = min(least[name], held(lambda do=do: do(window, user)))
    unit = bare_widget(long_text)
    slow = {name: round(seconds / unit, 1) for name, seconds in least.items() if seconds > LIMIT * unit}
    assert not slow
