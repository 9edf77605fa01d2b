"""The real window with somebody who types without a pause and saves now and then; what happens is told on stdout.

    python -m tests.faults.typist STATE POST SEED    until it is killed

Each line is a JSON list: the time, the event (`key`, `saving`, `saved`), how many keys were typed.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from editor.app import make_application
from editor.settings import Settings
from editor.ui import journaling
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window

KEYS = "あいうえおabcde \n"
LATEST_MS = 1_000
"""Typing goes on without a pause: the longest wait is a second here, instead of ten."""
KEY_MS = 5
SAVES = 0.02
"""How often a key is followed by a save, by seeds that are odd; by even ones never: there the journal is all there is."""


def typed(count: int) -> str:
    """What so many keys give."""
    return "".join(KEYS[number % len(KEYS)] for number in range(count))


def main(state: Path, post: Path, seed: int) -> None:
    """Type."""
    journaling.LATEST_MS = LATEST_MS  # type: ignore[misc]
    application = make_application()
    window = Window(Settings(state / "config", state / "state"), LIGHT)
    window.show()
    window.start()
    window.files.open(post)
    cursor = window.pane.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    window.pane.setTextCursor(cursor)
    dice, count = random.Random(seed), 0

    def tell(event: str) -> None:
        sys.stdout.write(json.dumps([time.monotonic(), event, count]) + "\n")
        sys.stdout.flush()

    def key() -> None:
        nonlocal count
        window.pane.insertPlainText(KEYS[count % len(KEYS)])
        count += 1
        tell("key")
        if seed % 2 and dice.random() < SAVES:
            tell("saving")
            assert window.files.save()
            tell("saved")

    timer = QTimer()
    timer.timeout.connect(key)
    timer.start(KEY_MS)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
