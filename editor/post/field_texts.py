"""Text typed into a form field that the post does not have: it was refused, or it is still being typed.

It is unsaved work of the open post, as edits of its text are: it is kept when another post is shown, written to the
journal, and asked about before the post is closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from editor.header import Path

NEW_KEY: Final = -1
"""Last part of a path: the name of a key that is being added there. (An index of a list is never negative.)"""
NAME: Final = "name"
"""Kind of a text that is such a name."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """The text of one field.

    Attributes:
        path: the key that it was typed for.
        text: all that the field shows, or the words that were to be added to a list.
        reason: why the post does not have it, for people; "" while it is being typed.
        kind: of the field (`row.widget_kind`): it says how the text is read.

    """

    path: Path
    text: str
    reason: str = ""
    kind: str = "text"


class FieldTexts:
    """The field texts of one post, at most one for each path, the oldest first."""

    def __init__(self, texts: Iterable[FieldText] = ()) -> None:
        self._texts = {one.path: one for one in texts}

    def __iter__(self) -> Iterator[FieldText]:
        return iter([*self._texts.values()])

    def __len__(self) -> int:
        return len(self._texts)

    def get(self, path: Path) -> FieldText | None:
        """Return the text of a path."""
        return self._texts.get(path)

    def put(self, text: FieldText) -> bool:
        """Keep a text in place of the former one of its path; False when it is the same."""
        if self._texts.get(text.path) == text:
            return False
        self._texts[text.path] = text
        return True

    def drop(self, path: Path) -> list[Path]:
        """Forget the texts of a path and of those below it; return their paths."""
        gone = [one for one in self._texts if one[: len(path)] == path]
        for one in gone:
            del self._texts[one]
        return gone
