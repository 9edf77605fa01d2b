"""The colours of code blocks in the text pane, which a worker process finds: lexers are regular expressions of others.

Until they are there a line has those that the same line, or the line in its place, had before.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from editor.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

Pieces = list[tuple[int, int, str]]
"""From where to where in a line, and the colour's name."""

LIMIT_S: Final = 2.0
"""Code that takes longer stays in one colour: nobody waits that long for colours."""
MAX_KNOWN: Final = 64
MAX_STOPS: Final = 3
"""After so many blocks of a language that took too long, no more are asked for until another post is shown."""


class CodeColours(QObject):
    """The colours of one pane's code blocks."""

    changed = Signal(int, object)  # a code block, by its first line, and the lines of it that have other colours now

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, Lane.PROMPT)
        self._known: OrderedDict[tuple[str, str], list[Pieces]] = OrderedDict()  # by language and code
        self._by_line: dict[tuple[str, str], Pieces] = {}  # by language and text of a line
        self._shown: dict[int, dict[int, Pieces]] = {}  # by block, then line
        self._asked: dict[int, tuple[str, str]] = {}
        self._stops: dict[str, int] = {}

    @property
    def is_current(self) -> bool:
        """Whether all colours that were asked for are there."""
        return not self._asked

    def of_line(self, block: int, lines: Sequence[str], language: str, line: int) -> Pieces:
        """Return the colours of a line of a code block; `changed` tells when they are others.

        Args:
            block: the block's first line; lines: its code and, where it is closed, the closing fence.

        """
        if not language:
            return []
        key = language, "\n".join(lines)
        found = self._known.get(key)
        shown = self._shown.setdefault(block, {})
        if found is not None:
            self._known.move_to_end(key)
            pieces = found[line] if line < len(found) else []
        else:
            self._ask(block, key)
            pieces = self._by_line.get((language, lines[line]), shown.get(line, [])) if line < len(lines) else []
        shown[line] = pieces
        return pieces

    def forget(self) -> None:
        """Another post is shown."""
        for block in self._asked:
            self._tasks.forget(str(block))
        self._asked.clear()
        self._stops.clear()
        self._by_line.clear()
        self._shown.clear()

    def forget_lines(self) -> None:
        """Lines came or went: what was shown in a place says nothing any more."""
        self._shown.clear()

    def _ask(self, block: int, key: tuple[str, str]) -> None:
        if self._asked.get(block) == key or self._stops.get(key[0], 0) >= MAX_STOPS:
            return
        self._asked[block] = key
        request = {"task": "colours", "lexer": key[0], "code": key[1]}
        self._tasks.ask(str(block), request, partial(self._take, block, key), seconds=LIMIT_S)

    def _take(self, block: int, key: tuple[str, str], answer: Answer) -> None:
        self._asked.pop(block, None)
        if answer.stop is not None:
            self._stops[key[0]] = self._stops.get(key[0], 0) + 1
        lines = [[(start, end, kind) for start, end, kind in line] for line in answer.result.get("lines", ())]
        self._known[key] = lines
        while len(self._known) > MAX_KNOWN:
            self._known.popitem(last=False)
        self._by_line = {place: pieces for place, pieces in self._by_line.items() if place[0] != key[0]}
        self._by_line.update(((key[0], text), pieces) for text, pieces in zip(key[1].split("\n"), lines, strict=False))
        shown = self._shown.get(block, {})
        others = [line for line, pieces in enumerate(lines) if shown.get(line) != pieces]
        if others:
            self.changed.emit(block, others)
