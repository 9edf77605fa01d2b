"""Values that a generator reads otherwise than their writer meant. The rules are measured or from the generators' docs.

Each check looks at one post and gives its problems with the least edit that makes the file say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.header import Field, FieldType, Generator, Syntax, Value, put_in_quotes, read_header, set_value, unset
from editor.header.nodes import Node
from editor.language import tr
from editor.post.values import shown
from editor.text.edit import Edit, apply, difference

TEXT_KEYS = frozenset(
    {"title", "subtitle", "author", "description", "excerpt", "summary", "slug", "layout", "permalink"}
)
WORD_KEYS = frozenset({"tags", "categories", "keywords", "tag", "category", "authors"})
SCRIPTED = frozenset({Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY})
"""Generators that read YAML with js-yaml, whose booleans are `true` and `false` alone."""

_NO = re.compile(r"no|n|off|false|0", re.IGNORECASE)
_SWITCHES = frozenset({"draft", "published", "pin", "toc", "math", "comments", "featured"})
_BARE_BOOLEAN = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)
_NEVER_BOOLEAN = {
    Generator.JEKYLL: re.compile(r"y|n", re.IGNORECASE),
    Generator.HEXO: re.compile(r"y|n|yes|no|on|off", re.IGNORECASE),
    Generator.ASTRO: re.compile(r"y|n|yes|no|on|off", re.IGNORECASE),
    Generator.ELEVENTY: re.compile(r"y|n|yes|no|on|off", re.IGNORECASE),
}
PERMALINK_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Jekyll's named styles (docs/_docs/permalinks.md), which it does not read in a post's own front matter."""


def published_says_no_in_text(situation: Situation) -> Iterator[Problem]:
    """Jekyll hides a post for false, no, off and nothing; the text 'no', 0 and n do not hide it (measured, 4.3.1)."""
    field = _field(situation, Generator.JEKYLL, "published")
    if field is None or field.type not in (FieldType.TEXT, FieldType.NUMBER):
        return
    if _NO.fullmatch(shown(field.value)):
        message = tr("Jekyll takes this “{0}” for a text, so the post is visible").format(shown(field.value))
        fix = _setting(situation, field, tr("Write false"), value=False)
        yield situation.problem("published-is-text", Severity.WARNING, message, field, fix)


def published_is_empty(situation: Situation) -> Iterator[Problem]:
    """Jekyll hides a post whose `published` has no value (measured, 4.3.1)."""
    field = _field(situation, Generator.JEKYLL, "published")
    if field is not None and field.type is FieldType.EMPTY:
        message = tr("an empty “published” hides the post")
        fix = _setting(situation, field, tr("Write true"), value=True)
        yield situation.problem("published-is-empty", Severity.WARNING, message, field, fix)


def draft_in_posts(situation: Situation) -> Iterator[Problem]:
    """Jekyll's drafts are what lies in `_drafts`; the key has no effect in `_posts` (measured, 4.3.1)."""
    field = _field(situation, Generator.JEKYLL, "draft")
    if field is not None and field.value is True and situation.in_posts:
        message = tr("Jekyll pays no attention to “draft” in _posts: the post is visible. “published: false” hides it")
        fix = Fix(tr("Hide it with published: false"), lambda: _hidden(situation))
        yield situation.problem("draft-in-posts", Severity.WARNING, message, field, fix)


def commas_in_words(situation: Situation) -> Iterator[Problem]:
    """`tags: a, b`: Jekyll splits at spaces, the others not at all (measured); only Pelican splits at commas."""
    if situation.header.syntax is Syntax.PELICAN:
        return
    for key in ("tags", "categories"):
        field = situation.header.field(key)
        if field is None or field.type is not FieldType.TEXT or "," not in str(field.value):
            continue
        text = str(field.value)
        if situation.generator is Generator.JEKYLL:
            read = tr(" and ").join(f"“{word}”" for word in text.split())
            message = tr("Jekyll splits {0} at spaces, not at commas: it reads {1}").format(key, read)
        else:
            message = tr("this is one of {0}, “{1}”: commas do not split it").format(key, text)
        items: list[Value] = [part.strip() for part in text.split(",") if part.strip()]
        fix = _setting(situation, field, tr("Make it a list"), items)
        yield situation.problem("commas-in-words", Severity.WARNING, message, field, fix)


def tag_beside_tags(situation: Situation) -> Iterator[Problem]:
    """With both, Jekyll reads only `tag` (measured, 4.3.1)."""
    one, many = _field(situation, Generator.JEKYLL, "tag"), situation.header.field("tags")
    if one is not None and many is not None and one.value and many.value:
        fix = Fix(tr("Move it into tags"), lambda: _merged(situation))
        message = tr("Jekyll reads only “tag” when “tags” is there too: the post loses its other tags")
        yield situation.problem("tag-beside-tags", Severity.WARNING, message, one, fix)


