"""Which words of a post a spell checker should look at: running text of the dictionary's language, and nothing else.

Code, addresses, templates, tags, names with digits or capitals inside, and words among Japanese are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from editor.writing.marks import MAX_LINE, Kind, Span, spans

SURVEYED: Final = 20_000
"""How much of a text, in characters, is looked at to tell its language."""
_WORDS_SURVEYED: Final = 400
_FOREIGN: Final = 0.4
"""A text of which more words are not known is in another language."""
_RUN: Final = 4
"""So many words in a row are a sentence, not names among Japanese."""

_PIECE: Final = 4
"""No longer pieces of compounds ("Wi-Fi", "pre-built") are looked up."""

_LETTERS: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SMALL: Final = "a-z\u00df-\u00f6\u00f8-\u00ff"
_ATTACHED: Final = rf"[{_LETTERS}0-9_@/\\#=+~&$%|{{}}]"
_WORD: Final = re.compile(  # Unicode: any space ends a word
    rf"(?<!{_ATTACHED})(?<![{_LETTERS}]['’])(?<!\S\.)[{_LETTERS}][{_SMALL}]+(?:['’][{_SMALL}]+)*"
    rf"(?!['’]?{_ATTACHED}|\.[{_LETTERS}0-9])"
)
"""A word as dictionaries have them: no part of a name with capitals inside, of a path or of an abbreviation."""
_ANY_WORD: Final = re.compile(rf"[{_LETTERS}]+(?:['’][{_LETTERS}]+)*")
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_LATIN: Final = re.compile("[A-Za-z]")
_BETWEEN: Final = re.compile(r"[ \t,;:.!?()\"'“”‘’–—-]{1,4}")
_APART: Final = re.compile(  # Unicode: any space ends an address
    r"\[\^[^\]]{0,100}\]|\{[#.:][^}]{0,200}\}|[^\s@]{1,100}@[^\s@]{1,100}|&\w{1,20};|:[a-z0-9_+-]{1,40}:|\$[^$]{1,200}\$"
)
_PASSED_OVER: Final = frozenset((Kind.CODE, Kind.ADDRESS, Kind.TEMPLATE, Kind.COMMENT, Kind.MARK))


class Language(StrEnum):
    """What a text is written in, for a spell checker."""

    ITS_OWN = "the dictionary's"
    MIXED = "mixed"  # Japanese, Chinese or Korean with sentences of the dictionary's language
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line, by its place in code points."""

    start: int
    end: int
    text: str


def words(line: str, language: Language, marks: Sequence[Span] | None = None) -> list[Word]:
    """The words of a line outside of code blocks that are to be looked up.

    Args:
        marks: the line's spans, where they are known already.

    """
    if language is Language.OTHER or len(line) > MAX_LINE or not _LATIN.search(line):
        return []
    in_runs = language is Language.MIXED or (not line.isascii() and _is_mostly_eastern(line))
    if in_runs and not _in_runs(line):
        return []  # the most frequent case of a Japanese line, and the cheapest
    text = _running_text(line, spans(line) if marks is None else marks)
    found = (Word(*match.span(), match[0]) for match in _WORD.finditer(text))
    if in_runs:
        starts = _in_runs(text)
        found = (word for word in found if word.start in starts)
    return [word for word in found if not (len(word.text) <= _PIECE and "-" in _neighbours(line, word))]


def language_of(text: str, is_known: Callable[[str], bool]) -> Language:
    """What a text is written in, by its beginning."""
    sample = text[:SURVEYED]
    eastern = len(_EAST_ASIAN.findall(sample))
    if eastern > len(_LATIN.findall(sample)) / 3:
        return Language.MIXED
    looked_up = list(_sample(sample))
    unknown = sum(not is_known(word) for word in looked_up)
    return Language.OTHER if len(looked_up) > 10 and unknown > _FOREIGN * len(looked_up) else Language.ITS_OWN


def _sample(text: str) -> Iterator[str]:
    number = 0
    for line in text.split("\n"):
        for word in words(line, Language.ITS_OWN):
            if word.text.islower():
                yield word.text
                number += 1
                if number == _WORDS_SURVEYED:
                    return


def _running_text(line: str, marks: Iterable[Span]) -> str:
    """The line with blanks in the place of what is no running text."""
    parts, at = [], 0
    covered = [(span.start, span.end) for span in marks if span.kind in _PASSED_OVER]
    for start, end in sorted(covered + [match.span() for match in _APART.finditer(line)]):
        if end > at:
            parts += [line[at:start], "\0" * (end - max(at, start))]
            at = end
    parts.append(line[at:])
    return "".join(parts)


def _is_mostly_eastern(line: str) -> bool:
    return len(_EAST_ASIAN.findall(line)) > len(_LATIN.findall(line))


def _in_runs(text: str) -> set[int]:
    """Where the words begin that stand in a row of several."""
    found, row = set[int](), list[re.Match[str]]()
    for match in _ANY_WORD.finditer(text):
        if row and not _BETWEEN.fullmatch(text, row[-1].end(), match.start()):
            row.clear()
        row.append(match)
        if len(row) >= _RUN:
            found.update(one.start() for one in row[-_RUN:])
    return found


def _neighbours(line: str, word: Word) -> str:
    """The characters on both sides of a word."""
    return line[max(0, word.start - 1) : word.start] + line[word.end : word.end + 1]
