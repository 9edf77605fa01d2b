"""Where a new key goes: after the key that usually stands before it, else at the end of the header."""

from __future__ import annotations

from editor.header.model import Header

USUAL_ORDER = (
    "layout",
    "title",
    "subtitle",
    "slug",
    "permalink",
    "date",
    "last_modified_at",
    "updated",
    "lastmod",
    "author",
    "authors",
    "category",
    "categories",
    "tag",
    "tags",
    "description",
    "excerpt",
    "summary",
    "image",
    "published",
    "draft",
)
"""The order in which blogs write the well-known keys."""


def insertion_point(text: str, header: Header, key: str) -> tuple[int, str]:
    """The code point at which a new key's line goes, and the indentation of the header's keys."""
    if not header.fields:
        return header.content.end, ""
    first = header.fields[0].key_span.start
    indent = text[text.rfind("\n", 0, first) + 1 : first]
    before = None
    if key in USUAL_ORDER:
        earlier = set(USUAL_ORDER[: USUAL_ORDER.index(key)])
        before = next((field for field in reversed(header.fields) if field.key in earlier), None)
    last = before or header.fields[-1]
    end = max(last.value_span.end, last.key_span.end)
    line_end = text.find("\n", end, header.content.end)
    return (header.content.end if line_end < 0 else line_end + 1), indent if not indent.strip() else ""
