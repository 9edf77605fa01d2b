"""Tables: put in, tidied with full-width characters counted as two, walked cell by cell, rows and columns changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.change import Change, line_end, line_start

_RULE = re.compile(r"[ \t]{0,3}+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_CELL = re.compile(r"(?:\\.|`[^`]*`|[^|\\`]|[\\`])*")
_NARROWEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a text.

    Attributes:
        start, end: where its lines begin and end.
        rows: the cells' texts; the first row is the head, the rule below it is none of them.
        alignments: of the columns: "", ":-", "-:" or ":-:".
        row, column, offset: where the caret is: in which cell, how far in its text; row -1 in the rule.

    """

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[str, ...]
    row: int = 0
    column: int = 0
    offset: int = 0


def table_at(text: str, at: int) -> Table | None:
    """The table that a place is in."""
    start = end = None
    first, last = line_start(text, at), line_end(text, at)
    if "|" not in text[first:last]:
        return None
    start, end = first, last
    while start > 0 and "|" in (above := text[line_start(text, start - 1) : start - 1]) and above.strip(ASCII_SPACE):
        start = line_start(text, start - 1)
    while end < len(text) and "|" in (below := text[end + 1 : line_end(text, end + 1)]) and below.strip(ASCII_SPACE):
        end = line_end(text, end + 1)
    lines = text[start:end].split("\n")
    if len(lines) < 2 or not _RULE.fullmatch(lines[1]) or "|" not in lines[1]:
        return None
    rule = [cell for cell, _ in _cells(lines[1])]
    written = [line for number, line in enumerate(lines) if number != 1]
    width = max(len(rule), *(len(_cells(line)) for line in written))
    rows = tuple(_filled([cell for cell, _ in _cells(line)], width) for line in written)
    alignments = tuple(_alignment(cell) for cell in _filled(rule, width))
    number = text.count("\n", start, at)
    column, offset = _place(lines[number], at - first)
    return Table(start, end, rows, alignments, number - (number > 1) if number != 1 else -1, column, offset)


def is_rule(line: str) -> bool:
    """Whether a line is the rule below a table's head."""
    return _RULE.fullmatch(line) is not None


def new_table(text: str, at: int, rows: int = 2, columns: int = 2, title: str = "") -> Change:
    """An empty table in a paragraph of its own; the caret in its first cell."""
    end = line_end(text, at)
    blank = not text[line_start(text, at) : end].strip(ASCII_SPACE)
    above = text[: line_start(text, at)]
    before = "\n\n" if not blank else "" if not above or above.endswith("\n\n") else "\n"
    after = "" if text[end : end + 2] == "\n\n" or end == len(text) else "\n"
    empty = tuple(("",) * columns for _ in range(rows + 1))
    written, places = _written(Table(0, 0, ((title, *empty[0][1:]), *empty[1:]), ("",) * columns))
    start = end + len(before)
    return Change.at(Edit(end, end, before + written + after), start + places[0][0])


def tidy(text: str, at: int) -> Change | None:
    """The table with its columns in line; None where there is none."""
    table = table_at(text, at)
    return _change(table, table.row, table.column, table.offset) if table is not None else None


def next_cell(text: str, at: int, *, back: bool = False) -> Change | None:
    """To the next cell, the table tidied; behind the last one a new row begins."""
    table = table_at(text, at)
    if table is None:
        return None
    width, row, column = len(table.alignments), table.row, table.column
    if row < 0:
        row, column = (1, -1) if not back else (0, width)
    column += -1 if back else 1
    if column >= width:
        row, column = row + 1, 0
    elif column < 0:
        row, column = row - 1, width - 1
    if row < 0:
        row, column = 0, 0
    if row >= len(table.rows):
        table = replace(table, rows=(*table.rows, ("",) * width))
    return _change(table, row, column, None)


def add_row(text: str, at: int) -> Change | None:
    """A row below the caret's."""
    table = table_at(text, at)
    if table is None:
        return None
    row = max(0, table.row) + 1
    empty = ("",) * len(table.alignments)
    return _change(replace(table, rows=(*table.rows[:row], empty, *table.rows[row:])), row, 0, None)


def delete_row(text: str, at: int) -> Change | None:
    """The caret's row taken out; the head stays."""
    table = table_at(text, at)
    if table is None or table.row < 1:
        return None
    rows = (*table.rows[: table.row], *table.rows[table.row + 1 :])
    return _change(replace(table, rows=rows), min(table.row, len(rows) - 1), table.column, 0)


