"""A post's text with its template syntax expanded: where each line came from, and marks for HTML of our own.

A mark is a run of noncharacters, which no markdown takes for anything but a letter. It may come out in running text,
in code, in an address or in a header's id; only there is it known what may stand in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

_OPEN, _CLOSE, _ZERO = "\ufdd0", "\ufdd1", 0xFDD2
_DIGITS: Final = {ord(str(digit)): chr(_ZERO + digit) for digit in range(10)}
OPENS: Final = "\ufdde"
"""Before the mark of a tag that opens something."""
CLOSES: Final = "\ufddf"
MARKS: Final = f"{_OPEN}{_CLOSE}{OPENS}{CLOSES}"
"""The characters at the ends of marks."""
MARK: Final = "\ufdd0[\ufdd2-\ufddb]{1,6}\ufdd1"
_MARK: Final = re.compile(
    "[\ufdde\ufddf]?(?:\ufdd0|%EF%B7%90)((?:[\ufdd2-\ufddb]|%EF%B7%9[2-9AB]){1,48})(?:\ufdd1|%EF%B7%91)"
)
_TAG: Final = re.compile(r"<[^<>]*>")
_SINGLE: Final = re.compile(r"\A(?:<p>|<!--|&lt;!--)?(\ufdd0[\ufdd2-\ufddb]{1,6}\ufdd1)(?:</p>|-->|--&gt;)?\Z")
_BLOCK: Final = re.compile(r"<(?:figure|div|pre|blockquote|!--)")
_COMMENT: Final = re.compile(r"(?:<!--|&lt;!--)(\ufdd0[\ufdd2-\ufddb]{1,6}\ufdd1)(?:-->|--&gt;)")
# Unicode: one short line for people
_BRACKETS: Final = re.compile(r"\{[{%#][-<%]?(.*?)[->%]?[}%#]\}", re.DOTALL)
_CODE: Final = re.compile(r"<code[^<>]*>.+?</code>", re.DOTALL)
_MODES: Final = re.DOTALL | re.MULTILINE
MAX_LABEL: Final = 60


@dataclass(slots=True)
class Marks:
    """What the marks of one text stand for.

    Attributes:
        literal_in_code: whether marks inside of code stand for the source that they replaced.

    """

    literal_in_code: bool = False

    _contents: list[tuple[str, str]] = field(default_factory=list)  # as HTML; as plain text

    def put(self, html: str, plain: str) -> str:
        """A mark for HTML; where only text may stand (an attribute), for `plain`."""
        self._contents.append((html, plain))
        return f"{_OPEN}{str(len(self._contents) - 1).translate(_DIGITS)}{_CLOSE}"

    def chip(self, source: str) -> str:
        """A mark for template syntax that can't be resolved: a label that tells what stands there."""
        return self.put(self.label(source), source)

    @staticmethod
    def label(source: str) -> str:
        """Return a label for template syntax, as HTML."""
        return chip(_label(source), source)

    def restore_all(self, blocks: list[str]) -> list[str]:
        """Blocks of HTML with their marks replaced."""
        return [self.restore(block) for block in blocks] if self._contents else blocks

    def restore(self, html: str) -> str:
        """HTML with its marks replaced."""
        if not self._contents or (_OPEN not in html and "%EF%B7%90" not in html):
            return html
        single = _SINGLE.match(html)
        if single is not None:
            content = self._content(single[1], as_html=True)
            if not html.startswith("<p>") or _BLOCK.match(content):
                return content  # a block takes the place of the paragraph that it was alone in
        html = _COMMENT.sub(r"\1", html)
        if self.literal_in_code and "<code" in html:
            end = html.rfind("</code>") + len("</code>")  # no code behind it is closed
            code = _CODE.sub(lambda code: _MARK.sub(lambda mark: self._escaped(mark[0]), code[0]), html[:end])
            html = code + html[end:]
        html = _TAG.sub(lambda tag: self._in_tag(tag[0]), html)
        return _MARK.sub(lambda mark: self._content(mark[0], as_html=True), html)

    def without(self, text: str) -> str:
        """A text with its marks left out."""
        return _MARK.sub("", text)

    def _in_tag(self, tag: str) -> str:
        return _MARK.sub(lambda mark: self._escaped(mark[0]), tag)

    def _escaped(self, mark: str) -> str:
        return escape(self._content(mark, as_html=False))

    def _content(self, mark: str, *, as_html: bool) -> str:
        match = _MARK.fullmatch(mark)
        assert match is not None
        digits = match[1] if match[1][0] != "%" else _decoded(match[1])
        number = int("".join(str(ord(sign) - _ZERO) for sign in digits))
        if number >= len(self._contents):
            return ""
        return self._contents[number][0 if as_html else 1]


