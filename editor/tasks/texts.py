"""What is pasted, the headings, and the colours of code: tasks about one text."""

from __future__ import annotations

from typing import Any, Final

from editor.render.colour import line_colours
from editor.tasks.table import Request
from editor.writing.outline import headings
from editor.writing.sections import put_before

MAX_HEADINGS: Final = 5_000
"""More are not listed."""
MAX_TITLE: Final = 200
"""Longer titles are cut, in characters."""


def paste(request: Request) -> dict[str, Any]:
    """Return what puts the clipboard's HTML or text in a selection's place: `{"edit": [start, end, new], "caret": at}`.

    Nothing where there is nothing to put in. `text` is the text around, the selection is from `start` to `end`;
    `html` and `plain` are what the clipboard has, `rich` whether it has HTML (that may be too long to be sent);
    `templates` names one of `Templates`. Line ends are "\\n".
    """
    from editor.writing.paste import pasted
    from editor.writing.templates import Templates

    change = pasted(
        request["text"],
        request["start"],
        request["end"],
        request["plain"],
        request["html"],
        rich=request["rich"],
        templates=Templates[request["templates"]],
    )
    if change is None:
        return {}
    return {"edit": [change.edit.start, change.edit.end, change.edit.new], "caret": change.end}


def all_headings(request: Request) -> dict[str, Any]:
    """Return the headings of `text`: `{"headings": [[line, level, title], …]}`."""
    found = headings(request["text"])[:MAX_HEADINGS]
    return {"headings": [[one.line, one.level, one.title[:MAX_TITLE]] for one in found]}


def put_section(request: Request) -> dict[str, Any]:
    """Return what puts the section of a heading before another one: `{"edit": [start, end, new], "start": its place}`.

    Nothing where it can't go there. `heading` and `before` are numbers of headings; `before` is None for the end.
    """
    change = put_before(request["text"], request["heading"], request["before"])
    if change is None:
        return {}
    return {"edit": [change.edit.start, change.edit.end, change.edit.new], "start": change.start}


def colours(request: Request) -> dict[str, Any]:
    """Return the coloured pieces of each line of `code` (language: `lexer`): `{"lines": [[[start, end, colour]]]}`."""
    return {"lines": line_colours(request["code"], request["lexer"])}
