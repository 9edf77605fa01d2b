"""Parse the front matter of a post into a `Header`; recover what can be read of a broken one.

`read_header` is the only way in, and the gate for everything that can go wrong inside a reader: whatever a format
raises becomes the `error` of that one header. An exception that is not a `HeaderError` is a bug, so it is logged
with its traceback; the blog's other posts are not affected by it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from editor.header.fences import NOWHERE, Place
from editor.header.formats import format_of
from editor.header.generator import ANY, Generator, Rules
from editor.header.locate import MAX_SIZE, places, unseen
from editor.header.model import Field, Header, HeaderError, HeaderKind, Span, Syntax
from editor.header.nodes import Node
from editor.header.values import Reader
from editor.language import tr
from editor.text.line_ends import with_odd_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.line_ends import LineEnds

_log = logging.getLogger(__name__)

_KEY_LINE = re.compile(r"^[^\s#\-\[{}%@`&*!|>'\"?:,][^:\n]*:(?:[ \t\n]|\Z)", re.MULTILINE | re.ASCII)
_HEXO_KEY = re.compile(r'\w[\w-]*:(?:[ \t\n])|"', re.ASCII)
MAX_LINES = 20_000
"""How many lines a front matter may have."""
MAX_SAFE_FIELDS = 200
"""How many keys of a broken header are looked at."""


def read_header(text: str, rules: Rules = ANY) -> Header:
    """The front matter of a post's text ("\\n" line ends, no BOM). Never raises: see `Header.error`."""
    header = _header(NOWHERE, rules, None)
    candidates = list(places(text, rules.generator))
    for place in candidates:
        header = _read_guarded(text, place, rules)
        if place is candidates[-1] or _counts(text, header):
            break
    return header


def read_in_file(text: str, ends: LineEnds, rules: Rules) -> Header:
    """Return the front matter of a text whose lines end in the file as `ends` says; `Header.error` where that hides it.

    CR and U+2029 are "\\n" in the text, and no line ends to the fences of most generators: Hugo reads CR, and so does
    Python, which Pelican opens files with.
    """
    header = read_header(text, rules)
    raw = with_odd_ends(text, ends)
    if rules.generator in (Generator.HUGO, Generator.PELICAN):
        raw = raw.replace("\r", "\n")
    if raw == text or header.kind is HeaderKind.NONE or rules.generator is Generator.PLAIN:
        return header
    seen = read_header(raw, rules)
    if (seen.kind, seen.content) == (header.kind, header.content):
        return header
    at = next((at for at, (one, other) in enumerate(zip(raw, text, strict=True)) if one != other), 0)
    problem = tr("this line ends with {0}, which {1} does not take for the end of a line: break the line there")
    name = "CR (U+000D)" if raw[at] == "\r" else "U+2029"
    error = HeaderError(problem.format(name, rules.generator), text.count("\n", 0, at) + 1)
    return replace(header, fields=(), error=error, root=None)


def unseen_header(text: str, rules: Rules) -> HeaderError | None:
    """Return where a text has front matter that the blog's generator does not see, and why nothing goes above it.

    None where no generator's reader sees any. For texts whose `Header.kind` is NONE.
    """
    for place in unseen(text, rules.generator):
        if place.syntax is Syntax.TEXT or _read_guarded(text, place, rules).fields:
            line = text.count("\n", 0, place.content.start)
            problem = tr(
                "this looks like front matter, but not to the blog’s generator ({0}): correct its fences first"
            )
            return HeaderError(problem.format(rules.generator.label), max(1, line))
    return None


def _read_guarded(text: str, place: Place, rules: Rules) -> Header:
    """Read a front matter; an unforeseen exception becomes the header's error, at the line that raised it."""
    try:
        return _read(text, place, rules)
    except Exception as error:  # noqa: BLE001  logged with its traceback
        line = _failing_line(text, place)
        _log.exception("reading %s front matter failed at line %d", place.syntax, line)
        problem = tr("this can't be read ({0}): write the value in another way").format(type(error).__name__)
        return _header(place, rules, HeaderError(problem, line), _safe_fields(text, place))


def _failing_line(text: str, place: Place) -> int:
    """Return the line of the first key that no reader can take by itself; the fence's line where all can be read."""
    for part in _parts(text, place):
        try:
            _part_fields(text, part)
        except HeaderError:
            continue
        except Exception:  # noqa: BLE001  this is the failure that is looked for; the caller logs it
            return text.count("\n", 0, part.content.start) + 1
    return text.count("\n", 0, place.content.start) or 1


def _read(text: str, place: Place, rules: Rules) -> Header:
    if place.error is not None or place.syntax in (Syntax.NONE, Syntax.TEXT):
        return _header(place, rules, place.error)
    size = place.content.end - place.content.start
    if size > MAX_SIZE or text.count("\n", place.content.start, place.content.end) > MAX_LINES:
        problem = tr("longer than {0:,} characters or {1:,} lines: this is no front matter").format(MAX_SIZE, MAX_LINES)
        return _header(place, rules, HeaderError(problem, 1))
    tabs = rules.generator is Generator.HEXO or place.kind is HeaderKind.HEXO
    place = replace(place, tabs=tabs, scalars=rules.scalars)
    header = _read_lines(text, place, rules)
    if header.error is not None and rules.generator is Generator.PLAIN and "\n\t" in place.content.of(text):
        hexo = _read_lines(text, replace(place, tabs=True), rules)
        header = hexo if hexo.error is None else header
    return header


def _read_lines(text: str, place: Place, rules: Rules) -> Header:
    form = format_of(place.syntax)
    try:
        root = form.read(text, place)
        fields = Reader(text, form.scalar).fields(root)
    except HeaderError as error:
        return _header(place, rules, error, _safe_fields(text, place))
    return _header(place, rules, None, fields, root)


def _header(
    place: Place, rules: Rules, error: HeaderError | None, fields: tuple[Field, ...] = (), root: Node | None = None
) -> Header:
    return Header(place.kind, place.syntax, place.span, place.content, place.body_start, fields, error, rules, root)


def _counts(text: str, header: Header) -> bool:
    """Whether what was read is a front matter, where the place alone does not say so."""
    if header.rules.generator is Generator.PLAIN:
        return header.error is None and bool(header.fields)
    bare = header.kind is HeaderKind.HEXO and header.content.start == 0
    if not bare:
        return header.kind is not HeaderKind.NONE or header.error is not None
    if header.error is not None:
        return _HEXO_KEY.match(text) is not None  # Hexo stops at it, if it is meant to be one
    return bool(header.fields)


def _safe_fields(text: str, place: Place) -> tuple[Field, ...]:
    """The fields of a broken YAML header that can be read on their own: those whose lines are YAML by themselves."""
    found: list[Field] = []
    for part in _parts(text, place):
        try:
            fields = _part_fields(text, part)
        except Exception:  # noqa: BLE001, S112  logged for the whole header already
            continue
        if len(fields) == 1:
            found += fields
    return tuple(found)


def _parts(text: str, place: Place) -> Iterator[Place]:
    """The lines of each key of a YAML header, as if they were a header of their own."""
    if place.syntax is not Syntax.YAML:
        return
    matches = _KEY_LINE.finditer(text, place.content.start, place.content.end)
    starts = [match.start() for match in islice(matches, MAX_SAFE_FIELDS)]
    for start, stop in pairwise([*starts, place.content.end]):
        yield replace(place, content=Span(start, stop))


def _part_fields(text: str, part: Place) -> tuple[Field, ...]:
    form = format_of(part.syntax)
    return Reader(text, form.scalar).fields(form.read(text, part))
