"""A place in a text that patterns move forward. Patterns match where it stands, so they need no anchor."""

from __future__ import annotations

import re

from editor.render.kramdown import syntax

_COMMENT_END = re.compile("-->")
_INSTRUCTION_END = re.compile(r"\?>")


class Scanner:
    """Text and a position in it."""

    def __init__(self, text: str) -> None:
        self.text, self.pos = text, 0
        self.unclosed: set[tuple[str, bool]] = set()  # fences of code that nothing closes
        self._never: dict[re.Pattern[str], int] = {}  # from where on a pattern is not found

    @property
    def at_end(self) -> bool:
        """Whether everything was read."""
        return self.pos >= len(self.text)

    @property
    def rest(self) -> str:
        """What was not read yet."""
        return self.text[self.pos :]

    @property
    def before(self) -> str:
        """The character before the position; "" at the beginning."""
        return self.text[self.pos - 1 : self.pos] if self.pos else ""

    def check(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match here, without moving."""
        return pattern.match(self.text, self.pos)

    def scan(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match here; the position moves behind it."""
        match = pattern.match(self.text, self.pos)
        if match is not None:
            self.pos = match.end()
        return match

    def until(self, pattern: re.Pattern[str]) -> str | None:
        """The text up to and with the next match; None, and no move, when there is none."""
        match = self.ahead(pattern)
        if match is None:
            return None
        text = self.text[self.pos : match.end()]
        self.pos = match.end()
        return text

    def ahead(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        """The next match from here or from a place on, without moving; what is not found is looked for once only."""
        at = self.pos if at is None else at
        if at >= self._never.get(pattern, len(self.text) + 1):
            return None
        match = pattern.search(self.text, at)
        if match is None:
            self._never[pattern] = at
        return match

    def comment(self) -> re.Match[str] | None:
        """An HTML comment here; the position moves behind it."""
        begins = self.text.startswith("<!--", self.pos)
        return self.scan(syntax.COMMENT) if begins and self.ahead(_COMMENT_END) is not None else None

    def instruction(self) -> re.Match[str] | None:
        """A processing instruction here; the position moves behind it."""
        begins = self.text.startswith("<?", self.pos)
        return self.scan(syntax.INSTRUCTION) if begins and self.ahead(_INSTRUCTION_END) is not None else None

    def take(self) -> str:
        """One character."""
        self.pos += 1
        return self.text[self.pos - 1 : self.pos]