def add_column(text: str, at: int) -> Change | None:
    """A column to the right of the caret's."""
    table = table_at(text, at)
    if table is None:
        return None
    column = table.column + 1
    rows = tuple((*row[:column], "", *row[column:]) for row in table.rows)
    alignments = (*table.alignments[:column], "", *table.alignments[column:])
    return _change(replace(table, rows=rows, alignments=alignments), max(0, table.row), column, None)


def delete_column(text: str, at: int) -> Change | None:
    """The caret's column taken out; the last one stays."""
    table = table_at(text, at)
    if table is None or len(table.alignments) < 2:
        return None
    column = table.column
    rows = tuple((*row[:column], *row[column + 1 :]) for row in table.rows)
    alignments = (*table.alignments[:column], *table.alignments[column + 1 :])
    changed = replace(table, rows=rows, alignments=alignments)
    return _change(changed, max(0, table.row), min(column, len(alignments) - 1), 0)


def _change(table: Table, row: int, column: int, offset: int | None) -> Change:
    """The table written anew; the caret in a cell, which is selected where no offset is given."""
    written, places = _written(table)
    edit = Edit(table.start, table.end, written)
    if row < 0:
        return Change.at(edit, table.start + places[0][column])
    at = table.start + places[row][column]
    size = len(table.rows[row][column])
    if offset is None:
        return Change(edit, at, at + size)
    return Change.at(edit, at + min(offset, size))


def _written(table: Table) -> tuple[str, list[list[int]]]:
    """The table's text, and where each cell's text begins in it."""
    widths = [max(_NARROWEST, *(_width(row[column]) for row in table.rows)) for column in range(len(table.alignments))]
    lines: list[str] = []
    places: list[list[int]] = []
    at = 0
    for number, row in enumerate(table.rows):
        if number == 1:
            lines.append(_rule(table.alignments, widths))
            at += len(lines[-1]) + 1
        line, starts = "|", []
        for cell, width, alignment in zip(row, widths, table.alignments, strict=True):
            free = width - _width(cell)
            left = {"-:": free, ":-:": free // 2}.get(alignment, 0)
            starts.append(at + len(line) + 1 + left)
            line += f" {' ' * left}{cell}{' ' * (free - left)} |"
        lines.append(line)
        places.append(starts)
        at += len(line) + 1
    if len(table.rows) == 1:
        lines.append(_rule(table.alignments, widths))
    return "\n".join(lines), places


def _rule(alignments: tuple[str, ...], widths: list[int]) -> str:
    cells = (
        f"{':' if alignment.startswith(':') else '-'}{'-' * (width - 2)}{':' if alignment.endswith(':') else '-'}"
        for alignment, width in zip(alignments, widths, strict=True)
    )
    return "| " + " | ".join(cells) + " |"


def _width(text: str) -> int:
    """How many columns a text takes: full-width characters take two (UAX #11)."""
    from wcwidth import wcswidth  # its tables take a while to load

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _cells(line: str) -> list[tuple[str, int]]:
    """The cells of a line, each with where its text begins."""
    at, end = 0, len(line)
    body = line.rstrip(ASCII_SPACE)
    if body.lstrip(ASCII_SPACE).startswith("|"):
        at = line.index("|") + 1
    found: list[tuple[str, int]] = []
    while at <= end:
        match = _CELL.match(line, at)
        assert match is not None
        cell = match[0]
        closed = line[match.end() : match.end() + 1] == "|"
        if closed or cell.strip(ASCII_SPACE) or not found:
            found.append((cell.strip(ASCII_SPACE), at + len(cell) - len(cell.lstrip(ASCII_SPACE))))
        at = match.end() + 1
        if not closed:
            break
    return found


def _place(line: str, at: int) -> tuple[int, int]:
    """The cell of a place in a line, and how far in its text."""
    cells = _cells(line)
    number = max((index for index, (_, start) in enumerate(cells) if _begins(line, start) <= at), default=0)
    text, start = cells[number]
    return number, min(max(0, at - start), len(text))


def _begins(line: str, start: int) -> int:
    """Where a cell begins, behind its bar."""
    return line.rfind("|", 0, start) + 1


def _filled(cells: list[str], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))


def _alignment(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return ":-:" if left and right else ":-" if left else "-:" if right else ""
