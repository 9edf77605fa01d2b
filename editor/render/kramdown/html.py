"""The tree as HTML, block by block."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from editor.render.kramdown import syntax
from editor.render.kramdown.document import Document
from editor.render.kramdown.quotes import QUOTES, SYMBOLS
from editor.render.kramdown.tree import Element

_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
_REFERENCE = r"&(?:[A-Za-z_:][\w.:-]*|#[0-9]+|#x[0-9a-fA-F]+);"
_ALL = re.compile("[<>&]")
_TEXT = re.compile(rf"{_REFERENCE}|[<>&]")
_ATTRIBUTE = re.compile(rf"{_REFERENCE}|[<>&\"]")
_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")
_ENTITIES = {**QUOTES, "apos": "'", "quot": '"', "sbquo": "‚", "bdquo": "„"}
_CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々〆〇"
_CJK_BREAK = re.compile(rf"(?<=[{_CJK}])\n(?=[{_CJK}])")
_LANGUAGE = re.compile(r"\blanguage-(\S+)", re.ASCII)


def escape(text: str, pattern: re.Pattern[str] = _ALL) -> str:
    """Special characters as entities."""
    return pattern.sub(lambda match: _ESCAPES.get(match[0], match[0]), text)


def attributes(attr: dict[str, str]) -> str:
    """Attributes as they stand in a tag."""
    shown = ((key, value) for key, value in attr.items() if not (key == "id" and not value.strip(syntax.BLANKS)))
    return "".join(f' {key}="{escape(value, _ATTRIBUTE)}"' for key, value in shown)


Colour = Callable[[str, str], str | None]
"""Code and its language to HTML in colours; None where that can't be done."""


class Formula(Protocol):
    """TeX to MathML; None where that can't be done."""

    def __call__(self, tex: str, *, block: bool) -> str | None:
        """The formula's MathML."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What a blog's theme adds to kramdown's HTML: code in colours, and formulas drawn."""

    colour: Colour | None = None
    formula: Formula | None = None


