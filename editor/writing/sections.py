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
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = [(starts[one.line], one.level) for one in headings(text)]
    here = next((number for number in reversed(range(len(found))) if found[number][0] <= at), None)
    if here is None:
        return None
    spans = [(start, _end(found, number, len(text))) for number, (start, _) in enumerate(found)]
    other = _neighbour(found, here, down=down)
    if other is None:
        return None
    first, second = sorted((spans[here], spans[other]))
    upper, lower = text[first[0] : first[1]], text[second[0] : second[1]]
    if not lower.endswith("\n"):  # the text's last line may lack its end, which stays at the text's end
        moved, upper = lower + "\n" * (len(upper) - len(upper.rstrip("\n"))), upper.rstrip("\n")
    else:
        moved = lower
    caret = at + (len(moved) if down else first[0] - second[0])
    caret = min(caret, first[0] + len(moved) + len(upper))
    return Change.at(Edit(first[0], second[1], moved + upper), caret)


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
