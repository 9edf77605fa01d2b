"""A text as the index keeps it, and a search as the index is asked: by words, by letters where words have no spaces
between them. Neither case nor width tells letters apart.
"""

from __future__ import annotations

import re
from typing import Final

from editor.text.white_space import ASCII_SPACE
from editor.writing.width import folded

_EASTERN: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af"
_RUNS: Final = re.compile(rf"[{_EASTERN}]+|[^\W_{_EASTERN}]+")
_EASTERN_RUN: Final = re.compile(rf"[{_EASTERN}]+")
_SENTENCE: Final = re.compile(r"[^。．.!?！？\n]*[。．.!?！？]?")
BEFORE: Final = 10
AFTER: Final = 60
"""How much of a sentence is shown before what was found, which must be in sight in a narrow list, and after it."""


def indexed(text: str) -> str:
    """A text whose words FTS5 finds: each Japanese letter stands by itself, so that any run of them is a phrase."""
    return _EASTERN_RUN.sub(lambda run: f" {' '.join(run[0])} ", folded(text))


def asked(text: str) -> str:
    """A search in the language of SQLite's FTS5: each word's beginning, each run of Japanese letters as it stands; ""
    when nothing is asked.
    """
    parts = []
    for match in _RUNS.finditer(folded(text)):
        run = match[0]
        if len(run) == 1 and run.isascii():
            continue  # it begins a word of nearly every text
        eastern = _EASTERN_RUN.match(run) is not None
        parts.append(f'"{" ".join(run)}"' if eastern else f'"{run}" *')
    return " AND ".join(parts)


def sentence_of(text: str, search: str) -> str:
    """The sentence of a text in which what is searched stands first, cut around it; "" where it does not."""
    words = [match[0] for match in _RUNS.finditer(folded(search))]
    if not words:
        return ""
    for line in text.split("\n"):
        if words[0] not in (plain := folded(line)):
            continue
        found = next((one for one in _SENTENCE.finditer(line) if words[0] in folded(one[0])), None)
        whole = found[0].strip(ASCII_SPACE) if found is not None else line.strip(ASCII_SPACE)
        at = folded(whole).find(words[0])
        if at < 0 or len(plain) > 4 * max(1, len(line)):
            return whole[: BEFORE + AFTER]
        start = max(0, at - BEFORE)
        cut = whole[start : at + len(words[0]) + AFTER]
        return ("…" if start else "") + cut + ("…" if start + len(cut) < len(whole) else "")
    return ""
