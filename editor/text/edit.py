"""The one way text changes: replace the characters from `start` to `end` by `new`.

Positions are code points of the text before the edit. A sequence of edits is read in order: each one's
positions count in the text that the former ones left.

    >>> change = Edit(0, 5, "Good")
    >>> apply("Hello world", change)
    'Good world'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


class EditError(ValueError):
    """An edit that does not fit the text it is applied to."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points `[start, end)` by `new`."""

    start: int
    end: int
    new: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise EditError(f"not a range: {self.start}..{self.end}")

    @property
    def growth(self) -> int:
        """How many code points longer the text is afterwards (negative: shorter)."""
        return len(self.new) - (self.end - self.start)

    @property
    def new_end(self) -> int:
        """Where the replacement ends, in the text after the edit."""
        return self.start + len(self.new)

    def map(self, position: int, *, after: bool = False) -> int:
        """Return where a position of the text before the edit is in the text after it.

        A position inside the replaced text keeps its distance from the start, as far as the replacement goes.

        Args:
            after: a position at which text is inserted goes behind that text instead of staying before it.

        """
        if position < self.start or (position == self.start and not (after and self.start == self.end)):
            return position
        if position >= self.end:
            return position + self.growth
        return min(position, self.new_end)


def apply(text: str, edit: Edit) -> str:
    """The text after one edit.

    Raises:
        EditError: the edit reaches past the end of the text.

    """
    if edit.end > len(text):
        raise EditError(f"edit ends at {edit.end}, the text at {len(text)}")
    return text[: edit.start] + edit.new + text[edit.end :]


def apply_all(text: str, edits: Iterable[Edit]) -> str:
    """The text after several edits, each one's positions counting in what the former ones left."""
    for edit in edits:
        text = apply(text, edit)
    return text


def map_all(edits: Iterable[Edit], position: int, *, after: bool = False) -> int:
    """Return where a position is after several edits, each one's positions counting in what the former ones left."""
    for edit in edits:
        position = edit.map(position, after=after)
    return position


def invert(text: str, edit: Edit) -> Edit:
    """The edit that takes `edit` back, given the text *before* it: `apply(apply(t, e), invert(t, e)) == t`."""
    return Edit(edit.start, edit.new_end, text[edit.start : edit.end])


def compose(first: Edit, second: Edit) -> Edit | None:
    """One edit that does what `first` and then `second` do, or None where they do not touch.

    Edits that touch (typing, one key after another) join without the text; edits apart would need the text
    between them, and stay two.
    """
    if second.start > first.new_end or second.end < first.start:
        return None
    kept_before = first.new[: max(0, second.start - first.start)]
    kept_after = first.new[max(0, second.end - first.start) :]
    start = min(first.start, second.start)
    end = first.end + max(0, second.end - first.new_end)
    return Edit(start, end, kept_before + second.new + kept_after)


def compose_all(edits: Iterable[Edit]) -> list[Edit]:
    """The same change in as few edits as joining neighbours gives."""
    joined: list[Edit] = []
    for edit in edits:
        both = compose(joined[-1], edit) if joined else None
        if both is None:
            joined.append(edit)
        else:
            joined[-1] = both
    return joined


def shrink(text: str, edit: Edit) -> Edit:
    """The same change without the characters at its two ends that it leaves as they are."""
    old, new = text[edit.start : edit.end], edit.new
    limit = min(len(old), len(new))
    head = 0
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def difference(before: str, after: str) -> Edit | None:
    """The one least edit that turns `before` into `after`; None when they are equal."""
    if before == after:
        return None
    start, end = common_ends(before, after)
    return Edit(start, len(before) - end, after[start : len(after) - end])


def common_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning and, behind it, at their end."""
    limit = min(len(before), len(after))
    start = _most(limit, lambda count: before[:count] == after[:count])
    end = _most(limit - start, lambda count: count == 0 or before[-count:] == after[-count:])
    return start, end


def _most(limit: int, equal: Callable[[int], bool]) -> int:
    """The largest count up to a limit for which two ends are equal."""
    if equal(limit):
        return limit
    low, high = 0, limit
    while low + 1 < high:
        middle = (low + high) // 2
        if equal(middle):
            low = middle
        else:
            high = middle
    return low
