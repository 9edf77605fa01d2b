"""The blocks of a kramdown document: paragraphs, headers, quotes, code, rules, math, definitions, extensions.

Lists, tables and HTML blocks have modules of their own. Text inside the blocks stays unread ("raw_text") until all
link, footnote and abbreviation definitions are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from editor.render.kramdown import html_blocks, lists, syntax, tables
from editor.render.kramdown.attributes import parse_attributes
from editor.render.kramdown.options import Options
from editor.render.kramdown.scanner import Scanner
from editor.render.kramdown.tree import AttributeList, Element, link_name

DEFINITIONS = ("link_def", "abbrev_def", "footnote_def")
MAX_DEPTH = 30
"""How deep blocks may nest; deeper ones are text."""


@dataclass(slots=True)
class Definitions:
    """What a document defines for use elsewhere in it."""

    links: dict[str, tuple[str, str | None, Element]] = field(default_factory=dict)
    footnotes: dict[str, Element] = field(default_factory=dict)
    footnote_marks: dict[str, Element] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    abbreviation_marks: dict[str, Element] = field(default_factory=dict)
    attributes: dict[str, AttributeList] = field(default_factory=dict)


class StopBlock(Exception):  # noqa: N818  the end of an HTML block, not a fault
    """The closing tag of the block that is being read."""


class BlockParser:
    """Reads the blocks of a text into an element."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.definitions = Definitions()
        self.src = Scanner("")
        self.tree = Element("root")
        self.block_ial: AttributeList | None = None
        self._depth = 0

    def parse(self, element: Element, text: str | None = None) -> bool:
        """Read a text, or what is left of the current one, into an element; True when a closing tag ended it."""
        saved = self.tree, self.src, self.block_ial
        self.tree, self.block_ial = element, None
        if text is not None:
            self.src = Scanner(text)
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                element.children.append(Element("p", children=[Element("text", self.src.rest)]))
                self.src.pos = len(self.src.text)
            while not self.src.at_end:
                self._placed_block(element)
        except StopBlock:
            stopped = True
        else:
            stopped = False
        finally:
            self._depth -= 1
            source = self.src
            self.tree, self.src, self.block_ial = saved
            if text is None:
                self.src = source
        return stopped

    def parse_part(self, element: Element, text: str, start: int) -> int:
        """Read a text from a position up to the next place from which the rest can be read by itself; gives that place.

        That is below a blank line, where no definition of the term above and no attribute list follows, and no
        definition list stands above.
        """
        self.tree, self.src, self.block_ial = element, Scanner(text), None
        self.src.pos = start
        while not self.src.at_end:
            self._placed_block(element)
            last = element.last
            is_blank = last is not None and last.type == "blank" and self.block_ial is None
            grows = len(element.children) > 1 and element.children[-2].type == "dl"  # the next one would join it
            if is_blank and not grows and self.src.check(syntax.LEANS_BACK) is None:
                break
        return self.src.pos

    def new(self, kind: str, value: str = "", **options: object) -> Element:
        """A block, with the attribute list that stood before it."""
        element = Element(kind, value, options=dict(options))
        if self.block_ial is not None:
            element.ial, self.block_ial = self.block_ial, None
        return element

    def add(self, element: Element) -> bool:
        """Put a block at the end of the current one."""
        self.tree.children.append(element)
        return True

    @property
    def after_boundary(self) -> bool:
        """Whether a blank line, an end-of-block mark or nothing stands before."""
        last = self.tree.last
        return last is None or last.type == "blank" or (last.type == "eob" and not last.value) or bool(self.block_ial)

    @property
    def before_boundary(self) -> bool:
        """Whether a blank line, an end-of-block mark or nothing follows."""
        return self.src.check(syntax.BOUNDARY) is not None

    def _placed_block(self, element: Element) -> None:
        """Read a block and note where what it added starts in the text."""
        start, known = self.src.pos, len(element.children)
        self._block()
        for child in element.children[max(0, known - 1) :]:
            child.options.setdefault("at", start)

    def _block(self) -> None:
        for reader in _READERS:
            if reader(self):
                return
        self.tree.add_text(self.src.until(syntax.LINE) or self.src.take(), "raw_text")


# -- one function a kind of block: True when it took one


def _blank(parser: BlockParser) -> bool:
    match = parser.src.scan(syntax.BLANK)
    if match is None:
        return False
    last = parser.tree.last
    if last is not None and last.type == "blank":
        last.value += match[0]
        return True
    return parser.add(parser.new("blank", match[0]))


