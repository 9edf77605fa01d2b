"""A client of AT-SPI, as a screen reader is one: finds the program by its accessibility tree alone, reads it, edits the title
through it, and saves. Runs with the system's Python, in a session of its own.

python3 screen_reader.py PYTHON POST TITLE    PYTHON runs the program
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pyatspi

LIMIT = 60.0


def until(what, look):
    """Wait for something in the tree."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # noqa: BLE001  the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit(f"{what}: not found within {LIMIT:.0f} s")


def walk(one, depth=0):
    yield one
    for number in range(min(one.childCount, 300) if depth < 30 else 0):
        child = one.getChildAtIndex(number)
        if child is not None:
            yield from walk(child, depth + 1)


def find(root, true):
    return next((one for one in walk(root) if true(one)), None)


def program():
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        application = desktop.getChildAtIndex(number)
        if application is not None and "postwright" in application.name.lower():
            return application
    return None


def main(python, post, title):
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "POSTWRIGHT_LANGUAGE": "en"}
    running = subprocess.Popen([python, "-m", "editor", post], env=environment)
    try:
        application = until("the program", program)
        window = until("its window", lambda: find(application, lambda one: one.getRole() == pyatspi.ROLE_FRAME))
        field = until("the title", lambda: find(window, lambda one: one.name == "title" and is_editable(one)))
        print("title:", field.queryText().getText(0, -1))
        text = until("the text", lambda: find(window, lambda one: one.name == "Text of the post"))
        print("text:", text.queryText().characterCount, "characters")
        until("the preview", lambda: find(window, lambda one: one.getRole() == pyatspi.ROLE_DOCUMENT_WEB))
        names = {one.name for one in walk(window) if one.name}
        for wanted in ("Date", "Tags", "File", "Help"):
            if wanted not in names:
                raise SystemExit(f"nothing is called {wanted!r}: {sorted(names)[:60]}")
        if not field.queryEditableText().setTextContents(title):
            raise SystemExit("the title could not be edited")
        save = until("Save", lambda: find(window, lambda one: one.name == "Save" and has_actions(one)))
        save.queryAction().doAction(0)
        until("the saved file", lambda: title in Path(post).read_text(encoding="utf-8"))
    finally:
        running.terminate()
        running.wait(20)


def is_editable(one):
    try:
        one.queryEditableText()
    except NotImplementedError:
        return False
    return True


def has_actions(one):
    try:
        return one.queryAction().nActions > 0
    except NotImplementedError:
        return False


if __name__ == "__main__":
    main(*sys.argv[1:])