def chip(label: str, title: str = "") -> str:
    """A small label in the text."""
    tip = f' title="{escape(title)}"' if title and title != label else ""
    return f'<span class="postwright-chip"{tip}>{escape(label)}</span>'


def _decoded(percent: str) -> str:
    return bytes.fromhex(percent.replace("%", "")).decode("utf-8")


def _label(source: str) -> str:
    """Template syntax without its brackets, in one short line; of a block, what begins it."""
    match = _BRACKETS.match(source)
    # Unicode: one short line for people
    words = " ".join((match[1] if match is not None else source).split()) or source
    return words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1] + "…"


UNMOVED: Final = ((0, 0),)
"""The places of a text that is its source."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """An expanded text.

    Attributes:
        places: pairs (line of this text, line of the source), from 0, from which on both go on line by line.

    """

    text: str
    marks: Marks = field(default_factory=Marks)
    places: tuple[tuple[int, int], ...] = UNMOVED

    def source_lines(self, lines: list[int]) -> list[int]:
        """The lines of the source that lines of this text come from; without templates they are the same."""
        return lines if self.places == UNMOVED else [self.source_line(line) for line in lines]

    def source_line(self, line: int) -> int:
        """The line of the source that a line of this text comes from."""
        here, there = self.places[bisect_right(self.places, (line, 1 << 60)) - 1]
        return there + line - here


@dataclass(frozen=True, slots=True)
class Bracket:
    """Template syntax in a text: from where to where, and what opens it ("" for code that is skipped)."""

    start: int
    end: int
    opening: str


class Brackets:
    """Finds template syntax by its brackets, in a time that grows with the text alone, however torn it is.

    Args:
        closers: what closes each opening bracket.
        code: what is no template syntax whatever it holds; None where there is no such thing.

    """

    def __init__(self, text: str, closers: Mapping[str, str], code: str | None = None) -> None:
        self._text, self._closers = text, closers
        openings = "|".join(map(re.escape, closers))
        self._next = re.compile(
            f"(?P<code>{code})|(?P<opening>{openings})" if code else f"(?P<opening>{openings})", _MODES
        )
        self._never: set[str] = set()  # closing brackets that do not come any more

    def after(self, at: int) -> Bracket | None:
        """The next one from a place on; its end is -1 when nothing closes it."""
        match = self._next.search(self._text, at)
        if match is None:
            return None
        opening = match["opening"]
        if opening is None:
            return Bracket(match.start(), match.end(), "")
        closer = self._closers[opening]
        end = self._text.find(closer, match.end()) if closer not in self._never else -1
        if end < 0:
            self._never.add(closer)
            return Bracket(match.start(), -1, opening)
        return Bracket(match.start(), end + len(closer), opening)


class Places:
    """Notes where the lines of an expanded text come from."""

    def __init__(self) -> None:
        self.found = [(0, 0)]

    def note(self, line: int, source_line: int, *, at_start: bool) -> None:
        """Behind a replaced piece the text goes on at these lines; a line begun before it keeps its own source."""
        place = (line, source_line) if at_start else (line + 1, source_line + 1)
        if self.found[-1][0] == place[0]:
            self.found[-1] = place
        else:
            self.found.append(place)


class Rewriting:
    """Copies a source piece by piece, some pieces replaced, and notes which line went where."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = self._line = self._source_line = 0
        self._pieces: list[str] = []
        self._places = Places()

    @property
    def at(self) -> int:
        """Up to where the source was taken."""
        return self._at

    def copy(self, end: int) -> None:
        """Take the source unchanged up to a place."""
        piece = self._source[self._at : end]
        self._pieces.append(piece)
        lines = piece.count("\n")
        self._line += lines
        self._source_line += lines
        self._at = end

    def replace(self, end: int, new: str) -> None:
        """Put something in the place of the source up to a place."""
        self._pieces.append(new)
        self._line += new.count("\n")
        self._source_line += self._source.count("\n", self._at, end)
        self._at = end
        self._places.note(self._line, self._source_line, at_start=new.endswith("\n"))

    def finish(self, marks: Marks) -> Expanded:
        """The rest of the source, and all of it together."""
        self.copy(len(self._source))
        return Expanded("".join(self._pieces), marks, tuple(self._places.found))
