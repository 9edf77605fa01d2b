"""Brackets and quotes that are typed: around a selection, in pairs, and over the one that closes.

Japanese quotes come from the input method, which pairs them itself: they are put around a selection and nothing else.
"""

from __future__ import annotations

import re
from typing import Final

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.change import Change, line_end, line_start

AROUND: Final = {
    "(": ")",
    "[": "]",
    "{": "}",
    "<": ">",
    '"': '"',
    "`": "`",
    "*": "*",
    "_": "_",
    "~": "~",
    "「": "」",
    "『": "』",
    "（": "）",
    "【": "】",
    "“": "”",
}
"""What may be put around a selection."""
_IN_PARAGRAPH: Final = frozenset("`*_~")
_BETWEEN: Final = re.compile("(\n{2,})")
_PAIRS: Final = {"(": ")", "[": "]", '"': '"', "`": "`"}
MARKS: Final = frozenset(AROUND) | frozenset(_PAIRS.values())
"""The marks that `typed` knows."""
_ROOM: Final = " \t\n)]}、。，．,.;:!?」』）"
"""A pair opens only before one of these, or at the end: else the writer wants the one mark."""


def typed(text: str, start: int, end: int, mark: str) -> Change | None:
    """What a mark that is typed does beyond itself; None when it is just written."""
    if start != end:
        return _around(text, start, end, mark)
    before = text[line_start(text, start) : start]
    after = text[start : line_end(text, start)]
    if after[:1] == mark and mark in _PAIRS.values() and _is_open(before, after, mark):
        return Change.at(Edit(start, start, ""), start + 1)
    close = _PAIRS.get(mark)
    if close is None or (after and after[0] not in _ROOM):
        return None
    if close == mark:
        word_before = before[-1:].isalnum() or before[-1:] in (mark, "\\")
        if word_before or before.count(mark) % 2 or not before.strip(" `~"):
            return None  # the end of a quote, an inch sign, a code fence
    elif before.endswith("\\") or (mark == "[" and before.strip(ASCII_SPACE) in ("-", "*", "+")):
        return None  # a task's box
    return Change.at(Edit(start, start, mark + close), start + 1)


def erased(text: str, at: int) -> Change | None:
    """Backspace between the two of an empty pair takes both; None elsewhere."""
    close = _PAIRS.get(text[at - 1 : at])
    if close is None or text[at : at + 1] != close:
        return None
    return Change.at(Edit(at - 1, at + 1, ""), at - 1)


def _around(text: str, start: int, end: int, mark: str) -> Change | None:
    """The selection between two marks, still selected; None where the mark replaces the selection.

    Emphasis and code end with their paragraph, so each paragraph of the selection gets its own marks.
    """
    close = AROUND.get(mark)
    selected = text[start:end]
    if close is None or not selected.strip(ASCII_SPACE):
        return None
    if mark not in _IN_PARAGRAPH or "\n\n" not in selected:
        return Change(Edit(start, end, mark + selected + close), start + 1, end + 1)
    paragraphs = [part if part.startswith("\n\n") else mark + part + close for part in _BETWEEN.split(selected) if part]
    new = "".join(paragraphs)
    return Change(Edit(start, end, new), start, start + len(new))


def _is_open(before: str, after: str, close: str) -> bool:
    """Whether the mark after the caret closes one that stands before it in the line."""
    opening = next(mark for mark, other in _PAIRS.items() if other == close)
    if opening == close:
        return before.count(close) % 2 == 1
    line = before + after
    return before.count(opening) > before.count(close) and line.count(opening) <= line.count(close)