def _code(parser: BlockParser) -> bool:
    if parser.src.check(syntax.INDENT) is None and not parser.src.text.startswith(("\t", "    "), parser.src.pos):
        return False
    match = parser.src.scan(syntax.CODE)
    if match is None:
        return False
    lines = match[0].split("\n")
    joined = [lines[0]]
    for line in lines[1:]:  # a lazy line goes on with the one before it
        indent = len(line) - len(line.lstrip(" "))
        if line.strip(syntax.BLANKS) and indent < 4 and not line.startswith("\t") and line[indent] not in " \t\r\f\v":
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    code = "\n".join(syntax.INDENT.sub("", line) for line in joined)
    return parser.add(parser.new("codeblock", code))


def _fenced(parser: BlockParser) -> bool:
    src = parser.src
    line = src.check(syntax.FENCE_LINE)
    if line is None:
        return False
    kind = line[1], bool(line[2] and line[3])  # in the second case all of the marks are needed to close it
    match = src.scan(syntax.FENCED) if kind not in src.unclosed else None
    if match is None:
        src.unclosed.add(kind)  # nor is one further down
        return False
    element = parser.new("codeblock", match[5])
    language = (match[3] or "").strip(syntax.BLANKS)
    if language:
        element.options["language"] = language
        element.attr["class"] = f"language-{match[4]}"
    return parser.add(element)


def _quote(parser: BlockParser) -> bool:
    if parser.src.check(syntax.QUOTE) is None:
        return False
    text = parser.src.until(syntax.LINE) or ""
    while parser.src.check(syntax.LAZY_END) is None:
        text += parser.src.until(syntax.LINE) or parser.src.take()
    element = parser.new("blockquote")
    parser.add(element)
    parser.parse(element, syntax.QUOTE_MARK.sub("", text))
    return True


def _header_text(text: str) -> tuple[str, str | None]:
    text = text.rstrip(syntax.BLANKS)
    match = syntax.HEADER_ID.search(text)
    return (text[: match.start()].rstrip(syntax.BLANKS), match[1]) if match is not None else (text, None)


def _add_header(parser: BlockParser, level: int, text: str, name: str | None) -> bool:
    element = parser.new("header", level=level)
    element.add_text(text, "raw_text")
    if name:
        element.attr["id"] = name
    return parser.add(element)


def _atx(parser: BlockParser) -> bool:
    match = parser.src.check(syntax.ATX)
    if match is None or not (parser.options.paragraph_end or parser.after_boundary):
        return False
    text, name = _header_text(match[2])
    bare = text.rstrip("#")
    if bare != text and bare.endswith((" ", "\t")):
        text = bare.rstrip(syntax.BLANKS)
    if not text:
        return False
    parser.src.pos = match.end()
    return _add_header(parser, len(match[1]), text, name)


def _rule(parser: BlockParser) -> bool:
    return parser.src.scan(syntax.HR) is not None and parser.add(parser.new("hr"))


def _setext(parser: BlockParser) -> bool:
    match = parser.src.check(syntax.SETEXT)
    if match is None or not parser.after_boundary:
        return False
    text, name = _header_text(match[1])
    if not text:
        return False
    parser.src.pos = match.end()
    return _add_header(parser, 2 if match[2] == "-" else 1, text, name)


def _math(parser: BlockParser) -> bool:
    match = parser.src.check(syntax.BLOCK_MATH)
    if match is None or not parser.after_boundary:
        return False
    if match[1]:
        if match[3]:
            parser.src.pos = match.end(1)
        return False
    start = parser.src.pos
    parser.src.pos = match.end()
    if parser.before_boundary:
        return parser.add(parser.new("math", match[2].strip(syntax.BLANKS), block=True))
    parser.src.pos = start
    return False


def _footnote(parser: BlockParser) -> bool:
    match = parser.src.scan(syntax.FOOTNOTE_DEFINITION)
    if match is None:
        return False
    element = Element("footnote_def")
    parser.parse(element, syntax.INDENT.sub("", match[2]))
    mark = parser.new("eob", "footnote_def")
    parser.definitions.footnotes[match[1]] = element
    parser.definitions.footnote_marks[match[1]] = mark
    return parser.add(mark)


def _link_definition(parser: BlockParser) -> bool:
    match = parser.src.check(syntax.LINK_DEFINITION)
    if match is None or _UNCLOSED_TITLE.search(match[3] or ""):
        return False
    parser.src.pos = match.end()
    mark = parser.new("eob", "link_def")
    url = match[2] if match[2] is not None else match[3]
    parser.definitions.links[link_name(match[1])] = (url, match[5], mark)
    return parser.add(mark)


