"""Plain YAML scalars that the generator reads as something else than the text their writer meant.

`situation.reading` says what the blog's own generator reads; the rest here is what that means on the page, measured
with Jekyll 4.3.1, Hugo 0.168.0, Hexo 8.1.2, Astro's parser and Eleventy 3.1.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.header import Field, Generator, Syntax, put_in_quotes
from editor.header.nodes import Node
from editor.header.scalar_readers import PlainValue, py_yaml
from editor.language import msg, tr
from editor.text.edit import Edit

TEXT_KEYS: Final = frozenset(
    {"title", "subtitle", "author", "description", "excerpt", "summary", "slug", "layout", "permalink"}
)
WORD_KEYS: Final = frozenset({"tags", "categories", "keywords", "tag", "category", "authors"})
_SENTENCES: Final = frozenset({"title", "subtitle", "description", "excerpt", "summary"})
"""Keys whose text is prose, so that a comment behind it is hardly meant."""
_PROSE: Final = re.compile(
    r"(?:^|[-_a-z])(?:[Tt]itle|[Hh]eading|[Hh]eadline|[Cc]aption|[Aa]lt|[Ll]abel|[Tt]ext|[Nn]ame|[Dd]escription|[Ss]ummary"
    r"|[Tt]agline|[Tt]easer|[Nn]ote|[Mm]essage|[Aa]nswer|[Qq]uestion|[Cc]redit)s?\Z"
)
"""Other keys of that kind, as themes name them: `caption`, `seo_title`, `imageAlt`."""
_NUMBERED: Final = re.compile(r"[0-9]+(?![0-9A-Za-z])")
"""A number sign with its number, as in `fixed by #12`."""
_SINGLE: Final = _SENTENCES | {"slug", "permalink"}
"""Keys that no generator takes a list for."""
_MAY_BE_OFF: Final = frozenset(
    {"layout", "permalink", "excerpt", "author", "description", "summary", "tags", "categories"}
)
"""Keys that writers set to false or null on purpose."""
_JAVASCRIPT: Final = frozenset({Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY})
_COMMENT: Final = re.compile(r"[ \t]+#(?P<space>[ \t]*)(?P<words>[^\n]*)")
_COLOUR: Final = re.compile(r"(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})[ \t]*", re.IGNORECASE | re.ASCII)
_YAML_TAGS: Final = frozenset(
    {"str", "int", "float", "bool", "null", "timestamp", "binary", "merge", "seq", "map", "omap", "pairs", "set"}
)
"""Types that js-yaml knows (lib/schema/default.js)."""
_TAG: Final = re.compile(r"![^ \t\n]*")

Found = tuple[tuple[str | int, ...], Node]
"""A path and the value there."""


def texts_read_as_something_else(situation: Situation) -> Iterator[Problem]:
    """Texts without quotes that are a boolean, number, date or nothing to the generator."""
    if situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.fields():
        for path, node in _texts(situation, field):
            tag, value = situation.reading(node)
            if situation.generator is Generator.ZOLA and field.path[0] != "extra":
                continue  # it stops at another type: see required_types
            if tag in ("bool", "null") and node is field.node and _is_meant(_name(situation, field), node):
                continue
            reading = _reading(situation, node, tag, value)
            if reading and node.style == "plain" and not node.marked:
                fix = Fix(tr("Put it in quotes"), partial(put_in_quotes, situation.post.text, situation.header, path))
                message = tr("“{0}” without quotes is read as {1}").format(node.text, reading)
                yield situation.problem_at("text-without-quotes", Severity.WARNING, message, field, node, fix)


def _is_meant(name: str, node: Node) -> bool:
    """Whether true, false or null is an ordinary value of a key: `layout: null`, `permalink: false`."""
    return name in _MAY_BE_OFF and node.text.lower() in ("true", "false", "null", "~")


def _name(situation: Situation, field: Field) -> str:
    return field.key.lower() if situation.generator is Generator.HUGO else field.key


def _texts(situation: Situation, field: Field) -> Iterator[Found]:
    """The scalars of a field that should be texts."""
    name, node = _name(situation, field), field.node
    if node is None:
        return
    if name in TEXT_KEYS | WORD_KEYS and node.kind == "scalar":
        yield field.path, node
    elif name in WORD_KEYS:
        for index, item in enumerate(node.items):
            if item.kind == "scalar":
                yield (*field.path, index), item


def _reading(situation: Situation, node: Node, tag: str, value: PlainValue | None) -> str:
    """Return in words what a plain scalar is read as; "" where it shows as it is written."""
    if tag == "bool":
        plain = situation.generator in (Generator.HUGO, Generator.HEXO) and node.text in ("true", "false")
        return "" if plain else tr("yes or no (true or false), not as a text")
    if tag in ("int", "float") and isinstance(value, (int, float)):
        number = _shown(situation, value)
        if not situation.header.rules.scalars.agree(node.text):
            return tr("a number")  # another one in each version of the reader
        return tr("the number {0}").format(number) if number != node.text else ""
    if tag == "null" and node.end > node.start:
        return tr("no value at all")
    if tag != "timestamp":
        return ""
    if situation.generator in _JAVASCRIPT:
        return tr("a date, which is printed with its time and time zone")
    if situation.generator is Generator.JEKYLL and ":" in node.text:
        return tr("a time, which is printed in the site’s time zone")
    return ""


def _shown(situation: Situation, value: float) -> str:
    """Return a number as the generator prints it."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:.1f}" if situation.generator is Generator.JEKYLL else str(int(value))
    return str(value)


