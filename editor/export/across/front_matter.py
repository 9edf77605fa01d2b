"""The front matter of a post in another blog: edited where that blog has the same kind, else put together anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from editor.blog.calendar import in_zone, instant_of
from editor.blog.folder import BlogFolder
from editor.blog.style.house import HouseStyle
from editor.blog.style.samples import Sample
from editor.blog.style.scaffold import scaffold
from editor.export.across.keys import MappedKey, is_date, mapped, shown_value
from editor.header import DateText, Field, Generator, Header, HeaderKind, Refused, Rules, Syntax, Value, read_header
from editor.header.dates import Moment, read_date, write_date
from editor.header.verbs import NO_CHANGE, rename, set_value, unset
from editor.language import tr
from editor.post.values import shown
from editor.text.edit import apply

NEWEST: Final = 200
"""So many of the newest posts are asked which keys the blog has."""
_LIKE: Final = {
    Generator.HUGO: "2000-01-01T00:00:00+00:00",
    Generator.ZOLA: "2000-01-01T00:00:00+00:00",
    Generator.ASTRO: "2000-01-01T00:00:00Z",
    Generator.ELEVENTY: "2000-01-01T00:00:00Z",
    Generator.PELICAN: "2000-01-01 00:00",
    Generator.HEXO: "2000-01-01 00:00:00",
}
"""How a date is written where no post shows it; as 2000-01-01 00:00:00 +0000 elsewhere."""


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
    source: Generator,
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
        source: who read it so far.
        title: for a post that has none.
        now: the date of a post that has none.
        changed: values that are others there (addresses of pictures), by the post's keys.
        before: what a former export of this post added; None for the first one.

    """
    samples = house.samples[:NEWEST]
    values: dict[str, Value | Moment] = {}
    rows, fields = list[MappedKey](), list[tuple[str, str]]()
    for field, key, value, reason in mapped(header, source, folder, samples):
        if field.key in changed:
            value, reason = changed[field.key], reason or tr("where the blog has its pictures")
        if isinstance(value, Moment):
            value = _in_zone(header, field, value, folder, samples, key)
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
    if header.kind is not HeaderKind.NONE and header.syntax is _syntax_of(house, folder):
        return _edited(text, wanted, house, folder), ()
    body = text[header.body_start :] if header.kind is not HeaderKind.NONE else text
    made, left = _composed(wanted, folder, house, path, title, now)
    gap = "" if made.endswith("\n\n") or folder.blog.generator is not Generator.PELICAN else "\n"
    notes = [tr("“{0}” can’t be written in this blog’s front matter: it was left out").format(key) for key in left]
    if _has_comments(text, header):
        notes.append(tr("comments of the front matter do not come along"))
    return made + gap + body.lstrip("\n"), tuple(notes)


def _composed(
    wanted: Wanted, folder: BlogFolder, house: HouseStyle, path: PurePosixPath, title: str, now: Moment
) -> tuple[str, list[str]]:
    """A new front matter, and the keys that it can't hold."""
    values, left = {key: _exact(value, key, house, folder) for key, value in wanted.values.items()}, list[str]()
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


def _exact(value: Value | Moment, key: str, house: HouseStyle, folder: BlogFolder) -> Value | Moment:
    """A date that tells more than the blog's posts do keeps that."""
    like = read_date(_date_like(house.samples, key))
    if not isinstance(value, Moment) or value.clock is None or like is None:
        return value
    if like.clock is not None and not value.clock.second:
        return value
    form = _date_like(house.samples, key)
    return _written(value, form if form.count(":") > 1 else "", folder)


def _scaffolded(values: Mapping[str, Value | Moment], folder: BlogFolder, title: str, now: Moment) -> str:
    plain = {key: _written(value, "", folder) for key, value in values.items()}
    return scaffold(folder, title, now, plain, "x").head


def _edited(text: str, wanted: Wanted, house: HouseStyle, folder: BlogFolder) -> str:
    """The text with as few edits as the wanted values need."""
    rules = Rules(folder.blog.generator)
    header = read_header(text, rules)
    kept = {new for _, new in wanted.fields}
    for old, new in wanted.fields:
        if old != new and header.field(old) is not None:
            edit = rename(text, header, old, new) if header.field(new) is None else unset(text, header, old)
            text = apply(text, edit)
            header = read_header(text, rules)
    for key, value in wanted.values.items():
        field = header.field(key)
        if isinstance(value, Moment) and field is not None and read_date(shown(field.value)) == value:
            continue
        like = shown(field.value) if field is not None else ""
        written = _written(value, like or _date_like(house.samples, key), folder)
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


def _in_zone(
    header: Header, field: Field, moment: Moment, folder: BlogFolder, samples: Sequence[Sample], key: str
) -> Moment:
    """A date as the blog tells it: at the blog's clock where its posts name no offset."""
    zone = folder.settings.zone
    like = read_date(_date_like(samples, key))
    if moment.clock is None or moment.offset is None or zone is None or like is None or like.offset is not None:
        return moment
    there = in_zone(instant_of(header, field, moment, zone), zone)
    return Moment(there.date(), there.time())


def _date_like(samples: Sequence[Sample], key: str) -> str:
    """A date as the newest post writes it; "" where none has the key."""
    for sample in samples:
        field = sample.header.field(key)
        if field is not None and is_date(field):
            return shown(field.value)
    return ""


def _written(value: Value | Moment, like: str, folder: BlogFolder) -> Value:
    if not isinstance(value, Moment):
        return value
    usual = _LIKE.get(folder.blog.generator, "2000-01-01 00:00:00 +0000")
    form = like if read_date(like) is not None else usual
    if value.clock is None and folder.blog.generator in (Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA):
        form = like if read_date(like) is not None else "2000-01-01"
    return DateText(write_date(value, form))


def _syntax_of(house: HouseStyle, folder: BlogFolder) -> Syntax:
    """The kind of front matter that most posts have."""
    found = [sample.header.syntax for sample in house.samples[:NEWEST]]
    if found:
        return max(set(found), key=found.count)
    return {Generator.PELICAN: Syntax.PELICAN, Generator.ZOLA: Syntax.TOML}.get(folder.blog.generator, Syntax.YAML)


def _has_comments(text: str, header: Header) -> bool:
    lines = header.content.of(text).splitlines() if header.syntax in (Syntax.YAML, Syntax.TOML) else []
    return any(line.lstrip().startswith("#") for line in lines)
