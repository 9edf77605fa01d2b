"""A place in a text that patterns move forward. Patterns match where it stands, so they need no anchor."""

from __future__ import annotations

import re


class Scanner:
    """Text and a position in it."""

    def __init__(self, text: str) -> None:
        self.text, self.pos = text, 0

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
        match = pattern.search(self.text, self.pos)
        if match is None:
            return None
        text = self.text[self.pos : match.end()]
        self.pos = match.end()
        return text

    def take(self) -> str:
        """One character."""
        self.pos += 1
        return self.text[self.pos - 1 : self.pos]
