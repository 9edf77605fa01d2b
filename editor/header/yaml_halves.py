r"""Characters escaped as two halves, "\uD83D\uDE00": JSON's way, which js-yaml and Hugo read and libyaml does not.

For libyaml each half is put as a private character of the same length, and the values are put back.
"""

from __future__ import annotations

import re
from typing import Final

_PAIR: Final = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_PRIVATE: Final = re.compile(r"[\ue000-\ue7ff]|\\[uU](?:0000)?[eE][0-7]")
_HIDDEN: Final = re.compile(r"\\u([eE])([0-7])([0-9a-fA-F]{2})")
_HIGH, _PUT_AT = 0xD800, 0xE000


def hide_halves(content: str) -> str | None:
    """Return YAML of the same length that libyaml reads; None where there are no halves, or they can't be hidden."""
    if _PAIR.search(content) is None or _PRIVATE.search(content) is not None:
        return None
    return _PAIR.sub(lambda match: _hidden(match[1]) + _hidden(match[2]), content)


def join_halves(value: str, style: str) -> str:
    """Return the value of a scalar of hidden halves: one character for two in double quotes, else as written."""
    if style != "double":
        return _HIDDEN.sub(lambda match: f"\\u{'d' if match[1] == 'e' else 'D'}{_digit(match)}{match[3]}", value)
    halves = re.sub("[\ue000-\ue7ff]", lambda match: chr(ord(match[0]) - _PUT_AT + _HIGH), value)
    return halves.encode("utf-16", "surrogatepass").decode("utf-16")


def _hidden(digits: str) -> str:
    put = f"{int(digits, 16) - _HIGH + _PUT_AT:04x}"
    return f"\\u{'e' if digits[0] == 'd' else 'E'}{put[1]}{digits[2:]}"


def _digit(match: re.Match[str]) -> str:
    digit = f"{int(match[2]) + 8:x}"
    return digit if match[1] == "e" else digit.upper()
