"""Liquid in a post of Jekyll or Eleventy: expanded before the markdown is read, as both do it.

python-liquid does the work, with bounds on loops, output and memory, and files of the blog alone. A tag that it does
not know, that fails, or that asks for what a preview does not have (the list of all posts) becomes a label; so does an
output that is undefined, where the blog would show nothing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final, cast

from liquid import Environment, Undefined
from liquid.exceptions import LiquidError

from editor.blog.calendar import local_date
from editor.blog.permalink import DATED_NAME, categories_of, named_day
from editor.header import DateText, Generator, Header
from editor.header.dates import read_date
from editor.header.values import plain
from editor.post.values import words_in
from editor.render.site import Site
from editor.render.templates.expanded import Brackets, Expanded, Marks, Places
from editor.render.templates.liquid_filters import FILTERS, site_filters
from editor.render.templates.liquid_tags import RUN, SITE_TAGS, Run

_CLOSERS: Final = {"{%": "%}", "{{": "}}"}
_BLANK: Final = re.compile(r"\s*", re.ASCII)
_NAME: Final = re.compile(r"\{%-?\s*(#|\w*)", re.ASCII)
_WHOLE_SITE: Final = re.compile(
    r"\b(?:site\.(?:posts|pages|documents|related_posts|tags|categories|static_files|collections|html_pages)"
    r"|collections|paginator|page\.(?:content|next|previous|excerpt))\b"
)
_LINE: Final = re.compile("\ufddc([\ufdd2-\ufddb]+)\ufddd")
_DIGITS: Final = {ord(str(digit)): chr(0xFDD2 + digit) for digit in range(10)}
_FROM_DIGITS: Final = {chr(0xFDD2 + digit): str(digit) for digit in range(10)}
MAX_FAILURES: Final = 12
"""After so many tags that fail one after the other, all are shown as labels."""


class _Environment(Environment):
    """Bounds: what a post may cost while it is typed."""

    loop_iteration_limit = 20_000
    local_namespace_limit = 4_000_000
    output_stream_limit = 8_000_000
    context_depth_limit = 20
    suppress_blank_control_flow_blocks = False
    string_first_and_last = True


@dataclass(slots=True)
class _Piece:
    """A tag or an output of the source."""

    start: int
    end: int
    name: str
    strips: bool = False
    label: bool = False


class Liquid:
    """Expands the Liquid of a site's posts."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._jekyll = site.generator is not Generator.ELEVENTY
        self._environment = _Environment(undefined=_Unknown, strict_filters=True)
        for name, function in {**FILTERS, **site_filters(site)}.items():
            self._environment.add_filter(name, function)
        for tag in ("include", "render", "liquid", "doc", "#"):
            self._environment.tags.pop(tag, None)
        for own in SITE_TAGS if self._jekyll else ():
            self._environment.add_tag(own)
        self._known = frozenset(self._environment.tags)
        self._site_data: dict[str, object] | None = None

    def expand(self, body: str, header: Header) -> Expanded:
        """The text with its Liquid resolved or labelled."""
        pieces, data = _pieces(body), self._data(header)
        for piece in pieces:
            piece.label = self._is_unknown(body, piece)
        _take_inner(pieces)
        for _ in range(MAX_FAILURES):
            marks = Marks()
            data[RUN] = Run(self._site, partial(self._labelled, marks))
            template, places = _prepared(body, pieces, marks)
            self._environment.undefined = cast("type[Undefined]", partial(_Unknown, marks))
            try:
                rendered = self._environment.from_string(template).render(data)
            except LiquidError as error:
                _blame(pieces, places, error)
            except (RecursionError, ArithmeticError, ValueError, TypeError, OverflowError, MemoryError):
                break
            else:
                return _placed(rendered, marks)
        for piece in pieces:
            piece.label = True
        marks = Marks()
        return _placed(_prepared(body, pieces, marks)[0], marks)

    def _labelled(self, marks: Marks, text: str) -> str:
        """An included text with labels for what can't be resolved."""
        pieces = _pieces(text)
        for piece in pieces:
            piece.label = self._is_unknown(text, piece)
        _take_inner(pieces)
        return _LINE.sub("", _prepared(text, pieces, marks)[0])

    def _is_unknown(self, body: str, piece: _Piece) -> bool:
        source = body[piece.start : piece.end]
        if piece.name in ("{", "torn"):
            return piece.name == "torn" or _WHOLE_SITE.search(source) is not None
        name = piece.name.removeprefix("end")
        inner = piece.name in ("else", "elsif", "when", "break", "continue", "endraw", "raw", "comment", "endcomment")
        return not inner and (name not in self._known or _WHOLE_SITE.search(source) is not None)

    def _data(self, header: Header) -> dict[str, Any]:
        """What names mean. Jekyll: docs/variables.md; Eleventy: the data cascade's front matter, and `page`."""
        own = {field.key: _value(field.value) for field in header.fields}
        if self._site_data is None:
            defaults: dict[str, object] = {"baseurl": "", "url": ""}
            self._site_data = {**defaults, **self._site.configuration}
            folder = self._site.folder
            if self._jekyll and folder is not None:
                self._site_data["data"] = folder.data(str(self._site.configuration.get("data_dir", "_data")))
        path = self._site.relative
        page: dict[str, object] = {"path": path, "url": self._site.address_of(path, header) if path else ""}
        if not self._jekyll:
            return {**own, "page": {**page, "inputPath": path, "date": own.get("date")}, "site": self._site_data}
        named = DATED_NAME.fullmatch(PurePosixPath(path).stem)
        slug = named["name"] if named is not None else PurePosixPath(path).stem
        page |= {"name": PurePosixPath(path).name, "slug": slug, "collection": "posts", "draft": "_drafts" in path}
        page["title"] = " ".join(word.capitalize() for word in slug.replace("_", "-").split("-"))
        date = local_date(header, self._site.zone) or named_day(named)
        own |= {"date": date} if date is not None else {}
        own["categories"] = categories_of(PurePosixPath(path), header)
        tags = header.field("tags")
        own["tags"] = words_in(header, tags) if tags is not None else []
        site = {**self._site_data, "time": datetime.now().astimezone(self._site.zone)}
        return {"page": {**page, **self._site.given, **own}, "site": site, "jekyll": {"environment": "production"}}


