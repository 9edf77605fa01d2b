"""Goldmark's attributes, `{#id .class key="value"}` (parser/attribute.go): behind a heading or on their own line."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.render.goldmark_definitions import Rule
from editor.render.headings import OWN_ID, headings

ATTRIBUTES: Final = "block_attributes"
Value = str | float | bool | None
Attributes = dict[str, Value]
"""Names and values; None for "null" and for lists and maps."""

MAX_DEPTH: Final = 10
_SPACE: Final = re.compile(r"\s*", re.ASCII)
_NAME: Final = re.compile(r"[a-zA-Z_:][\w:.-]*", re.ASCII)
_SHORT: Final = re.compile(r"[^\s!-,/;-@\[-^`{-~]*", re.ASCII)
_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?", re.ASCII)
_STRING: Final = re.compile(r"\"((?:\\.|[^\"\\\n])*)\"")
_ESCAPE: Final = re.compile(r"\\([\"/\\bfnrt])")
_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CLOSING: Final = re.compile(r"(?:^|(?<![ \t])[ \t]++)#++\Z")
_WORDS: Final[dict[str, Value]] = {"true": True, "false": False, "null": None}
_CLOSED: Final = "closed"
_GLOBAL: Final = frozenset(
    {
        *("accesskey", "autocapitalize", "autofocus", "class", "contenteditable", "dir", "draggable", "enterkeyhint"),
        *("hidden", "id", "inert", "inputmode", "is", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang"),
        *("part", "role", "slot", "spellcheck", "style", "tabindex", "title", "translate"),
    }
)
_OWN: Final = {
    "blockquote": {"cite"},
    "hr": {"align", "color", "noshade", "size", "width"},
    "img": {
        *("align", "border", "crossorigin", "decoding", "height", "importance", "intrinsicsize", "ismap", "loading"),
        *("referrerpolicy", "sizes", "srcset", "usemap", "width"),
    },
    "ol": {"start", "reversed", "type"},
    "table": {"align", "bgcolor", "border", "cellpadding", "cellspacing", "frame", "rules", "summary", "width"},
    "ul": {"start", "reversed", "type"},
}
"""The names that goldmark writes on an element besides those that every element may have."""
_WITHOUT: Final = frozenset({"pre", "code", ""})
_OF_CODE: Final = frozenset({"linenos", "hl_lines", "linenostart"})


def read_attributes(text: str, start: int = 0, depth: int = 0) -> tuple[Attributes, int] | None:
    """Return the attributes in braces at a position, and where they end; None if there are none.

    Args:
        depth: how many values they lie in; none are read below `MAX_DEPTH`.

    """
    at = _after_space(text, start)
    if text[at : at + 1] != "{":
        return None
    at += 1
    found: Attributes = {}
    while text[at : at + 1] != "}":
        one = _read_attribute(text, at, depth)
        if one is None:
            return None
        name, value, at = one
        if name == "class" and name in found:
            found[name] = f"{found[name]} {value}"
        else:
            found[name] = value
        at = _after_space(text, at)
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
    return found, at + 1


def _read_attribute(text: str, at: int, depth: int) -> tuple[str, Value, int] | None:
    at = _after_space(text, at)
    if text[at : at + 1] in ("#", "."):
        match = _SHORT.match(text, at + 1)
        value = match[0] if match is not None else ""
        return ("id" if text[at] == "#" else "class"), value, at + 1 + len(value)
    name = _NAME.match(text, at)
    if name is None:
        return None
    at = _after_space(text, name.end())
    if text[at : at + 1] != "=":
        return None
    read = _read_value(text, _after_space(text, at + 1), depth)
    if read is None or (name[0] == "class" and not isinstance(read[0], str)):
        return None
    return name[0], *read


def _read_value(text: str, at: int, depth: int) -> tuple[Value, int] | None:
    """Return an attribute's value and where it ends; None if it is broken."""
    if depth > MAX_DEPTH:
        return None
    match text[at : at + 1]:
        case "{":
            inner = read_attributes(text, at, depth + 1)
            return (None, inner[1]) if inner is not None else None
        case "[":
            return _read_list(text, at + 1, depth + 1)
        case '"':
            string = _STRING.match(text, at)
            if string is None:
                return None
            return _ESCAPE.sub(lambda one: _ESCAPES.get(one[1], one[1]), string[1]), string.end()
    number = _NUMBER.match(text, at)
    if number is not None:
        return float(number[0]), number.end()
    word = _NAME.match(text, at)
    if word is None:
        return None
    return _WORDS.get(word[0], word[0]), word.end()


