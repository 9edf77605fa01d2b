"""Half- and full-width forms of what is selected: Latin letters, digits, signs and spaces; kana become full-width."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from editor.text.edit import Edit
from editor.writing.change import Change

_WIDE: Final = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
_NARROW: Final = {code: wide for wide, code in _WIDE.items()}
_HALF_KANA: Final = re.compile("[\uff61-\uff9f]+")


def folded(text: str) -> str:
    """A text in which neither case nor width tells letters apart: to compare and to search."""
    return unicodedata.normalize("NFKC", text).casefold()


def half_width(text: str, start: int, end: int) -> Change | None:
    """ＡＩ２０２６ becomes AI2026, ｶﾞ becomes ガ; None when nothing is selected or nothing changes."""
    return _changed(text, start, end, _full_kana(text[start:end]).translate(_WIDE))


def full_width(text: str, start: int, end: int) -> Change | None:
    """AI2026 becomes ＡＩ２０２６, ｶﾞ becomes ガ; None when nothing is selected or nothing changes."""
    return _changed(text, start, end, _full_kana(text[start:end]).translate(_NARROW))


def _full_kana(text: str) -> str:
    return _HALF_KANA.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)


def _changed(text: str, start: int, end: int, new: str) -> Change | None:
    if new == text[start:end]:
        return None
    return Change(Edit(start, end, new), start, start + len(new))
