"""Text to a finished tree: blocks, then spans, then what needs the whole document (abbreviations, breaks, ids)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from editor.render.kramdown.blocks import BlockParser, Definitions
from editor.render.kramdown.links import apply_list
from editor.render.kramdown.options import Options
from editor.render.kramdown.quotes import QUOTES, SYMBOLS
from editor.render.kramdown.spans import SpanParser
from editor.render.kramdown.tree import Element


@dataclass(slots=True)
class Document:
    """A read document."""

    root: Element
    definitions: Definitions
    options: Options


def parse(text: str, options: Options) -> Document:
    """Read a body ("\\n" line ends)."""
    parser = BlockParser(options)
    root = Element("root")
    parser.parse(root, text.removesuffix("\n") + "\n")
    headers = finish(root, list(parser.definitions.footnotes.values()), parser, parser.definitions)
    give_ids(headers, parser.options)
    return Document(root, parser.definitions, parser.options)


def finish(root: Element, footnotes: list[Element], parser: BlockParser, definitions: Definitions) -> list[Element]:
    """Read the spans of a part of a document, with the definitions of all of it; gives the headers that need an id."""
    spans = SpanParser(parser, definitions)
    abbreviations = _Abbreviations(definitions)
    for part in (root, *footnotes):
        _read_spans(spans, part)
        abbreviations.replace(part)
    headers: list[Element] = []
    _break_lines(root, parser.options, headers)
    return headers


def give_ids(headers: list[Element], options: Options) -> list[Element]:
    """Give each header its id, numbered where one comes again; gives those whose id changed."""
    ids: dict[str, int] = {}
    changed = []
    for header in headers:
        name = options.auto_id_prefix + _header_id(header.options["raw_text"], ids)
        if header.attr.get("id") != name:
            header.attr["id"] = name
            changed.append(header)
    return changed


def _read_spans(spans: SpanParser, element: Element) -> None:
    definitions = spans.definitions.attributes
    children: list[Element] = []
    for child in element.children:
        if child.type == "raw_text":
            found = spans.read(child.value)
            for one in found if "at" in child.options else ():  # text that stands by itself, without a paragraph
                one.options["at"] = child.options["at"]
            children += found
        elif child.type == "eob":
            if child.ial is not None:
                apply_list(definitions, child.attr, child.ial)
        else:
            _read_spans(spans, child)
            if child.ial is not None:
                apply_list(definitions, child.attr, child.ial)
            children.append(child)
    element.children = children


class _Abbreviations:
    """Puts an element around each word that the document explains."""

    def __init__(self, definitions: Definitions) -> None:
        words = sorted(definitions.abbreviations, key=len, reverse=True)
        self._definitions = definitions
        any_word = "|".join(map(re.escape, words))
        self._pattern = (
            re.compile(rf"(?:(?<=[^A-Za-z0-9_])|^)(?:{any_word})(?![A-Za-z0-9_])", re.MULTILINE) if words else None
        )

    def replace(self, element: Element) -> None:
        """Replace in an element and everything inside it."""
        if self._pattern is None:
            return
        children: list[Element] = []
        for child in element.children:
            if child.type == "text" and element.options.get("model") != "raw" and not element.options.get("raw_inside"):
                children += self._split(child)
            else:
                self.replace(child)
                children.append(child)
        element.children = children

    def _split(self, child: Element) -> list[Element]:
        assert self._pattern is not None
        found, at = [], 0
        for match in self._pattern.finditer(child.value):
            mark = self._definitions.abbreviation_marks[match[0]]
            title = self._definitions.abbreviations[match[0]]
            attr: dict[str, str] = {}
            if mark.ial is not None:  # the mark itself may stand in a part that is not read yet
                apply_list(self._definitions.attributes, attr, mark.ial)
            if title:
                attr["title"] = title
            found += [Element("text", child.value[at : match.start()]), Element("abbr", match[0], attr)]
            at = match.end()
        return [*found, Element("text", child.value[at:])]


def _break_lines(element: Element, options: Options, headers: list[Element]) -> None:
    """GFM's last pass: breaks at a backslash before a line end, or at each line end. Notes headers without an id."""
    mark = "\n" if options.hard_wrap else "\\\n"
    children: list[Element] = []
    for child in element.children:
        if child.type == "text" and mark in child.value:
            children += _with_breaks(element, child, mark)
            continue
        if child.type == "header" and options.auto_ids and "id" not in child.attr:
            child.options["raw_text"] = raw_text(child)
            headers.append(child)
        elif child.type != "html":
            _break_lines(child, options, headers)
        children.append(child)
    element.children = children


def _with_breaks(element: Element, child: Element, mark: str) -> list[Element]:
    lines = child.value.split(mark)
    is_end = not lines[-1] and element.type in _BLOCKS and element.last is child
    found: list[Element] = []
    for number, line in enumerate(lines):
        found.append(Element("text", f"\n{line}" if number else line))
        if number < len(lines) - 2 or (number == len(lines) - 2 and not is_end):
            found.append(Element("br"))
    return found


_BLOCKS = frozenset({"p", "header", "li", "dd", "dt", "td", "blockquote"})


def raw_text(element: Element) -> str:
    """A header's text as its id is made from."""
    parts = []
    for one in element.walk():
        if one.type in ("text", "codespan", "math", "entity", "abbr"):
            parts.append(one.value)
        elif one.type == "smart_quote":
            parts.append(QUOTES[one.value])
        elif one.type == "symbol":
            parts.append(SYMBOLS[one.value])
    return "".join(parts)


def _header_id(text: str, ids: dict[str, int]) -> str:
    """GitHub's ids: lower case, words with hyphens, a number when the id was given before."""
    kept = "".join(character for character in text.lower() if character in "- \t" or _is_word(character))
    name = kept.replace(" ", "-").replace("\t", "-")
    ids[name] = ids.get(name, -1) + 1
    return f"{name}-{ids[name]}" if ids[name] else name


def _is_word(character: str) -> bool:
    return character.isalpha() or unicodedata.category(character) in ("Mn", "Mc", "Me", "Nd", "Nl", "Pc")
