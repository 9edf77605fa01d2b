"""Values to YAML text: candidates in order of faithfulness. Whether one is right is for `proof` to say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from editor.header.model import DateText, Field, FieldType, Header, Scalar, Value
from editor.header.numbers import number_like
from editor.header.scalar_rules import YAML_1_1, ScalarRules, everyone_reads
from editor.text.white_space import ASCII_SPACE

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x1b": "\\e"}
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NOT_PLAIN = re.compile(r"^[ \t\-?:,\[\]{}#&*!|>'\"%@`]|^$|[ \t]$|: |:$| #|\n|[\x00-\x1f\x7f]")
_PLAIN_DASH = re.compile(r"^[-?:](?=[^\s,\[\]{}])", re.ASCII)
_OTHER_READERS = re.compile(
    r"[yYnN]|(?i:yes|no|on|off|true|false|null)"
    r"|0o[0-7]+|0x[0-9a-fA-F_]+|[-+]?0b[01_]+|[-+]?[0-9][0-9_,]*|[-+]?[0-9]+[eE][-+]?[0-9]+"
    r"|[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+]?[0-9]+)?|[-+]?\.(?i:inf)|\.(?i:nan)"
    r"|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?|:.*|=|<<"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d*)?)?"
    r"(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?",
    re.ASCII,
)
"""Plain text that some reader takes for something else: YAML 1.1's y and n, 1.2's octals and floats, Psych's symbols,
numbers with commas and booleans in any case (ruby/psych, lib/psych/scalar_scanner.rb), and everybody's dates."""

