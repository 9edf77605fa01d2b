"""A document that is being typed: only the parts around a change are read and written again.

A part starts below a blank line, where nothing above has a say any more. Reading a part may look far ahead for an end
(of a fence, a tag, `$$`, an extension); so a change of lines that hold such marks has everything read again, and any
other change can't alter what is found. Definitions, header ids and footnote numbers reach across parts: when the
definitions change everything is read again; ids and numbers are given anew each time, and what they changed is written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from editor.render.kramdown.blocks import BlockParser, Definitions
from editor.render.kramdown.document import Document, finish, give_ids, parse
from editor.render.kramdown.html import Looks, Writer
from editor.render.kramdown.options import Options
from editor.render.kramdown.tree import AttributeList, Element
from editor.text.edit import common_ends

_REACHES_FAR = re.compile(r"^[ \t>*+\-0-9.:]*(?:```|~~~)|\$\$|<|\{:", re.MULTILINE)
_ACROSS = re.compile(r"\{::options|\{:(?:[^{}]|\{(?!:))*?\b(?:toc|footnotes)\b")


@dataclass(slots=True)
class _Part:
    """Some blocks: where they stand, what they define, and their HTML."""

    start: int
    end: int
    parser: BlockParser
    root: Element
    read_at: int = 0  # where it stood when it was read: its elements know that place
    headers: list[Element] = field(default_factory=list)
    has_marks: bool = False
    html: list[str] | None = None
    places: list[int] = field(default_factory=list)  # of its blocks, from its own start

    @property
    def definitions(self) -> Definitions:
        """What it defines."""
        return self.parser.definitions

    @property
    def defines(self) -> bool:
        """Whether it defines anything: most parts do not."""
        own = self.parser.definitions
        return bool(own.links or own.footnotes or own.abbreviations or own.attributes)


class LiveKramdown:
    """The converter for a body that changes a little at a time. Its blocks are those of `Kramdown`."""

    def __init__(self, options: Options | None = None, looks: Looks | None = None) -> None:
        self._options, self._looks = options or Options(), looks or Looks()
        self._text = ""
        self._parts: list[_Part] = []
        self._known: object = None
        self.lines: list[int] = []

    def blocks(self, body: str) -> list[str]:
        """The HTML of each top-level block of a body, in order."""
        text = body.removesuffix("\n") + "\n"
        if _ACROSS.search(text):
            self._parts = []
            writer = Writer(parse(body, self._options), self._looks)
            blocks = writer.blocks()
            self.lines = _lines(text, writer.places, len(blocks))
            return blocks
        fresh = self._follow(text)
        definitions = self._definitions()
        known = _signature(definitions)
        if known != self._known:
            self._known = known
            if len(fresh) < len(self._parts):
                fresh = self._parts = self._read_from(text, 0, len(text) + 1, 0)[0]
                definitions = self._definitions()
        for part in fresh:
            footnotes = list(part.definitions.footnotes.values())
            part.headers = finish(part.root, footnotes, part.parser, definitions)
            part.has_marks = any(one.type == "footnote" for one in part.root.walk())
        return self._written(definitions)

    def _follow(self, text: str) -> list[_Part]:
        """Bring the parts up to a new text; gives those that were read anew."""
        old, self._text = self._text, text
        if not self._parts:
            self._parts = self._read_from(text, 0, len(text) + 1, 0)[0]
            return self._parts
        start, end = common_ends(old, text)
        if start == len(old) == len(text):
            return []
        growth = len(text) - len(old)
        lines_start = old.rfind("\n", 0, start) + 1
        old_lines = old[lines_start : _line_end(old, len(old) - end)]
        new_lines = text[lines_start : _line_end(text, len(text) - end)]
        if _REACHES_FAR.search(old_lines) or _REACHES_FAR.search(new_lines):
            first = 0
        else:
            starts = [part.start for part in self._parts]
            first = max(0, bisect_right(starts, lines_start) - 2)
        fresh, kept = self._read_from(text, first, _line_end(text, len(text) - end), growth)
        for part in kept:
            part.start += growth
            part.end += growth
        self._parts = [*self._parts[:first], *fresh, *kept]
        return fresh

    def _read_from(self, text: str, first: int, changed_to: int, growth: int) -> tuple[list[_Part], list[_Part]]:
        """Read parts from the first one on until an old one starts behind the change; and the old ones from there."""
        at = self._parts[first].start if first < len(self._parts) else 0
        old = {
            part.start + growth: number for number, part in enumerate(self._parts) if part.start + growth > changed_to
        }
        fresh: list[_Part] = []
        while at < len(text):
            if at in old and at > changed_to:
                return fresh, self._parts[old[at] :]
            parser, root = BlockParser(self._options), Element("root")
            end = parser.parse_part(root, text, at)
            fresh.append(_Part(at, end, parser, root, read_at=at))
            at = end
        return fresh, []

    def _definitions(self) -> Definitions:
        """The definitions of all parts; a later one takes the place of an earlier one."""
        merged = Definitions()
        for part in self._parts:
            if not part.defines:
                continue
            own = part.definitions
            merged.links.update(own.links)
            merged.footnotes.update(own.footnotes)
            merged.footnote_marks.update(own.footnote_marks)
            merged.abbreviations.update(own.abbreviations)
            merged.abbreviation_marks.update(own.abbreviation_marks)
            for name, attributes in own.attributes.items():
                merged.attributes.setdefault(name, AttributeList()).add(attributes)
        return merged

    def _written(self, definitions: Definitions) -> list[str]:
        headers = [header for part in self._parts for header in part.headers]
        changed = {id(header) for header in give_ids(headers, self._options)}
        writer = Writer(Document(Element("root"), definitions, self._options), self._looks)
        blocks: list[str] = []
        places: list[int] = []
        for part in self._parts:
            if part.html is None or part.has_marks or (changed and any(id(one) in changed for one in part.headers)):
                known = len(writer.places)
                part.html = writer.part(part.root.children, part.read_at)
                part.places = [at - part.read_at for at in writer.places[known:]]
            blocks += part.html
            places += [part.start + at for at in part.places]
        blocks += writer.footnotes()
        self.lines = _lines(self._text, places, len(blocks))
        return blocks


def _signature(definitions: Definitions) -> object:
    """What other parts depend on."""
    links = [(name, url, title, repr(mark.ial)) for name, (url, title, mark) in definitions.links.items()]
    marks = definitions.abbreviation_marks
    abbreviations = sorted((name, text, repr(marks[name].ial)) for name, text in definitions.abbreviations.items())
    attributes = [(name, repr(value)) for name, value in definitions.attributes.items()]
    return links, abbreviations, attributes, sorted(definitions.footnotes)


def _lines(text: str, places: list[int], count: int) -> list[int]:
    """The line of each place; blocks without one (the footnotes) stand at the end."""
    lines, line, at = [], 0, 0
    for place in places:
        line += text.count("\n", at, place)
        at = place
        lines.append(line)
    return lines + [line + text.count("\n", at)] * (count - len(places))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
