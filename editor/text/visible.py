"""Characters that steer a screen or a terminal instead of being seen, written as their escapes.

What comes out says where such a character stands; it can't move a cursor, forge a line or turn the order of others.
"""

from __future__ import annotations

import re
from typing import Final

_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
"""C0 and C1 without tab and line feed (ECMA-48, section 5), Unicode's line ends, halves of characters: bytes of a file
name that are no UTF-8."""
_TURNS: Final = "\u202a-\u202e\u2066-\u206f"
"""Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9, section 2), and what became of them."""
_MARKS: Final = "\u061c\u200e\u200f"
_OTHERS: Final = "\ufff9-\ufffb\U000e0001"
"""Annotations that are not shown, and the deprecated language tag."""

_IN_LINES: Final = re.compile(f"[{_CONTROLS}{_TURNS}{_MARKS}{_OTHERS}]")
_IN_ONE_LINE: Final = re.compile(f"[{_CONTROLS}{_TURNS}{_MARKS}{_OTHERS}\t\n]")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAMED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def one_line(text: str) -> str:
    r"""Return a name, title or value as one line in which every character is seen.

    Tab and line ends are escaped too. "a\x1b[2J" becomes "a\\x1b[2J".
    """
    return _escaped(_IN_ONE_LINE, text)


def lines(text: str) -> str:
    """Return a text of several lines in which every character is seen; tab and line feed stay."""
    return _escaped(_IN_LINES, text)


def in_json(text: str) -> str:
    r"""Return JSON with the characters escaped that `json.dumps(…, ensure_ascii=False)` leaves: DEL, C1, turns.

    They can only stand inside of strings, so "\u009b" means the same there.
    """
    return _IN_LINES.sub(_as_json, text)


def _escaped(pattern: re.Pattern[str], text: str) -> str:
    if pattern.search(text) is None:
        return text
    written_from_the_right = _RIGHT_TO_LEFT.search(text) is not None

    def escape(found: re.Match[str]) -> str:
        character = found[0]
        if written_from_the_right and character in _MARKS:
            return character  # writers of Hebrew and Arabic type them beside full stops and digits
        return _NAMED.get(character) or _number(character)

    return pattern.sub(escape, text)


def _number(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _as_json(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"
