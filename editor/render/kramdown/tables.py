"""Tables: lines with a pipe outside of code, whether or not pipes stand at the edges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.render.kramdown import syntax
from editor.render.kramdown.tree import Element

if TYPE_CHECKING:
    from editor.render.kramdown.blocks import BlockParser

_CODE_TAG = re.compile(r"(<code[^>\n]{0,500}>.*?</code>)")
_PIPE = re.compile(r"(?<!\\)\|")
_TICKS = re.compile("`+")
_EDGE = ("", *syntax.BLANKS)
_LEADING_PIPE = re.compile(rf"{syntax.SPACE}*\|")


def table(parser: BlockParser) -> bool:
    """A table; True when one was read."""
    src, start = parser.src, parser.src.pos
    if src.check(syntax.TABLE) is None or not parser.after_boundary:
        return False
    saved_ial = parser.block_ial
    result = parser.new("table", alignment=[])
    if _rows(parser, result) and _pipe_on_each_line(src.text[start : src.pos - 1]) and _complete(result):
        parser.add(result)
        return True
    src.pos, parser.block_ial = start, saved_ial
    return False


def _rows(parser: BlockParser, result: Element) -> bool:
    """Read the lines; False when what follows the table is no boundary."""
    src = parser.src
    first = src.check(syntax.TABLE_LINE)
    leading = first is not None and _LEADING_PIPE.match(first[0]) is not None
    src.scan(syntax.TABLE_SEPARATOR)
    rows: list[Element] = []
    footer = False
    columns = 0

    def add_part(kind: str, *, force: bool = False) -> None:
        nonlocal rows
        if not footer or kind != "tbody" or force:
            result.children.append(Element(kind, children=rows))
            rows = []

    while not src.at_end and src.check(syntax.TABLE_LINE) is not None:
        if (match := src.scan(syntax.TABLE_SEPARATOR)) is not None:
            if not rows:
                continue
            if not result.options["alignment"] and not footer:
                add_part("thead")
                result.options["alignment"] = _alignment(match[1])
            else:
                add_part("tbody")
        elif src.scan(syntax.TABLE_FOOT) is not None:
            if rows:
                add_part("tbody", force=True)
            footer = True
        elif (match := src.scan(syntax.TABLE_ROW)) is not None:
            cells = _cells(match[1])
            if leading and cells and not cells[0].strip(syntax.BLANKS):
                del cells[0]
            if cells and not cells[-1].strip(syntax.BLANKS):
                del cells[-1]
            row = Element(
                "tr",
                children=[Element("td", children=[Element("raw_text", cell.strip(syntax.BLANKS))]) for cell in cells],
            )
            columns = max(columns, len(cells))
            rows.append(row)
    if not parser.before_boundary:
        return False
    if rows:
        add_part("tfoot" if footer else "tbody")
    result.options["columns"] = columns
    return True


def _alignment(line: str) -> list[str]:
    found = []
    for left, right in syntax.TABLE_ALIGN.findall(line):
        found.append("center" if left and right else "left" if left else "right" if right else "")
    return found


def _code_spans(text: str) -> list[tuple[bool, str]]:
    """The text in parts: (is code, characters), delimiters of code included."""
    parts: list[tuple[bool, str]] = []
    at = plain = 0
    never = set[str]()  # marks that do not come any more
    while (ticks := _TICKS.search(text, at)) is not None:
        mark = ticks[0]
        before = text[ticks.start() - 1 : ticks.start()]
        after = text[ticks.end() : ticks.end() + 1]
        alone = len(mark) == 1 and before in _EDGE and after in _EDGE and bool(after)
        end = -1 if alone or mark in never else text.find(mark, ticks.end())
        if end < 0:
            if not alone:
                never.add(mark)
            at = ticks.end()
            continue
        parts += [(False, text[plain : ticks.start()]), (True, text[ticks.start() : end + len(mark)])]
        at = plain = end + len(mark)
    parts.append((False, text[plain:]))
    return [part for part in parts if part[1]]


def _cells(line: str) -> list[str]:
    """A row cut at the pipes that stand outside of code."""
    cells: list[str] = []

    def go_on(text: str) -> None:
        if cells:
            cells[-1] += text
        else:
            cells.append(text)

    end = line.rfind("</code>") + len("</code>") if "</code>" in line else 0  # no code behind it is closed
    *parts, last = _CODE_TAG.split(line[:end])
    for number, part in enumerate([*parts, last + line[end:]]):
        if number % 2:
            go_on(part)
            continue
        for is_code, text in _code_spans(part):
            if is_code:
                go_on(text)
                continue
            first, *others = (cell.replace("\\|", "|") for cell in _PIPE.split(text))
            go_on(first)
            cells += others
    return cells or [""]


def _pipe_on_each_line(text: str) -> bool:
    """Whether each line has a pipe that is no part of code."""
    seen = False
    for is_code, part in _code_and_html(text):
        lines = part.split("\n")
        if is_code:
            if len(lines) > 2 or (len(lines) == 2 and not seen):
                return False
            if len(lines) == 2:
                seen = False
            continue
        trimmed = _split_lines(part)
        if len(trimmed) > 1 and not seen and not syntax.TABLE_PIPE.match(trimmed[0]):
            return False
        seen = (seen if len(trimmed) == 1 else False) or syntax.TABLE_PIPE.match(trimmed[-1]) is not None
    return seen


def _split_lines(text: str) -> list[str]:
    """The lines as Ruby's split gives them: empty ones at the end are dropped."""
    lines = text.split("\n")
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    return lines


def _code_and_html(text: str) -> list[tuple[bool, str]]:
    """The parts of the text, without inline tags and what is inside them."""
    found: list[tuple[bool, str]] = []
    for is_code, part in _code_spans(text):
        found += [(True, part)] if is_code else [(False, plain) for plain in _outside_of_tags(part)]
    return found


def _outside_of_tags(text: str) -> list[str]:
    found, at, plain = [], 0, 0
    comments_end = text.rfind("-->")
    while (at := text.find("<", at)) >= 0:
        match = syntax.COMMENT.match(text, at) if at < comments_end else None
        match = match or syntax.TAG.match(text, at)
        if match is None or (match.re is syntax.TAG and match[1].lower() in syntax.BLOCK_TAGS):
            at += 1
            continue
        found.append(text[plain:at])
        at = match.end()
        if match.re is syntax.TAG and match[4] is None and match[1].lower() not in syntax.EMPTY_TAGS:
            stop = re.compile(rf"</{re.escape(match[1])}{syntax.SPACE}*>", re.IGNORECASE).search(text, at)
            at = stop.end() if stop is not None else len(text)
        plain = at
    return [part for part in (*found, text[plain:]) if part]


def _complete(result: Element) -> bool:
    """Fill rows and alignment up to the number of columns; False when there is no body."""
    if not any(part.type == "tbody" for part in result.children):
        return False
    columns = result.options["columns"]
    for part in result.children:
        for row in part.children:
            row.children += [Element("td") for _ in range(columns - len(row.children))]
    alignment = result.options["alignment"]
    result.options["alignment"] = [*alignment[:columns], *[""] * (columns - len(alignment))]
    return True