def _read_list(text: str, at: int, depth: int) -> tuple[None, int] | None:
    while text[at : at + 1] != "]":
        read = _read_value(text, _after_space(text, at), depth)
        if read is None:
            return None
        at = _after_space(text, read[1])
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
            if text[at : at + 1] == "]":
                return None
    return None, at + 1


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match is not None else at


def heading_attributes(state: StateCore) -> None:
    """Take the attributes out of the headings' texts; before inline markdown is read."""
    for opening, inline in headings(state.tokens):
        if opening.tag.startswith("h"):
            _take_attributes(opening, inline)


def _take_attributes(opening: Token, inline: Token) -> None:
    if inline.meta.get(_CLOSED):
        return
    start = inline.content.rfind("\n") + 1
    at = start
    while at < len(inline.content):
        if inline.content[at] == "\\":
            at += 2
            continue
        read = read_attributes(inline.content, at) if inline.content[at] == "{" else None
        if read is not None and not inline.content[read[1] :].strip(" \t\n"):
            opening.attrs.update(_written(read[0], None))
            if "id" in read[0]:
                opening.meta[OWN_ID] = True
            inline.content = inline.content[:at].rstrip(" \t\n")
            if opening.markup.startswith("#"):
                inline.content = _CLOSING.sub("", inline.content)
            return
        at += 1


def block_attributes(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Read a line of attributes as a block; `apply_attributes` gives them to the block before."""
    if state.is_code_block(start):
        return False
    at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] != "{":
        return False
    read = read_attributes(state.src[at : state.eMarks[start]])
    if read is None:
        return False
    if silent:
        return True
    token = state.push(ATTRIBUTES, "", 0)
    token.hidden = True
    token.map = [start, start + 1]
    token.meta = {"attributes": read[0], "apart": start == 0 or state.isEmpty(start - 1)}
    state.line = start + 1
    return True


def apply_attributes(state: StateCore, *, ids: bool) -> None:
    """Give the attributes in lines of their own to the blocks before them.

    Args:
        ids: whether headings have ids from their texts, which count more.

    """
    if not any(token.type == ATTRIBUTES for token in state.tokens):
        return
    before: list[Token | None] = [None]  # the last block of each level
    tokens = []
    for token in state.tokens:
        if token.type == ATTRIBUTES:
            _give(before[-1], token, ids=ids)
            continue
        tokens.append(token)
        if token.nesting > 0:
            before[-1] = token
            before.append(None)
        elif token.nesting < 0:
            before.pop()
        elif token.type != "inline":
            before[-1] = token
    state.tokens[:] = tokens


def _give(block: Token | None, attributes: Token, *, ids: bool) -> None:
    if block is None or attributes.meta["apart"] or block.type == "fence":
        return
    found = _written(attributes.meta["attributes"], block.tag)
    if block.type == "heading_open" and ids:
        found.pop("id", None)
    block.attrs = {**found, **block.attrs}


def _written(attributes: Attributes, tag: str | None) -> dict[str, str | int | float]:
    """Return the attributes that goldmark writes on an element.

    Hugo writes a heading's itself: any name, and numbers too. On other elements goldmark writes texts only.
    """
    if tag in _WITHOUT:
        return {}
    is_heading = tag is None or (tag[:1] == "h" and tag != "hr")
    found: dict[str, str | int | float] = {}
    for name, value in attributes.items():
        known = is_heading or name in _GLOBAL or name in _OWN.get(tag or "", ()) or name.startswith("data-")
        if known and name not in _OF_CODE and not name.lower().startswith("on"):
            found[name] = value if isinstance(value, str) else _as_text(value) if is_heading else ""
    return found


def _as_text(value: float | bool | None) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)


def closed_heading(heading: Rule) -> Rule:
    """Return the rule for headings that remembers whether signs close one: attributes before those are none."""

    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not heading(state, start, end, silent):
            return False
        if not silent:
            line = state.src[state.bMarks[start] : state.eMarks[start]].rstrip(" \t")
            inline = state.tokens[-2]
            inline.meta[_CLOSED] = not line.endswith(inline.content)
        return True

    return read
