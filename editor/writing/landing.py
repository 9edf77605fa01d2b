"""Where a pasted text lands, and how it is written so that the place stays what it is and all of the text is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from html import escape as escape_html
from typing import Final

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing import escape
from editor.writing.change import Change, line_end, line_start
from editor.writing.marks import Fence, fences
from editor.writing.tables import is_rule
from editor.writing.templates import Templates, is_raw, shielded


class Landing(Enum):
    """A kind of place in a text."""

    TEXT = auto()
    CELL = auto()
    HEADING = auto()
    LINK_TEXT = auto()
    CODE_SPAN = auto()
    FENCE = auto()
    INDENTED_CODE = auto()
    TAG_CODE = auto()
    HTML = auto()

    @property
    def takes_markdown(self) -> bool:
        """Whether markdown is read there."""
        return self in (Landing.TEXT, Landing.CELL, Landing.HEADING, Landing.LINK_TEXT)


@dataclass(frozen=True, slots=True)
class Place:
    """A position, and what is around it.

    Attributes:
        prefix: what the lines of its block quotes and list items begin with.
        in_cell: it is in a table's cell, whatever else it is.
        goes_on: there is more text in the line.
        fence: the code block, by its line numbers.

    """

    kind: Landing
    prefix: str = ""
    in_cell: bool = False
    goes_on: bool = False
    fence: Fence | None = None

    @property
    def is_line(self) -> bool:
        """Whether it has one line and nothing but running text."""
        return self.kind in (Landing.CELL, Landing.LINK_TEXT) or (self.kind is Landing.HEADING and self.goes_on)


_QUOTE: Final = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_MARKER: Final = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_SPACE: Final = re.compile(r"[ \t]*")
_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_LINK: Final = re.compile(r"(?<!\\)!?\[(?P<text>(?:[^\[\]\\]|\\.)*)\](?=[(\[])")
_SPAN: Final = re.compile(r"(?<![\\`])(?P<ticks>`++)(?P<text>.{1,2000}?)(?<!`)(?P=ticks)(?!`)")
_BLOCK: Final = re.compile(r"#{1,6}[ \t]|>|```|~~~|\||[-*+][ \t]|[0-9]{1,9}[.)][ \t]|\{% raw %\}\n|<[a-z]+>\n")
_BLOCK_END: Final = re.compile(r"(?:^|\n)(?:`{3,}|~{3,}|\{% endraw %\})$")
_TAG_CODE: Final = re.compile(
    r"\{%-?[ \t\n]*(?P<end>end)?(?:highlight|codeblock)\b|\{\{[<%][ \t]*+(?P<slash>/[ \t]*+)?highlight\b"
    r"|<(?P<pre>/)?pre\b",
    re.ASCII | re.IGNORECASE,
)
_HTML_BLOCK: Final = re.compile(
    r" {0,3}</?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|header|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot"
    r"|th|thead|tr|ul)(?:[ \t>/]|$)",
    re.IGNORECASE,
)
_BAR: Final = re.compile(r"(?P<code><code>.*?</code>)|&#124;")
_CODE_COLUMNS: Final = 4


def place_at(text: str, at: int) -> Place:
    """Return what is around a position."""
    first, last = line_start(text, at), line_end(text, at)
    line, column = text[first:last], at - first
    number = text.count("\n", 0, first)
    for block in fences(text):
        if block.first < number and (number < block.last or (number == block.last and not _closes(text, block))):
            return Place(Landing.FENCE, _prefix(_line(text, block.first)), fence=block)
    prefix = _prefix(line[:column])
    if (inside := _inside(text, at, prefix)) is not None:
        return inside
    code = _code_prefix(text, first, line)
    if code is not None:
        return Place(Landing.INDENTED_CODE, code)
    in_cell = _in_cell(text, first, line, column)
    for pattern, kind in ((_SPAN, Landing.CODE_SPAN), (_LINK, Landing.LINK_TEXT)):
        for match in pattern.finditer(line):
            if match.start("text") <= column <= match.end("text"):
                return Place(kind, prefix, in_cell)
    if in_cell:
        return Place(Landing.CELL, prefix, in_cell=True)
    heading = _HEADING.match(line, len(prefix) if line.startswith(prefix) else _content(line))
    kind = Landing.HEADING if heading is not None and column >= heading.end() else Landing.TEXT
    return Place(kind, prefix, goes_on=bool(line[column:].strip(ASCII_SPACE)))


def land(
    text: str, start: int, end: int, pasted: str, *, rich: bool = False, templates: Templates = Templates.NONE
) -> Change:
    """Return what puts a pasted text in the place of a selection.

    One line where a line end would end the place; marks that would end it are escaped, or its own marks made longer;
    lines of block quotes, list items and code begin as theirs do.

    Args:
        pasted: markdown where the place takes it, else plain text.
        rich: it was made of rich text, so that all of it is to be read as it was meant. Other text is the user's own
            markdown.
        templates: what the blog runs in code.

    """
    place = place_at(text, start)
    if is_raw(text, start):
        templates = Templates.NONE
    match place.kind:
        case Landing.FENCE:
            return _in_fence(text, start, end, pasted, place, templates)
        case Landing.CODE_SPAN:
            return _in_span(text, start, end, escape.one_line(pasted), place, templates)
        case Landing.INDENTED_CODE | Landing.TAG_CODE:
            start = max(start, min(line_start(text, start) + len(place.prefix), line_end(text, start)))
            end = max(start, end)
            return _at(start, end, _lines(shielded(pasted, templates), place.prefix, goes_on=_goes_on(text, end)))
        case Landing.HTML:
            written = escape_html(re.sub("\n{2,}", "\n", pasted), quote=False) if rich else pasted
            written = re.sub(r"\{(?=[{%#])", "&#123;", written) if rich else written
            return _at(start, end, _lines(written, place.prefix, goes_on=_goes_on(text, end)))
        case Landing.CELL:
            written = _with_bars(escape.one_line(pasted))
        case Landing.LINK_TEXT:
            written = escape.brackets(escape.one_line(pasted))
        case Landing.HEADING:
            heading, gap, rest = pasted.strip("\n").partition("\n\n")
            heading = escape.one_line(heading)
            if not _goes_on(text, end):
                heading = escape.closing_hashes(heading)
            if rich:
                whole = pasted if _BLOCK.match(pasted) else heading + gap + rest
                return _in_text(text, start, end, whole, place, rich=True)
            return _at(start, end, _lines(heading + gap + rest, place.prefix, goes_on=_goes_on(text, end)))
        case _:
            return _in_text(text, start, end, pasted, place, rich=rich)
    return _at(start, end, escape.bars(written) if place.in_cell else written)


def _with_bars(line: str) -> str:
    """Return a line's character references for bars as bars; those in code tags stay."""
    head, closing, tail = line.rpartition("</code>")
    head = _BAR.sub(lambda match: match["code"] or "|", head + closing)
    return head + tail.replace("&#124;", "|")


