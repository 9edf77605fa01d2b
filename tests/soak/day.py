"""A day of writing in the real program, in minutes: keys, saves, posts opened, themes, zoom, processes killed.

    python -m tests.soak.day FOLDER KEYS    FOLDER holds posts, `sample.md` among them; prints one JSON object

For each 250 keys a post is opened; for each 100 one is saved. Memory, handles, threads and processes are taken after the
first tenth and at the end; the time of a key, in the same post, too.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import run_window
from editor.ui.messages import Answer
from editor.ui.theme.style import apply_theme, choose
from editor.ui.window import Window

KEYS_A_POST = 250
KEYS_A_SAVE = 100
MEASURED = 400
"""So many keys are timed; their median counts."""
TABS = 8
SETTLE_S = 3.0
REST_S = 30.0
"""After so long Chromium has collected its garbage (looked at: half a minute's idle frees a third of the page's memory)."""
LETTERS = "abcdefghij klmno "


Steps = Iterator[float]
"""What a writer does, in steps: each is followed by so many seconds in which the program runs by itself."""


class Day:
    """The writer."""

    def __init__(self, folder: Path, keys: int) -> None:
        self._folder, self._keys, self._dice = folder, keys, random.Random(1)
        self._posts = sorted(path for path in folder.glob("*.md") if path.stem.isdecimal())
        kinds = ("keys", "saves", "posts", "themes", "zooms", "workers killed", "pages killed")
        self.counts = dict.fromkeys(kinds, 0)
        self.figures: dict[str, Any] = {"memory MB by tenths": []}
        self._steps = self._day()

    def start(self) -> None:
        """Find the window, and write until the day is over."""
        (self._window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
        self._window.questions.save_changes = lambda _: Answer.DISCARD  # type: ignore[method-assign]
        self._step()

    def _step(self) -> None:
        """One step; the event loop goes on between them, as it does between a writer's keys."""
        try:
            wait = next(self._steps)
        except BaseException as error:
            self._window.close()
            QApplication.quit()
            if not isinstance(error, StopIteration):
                raise
            return
        QTimer.singleShot(round(wait * 1_000), self._step)

    # -- what a writer does

    def _day(self) -> Steps:
        yield from self._write(self._keys // 10)
        yield from self._measure("begin")
        for _ in range(9):
            yield from self._write(self._keys // 10)
            self.figures["memory MB by tenths"].append(round(_memory(os.getpid())))
        yield from self._measure("end")

    def _write(self, keys: int) -> Steps:
        for number in range(keys // KEYS_A_POST):
            yield from self._open(self._posts[(self.counts["posts"]) % len(self._posts)])
            yield from self._type(KEYS_A_POST)
            if number % 10 == 4:
                yield from self._look_elsewhere()
            if number % 20 == 9:
                yield from self._kill()

    def _open(self, path: Path) -> Steps:
        window = self._window
        while window.tabs.count() > TABS:
            window.tabs.close_tab()
        window.files.open(path)
        self.counts["posts"] += 1
        window.pane.setFocus()
        QTest.keyClick(window.pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        yield 0.05

    def _type(self, keys: int) -> Steps:
        for _ in range(keys):
            self._key()
            self.counts["keys"] += 1
            if self.counts["keys"] % KEYS_A_SAVE == 0:
                if self._dice.random() < 0.5:
                    QTest.keyClick(self._window.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
                assert self._window.files.save()
                self.counts["saves"] += 1
            yield 0

    def _key(self) -> None:
        if self._dice.random() < 0.02:
            QTest.keyClick(self._window.pane, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(self._window.pane, self._dice.choice(LETTERS))
        QApplication.processEvents()

    def _look_elsewhere(self) -> Steps:
        """Theme, zoom, form, find."""
        window, application = self._window, QApplication.instance()
        for theme in ("dark", "light"):
            colours = choose(theme)
            apply_theme(application, colours)  # type: ignore[arg-type]
            window.set_colours(colours)
            self.counts["themes"] += 1
            yield 0.05
        for name in ("zoom_in", "zoom_out"):
            window.actions_[name].trigger()
            self.counts["zooms"] += 1
            yield 0.05
        window.form.focus("title")
        QTest.keyClicks(QApplication.focusWidget() or window, "x")
        window.actions_["find"].trigger()
        yield 0.05
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        window.pane.setFocus()

    def _kill(self) -> Steps:
        worker, page = self._window.feed.worker_pid, self._window.preview.page.renderProcessPid()
        if worker:
            os.kill(worker, signal.SIGKILL)
            self.counts["workers killed"] += 1
        if page and self.counts["workers killed"] % 4 == 1:
            os.kill(page, signal.SIGKILL)
            self.counts["pages killed"] += 1
        yield 1.0

    # -- what it costs

    def _measure(self, when: str) -> Steps:
        """After everything has come to rest."""
        while self._window.tabs.count() > 1:
            self._window.tabs.close_tab()
        measured = self._folder / f"measured-{when}.md"
        shutil.copyfile(self._folder / "sample.md", measured)
        yield from self._open(measured)
        yield SETTLE_S
        times, self._dice = [], random.Random(2)  # the same keys in the same text each time
        for _ in range(MEASURED):
            start = time.perf_counter()
            self._key()
            times.append(time.perf_counter() - start)
            yield 0
        assert self._window.files.save()
        yield min(REST_S, self._keys / 1_000)
        gc.collect()
        self.figures[when] = {
            "memory MB": _memory(os.getpid()),
            "worker MB": _memory(self._window.feed.worker_pid or 0),
            "page MB": _memory(self._window.preview.page.renderProcessPid()),
            "memory with children MB": sum(_memory(pid) for pid in [os.getpid(), *_children(os.getpid())]),
            "handles": len(os.listdir("/proc/self/fd")),
            "threads": len(os.listdir("/proc/self/task")),
            "processes": len(_children(os.getpid())),
            "key ms": statistics.median(times) * 1_000,
        }


def _memory(pid: int) -> float:
    """Resident memory in MB, what is shared counted by its part."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


def _children(pid: int) -> list[int]:
    """All processes below one."""
    found = list[int]()
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            own = [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
        found += own + [deeper for child in own for deeper in _children(child)]
    return found


def main(folder: Path, keys: int) -> int:
    """Run the program with a writer in it."""
    day = Day(folder, keys)
    QTimer.singleShot(0, lambda: QTimer.singleShot(3_000, day.start))
    status = run_window(folder / "sample.md")
    print(json.dumps({"counts": day.counts, **day.figures}))
    return status if "end" in day.figures else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
