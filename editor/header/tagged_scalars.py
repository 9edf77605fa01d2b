"""Which value a YAML scalar behind a tag of YAML's own (`!!str 0456`) has, for the reader of each site generator.

Measured by `benchmarks/readers.py` (`readers/scalars/tagged.txt`). A value that stops the reader is shown as YAML 1.1
reads it; `check` tells of it. Values behind other tags are shown as they are written.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final

from editor.header.scalar_readers import PlainValue, Reading, constructed, goccy_yaml

CORE_TAGS: Final = frozenset({"str", "int", "float", "bool", "null", "timestamp"})
TagReader = Callable[[str, str, bool], Reading]
"""From a tag, a text, and whether it stands without quotes, to what the reader has."""
_DECIMAL: Final = re.compile(r"[-+]?[0-9]+")


def yaml_1_1(tag: str, text: str, _plain: bool) -> Reading:
    """YAML 1.1: the tag decides, whatever the form."""
    return tag, constructed(tag, text)


def own_forms(reader: Callable[[str], Reading]) -> TagReader:
    """Return a reader that takes for a tag what it reads as such without a tag (js-yaml, serde_yaml)."""

    def read(tag: str, text: str, plain: bool) -> Reading:
        found = reader(text) if tag != "str" else ("str", text)
        if tag == "float" and found[0] == "int" and found[1] is not None:
            return "float", _as_float(found[1])
        return found if found[0] == tag else yaml_1_1(tag, text, plain)

    return read


def without_tags(reader: Callable[[str], Reading]) -> TagReader:
    """Return a reader that ignores tags, and the quotes behind them (SafeYAML, lib/safe_yaml/transform.rb).

    libyaml, which it stands on, does not call a scalar with a tag quoted.
    """
    return lambda _tag, text, _plain: reader(text)


def goccy(tag: str, text: str, plain: bool) -> Reading:
    """Hugo's reader since 0.152 (goccy/go-yaml, decode.go): a tag converts the value that its plain text has."""
    if plain and not text:
        return yaml_1_1(tag, text, plain)  # it stops
    found = goccy_yaml(text) if plain else ("str", text)
    value = found[1]
    match tag:
        case "str":
            return "str", "" if found[0] == "null" else go_text(value)
        case "int" if found[0] != "int":
            return "int", int(text) if _DECIMAL.fullmatch(text) else 0
        case "float":
            return "float", _as_float(value) if isinstance(value, (int, float)) else _float(text)
    return yaml_1_1(tag, text, plain)


def go_text(value: PlainValue) -> str:
    """Return a value as Go's `fmt.Sprint` writes it."""
    match value:
        case bool():
            return str(value).lower()
        case float() if value in (float("inf"), float("-inf")):
            return "+Inf" if value > 0 else "-Inf"
        case float() if value != value:
            return "NaN"
        case float():
            written = repr(value)
            if "e" in written:
                mantissa, exponent = written.split("e")
                return f"{mantissa.removesuffix('.0')}e{int(exponent):+03}"
            return written.removesuffix(".0")
    return str(value)


def _as_float(value: float | str) -> float:
    try:
        return float(value)
    except OverflowError:
        return -math.inf if str(value).startswith("-") else math.inf


def _float(text: str) -> float:
    return float(text) if re.fullmatch(r"[-+]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:[eE][-+]?[0-9]++)?", text) else 0.0