def _goes_on(text: str, end: int) -> bool:
    return bool(text[end : line_end(text, end)].strip(ASCII_SPACE))


def _at(start: int, end: int, written: str) -> Change:
    return Change.at(Edit(start, end, written), start + len(written))


# -- what is around a position


def _line(text: str, number: int) -> str:
    return text.split("\n", number + 1)[number]


def _content(line: str) -> int:
    """Where a line's text begins, behind the marks of block quotes and list items."""
    quote = _QUOTE.match(line)
    at = quote.end() if quote is not None else 0
    while (marker := _MARKER.match(line, at)) is not None:
        at = marker.end()
    return _SPACE.match(line, at).end()  # type: ignore[union-attr]  # it matches ""


def _prefix(before: str) -> str:
    """Return what continues the block quotes and list items that a line begins with."""
    quote = _QUOTE.match(before)
    marks = quote[0].rstrip(" \t") + " " if quote is not None else ""
    at = quote.end() if quote is not None else 0
    rest = before[at : _content(before)]
    blank = _SPACE.fullmatch(rest) is not None
    return marks + (rest if blank else " " * len(rest.expandtabs(_CODE_COLUMNS)))


def _closes(text: str, block: Fence) -> bool:
    """Whether a code block has a line that closes it."""
    lines = text.split("\n", block.last + 1)
    opening = re.search("`{3,}|~{3,}", lines[block.first])
    return opening is not None and block.last > block.first and _is_closing(lines[block.last], opening[0])


def _is_closing(line: str, fence: str) -> bool:
    mark = line.strip(" \t>")
    return len(mark) >= len(fence) and not mark.strip(fence[0])


