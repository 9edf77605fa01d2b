"""A changed scalar written into the old one's own characters: its line folds, escapes and odd spacing stay.

A long quoted title folded over three lines keeps its folds when one word of it changes, because only the characters
that mean that word are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from editor.header.scalar_rules import ScalarRules
from editor.header.yaml_write import double_quoted, plain_is_text
from editor.text.edit import Edit, shrink
from editor.text.white_space import ASCII_SPACE

_FOLD = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)", re.DOTALL)


def spliced(
    written: str,
    style: str,
    old: str,
    new: str,
    *,
    flow: bool = False,
    quoted: Callable[[str], str] = double_quoted,
    scalars: ScalarRules | None = None,
) -> str | None:
    """The old scalar's text with what differs between `old` and `new` put in; None where that can't be done.

    Args:
        written: the scalar as it stands in the file, quotes included.
        style: "plain", "single", "double", "literal" or "folded".
        old, new: the values that it has and is to have.
        flow: it stands inside brackets.
        quoted: writes a text in the double quotes of the format.
        scalars: see `plain_is_text`.

    """
    if style in ("literal", "folded"):
        return _spliced_block(written, style, old, new)
    if style not in ("plain", "single", "double") or not old:
        return None
    if style == "plain" and not plain_is_text(new, flow=flow, scalars=scalars):
        return None
    places = _places(written, style)
    if len(places) != len(old) + 1:
        return None
    change = shrink(old, Edit(0, len(old), new))
    if style != "double" and "\n" in change.new:
        return None
    middle = {
        "plain": lambda: change.new,
        "single": lambda: change.new.replace("'", "''"),
        "double": lambda: quoted(change.new)[1:-1],
    }[style]()
    start = places[change.start][0]
    end = places[change.end - 1][1] if change.end > change.start else start
    return written[:start] + middle + written[end:]


def _spliced_block(written: str, style: str, old: str, new: str) -> str | None:
    """The same for a literal or folded block, whose lines stay folded where they are."""
    head, _, rest = written.partition("\n")
    indent = re.match(r" *", rest.lstrip("\n"))
    margin = indent[0] if indent is not None else ""
    value, places = _block_places(rest, len(head) + 1, margin, folded=style == "folded")
    change = shrink(old, Edit(0, len(old), new))
    if not margin or old.rstrip("\n") != value or change.end > len(value) or (style == "folded" and "\n" in change.new):
        return None
    start = places[change.start][0]
    end = places[change.end - 1][1] if change.end > change.start else start
    return written[:start] + change.new.replace("\n", "\n" + margin) + written[end:]


def _block_places(lines: str, offset: int, margin: str, *, folded: bool) -> tuple[str, list[tuple[int, int]]]:
    """A block's value without its last line ends, and where each character of it stands; "" when it is unusual."""
    value: list[str] = []
    places: list[tuple[int, int]] = []
    end, breaks = offset, 0
    for line in lines.split("\n"):
        if line.strip(ASCII_SPACE):
            if not line.startswith(margin) or (folded and line[len(margin)] in " \t"):
                return "", []
            start = offset + len(margin)
            if value or breaks:
                between = "\n" * breaks if not folded or not value else " " if breaks == 1 else "\n" * (breaks - 1)
                value += between
                places += [(end, start)] * len(between)
            value += line[len(margin) :]
            places += ((at, at + 1) for at in range(start, offset + len(line)))
            end, breaks = offset + len(line), 0
        breaks += 1
        offset += len(line) + 1
    return "".join(value), [*places, (end, end)]


def _places(written: str, style: str) -> list[tuple[int, int]]:
    """Where each character of the value stands in the written text, and last where the text ends."""
    at, end = (0, len(written)) if style == "plain" else (1, len(written) - 1)
    places: list[tuple[int, int]] = []
    while at < end:
        stop = at + 1
        if (fold := _FOLD.match(written, at, end)) is not None:
            stop = fold.end()
            breaks = fold[0].count("\n")
            places.extend([(at, stop)] * max(1, breaks - 1))
            at = stop
            continue
        if style == "double" and (escape := _ESCAPE.match(written, at, end)) is not None:
            stop = escape.end()
            if escape[0].startswith("\\\n"):
                at = stop
                continue
        elif style == "single" and written.startswith("''", at):
            stop = at + 2
        places.append((at, stop))
        at = stop
    return [*places, (end, end)]