def collections_for_texts(situation: Situation) -> Iterator[Problem]:
    """`title: [Emacs]` is a list, `title: {{ x }}` a map: brackets need quotes."""
    if situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.fields():
        node = field.node
        if node is None or _name(situation, field) not in _SINGLE or node.style != "flow":
            continue
        if node.kind == "map" and len(field.path) > 1:
            continue  # `title: {en: A, ja: B}` of a theme's own
        if situation.post.text.startswith("{{", node.start):
            continue  # a template of an archetype
        if node.kind == "list":
            words = tr("the brackets make a list of this {0}: put it in quotes")
        elif node.kind == "map":
            words = tr("the braces make a map of this {0}: put it in quotes")
        else:
            continue
        written = situation.post.text[node.start : node.end]
        fix = None
        if "\n" not in written and not node.marked:
            quoted = "'" + written.replace("'", "''") + "'"
            fix = Fix(tr("Put it in quotes"), partial(Edit, node.start, node.end, quoted))
        message = words.format(field.key)
        if situation.generator is Generator.HUGO:
            message = tr("{0} (Hugo reads an empty text)").format(message)
        yield situation.problem_at("text-without-quotes", Severity.WARNING, message, field, node, fix)


def comments_in_texts(situation: Situation) -> Iterator[Problem]:
    """` #` starts a comment in YAML: `title: A #1` is read as “A”, and `tags: #a #b` as nothing."""
    if situation.header.syntax is not Syntax.YAML:
        return
    text = situation.post.text
    for field in situation.fields():
        name, node = _name(situation, field), field.node
        if node is None:
            continue
        values = [node] if node.kind == "scalar" else []
        if node.kind == "list" and node.style == "block":
            values = [item for item in node.items if item.kind == "scalar"]
        for value in values:
            at = value.end if value.end > value.start else _after_mark(text, field, value)
            comment = _COMMENT.match(text, at) if value.style == "plain" and not value.marked else None
            if comment is None or not _looks_meant(situation, name, value, comment):
                continue
            words = comment["words"].rstrip(" \t")
            start = value.start if value.end > value.start else comment.end() - len(comment[0].lstrip(" \t"))
            end = comment.start() + len(comment[0].rstrip(" \t"))
            lost = tr("“#” starts a comment here: “{0}” is not read").format(f"#{comment['space']}{words}")
            quoted = "'" + text[start:end].replace("'", "''") + "'"
            fix = Fix(tr("Put it in quotes"), partial(Edit, start, end, quoted))
            yield situation.problem_at("comment-in-value", Severity.WARNING, lost, field, value, fix)


def _after_mark(text: str, field: Field, value: Node) -> int:
    """Where an empty value would stand: behind its key's colon, or behind its dash."""
    if value.start > field.key_span.end and text[value.start - 1 : value.start] == "-":
        return value.start
    line_start = text.rfind("\n", 0, value.start) + 1
    if line_start > field.key_span.end:  # an item: its dash stands on this line or on the one above
        dash = text.rfind("-", field.key_span.end, value.start)
        return dash + 1 if dash >= 0 else value.start
    return text.find(":", field.key_span.end) + 1