def _inside(text: str, at: int, prefix: str) -> Place | None:
    """Return the place in a template's code block, or in a block of HTML."""
    tags = list(_TAG_CODE.finditer(text, 0, at))
    if tags and not (tags[-1]["end"] or tags[-1]["slash"] or tags[-1]["pre"]):
        opening = tags[-1].start()
        kind = Landing.HTML if text[opening] == "<" else Landing.TAG_CODE
        return Place(kind, _prefix(text[line_start(text, opening) : opening]))
    first = line_start(text, at)
    while first > 0 and text[line_start(text, first - 1) : first - 1].strip(ASCII_SPACE):
        first = line_start(text, first - 1)
    begins = _HTML_BLOCK.match(text, first)
    return Place(Landing.HTML, prefix) if begins is not None and begins.end() <= at else None


def _code_prefix(text: str, first: int, line: str) -> str | None:
    """Return what the lines of an indented code block begin with; None for a line that is in none."""
    quote = _QUOTE.match(line)
    depth = quote.end() if quote is not None else 0
    column = _column(line[depth:])
    if column < _CODE_COLUMNS:
        return None
    container, apart, above = 0, False, first
    while above > 0:
        end, above = above - 1, line_start(text, above - 1)
        other = text[above:end]
        mark = _QUOTE.match(other)
        rest = other[mark.end() :] if mark is not None else other
        if not rest.strip(" \t"):
            apart = True
            continue
        marker = _MARKER.match(rest)
        indentation = _column(rest)
        if marker is not None and len(marker[0].expandtabs(_CODE_COLUMNS)) <= column:
            container = len(marker[0].expandtabs(_CODE_COLUMNS))
            break
        if not apart and indentation < _CODE_COLUMNS:
            return None  # it continues that paragraph
        apart = apart or indentation >= _CODE_COLUMNS
        if indentation == 0:
            break
    else:
        apart = True
    if not apart or column < container + _CODE_COLUMNS:
        return None
    width = 0
    for size, character in enumerate(line[depth:], 1):
        width += _CODE_COLUMNS - width % _CODE_COLUMNS if character == "\t" else 1
        if width >= container + _CODE_COLUMNS:
            return line[: depth + size]
    return None


def _column(line: str) -> int:
    """How far a line is indented."""
    return len(_SPACE.match(line)[0].expandtabs(_CODE_COLUMNS))  # type: ignore[index]  # it matches ""


def _in_cell(text: str, first: int, line: str, column: int) -> bool:
    """Whether a position is in a cell of a table, which may stand in a list item or, in kramdown, have no head."""
    body = _content(line)
    written = line[body:].rstrip(" \t")
    if "|" not in written or column < body:
        return False
    leads = written.startswith("|")
    if (leads and column == body) or (written.endswith("|") and column >= body + len(written)):
        return False
    return (leads and written.count("|") > 1) or _has_rule(text, first)


def _has_rule(text: str, first: int) -> bool:
    """Whether the lines with bars around a line have the rule below a table's head."""
    at, top = first, first
    while at > 0 and "|" in text[line_start(text, at - 1) : at - 1]:
        at = top = line_start(text, at - 1)
    below = line_end(text, top) + 1
    rule = text[below : line_end(text, below)] if below <= len(text) else ""
    return "|" in rule and is_rule(rule[_content_of_rule(rule) :])


def _content_of_rule(rule: str) -> int:
    quote = _QUOTE.match(rule)
    return _SPACE.match(rule, quote.end() if quote is not None else 0).end()  # type: ignore[union-attr]


# -- what is written there


def _lines(written: str, prefix: str, *, goes_on: bool = False) -> str:
    """Begin the lines after the first one as the place does.

    Args:
        goes_on: what stood behind the position comes after the last line.

    """
    first, *rest = written.split("\n")
    last, blank = len(rest) - 1, prefix.rstrip(" \t")
    begun = (f"{prefix}{line}" if line or (goes_on and number == last) else blank for number, line in enumerate(rest))
    return "\n".join([first, *begun])