_BOOLEANS = (
    ("true", "false"),
    ("True", "False"),
    ("TRUE", "FALSE"),
    ("yes", "no"),
    ("Yes", "No"),
    ("YES", "NO"),
    ("on", "off"),
    ("On", "Off"),
    ("ON", "OFF"),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How this header writes: the quotes of its texts and the form of its lists; and by which rules it is read."""

    quote: str = "double"
    text_style: str = "plain"
    list_style: str = ""
    list_indent: str = "  "
    item_style: str = "plain"
    scalars: ScalarRules = YAML_1_1

    @classmethod
    def of(cls, text: str, header: Header) -> Habits:
        """Read the habits off a header's values."""
        quotes: Counter[str] = Counter()
        styles: Counter[str] = Counter()
        items: Counter[str] = Counter()
        lists: list[tuple[str, str]] = []
        for field in header.fields:
            node = field.node
            if node is None:
                continue
            if field.type is FieldType.TEXT and node.style in ("plain", "single", "double"):
                styles[node.style] += 1
            if field.type is FieldType.LIST and node.items:
                lists.append((node.style, _indent_of(text, field) if node.style == "block" else ""))
                items.update(item.style for item in node.items)
            for scalar in (node, *node.items):
                if scalar.style in ("single", "double"):
                    quotes[scalar.style] += 1
        list_style = lists[-1][0] if lists else ""
        list_indent = next((indent for style, indent in reversed(lists) if style == "block"), "  ")
        return cls(
            quotes.most_common(1)[0][0] if quotes else "double",
            styles.most_common(1)[0][0] if styles else "plain",
            list_style,
            list_indent,
            items.most_common(1)[0][0] if items else "plain",
            header.rules.scalars,
        )

    def list_candidates(self, values: list[Value], indent: str, otherwise: str = "flow") -> Iterator[str]:
        """A list as it stands after its key's colon: in the header's habit, then with every text quoted.

        Args:
            otherwise: the style where the header has no other list.

        """
        block = (self.list_style or otherwise) == "block"
        nested = any(isinstance(value, (list, dict)) for value in values)
        for style in dict.fromkeys((self.item_style, self.quote, "double")):
            if values and (block or nested):
                dash = f"\n{indent}{self.list_indent}- "
                yield "".join(dash + self._block_item(value, style, indent) for value in values)
            yield f" {flow_text(values, style, self)}"

    def map_candidates(self, value: dict[str, Value], indent: str) -> Iterator[str]:
        """A map as it stands after its key's colon: its keys on lines of their own, then in braces."""
        for style in dict.fromkeys((self.text_style, self.quote, "double")):
            if value:
                yield "\n" + block_map(value, style, self, indent + "  ")
            yield f" {flow_text(value, style, self)}"

    def _block_item(self, value: Value, style: str, indent: str) -> str:
        return block_item(value, style, self, indent + self.list_indent + "  ")


def block_item(value: Value, style: str, habits: Habits, indent: str) -> str:
    """What stands after a dash: a map's keys go on below the first one, at the given indentation."""
    if isinstance(value, dict) and value:
        return block_map(value, style, habits, indent).removeprefix(indent)
    return flow_text(value, style, habits) if isinstance(value, (list, dict)) else item_text(value, style, habits)


def block_map(value: dict[str, Value], style: str, habits: Habits, indent: str) -> str:
    """A map's keys on lines of their own; what is nested in it stands in brackets."""
    rows = []
    for key, inner in value.items():
        written = flow_text(inner, style, habits)
        rows.append(f"{indent}{key_text(key)}: {written}".rstrip(" "))
    return "\n".join(rows)


def flow_text(value: Value, style: str, habits: Habits) -> str:
    """Any value in one line."""
    if isinstance(value, list):
        return f"[{', '.join(flow_text(item, style, habits) for item in value)}]"
    if isinstance(value, dict):
        inner = ((key_text(key, flow=True), flow_text(item, style, habits) or "null") for key, item in value.items())
        return "{" + ", ".join(f"{key}: {item}" for key, item in inner) + "}"
    return item_text(value, style, habits)


def key_text(key: str, *, flow: bool = False) -> str:
    """A key as written before its colon: quoted only when it must be."""
    return key if plain_is_text(key, flow=flow) and ": " not in key else double_quoted(key)


def plain_is_text(value: str, *, flow: bool = False, scalars: ScalarRules | None = None) -> bool:
    """Return whether the value, written without quotes, is read as this very text.

    Args:
        flow: it stands inside brackets.
        scalars: the rules of the one generator that counts; without them every known reader has to agree.

    """
    if _NOT_PLAIN.search(value) and not (_PLAIN_DASH.match(value) and not _NOT_PLAIN.search(value[1:])):
        return False
    if flow and re.search(r"[,\[\]{}?]", value):
        return False
    if _INVISIBLE.search(value):
        return False
    if scalars is not None:
        return scalars.resolve(value) == "str" and scalars.agree(value)
    return everyone_reads(value) == ("str", value) and not _OTHER_READERS.fullmatch(value)


def item_text(value: Value, style: str, habits: Habits) -> str:
    """One list item, in the given style where that style can hold it."""
    if isinstance(value, str):
        if style == "plain" and plain_is_text(value, flow=True):
            return value
        if (style == "single" or (style == "plain" and habits.quote == "single")) and _fits_single(value):
            return single_quoted(value)
        return double_quoted(value)
    if isinstance(value, (list, dict)):
        return flow_text(value, style, habits)
    return next(_plain_scalars(value, "", habits.scalars), str(value))


def scalar_candidates(
    value: Scalar,
    style: str,
    habits: Habits,
    *,
    old: str,
    block: str,
    indent: str,
    flow: bool = False,
    scalars: ScalarRules | None = None,
) -> Iterator[str]:
    """A scalar in the old style, then as text lines where it has several, then in the file's habit, then quoted.

    Args:
        style: the old value's style; "" for a new key.
        old: the old value's text, which shows how booleans are spelled.
        block: the old value as written when it is a literal or folded block.
        indent: the indentation of its key.
        flow: it stands inside brackets.
        scalars: see `plain_is_text`.

    """
    if isinstance(value, DateText):
        if style not in ("single", "double") and _DATE_LIKE.match(value.text):
            yield value.text
        yield from _in_style(value.text, style if style in ("single", "double") else "plain", indent, block, flow=flow)
        yield from _in_style(value.text, habits.quote, indent, block, flow=flow)
        return
    if not isinstance(value, str):
        yield from _plain_scalars(value, old, habits.scalars, flow=flow)
        return
    if scalars is not None and style == "plain" and plain_is_text(value, flow=flow, scalars=scalars):
        yield value
    styles = [style or habits.text_style, habits.quote, "single", "double"]
    if "\n" in value and style in ("", "plain", "single"):
        styles.insert(0, "literal")
    for candidate in dict.fromkeys(styles):
        if not (flow and candidate in ("literal", "folded")):
            yield from _in_style(value, candidate, indent, block, flow=flow)


def _in_style(value: str, style: str, indent: str, block: str, *, flow: bool) -> Iterator[str]:
    if style == "plain":
        if plain_is_text(value, flow=flow):
            yield value
    elif style == "single":
        if _fits_single(value):
            yield single_quoted(value)
    elif style == "double":
        yield double_quoted(value)
    elif style in ("literal", "folded") and value.strip("\n ") and not _INVISIBLE.search(value):
        yield _block(value, style, indent, block)


_DATE_LIKE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}", re.ASCII)


