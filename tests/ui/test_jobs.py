"""Work aside: what was asked last is answered, on the window's thread; what came too late is not heard."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from editor.ui.jobs import Jobs, call_in_window


@pytest.fixture
def jobs(qapp):
    parent = QObject()
    yield Jobs(parent)
    parent.deleteLater()


def test_an_answer_comes_on_the_windows_thread(jobs, qtbot):
    heard = []

    def take(value):
        heard.append((value, threading.current_thread()))

    def work(asked, first, *, second):
        assert threading.current_thread() is not threading.main_thread()
        asked.answer(take, first)
        asked.answer(take, second)

    jobs.ask(work, 1, second=2)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [(1, threading.main_thread()), (2, threading.main_thread())]


def test_only_the_newest_question_is_answered(jobs, qtbot):
    heard, go, old = [], threading.Event(), threading.Event()

    def slow(asked):
        asked.answer(heard.append, "before")  # on its way when the next is asked
        go.wait(10)
        if asked.is_old():
            old.set()
        asked.answer(heard.append, "after")

    jobs.ask(slow)
    jobs.ask(lambda asked: asked.answer(heard.append, "new"))
    go.set()
    qtbot.waitUntil(lambda: heard != [] and old.is_set())
    qtbot.wait(50)
    assert heard == ["new"]


def test_nothing_is_heard_once_it_is_forgotten(jobs, qtbot):
    heard, said = [], threading.Event()

    def work(asked):
        asked.answer(heard.append, 1)
        said.set()

    jobs.ask(work)
    said.wait(10)
    jobs.forget()
    qtbot.wait(50)
    assert heard == []


def test_an_owner_that_qt_has_freed_hears_nothing(qapp, qtbot):
    window = QObject()
    owner, heard, said = QObject(window), [], threading.Event()

    def work(asked):
        asked.answer(heard.append, 1)
        call_in_window(owner, heard.append, 2)
        said.set()

    Jobs(owner).ask(work)
    assert said.wait(10)
    shiboken6.delete(window)
    qtbot.wait(50)
    assert heard == []


def test_a_window_that_is_gone_hears_nothing(qapp, qtbot):
    parent, go, ended = QObject(), threading.Event(), threading.Event()
    heard = []

    def work(asked):
        go.wait(10)
        asked.answer(heard.append, 1)
        ended.set()

    Jobs(parent).ask(work)
    del parent
    go.set()
    assert ended.wait(10)
    qtbot.wait(50)
    assert heard == []
