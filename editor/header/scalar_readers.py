"""The YAML readers of the site generators: what each takes a plain scalar for, as a tag and a value.

Each function follows its reader's own source and was compared with the running program (`benchmarks/readers.py`). Texts
that make a reader stop count as texts here.
"""

from __future__ import annotations

import math
import re
from calendar import isleap
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import yaml
from yaml.constructor import SafeConstructor

PlainValue = str | bool | int | float | None
Reading = tuple[str, PlainValue]
"""A tag and a value; a timestamp's value is its text."""

_BOOLEANS_12: Final = dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_RUBY_WORDS: Final[dict[str, bool | None]] = {
    "yes": True,
    "on": True,
    "true": True,
    "no": False,
    "off": False,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_GO_2_BOOLEANS: Final = {
    **{word: True for base in ("y", "yes", "true", "on") for word in (base, base.capitalize(), base.upper())},
    **{word: False for base in ("n", "no", "false", "off") for word in (base, base.capitalize(), base.upper())},
}
_INFINITE: Final = {
    **dict.fromkeys((".inf", ".Inf", ".INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_PLUS_INFINITE: Final = {**_INFINITE, **dict.fromkeys(("+.inf", "+.Inf", "+.INF"), math.inf)}

_UINT64: Final = 2**64
_INT64: Final = 2**63


def _cached(reader: Callable[[str], Reading]) -> Callable[[str], Reading]:
    return lru_cache(maxsize=4096)(reader)


def _word(text: str, booleans: dict[str, bool]) -> Reading | None:
    if text in _NULLS:
        return "null", None
    if text in booleans:
        return "bool", booleans[text]
    return ("merge", text) if text == "<<" else None


def _integer(text: str, *, octal: bool) -> int:
    """An integer with a sign and base prefix; a leading zero alone means base 8 when `octal` is set."""
    sign, digits = (-1 if text[0] == "-" else 1), text.lstrip("+-").replace("_", "").replace(",", "").lower()
    for prefix, base in (("0x", 16), ("0o", 8), ("0b", 2)):
        if digits.startswith(prefix):
            return sign * int(digits[2:], base)
    return sign * int(digits, 8 if octal and digits.startswith("0") else 10)


# -- JavaScript

_JS_DATE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?"
)
_JS_4_INT: Final = re.compile(r"[-+]?(?:0b[01]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+)")
_JS_4_FLOAT: Final = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?")


@_cached
def js_yaml_4(text: str) -> Reading:
    """Hexo's, Astro's and Eleventy's reader (js-yaml 4.3.2, lib/type/*.js): YAML 1.2 with dates."""
    word = _word(text, _BOOLEANS_12)
    if word is not None:
        return word
    if _JS_4_INT.fullmatch(text):
        number = _integer(text, octal=False)
        return ("int", number) if abs(number) < 2**1024 else ("str", text)
    if _JS_4_FLOAT.fullmatch(text):
        value = float(text)
        return ("float", value) if math.isfinite(value) else ("str", text)
    if text in _PLUS_INFINITE:
        return "float", _PLUS_INFINITE[text]
    return ("timestamp", text) if _JS_DATE.fullmatch(text) else ("str", text)


_JS_3_INT: Final = re.compile(
    r"[-+]?(?:0|0b_*[01](?:[01_]*[01])?|0x_*[0-9a-fA-F](?:[0-9a-fA-F_]*[0-9a-fA-F])?|0_*[0-7](?:[0-7_]*[0-7])?"
    r"|[1-9](?:[0-9_]*[0-9])?)"
)
_JS_3_SIXTIES: Final = re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+")
_JS_3_FLOAT: Final = re.compile(
    r"[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
)
_JS_3_SIXTIES_FLOAT: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*")


@_cached
def js_yaml_3(text: str) -> Reading:
    """The reader of Eleventy before 3 (gray-matter 4 with js-yaml 3.15, lib/js-yaml/type/*.js)."""
    word = _word(text, _BOOLEANS_12)
    if word is not None:
        return word
    if _JS_3_INT.fullmatch(text):
        return "int", _integer(text, octal=True)
    if _JS_3_SIXTIES.fullmatch(text):
        return "int", int(_sixties(text))
    if not text.endswith("_"):
        if _JS_3_FLOAT.fullmatch(text):
            digits = text.replace("_", "")
            return "float", float(digits) if digits[:2].lower() != ".e" else math.nan
        if _JS_3_SIXTIES_FLOAT.fullmatch(text):
            return "float", float(_sixties(text))
    if text in _PLUS_INFINITE:
        return "float", _PLUS_INFINITE[text]
    return ("timestamp", text) if _JS_DATE.fullmatch(text) else ("str", text)


_CORE_INT: Final = re.compile(r"0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+")
_CORE_FLOAT: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)"
)
_CORE_DATE: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:t|T|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:[ \t]*(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?"
)


@_cached
def yaml_core(text: str) -> Reading:
    """The reader of hexo-front-matter 5 (npm `yaml` 2.7, schema/core) with its own dates (dist/timestamp.js)."""
    if text == "<<":
        return "str", text
    word = _word(text, _BOOLEANS_12)
    if word is not None:
        return word
    if _CORE_INT.fullmatch(text):
        return "int", _integer(text, octal=False)
    if text in _PLUS_INFINITE:
        return "float", _PLUS_INFINITE[text]
    if _CORE_FLOAT.fullmatch(text):
        return "float", float(text)
    return ("timestamp", text) if _CORE_DATE.fullmatch(text) else ("str", text)


# -- Ruby

_RUBY_TIME: Final = re.compile(
    r"(-?[0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?"
    r"[ \t]*(?:Z|[-+][0-9]{1,2}:?(?:[0-9]{2})?)?"
)
_PSYCH_DATE: Final = re.compile(r"([0-9]{4})-(1[012]|0[0-9]|[0-9])-([12][0-9]|3[01]|0[0-9]|[0-9])")
_PSYCH_SIXTIES: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?")
_PSYCH_FLOAT: Final = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
_PSYCH_INT: Final = re.compile(r"[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)")
_PSYCH_INFINITE: Final = {".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan}


@_cached
def psych(text: str) -> Reading:
    """Ruby's own reader (psych 4.0.3, lib/psych/scalar_scanner.rb), which Debian's Jekyll uses."""
    lower = text.lower()
    if lower in _RUBY_WORDS:
        return _ruby_word(lower)
    if text == "<<":
        return "merge", text
    if (moment := _RUBY_TIME.fullmatch(text)) is not None:
        _, month, day, hour, minute, second = map(int, moment.groups())
        valid = 1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute <= 59 and second <= 60
        return ("timestamp", text) if valid else ("str", text)
    if (date := _PSYCH_DATE.fullmatch(text)) is not None:
        return ("timestamp", text) if _is_day(*map(int, date.groups())) else ("str", text)
    if lower in _PSYCH_INFINITE:
        return "float", _PSYCH_INFINITE[lower]
    if re.match(r":.", text):
        return "symbol", text
    if (sixties := _PSYCH_SIXTIES.fullmatch(text)) is not None:
        parts = text.replace("_", "").split(":")
        number = sum(float(part) * 60 ** abs(at - 2) for at, part in enumerate(parts))
        return ("int", int(number)) if sixties[1] is None else ("float", number)
    return _ruby_number(text, _PSYCH_FLOAT, _PSYCH_INT)


def _ruby_number(text: str, floats: re.Pattern[str], integers: re.Pattern[str]) -> Reading:
    try:
        if floats.fullmatch(text):
            return "float", float(re.sub(r"[,_]", "", text))
        if integers.fullmatch(text):
            return "int", _integer(text, octal=True)
    except ValueError:  # "." or "0b_"
        pass
    return "str", text


def _ruby_word(lower: str) -> Reading:
    value = _RUBY_WORDS[lower]
    return ("null", None) if value is None else ("bool", value)


_SAFE_INT: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0[0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+|[-+]0x[0-9a-fA-F]+")
_SAFE_BINARY: Final = re.compile(r"0B[01]+")
_SAFE_SIXTIES: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(\.[0-9_]*)?")
_SAFE_FLOAT: Final = re.compile(r"[-+]?(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*(?:[eE][-+][0-9]+)?")
_SAFE_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@_cached
def safe_yaml(text: str) -> Reading:
    """Jekyll's reader (SafeYAML 1.0.5, lib/safe_yaml/transform/*.rb, with the options Jekyll gives it)."""
    bare = re.sub(r"[_,]", "", text)
    if _SAFE_INT.fullmatch(bare) and not _SAFE_BINARY.fullmatch(bare):
        return "int", _integer(bare, octal=True)
    whole = _SAFE_SIXTIES.fullmatch(bare)
    if whole is not None and whole[1] is None:
        return "int", int(_safe_sixties(bare))  # a Float there, the number is the same
    if _SAFE_FLOAT.fullmatch(text):
        return "float", float(text.replace("_", ""))
    if text in _INFINITE:
        return "float", _INFINITE[text]
    part = _SAFE_SIXTIES.fullmatch(text)
    if part is not None and part[1] not in (None, "."):
        return "float", _safe_sixties(text)
    if text.lower() in _RUBY_WORDS:
        return _ruby_word(text.lower())
    if text == "<<":
        return "merge", text
    if (date := _SAFE_DATE.fullmatch(text)) is not None:
        return ("timestamp", text) if _is_day(*map(int, date.groups())) else ("str", text)
    if (moment := _RUBY_TIME.fullmatch(text)) is not None and not text.startswith("-"):
        year, month, day, hour, minute, second = map(int, moment.groups())
        valid = _is_day(year, month, day) and minute <= 59 and second <= 60
        valid = valid and (hour <= 23 or (hour == 24 and minute == second == 0))
        return ("timestamp", text) if valid else ("str", text)
    return "str", text


def _safe_sixties(text: str) -> float:
    """SafeYAML adds the minutes of a negative number to its negative hours, then turns the sign."""
    whole, _, part = text.replace("_", "").partition(".")
    value = 0.0
    for number in whole.split(":"):
        value = value * 60 + float(number)
    value += float(f".{part}") if part else 0.0
    return -value if text.startswith("-") else value


def _is_day(year: int, month: int, day: int) -> bool:
    lengths = (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def _sixties(text: str) -> float:
    sign, digits = (-1 if text[0] == "-" else 1), text.lstrip("+-").replace("_", "")
    value = 0.0
    for part in digits.split(":"):
        value = value * 60 + float(part)
    return sign * value


# -- Go

_GO_FLOAT: Final = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_GO_INT: Final = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|0[0-7]+|0|[1-9][0-9]*")


@_cached
def goccy_yaml(text: str) -> Reading:
    """Hugo's reader since 0.152 (goccy/go-yaml, token.ToNumber): YAML 1.2 booleans, YAML 1.1 numbers, no dates."""
    word = _word(text, _BOOLEANS_12)
    if word is not None:
        return word
    if text in _INFINITE:
        return "float", _INFINITE[text]
    if not text.startswith("_") and text.count(".") <= 1:
        digits = text.removeprefix("+").removeprefix("-").replace("_", "")
        sign = -1 if text.startswith("-") else 1
        if _GO_INT.fullmatch(digits):
            number = sign * _integer(digits, octal=True)
            return ("int", number) if -_INT64 <= number < _UINT64 else ("str", text)
        if "." in digits and _GO_FLOAT.fullmatch(digits):
            value = sign * float(digits)
            return ("float", value) if math.isfinite(value) else ("str", text)
    return "str", text


_GO_2_INT: Final = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]+|0|[1-9][0-9]*)")
_GO_2_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


@_cached
def go_yaml_2(text: str) -> Reading:
    """Hugo's reader before 0.152 (gopkg.in/yaml.v2, resolve.go)."""
    word = _word(text, _GO_2_BOOLEANS)
    if word is not None:
        return word
    if text in _PLUS_INFINITE:
        return "float", _PLUS_INFINITE[text]
    if text[0] not in "+-.0123456789":
        return "str", text
    digits = text if text.startswith(".") else text.replace("_", "")
    if _GO_2_INT.fullmatch(digits):
        number = _integer(digits, octal=True)
        return ("int", number) if -_INT64 <= number < _UINT64 else ("float", float(number))
    if _GO_2_FLOAT.fullmatch(digits):
        value = float(digits)
        return ("float", value) if math.isfinite(value) else ("str", text)
    return "str", text


# -- Rust, Python, and plain text

_RUST_FLOAT: Final = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_RUST_INT: Final = re.compile(r"[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|0|[1-9][0-9]*)")
_RUST_ZERO: Final = re.compile(r"[-+]?0[0-9]+")


@_cached
def serde_yaml(text: str) -> Reading:
    """Zola's reader (serde_yaml 0.9, src/de.rs): YAML 1.2; digits after a leading zero are a text."""
    word = _word(text, _BOOLEANS_12)
    if word is not None:
        return word
    if text in _PLUS_INFINITE:
        return "float", _PLUS_INFINITE[text]
    if _RUST_INT.fullmatch(text):
        number = _integer(text, octal=False)
        if -_INT64 <= number < _UINT64:
            return "int", number
    if _RUST_FLOAT.fullmatch(text) and not _RUST_ZERO.fullmatch(text):
        value = float(text)
        return ("float", value) if math.isfinite(value) else ("str", text)
    return "str", text


_PY_RESOLVERS: Final = yaml.SafeLoader.yaml_implicit_resolvers
_PY_CONSTRUCTOR: Final = SafeConstructor()


@_cached
def py_yaml(text: str) -> Reading:
    """YAML 1.1 as PyYAML reads it: for posts whose generator is not known."""
    for tag, pattern in _PY_RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            short = tag.removeprefix("tag:yaml.org,2002:")
            return short, constructed(short, text)
    return "str", text


def constructed(tag: str, text: str) -> PlainValue:
    """Return the value of a YAML 1.1 tag and a text; the text itself where they do not go together (`!!int x`)."""
    if tag == "null":
        return None
    node = yaml.ScalarNode(f"tag:yaml.org,2002:{tag}", text)
    try:
        match tag:
            case "int":
                return _PY_CONSTRUCTOR.construct_yaml_int(node)
            case "float":
                return _PY_CONSTRUCTOR.construct_yaml_float(node)
            case "bool":
                return bool(_PY_CONSTRUCTOR.construct_yaml_bool(node))
    except (ValueError, KeyError, IndexError, OverflowError):  # !!int x, !!bool x, !!float without a value
        return text
    return text


@_cached
def plain_text(text: str) -> Reading:
    """Pelican's metadata: every value is a text."""
    return ("str", text) if text else ("null", None)
