"""The spans of a text: emphasis, code, links, HTML, quotes, symbols, math, footnote marks, attribute lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import name2codepoint

from editor.render.kramdown import syntax
from editor.render.kramdown.attributes import parse_attributes, parse_html_attributes
from editor.render.kramdown.blocks import BlockParser, Definitions, extension
from editor.render.kramdown.html_blocks import MARKDOWN_ATTRIBUTE
from editor.render.kramdown.links import apply_list, link
from editor.render.kramdown.quotes import QUOTE, smart_quote
from editor.render.kramdown.scanner import Scanner
from editor.render.kramdown.tree import AttributeList, Element

Stop = Callable[["SpanParser", "re.Match[str]", Element], bool]
MAX_DEPTH = 40
"""How deep spans may nest; deeper ones are text."""
MAX_STEPS = 100_000
"""How many places of one text are looked at; a text that needs more (emphasis that never closes) stays as it is."""

_EMPHASIS = re.compile(r"\*\*?|__?")
_CODE = re.compile("`+")
_AUTOLINK = re.compile(r"<((mailto|https?|ftps?):[^>\n][^>\n]{0,2000}+|[\w\-.]{1,300}@[\w\-.]{1,300})>")
_FOOTNOTE = re.compile(rf"\[\^({syntax.ID})\]")
_MATH = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_SYMBOL = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")
_SYMBOLS = {
    "---": "mdash",
    "--": "ndash",
    "...": "hellip",
    "<< ": "laquo_space",
    " >>": "raquo_space",
    "<<": "laquo",
    ">>": "raquo",
}
_BREAK = re.compile(r"(?:  |\\\\)(?=\n)")
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")
_STRIKE = re.compile(r"~~(?!\s|~)(.{0,2000}?[^\s~])~~", re.DOTALL | re.ASCII)
_STARTS = re.compile(
    r"(?=\*|_|`|<|!?\[|[^\\]?[\"']|\$|\{:|&|--|\.\.\.|(?:\\| )?(?:<<|>>)|(?:  |\\\\)(?=\n)|\\|~~)", re.DOTALL
)


class SpanParser:
    """Reads the spans of one text after another."""

    def __init__(self, blocks: BlockParser, definitions: Definitions) -> None:
        self.blocks, self.definitions = blocks, definitions
        self.src = Scanner("")
        self.stack: list[Element] = []
        self.footnotes: dict[str, list[Element]] = {}
        self._steps = 0

    def read(self, text: str) -> list[Element]:
        """The spans of a text."""
        saved = self.src, self.stack, self._steps
        self.src, self.stack, self._steps = Scanner(text), [], 0
        holder = Element("raw_text")
        self.parse(holder)
        self.src, self.stack, self._steps = saved
        return holder.children

    @property
    def tree(self) -> Element:
        """The span that is being read."""
        return self.stack[-1]

    def text(self, text: str) -> None:
        """Characters that mean themselves."""
        self.tree.add_text(text, "text")

    def parse(self, element: Element, stop: re.Pattern[str] | None = None, ends: Stop | None = None) -> bool:
        """Read spans into an element up to a stop; whether the stop was found."""
        if len(self.stack) > MAX_DEPTH:
            return False
        self.stack.append(element)
        try:
            return self._parse(element, stop, ends)
        finally:
            self.stack.pop()

    def _parse(self, element: Element, stop: re.Pattern[str] | None, ends: Stop | None) -> bool:
        src = self.src
        starts = (
            _STARTS if stop is None else re.compile(f"(?=(?:{stop.pattern}))|{_STARTS.pattern}", re.DOTALL | stop.flags)
        )
        raw = element.options.get("raw_inside")
        while not src.at_end:
            self._steps += 1
            text = src.until(starts) if self._steps < MAX_STEPS else None
            if text is None:
                if stop is None:
                    self.text(src.rest)
                    src.pos = len(src.text)
                return False
            self.text(text)
            if (
                stop is not None
                and (match := src.check(stop)) is not None
                and (ends is None or ends(self, match, element))
            ):
                return True
            readers = (_html,) if raw else _READERS
            if not any(reader(self) for reader in readers):
                self.text(src.take())
        return False


def _space_at(text: str, at: int) -> bool:
    return at < len(text) and text[at] in syntax.BLANKS


def _emphasis(spans: SpanParser) -> bool:
    src = spans.src
    match = src.check(_EMPHASIS)
    if match is None:
        return False
    mark = match[0]
    kind, sign = ("strong" if len(mark) == 2 else "em"), mark[0]
    before = src.text[max(0, src.pos - 2) : src.pos]
    inside_word = sign == "_" and (
        before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha() and len(before) > 1)
    )
    start = src.pos
    src.pos = match.end()
    if inside_word or _space_at(src.text, src.pos) or any(one.type == kind for one in spans.stack):
        spans.text(mark)
        return True
    found, element = _emphasised(spans, mark, kind)
    if not found and kind == "strong" and spans.tree.type != "em":
        src.pos = start + 1
        mark, kind = sign, "em"
        found, element = _emphasised(spans, mark, kind)
        if not found:
            mark = sign * 2
    if found:
        src.pos += len(mark)
        spans.tree.children.append(element)
    else:
        src.pos = start + len(match[0])
        spans.text(match[0])
    return True


def _emphasised(spans: SpanParser, mark: str, kind: str) -> tuple[bool, Element]:
    element = Element(kind)
    double = re.compile(rf"{re.escape(mark * 2)}(?!{re.escape(mark)})")
    word_after = re.compile(rf"{re.escape(mark)}[^\W_]")

    def ends(spans: SpanParser, _stop: re.Match[str], element: Element) -> bool:
        src = spans.src
        if not src.before or src.before in " \t\r\n\f\v" or not element.children:
            return False
        if kind == "em" and src.check(double) is not None:
            return False
        return not (mark[0] == "_" and src.check(word_after) is not None)

    return spans.parse(element, re.compile(re.escape(mark)), ends), element


def _code(spans: SpanParser) -> bool:
    src = spans.src
    match = src.scan(_CODE)
    if match is None:
        return False
    mark = match[0]
    before = src.text[match.start() - 1 : match.start()] if match.start() else ""
    alone = len(mark) == 1 and (not before or before in " \t\r\n\f\v") and _space_at(src.text, src.pos)
    found = None if alone else src.ahead(re.compile(mark))
    if found is None:
        spans.text(mark)
        return True
    end = found.start()
    code = src.text[src.pos : end]
    if len(mark) > 1:
        code = code.removeprefix(" ")
        code = code.removesuffix(" ")
    spans.tree.children.append(Element("codespan", code))
    src.pos = end + len(mark)
    return True


def _autolink(spans: SpanParser) -> bool:
    match = spans.src.scan(_AUTOLINK)
    if match is None:
        return False
    href = match[1] if match[2] else f"mailto:{match[1]}"
    shown = Element("text", match[1].removeprefix("mailto:"))
    spans.tree.children.append(Element("a", attr={"href": href}, children=[shown]))
    return True


def _html(spans: SpanParser) -> bool:
    src = spans.src
    if src.check(syntax.SPAN_HTML) is None:
        return False
    if (match := src.comment()) is not None:
        spans.tree.children.append(Element("html_comment", match[0], options={"block": False}))
    elif (match := src.scan(syntax.CLOSING_TAG)) is not None:
        spans.text(match[0])
    elif (match := src.scan(syntax.TAG)) is not None:
        _tag(spans, match)
    else:
        spans.text(src.take())
    return True


def _tag(spans: SpanParser, match: re.Match[str]) -> None:
    src = spans.src
    known = match[1].lower() in syntax.KNOWN_TAGS
    name = match[1].lower() if known else match[1]
    if name in syntax.BLOCK_TAGS:
        spans.text(match[0])
        return
    attr = parse_html_attributes(match[2], known_tag=known)
    attr = {key: re.sub(r"\n+", " ", value) for key, value in attr.items()}
    raw_model = known and syntax.content_model(name) == "raw"
    if not known:
        raw_model = True
    reads = not raw_model and not spans.tree.options.get("raw_inside") and spans.blocks.options.parse_span_html
    wanted = MARKDOWN_ATTRIBUTE.get(attr.pop("markdown", ""))
    if wanted in ("span", "raw"):
        reads = wanted == "span"
    elif wanted == "default":
        reads = not raw_model
    element = Element("html", name, attr, options={"block": False, "raw_inside": not reads})
    spans.tree.children.append(element)
    if match[4] is not None or name in syntax.EMPTY_TAGS:
        return
    stop = re.compile(rf"</{re.escape(name)}[ \t\r\n\f\v]*>", re.IGNORECASE if known else 0)
    if spans.parse(element, stop):
        src.scan(stop)
    else:
        element.add_text(src.rest, "text")
        src.pos = len(src.text)


def _footnote(spans: SpanParser) -> bool:
    match = spans.src.scan(_FOOTNOTE)
    if match is None:
        return False
    name = match[1]
    if name not in spans.definitions.footnotes:
        spans.text(match[0])
        return True
    element = Element("footnote", name)
    spans.footnotes.setdefault(name, []).append(element)
    spans.tree.children.append(element)
    return True


def _quote(spans: SpanParser) -> bool:
    src = spans.src
    if src.check(QUOTE) is None:
        return False
    before, names, src.pos = smart_quote(src.text, src.pos)
    spans.text(before)
    spans.tree.children += [Element("smart_quote", name) for name in names]
    return True


def _math(spans: SpanParser) -> bool:
    match = spans.src.scan(_MATH)
    if match is None:
        return False
    spans.tree.children.append(Element("math", match[1].strip(syntax.BLANKS), options={"block": False}))
    return True


def _extension(spans: SpanParser) -> bool:
    src = spans.src
    if not src.text.startswith("{:", src.pos):
        return False
    if (match := src.check(syntax.EXT_SPAN)) is not None:
        if not _generic(spans, match):
            spans.text(src.take())
        return True
    match = src.check(syntax.IAL_SPAN)
    last = spans.tree.last
    if match is None or last is None or last.type == "text":
        spans.text(src.take())
        return True
    src.pos = match.end()
    attributes = parse_attributes(match[1])
    last.ial = last.ial or AttributeList()
    last.ial.add(attributes)
    apply_list(spans.definitions.attributes, last.attr, attributes)
    return True


def _generic(spans: SpanParser, match: re.Match[str]) -> bool:
    src, name = spans.src, match[1]
    if name is None:
        return False
    end, body = match.end(), None
    if not match[3]:
        stop = src.ahead(syntax.extension_stop(name, block=False), end)
        if stop is None:
            return False
        body, end = src.text[end : stop.start()], stop.end()
    element = extension(spans.blocks, name, parse_attributes(match[2] or ""), body, block=False)
    if element is None:
        return False
    src.pos = end
    if element.type:
        spans.tree.children.append(element)
    return True


def _entity(spans: SpanParser) -> bool:
    match = spans.src.scan(syntax.ENTITY)
    if match is None:
        return False
    character = entity(match)
    if character is None:
        spans.tree.children.append(Element("entity", "&", options={"written": "&amp;"}))
        spans.text(match[0][1:])
    else:
        spans.tree.children.append(Element("entity", character, options={"written": match[0]}))
    return True


def entity(match: re.Match[str]) -> str | None:
    """The character that an entity names; None for one that nobody knows."""
    if match[1]:
        code = name2codepoint.get(match[1], 39 if match[1] == "apos" else None)
    else:
        code = int(match[2]) if match[2] else int(match[3], 16)
    return chr(code) if code is not None and 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None


def _typographic(spans: SpanParser) -> bool:
    if not spans.blocks.options.auto_typographic:
        return False
    match = spans.src.scan(_SYMBOL)
    if match is None:
        return False
    name = _SYMBOLS.get(match[0])
    if name is not None:
        spans.tree.children.append(Element("symbol", name))
    else:
        written = "&lt;" if "<" in match[0] else "&gt;"
        spans.tree.children += [Element("entity", match[0][1], options={"written": written}) for _ in range(2)]
    return True


def _break(spans: SpanParser) -> bool:
    if spans.blocks.options.hard_wrap or spans.src.scan(_BREAK) is None:
        return False
    spans.tree.children.append(Element("br"))
    return True


def _escaped(spans: SpanParser) -> bool:
    match = spans.src.scan(_ESCAPED)
    if match is None:
        return False
    spans.text(match[1])
    return True


def _strike(spans: SpanParser) -> bool:
    match = spans.src.scan(_STRIKE)
    if match is None:
        return False
    element = Element("html", "del", options={"block": False})
    element.children = spans.read(match[1])
    spans.tree.children.append(element)
    return True


_READERS: tuple[Callable[[SpanParser], bool], ...] = (
    _emphasis,
    _code,
    _autolink,
    _html,
    _footnote,
    link,
    _quote,
    _math,
    _extension,
    _entity,
    _typographic,
    _break,
    _escaped,
    _strike,
)
