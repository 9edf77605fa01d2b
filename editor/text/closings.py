"""Openings and what closes them, in a time that grows with the text alone.

A pattern like `<!--.*?-->` reads on to the text's end for each opening that nothing closes: a text full of openings
takes time by the square of their number. Here all closings are found once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable


class Closings:
    """Where a pattern matches in a text.

    Args:
        closing: matches of it must not overlap each other, whatever the text is.

    """

    def __init__(self, text: str, closing: re.Pattern[str]) -> None:
        self._found = list(closing.finditer(text))
        self._starts = [match.start() for match in self._found]

    def after(self, at: int) -> re.Match[str] | None:
        """Return the first match that starts at a place or behind it; None when there is none."""
        number = bisect_left(self._starts, at)
        return self._found[number] if number < len(self._found) else None


def sub_between(
    text: str,
    opening: re.Pattern[str],
    closing: re.Pattern[str],
    new: Callable[[re.Match[str], str, re.Match[str]], str],
) -> str:
    """Return a text in which each opening, its closing and what stands between them are replaced.

    Args:
        new: gets the opening, what stands between, and the closing; gives what replaces all of it.

    """
    closings: Closings | None = None
    pieces, at = list[str](), 0
    while (found := opening.search(text, at)) is not None:
        closings = closings or Closings(text, closing)
        end = closings.after(found.end())
        if end is None:
            break  # nor is any further one closed
        pieces += [text[at : found.start()], new(found, text[found.end() : end.start()], end)]
        at = end.end()
    return "".join((*pieces, text[at:])) if at else text
