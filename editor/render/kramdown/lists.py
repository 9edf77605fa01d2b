"""Lists, task lists and definition lists. What is an item's content follows from the column of its first word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.render.kramdown import syntax
from editor.render.kramdown.attributes import parse_attributes
from editor.render.kramdown.tree import AttributeList, Element

if TYPE_CHECKING:
    from editor.render.kramdown.blocks import BlockParser

_TASK = re.compile(r"\A\s*\[(?P<box>[ xX])\]\s+", re.ASCII)
_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"{} />'
_MARKS = {"ul": r"[+*-]", "ol": r"[0-9]+\.", "dl": ":"}


class _Patterns:
    """How lines go on with an item whose content starts at a column."""

    def __init__(self, indent: int) -> None:
        fours, rest = divmod(indent, 4)
        four = r"(?:\t| {4})"
        self.content = re.compile(rf"(?:{four}{{{fours}}} {{{rest}}}|{four}{{{fours + 1}}}).*[^ \t\r\n\f\v].*\n")
        self.lazy = re.compile(
            rf"(?! {{0,{min(indent, 3)}}}(?:{syntax.IAL_LINE.pattern.removeprefix(syntax.OPT)}|{syntax.BLOCK_TAG}))"
            r".*[^ \t\r\n\f\v].*\n"
        )
        self.margin = re.compile(rf" {{{indent}}}")


@lru_cache(maxsize=64)
def _patterns(indent: int) -> _Patterns:
    return _Patterns(indent)


@lru_cache(maxsize=64)
def _start(kind: str, indent: int) -> re.Pattern[str]:
    """The next item's line: not deeper than the content of the first one."""
    spaces = min(indent, 4) - 1
    return re.compile(rf"( {{0,{spaces}}}{_MARKS[kind]})([\t |].*+\n)")


def _first_line(width: int, content: str) -> tuple[str, int]:
    """An item's first line without its mark and space, and the column of its content."""
    if syntax.ITEM_IAL_ALONE.match(content):
        return content.lstrip(syntax.BLANKS), 4
    while (tabs := re.match(r"( *)(\t+)", content)) is not None:
        column = len(tabs[1]) + width
        content = tabs[1] + " " * (4 - column % 4 + (len(tabs[2]) - 1) * 4) + content[tabs.end() :]
    spaces = len(content) - len(content.lstrip(" "))
    return re.sub(rf"\A{syntax.SPACE}*", "", content), width + spaces


def _take_ial(text: str, element: Element) -> str:
    match = syntax.ITEM_IAL.match(text)
    if match is None:
        return text
    element.ial = element.ial or AttributeList()
    element.ial.add(parse_attributes(match[1]))
    return text[match.end() :]


def list_block(parser: BlockParser) -> bool:
    """A list; True when one was read."""
    src = parser.src
    kind = "ul" if src.check(syntax.UL) is not None else "ol"
    if kind == "ol" and src.check(syntax.OL) is None:
        return False
    result = parser.new(kind)
    start, patterns = (syntax.UL if kind == "ul" else syntax.OL), None
    parts: list[list[str]] = []
    indent = 0
    ended = nested = blank = False
    while not src.at_end:
        if blank and src.check(syntax.HR) is not None:
            break
        if src.scan(syntax.EOB) is not None:
            ended = True
            break
        if (match := src.scan(start)) is not None:
            item = Element("li")
            result.children.append(item)
            text, indent = _first_line(len(match[1]), match[2])
            patterns, start = _patterns(indent), _start(kind, indent)
            text = _take_ial(text, item)
            nested, blank = _starts_list(text), False
            parts.append([text])
            continue
        assert patterns is not None
        line = src.scan(patterns.content) or (None if blank else src.scan(patterns.lazy))
        if line is not None:
            text = re.sub(r"\A\t+", lambda tabs: "    " * len(tabs[0]), line[0])
            inner = patterns.margin.match(text)
            text = text[inner.end() :] if inner is not None else text
            if not nested and inner is not None and _starts_list(text):
                parts[-1].append("")
                nested = True
            elif nested and inner is None and _starts_list(text):
                text = " " * (indent + 4) + text
            parts[-1][-1] += text
            blank = False
        elif (empty := src.scan(syntax.BLANK)) is not None:
            nested = blank = True
            parts[-1][-1] += empty[0]
        else:
            break
    parser.add(result)
    trailing = _read_items(parser, result, parts, ended=ended)
    if trailing is not None and not ended:
        parser.add(trailing)
    _make_tasks(result)
    return True


def _starts_list(text: str) -> bool:
    return syntax.UL.match(text) is not None or syntax.OL.match(text) is not None


