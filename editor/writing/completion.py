"""What could be meant by what is being typed: the place of a name in a link, a picture, a footnote, an emoji, a fence;
and which of the known names fit. A line and a caret in, a change of the line out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.change import Change
from editor.writing.marks import MAX_LINE
from editor.writing.width import folded

MAX_FITTING: Final = 60
"""More names than a list can be looked through."""


class Wanted(StrEnum):
    """What is being named."""

    POST = "post"
    HEADING = "heading"
    PICTURE = "picture"
    FOOTNOTE = "footnote"
    EMOJI = "emoji"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Request:
    """A name that is being typed.

    Attributes:
        start, end: what a chosen name replaces, code points of the line. It goes on behind the caret where an address
            that is there already does.
        text_at: where the empty text of a link or picture is, which waits for one; -1 when it has one.

    """

    wanted: Wanted
    start: int
    end: int
    typed: str
    text_at: int = -1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be chosen.

    Attributes:
        label: what is looked for and shown.
        detail: what tells it from others of that name.
        new: what is written.
        other: more that it may be found by (a path beside a title).

    """

    label: str
    new: str
    detail: str = ""
    other: str = ""


_TARGET: Final = re.compile(r"(?P<mark>!?)\[(?P<text>(?:[^\[\]\\]|\\.){0,500})\]\((?P<typed>[^()<>\n]{0,300})\Z")
_FOOTNOTE: Final = re.compile(r"\[\^(?P<typed>[^\[\]\s^]{0,60})\Z", re.ASCII)
_EMOJI: Final = re.compile(r"(?<![A-Za-z0-9:])(?P<typed>:[a-z0-9_+-]{2,40})\Z")
_LANGUAGE: Final = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3,}|~{3,})(?P<typed>[\w+#.-]{1,30})\Z", re.ASCII
)
_TAG: Final = re.compile(r"\A(?:\{\{[^{}]*\}\})?(?:\{%[ \t]*\w*[ \t]*)?")
_REST: Final = re.compile(r"[^()\s<>]*(?:[ \t]*%\})?(?=\)|[ \t]+\")", re.ASCII)
_CLOSED: Final = re.compile(r"(?:[ \t]+\"[^\"\n]*\"[ \t]*)?\)")
_NOTE: Final = re.compile(r"^\[\^([^\]\s]{1,60})\]:[ \t]*(.{0,80})", re.MULTILINE | re.ASCII)


def request(line: str, at: int) -> Request | None:
    """What is being named at a place of a line outside of code blocks; None when nothing is."""
    if len(line) > MAX_LINE:
        return None  # no line that names are typed in
    before = line[:at]
    language = _LANGUAGE.match(before)
    if language is not None:
        return Request(Wanted.LANGUAGE, language.start("typed"), at, language["typed"]) if at == len(line) else None
    if before.count("`") % 2:
        return None  # in code
    target = _TARGET.search(before)
    if target is not None:
        return _target(line, at, target)
    note = _FOOTNOTE.search(before)
    if note is not None:
        end = at + 1 if line[at : at + 1] == "]" else at
        return Request(Wanted.FOOTNOTE, note.start("typed"), end, note["typed"])
    emoji = _EMOJI.search(before)
    if emoji is not None:
        return Request(Wanted.EMOJI, emoji.start("typed"), at, emoji["typed"][1:])
    return None


def _target(line: str, at: int, match: re.Match[str]) -> Request | None:
    typed, start = match["typed"], match.start("typed")
    if "://" in typed or typed.startswith(("//", "mailto:")):
        return None  # the web is not known here
    rest = _REST.match(line, at)
    end = rest.end() if rest is not None else at
    text_at = match.start("text") if not match["text"] else -1
    if match["mark"]:
        return Request(Wanted.PICTURE, start, end, typed, text_at)
    if typed.startswith("#"):
        return Request(Wanted.HEADING, start, end, typed[1:], text_at)
    return Request(Wanted.POST, start, end, _TAG.sub("", typed), text_at)


def fitting(candidates: Iterable[Candidate], typed: str) -> list[Candidate]:
    """The candidates that what is typed may mean, the likeliest first; else in the order in which they come.

    Neither case nor the width of letters counts, and each word may stand anywhere.
    """
    words = folded(typed).split()  # Unicode: words that are searched
    ranked: list[list[Candidate]] = [[], [], []]
    for candidate in candidates:
        label = folded(candidate.label)
        if words and not all(word in label or word in folded(candidate.other) for word in words):
            continue
        first = words[0] if words else ""
        rank = 0 if label.startswith(first) else 1 if first in label else 2
        ranked[rank].append(candidate)
        if len(ranked[0]) == MAX_FITTING:
            break
    return [*ranked[0], *ranked[1], *ranked[2]][:MAX_FITTING]


def is_whole(wanted: Request, fit: Sequence[Candidate]) -> bool:
    """Whether all of a name is typed already, so that Enter means a new line."""
    return wanted.wanted is Wanted.LANGUAGE and any(candidate.new == wanted.typed for candidate in fit)


def chosen(line: str, wanted: Request, candidate: Candidate) -> Change:
    """The change of the line that writes a name; the caret goes behind it, or where a text is still missing."""
    new = candidate.new
    if wanted.wanted is Wanted.FOOTNOTE:
        return Change.at(Edit(wanted.start, wanted.end, f"{new}]"), wanted.start + len(new) + 1)
    if wanted.wanted in (Wanted.EMOJI, Wanted.LANGUAGE):
        return Change.at(Edit(wanted.start, wanted.end, new), wanted.start + len(new))
    closing = "" if _CLOSED.match(line, wanted.end) else ")"
    if wanted.text_at >= 0 and wanted.wanted is not Wanted.PICTURE:
        title = re.sub(r"([\[\]\\])", r"\\\1", candidate.label)
        edit = Edit(wanted.text_at, wanted.end, f"{title}{line[wanted.text_at : wanted.start]}{new}{closing}")
        return Change.at(edit, wanted.text_at + len(edit.new) + 1 - len(closing))
    edit = Edit(wanted.start, wanted.end, new + closing)
    caret = wanted.text_at if wanted.text_at >= 0 else wanted.start + len(new) + 1
    return Change.at(edit, caret)


def footnotes(text: str) -> list[Candidate]:
    """The footnotes that a text has, in their order."""
    return [Candidate(match[1], match[1], match[2].strip(ASCII_SPACE)) for match in _NOTE.finditer(text)]


COMMON_LANGUAGES: Final = (
    *("bash", "console", "python", "javascript", "typescript", "json", "yaml", "toml", "html", "css", "scss", "sql"),
    *("go", "rust", "ruby", "java", "kotlin", "swift", "c", "cpp", "csharp", "php", "diff", "text", "mermaid"),
    *("markdown", "dockerfile", "makefile", "ini", "xml", "liquid", "jsx", "tsx", "vue", "powershell", "r", "lua"),
)
"""What blogs show most, the most frequent first."""


def languages(used: Iterable[str], known: Iterable[str]) -> list[Candidate]:
    """The languages of code blocks: those that the post uses, then the common ones, then all others."""
    rest = sorted(known)
    return [Candidate(name, name) for name in dict.fromkeys((*used, *COMMON_LANGUAGES, *rest)) if name]
