"""The real window with three posts open, a refused date in one and a new post beside them, until it is killed.

    python -m tests.faults.open_posts STATE BLOG

Prints a line once all of that is written down; the order, the carets and the field are as `ORDER` and what follows say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from editor.app import make_application
from editor.blog.site import blog_of
from editor.post.journal import journals_in, read_journal
from editor.settings import Settings
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window

ORDER = ["c.md", "a.md", "b.md"]
SHOWN = "a.md"
CARET = 60
REFUSED = "next friday"
NEW = "---\ntitle: 雨\n---\n\n"


def main(state: Path, blog: Path) -> None:
    """Open the posts."""
    application = make_application()
    window = Window(Settings(state / "config", state / "state"), LIGHT)
    window.show()
    window.activateWindow()
    window.start()
    for name in ("a", "b", "c", "gone"):
        window.files.open(blog / f"{name}.md")
    window.tabs.close_tab()
    window.tabs.moveTab(2, 0)
    planned = blog / "new.md"
    window.files.start(planned, blog_of(planned), NEW.encode())
    window.files.open(blog / "b.md")
    window.form.row("date").editor._line.clear()
    QTest.keyClicks(window.form.row("date").editor._line, REFUSED)
    window.files.open(blog / SHOWN)
    cursor = window.pane.textCursor()
    cursor.setPosition(CARET)
    window.pane.setTextCursor(cursor)

    def look() -> None:
        folders = state / "state" / "journal"
        found = [read_journal(path) for folder in folders.glob("*") for path in journals_in(folder)]
        written = any(one and one.fields for one in found) and any(one and one.beginning.planned for one in found)
        session = json.loads((state / "state" / "state.json").read_text(encoding="utf-8")).get("session", [])
        if written and [blog / SHOWN, CARET] in [[Path(name), caret] for name, caret, _ in session]:
            print("written", flush=True)
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