def _looks_meant(situation: Situation, name: str, value: Node, comment: re.Match[str]) -> bool:
    """Whether a comment reads like a part of the value: `A #1`, not `post # the layout`."""
    words, close = comment["words"], not comment["space"] and comment["words"][:1].isalnum()
    empty = value.end == value.start
    if empty and close and _COLOUR.fullmatch(words):
        return True
    if name in WORD_KEYS:
        return close and "[" not in words
    if name.lower() in _SENTENCES or _PROSE.search(name):
        return close
    return close and not empty and _NUMBERED.match(words) is not None and situation.reading(value)[0] == "str"


def marks_that_yaml_reads(situation: Situation) -> Iterator[Problem]:
    """`title: !wow` has a YAML tag, `title: &wow` an anchor: js-yaml stops at tags that it does not know."""
    if situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.header.fields:
        for node in _marked(field.node):
            written = situation.post.text[node.mark_start : node.start].strip(" \t\n")
            tag = _TAG.search(written)
            unknown = tag is not None and not (tag[0].startswith("!!") and tag[0][2:] in _YAML_TAGS)
            if tag is not None and tag[0] == "!" and node.style != "plain":
                continue  # Psych wrote `! 'text'` once, and it is the same text
            wrong = _wrong_for_its_tag(situation, node, tag[0].removeprefix("!!") if tag is not None else "")
            if wrong is not None:
                severity, message = wrong
            elif unknown and tag is not None:
                message = tr("“{0}” is a YAML tag, not a part of the value: put the value in quotes").format(tag[0])
                effect = _STOPS.get(situation.generator) if tag[0] != "!" else None
                severity = Severity.ERROR if effect else Severity.WARNING
                message = f"{message} ({tr(effect)})" if effect else message
            elif node.anchor and node.kind == "scalar" and node is field.node and not _used(situation, node.anchor):
                message = tr("“&{0}” is a YAML anchor, not a part of the value: put the value in quotes").format(
                    node.anchor
                )
                stops = node.end == node.start and situation.generator is Generator.HUGO
                severity = Severity.ERROR if stops else Severity.WARNING
                message = f"{message} ({tr(_HUGO_STOPS)})" if stops else message
            else:
                continue
            yield situation.problem_at("yaml-mark", severity, message, field, node, _quoted_whole(situation, node))


_STOPS: Final = {
    Generator.HEXO: msg("Hexo leaves the post out"),
    Generator.ASTRO: msg("Astro stops building"),
    Generator.ELEVENTY: msg("Eleventy stops building"),
}


def _wrong_for_its_tag(situation: Situation, node: Node, tag: str) -> tuple[Severity, str] | None:
    """Return what happens to `!!float x`, whose text is no such value; None where nothing does."""
    if node.kind != "scalar" or tag not in ("int", "float", "bool", "timestamp"):
        return None
    read = py_yaml(node.text)[0]
    if read == tag or (read, tag) == ("int", "float"):
        return None
    message = tr("“{0}” is not a valid value for the YAML tag !!{1}").format(node.text, tag)
    effects = dict(_STOPS)
    if tag == "float":
        effects[Generator.JEKYLL] = msg("Jekyll would build the post without its front matter")
    if tag == "bool":
        effects[Generator.HUGO] = _HUGO_STOPS
    effect = effects.get(situation.generator)
    return (Severity.ERROR, f"{message} ({tr(effect)})") if effect else (Severity.WARNING, message)


_HUGO_STOPS: Final = msg("Hugo stops building")
"""At an anchor without a value (goccy/go-yaml, measured)."""


def _marked(node: Node | None) -> Iterator[Node]:
    """The values with a tag or an anchor inside a value, itself included."""
    waiting = [node] if node is not None else []
    while waiting:
        one = waiting.pop()
        if 0 <= one.mark_start < one.start or (one.marked and one.mark_start >= 0):
            yield one
        waiting += [*reversed(one.items), *(value for _, value in reversed(one.pairs))]


def _used(situation: Situation, anchor: str) -> bool:
    return f"*{anchor}" in situation.header.content.of(situation.post.text)


def _quoted_whole(situation: Situation, node: Node) -> Fix | None:
    """The value with its mark in quotes, where it is one line."""
    written = situation.post.text[node.mark_start : node.end].rstrip(" \t\n")
    if node.kind != "scalar" or node.style != "plain" or "\n" in written:
        return None
    quoted = "'" + written.replace("'", "''") + "'"
    return Fix(tr("Put it in quotes"), partial(Edit, node.mark_start, node.mark_start + len(written), quoted))


CHECKS: Final = (
    texts_read_as_something_else,
    collections_for_texts,
    comments_in_texts,
    marks_that_yaml_reads,
)
