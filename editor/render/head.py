"""The head of a post as a theme shows it: title, date, author, categories, tags. Front matter is no prose to show."""

from __future__ import annotations

from html import escape

from editor.header import DateText, Header, Value
from editor.header.dates import read_date
from editor.header.words import words_of
from editor.post.values import shown, texts


def head_html(header: Header) -> str:
    """The HTML of a post's head; empty when it has nothing to show."""
    title, parts = _text(header, "title"), [_day(header), *_authors(header)]
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


def _day(header: Header) -> str:
    """The day in the post's own zone, in the form that its title's language reads."""
    field = header.field("date")
    if field is None or not isinstance(field.value, DateText):
        return ""
    moment = read_date(field.value.text)
    if moment is None:
        return field.value.text
    day = moment.day
    if any("\u3041" <= character <= "\u9fff" for character in _text(header, "title")):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day:%B} {day.day}, {day.year}"


def _words(header: Header) -> list[str]:
    """Categories and tags, wherever the blog has them (Zola's stand under `taxonomies`), each once."""
    found: dict[str, None] = {}
    for place in ((), ("taxonomies",)):
        for key in ("category", "categories", "tag", "tags"):
            field = header.field((*place, key))
            if field is not None:
                words = words_of(header, field)
                items = texts(field.value) or [shown(field.value)] if words is None else words.items
                found.update(dict.fromkeys(items))
    return [word for word in found if word]


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
