"""The front matter of a post in another blog: edited where that blog has the same kind, else put together anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Final

from editor.blog.calendar import in_zone
from editor.blog.folder import BlogFolder
from editor.blog.neighbours import Neighbours, form_of_date
from editor.blog.style.house import HouseStyle
from editor.blog.style.readable import require_readable
from editor.blog.style.scaffold import scaffold
from editor.export.across.keys import MappedKey, is_date, mapped, shown_value
from editor.header import DateText, Field, Generator, Header, HeaderKind, Refused, Rules, Syntax, Value, read_header
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment, read_date
from editor.header.verbs import NO_CHANGE, rename, set_value, unset
from editor.language import tr
from editor.post.values import shown
from editor.text.edit import apply
from editor.text.white_space import ASCII_SPACE

NEWEST: Final = 200
"""So many of the newest posts are asked which keys the blog has."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the front matter of a post is to say in the blog.

    Attributes:
        values: by the blog's keys, in the order of the post.
        rows: what becomes of the post's keys, and what comes in.
        fields: each key of the post, and its name in the blog.

    """

    values: dict[str, Value | Moment]
    rows: tuple[MappedKey, ...]
    fields: tuple[tuple[str, str], ...]


def wanted_values(
    header: Header,
    home: DateReader,
    folder: BlogFolder,
    house: HouseStyle,
    title: str,
    now: Moment,
    changed: Mapping[str, Value],
    *,
    before: Sequence[Field] | None = None,
) -> Wanted:
    """What a post says in another blog.

    Args:
        home: who reads it so far, and its dates.
        title: for a post that has none.
        now: the date of a post that has none.
        changed: values that are others there (addresses of pictures), by the post's keys.
        before: what a former export of this post added; None for the first one.

    """
    samples = house.samples[:NEWEST]
    values: dict[str, Value | Moment] = {}
    rows, fields = list[MappedKey](), list[tuple[str, str]]()
    for field, key, value, reason in mapped(header, home.generator, folder, samples):
        if field.key in changed:
            value, reason = changed[field.key], reason or tr("where the blog has its pictures")
        if isinstance(value, Moment):
            value = _told_by(home, header, field, value)
        values[key] = value
        fields.append((field.key, key))
        was, now_is = shown_value(field.value), shown_value(value)
        if key != field.key or (was != now_is and not isinstance(value, Moment)):
            rows.append(MappedKey(field.key, was, key, now_is, reason))
    missing = _missing(house, folder, values, title, now) if before is None else _as_before(before, values)
    for key, new in missing.items():
        values[key] = new
        rows.append(MappedKey("", "", key, shown_value(new), tr("as the blog’s posts have it")))
    return Wanted(values, tuple(rows), tuple(fields))


def converted(
    text: str,
    header: Header,
    wanted: Wanted,
    folder: BlogFolder,
    house: HouseStyle,
    path: PurePosixPath,
    title: str,
    now: Moment,
) -> tuple[str, tuple[str, ...]]:
    """The text with a front matter that says what is wanted, and notes for the writer.

    Raises:
        Refused: a value can't be written in this blog's front matter.

    """
    alike = header.kind is not HeaderKind.NONE and header.syntax is _syntax_of(house, folder)
    if alike and _is_seen_alike(text, header, folder.blog.generator):
        return _edited(text, wanted, house, folder, now), ()
    body = text[header.body_start :] if header.kind is not HeaderKind.NONE else text
    made, left = _composed(wanted, folder, house, path, title, now)
    gap = "" if made.endswith("\n\n") or folder.blog.generator is not Generator.PELICAN else "\n"
    notes = [tr("“{0}” can’t be written in this blog’s front matter: it was left out").format(key) for key in left]
    if _has_comments(text, header):
        notes.append(tr("comments of the front matter do not come along"))
    new = made + gap + body.lstrip("\n")
    require_readable(new, folder.blog.generator, {}, body=body)
    return new, tuple(notes)


def _is_seen_alike(text: str, header: Header, generator: Generator) -> bool:
    """Whether the other blog's generator sees the same front matter: fences are not the same to all of them."""
    there = read_header(text, Rules(generator))
    return there.error is None and (there.kind, there.body_start) == (header.kind, header.body_start)


def _composed(
    wanted: Wanted, folder: BlogFolder, house: HouseStyle, path: PurePosixPath, title: str, now: Moment
) -> tuple[str, list[str]]:
    """A new front matter, and the keys that it can't hold."""
    values = {key: value if value == now else _exact(value, key, house) for key, value in wanted.values.items()}
    left = list[str]()
    if house.samples and house.samples[0].header.syntax is not Syntax.YAML:
        values = {key: value for key, value in values.items() if value is not None}
    for _ in range(len(values) + 1):
        try:
            if house.samples:
                return house.put_together(path, title, now, values).head, left
            return _scaffolded(values, folder, title, now), left
        except Refused as refusal:
            blamed = next((key for key in values if f"“{key}”" in refusal.reason), None)
            if blamed is None:
                raise
            refused = values.pop(blamed)
            if not isinstance(refused, (str, Moment)) and refused is not None and "\n" not in shown(refused):
                as_text: Value = shown(refused)
                values[blamed] = as_text  # the text says what the value does
            else:
                left.append(blamed)
    raise Refused(tr("the front matter can’t be written in this blog’s kind"))


