"""Values that a generator reads otherwise than their writer meant. The rules are measured or from the generators' docs.

Each check looks at one post and gives its problems with the least edit that makes the file say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.header import Field, FieldType, Generator, Syntax, Value, read_header, set_value, unset
from editor.language import tr
from editor.post.values import shown
from editor.text.edit import Edit, apply, difference

_SPACE = " \t\n"
RUBY_SPACE = re.compile(r"[ \t\n\v\f\r]+")
"""Where Ruby's `split` splits: U+3000 and U+00A0 are letters to it (measured)."""
PERMALINK_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Jekyll's named styles (docs/_docs/permalinks.md), which it does not read in a post's own front matter."""


def published_is_zero(situation: Situation) -> Iterator[Problem]:
    """Jekyll hides a post for false, no, off and nothing; 0 does not hide it (measured, 4.3.1)."""
    field = _field(situation, Generator.JEKYLL, "published")
    if field is None:
        return
    tag, value = situation.reading(field.node)
    if tag in ("int", "float") and value == 0:
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
            read = tr(" and ").join(f"“{word}”" for word in RUBY_SPACE.split(text) if word)
            message = tr("Jekyll splits {0} at spaces, not at commas: it reads {1}").format(key, read)
        else:
            message = tr("this is one of {0}, “{1}”: commas do not split it").format(key, text)
        items: list[Value] = [part.strip(_SPACE) for part in text.split(",") if part.strip(_SPACE)]
        fix = _setting(situation, field, tr("Make it a list"), items)
        yield situation.problem("commas-in-words", Severity.WARNING, message, field, fix)


def tag_beside_tags(situation: Situation) -> Iterator[Problem]:
    """With both, Jekyll reads only `tag` (measured, 4.3.1)."""
    one, many = _field(situation, Generator.JEKYLL, "tag"), situation.header.field("tags")
    if one is not None and many is not None and one.value and many.value:
        fix = Fix(tr("Move it into tags"), lambda: _merged(situation))
        message = tr("Jekyll reads only “tag” when “tags” is there too: the post loses its other tags")
        yield situation.problem("tag-beside-tags", Severity.WARNING, message, one, fix)


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
    return [word for word in RUBY_SPACE.split(shown(field.value)) if word] if field.key == "tags" else [field.value]


CHECKS = (
    published_is_zero,
    published_is_empty,
    draft_in_posts,
    commas_in_words,
    tag_beside_tags,
    permalink_style,
)