class _Unknown(Undefined):
    """What is not defined: nothing in conditions and filters, a label where it would be shown."""

    __slots__ = ("_marks",)

    def __init__(self, marks: Marks, name: str, **more: Any) -> None:
        super().__init__(name, **more)
        self._marks = marks

    def __str__(self) -> str:
        token = self.token
        if token is None or not token.source:
            return self._marks.chip(self.name)
        start = token.source.rfind("{{", 0, token.start_index + 1)
        end = token.source.find("}}", token.start_index)
        return self._marks.chip(token.source[start : end + 2] if 0 <= start < end else self.name)


def _value(value: object) -> object:
    """A date as a moment, for the date filters; anything else as JSON knows it."""
    if isinstance(value, DateText):
        moment = read_date(value.text)
        return moment.instant if moment is not None else value.text
    return plain(value)  # type: ignore[arg-type]


def _pieces(body: str) -> list[_Piece]:
    """The tags and outputs of a text, in order; what stands in `raw` and `comment` counts as text."""
    found: list[_Piece] = []
    brackets, at = Brackets(body, _CLOSERS), 0
    while (bracket := brackets.after(at)) is not None:
        start, end = bracket.start, bracket.end
        if end < 0:
            found.append(_Piece(start, start + 2, "torn"))
            at = start + 2
            continue
        name = _NAME.match(body, start)
        piece = _Piece(start, end, name[1] if name is not None else "{", body[end - 3] == "-")
        if piece.name in ("raw", "comment"):
            last = re.compile(rf"\{{%-?\s*end{piece.name}\s*-?%\}}", re.ASCII).search(body, end)
            if last is None:
                piece.name = "torn"
            else:
                piece.end = last.end()
                piece.strips = body[piece.end - 3] == "-"
        found.append(piece)
        at = piece.end
    return found


