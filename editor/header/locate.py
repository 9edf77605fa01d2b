"""Where a front matter starts and ends, and of which kind it is, for the generator that builds the blog.

The generators' own rules are in `fences`; Pelican's `Key: value` lines (Python-Markdown, extensions/meta.py) end with
a blank line, `---` or `...`. What the blog's generator does not read is no front matter: its page shows it as text.
Two things stay to be told of such a text. A front matter of another format at its very beginning is read all the same,
so that it can be edited and moved to a blog that reads it. And where another generator sees a front matter, a new
one must not be written above it (`unseen`).

In a folder that no generator owns, whatever any of them reads counts. Lines without a first fence count there when
they have the keys of a post, so that a note's first line `Warning: x` stays text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.header import fences
from editor.header.fences import NOWHERE, Place
from editor.header.generator import Generator
from editor.header.model import HeaderKind, Span, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER_FORMAT = re.compile(r"\+\+\+[ \t]*\n|---[ \t]*[A-Za-z]+[ \t]*\n|\{|;;;\n")
# Unicode: Python-Markdown’s own expressions, which Pelican uses
_META = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_META_MORE = re.compile(r" {4,}(?P<value>.*)")
_META_BEGIN = re.compile(r"-{3}")
_META_END = re.compile(r"-{3}|\.{3}")
_EVERY_POST_HAS = frozenset({"title", "date"})
_POSTS_HAVE = _EVERY_POST_HAS | {
    "author",
    "authors",
    "category",
    "categories",
    "tags",
    "slug",
    "modified",
    "lang",
    "layout",
}
MAX_SIZE = 1_000_000
"""How many characters a front matter may have; what is longer is never read, so that it costs nothing."""


def places(text: str, generator: Generator) -> Iterator[Place]:
    """The places where the front matter of a post's text (with "\\n" line ends, without BOM) may be, as that generator
    looks: the likeliest first; the last one is surely right.

    Hexo takes any text up to a `---` for a front matter if it is a YAML map, so only reading it can tell.
    """
    if generator is Generator.PLAIN:
        yield from _in_plain_folder(text)
        return
    if generator is Generator.PELICAN:
        own = _pelican(text)
        if own is NOWHERE:
            yaml = fences.jekyll(text)  # lines of another form between fences: a plugin reads those
            own = yaml if yaml is not NOWHERE and yaml.error is None else _pelican(text, loose=True)
    else:
        own = fences.FINDERS[generator](text)
    if own is not NOWHERE:
        yield own
    yield _of_another_format(text) if own is NOWHERE or own.kind is HeaderKind.HEXO else NOWHERE


def _in_plain_folder(text: str) -> Iterator[Place]:
    """Whoever builds the blog: the usual fences first, then lines of metadata, then what single generators allow."""
    strict = fences.jekyll(text)
    lines = _pelican(text) if not text.startswith("---") else NOWHERE
    if lines is not NOWHERE and not (_is_a_posts(text, lines) and _ends_plainly(text, lines)):
        lines = NOWHERE
    if lines is not NOWHERE and lines.span.end == lines.content.end:
        yield lines  # they end with a blank line, so no `---` further down is theirs
        lines = NOWHERE
    if strict is not NOWHERE and strict.error is None:
        yield strict
        return
    bare = fences.hexo(text)
    if bare.kind is HeaderKind.HEXO and (not _is_bare(bare) or _is_a_posts(text, bare)):
        yield bare
    if lines is not NOWHERE:
        yield lines
    for finder in _LENIENT:
        found = finder(text)
        open_end = finder is fences.eleventy and found.content.end == len(text)
        if found is not NOWHERE and found.error is None and not open_end and not _is_bare(found):
            # nobody builds it, so the rest of a longer fence (`-----`) is no text
            yield replace(found, body_start=max(found.body_start, found.span.end))
    yield strict if strict is not NOWHERE else _of_another_format(text)


_LENIENT = (fences.hugo, fences.astro, fences.eleventy, fences.zola, fences.hexo)


def _is_bare(place: Place) -> bool:
    """Whether they are Hexo's lines without a first fence."""
    return place.kind is HeaderKind.HEXO and place.content.start == 0


