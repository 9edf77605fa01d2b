"""The head of a post as a theme shows it: title, date, author, categories, tags. Front matter is no prose to show."""

from __future__ import annotations

from datetime import tzinfo
from html import escape

from editor.blog.calendar import local_date
from editor.blog.tags import tags_of
from editor.header import DateText, Header, Value
from editor.post.values import shown


def head_html(header: Header, zone: tzinfo | None = None, minutes: float = 0.0, author: str = "") -> str:
    """The HTML of a post's head; empty when it has nothing to show.

    Args:
        zone: the blog's time zone: the day is the one that the blog shows.
        minutes: how long the post takes to read; 0 when it is not known.
        author: who wrote it where the post does not say so.

    """
    title = _text(header, "title")
    japanese = any("\u3041" <= character <= "\u9fff" for character in title)
    parts = [_day(header, zone, japanese=japanese), *(_authors(header) or [author]), _time(minutes, japanese=japanese)]
    line = " · ".join(escape(part) for part in parts if part)
    words = " ".join(f"#{escape(word)}" for word in _words(header))
    rows = [
        f"<h1>{escape(title)}</h1>" if title else "",
        f"<p>{line}</p>" if line else "",
        f"<p>{words}</p>" if words else "",
    ]
    return "".join(rows)


def _text(header: Header, key: str) -> str:
    field = header.field(key)
    return shown(field.value) if field is not None else ""


def _day(header: Header, zone: tzinfo | None, *, japanese: bool) -> str:
    """The day on the blog's calendar, in the form that the title's language reads."""
    field = header.field("date")
    if field is None or not isinstance(field.value, DateText):
        return ""
    day = local_date(header, zone)
    if day is None:
        return field.value.text
    return f"{day.year}年{day.month}月{day.day}日" if japanese else f"{day:%B} {day.day}, {day.year}"


def _time(minutes: float, *, japanese: bool) -> str:
    """The reading time, in whole minutes."""
    if minutes <= 0:
        return ""
    whole = max(1, round(minutes))
    return f"約{whole}分" if japanese else f"{whole} min read"


def _words(header: Header) -> list[str]:
    """Categories and tags, each once."""
    return list(dict.fromkeys(tags_of(header, "category", "categories", "tag", "tags")))


def _authors(header: Header) -> list[str]:
    for key in ("author", "authors"):
        field = header.field(key)
        if field is not None and field.value is not None and not isinstance(field.value, dict):
            people = field.value if isinstance(field.value, list) else [field.value]
            return [_name(person) for person in people]
    return []


def _name(person: Value) -> str:
    """An author as themes show one: by name where more is said of them."""
    return shown(person.get("name", person)) if isinstance(person, dict) else shown(person)