def _take_inner(pieces: list[_Piece]) -> None:
    """A known block that can't be resolved takes what it holds with it; an unknown one shows what it holds."""
    for number, piece in enumerate(pieces):
        if not piece.label or piece.name not in ("for", "if", "unless", "case", "tablerow", "capture"):
            continue
        depth = 1
        for other in pieces[number + 1 :]:
            depth += (other.name == piece.name) - (other.name == f"end{piece.name}")
            if depth == 0:
                piece.end = other.end
                break
    end = 0
    kept = []
    for piece in pieces:
        if piece.start >= end:
            kept.append(piece)
            end = piece.end
    pieces[:] = kept


def _prepared(body: str, pieces: list[_Piece], marks: Marks) -> tuple[str, list[int]]:
    """The template that is rendered: labels in place, and after each tag a note of its line in the source.

    Returns:
        The template, and for each piece where it starts there.

    """
    parts: list[str] = []
    places: list[int] = []
    at = line = size = 0
    for piece in pieces:
        source = body[piece.start : piece.end]
        if piece.label:
            source = "" if piece.name.startswith("end") else marks.chip(source)
        line += body.count("\n", at, piece.end)
        before, at = _guarded(body, at, piece, line), piece.end
        if piece.strips and not piece.label:
            blank = _BLANK.match(body, at)
            assert blank is not None
            line += blank[0].count("\n")
            source += blank[0]
            at = blank.end()
        # between a case and its first branch nothing may stand
        note = "" if piece.name == "case" else f"\ufddc{str(line).translate(_DIGITS)}\ufddd"
        places.append(size + len(before))
        size += len(before) + len(source) + len(note)
        parts += (before, source, note)
    return "".join((*parts, body[at:])), places


def _guarded(body: str, at: int, piece: _Piece, line: int) -> str:
    """Return the text before a tag. Ruby strips no Unicode white space, the library does: a note stands behind it."""
    before = body[at : piece.start]
    kept = before.rstrip(" \t\r\n\f\v")
    # Unicode: what the library's strip takes
    if not kept[-1:].isspace() or not body.startswith("-", piece.start + 2):
        return before
    line -= body.count("\n", at + len(kept), piece.end)
    return f"{kept}\ufddc{str(line).translate(_DIGITS)}\ufddd{before[len(kept) :]}"


def _blame(pieces: list[_Piece], places: list[int], error: LiquidError) -> None:
    """Make a label of the tag that failed; of all where it is not known which it was."""
    at = error.token.start_index if error.token is not None and error.token.start_index >= 0 else -1
    guilty = None
    if at >= 0 and error.token is not None and "\ufddc" in error.token.source:
        guilty = max((number for number, place in enumerate(places) if place <= at), default=None)
    if guilty is not None and not pieces[guilty].label:
        pieces[guilty].label = True
        _take_inner(pieces)
    else:
        last = [piece for piece in pieces if not piece.label]
        for piece in last[-1:] if at < 0 else last:
            piece.label = True


def _placed(rendered: str, marks: Marks) -> Expanded:
    """The rendered text without its notes, which become its places."""
    parts, places, at, line, start = [], Places(), 0, 0, True
    for note in _LINE.finditer(rendered):
        part = rendered[at : note.start()]
        parts.append(part)
        line += part.count("\n")
        source_line = int("".join(_FROM_DIGITS[sign] for sign in note[1]))
        start = not part.rpartition("\n")[2].strip(" \t\r") and (start or "\n" in part)
        places.note(line, source_line, at_start=start)
        at = note.end()
    return Expanded("".join((*parts, rendered[at:])), marks, tuple(places.found))
