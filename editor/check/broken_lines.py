"""Lines that break a YAML front matter by a slip of the keyboard: which line is to blame, and the edit that mends it.

libyaml reports the line at which it can go on no longer, often the next one. Here the line is found by its looks, and
counts when the header can be read after the edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from editor.check.slips import UNSEEN
from editor.header import Header, HeaderKind, Syntax, read_header
from editor.language import msg, tr
from editor.text.edit import Edit, apply

_MANY: Final = 50
"""How many slips of a line are mended."""
_KEY: Final = r"(?P<before>[ \t]*(?:- +)?)(?P<key>[A-Za-z_][A-Za-z0-9_-]*)"


@dataclass(frozen=True, slots=True)
class Slip:
    """The line that breaks the header.

    Attributes:
        problem: what is wrong, in words; label: what the fix does.
        edit: mends all lines with the same slip.
        is_text_to_hugo: Hugo reads the line as a text instead of stopping (measured, 0.168).

    """

    line: int
    problem: str
    label: str
    edit: Edit
    is_text_to_hugo: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """A slip: how its lines look, what is said of them, and what they become."""

    pattern: re.Pattern[str]
    problem: str
    mended: Callable[[re.Match[str]], str]
    is_text_to_hugo: bool = False


def _key_with_colon(match: re.Match[str]) -> str:
    return f"{match['before']}{match['key']}: "


def _dash_with_blank(match: re.Match[str]) -> str:
    return f"{match['before']}- "


def _blanks(match: re.Match[str]) -> str:
    return re.sub(f"[{UNSEEN}]", "  ", match[0])


_KINDS: Final = (
    _Kind(
        re.compile(rf"{_KEY}[ \t{UNSEEN}]*：[ \t{UNSEEN}]*"),
        msg("YAML does not read “：” as a colon: write “: ” after the key"),
        _key_with_colon,
    ),
    _Kind(
        re.compile(rf"{_KEY}:[{UNSEEN}]+[ \t]*"),
        msg("the space after the colon is not an ASCII space: YAML does not see a key here"),
        _key_with_colon,
    ),
    _Kind(
        # Unicode: wide and unseen spaces have a row of their own
        re.compile(rf"[ \t]*[{UNSEEN}][ \t{UNSEEN}]*(?=\S)"),
        msg("this indentation is not made of ASCII spaces: YAML takes it for text"),
        _blanks,
        is_text_to_hugo=True,
    ),
    _Kind(
        re.compile(rf"(?P<before>[ \t]*)[-\uff0d\u30fc][{UNSEEN}]+"),
        msg("the space after the dash is not an ASCII space: YAML does not see a list item here"),
        _dash_with_blank,
        is_text_to_hugo=True,
    ),
    _Kind(
        # Unicode: wide and unseen spaces have a row of their own
        re.compile(r"(?P<before>[ \t]*)(?:-(?![-\s])|[\uff0d\u30fc] ?)(?=\S)"),
        msg("a list item needs a space after its dash"),
        _dash_with_blank,
    ),
    _Kind(
        # Unicode: wide and unseen spaces have a row of their own
        re.compile(rf"{_KEY}:(?!//)(?=[^\s:])"),
        msg("a key needs a space after its colon"),
        _key_with_colon,
    ),
    _Kind(
        re.compile(r"(?P<before>[^\n\"'#]*\[(?:[^\n\"'#\[\]]*,)?[ \t]*+)(?P<word>#[^ \t\n,\]#]+)"),
        msg("“#” starts a comment here: put the item in quotes"),
        lambda match: f"{match['before']}'{match['word']}'",
    ),
    _Kind(
        re.compile(r"(?P<before>[^\n]*[\]\"'\w][ \t]*)(?:，|、)[ \t]*(?=[\"'\[\w])"),
        msg("YAML does not read “，” as a comma: write “, ”"),
        lambda match: f"{match['before']}, ",
    ),
)


def first_slip(text: str, header: Header, error_line: int) -> Slip | None:
    """Return the slip that breaks a header; None when no such line mends it.

    Args:
        error_line: where libyaml gave up, counted from 1; the lines before it come first.

    """
    if header.syntax is not Syntax.YAML or header.span.end == 0:
        return None
    content = header.content.of(text)
    lines = content.split("\n")
    first = text.count("\n", 0, header.content.start) + 1
    last = min(len(lines), max(error_line - first + 2, 1))
    for kind in _KINDS:
        found = [index for index in range(len(lines)) if kind.pattern.match(lines[index])]
        near = [index for index in found if index < last]
        for chosen in [near[-1:], near, found] if near else []:
            rewritten = [_mended(kind, line) if at in chosen else line for at, line in enumerate(lines)]
            edit = Edit(header.content.start, header.content.end, "\n".join(rewritten))
            if _reads(text, header, edit):
                problem, label = tr(kind.problem), tr("Correct the line")
                return Slip(chosen[0] + first, problem, label, edit, kind.is_text_to_hugo)
    return None


def _mended(kind: _Kind, line: str) -> str:
    """Return a line without the slip, however often it has it."""
    for _ in range(_MANY):
        match = kind.pattern.match(line)
        changed = kind.mended(match) + line[match.end() :] if match is not None else line
        if changed == line:
            break
        line = changed
    return line


def _reads(text: str, header: Header, edit: Edit) -> bool:
    """Return whether a header can be read after an edit, with all the values that could be read before."""
    after = read_header(apply(text, edit), header.rules)
    if after.error is not None or after.kind is HeaderKind.NONE or not after.fields:
        return False
    values = after.values()
    return all(repr(values.get(field.key)) == repr(field.value) for field in header.fields)