def _in_fence(text: str, start: int, end: int, code: str, place: Place, templates: Templates) -> Change:
    """Put code into a fence, which gets longer than what is in it."""
    fence = place.fence
    assert fence is not None
    start = max(start, min(line_start(text, start) + len(place.prefix), line_end(text, start)))
    end = max(start, end)
    written = _lines(shielded(code, templates), place.prefix, goes_on=_goes_on(text, end))
    lines = text.split("\n")
    top = len("\n".join(lines[: fence.first])) + (fence.first > 0)
    opening = re.search("`{3,}|~{3,}", lines[fence.first])
    closed = _closes(text, fence)
    bottom = len("\n".join(lines[: fence.last])) + 1 if closed else len(text)
    if opening is None or end > bottom:
        return _at(start, end, written)
    inside = text[top + len(lines[fence.first]) + 1 : start] + code + text[end:bottom]  # as templates will leave it
    sizes = [len(line.strip(" \t>")) for line in inside.split("\n") if _is_closing(line, opening[0])]
    longer = max(sizes, default=0) + 1 - len(opening[0]) if sizes else 0
    if not longer:
        return _at(start, end, written)
    more = opening[0][0] * longer
    at = top + opening.end()
    head = text[top:at] + more + text[at:start] + written
    tail = text[end:bottom]
    if closed:
        mark = lines[fence.last].rstrip(" \t")
        size = len(opening[0]) + longer - len(mark.strip(" \t>"))
        tail += mark + opening[0][0] * max(0, size)
        bottom += len(lines[fence.last])
    return Change.at(Edit(top, bottom, head + tail), top + len(head))


def _in_span(text: str, start: int, end: int, code: str, place: Place, templates: Templates) -> Change:
    """Put code between backticks, of which there are more than in it; in a cell a tag, where it has a bar."""
    first = line_start(text, start)
    line = text[first : line_end(text, start)]
    column = start - first
    span = next(one for one in _SPAN.finditer(line) if one.start("text") <= column <= one.end("text"))
    low, high = first + span.start("text"), first + span.end("text")
    if end > high:
        return _at(start, end, code)
    before, after = text[low:start], text[end:high]
    whole = before + code + after
    shown = whole[1:-1] if len(whole) > 2 and whole[0] == whole[-1] == " " and whole.strip(" ") else whole
    if place.in_cell and "|" in code:
        tag = f"<code>{escape.in_code_tag(shown)}</code>"
        ending = f"{escape.in_code_tag(after.removesuffix(' ') if shown != whole else after)}</code>"
        change = _at(first + span.start(), first + span.end(), tag)
        return Change.at(change.edit, change.end - len(ending))
    longest = max((len(run) for run in re.findall("`+", whole)), default=0)
    ticks = "`" * max(len(span["ticks"]), longest + 1)  # kramdown ends a span at a longer run, too
    pad = " " if shown == whole and (whole.startswith("`") or whole.endswith("`")) else ""
    head, rest = ticks + pad + before + shielded(code, templates), after + pad + ticks
    edit = Edit(first + span.start(), first + span.end(), head + rest)
    return Change.at(edit, edit.start + len(head))


def _in_text(text: str, start: int, end: int, pasted: str, place: Place, *, rich: bool) -> Change:
    """Put markdown into running text; blocks that were made of rich text get blank lines around them."""
    first, last = line_start(text, start), line_end(text, end)
    before, after = text[first:start], text[end:last]
    lead = tail = ""
    filled = bool(before[_content(before) :].strip(" \t"))
    if rich and _BLOCK.match(pasted):
        above = text[line_start(text, first - 1) : first - 1] if first else ""
        marked = before[: _content(before)].strip(" \t>") != ""
        lead = "\n\n" if filled else "\n" if not marked and above[_content(above) :].strip(" \t") else ""
    if rich and (_BLOCK_END.search(pasted) or _BLOCK.match(pasted.rpartition("\n\n")[2])):
        below = text[last + 1 : line_end(text, last + 1)] if last < len(text) else ""
        tail = "\n\n" if after.strip(" \t") else "\n" if below.strip(" \t>") else ""
    if rich and not lead and before.endswith("]") and pasted[:1] in ("(", ":", "{"):
        pasted = f"&#{ord(pasted[0])};{pasted[1:]}"
    prefix = place.prefix
    if not lead and _MARKER.match(pasted) and _MARKER.match(before, _quote_end(before)):
        prefix = before[: _quote_end(before)]  # list items at the beginning of an item
    rest = pasted.split("\n")[1:]
    if not rich and _quote_end(before) and any(_QUOTE.match(line) for line in rest):
        return _at(start, end, pasted)
    written = _lines(lead + pasted, prefix, goes_on=bool(after.strip(" \t")) and not tail)
    whole = written + _lines(tail, prefix, goes_on=tail != "\n")
    return Change.at(Edit(start, end, whole), start + len(written))


def _quote_end(line: str) -> int:
    quote = _QUOTE.match(line)
    return quote.end() if quote is not None else 0
