"""What the command line prints: names and values of strangers can't steer the terminal that shows them.

A program that reads standard output through a pipe gets the bytes of `get` and `render` as they are. A terminal, and
standard error always, get control characters as escapes; `say` prints one line, whatever a name holds.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any

from editor.text.visible import lines, one_line


class Seen:
    """A text stream that writes control characters as escapes; in all else it is the stream behind it."""

    def __init__(self, behind: IO[str]) -> None:
        """Stand in front of a stream."""
        self.behind = behind

    def write(self, text: str) -> int:
        """Write a text; gives its length, as streams do."""
        self.behind.write(lines(text))
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Write texts one after the other."""
        for text in texts:
            self.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Have all that is printed meanwhile come to a terminal harmless, argparse's messages included."""
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if out is not None and out.isatty():
        sys.stdout = Seen(out)
    if err is not None:
        sys.stderr = Seen(err)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err


def say(message: str) -> int:
    """Print a message to standard error, in one line; gives the exit code of what it is about."""
    print(one_line(message), file=sys.stderr)
    return 1


def say_lines(text: str) -> None:
    """Print what a program said to standard error, in its own lines."""
    print(lines(text), file=sys.stderr)


def printable(name: object) -> str:
    """Return a name for standard output: as it is for a program, as one visible line for a terminal."""
    return one_line(str(name)) if sys.stdout.isatty() else str(name)


def progress(said: str) -> None:
    """Print what git says while it works; a carriage return, with which it begins its line anew, counts."""
    behind = sys.stderr.behind if isinstance(sys.stderr, Seen) else sys.stderr
    behind.write("\r".join(map(lines, said.split("\r"))))
