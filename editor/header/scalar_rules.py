"""Which value a plain YAML scalar has, for the reader that each site generator uses.

`draft: yes` is a boolean to Jekyll and a text to Hugo 0.168; `0123` is 83 to Jekyll and Hugo, and 123 to Hexo. The
readers are in `scalar_readers`. Writers use `everyone_reads`: it asks all of them, whatever generator the blog has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from editor.header.generator_name import Generator
from editor.header.scalar_readers import (
    Reading,
    go_yaml_2,
    goccy_yaml,
    js_yaml_3,
    js_yaml_4,
    plain_text,
    psych,
    py_yaml,
    safe_yaml,
    serde_yaml,
    yaml_core,
)
from editor.header.tagged_scalars import CORE_TAGS, TagReader, goccy, own_forms, without_tags, yaml_1_1

_FIRST: Final = frozenset("0123456789+-.~_<=:,")
_LETTERS: Final = frozenset("nNyYtTfFoO")
_LONGEST_WORD: Final = 5  # "false"
MAX_DIGITS: Final = 400
"""How long a number may be: Python takes long to read longer ones, and no front matter has one. Longer ones are an
"int" without a value, which the format refuses."""
_LONG_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9_,.:]*")


@dataclass(frozen=True, slots=True)
class ScalarRules:
    """How a generator reads plain YAML scalars.

    Attributes:
        name: the reader's name and version, for messages and measurements.
        reader: gives the tag and value of a text.
        others: further readers that the same generator has in some installations. What is written must mean the
            same to them; what is shown is what `reader` says.
        mark_is_text: a scalar behind the tag `!` is a text (YAML 1.2, 6.9.1); readers built on libyaml drop the tag,
            and with it the quotes.
        mark_is_map: a scalar behind the tag `!` is neither a text nor what it is without the tag (serde_yaml).
        knows_long_tags: `!<tag:yaml.org,2002:str>` is `!!str`.
        tagged: gives the tag and value of a text behind a tag of YAML's own; None where the reader's own forms count.
        joins_halves: two escapes in double quotes (`"\\uD83D\\uDE00"`) are one character, as in JSON; libyaml stops.

    """

    name: str
    reader: Callable[[str], Reading]
    others: tuple[Callable[[str], Reading], ...] = ()
    mark_is_text: bool = True
    mark_is_map: bool = False
    knows_long_tags: bool = True
    tagged: TagReader | None = None
    joins_halves: bool = False

    def read(self, text: str) -> Reading:
        """Return the tag ("str", "bool", "int", "float", "null", "timestamp", "merge") and the value of a text."""
        return _read(self.reader, text)

    def read_tagged(self, tag: str, text: str, *, plain: bool) -> Reading | None:
        """Return the tag and value of a text behind a tag; None for a tag that is not YAML's own.

        Args:
            plain: it has no quotes and is no block.

        """
        if tag not in CORE_TAGS and self.tagged is not _WITHOUT_TAGS:
            return None
        if tag == "binary":
            return None
        if len(text) > MAX_DIGITS and _LONG_NUMBER.fullmatch(text):
            return "int", None
        return (self.tagged or own_forms(self.reader))(tag, text, plain)

    def resolve(self, text: str) -> str:
        """Return the tag that the generator gives a plain scalar."""
        return _read(self.reader, text)[0]

    def agree(self, text: str) -> bool:
        """Return whether all readers of this generator read the same value from a text."""
        first = _read(self.reader, text)
        return all(same_reading(_read(other, text), first) for other in self.others)


_WITHOUT_TAGS: Final = without_tags(safe_yaml)
SAFE_YAML: Final = ScalarRules("SafeYAML 1.0.5", safe_yaml, (psych,), mark_is_text=False, tagged=_WITHOUT_TAGS)
GOCCY: Final = ScalarRules(
    "goccy/go-yaml (Hugo 0.152 and newer)", goccy_yaml, tagged=goccy, knows_long_tags=False, joins_halves=True
)
GO_YAML_2: Final = ScalarRules("go-yaml 2 (Hugo before 0.152)", go_yaml_2, mark_is_text=False)
JS_YAML_4: Final = ScalarRules("js-yaml 4", js_yaml_4, joins_halves=True)
JS_YAML_3: Final = ScalarRules("js-yaml 3 (Eleventy before 3)", js_yaml_3, joins_halves=True)
HEXO: Final = ScalarRules("js-yaml 4 (hexo-front-matter 4)", js_yaml_4, (yaml_core,), joins_halves=True)
SERDE: Final = ScalarRules("serde_yaml", serde_yaml, mark_is_map=True)
PLAIN_TEXT: Final = ScalarRules("plain text", plain_text)
YAML_1_1: Final = ScalarRules("YAML 1.1 (PyYAML)", py_yaml, mark_is_text=False, tagged=yaml_1_1)

EVERY_READER: Final = (
    safe_yaml,
    psych,
    goccy_yaml,
    go_yaml_2,
    js_yaml_4,
    js_yaml_3,
    yaml_core,
    serde_yaml,
    py_yaml,
)

_NEWEST: Final = {
    Generator.JEKYLL: SAFE_YAML,
    Generator.HUGO: GOCCY,
    Generator.HEXO: HEXO,
    Generator.ASTRO: JS_YAML_4,
    Generator.ELEVENTY: JS_YAML_4,
    Generator.ZOLA: SERDE,
    Generator.PELICAN: PLAIN_TEXT,
    Generator.PLAIN: YAML_1_1,
}
_BEFORE: Final = {Generator.HUGO: ((0, 152), GO_YAML_2), Generator.ELEVENTY: ((3,), JS_YAML_3)}
"""Until which version a generator had another reader, and which."""


@cache
def scalar_rules(generator: Generator, version: str = "") -> ScalarRules:
    """Return how a generator reads plain YAML scalars.

    Args:
        version: its version, as "0.111.3"; "" stands for the newest one.

    """
    older = _BEFORE.get(generator)
    numbers = tuple(int(part) for part in re.findall(r"[0-9]+", version))
    return older[1] if older is not None and numbers and numbers < older[0] else _NEWEST[generator]


def everyone_reads(text: str) -> Reading | None:
    """Return what all known readers take a plain scalar for; None when they disagree."""
    first = _read(EVERY_READER[0], text)
    return first if all(same_reading(_read(other, text), first) for other in EVERY_READER[1:]) else None


def same_reading(one: Reading, other: Reading) -> bool:
    """Return whether two readings are the same value; numbers by value, for JavaScript has but one kind of them."""
    if one[0] in _NUMBERS and other[0] in _NUMBERS:
        return one[1] == other[1] or (one[1] != one[1] and other[1] != other[1])
    return one == other


_NUMBERS: Final = frozenset({"int", "float"})


def _read(reader: Callable[[str], Reading], text: str) -> Reading:
    if len(text) > MAX_DIGITS:
        return ("int", None) if _LONG_NUMBER.fullmatch(text) else ("str", text)
    if text[:1] in _FIRST or not text or (text[0] in _LETTERS and len(text) <= _LONGEST_WORD):
        return reader(text)
    return "str", text