def texts_read_as_something_else(situation: Situation) -> Iterator[Problem]:
    """A title `no` is false to YAML 1.1 readers, and to Hugo `y` is true (measured, 0.111); `1.10` is 1.1 to all."""
    if situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.header.fields:
        if field.key in TEXT_KEYS:
            yield from _misread(situation, field, (field.key,), field.node)
        elif field.key in WORD_KEYS and field.node is not None:
            for index, item in enumerate(field.node.items):
                yield from _misread(situation, field, (field.key, index), item)


def _misread(situation: Situation, field: Field, path: tuple[str | int, ...], node: Node | None) -> Iterator[Problem]:
    if node is None or node.kind != "scalar" or node.style != "plain" or node.marked:
        return
    never = _NEVER_BOOLEAN.get(situation.generator)
    if _BARE_BOOLEAN.fullmatch(node.text) and not (never is not None and never.fullmatch(node.text)):
        reading = tr("yes or no (true or false), not as a text")
    elif node.tag in ("int", "float") and (number := _as_read(field, path)) != node.text:
        reading = tr("the number {0}").format(number)
    else:
        return
    fix = Fix(tr("Put it in quotes"), partial(put_in_quotes, situation.post.text, situation.header, path))
    message = tr("“{0}” without quotes is read as {1}").format(node.text, reading)
    yield situation.problem_at("text-without-quotes", Severity.WARNING, message, field, node, fix)


def _as_read(field: Field, path: tuple[str | int, ...]) -> str:
    value = field.value
    if len(path) > 1 and isinstance(value, list) and isinstance(path[1], int):
        value = value[path[1]]
    return shown(value)


def switches_that_are_text(situation: Situation) -> Iterator[Problem]:
    """`draft: no` is a text to js-yaml, and a text counts as yes (yaml.org/spec/1.2.2, section 10.3.2)."""
    if situation.generator not in SCRIPTED or situation.header.syntax is not Syntax.YAML:
        return
    for field in situation.header.fields:
        if field.type is not FieldType.BOOLEAN or field.node is None or field.key not in _SWITCHES:
            continue
        if field.node.text.lower() in ("true", "false"):
            continue
        word = "true" if field.value else "false"
        message = tr("{0} takes this “{1}” for a text, and any text counts as yes").format(
            situation.generator, field.node.text
        )
        fix = Fix(f"Write {word}", partial(Edit, field.value_span.start, field.value_span.end, word))
        yield situation.problem("switch-is-text", Severity.WARNING, message, field, fix)


def permalink_style(situation: Situation) -> Iterator[Problem]:
    """Jekyll's named permalink styles work in `_config.yml` alone (docs/_docs/permalinks.md)."""
    field = _field(situation, Generator.JEKYLL, "permalink")
    if field is not None and isinstance(field.value, str) and field.value in PERMALINK_STYLES:
        message = tr("Jekyll knows the style “{0}” in _config.yml only: here it is the address itself").format(
            field.value
        )
        fix = _setting(situation, field, tr("Write the style out"), PERMALINK_STYLES[field.value])
        yield situation.problem("permalink-style", Severity.WARNING, message, field, fix)


# -- fixes


def _field(situation: Situation, generator: Generator, key: str) -> Field | None:
    return situation.header.field(key) if situation.generator is generator else None


def _setting(situation: Situation, field: Field, label: str, value: Value) -> Fix:
    post = situation.post
    return Fix(label, lambda: post.set_value(field.path, value))


def _hidden(situation: Situation) -> Edit:
    """`published: false` in place of `draft: true`."""
    post = situation.post
    if post.header.field("published") is not None:
        return _together(situation, ("published", False), None)
    text = post.text
    renamed = apply(text, post.rename("draft", "published"))
    header = read_header(renamed, post.header.rules)
    return difference(text, apply(renamed, set_value(renamed, header, "published", False))) or Edit(0, 0, "")


def _together(situation: Situation, change: tuple[str, Value], gone: str | None) -> Edit:
    text, rules = situation.post.text, situation.header.rules
    after = apply(text, set_value(text, situation.header, *change))
    if gone is not None:
        after = apply(after, unset(after, read_header(after, rules), gone))
    return difference(text, after) or Edit(0, 0, "")


def _merged(situation: Situation) -> Edit:
    """The words of `tag` among `tags`."""
    one, many = situation.header.field("tag"), situation.header.field("tags")
    items = _items(many)
    items += [item for item in _items(one) if item not in items]
    return _together(situation, ("tags", items), "tag")


def _items(field: Field | None) -> list[Value]:
    if field is None:
        return []
    if isinstance(field.value, list):
        return list(field.value)
    return list(shown(field.value).split()) if field.key == "tags" else [field.value]


CHECKS = (
    published_says_no_in_text,
    published_is_empty,
    draft_in_posts,
    commas_in_words,
    tag_beside_tags,
    texts_read_as_something_else,
    switches_that_are_text,
    permalink_style,
)
