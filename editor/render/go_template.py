"""Go templates of simple shape, filled in safely: conditions, fields, variables and a few text functions.

Nothing outside of the given data can be reached. Whatever else a template uses raises `UnsupportedError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Final

MAX_TEMPLATE: Final = 50_000
MAX_ACTIONS: Final = 2_000
MAX_TEXT: Final = 1_000_000
"""How long what is written, and each value, may be: a template could double a text again and again."""
_SPACE: Final = " \t\r\n"
"""White space of Go's text/template (lex.go, spaceChars)."""
_ACTION: Final = re.compile(
    r"(?:(?:(?<![ \t\r\n])[ \t\r\n]++)?\{\{-[ \t\r\n]|\{\{)(?P<inside>(?:[^}\"`]++|\"(?:\\.|[^\"\\])*+\"|`[^`]*+`)*+)"
    r"(?:\}\}(?:(?<=[ \t\r\n]-\}\})[ \t\r\n]*+)?|(?P<torn>))"
)
_ASSIGNED: Final = re.compile(r"(?:(?<![ \t\r\n])[ \t\r\n]++)?(:=|(?<![=!])=(?!=))[ \t\r\n]*+")
_FORMAT: Final = re.compile(r"%(?![sdv%])")
_WORD: Final = re.compile(
    r"[ \t\r\n]*(?:(?P<text>\"(?:\\.|[^\"\\])*\"|`[^`]*`)|(?P<number>-?[0-9]+(?:\.[0-9]+)?)|(?P<sign>:=|[()|=,])"
    r"|(?P<name>[$.]?[\w.$]*))"
)


class UnsupportedError(Exception):
    """A template uses something that is not known here."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def _printed(*values: Any) -> str:
    """Join values (`print`)."""
    if sum(len(str(value)) for value in values) > MAX_TEXT:
        raise UnsupportedError("length")
    return "".join(map(str, values))


def _formatted(form: str, *values: Any) -> str:
    """Put values into a format (`printf`) that knows no widths."""
    if _FORMAT.search(form) or sum(len(str(value)) for value in values) > MAX_TEXT:
        raise UnsupportedError(form)
    return str(form.replace("%v", "%s") % values)


_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "eq": lambda first, *others: any(first == other for other in others),
    "ne": lambda first, other: first != other,
    "lt": lambda first, other: first < other,
    "le": lambda first, other: first <= other,
    "gt": lambda first, other: first > other,
    "ge": lambda first, other: first >= other,
    "add": lambda first, other: int(first) + int(other),
    "sub": lambda first, other: int(first) - int(other),
    "not": lambda value: not value,
    "and": lambda *values: next((value for value in values if not value), values[-1]),
    "or": lambda *values: next((value for value in values if value), values[-1]),
    "upper": lambda text: text.upper(),
    "lower": lambda text: text.lower(),
    "title": _title,
    "humanize": lambda text: text[:1].upper() + text[1:].replace("-", " ").replace("_", " "),
    "safeHTML": Html,
    "safeHTMLAttr": Html,
    "safeURL": Html,
    "hasPrefix": lambda text, start: text.startswith(start),
    "default": lambda standard, value=None: value or standard,
    "cond": lambda condition, yes, no: yes if condition else no,
    "dict": lambda *values: dict(zip(values[::2], values[1::2], strict=True)),
    "index": lambda data, key: data.get(key, "") if isinstance(data, Mapping) else "",
    "slice": lambda *values: list(values),
    "in": lambda values, value: value in values,
    "len": len,
    "i18n": lambda key, *_: _title(key),  # the site's translations are not read
    "print": _printed,
    "printf": _formatted,
    "trim": lambda text, signs=" \n": text.strip(signs),
}
_FUNCTIONS.update(
    {
        "strings.ToUpper": _FUNCTIONS["upper"],
        "strings.ToLower": _FUNCTIONS["lower"],
        "strings.Title": _FUNCTIONS["title"],
        "strings.HasPrefix": _FUNCTIONS["hasPrefix"],
        "strings.HasSuffix": lambda text, end: text.endswith(end),
        "strings.Contains": lambda text, part: part in text,
        "strings.TrimPrefix": lambda start, text: text.removeprefix(start),
        "strings.TrimSuffix": lambda end, text: text.removesuffix(end),
        "safe.URL": Html,
        "safe.HTMLAttr": Html,
        "strings.FirstUpper": lambda text: text[:1].upper() + text[1:],
        "T": _FUNCTIONS["i18n"],
        "safe.HTML": _FUNCTIONS["safeHTML"],
        "compare.Default": _FUNCTIONS["default"],
    }
)


def fill(template: str, data: Mapping[str, Any]) -> str:
    """Return a template's text with its actions carried out. Raises `UnsupportedError`."""
    try:
        return _Filling(template, data).fill()
    except (TypeError, ValueError, AttributeError, LookupError, RecursionError) as error:
        raise UnsupportedError(str(error)) from error


def _words(expression: str) -> list[tuple[str, str]]:
    """Return the kinds and texts of an expression's words."""
    found, at = [], 0
    expression = expression.strip(_SPACE)
    while at < len(expression):
        match = _WORD.match(expression, at)
        if match is None or match.end() == at:
            raise UnsupportedError(expression)
        found.append((match.lastgroup or "", match[0].strip(_SPACE)))
        at = match.end()
    return found