def _exact(value: Value | Moment, key: str, house: HouseStyle) -> Value | Moment:
    """A date that tells more than the blog's posts do keeps that."""
    like, _ = Neighbours(lambda: [sample.header for sample in house.samples[:NEWEST]]).date_like(key)
    old = read_date(like)
    if not isinstance(value, Moment) or value.clock is None or old is None:
        return value
    told = old.clock is not None and (not value.clock.second or like.count(":") > 1)
    return value if told else _written(value, like, house.reader)


def _scaffolded(values: Mapping[str, Value | Moment], folder: BlogFolder, title: str, now: Moment) -> str:
    reader = DateReader(folder.blog.generator, folder.settings.zone)
    plain = {key: _written(value, "", reader) for key, value in values.items()}
    return scaffold(folder, title, now, plain, "x").head


def _edited(text: str, wanted: Wanted, house: HouseStyle, folder: BlogFolder, now: Moment) -> str:
    """The text with as few edits as the wanted values need."""
    rules = Rules(folder.blog.generator)
    header = read_header(text, rules)
    kept = {new for _, new in wanted.fields}
    neighbours = Neighbours(lambda: [sample.header for sample in house.samples[:NEWEST]])
    for old, new in wanted.fields:
        if old != new and header.field(old) is not None:
            edit = rename(text, header, old, new) if header.field(new) is None else unset(text, header, old)
            text = apply(text, edit)
            header = read_header(text, rules)
    for key, value in wanted.values.items():
        field = header.field(key)
        like, quoted = form_of_date(field, header.syntax)
        there = replace(house.reader, syntax=header.syntax, quoted=quoted)
        if isinstance(value, Moment) and field is not None and _means(there, like, value):
            continue
        written = _written(value, like or neighbours.date_like(key)[0], there, exact=value != now)
        if key in kept or field is None:
            edit = set_value(text, header, key, written)
            if edit != NO_CHANGE:
                text = apply(text, edit)
                header = read_header(text, rules)
    return text


def _missing(
    house: HouseStyle, folder: BlogFolder, values: Mapping[str, Value | Moment], title: str, now: Moment
) -> dict[str, Value | Moment]:
    """What the blog's posts all have and this one does not."""
    found: dict[str, Value | Moment] = {} if "title" in values else {"title": title}
    if not house.samples:
        generator = folder.blog.generator
        key = "pubDate" if generator is Generator.ASTRO else "date"
        found |= {"layout": "post"} if generator is Generator.JEKYLL and "layout" not in values else {}
        return found | ({key: now} if key not in values else {})
    for key, value in house.common_values(now).items():
        is_empty = value is None or value in ("", [], {})
        dated = isinstance(value, Moment) and any(isinstance(one, Moment) for one in values.values())
        if key not in values and not is_empty and not dated:
            found[key] = value
    return found


def _as_before(before: Sequence[Field], values: Mapping[str, Value | Moment]) -> dict[str, Value | Moment]:
    """What a former export added, so that a date, say, stays what it was."""
    found: dict[str, Value | Moment] = {}
    for field in before:
        if field.key not in values:
            moment = read_date(shown(field.value)) if is_date(field) else None
            found[field.key] = moment if moment is not None else field.value
    return found


def _told_by(home: DateReader, header: Header, field: Field, moment: Moment) -> Moment:
    """Return the moment that a date means where the post is now; a text without an offset may be the blog's own time.

    A day stays that day. A post of no generator's is told by the clock of the blog that it comes to.
    """
    if moment.clock is None or moment.offset is not None or home.generator is Generator.PLAIN:
        return moment
    text, quoted = form_of_date(field, header.syntax)
    instants = replace(home, syntax=header.syntax, quoted=quoted).instants(text)
    if len(instants) != 1:
        return moment
    at = in_zone(next(iter(instants)), home.clock)
    return Moment(at.date(), at.time(), int((at.utcoffset() or timedelta()).total_seconds()) // 60)


def _means(reader: DateReader, text: str, moment: Moment) -> bool:
    """Whether the blog's generator reads a text as the moment."""
    if moment.clock is None:
        return read_date(text) == moment and reader.accepts(text)
    return reader.instants(text) == {reader.meant(moment)}


def _written(value: Value | Moment, like: str, reader: DateReader, *, exact: bool = True) -> Value:
    return DateText(date_for(reader, value, like, exact=exact)) if isinstance(value, Moment) else value


def _syntax_of(house: HouseStyle, folder: BlogFolder) -> Syntax:
    """The kind of front matter that most posts have."""
    found = [sample.header.syntax for sample in house.samples[:NEWEST]]
    if found:
        return max(set(found), key=found.count)
    return {Generator.PELICAN: Syntax.PELICAN, Generator.ZOLA: Syntax.TOML}.get(folder.blog.generator, Syntax.YAML)


def _has_comments(text: str, header: Header) -> bool:
    lines = header.content.of(text).split("\n") if header.syntax in (Syntax.YAML, Syntax.TOML) else []
    return any(line.lstrip(ASCII_SPACE).startswith("#") for line in lines)
