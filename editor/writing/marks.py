"""What the marks of a markdown line are, for showing them dimmed and what they mark as it is meant.

A line at a time and by its looks alone: this is for the writer's eye while typing. The preview tells what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from editor.text.white_space import ASCII_SPACE

MAX_LINE: Final = 20_000
"""Longer lines are shown as they are."""


class Kind(StrEnum):
    """What a span of a line is."""

    MARK = "mark"
    HEADING = "heading"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    CODE = "code"
    ADDRESS = "address"
    TEMPLATE = "template"
    COMMENT = "comment"


ALWAYS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00a0\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u2060-\u2069\u3164\ufeff\ufff9-\ufffb]"
)
"""What is not seen and must be: control characters, no-break and zero-width spaces, soft hyphens, direction marks,
fillers.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where, in code points of the line, and what it is. Spans may lie inside each other."""

    start: int
    end: int
    kind: Kind


_HEADING: Final = re.compile(r" {0,3}(#{1,6}[ \t]+)(.*?)([ \t]+#+[ \t]*)?$")
_RULE: Final = re.compile(r" {0,3}(?:(?:[-*_=])[ \t]*){3,}$|:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)+$")
_PREFIX: Final = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*")
_INLINE: Final = re.compile(  # Unicode: CommonMark’s flanking goes by all white space and all letters
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`++)(?P<code>.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<math>\$\$.{1,2000}?\$\$)"
    r"|(?P<template>\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\})"
    r"|(?P<comment><!--.{0,2000}?(?:-->|$))"
    r"|(?P<tag></?[A-Za-z][^<>]{0,1000}>)"
    r"|(?P<open>!?\[)(?P<text>(?:[^\[\]\\]|\\.){0,500})(?P<close>\])"
    r"(?P<target>\([^()\s]{0,1000}(?:[ \t]+\"[^\"]{0,300}\")?\)|\[[^\]]{0,200}\])?"
    r"|(?P<strong>\*\*|__)(?=\S)(?P<bold>.{1,1000}?)(?<=\S)(?P=strong)(?!\*)"
    r"|(?P<struck>~~)(?=\S)(?P<gone>.{1,1000}?)(?<=\S)~~"
    r"|(?<!\w)(?P<low>_)(?=\S)(?P<leaning>[^_]{1,1000}?)(?<=\S)_(?!\w)"
    r"|(?P<star>\*)(?=[^\s*])(?P<slanted>[^*]{1,1000}?)(?<=\S)\*(?!\*)"
    r"|(?P<bare>https?://[^\s<>()\u3000-\u9fff]{1,500})"
    r"|(?P<ial>\{:[^}]{0,300}\})"
)


def spans(line: str) -> Iterator[Span]:
    """The spans of a line of text outside of code blocks."""
    if len(line) > MAX_LINE:
        return
    heading = _HEADING.match(line)
    if heading is not None:
        yield Span(heading.start(1), heading.end(1), Kind.MARK)
        yield Span(heading.start(2), heading.end(2), Kind.HEADING)
        if heading[3]:
            yield Span(heading.start(3), heading.end(3), Kind.MARK)
        yield from _inside(line, heading.start(2), heading.end(2), 0)
        return
    if line.strip(ASCII_SPACE) and _RULE.fullmatch(line.strip(ASCII_SPACE).strip("|").strip(ASCII_SPACE)):
        yield Span(0, len(line), Kind.MARK)
        return
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix is not None else 0
    if start and line[:start].strip(ASCII_SPACE):
        yield Span(0, start, Kind.MARK)
    definition = _DEFINITION.match(line, start)
    if definition is not None:
        yield Span(definition.start(), definition.end(), Kind.MARK)
        start = definition.end()
    if line.count("|") > 1:
        for bar in re.finditer(r"(?<!\\)\|", line):
            yield Span(bar.start(), bar.end(), Kind.MARK)
    yield from _inside(line, start, len(line), 0)


def _inside(line: str, start: int, end: int, depth: int) -> Iterator[Span]:
    """The spans in a part of a line."""
    for match in _INLINE.finditer(line, start, end):
        whole = match.span()
        if match["escape"] or match["tag"] or match["ial"]:
            yield Span(whole[0], whole[0] + 1 if match["escape"] else whole[1], Kind.MARK)
        elif match["ticks"]:
            yield from _between(match, "code", Kind.CODE)
        elif match["math"]:
            yield Span(*whole, Kind.CODE)
        elif match["template"]:
            yield Span(*whole, Kind.TEMPLATE)
        elif match["comment"]:
            yield Span(*whole, Kind.COMMENT)
        elif match["bare"]:
            yield Span(*whole, Kind.ADDRESS)
        elif match["open"]:
            if match["target"] is not None or match["text"].startswith("^"):
                yield Span(*match.span("open"), Kind.MARK)
                yield Span(match.start("close"), whole[1], Kind.MARK)
            if match["target"] is not None and match["target"].startswith("("):
                yield Span(match.start("target") + 1, whole[1] - 1, Kind.ADDRESS)
            if depth < 3:
                yield from _inside(line, *match.span("text"), depth + 1)
        else:
            name, kind = next(
                (name, kind)
                for name, kind in (
                    ("bold", Kind.STRONG),
                    ("gone", Kind.STRUCK),
                    ("leaning", Kind.EMPHASIS),
                    ("slanted", Kind.EMPHASIS),
                )
                if match[name]
            )
            yield from _between(match, name, kind)
            if depth < 3:
                yield from _inside(line, *match.span(name), depth + 1)


def _between(match: re.Match[str], name: str, kind: Kind) -> Iterator[Span]:
    """Marks on both sides of what they mark."""
    low, high = match.span(name)
    yield Span(match.start(), low, Kind.MARK)
    yield Span(low, high, kind)
    yield Span(high, match.end(), Kind.MARK)


# -- code fences

_FENCE: Final = re.compile(
    r"[ \t>]*(?:[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)?(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$", re.MULTILINE
)
_RUN: Final = re.compile(r"```|~~~")


@dataclass(frozen=True, slots=True)
class Fence:
    """A code block: its lines from the opening to the closing one (or the text's last), its language."""

    first: int
    last: int
    language: str

    def moved(self, lines: int) -> Fence:
        """The same block some lines further down."""
        return Fence(self.first + lines, self.last + lines, self.language)


def fences(text: str) -> list[Fence]:
    """The fenced code blocks of a text, by the numbers of their lines."""
    found: list[Fence] = []
    opened: tuple[int, str, str] | None = None
    line = at = 0
    for run in _RUN.finditer(text):
        if run.start() < at:
            continue
        start = text.rfind("\n", 0, run.start()) + 1
        line += text.count("\n", at, start)
        match = _FENCE.match(text, start)
        end = text.find("\n", run.start())
        at = len(text) if end < 0 else end
        if match is None:
            continue
        fence = match["fence"]
        if opened is None:
            words = re.findall(r"\S+", match["info"], re.ASCII)
            opened = (line, fence, words[0].strip("{}.") if words else "")
        elif fence[0] == opened[1][0] and len(fence) >= len(opened[1]) and not match["info"].strip(ASCII_SPACE):
            found.append(Fence(opened[0], line, opened[2]))
            opened = None
    if opened is not None:
        found.append(Fence(opened[0], line + text.count("\n", at), opened[2]))
    return found


def may_be_fence(line: str) -> bool:
    """Whether a line may open or close a code block."""
    return "```" in line or "~~~" in line
