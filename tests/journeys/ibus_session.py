"""Inside a session of its own (Xvfb, D-Bus): ibus with Anthy, the program, and keys as the X server sends them.

python ibus_session.py POST    types “nihongo”, converts, commits, and saves
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from Xlib import XK, X, display
from Xlib.ext import xtest

LIMIT = 30.0
COMMAND_LIMIT = 8.0


def until(what, true):
    """Wait for something that happens in another program."""
    end = time.monotonic() + LIMIT
    while not (found := true()):
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not within {LIMIT:.0f} s")
        time.sleep(0.1)
    return found


class Keyboard:
    """Sends keys and clicks to whatever has the focus."""

    def __init__(self) -> None:
        self.display = display.Display()

    def press(self, *names: str) -> None:
        """One chord: the modifiers first."""
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()
        time.sleep(0.15)

    def click(self, x: int, y: int) -> None:
        """The left button."""
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.display.sync()
        time.sleep(0.3)

    def window(self):
        """The program's window, when it is there."""
        for child in self.display.screen().root.query_tree().children:
            try:
                if child.get_attributes().map_state == X.IsViewable and child.get_geometry().width > 600:
                    return child
            except Exception:  # noqa: BLE001  the window went away between two questions
                continue
        return None


def asked(*command: str) -> str:
    """What one of ibus' commands answers; "" when it does not: now and then one waits for ever for the daemon."""
    try:
        done = subprocess.run(["ibus", *command], capture_output=True, text=True, check=False, timeout=COMMAND_LIMIT)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.strip()


def has_anthy() -> bool:
    """Choose Anthy; the command's exit code says nothing."""
    asked("engine", "anthy")
    return asked("engine") == "anthy"


def main(post: Path) -> None:
    """The journey."""
    before = post.read_bytes()
    asked("write-cache")
    subprocess.Popen(["ibus-daemon", "-x", "-r", "--panel", "disable"])
    until("ibus", lambda: asked("address") not in ("", "(null)"))
    program = subprocess.Popen([sys.executable, "-m", "editor", str(post)])
    try:
        keyboard = Keyboard()
        window = until("the window", keyboard.window)
        window.configure(x=0, y=0, width=1200, height=800)
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        keyboard.display.sync()
        time.sleep(2)
        keyboard.click(200, 700)
        keyboard.press("Control_L", "Home")
        until("Anthy", has_anthy)
        time.sleep(1)
        keyboard.press("Control_L", "j")  # Anthy's own key; the program has it for joining lines
        for letter in "nihongo":
            keyboard.press(letter)
        keyboard.press("space")
        keyboard.press("Return")
        keyboard.press("Control_L", "s")
        until("the saved post", lambda: post.read_bytes() != before)
    finally:
        program.kill()
        asked("exit")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
