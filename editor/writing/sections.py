"""Sections, a heading with all below it, that change places: one edit, and nothing is lost between them."""

from __future__ import annotations

from editor.text.edit import Edit
from editor.writing.change import Change
from editor.writing.outline import headings


def move_section(text: str, at: int, *, down: bool) -> Change | None:
    """The section around a place changes places with its neighbour of the same level.

    Returns:
        None where there is no heading above the place, or no neighbour: the first and last section below a heading.

    """
    found = _places(text)
    here = next((number for number in reversed(range(len(found))) if found[number][0] <= at), None)
    if here is None:
        return None
    spans = [(start, _end(found, number, len(text))) for number, (start, _) in enumerate(found)]
    other = _neighbour(found, here, down=down)
    if other is None:
        return None
    first, second = sorted((spans[here], spans[other]))
    moved, rest = _exchanged(text, first[0], first[1], second[1])
    caret = at + (len(moved) if down else first[0] - second[0])
    caret = min(caret, first[0] + len(moved) + len(rest))
    return Change.at(Edit(first[0], second[1], moved + rest), caret)


def put_before(text: str, heading: int, other: int | None) -> Change | None:
    """The section of a heading goes before another heading, or to the text's end; both are numbers from 0.

    Returns:
        None where it is there already, or would have to go into itself.

    """
    found = _places(text)
    start, end = found[heading][0], _end(found, heading, len(text))
    target = len(text) if other is None else found[other][0]
    if start <= target <= end:
        return None
    if target < start:
        first, second = _exchanged(text, target, start, end)
        return Change.at(Edit(target, end, first + second), target)
    first, second = _exchanged(text, start, end, target)
    return Change.at(Edit(start, target, first + second), start + len(first))


def _places(text: str) -> list[tuple[int, int]]:
    """Where each heading begins, and its level."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [(starts[one.line], one.level) for one in headings(text)]


def _exchanged(text: str, start: int, middle: int, end: int) -> tuple[str, str]:
    """Two parts that stand behind each other in their new order. The blank lines at their ends stay where they are:
    a heading needs one before it, and the text's last line may lack even its end.
    """
    upper, lower = text[start:middle], text[middle:end]
    first, second = lower.rstrip("\n"), upper.rstrip("\n")
    return first + upper[len(second) :], second + lower[len(first) :]


def _end(found: list[tuple[int, int]], number: int, length: int) -> int:
    """Where a section ends: at the next heading that is not below its own."""
    level = found[number][1]
    return next((start for start, other in found[number + 1 :] if other <= level), length)


def _neighbour(found: list[tuple[int, int]], here: int, *, down: bool) -> int | None:
    """The next or former section of the same level under the same heading."""
    level = found[here][1]
    for number in range(here + 1, len(found)) if down else range(here - 1, -1, -1):
        if found[number][1] == level:
            return number
        if found[number][1] < level:
            return None
    return None
