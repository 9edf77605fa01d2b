"""The headings of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.text.white_space import ASCII_SPACE
from editor.writing.marks import fences

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]++(.*+)$")
_ATTRIBUTES = re.compile(r"\{[:#.]")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"[ \t]{4}|\t|[ \t]*(?:[-*+>|#]|\d{1,9}[.)][ \t])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line from 0, its level from 1, its text without marks."""

    line: int
    level: int
    title: str


def headings(text: str) -> list[Heading]:
    """The headings in their order; those inside of code blocks are none."""
    code = fences(text)
    inside = {line for fence in code for line in range(fence.first, fence.last + 1)}
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines):
        if number in inside or not line or line[0] not in " #=-":
            continue
        atx = _ATX.match(line)
        if atx is not None:
            found.append(Heading(number, len(atx[1]), _plain(_words(atx[2]))))
            continue
        under = _UNDERLINE.match(line)
        above = lines[number - 1] if number else ""
        if (
            under is not None
            and above.strip(ASCII_SPACE)
            and not _NO_PARAGRAPH.match(above)
            and number - 1 not in inside
        ):
            found.append(Heading(number - 1, 1 if under[1][0] == "=" else 2, _plain(above.strip(ASCII_SPACE))))
    return found


def _words(title: str) -> str:
    """What stands between a heading's marks, without attributes at its end (`{#id}`)."""
    title = title.rstrip(" \t")
    if title.endswith("}"):
        attributes = _ATTRIBUTES.search(title, title.rfind("}", 0, -1) + 1)
        title = title[: attributes.start()].rstrip(" \t") if attributes is not None else title
    words = title.rstrip("#")
    return words.rstrip(" \t") if words.endswith((" ", "\t")) else title


def _plain(title: str) -> str:
    """A heading without the marks of emphasis, code and links."""
    title = re.sub(r"!?\[([^\]]{0,500})\](?:\([^)]{0,1000}\)|\[[^\]]{0,500}\])", r"\1", title)
    # Unicode: CommonMark's flanking
    return re.sub(r"(\*\*|__|~~|`|\*)(?=\S)(.+?)(?<=\S)\1", r"\2", title).strip(ASCII_SPACE)