def _read_items(parser: BlockParser, result: Element, parts: list[list[str]], *, ended: bool) -> Element | None:
    """Read the items' blocks; gives the blank lines that stand behind the last item."""
    last: Element | None = None
    items = result.children
    for item, texts in zip(items, parts, strict=True):
        holder = Element("temp")
        for text in texts:
            parser.parse(holder, text)
        item.children = children = holder.children
        if not children:
            continue
        first = children[0]
        if first.type == "p" and first.ial is not None and len(children) > 1 and children[1].type == "eob":
            del children[1]
        if _is_tight(items, item, ended=ended):
            if len(children) > 1 and children[1].type != "blank":
                first.children[0].value += "\n"
            first.options["transparent"] = True
        last = children.pop() if children[-1].type == "blank" else None
    return last


def _is_tight(items: list[Element], item: Element, *, ended: bool) -> bool:
    """Whether an item's first paragraph gets no tags: nothing blank follows; the last item goes with the others."""
    children = item.children
    is_last = item is items[-1]
    if children[0].type != "p":
        return False
    followed = len(children) > 1 and children[1].type == "blank"
    if followed and not (is_last and len(children) == 2 and not ended):
        return False
    if not is_last or len(items) == 1:
        return True
    return any(
        not other.children or other.children[0].type != "p" or "transparent" in other.children[0].options
        for other in items[:-1]
    )


def _make_tasks(result: Element) -> None:
    """GFM's task lists: `[ ]` and `[x]` at an item's beginning."""
    is_task = False
    for item in result.children:
        if not item.children or item.children[0].type != "p" or not item.children[0].children:
            continue
        text = item.children[0].children[0]
        match = _TASK.match(text.value)
        if match is not None:
            is_task = True
            checked = "" if match["box"] == " " else ' checked="checked"'
            text.value = _BOX.format(checked) + text.value[match.end() :]
        if is_task:
            item.attr["class"] = "task-list-item"
    if is_task:
        result.attr["class"] = "task-list"


def definition_list(parser: BlockParser) -> bool:
    """`term` lines with `: definition` below; True when one was read."""
    if parser.src.check(syntax.DEFINITION) is None:
        return False
    children = parser.tree.children
    direct = bool(children) and children[-1].type == "p"
    spaced = len(children) > 1 and children[-1].type == "blank" and children[-1].value == "\n"
    if not direct and not (spaced and children[-2].type == "p"):
        return False
    result = parser.new("dl")
    if not direct:
        children.pop()
    terms = children.pop()
    result.ial = terms.ial
    for line in terms.children[0].value.split("\n"):
        term = Element("dt")
        term.children.append(Element("raw_text", _take_ial(line, term)))
        result.children.append(term)
    texts = _definitions(parser, result, as_paragraph=not direct)
    last: Element | None = None
    for item, text in texts:
        parser.parse(item, text)
        if not item.children:
            continue
        last = item.children.pop() if item.children[-1].type == "blank" else None
        if item.children and item.children[0].type == "p" and not item.options["as_paragraph"]:
            if len(item.children) > 1:
                item.children[0].children[0].value += "\n"
            item.children[0].options["transparent"] = True
    _join(children, result)
    if last is not None:
        children.append(last)
    return True


def _definitions(parser: BlockParser, result: Element, *, as_paragraph: bool) -> list[tuple[Element, str]]:
    src, start = parser.src, syntax.DEFINITION
    texts: list[tuple[Element, str]] = []
    patterns = _patterns(4)
    blank = False
    while not src.at_end:
        if (match := src.scan(start)) is not None:
            item = Element("dd", options={"as_paragraph": as_paragraph})
            result.children.append(item)
            text, indent = _first_line(len(match[1]), match[2])
            patterns, start = _patterns(indent), _start("dl", indent)
            texts.append((item, _take_ial(text, item)))
            as_paragraph = blank = False
        elif src.check(syntax.EOB) is not None:
            break
        elif (line := src.scan(patterns.content) or (None if blank else src.scan(patterns.lazy))) is not None:
            text = re.sub(r"\A\t+", lambda tabs: "    " * len(tabs[0]), line[0])
            inner = patterns.margin.match(text)
            texts[-1] = (texts[-1][0], texts[-1][1] + (text[inner.end() :] if inner is not None else text))
            as_paragraph = blank = False
        elif (empty := src.scan(syntax.BLANK)) is not None:
            as_paragraph = blank = True
            texts[-1] = (texts[-1][0], texts[-1][1] + empty[0])
        else:
            break
    return texts


def _join(children: list[Element], result: Element) -> None:
    """A definition list right after another one is part of it."""
    if children and children[-1].type == "dl":
        children[-1].children += result.children
    elif len(children) > 1 and children[-1].type == "blank" and children[-2].type == "dl":
        children.pop()
        children[-1].children += result.children
    else:
        children.append(result)
