"""The front matter of a new post, put together from lines of the posts that are there: each key is written as most of
them write it, then gets its own value by the same proven edits that the form makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from editor.blog.neighbours import form_of_date
from editor.blog.style.forms import Entry, kind_of
from editor.blog.style.samples import Sample
from editor.blog.style.vote import Poll
from editor.header import DateText, Header, HeaderKind, Refused, Rules, Syntax, Value, read_header, unset
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment
from editor.header.verbs import set_value
from editor.language import tr
from editor.text.edit import apply
from editor.text.white_space import ASCII_SPACE

LINE = 80
"""The width at which PyYAML and Psych break lines."""
_ALIKE = {
    "text quoted": ("text", "text lines", "empty"),
    "text": ("text quoted", "empty"),
    "text lines": ("text", "text quoted"),
    "list quoted": ("list", "list empty"),
    "list": ("list quoted", "list empty"),
    "list empty": ("list", "list quoted", "empty"),
    "day": ("moment",),
    "moment": ("day",),
    "empty": ("text", "list empty"),
}
"""Where no post has a value of that sort, which sort's form does."""


def compose(poll: Poll, values: Mapping[str, Value | Moment], reader: DateReader) -> str:
    """A front matter with these values, up to where the text begins.

    Args:
        poll: the posts of the blog; at least one.
        values: in the order in which they come where no post knows better.
        reader: who reads the front matter, and its dates.

    Raises:
        Refused: a value can't be written in this kind of front matter.

    """
    frame = poll.answer(_frame)
    like = poll.nearest(_frame, frame) if frame is not None else poll.voters[0]
    rules, head, content = Rules(reader.generator), like.head, like.header.content
    kind = like.header.kind
    if like.header.syntax is Syntax.JSON:
        return _from_copy(like, values, rules, reader)
    keys = key_order(poll, values)
    chosen = [_donor(poll, kind, key, kind_of(values[key], like.header.syntax)) for key in keys]
    lines = "".join(_emptied(entry) if values[entry.key] is None else entry.text for entry in chosen if entry)
    end = like.blank_lines + like.closing + ("\n" if like.blank_after else "")
    text = head[: content.start] + lines.lstrip("\n") + end
    header = read_header(text, rules)
    if header.error is not None or not header.by_field:
        raise Refused(
            tr("the posts that are there can't be taken as an example: their front matter can't be put together")
        )
    for key, value in values.items():
        if value is None and header.field(key) is not None:
            continue  # its line is written without one already
        text = _with_value(text, header, key, value, reader)
        header = read_header(text, rules)
        if isinstance(value, list) and _is_wrapped(poll, kind, key):
            text = _wrapped(text, header, key)
            header = read_header(text, rules)
    return text


def _from_copy(like: Sample, values: Mapping[str, Value | Moment], rules: Rules, reader: DateReader) -> str:
    """A JSON front matter: a neighbour's own with these values, for lines alone lack its commas and braces."""
    text = like.head[: like.header.content.end] + (like.closing or "\n")
    header = read_header(text, rules)
    for key, value in values.items():
        text = _with_value(text, header, key, value, reader)
        header = read_header(text, rules)
    for key in dict.fromkeys(like.keys):
        if key not in values:
            text = apply(text, unset(text, header, key))
            header = read_header(text, rules)
    return text + ("\n" if like.blank_after else "")


def key_order(poll: Poll, keys: Iterable[str]) -> list[str]:
    """Keys in the order in which the posts have them."""
    wanted = list(keys)
    whole = poll.answer(partial(_order, tuple(wanted)))
    return whole.split("\0") if whole is not None else _merged(poll.voters, wanted)


def _order(wanted: tuple[str, ...], sample: Sample) -> str | None:
    """The order of some keys in a post that has them all."""
    found = [key for key in dict.fromkeys(sample.keys) if key in wanted]
    return "\0".join(found) if len(found) == len(wanted) and found else None


