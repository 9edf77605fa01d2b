"""Commands on whole lines: headings, quotes, lists, code; Enter in lists; lines moved, doubled, joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.change import Change, line_end, line_start, lines_of, over_lines

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*+)(?P<quote>(?:>[ \t]?+)*+)(?P<inner>[ \t]*+)"
    r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<gap>[ \t]+|$)(?P<task>\[[ xX]\][ \t]+)?",
    re.ASCII,
)
_QUOTED = re.compile(r"(?P<quote>[ \t]{0,3}(?:>[ \t]?)+)")
_JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def set_heading(text: str, start: int, end: int, level: int) -> Change:
    """Make the lines headings of a level, or plain lines where they are that already; level 0 makes them plain."""
    first, last = lines_of(text, start, end)
    lines = text[first:last].split("\n")
    written = [line for line in lines if line.strip(ASCII_SPACE)] or lines
    found = [_HEADING.match(line) for line in written]
    same = all(match is not None and len(match[1]) == level for match in found)
    mark = "" if level == 0 or same else "#" * level + " "
    new = [
        mark + _HEADING.sub("", line, count=1) if line.strip(ASCII_SPACE) or len(lines) == 1 else line for line in lines
    ]
    return over_lines(text, start, end, "\n".join(new))


def toggle_quote(text: str, start: int, end: int) -> Change:
    """Quote the lines, or take one level of quoting away where all have one."""
    first, last = lines_of(text, start, end)
    lines = text[first:last].split("\n")
    if all(_QUOTE.match(line) for line in lines):
        new = [_QUOTE.sub("", line, count=1) for line in lines]
    else:
        new = [
            f"> {line}".rstrip(ASCII_SPACE) if not line.strip(ASCII_SPACE) and len(lines) > 1 else f"> {line}"
            for line in lines
        ]
    return over_lines(text, start, end, "\n".join(new))


def toggle_list(text: str, start: int, end: int, kind: str) -> Change:
    """Make the lines items of a list, or plain lines where they are that kind of list already.

    Args:
        kind: "bullet", "number" or "task".

    """
    first, last = lines_of(text, start, end)
    lines = text[first:last].split("\n")
    whole = [line for line in lines if line.strip(ASCII_SPACE)] or lines
    is_kind = all((item := _ITEM.match(line)) is not None and _kind(item) == kind for line in whole)
    new, number = [], 0
    for line in lines:
        if not line.strip(ASCII_SPACE) and len(lines) > 1:
            new.append(line)
            continue
        item = _ITEM.match(line)
        indent = item["indent"] if item is not None else re.match(r"[ \t]*", line)[0]  # type: ignore[index]
        rest = line[item.end() :] if item is not None else line[len(indent) :]
        number += 1
        marks = {"bullet": "- ", "number": f"{number}. ", "task": "- [ ] "}
        new.append(indent + ("" if is_kind else marks[kind]) + rest)
    return over_lines(text, start, end, "\n".join(new))


def _kind(item: re.Match[str]) -> str:
    if item["number"]:
        return "number"
    return "task" if item["task"] else "bullet"


def toggle_fence(text: str, start: int, end: int) -> Change:
    """Put the lines into a code fence, or take the fence away that stands around them."""
    first, last = lines_of(text, start, end)
    inner = text[first:last]
    lines = inner.split("\n")
    fence = re.match(r"(`{3,}|~{3,})", lines[0])
    if len(lines) > 1 and fence is not None and lines[-1].strip(ASCII_SPACE) == fence[1]:
        return over_lines(text, start, end, "\n".join(lines[1:-1]))
    longest = max((len(run) for run in re.findall(r"^`{3,}", inner, re.MULTILINE)), default=2)
    ticks = "`" * max(3, longest + 1)
    return Change.at(Edit(first, last, f"{ticks}\n{inner}\n{ticks}"), first + len(ticks))


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item or quote that a line is."""

    prefix: str  # what the next line gets
    length: int  # of the mark on this line


