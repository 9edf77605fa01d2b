"""Values of a type that the generator can't take for that key: the build stops, or the value is lost.

Measured by building sites with Jekyll 4.3.1, Hugo 0.168.0, Hexo 8.1.2 and Eleventy 3.1.8. Zola's rules are the types of
its `PageFrontMatter` (components/content/src/front_matter/page.rs), which serde reads without conversions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.check.switches import meant_switch
from editor.header import Field, Generator, Path, Syntax, put_in_quotes
from editor.header.nodes import Node
from editor.language import msg, tr
from editor.text.edit import Edit

_NUMBERS: Final = frozenset({"int", "float"})
_OTHER_SCALARS: Final = _NUMBERS | {"bool", "timestamp"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A key that must not have some types of values.

    Attributes:
        types: tags of values (`Situation.reading`) that are wrong; true counts as "bool", false never does.
        effect: what happens, with {0} for the key.

    """

    types: frozenset[str]
    severity: Severity
    effect: str


_JEKYLL_ADDRESS: Final = _Rule(
    _OTHER_SCALARS | {"list", "map"}, Severity.ERROR, msg("Jekyll stops building the whole site: {0} must be a text")
)
_JEKYLL_WORDS: Final = _Rule(
    _OTHER_SCALARS | {"map"}, Severity.WARNING, msg("Jekyll reads {0} from a text or a list only: the post has none")
)
_HUGO_MAP: Final = _Rule(
    _OTHER_SCALARS | {"list", "str"}, Severity.ERROR, msg("Hugo stops building: {0} must be a map of keys")
)
_NOT_TEXT: Final = _OTHER_SCALARS | {"list", "map"}
_ZOLA_TEXT: Final = _Rule(_NOT_TEXT, Severity.ERROR, msg("Zola stops building: {0} must be a text"))
_ZOLA_SWITCH: Final = _Rule(
    (_NOT_TEXT | {"str", "null"}) - {"bool"}, Severity.ERROR, msg("Zola stops building: {0} must be true or false")
)
_ZOLA_COUNT: Final = _Rule(
    (_NOT_TEXT | {"str"}) - {"int"}, Severity.ERROR, msg("Zola stops building: {0} must be a whole number from 0 up")
)
_ZOLA_LIST: Final = _Rule(
    (_NOT_TEXT | {"str", "null"}) - {"list"}, Severity.ERROR, msg("Zola stops building: {0} must be a list of texts")
)
_RULES: Final = {
    Generator.JEKYLL: {
        "slug": _JEKYLL_ADDRESS,
        "permalink": _JEKYLL_ADDRESS,
        "categories": _Rule(
            _OTHER_SCALARS | {"map"},
            Severity.ERROR,
            msg("Jekyll would build the post without its front matter: {0} must be a text or a list"),
        ),
        "tags": _JEKYLL_WORDS,
    },
    Generator.ELEVENTY: {
        "tags": _Rule(
            _OTHER_SCALARS | {"map"}, Severity.ERROR, msg("Eleventy stops building: {0} must be a text or a list")
        ),
        "permalink": _Rule(
            _OTHER_SCALARS | {"list"}, Severity.ERROR, msg("Eleventy stops building: {0} must be a text or false")
        ),
    },
    Generator.HEXO: {
        "permalink": _Rule(
            _OTHER_SCALARS | {"list", "map"}, Severity.ERROR, msg("Hexo leaves the post out: {0} must be a text")
        ),
        "tags": _Rule(frozenset({"map"}), Severity.WARNING, msg("Hexo shows “[object Object]” for {0}")),
        "categories": _Rule(frozenset({"map"}), Severity.WARNING, msg("Hexo shows “[object Object]” for {0}")),
    },
    Generator.ZOLA: {
        **dict.fromkeys(("title", "description", "slug", "path", "template"), _ZOLA_TEXT),
        **dict.fromkeys(("draft", "render", "in_search_index"), _ZOLA_SWITCH),
        **dict.fromkeys(("authors", "aliases"), _ZOLA_LIST),
        "weight": _ZOLA_COUNT,
        "taxonomies": _Rule(
            (_NOT_TEXT | {"str", "null"}) - {"map"},
            Severity.ERROR,
            msg("Zola stops building: {0} must be a map of keys"),
        ),
    },
    Generator.HUGO: {
        "title": _Rule(frozenset({"map"}), Severity.ERROR, msg("Hugo stops building: {0} must be a text")),
        "params": _HUGO_MAP,
        "build": _HUGO_MAP,
        "cascade": _Rule(
            _OTHER_SCALARS | {"str"}, Severity.ERROR, msg("Hugo stops building: {0} must be a map of keys")
        ),
    },
}
_WHOLE: Final = re.compile(r"\s*[-+]?[0-9]+(?:\.[0-9]*)?\s*", re.ASCII)


