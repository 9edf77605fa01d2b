"""Which keys of a header get a row of the form, from top to bottom."""

from __future__ import annotations

from typing import Final

from editor.header import Field, Header, Path
from editor.ui.form.head import head_keys
from editor.ui.form.row import widget_kind

MAX_ROWS: Final = 150
"""How many keys get a row: more are no form to look through, and each row takes a millisecond to make."""

Place = tuple[Path, Field | None]
"""A key, and its field where the header has it."""


def places(header: Header, *, read_only: bool) -> tuple[list[Place], int]:
    """The places of the form, and how many more there would be.

    A header that can't be edited field by field has none; a broken one shows what could be read of it.
    """
    if read_only or not (header.by_field or header.error is not None):
        return [], 0
    found = _of_editable(header) if header.by_field else [(one.path, one) for one in header.fields]
    once = list(dict(found).items())  # a key that stands there twice has one row
    return once[:MAX_ROWS], max(0, len(once) - MAX_ROWS)


def _of_editable(header: Header) -> list[Place]:
    """The head's keys, the others, each group followed by its own keys."""
    own = dict.fromkeys(header.resolved((one.key,)) for one in header.fields)
    filed = header.field("taxonomies") is not None  # Zola's place for them
    head: list[Path] = [(key,) for key in head_keys(header) if not (filed and key in ("tags", "categories"))]
    of_head = {*head, *map(header.resolved, head)}  # a Hugo post may say `Title`
    waiting = [*head, *(path for path in own if path not in of_head)][::-1]
    found: list[Place] = []
    while waiting and len(found) <= MAX_ROWS:
        path = waiting.pop()
        field = header.field(path)
        found.append((path, field))
        if field is not None and widget_kind(path, field) == "group":
            waiting += [one.path for one in field.fields][::-1]
    return [*found, *((path, None) for path in waiting)]
