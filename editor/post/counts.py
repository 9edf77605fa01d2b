"""How long a text is, as writers count: Japanese by characters, Latin text by words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CJK = (
    "\u3005\u3007\u303b"  # 々〇〻
    "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # ideographs
)
_EASTERN = re.compile(rf"[{_CJK}]+")
_LATIN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Counts:
    """characters: without white space; words: Latin words plus one for each Japanese character."""

    characters: int
    words: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.characters + other.characters, self.words + other.words)


def slices(text: str, size: int) -> Iterator[str]:
    """Cut a text at line ends into parts of about `size` code points, whose counts add up to the whole's."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + size)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def count(text: str) -> Counts:
    """Count a text's characters and words."""
    eastern, words = _words(text)
    characters = len("".join(text.split()))  # Unicode: no space counts as a character
    return Counts(characters, eastern + words)


CHARACTERS_A_PAGE = 400
"""A Japanese manuscript page (原稿用紙)."""
JAPANESE_A_MINUTE = 500
WORDS_A_MINUTE = 220
"""How fast people read: 400 to 600 Japanese characters, 200 to 250 English words a minute."""


def reading_minutes(text: str) -> float:
    """How long a text takes to read, in minutes."""
    japanese, words = _words(text)
    return japanese / JAPANESE_A_MINUTE + words / WORDS_A_MINUTE


def _words(text: str) -> tuple[int, int]:
    """How many Japanese characters and how many other words a text has."""
    if text.isascii():
        return 0, len(_LATIN.findall(text))
    rest, runs = _EASTERN.subn(" ", text)
    return len(text) - len(rest) + runs, len(_LATIN.findall(rest))