class Writer:
    """Writes one document."""

    def __init__(self, document: Document, looks: Looks) -> None:
        self._document, self._options, self._looks = document, document.options, looks
        self._notes: list[tuple[str, int, int]] = []  # name, number, how often it was referred to again
        self._marks = {"toc": "", "footnotes": ""}
        self._stack: list[Element] = []
        self._row: Element | None = None  # the table's row that is being written
        self._columns: dict[int, int] = {}  # of its cells, by identity
        self.places: list[int] = []  # where each block that was written starts in the text

    def part(self, elements: list[Element], at: int = 0) -> list[str]:
        """The HTML of some top-level blocks; footnotes are numbered in the order in which parts are written.

        Args:
            at: where the part starts. A block that does not know its place stands where the one before it does.

        """
        self._stack.append(self._document.root)
        blocks = []
        for child in elements:
            block = self._write(child).strip("\n")
            at = child.options.get("at", at)
            if block:
                blocks.append(block)
                self.places.append(at)
        self._stack.pop()
        return blocks

    def footnotes(self) -> list[str]:
        """The footnotes that the parts written so far refer to, as one block."""
        notes = self._footnotes().strip("\n")
        return [notes] if notes else []

    def blocks(self) -> list[str]:
        """The HTML of each top-level block, and of the footnotes last."""
        written = self.part(self._document.root.children)
        notes = self.footnotes()
        if self._marks["footnotes"]:
            written = [block.replace(self._marks["footnotes"], "".join(notes)) for block in written]
        else:
            written += notes
        if self._marks["toc"]:
            contents = self._contents().strip("\n")
            written = [block.replace(self._marks["toc"], contents) for block in written]
        return written

    def _inner(self, element: Element) -> str:
        self._stack.append(element)
        written = "".join(self._write(child) for child in element.children)
        self._stack.pop()
        return written

    def _write(self, element: Element) -> str:
        return getattr(self, f"_{element.type}")(element)  # type: ignore[no-any-return]

    # -- blocks

    def _blank(self, element: Element) -> str:  # noqa: ARG002  one shape for all
        return "\n"

    def _p(self, element: Element) -> str:
        if element.options.get("transparent"):
            return self._inner(element)
        only = element.children[0] if len(element.children) == 1 else None
        if only is not None and only.type == "img" and only.ial is not None and "standalone" in only.ial.refs:
            return self._figure(element, only)
        return self._line("p", element)

    def _figure(self, element: Element, image: Element) -> str:
        attr, inner = dict(element.attr), dict(image.attr)
        for key in ("class", "id"):
            if key in inner and key not in attr:
                attr[key] = inner.pop(key)
        caption = f"<figcaption>{inner.get('alt', '')}</figcaption>"
        return f"<figure{attributes(attr)}>\n<img{attributes(inner)} />\n{caption}\n</figure>\n"

    def _line(self, tag: str, element: Element, attr: dict[str, str] | None = None) -> str:
        attr = element.attr if attr is None else attr
        return f"<{tag}{attributes(attr)}>{self._inner(element)}</{tag}>\n"

    def _box(self, element: Element) -> str:
        return f"<{element.type}{attributes(element.attr)}>\n{self._inner(element)}</{element.type}>\n"

    _blockquote = _dl = _table = _thead = _tbody = _tfoot = _tr = _box

    def _codeblock(self, element: Element) -> str:
        attr = dict(element.attr)
        language = _LANGUAGE.search(attr.get("class", ""))
        if language is not None:
            attr["class"] = _LANGUAGE.sub("", attr["class"], count=1).strip(syntax.BLANKS)
            if not attr["class"]:
                del attr["class"]
        inner = f' class="language-{escape(language[1], _ATTRIBUTE)}"' if language is not None else ""
        text = element.value.removesuffix("\n")
        colour = self._looks.colour
        code = colour(text, language[1]) if colour is not None and language is not None else None
        if code is not None:
            attr["class"] = f"highlight {attr.get('class', '')}".rstrip(syntax.BLANKS)
        else:
            code = escape(text)
        return f"<pre{attributes(attr)}><code{inner}>{code}\n</code></pre>\n"

    def _header(self, element: Element) -> str:
        level = min(6, max(1, element.options["level"] + self._options.header_offset))
        return self._line(f"h{level}", element)

    def _hr(self, element: Element) -> str:
        return f"<hr{attributes(element.attr)} />\n"

    def _ul(self, element: Element) -> str:
        refs = element.ial.refs if element.ial is not None else []
        for name in ("toc", "footnotes"):
            if name in refs and not self._marks[name]:
                self._marks[name] = f"\0{name}\0"
                self._toc = element
                return self._marks[name]
        return self._box(element)

    _ol = _ul

    def _li(self, element: Element) -> str:
        inner = self._inner(element)
        first = element.children[0] if element.children else None
        tight = first is None or (first.type == "p" and first.options.get("transparent"))
        return f"<{element.type}{attributes(element.attr)}>{'' if tight else chr(10)}{inner}</{element.type}>\n"

    _dd = _li

    def _dt(self, element: Element) -> str:
        return self._line("dt", element)

    def _td(self, element: Element) -> str:
        row, part, table = self._stack[-1], self._stack[-2], self._stack[-3]
        tag = "th" if part.type == "thead" else "td"
        attr = dict(element.attr)
        if self._row is not row:
            self._row, self._columns = row, {id(cell): number for number, cell in enumerate(row.children)}
        index = self._columns[id(element)]
        alignment = table.options["alignment"][index]
        if alignment:
            before = f"{attr['style']}; " if "style" in attr else ""
            attr["style"] = f"{before}text-align: {alignment}"
        inner = self._inner(element)
        return f"<{tag}{attributes(attr)}>{inner or chr(160)}</{tag}>\n"

    def _html(self, element: Element) -> str:
        inner, name = self._inner(element), element.value
        start = f"<{name}{attributes(element.attr)}"
        if not element.options.get("block"):
            return f"{start} />" if not inner and name in syntax.EMPTY_TAGS else f"{start}>{inner}</{name}>"
        model = element.options.get("model")
        if (element.options.get("closed") and model == "raw") or (not inner and name in syntax.EMPTY_TAGS):
            written = f"{start} />"
        elif inner and model == "block":
            written = f"{start}>\n{inner.removesuffix(chr(10))}\n</{name}>"
        else:
            written = f"{start}>{inner}</{name}>"
        around = self._stack[-1]
        raw_around = around.type == "html" and around.options.get("model") == "raw"
        return written if raw_around else f"{written}\n"

    def _html_comment(self, element: Element) -> str:
        return f"{element.value}\n" if element.options.get("block") else element.value

    def _comment(self, element: Element) -> str:
        end = "\n" if element.options.get("block") else ""
        return f"<!-- {element.value} -->{end}"

    def _raw(self, element: Element) -> str:
        kinds = element.options.get("kinds")
        if kinds and "html" not in kinds:
            return ""
        return element.value + ("\n" if element.options.get("block") else "")

    # -- spans

    def _text(self, element: Element) -> str:
        written = escape(element.value, _TEXT)
        return _CJK_BREAK.sub("", written) if self._options.remove_line_breaks_for_cjk else written

    def _span(self, element: Element) -> str:
        return f"<{element.type}{attributes(element.attr)}>{self._inner(element)}</{element.type}>"

    _em = _strong = _a = _span

    def _abbr(self, element: Element) -> str:
        return f"<abbr{attributes(element.attr)}>{element.value}</abbr>"

    def _br(self, element: Element) -> str:  # noqa: ARG002  one shape for all
        return "<br />"

    def _img(self, element: Element) -> str:
        return f"<img{attributes(element.attr)} />"

    def _codespan(self, element: Element) -> str:
        return f"<code{attributes(element.attr)}>{escape(element.value)}</code>"

    def _entity(self, element: Element) -> str:
        return element.options["written"] if element.value in "<>&" else element.value

    def _smart_quote(self, element: Element) -> str:
        return _ENTITIES.get(self._options.smart_quotes[_QUOTES.index(element.value)], "")

    def _symbol(self, element: Element) -> str:
        return SYMBOLS[element.value]

    def _math(self, element: Element) -> str:
        value = escape(element.value)
        block = element.options.get("block")
        drawn = self._looks.formula(element.value, block=bool(block)) if self._looks.formula is not None else None
        written = drawn or (f"\\[{value}\\]" if block else f"\\({value}\\)")
        if element.attr:
            tag = "div" if block else "span"
            written = f"<{tag}{attributes(element.attr)}>{written}</{tag}>"
        return f"{written}\n" if block else written

    def _footnote(self, element: Element) -> str:
        name, again = self._options.footnote_prefix + element.value, ""
        known = next((number for number, note in enumerate(self._notes) if note[0] == element.value), None)
        if known is None:
            number = self._options.footnote_nr + len(self._notes)
            self._notes.append((element.value, number, 0))
        else:
            _, number, times = self._notes[known]
            self._notes[known] = (element.value, number, times + 1)
            again = f":{times + 1}"
        return (
            f'<sup id="fnref:{name}{again}" role="doc-noteref"><a href="#fn:{name}" class="footnote" rel="footnote">'
            f"{number}</a></sup>"
        )

    # -- what stands elsewhere

    def _footnotes(self) -> str:
        written = []
        number = 0
        while number < len(self._notes):  # a note may refer to further ones
            written.append(self._note(*self._notes[number]))
            number += 1
        if not written:
            return ""
        start = f' start="{self._options.footnote_nr}"' if self._options.footnote_nr != 1 else ""
        items = "".join(written)
        return f'<div class="footnotes" role="doc-endnotes">\n<ol{start}>\n{items}</ol>\n</div>\n'

    def _note(self, name: str, number: int, times: int) -> str:  # noqa: ARG002  the times may grow while it is written
        content = copy.deepcopy(self._document.definitions.footnotes[name])
        full = self._options.footnote_prefix + name
        item = Element("li", attr={"id": f"fn:{full}", "role": "doc-endnote"}, children=content.children)
        backlink = escape(self._options.footnote_backlink, _TEXT)
        paragraph, space = self._place_of_backlink(item)
        inner_times = next(note[2] for note in self._notes if note[0] == name)
        if self._options.footnote_backlink:
            link = '<a href="#fnref:{0}" class="reversefootnote" role="doc-backlink">{1}</a>'
            text = ("\u00a0" if space else "") + link.format(full, backlink)
            for index in range(1, inner_times + 1):
                text += "\u00a0" + link.format(f"{full}:{index}", f"{backlink}<sup>{index + 1}</sup>")
            paragraph.children.append(Element("raw", text))
        return self._write(item)

    def _place_of_backlink(self, item: Element) -> tuple[Element, bool]:
        last = item.last
        if last is not None and last.type == "blank":
            item.children.pop()
            last = item.last
        if last is not None and (last.type == "p" or self._options.footnote_backlink_inline):
            parent = item
            while parent.children and parent.children[-1].type not in ("p", "header"):
                parent = parent.children[-1]
            if parent.children:
                return parent.children[-1], True
        paragraph = Element("p")
        item.children.append(paragraph)
        return paragraph, False

    def _contents(self) -> str:
        """The table of contents, in place of a list marked `{:toc}`."""
        kind, attr = self._toc.type, dict(self._toc.attr)
        attr.setdefault("id", "markdown-toc")
        root = Element(kind, attr=attr)
        stack: list[tuple[int, Element]] = []
        for header in self._document.root.walk():
            level = header.options.get("level", 0)
            skip = "no_toc" in syntax.WORDS.findall(header.attr.get("class", ""))
            if header.type != "header" or level not in self._options.toc_levels or skip or "id" not in header.attr:
                continue
            link = Element("a", attr={"href": f"#{header.attr['id']}", "id": f"{attr['id']}-{header.attr['id']}"})
            link.children = _without_links(copy.deepcopy(header.children))
            item = Element("li", children=[Element("p", children=[link], options={"transparent": True})])
            while stack and stack[-1][0] >= level:
                stack.pop()
            if stack:
                above = stack[-1][1]
                if above.children[-1].type != kind:
                    above.children.append(Element(kind))
                above.children[-1].children.append(item)
            else:
                root.children.append(item)
            stack.append((level, item))
        return self._box(root) if root.children else ""


def _without_links(elements: list[Element]) -> list[Element]:
    """A header's spans as the table of contents shows them: no links inside, no footnote marks."""
    found: list[Element] = []
    for element in elements:
        element.children = _without_links(element.children)
        if element.type == "a":
            found += element.children
        elif element.type != "footnote":
            found.append(element)
    return found