def _merged(samples: Sequence[Sample], wanted: list[str]) -> list[str]:
    """Each key before those that most posts with both have behind it."""
    before = Counter[tuple[str, str]]()
    for sample in samples:
        before.update(combinations((key for key in dict.fromkeys(sample.keys) if key in wanted), 2))
    found: list[str] = []
    for key in wanted:
        at = len(found)
        while at and before[key, found[at - 1]] > before[found[at - 1], key]:
            at -= 1
        found.insert(at, key)
    return found


def _emptied(entry: Entry) -> str:
    """A key without a value, as YAML and Pelican can have it: its first line up to the colon."""
    start = len(entry.text) - len(entry.text.lstrip("\n"))
    return entry.text[: entry.text.index(":", start + len(entry.key)) + 1] + "\n"


def _frame(sample: Sample) -> str:
    """A post's fences, and whether a blank line comes after them."""
    header, head = sample.header, sample.head
    fences = f"{head[: header.content.start]}|{sample.blank_lines}{head[header.content.end : header.span.end]}"
    return f"{header.kind}|{fences}|{sample.blank_after}"


def _donor(poll: Poll, kind: HeaderKind, key: str, value_kind: str) -> Entry | None:
    """The lines of a key that stand for how most posts write such a value of it."""
    for wanted in (value_kind, *_ALIKE.get(value_kind, ()), ""):
        question = partial(_form_of, kind, key, wanted)
        form = poll.answer(question)
        if form is not None:
            entry = _entry(poll.nearest(question, form), key)
            return entry if entry is not None and not entry.marked else None
    return None


def _form_of(kind: HeaderKind, key: str, value_kind: str, sample: Sample) -> str | None:
    """How a post writes a key with that sort of value; with any sort for ""."""
    entry = _entry(sample, key) if sample.header.kind is kind else None
    fits = entry is not None and not entry.marked and value_kind in (entry.kind, "")
    return entry.form if entry is not None and fits else None


def _entry(sample: Sample, key: str) -> Entry | None:
    return next((entry for entry in sample.entries if entry.key == key), None)


def _is_wrapped(poll: Poll, kind: HeaderKind, key: str) -> bool:
    """Whether long lists in brackets are broken into lines, as PyYAML and Psych write them."""
    found = [entry for sample in poll.voters if sample.header.kind is kind and (entry := _entry(sample, key))]
    flow = [entry.text.strip(ASCII_SPACE) for entry in found if entry.kind.startswith("list") and "[" in entry.text]
    wrapped = sum("\n" in text for text in flow)
    return wrapped > sum(len(text) > LINE and "\n" not in text for text in flow)


def _wrapped(text: str, header: Header, key: str) -> str:
    """A list in brackets with line breaks after the first item that goes beyond the line (PyYAML's `best_width`)."""
    field = header.field(key)
    node = field.node if field is not None else None
    if node is None or node.kind != "list" or node.style != "flow" or not node.items:
        return text
    at, parts = text.rfind("\n", 0, node.start) + 1, list[str]()
    column = node.items[0].start - at
    for item in node.items[:-1]:
        column += item.end - item.start + 1
        breaks = column > LINE
        parts += [text[item.start : item.end], ",\n  " if breaks else ", "]
        column = 2 if breaks else column + 1
    return text[: node.items[0].start] + "".join(parts) + text[node.items[-1].start :]


def _with_value(text: str, header: Header, key: str, value: Value | Moment, reader: DateReader) -> str:
    if isinstance(value, Moment):
        value = date_of_key(header, key, value, reader)
    return apply(text, set_value(text, header, key, value))


def date_of_key(header: Header, key: str, moment: Moment, reader: DateReader, *, like: str = "") -> DateText:
    """Return a moment as the date of a key, in the form that the key's date has there.

    Args:
        like: the form for a key without a date; "" for the generator's own.

    """
    old, quoted = form_of_date(header.field(key), header.syntax)
    syntax = header.syntax if header.syntax is not Syntax.NONE else Syntax.YAML
    return DateText(date_for(replace(reader, syntax=syntax, quoted=quoted), moment, old or like))
