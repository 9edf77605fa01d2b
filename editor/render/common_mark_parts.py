"""CommonMark that is being typed: only the blocks around a change are read and written again.

A part is a block at the top level. CommonMark knows no state between such blocks but link definitions and footnotes:
reading from the block before a change, the blocks are the old ones again as soon as one begins where an old one behind
the change began. When the definitions among them change, everything is read again. Ids of headings,
numbers of footnotes and open quotes are counted over all parts each time. A post with footnotes inside of its lines
(`^[…]`) or of lists and quotes is read whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, block, inline, normalize
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from editor.render.common_mark_footnotes import gathered, is_nested, label_of, number, references
from editor.render.goldmark_attributes import ATTRIBUTES
from editor.render.goldmark_quotes import OPEN_QUOTES
from editor.render.headings import Heading, headings
from editor.text.edit import common_ends
from editor.text.white_space import ASCII_SPACE

_INLINE_FOOTNOTE: Final = "^["
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
    label: str | None = None  # of the footnote that it defines
    headings: list[Heading] = field(default_factory=list)
    references: list[Token] = field(default_factory=list)  # to footnotes
    html: str | None = None
    read: bool = False  # whether its inline markdown was read
    finished: bool = False  # and what comes after that was done
    quotes: bool = False  # whether it holds any
    before: tuple[int, ...] = ()  # quotes that are open where it begins
    behind: tuple[int, ...] = ()  # and where it ends


class PartedCommonMark:
    """Blocks of a body, with what the last body had in common with this one kept.

    Args:
        parser: without rules that give ids to headings.
        give_ids: gives ids to the headings of a post and returns those that changed; None for no ids.
        notes_in_place: whether footnotes are shown where they are defined.

    """

    def __init__(
        self,
        parser: MarkdownIt,
        give_ids: Callable[[Iterable[Heading]], list[Token]] | None,
        *,
        notes_in_place: bool = False,
    ) -> None:
        self._parser, self._give_ids, self._in_place = parser, give_ids, notes_in_place
        rules = [rule for rule in parser.core.ruler.getRules("") if rule not in (normalize, block, footnote_tail)]
        self._inline_rules = rules[: rules.index(inline) + 1]
        self._later_rules = rules[rules.index(inline) + 1 :]
        self._text = ""
        self._parts: list[_Part] = []
        self._env: dict[str, Any] = {}
        self.lines: list[int] = []

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block, in order."""
        text = body.replace("\0", "\ufffd")
        self._follow(text)
        if self._needs_whole(text):
            self._parts, self._text = [], ""
            return self._whole(text)
        self._read_inline()
        numbers, changed = number(token for part in self._parts for token in part.references)
        defined = {part.label: part for part in self._parts if part.label is not None}
        notes = [] if self._in_place else [defined[data["label"]] for data in numbers.values()]
        shown = [part for part in self._parts if part.label is None]
        self._finish(text, [*shown, *notes])
        if self._give_ids is not None:
            changed += self._give_ids(one for part in (*shown, *notes) for one in part.headings)
        if changed:
            known = {id(token) for token in changed}
            for part in shown:
                own = (*part.references, *(opening for opening, _ in part.headings))
                if any(id(token) in known for token in own):
                    part.html = None
        return self._written(shown, gathered(self._parser, self._definitions(), numbers) if notes else [])

    def _definitions(self) -> list[Token]:
        return [token for part in self._parts if part.label is not None for token in part.tokens]

    def _needs_whole(self, text: str) -> bool:
        if self._in_place:
            return False
        return _INLINE_FOOTNOTE in text or any(is_nested(part.tokens) for part in self._parts if not part.read)

    def _written(self, shown: list[_Part], notes: list[Token]) -> list[str]:
        written = []
        self.lines = []
        for part in shown:
            if part.html is None:
                part.html = self._render(part.tokens, self._env)
            if part.html:
                written.append(part.html)
                self.lines.append(part.line)
        if notes:
            written.append(self._render(notes, self._env))
            self.lines.append(self.lines[-1] if self.lines else 0)
        return written

    def _whole(self, text: str) -> list[str]:
        """Everything read in one go."""
        env: dict[str, Any] = {}
        tokens = self._parser.parse(text, env)
        if self._give_ids is not None:
            self._give_ids(headings(tokens))
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
        if not self._parts or self._defined(old[start:stop]) != self._defined(text[start : stop + growth]):
            self._env = {}
            self._parts = self._read(text, 0, 0, self._env)
            return
        if kept:
            moved = text.count("\n", start, stop + growth) + line - kept[0].line
            for part in kept:
                part.start += growth
                part.line += moved
        self._parts = [*self._parts[:first], *fresh, *kept]

    def _defined(self, region: str) -> object:
        """The links and footnotes that some whole blocks define."""
        if "]:" not in region:
            return None
        env: dict[str, Any] = {}
        self._parser.block.parse(region, self._parser, env, [])
        footnotes = env.get("footnotes", {}).get("refs", {})
        return (env.get("references") or None, list(footnotes)) if env.get("references") or footnotes else None

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
            parts.append(_Part(start + at, line + first, group, label_of(group), headings(group)))
        return parts

    def _read_inline(self) -> None:
        """Read what stands inside of new blocks; references to footnotes are numbered afterwards."""
        labels = {f":{part.label}": -1 for part in self._parts if part.label is not None}
        for part in self._parts:
            if not part.read:
                self._read_part(part, labels)

    def _read_part(self, part: _Part, labels: dict[str, int]) -> None:
        env = {**self._env, "footnotes": {"refs": dict(labels), "list": {}}} if labels else self._env
        self._apply(part, self._inline_rules, env)
        part.references = references(part.tokens) if labels or self._in_place else []
        part.quotes = any('"' in token.content or "'" in token.content for token in part.tokens)
        part.read = True

    def _finish(self, text: str, parts: list[_Part]) -> None:
        """Do what comes after inline markdown, in new blocks and in those that quotes left open reach into."""
        opened: tuple[int, ...] = ()
        for part in parts:
            if not part.finished or part.before != opened:
                if part.finished and part.quotes:
                    self._read_again(text, part)
                if not part.finished:
                    marks = dict(zip("\"'", opened or (0, 0), strict=True))
                    self._apply(part, self._later_rules, {**self._env, OPEN_QUOTES: marks})
                    part.finished = True
                    part.behind = tuple(marks.values()) if any(marks.values()) else ()
                else:
                    part.behind = opened
                part.before = opened
            opened = part.behind

    def _read_again(self, text: str, part: _Part) -> None:
        """Read a block whose tokens were changed already."""
        starts = [other.start for other in self._parts]
        number = bisect_right(starts, part.start)
        end = starts[number] if number < len(starts) else len(text)
        again = self._read(text[:end], part.start, part.line, dict(self._env))
        metas = [token.meta for token in part.references]
        part.tokens = [token for other in again for token in other.tokens]
        part.headings, part.html, part.finished = headings(part.tokens), None, False
        self._read_part(part, {f":{meta['label']}": -1 for meta in metas})
        for token, meta in zip(part.references, metas, strict=True):
            token.meta = meta

    def _apply(self, part: _Part, rules: list[Any], env: dict[str, Any]) -> None:
        state = StateCore("", self._parser, env)
        state.tokens = part.tokens
        for rule in rules:
            rule(state)
        part.tokens = state.tokens

    def _render(self, tokens: list[Token], env: dict[str, Any]) -> str:
        return str(self._parser.renderer.render(tokens, self._parser.options, env)).strip(ASCII_SPACE)


def _groups(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens of each block at the top, together with a line of attributes behind it."""
    groups: list[list[Token]] = []
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            group = tokens[start : index + 1]
            if token.type == ATTRIBUTES and groups:
                groups[-1] += group
            else:
                groups.append(group)
            start = index + 1
    return groups


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