def _item_of(line: str) -> _Item | None:
    item = _ITEM.match(line)
    if item is not None and item["gap"]:
        mark = item["bullet"] or f"{int(item['number']) + 1}{item['dot']}"
        task = "[ ] " if item["task"] else ""
        prefix = f"{item['indent']}{item['quote']}{item['inner']}{mark}{item['gap']}{task}"
        return _Item(prefix, item.end())
    quoted = _QUOTED.match(line)
    return _Item(quoted["quote"], quoted.end()) if quoted is not None else None


def enter(text: str, at: int) -> Change | None:
    """Enter in a list or quote: the next item begins; in an empty one the list ends. None anywhere else."""
    first, last = line_start(text, at), line_end(text, at)
    line = text[first:last]
    item = _item_of(line)
    if item is None or at - first < item.length:
        return None
    if not line[item.length :].strip(ASCII_SPACE):
        return Change.at(Edit(first, last, ""), first)
    edit = Edit(at, at, f"\n{item.prefix}")
    renumbered = _renumbered(text[at:], item.prefix)
    if renumbered is not None:
        edit = Edit(at, at + renumbered[0], edit.new + renumbered[1])
    return Change.at(edit, at + 1 + len(item.prefix))


def _renumbered(rest: str, prefix: str) -> tuple[int, str] | None:
    """What follows a new numbered item, its numbers one higher: how much of it, and what it becomes."""
    new = _ITEM.match(prefix)
    if new is None or not new["number"]:
        return None
    lines = rest.split("\n")
    number = int(new["number"])
    changed, upto = [lines[0]], 0
    for index, line in enumerate(lines[1:], 1):
        item = _ITEM.match(line)
        same = item is not None and item["indent"] == new["indent"] and item["quote"] == new["quote"]
        if item is not None and same and item["number"]:
            number += 1
            start, end = item.span("number")
            changed.append(f"{line[:start]}{number}{line[end:]}")
            upto = index
        elif line.startswith((f"{new['indent']} ", f"{new['indent']}\t")) or not line.strip(ASCII_SPACE):
            changed.append(line)
        else:
            break
    if not upto:
        return None
    return len("\n".join(lines[: upto + 1])), "\n".join(changed[: upto + 1])


def move_lines(text: str, start: int, end: int, *, down: bool) -> Change | None:
    """Change the places of the selected lines and of the one above or below; None at the text's end."""
    first, last = lines_of(text, start, end)
    if (down and last >= len(text)) or (not down and first == 0):
        return None
    here, end = text[first:last], min(end, last)
    if down:
        other_end = line_end(text, last + 1)
        other = text[last + 1 : other_end]
        shift = len(other) + 1
        return Change(Edit(first, other_end, f"{other}\n{here}"), start + shift, end + shift)
    other_start = line_start(text, first - 1)
    other = text[other_start : first - 1]
    shift = first - other_start
    return Change(Edit(other_start, last, f"{here}\n{other}"), start - shift, end - shift)


def duplicate_lines(text: str, start: int, end: int) -> Change:
    """The selected lines once more below."""
    first, last = lines_of(text, start, end)
    here = text[first:last]
    shift = len(here) + 1
    return Change(Edit(last, last, f"\n{here}"), start + shift, end + shift)


def join_lines(text: str, start: int, end: int) -> Change | None:
    """The selected lines, or this one and the next, as one line; without a space between Japanese."""
    first, last = lines_of(text, start, end)
    if "\n" not in text[first:last]:
        if last >= len(text):
            return None
        last = line_end(text, last + 1)
    lines = text[first:last].split("\n")
    joined = lines[0].rstrip(ASCII_SPACE)
    place = len(joined)
    for line in lines[1:]:
        piece = _item_text(line)
        place = len(joined)
        tight = not joined or not piece or (_JAPANESE.match(joined[-1]) and _JAPANESE.match(piece))
        joined += piece if tight else f" {piece}"
    return Change.at(Edit(first, last, joined), first + place)


def _item_text(line: str) -> str:
    """A line without what makes it an item or a quote."""
    item = _item_of(line)
    return line[item.length if item is not None else 0 :].strip(ASCII_SPACE)
