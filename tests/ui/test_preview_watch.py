"""A preview's page that hangs is told and replaced, and does not go on for ever."""

import os
import signal

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from editor.ui.preview import watch
from editor.ui.preview.pane import MAX_DEATHS
from editor.ui.preview.watch import PageWatch

AGAIN = "did not respond and was started again"


@pytest.fixture(autouse=True)
def _hasty(monkeypatch):
    """The same number of seconds, each shorter: what is waited for is what the page does, not the clock."""
    monkeypatch.setattr(watch, "TICK_MS", 100)


def page_pid(window, qtbot):
    qtbot.waitUntil(lambda: window.preview.page.renderProcessPid() > 0, timeout=20_000)
    return window.preview.page.renderProcessPid()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
def test_a_stopped_page_is_told_and_replaced(window, user, qtbot, sample_copy):
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    stopped = page_pid(window, qtbot)
    os.kill(stopped, signal.SIGSTOP)
    qtbot.waitUntil(lambda: AGAIN in window.messages.text, timeout=60_000)
    user.wait_for_preview("AIインフラ")
    assert window.preview.page.renderProcessPid() != stopped
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("TYPED ON")
    user.wait_for_preview("TYPED ON")


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
def test_a_page_that_hangs_each_time_is_given_up(window, user, qtbot, sample_copy):
    window.files.open(sample_copy)
    seen = []
    for _ in range(MAX_DEATHS):
        user.wait_for_preview("AIインフラ")
        seen.append(page_pid(window, qtbot))
        os.kill(seen[-1], signal.SIGSTOP)
        qtbot.waitUntil(lambda: "The preview" in window.messages.text, timeout=60_000)
        if "is off now" not in window.messages.text:
            window.messages.clear()
    qtbot.waitUntil(lambda: "is off now" in window.messages.text, timeout=60_000)
    assert len(set(seen)) == MAX_DEATHS
    QTest.mouseClick(window.messages.buttons[0], Qt.MouseButton.LeftButton)
    user.wait_for_preview("AIインフラ")


class Page:
    """Answers when it is told to."""

    def __init__(self):
        self.asked = []

    def ask(self, heard):
        self.asked.append(heard)

    def answer(self):
        while self.asked:
            self.asked.pop()(0)


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def watched(qapp, page):
    parent = QObject()
    one = PageWatch(page.ask, lambda: True, parent)
    one.hung = []
    one.hangs.connect(lambda: one.hung.append(one.waited))
    yield one
    parent.deleteLater()


def tick(watched, times):
    watched._timer.stop()  # the clock is ours
    for _ in range(times):
        if not watched.hung:
            watched._tick()


def test_a_page_is_asked_while_nothing_happens(watched, page):
    watched.busy()
    watched.done()
    tick(watched, 5)
    assert len(page.asked) == 1
    page.answer()
    tick(watched, 5)
    assert len(page.asked) == 1
    tick(watched, watch.PATIENCE)
    assert watched.hung == [watch.PATIENCE]


def test_a_long_patch_has_more_time_and_the_last_question_counts(watched, page):
    watched.busy()
    watched.done()
    watched.works(20 * watch.CHARACTERS_A_SECOND)
    tick(watched, watch.PATIENCE + 1)
    assert watched.hung == []
    watched._timer.start()
    watched.works(10)
    first = page.asked.pop(0)
    first(0)  # an answer to what was asked before says nothing about what it does now
    tick(watched, 100)
    assert watched.hung


def test_what_is_loaded_or_printed_has_its_time(watched, page):
    watched.busy()
    tick(watched, watch.BUSY - 1)
    assert watched.hung == []
    watched.done()
    tick(watched, 4)
    assert watched.hung == [] == page.asked


def test_a_page_without_a_process_that_never_loads_is_given_up(window, user, qtbot, monkeypatch, sample_copy):
    pane = window.preview
    window.files.open(sample_copy)
    user.wait_for_preview("AIインフラ")
    given_up = []
    pane.given_up.connect(lambda: given_up.append(True))
    monkeypatch.setattr(pane, "_load", lambda _: None)
    for _ in range(MAX_DEATHS):
        pane._cage, cage = None, pane._cage
        pane._page_hangs()
        pane._cage = cage
    assert given_up == [True]
    assert not pane._watch._timer.isActive()


def bomb(levels):
    """A picture of ten to the power of its levels circles."""
    groups = "".join(f'<g id="a{level}">{f"""<use href="#a{level - 1}"/>""" * 10}</g>' for level in range(1, levels))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><circle id="a0" r="1"/>'
        f'{groups}</defs><use href="#a{levels - 1}"/></svg>'
    )


def test_a_picture_that_is_never_drawn_is_given_up_and_other_posts_are_shown(window, user, qtbot, tmp_path):
    (tmp_path / "_config.yml").write_text("")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "bomb.svg").write_text(bomb(9))
    hostile, good = (tmp_path / "_posts" / f"2026-01-02-{name}.md" for name in ("hostile", "good"))
    hostile.write_text("---\ntitle: x\n---\n\nstart\n\n![x](/bomb.svg)\n")
    good.write_text("---\ntitle: x\n---\n\nGOOD\n")
    window.files.open(hostile)
    qtbot.waitUntil(lambda: "is off now" in window.messages.text, timeout=120_000)
    user.click(window.pane)
    user.press("Ctrl+End")
    user.type("k")
    assert window.document.post.text.endswith("k")
    window.document.undo()
    window.files.open(good)
    user.wait_for_preview("GOOD")
