"""Marks around a selection: bold, italic, code, struck through; put there and taken away.

CommonMark's marks count only where they flank words (spec 0.31, "left-flanking"): `**「強調」**です` is not bold
there, for its last mark stands between a bracket and a letter. Where that would be so the marks are put inside the
punctuation.
"""

from __future__ import annotations

import re
import unicodedata

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.change import Change

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)*", re.ASCII)


def toggle(text: str, start: int, end: int, mark: str, *, flanking: bool = False) -> Change:
    """Put a mark around the selection, or take it away where it is.

    Args:
        mark: `**`, `*`, `` ` `` or `~~`.
        flanking: whether the site's markdown is CommonMark, whose marks need words beside them.

    """
    if start == end:
        return _at_caret(text, start, mark)
    around = _around(text, start, end, mark)
    if around is not None:
        return around
    cores = [_core(text, low, high, flanking=flanking and mark != "`") for low, high in _pieces(text, start, end)]
    cores = [(low, high) for low, high in cores if low < high]
    if not cores:
        return Change(Edit(start, start, ""), start, end)
    marked = all(_is_marked(text[low:high], mark) for low, high in cores)
    parts: list[str] = []
    at, inner_start, size = start, 0, 0
    for low, high in cores:
        inner = text[low:high]
        inner, ticks = (
            (inner[len(mark) : -len(mark)], "") if marked else (inner, _ticks(inner) if mark == "`" else mark)
        )
        parts += (text[at:low], ticks, inner, ticks)
        inner_start = inner_start or start + len(parts[0]) + len(ticks)
        size = len(ticks)
        at = high
    inner_end = start + sum(map(len, parts)) - size
    return Change(Edit(start, end, "".join((*parts, text[at:end]))), inner_start, inner_end)


def _at_caret(text: str, at: int, mark: str) -> Change:
    """Without a selection: an empty pair to type in; the pair again taken away; out of a pair at its end."""
    size = len(mark)
    before, after = _has(text[:at][::-1][: size + 2], mark), _has(text[at : at + size + 2], mark)
    if before and after:
        return Change.at(Edit(at - size, at + size, ""), at - size)
    if after:
        return Change.at(Edit(at, at, ""), at + size)
    return Change.at(Edit(at, at, mark * 2), at + size)


def _around(text: str, start: int, end: int, mark: str) -> Change | None:
    """The marks around the selection taken away; None when there are none."""
    size = len(mark)
    if _has(text[max(0, start - size - 2) : start][::-1], mark) and _has(text[end : end + size + 2], mark):
        return Change(Edit(start - size, end + size, text[start:end]), start - size, end - size)
    return None


def _is_marked(text: str, mark: str) -> bool:
    return len(text) > 2 * len(mark) and _has(text, mark) and _has(text[::-1], mark)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is marked by itself: a mark does not reach from one paragraph, item or heading into the next."""
    found: list[tuple[int, int]] = []
    at = start
    open_piece = False
    for line in text[start:end].split("\n"):
        prefix = _PREFIX.match(line)
        begins = prefix is not None and prefix.end() > 0 and prefix[0].strip(ASCII_SPACE) != ""
        if not line.strip(ASCII_SPACE):
            open_piece = False
        elif open_piece and not begins:
            found[-1] = (found[-1][0], at + len(line))
        else:
            found.append((at, at + len(line)))
            open_piece = True
        at += len(line) + 1
    return found


def _has(text: str, mark: str) -> bool:
    """Whether a text begins with a mark, not as a part of another one: the `*` of a `**` is no italic."""
    if not text.startswith(mark):
        return False
    run = len(text) - len(text.lstrip(mark[0]))
    return run == len(mark) or (run == 3 and mark[0] == "*")


def _core(text: str, start: int, end: int, *, flanking: bool) -> tuple[int, int]:
    """What the marks go around: without white space at the ends, list marks and, where needed, punctuation."""
    prefix = _PREFIX.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    low = prefix.end() if prefix is not None else start
    high = end
    # Unicode: CommonMark's flanking, section 6.2
    while low < high and text[low].isspace():
        low += 1
    # Unicode: as above
    while high > low and text[high - 1].isspace():
        high -= 1
    if flanking:
        while high - low > 1 and _is_punctuation(text[low]) and _is_word(text[low - 1 : low]):
            low += 1
        while high - low > 1 and _is_punctuation(text[high - 1]) and _is_word(text[high : high + 1]):
            high -= 1
    return low, high


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_word(character: str) -> bool:
    """Whether a character beside a mark is neither white space nor punctuation."""
    # Unicode: CommonMark's flanking
    return bool(character) and not character.isspace() and not _is_punctuation(character)


def _ticks(code: str) -> str:
    """Enough backticks that the code's own do not end it."""
    longest = max(map(len, re.findall("`+", code)), default=0)
    return "`" * (longest + 1)
