"""Find and replace in a text: plain, whole words, regular expressions, and characters of whatever width.

Patterns run with a time limit: a regular expression can take for ever on a text that it nearly fits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from editor.language import tr
from editor.text.differences import MAX_EDITS
from editor.text.edit import Edit

TIME_LIMIT: Final = 1.0
"""Seconds for one search of a whole text."""
MAX_MATCHES: Final = 100_000


class SearchError(Exception):
    """A pattern that can't be used; the message says why, for the writer."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        pattern: it is a regular expression; else a plain text.
        width: ＡＩ is AI, and ｶﾞ is ガ.

    """

    needle: str
    case: bool = False
    word: bool = False
    pattern: bool = False
    width: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place that was found, and what replaces it."""

    start: int
    end: int
    new: str = ""


def find(text: str, query: Query, replacement: str = "") -> list[Match]:
    """All matches, in order.

    Args:
        replacement: what each becomes; in a regular expression's, `\\1` and `\\g<name>` stand for its groups.

    Raises:
        SearchError: the pattern or the replacement can't be read, or the search took too long.

    """
    if not query.needle:
        return []
    import regex  # loaded when the first search is made

    found: list[Match] = []
    try:
        compiled = regex.compile(_source(query), regex.MULTILINE | (0 if query.case else regex.IGNORECASE))
        for match in compiled.finditer(text, timeout=TIME_LIMIT):
            if match.end() > match.start() or query.pattern:
                new = str(match.expand(replacement)) if query.pattern else replacement
                found.append(Match(match.start(), match.end(), new))
            if len(found) >= MAX_MATCHES:
                break
    except TimeoutError:
        raise SearchError(tr("this pattern takes too long on this text")) from None
    except (regex.error, IndexError) as error:
        raise SearchError(tr("this is no pattern: {0}").format(error)) from None
    return found


def replace_all(text: str, matches: list[Match]) -> list[Edit]:
    """Return the edits that replace all matches, the last one in the text first; one edit for very many matches."""
    if len(matches) <= MAX_EDITS:
        return [Edit(match.start, match.end, match.new) for match in reversed(matches)]
    return [Edit(matches[0].start, matches[-1].end, "".join(_pieces(text, matches)))]


def _pieces(text: str, matches: list[Match]) -> Iterator[str]:
    at = matches[0].start
    for match in matches:
        yield text[at : match.start]
        yield match.new
        at = match.end


def _source(query: Query) -> str:
    source = query.needle if query.pattern else _plain(query.needle, width=query.width)
    return rf"(?<!\w)(?:{source})(?!\w)" if query.word else source


def _plain(needle: str, *, width: bool) -> str:
    if not width:
        return re.escape(needle)
    return "".join(_widths(character) for character in unicodedata.normalize("NFKC", needle))


def _widths(character: str) -> str:
    """A character in each of its widths."""
    forms = [character, *_WIDE.get(character, ())]
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"


def _wide_forms() -> dict[str, list[str]]:
    """For each character the full- and half-width ones that mean it (Unicode, Halfwidth and Fullwidth Forms)."""
    found: dict[str, list[str]] = {" ": ["\u3000"]}
    for code in range(0xFF01, 0xFFE7):
        form = chr(code)
        base = unicodedata.normalize("NFKC", form)
        if len(base) == 1 and base != form:
            found.setdefault(base, []).append(form)
    for base in "カキクケコサシスセソタチツテトハヒフヘホウ":
        for mark, combining in (("ﾞ", "\u3099"), ("ﾟ", "\u309a")):
            whole = unicodedata.normalize("NFC", base + combining)
            if len(whole) == 1:
                found.setdefault(whole, []).append(found[base][0] + mark)
    return found


_WIDE: Final[dict[str, Any]] = _wide_forms()