_UNCLOSED_TITLE = re.compile(r"[ \t][\"']")


def _abbreviation(parser: BlockParser) -> bool:
    match = parser.src.scan(syntax.ABBREVIATION)
    if match is None:
        return False
    mark = parser.new("eob", "abbrev_def")
    parser.definitions.abbreviations[match[1]] = match[2].strip(syntax.BLANKS)
    parser.definitions.abbreviation_marks[match[1]] = mark
    return parser.add(mark)


def _extension(parser: BlockParser) -> bool:
    if parser.src.check(syntax.ANY_EXTENSION) is None:
        return False
    if (match := parser.src.scan(syntax.ALD)) is not None:
        parser.definitions.attributes.setdefault(match[1], AttributeList()).add(parse_attributes(match[2]))
        return parser.add(parser.new("eob", "ald"))
    if (match := parser.src.check(syntax.EXT_BLOCK)) is not None:
        return _generic(parser, match)
    if (match := parser.src.scan(syntax.IAL_LINE)) is None:
        return False
    last = parser.tree.last
    if last is not None and last.type != "blank" and (last.type != "eob" or last.value in DEFINITIONS):
        last.ial = last.ial or AttributeList()
        last.ial.add(parse_attributes(match[1]))
        if parser.src.check(syntax.IAL_LINE) is None:
            parser.add(parser.new("eob", "ial"))
    else:
        parser.block_ial = parser.block_ial or AttributeList()
        parser.block_ial.add(parse_attributes(match[1]))
    return True


def _generic(parser: BlockParser, match: object) -> bool:
    """`{::comment}`, `{::nomarkdown}`, `{::options}`."""
    name, text, closed = match[1], match[2] or "", match[3]  # type: ignore[index]
    if name is None:
        return False
    start, body = parser.src.pos, None
    parser.src.pos = match.end()  # type: ignore[attr-defined]
    if not closed:
        found = parser.src.ahead(syntax.extension_stop(name, block=True))
        if found is None:
            parser.src.pos = start
            return False
        body = parser.src.text[parser.src.pos : found.start()].removesuffix("\n")
        parser.src.pos = found.end()
    element = extension(parser, name, parse_attributes(text), body, block=True)
    if element is None:
        parser.src.pos = start
        return False
    if element.type:
        parser.add(element)
    return True


def extension(
    parser: BlockParser, name: str, attributes: AttributeList, body: str | None, *, block: bool
) -> Element | None:
    """What a generic extension gives; None for an unknown one, an element without type for nothing."""
    match name:
        case "comment":
            return Element("comment", body, options={"block": block}) if body is not None else Element("")
        case "nomarkdown":
            kinds = syntax.WORDS.findall(attributes.attr.get("type", ""))
            return Element("raw", body, options={"block": block, "kinds": kinds}) if body is not None else Element("")
        case "options":
            for key, value in attributes.attr.items():
                parser.options = parser.options.having(key, value)
            return parser.new("eob", "extension") if block else Element("")
    return None


def _end_of_block(parser: BlockParser) -> bool:
    return parser.src.scan(syntax.EOB) is not None and parser.add(parser.new("eob"))


def _paragraph(parser: BlockParser) -> bool:
    if parser.src.check(syntax.PARAGRAPH) is None:
        return False
    start = parser.src.pos
    text = parser.src.until(syntax.LINE) or ""
    end = syntax.PARAGRAPH_END if parser.options.paragraph_end else syntax.PLAIN_PARAGRAPH_END
    while parser.src.check(end) is None:
        text += parser.src.until(syntax.LINE) or parser.src.take()
    text = text.rstrip(syntax.BLANKS)
    last = parser.tree.last
    if last is not None and last.type == "p":
        inner = last.last
        if inner is not None and inner.type == "raw_text":
            joint = "  \n" if parser.src.text[max(0, start - 3) : start] == "  \n" else "\n"
            inner.value += joint + text
        else:
            last.add_text(text, "raw_text")
        return True
    element = parser.new("p")
    element.add_text(text.lstrip(syntax.BLANKS), "raw_text")
    return parser.add(element)


_READERS: tuple[Callable[[BlockParser], bool], ...] = (
    _blank,
    _code,
    _fenced,
    _quote,
    _atx,
    _rule,
    lists.list_block,
    lists.definition_list,
    html_blocks.html_block,
    _setext,
    _math,
    tables.table,
    _footnote,
    _link_definition,
    _abbreviation,
    _extension,
    _end_of_block,
    _paragraph,
)