def values_of_a_wrong_type(situation: Situation) -> Iterator[Problem]:
    """Keys whose value has a type that stops the build or is dropped."""
    rules = _RULES.get(situation.generator, {})
    for field in situation.header.fields:
        name = field.key.lower() if situation.generator is Generator.HUGO else field.key
        rule = rules.get(name)
        tag, value = situation.reading(field.node)
        if rule is None or tag not in rule.types or _counts_as_nothing(situation.generator, value):
            continue
        message = tr(rule.effect).format(field.key)
        yield situation.problem("wrong-type", rule.severity, message, field, _quoted(situation, field, rule))


def items_that_zola_takes_for_no_texts(situation: Situation) -> Iterator[Problem]:
    """Zola's lists hold texts only, and its `weight` is no negative number."""
    if situation.generator is not Generator.ZOLA:
        return
    for field in situation.fields():
        node = field.node
        in_taxonomies = len(field.path) == 2 and field.path[0] == "taxonomies"
        if node is None or not (in_taxonomies or field.path in (("authors",), ("aliases",), ("weight",))):
            continue
        message = tr(_ZOLA_LIST.effect).format(field.key)
        if field.path == ("weight",):
            if isinstance(field.value, int) and field.value < 0:
                message = tr(_ZOLA_COUNT.effect).format(field.key)
                yield situation.problem("wrong-type", Severity.ERROR, message, field)
        elif node.kind != "list":
            if in_taxonomies:
                yield situation.problem("wrong-type", Severity.ERROR, message, field)
        else:
            for index, item in enumerate(node.items):
                if item.kind == "scalar" and situation.reading(item)[0] != "str":
                    fix = _quoted_item(situation, item, (*field.path, index))
                    yield situation.problem_at("wrong-type", Severity.ERROR, message, field, item, fix)


def _quoted_item(situation: Situation, item: Node, path: Path) -> Fix | None:
    if situation.header.syntax is not Syntax.YAML or item.style != "plain" or item.marked or item.end == item.start:
        return None
    return Fix(tr("Put it in quotes"), partial(put_in_quotes, situation.post.text, situation.header, path))


def _counts_as_nothing(generator: Generator, value: object) -> bool:
    """Return whether the generator takes a value for none at all, whatever the key."""
    if generator is Generator.ZOLA:
        return False
    return value is False or (value == 0 and generator is not Generator.JEKYLL)


def weights_that_are_no_numbers(situation: Situation) -> Iterator[Problem]:
    """Hugo takes a `weight` that is no number for 0, which means none (measured, 0.168)."""
    if situation.generator is not Generator.HUGO:
        return
    for field in situation.header.fields:
        tag, value = situation.reading(field.node)
        if field.key.lower() != "weight" or tag in ("null", "", "bool") or tag in _NUMBERS:
            continue
        if tag != "str" or _WHOLE.fullmatch(str(value)) is None:
            message = tr("Hugo reads this {0} as 0, which means no weight: write a whole number").format(field.key)
            yield situation.problem("wrong-type", Severity.WARNING, message, field)


def _quoted(situation: Situation, field: Field, rule: _Rule) -> Fix | None:
    """Quotes make a text of a plain scalar, where a text is fine; `yes` becomes `true` where only that is."""
    node = field.node
    if node is not None and node.kind == "scalar" and rule is _ZOLA_SWITCH and not node.marked:
        meant = meant_switch(node.text)
        word = "true" if meant else "false"
        return None if meant is None else Fix(tr("Write {0}").format(word), partial(Edit, node.start, node.end, word))
    plain = node is not None and node.kind == "scalar" and node.style == "plain" and not node.marked
    if situation.header.syntax is not Syntax.YAML or not plain or "str" in rule.types:
        return None
    return Fix(tr("Put it in quotes"), partial(put_in_quotes, situation.post.text, situation.header, (field.key,)))


CHECKS: Final = (values_of_a_wrong_type, items_that_zola_takes_for_no_texts, weights_that_are_no_numbers)
