"""Files that the text pane can't hold or that are too large: what of them is shown as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from editor.disk import read_head
from editor.ui.document import UNHOLDABLE

SHOWN_OF_LARGE: Final = 100_000
"""How many bytes of a file that is no post (too large, binary) are shown as text."""
_LONG_LINE: Final = re.compile(r"([^\n]{2000})(?=[^\n])")


def first_unholdable(text: str) -> tuple[int, str] | None:
    """Return the line, from 1, and the character that the text pane can't hold; None where it can hold the text."""
    strange = next((character for character in UNHOLDABLE if character in text), None)
    return (text.count("\n", 0, text.index(strange)) + 1, strange) if strange is not None else None


def shown_text(data: bytes) -> bytes:
    """Return the first part of a file as UTF-8 text, with escapes for what can't be shown."""
    text = data[:SHOWN_OF_LARGE].decode("utf-8", errors="backslashreplace").replace("\0", "\\x00")
    for character in (*UNHOLDABLE, "\ufeff"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _LONG_LINE.sub(r"\1\n", text).encode("utf-8")  # Qt would take minutes to lay a line of a whole file out


def beginning(path: Path) -> bytes:
    """Return the first bytes of a file; none when it can't be read."""
    try:
        return read_head(path, SHOWN_OF_LARGE)
    except OSError:
        return b""