def _of_another_format(text: str) -> Place:
    """A front matter at the very beginning in TOML, JSON or with a named language, whoever reads that."""
    if _OTHER_FORMAT.match(text) is None:
        return NOWHERE
    if text.startswith(";;;"):
        return fences.hexo(text)
    return fences.hugo(text) if text.startswith(("+++", "{")) else fences.eleventy(text)


def unseen(text: str, generator: Generator) -> Iterator[Place]:
    """The places where other readers than the blog's own see a front matter; only reading can tell."""
    for reader, finder in fences.FINDERS.items():
        if reader is not generator:
            place = finder(text)
            if place is not NOWHERE and place.error is None and (not _is_bare(place) or _has_a_posts_key(text, place)):
                yield place
    lines = _pelican(text)
    if lines is not NOWHERE and generator is not Generator.PELICAN and _has_a_posts_key(text, lines):
        yield lines


def _pelican(text: str, *, loose: bool = False) -> Place:
    """Lines `Key: value`; NOWHERE for a fenced header that has lines of another form, unless `loose`."""
    lines = [f"{line}\n" for line in text[:MAX_SIZE].split("\n")]
    lines[-1] = lines[-1][:-1]
    fenced = _META_BEGIN.match(lines[0]) is not None
    at = len(lines[0]) if fenced else 0
    start, seen = at, False
    for line in lines[1 if fenced else 0 :]:
        bare = line.rstrip("\n")
        blank = not bare.strip()  # Unicode: Python-Markdown
        if blank or _META_END.match(bare):
            if not (seen or fenced) or (fenced and blank):
                return _pelican_end(start, at) if loose and seen else NOWHERE
            end = at if blank else at + len(line)
            return Place(HeaderKind.PELICAN, Syntax.PELICAN, Span(0, end), Span(start, at), at + len(line))
        if _META.match(bare) is None and not (seen and _META_MORE.match(bare)):
            return NOWHERE if (fenced and not loose) or not seen else _pelican_end(start, at)
        seen = True
        at += len(line)
    return _pelican_end(start, at) if seen and (loose or not fenced) else NOWHERE


def _pelican_end(start: int, at: int) -> Place:
    return Place(HeaderKind.PELICAN, Syntax.PELICAN, Span(0, at), Span(start, at), at)


def _ends_plainly(text: str, place: Place) -> bool:
    """Whether metadata ends with a blank line or a fence, not with a line that is something else."""
    if place.span.end > place.content.end:
        return True
    return not text[place.content.end :].partition("\n")[0].strip()  # Unicode: Python-Markdown


def _is_a_posts(text: str, place: Place) -> bool:
    """Whether lines without a generator that says so have the keys of a post: title or date, and a second one."""
    known = _known_keys(text, place)
    return len(known) > 1 and bool(known & _EVERY_POST_HAS)


def _has_a_posts_key(text: str, place: Place) -> bool:
    """Whether lines have a key that posts have: enough to write nothing above them, not enough to hide them."""
    return bool(_known_keys(text, place))


def _known_keys(text: str, place: Place) -> set[str]:
    keys = re.findall(r'^"?(\w+)"?[ \t]*:', place.content.of(text)[:MAX_SIZE], re.MULTILINE)
    return {key.lower() for key in keys} & _POSTS_HAVE


def meta_lines(text: str, content: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """Pelican's lines: the match of each, and whether it starts a key (else it goes on with the last one)."""
    at = content.start
    while at < content.end:
        stop = text.find("\n", at, content.end)
        stop = content.end if stop < 0 else stop
        start = _META.match(text, at, stop)
        if start is not None:
            yield start, True
        elif (more := _META_MORE.match(text, at, stop)) is not None:
            yield more, False
        at = stop + 1
