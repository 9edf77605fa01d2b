"""Dates that stop a build, land on another day, or lie ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_any

from editor.blog.calendar import in_zone, instant_of, is_utc, moment_of
from editor.check.date_readers import better, misreading
from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.check.switches import meant_switch
from editor.header import DateText, Field, FieldType, Generator
from editor.header.date_forms import FILE_DATES
from editor.header.dates import Moment, read_date, write_date
from editor.header.key_kinds import DATE_KEYS, is_date_key
from editor.language import tr
from editor.post.values import shown
from editor.text.edit import Edit

_CALENDAR = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}")
"""What Ruby's Time.parse, Jekyll's reader, picks out of a text whatever else stands in it."""

_SCALARS = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE)


def unreadable_date(situation: Situation) -> Iterator[Problem]:
    """A date that its generator can't read, or reads as another day."""
    for field in situation.header.fields:
        if is_date_key(situation.generator, field.key):
            yield from _misread(situation, field)
        elif field.key in DATE_KEYS and field.type in _SCALARS and not _is_some_date(field):
            text = shown(field.value)
            message = tr("“{0}” is no date. Write it as 2025-11-02 or 2025-11-02 21:54:50 +0900").format(text)
            yield situation.problem("no-date", Severity.WARNING, message, field, _as_the_name(situation, field))


def _misread(situation: Situation, field: Field) -> Iterator[Problem]:
    """The generator's own date: what it makes of it, and the form that it reads."""
    empty = situation.generator is Generator.JEKYLL and field.type is FieldType.EMPTY and situation.in_posts
    found = misreading(situation, field)
    if found is None and not empty:
        return
    scalar = field.node is not None and field.node.kind == "scalar"
    text = field.node.text if scalar and field.node is not None else shown(field.value)
    switch = _for_a_switch(situation, field)
    if switch is not None:
        message = tr("Hugo reads “{0}” as a date, and {1} is not one: Hugo stops building").format(field.key, text)
        yield situation.problem("no-date", Severity.ERROR, message, field, switch)
        return
    form = better(situation, field)
    stops = found is None or found.stops
    effect = found.effect if found is not None else tr("Jekyll stops building the whole site")
    if stops:
        message = tr("{1} cannot read “{0}” as a date: {2}. Write it as {3}").format(
            text, situation.generator, effect, form or _example(situation)
        )
    else:
        message = tr("“{0}” is not the date that it looks like: {1}").format(text, effect)
    fix = _as_the_name(situation, field)
    node = field.node
    if form is not None and node is not None and node.kind == "scalar" and not node.marked:
        quote = situation.post.text[node.start] if node.style in ("single", "double") else ""
        fix = Fix(tr("Write {0}").format(form), partial(Edit, node.start, node.end, f"{quote}{form}{quote}"))
    yield situation.problem("no-date", Severity.ERROR if stops else Severity.WARNING, message, field, fix)


def _example(situation: Situation) -> str:
    """A date that the generator reads."""
    forms = {Generator.ELEVENTY: "2025-11-02T21:54:50+09:00", Generator.ZOLA: "2025-11-02"}
    return forms.get(situation.generator, "2025-11-02 21:54:50 +0900")


def _for_a_switch(situation: Situation, field: Field) -> Fix | None:
    """`published: false`, which other generators read, is `draft: true` to Hugo; None for all other fields."""
    tag, value = situation.reading(field.node)
    meant = meant_switch(str(value)) if tag in ("bool", "str") else None
    if situation.generator is not Generator.HUGO or field.key.lower() != "published" or meant is None:
        return None
    if any(one.key.lower() == "draft" for one in situation.header.fields):
        return Fix(tr("Remove it"), partial(situation.post.unset, field.key))
    draft = "false" if meant else "true"
    post = situation.post

    def make() -> Edit:
        text = post.text
        between = text[field.key_span.end : field.value_span.start]
        key = text[field.key_span.start : field.key_span.end]
        name = key.lower().replace("published", "draft")
        return Edit(field.key_span.start, field.value_span.end, f"{name}{between}{draft}")

    return Fix(tr("Write draft: {0} in its place").format(draft), make)


def _as_the_name(situation: Situation, field: Field) -> Fix | None:
    """The day that the file's name says."""
    day = situation.name_date
    if day is None:
        return None
    made = partial(situation.post.set_value, field.path, DateText(day.isoformat()))
    return Fix(tr("Write {0}, as the file’s name says").format(day), made)


