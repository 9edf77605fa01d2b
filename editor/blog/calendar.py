"""The moment that a post's date means on its blog, and how the blog's calendar shows it."""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo

from editor.header import Field, Header, Syntax
from editor.header.dates import Moment, read_date
from editor.post.values import shown


def moment_of(field: Field) -> Moment | None:
    """A field's date as it is written; None when it is none."""
    return read_date(shown(field.value))


def is_utc(field: Field) -> bool:
    """Whether YAML itself reads a point in time in UTC: seconds, no quotes, no offset (measured on Jekyll 4.3)."""
    node, moment = field.node, moment_of(field)
    plain = node is not None and node.style == "plain" and node.tag == "timestamp"
    return plain and moment is not None and moment.clock is not None and moment.offset is None


def instant_of(header: Header, field: Field, moment: Moment, zone: tzinfo | None) -> datetime:
    """The moment in time: by its offset, else by what the generator takes it for."""
    if moment.offset is not None or is_utc(field) or header.syntax is Syntax.TOML:
        return moment.instant
    return datetime.combine(moment.day, moment.clock or time(), zone or UTC)


def local_date(header: Header, zone: tzinfo | None, key: str = "date") -> datetime | None:
    """A post's date on the blog's calendar; where the blog names no zone, as it is written. None without a date."""
    field = header.field(key)
    moment = moment_of(field) if field is not None else None
    if field is None or moment is None:
        return None
    if zone is None or moment.clock is None:
        return datetime.combine(moment.day, moment.clock or time(), moment.instant.tzinfo)
    return instant_of(header, field, moment, zone).astimezone(zone)
