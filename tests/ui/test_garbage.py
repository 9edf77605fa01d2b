"""Objects of Qt that became garbage are freed on the window's thread, whichever thread makes new ones meanwhile."""

import gc
import linecache
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from editor.ui import garbage


@pytest.fixture
def freed(qapp):
    """An object of Qt that only garbage collection can free, as a list of the threads on which that was done."""
    threads = []

    def tell(_):
        threads.append(threading.current_thread())

    one = QObject()
    one.itself = one
    one.destroyed.connect(tell, Qt.ConnectionType.DirectConnection)
    return threads


def make_much():
    """As a thread does that reads a blog."""
    kept = [[number] for number in range(100_000)]
    assert len(kept) == 100_000


def test_a_thread_that_makes_objects_frees_none_of_the_windows(freed):
    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert freed == []
    gc.collect()
    assert freed == [threading.main_thread()]


@pytest.mark.parametrize("timing", ["YOUNG_MS", "IDLE_MS"])
def test_the_window_looks_by_itself(freed, qtbot, monkeypatch, timing):
    monkeypatch.setattr(garbage, "YOUNG_MS", 3_600_000)
    monkeypatch.setattr(garbage, "IDLE_MS", 3_600_000)
    monkeypatch.setattr(garbage, timing, 10)
    monkeypatch.setattr(garbage.gc, "freeze", lambda: None)  # what the test made is to be looked at
    window = QObject()
    garbage.Garbage(window)
    kept = [[number] for number in range(10 * garbage.YOUNG)]  # what is freed meanwhile is taken off their number
    qtbot.waitUntil(lambda: freed != [])
    assert freed == [threading.main_thread()]
    assert kept
    window.deleteLater()


def test_no_source_of_a_module_is_kept(qapp):
    assert linecache.getlines(garbage.__file__)
    window = QObject()
    garbage.Garbage(window)
    assert not linecache.cache
    window.deleteLater()