def day_of_the_name(situation: Situation) -> Iterator[Problem]:
    """Jekyll's header date beats the file name's (docs/_docs/posts.md), and so decides the address."""
    field, day = situation.header.field("date"), situation.name_date
    if situation.generator is not Generator.JEKYLL or field is None or day is None or not situation.in_posts:
        return
    moment = moment_of(field)
    if moment is None or day in _days(situation, field, moment):
        return
    message = tr("the date says {0}, the file’s name {1}: the date counts, also in the post’s address").format(
        moment.day, day
    )
    fix = _dated(situation, field, tr("Write {0}").format(day), Moment(day, moment.clock, moment.offset))
    yield situation.problem("date-differs-from-name", Severity.HINT, message, field, fix)


def time_without_offset(situation: Situation) -> Iterator[Problem]:
    """Without quotes and offset, a time with seconds is UTC to Jekyll (measured, 4.3.1)."""
    field, zone = situation.header.field("date"), situation.settings.zone
    if situation.generator is not Generator.JEKYLL or field is None or zone is None or not is_utc(field):
        return
    moment = moment_of(field)
    if moment is None or moment.clock is None:
        return
    utc = datetime.combine(moment.day, moment.clock, UTC)
    local = in_zone(utc, zone)
    wanted = datetime.combine(moment.day, moment.clock, zone).utcoffset() or timedelta()
    if local.utcoffset() == timedelta():
        return
    offset = int(wanted.total_seconds()) // 60
    message = tr("a time without offset and quotes is UTC: the site in {0} shows {1:%Y-%m-%d %H:%M}").format(
        zone, local
    )
    severity = Severity.WARNING if local.date() != moment.day else Severity.HINT
    with_offset = Moment(moment.day, moment.clock, offset)
    fix = _dated(situation, field, tr("Add the site’s offset"), with_offset)
    yield situation.problem("time-is-utc", severity, message, field, fix)


def date_ahead(situation: Situation) -> Iterator[Problem]:
    """Jekyll and Hugo leave out what lies ahead, unless told otherwise (`future`, `buildFuture`)."""
    field, future = situation.header.field("date"), situation.settings.future
    if field is None or future or situation.generator not in (Generator.JEKYLL, Generator.HUGO):
        return
    moment = moment_of(field)
    if moment is None or instant_of(situation.header, field, moment, situation.settings.zone) <= situation.now:
        return
    message = (
        tr("the date lies ahead: {0} leaves the post out until then")
        if future is False
        else tr("the date lies ahead: {0} leaves the post out until then, unless the site has “future” on")
    ).format(situation.generator)
    now = situation.now.astimezone(instant_of(situation.header, field, moment, situation.settings.zone).tzinfo)
    clock = now.time().replace(microsecond=0) if moment.clock is not None else None
    if clock is not None and moment.clock is not None and moment.clock.second == 0:
        clock = clock.replace(second=0)
    fix = _dated(situation, field, tr("Set it to now"), Moment(now.date(), clock, moment.offset))
    yield situation.problem("date-ahead", Severity.HINT, message, field, fix)


def _is_some_date(field: Field) -> bool:
    """Whether any generator's lenient reader may take it for a date: then it is not ours to doubt."""
    text = shown(field.value).strip(" \t\n") if field.value is not None else ""
    if read_date(text) is not None or text.lower() in FILE_DATES:
        return True
    calendar = _CALENDAR.search(text)
    if calendar is not None:
        return read_date(calendar[0].replace(".", "-")) is not None
    try:
        parse_any(text, tzinfos=lambda _name, offset: offset or 0)
    except (ParserError, ArithmeticError, ValueError, TypeError):
        return False
    return True


def _days(situation: Situation, field: Field, moment: Moment) -> set[date]:
    """The day as written, and the day it is in the site's time zone."""
    zone = situation.settings.zone
    days = {moment.day}
    if zone is not None and moment.clock is not None:
        days.add(in_zone(instant_of(situation.header, field, moment, situation.settings.zone), zone).date())
    return days


def _dated(situation: Situation, field: Field, label: str, moment: Moment) -> Fix:
    post, like = situation.post, shown(field.value)

    def make() -> Edit:
        return post.set_value(field.path, DateText(write_date(moment, like)))

    return Fix(label, make)


CHECKS = (unreadable_date, day_of_the_name, time_without_offset, date_ahead)
