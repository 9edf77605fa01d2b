"""CommonMark that is being typed: only the blocks around a change are read and written again.

A part is a block at the top level. CommonMark knows no state between such blocks but link definitions and footnotes:
reading from the block before a change, the blocks are the old ones again as soon as one begins where an old one behind
the change began. Where a link may be defined among what is read again, everything is; a post with footnotes, whose
numbers and texts stand elsewhere, is always read whole. Ids of headings are counted over all parts each time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, block, normalize
from markdown_it.token import Token

from editor.render.goldmark_quotes import OPEN_QUOTES
from editor.render.headings import Heading, give_ids, headings
from editor.text.edit import common_ends

_DEFINES: Final = re.compile(r"\]:")
_FOOTNOTE: Final = "[^"
_BEFORE: Final = 2
"""How many blocks before a change are read again: what follows a block may decide where it ends."""
_AHEAD: Final = 2_000
"""How many characters behind a change are read at first."""


@dataclass(slots=True)
class _Part:
    """A block: where its text begins, its tokens and its HTML."""

    start: int
    line: int
    tokens: list[Token]
    headings: list[Heading] = field(default_factory=list)
    html: str | None = None
    finished: bool = False
    quotes: bool = False  # whether it holds any
    before: tuple[int, ...] = ()  # quotes that are open where it begins
    behind: tuple[int, ...] = ()  # and where it ends


class PartedCommonMark:
    """Blocks of a body, with what the last body had in common with this one kept.

    Args:
        parser: without rules that give ids to headings.
        ids: whether headings get them, and whether from their source: see `headings.give_ids`.
        footnotes: whether the parser reads them.

    """

    def __init__(self, parser: MarkdownIt, *, ids: bool, ids_from_source: bool, footnotes: bool) -> None:
        self._parser, self._ids, self._from_source, self._footnotes = parser, ids, ids_from_source, footnotes
        self._rules = [rule for rule in parser.core.ruler.getRules("") if rule not in (normalize, block)]
        self._text = ""
        self._parts: list[_Part] = []
        self._env: dict[str, Any] = {}
        self.lines: list[int] = []

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block, in order."""
        text = body.replace("\0", "\ufffd")
        if self._footnotes and _FOOTNOTE in text:
            self._parts, self._text = [], ""
            return self._whole(text)
        self._follow(text)
        if self._ids:
            changed = give_ids((one for part in self._parts for one in part.headings), from_source=self._from_source)
            if changed:
                known = {id(token) for token in changed}
                for part in self._parts:
                    if any(id(opening) in known for opening, _ in part.headings):
                        part.html = None
        written = []
        self.lines = []
        for part in self._parts:
            if part.html is None:
                part.html = self._render(part.tokens, self._env)
            if part.html:
                written.append(part.html)
                self.lines.append(part.line)
        return written

    def _whole(self, text: str) -> list[str]:
        """Everything read in one go."""
        env: dict[str, Any] = {}
        tokens = self._parser.parse(text, env)
        if self._ids:
            give_ids(headings(tokens), from_source=self._from_source)
        written, line = [], 0
        self.lines = []
        for group in _groups(tokens):
            html = self._render(group, env)
            line = group[0].map[0] if group[0].map else line
            if html:
                written.append(html)
                self.lines.append(line)
        return written

    def _follow(self, text: str) -> None:
        """Bring the parts to a new text."""
        old, self._text = self._text, text
        head, tail = common_ends(old, text)
        if head == len(old) == len(text):
            return
        starts = [part.start for part in self._parts]
        first = max(0, bisect_right(starts, head) - 1 - _BEFORE)
        start = self._parts[first].start if first and self._parts else 0
        old_end, new_end, growth = len(old) - tail, len(text) - tail, len(text) - len(old)
        line = text.count("\n", self._parts[first - 1].start, start) + self._parts[first - 1].line if first else 0
        behind = {part.start + growth: number for number, part in enumerate(self._parts) if part.start > old_end}
        fresh, number = self._meet(text, start, line, new_end, behind) if self._parts else ([], None)
        kept = self._parts[number:] if number is not None else []
        stop = kept[0].start if kept else len(old)
        if not self._parts or _DEFINES.search(old, start, stop) or _DEFINES.search(text, start, stop + growth):
            self._env = {}
            self._parts = self._read(text, 0, 0, self._env)
            self._finish(text, 0)
            return
        if kept:
            moved = text.count("\n", start, stop + growth) + line - kept[0].line
            for part in kept:
                part.start += growth
                part.line += moved
        self._parts = [*self._parts[:first], *fresh, *kept]
        self._finish(text, first)

    def _meet(
        self, text: str, start: int, line: int, changed_to: int, behind: dict[int, int]
    ) -> tuple[list[_Part], int | None]:
        """New parts up to where an old one begins, and the number of that one; None at the text's end."""
        ahead = _AHEAD
        while True:
            end = _line_end(text, changed_to + ahead)
            parts = self._read(text[:end] if end < len(text) else text, start, line, dict(self._env))
            if end >= len(text):
                return self._cut(parts, changed_to, behind)
            # the last block read may go on behind what was read
            found, number = self._cut(parts[:-1], changed_to, behind)
            if number is not None:
                return found, number
            ahead *= 8

    @staticmethod
    def _cut(parts: list[_Part], changed_to: int, behind: dict[int, int]) -> tuple[list[_Part], int | None]:
        for index, part in enumerate(parts):
            if index and part.start > changed_to and part.start in behind:
                return parts[:index], behind[part.start]
        return parts, None

    def _read(self, text: str, start: int, line: int, env: dict[str, Any]) -> list[_Part]:
        """The blocks of a text from a place on, which is a line's beginning."""
        source, tokens = text[start:], list[Token]()
        self._parser.block.parse(source, self._parser, env, tokens)
        parts: list[_Part] = []
        at = known = 0
        for group in _groups(tokens):
            first = group[0].map[0] if group[0].map else known
            for _ in range(first - known):
                at = source.find("\n", at) + 1
            known = max(known, first)
            parts.append(_Part(start + at, line + first, group, headings(group)))
        return parts

    def _finish(self, text: str, first: int) -> None:
        """Read what stands inside of new blocks, and of those behind them that quotes left open reach into."""
        opened = self._parts[first - 1].behind if first else ()
        for number, part in enumerate(self._parts[first:], first):
            if part.finished and part.before == opened:
                if all(other.finished for other in self._parts[number:]):
                    return
            elif part.finished and not part.quotes:
                part.before = part.behind = opened
            else:
                if part.finished:  # its tokens were changed already
                    end = self._parts[number + 1].start if number + 1 < len(self._parts) else len(text)
                    again = self._read(text[:end], part.start, part.line, dict(self._env))
                    part.tokens = [token for other in again for token in other.tokens]
                    part.headings, part.html = headings(part.tokens), None
                self._finish_part(part, opened)
            opened = part.behind

    def _finish_part(self, part: _Part, opened: tuple[int, ...]) -> None:
        marks = dict(zip("\"'", opened or (0, 0), strict=True))
        state = StateCore("", self._parser, {**self._env, OPEN_QUOTES: marks})
        state.tokens = part.tokens
        part.quotes = any('"' in token.content or "'" in token.content for token in part.tokens)
        for rule in self._rules:
            rule(state)
        part.tokens, part.finished = state.tokens, True
        part.before, part.behind = opened, tuple(marks.values()) if any(marks.values()) else ()

    def _render(self, tokens: list[Token], env: dict[str, Any]) -> str:
        return str(self._parser.renderer.render(tokens, self._parser.options, env)).strip()


def _groups(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each block at the top."""
    groups, start, depth = [], 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            groups.append(tokens[start : index + 1])
            start = index + 1
    return groups


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