def _block(value: str, style: str, indent: str, block: str) -> str:
    """A literal or folded block with the old block's indentation."""
    lines = block.split("\n")
    inner = next(
        (line[: len(line) - len(line.lstrip(" "))] for line in lines[1:] if line.strip(ASCII_SPACE)), indent + "  "
    )
    body = value.rstrip("\n")
    ending = len(value) - len(body)
    chomp = "-" if ending == 0 else "" if ending == 1 else "+"
    rows = body.split("\n")
    if style == "folded":
        rows = [row for part in rows for row in (part, "")][:-1]
    head = {"literal": "|", "folded": ">"}[style] + chomp
    comment = re.match(r"[|>][-+0-9]*(\s+#.*)", lines[0], flags=re.ASCII)
    written = "\n".join(inner + row if row else "" for row in rows)
    return f"{head}{comment[1] if comment else ''}\n{written}" + "\n" * max(0, ending - 1)


def single_quoted(value: str) -> str:
    """The value in single quotes."""
    return "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    """The value in double quotes, with what can't stand there escaped."""
    escaped = "".join(_ESCAPES.get(character, character) for character in value)
    return '"' + _INVISIBLE.sub(lambda match: _escape(match[0]), escaped) + '"'


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"


def _fits_single(value: str) -> bool:
    return "\n" not in value and not _INVISIBLE.search(value)


def _plain_scalars(value: Value, old: str, scalars: ScalarRules, *, flow: bool = False) -> Iterator[str]:
    """Ways to write a value that is no text: in the old one's form where that is safe, then as everybody reads it."""
    match value:
        case bool():
            yield from _booleans(value, old, scalars)
        case None:
            yield "null" if flow else ""
        case DateText():
            yield value.text
        case float() if value != value:
            yield ".nan"
        case float() if value in (float("inf"), float("-inf")):
            yield ".inf" if value > 0 else "-.inf"
        case int() | float():
            yield from (
                number for number in (number_like(value, old), number_like(value, "")) if _is_safe(number, value)
            )
        case _:
            yield str(value)


def _booleans(value: bool, old: str, scalars: ScalarRules) -> Iterator[str]:
    """The partner of the old spelling where the blog's generator reads both, else `true` and `false`."""
    pair = next((pair for pair in _BOOLEANS if old in pair), _BOOLEANS[0])
    written = pair[0] if value else pair[1]
    if everyone_reads(written) is not None or (
        scalars is not YAML_1_1 and scalars.read(written) == ("bool", value) and scalars.agree(written)
    ):
        yield written
    yield _BOOLEANS[0][0] if value else _BOOLEANS[0][1]


def _is_safe(written: str, value: float) -> bool:
    """Return whether YAML 1.1 and 1.2 readers agree on a number; very long ones are for the proof to judge."""
    reading = everyone_reads(written)
    return (
        reading[1] == value
        if reading is not None
        else written.lstrip("-").isdecimal() and written.isascii() and written[:1] != "0"
    )


def _indent_of(text: str, field: Field) -> str:
    """How far a block list's dashes are indented below their key."""
    assert field.node is not None
    line_start = text.rfind("\n", 0, field.node.start) + 1
    key_start = text.rfind("\n", 0, field.key_span.start) + 1
    return " " * max(0, field.node.start - line_start - (field.key_span.start - key_start))