class _Filling:
    def __init__(self, template: str, data: Mapping[str, Any]) -> None:
        if len(template) > MAX_TEMPLATE:
            raise UnsupportedError("length")
        self._pieces: list[tuple[str, str]] = []  # kind ("text" or "action") and content
        at = 0
        for match in _ACTION.finditer(template):
            inside = match["inside"]
            if match["torn"] is not None:
                raise UnsupportedError("shape")
            if inside.endswith("-") and inside[-2:-1] in tuple(_SPACE):
                inside = inside[:-1]
            self._pieces.append(("text", template[at : match.start()]))
            self._pieces.append(("action", inside.strip(_SPACE)))
            at = match.end()
        self._pieces.append(("text", template[at:]))
        if len(self._pieces) > MAX_ACTIONS or any("{{" in text for kind, text in self._pieces if kind == "text"):
            raise UnsupportedError("shape")
        self._data = data
        self._variables: dict[str, Any] = {"$": data}
        self._at = 0
        self._length = 0

    def fill(self) -> str:
        written, stop = self._block(self._data, wanted=True)
        if stop:
            raise UnsupportedError(stop)
        return written

    def _block(self, dot: Any, *, wanted: bool) -> tuple[str, str]:
        """Carry out pieces up to an `end` or `else`; without effect where they are not wanted."""
        written = list[str]()
        while self._at < len(self._pieces):
            if written:
                self._length += len(written[-1]) if wanted else 0
                if self._length > MAX_TEXT:
                    raise UnsupportedError("length")
            kind, content = self._pieces[self._at]
            self._at += 1
            if kind == "text":
                written.append(content)
                continue
            word = content.partition(" ")[0]
            if word in ("end", "else"):
                return ("".join(written) if wanted else ""), content
            if word in ("if", "with"):
                written.append(self._condition(content, dot, wanted=wanted))
            elif wanted and not content.startswith("/*"):
                written.append(self._value_of(content, dot))
            elif word in ("range", "define", "block", "template", "partial"):
                raise UnsupportedError(word)
        return "".join(written), ""

    def _condition(self, content: str, dot: Any, *, wanted: bool) -> str:
        """Carry out `if` or `with` up to its `end`."""
        written, taken, stop = "", not wanted, content
        while stop != "end":
            keyword, _, rest = stop.removeprefix("else").strip(_SPACE).partition(" ")
            value = self._evaluate(rest, dot) if keyword and not taken else True
            chosen = not taken and bool(value)
            inner, stop = self._block(value if keyword == "with" and chosen else dot, wanted=chosen)
            written += inner if chosen else ""
            taken = taken or chosen
            if not stop:
                raise UnsupportedError("end")
        return written

    def _value_of(self, content: str, dot: Any) -> str:
        name, sign, expression = _ASSIGNED.sub(r" \1 ", content, count=1).partition(" := ")
        if not sign:
            name, sign, expression = content.partition(" = ")
        if sign and name.strip(_SPACE).startswith("$") and '"' not in name:
            self._variables[name.strip(_SPACE)] = self._evaluate(expression, dot)
            return ""
        value = self._evaluate(content, dot)
        if value is None or isinstance(value, (Mapping, list)):
            raise UnsupportedError("value")
        if isinstance(value, Html):
            return value
        return escape(str(value).lower() if isinstance(value, bool) else str(value))

    def _evaluate(self, expression: str, dot: Any) -> Any:
        value, rest = self._pipeline(_words(expression), dot)
        if rest:
            raise UnsupportedError(expression)
        return value

    def _pipeline(self, words: list[tuple[str, str]], dot: Any) -> tuple[Any, list[tuple[str, str]]]:
        value, rest = self._command(words, dot, ())
        while rest and rest[0][1] == "|":
            value, rest = self._command(rest[1:], dot, (value,))
        return value, rest

    def _command(
        self, words: list[tuple[str, str]], dot: Any, last: tuple[Any, ...]
    ) -> tuple[Any, list[tuple[str, str]]]:
        if not words:
            raise UnsupportedError("nothing")
        kind, word = words[0]
        if kind == "name" and not word.startswith((".", "$")):
            function = _FUNCTIONS.get(word)
            if function is None:
                raise UnsupportedError(word)
            values, rest = [], words[1:]
            while rest and rest[0][1] not in ("|", ")"):
                value, rest = self._operand(rest, dot)
                values.append(value)
            return function(*values, *last), rest
        if last:
            raise UnsupportedError(word)
        return self._operand(words, dot)

    def _operand(self, words: list[tuple[str, str]], dot: Any) -> tuple[Any, list[tuple[str, str]]]:
        kind, word = words[0]
        if kind == "text":
            inner = word[1:-1]
            return (inner if word[0] == "`" else re.sub(r"\\(.)", r"\1", inner)), words[1:]
        if kind == "number":
            return (float(word) if "." in word else int(word)), words[1:]
        if word == "(":
            value, rest = self._pipeline(words[1:], dot)
            if not rest or rest[0][1] != ")":
                raise UnsupportedError("(")
            return value, rest[1:]
        if kind == "name" and word.startswith((".", "$")):
            return self._field(word, dot), words[1:]
        if word in ("true", "false"):
            return word == "true", words[1:]
        if word in _FUNCTIONS:
            return self._command(words[:1], dot, ())[0], words[1:]
        raise UnsupportedError(word)

    def _field(self, path: str, dot: Any) -> Any:
        value: Any = dot
        first, *names = path.split(".")
        if first:
            if first not in self._variables:
                raise UnsupportedError(path)
            value = self._variables[first]
        for name in names:
            if not name:
                continue
            if not isinstance(value, Mapping):
                raise UnsupportedError(path)
            if name not in value and value is self._data:
                raise UnsupportedError(path)
            value = value.get(name, "")
        return value
