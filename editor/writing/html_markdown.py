"""HTML to markdown that shows all of its text: marks are escaped before markdownify writes its own."""

from __future__ import annotations

import re
from typing import Any, Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import MarkdownConverter

from editor.text.white_space import ASCII_SPACE
from editor.writing import escape
from editor.writing.templates import Templates, shielded

_CODE: Final = ("pre", "code", "kbd", "samp")
_SPANS: Final = ("code", "kbd", "samp")
_CELLS: Final = ("td", "th")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = (
    *_HEADINGS,
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "article", "section", "figure", "figcaption"),
    *("table", "thead", "tbody", "tfoot", "tr", "caption", "header", "footer", "main", "aside", "hr", "address"),
)
_MOST_COLUMNS: Final = 1_000


class _Converter(MarkdownConverter):
    """Writes code so that nothing in it ends it, and no template runs in it."""

    def __init__(self, templates: Templates, *, in_cell: bool, **options: Any) -> None:
        super().__init__(**options)
        self._templates, self._in_cell = templates, in_cell

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002  markdownify's names
        """A fence that is longer than all in the code."""
        fence = escape.code_fence(text)
        code = text.strip("\n")
        shown = shielded(code, self._templates)
        block = f"{fence}\n{code if self._templates is Templates.LIQUID else shown}\n{fence}"
        if self._templates is Templates.LIQUID and shown != code:
            block = shielded(f"\n{block}\n", self._templates)
        return f"\n\n{block}\n\n" if code else ""

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """In a cell no code has a bar: flavours differ in whether it ends the cell."""
        if "|" in text and (self._in_cell or el.find_parent(_CELLS) is not None):
            return f"<code>{escape.in_code_tag(escape.one_line(text))}</code>"
        span = str(super().convert_code(el, text, parent_tags))  # type: ignore[misc]  # the stubs lack it
        return shielded(span, self._templates)

    convert_kbd = convert_samp = convert_code


def convert(
    soup: BeautifulSoup, *, in_line: bool = False, in_cell: bool = False, templates: Templates = Templates.NONE
) -> str:
    """Return the markdown of HTML.

    Args:
        in_line: all of it in one line; blocks are joined by spaces.
        in_cell: it is for a place in a table's cell.
        templates: what the blog runs in code.

    """
    for br in soup.find_all("br"):
        if br.find_parent("pre") is not None:
            br.replace_with("\n")
    for root in [soup] if in_line else soup.find_all(_CELLS):
        _flatten(root)
    for table in soup.find_all("table"):
        _fill_head(soup, table)
    for code in soup.find_all(_SPANS):
        before = code.previous_sibling
        if isinstance(before, Tag) and before.name in _SPANS:
            code.insert_before(" ")  # else their marks would be one
    _escape(soup)
    converter = _Converter(
        templates,
        in_cell=in_cell,
        heading_style="ATX",
        bullets="-",
        escape_asterisks=False,
        escape_misc=False,
        escape_underscores=False,
        table_infer_header=True,
    )
    return str(converter.convert_soup(soup))


def _flatten(root: Tag) -> None:
    """Make one line of what is inside: blocks become text between spaces."""
    for tag in root.find_all(["br", "pre", *_BLOCKS, *_CELLS]):
        if tag.name in ("br", "hr"):
            tag.replace_with(" ")
        elif tag.name == "pre":
            tag.name = "code"
            tag.insert_before(" ")
            tag.insert_after(" ")
        else:
            tag.insert_before(" ")
            tag.insert_after(" ")
            tag.unwrap()
    for code in root.find_all("code"):
        if code.find_parent("code") is not None:
            code.unwrap()
        else:
            code.string = escape.one_line(code.get_text())


def _fill_head(soup: BeautifulSoup, table: Tag) -> None:
    """Cells below no head are not shown by CommonMark: the first row gets as many as the longest one has."""
    rows = table.find_all("tr")
    widths = [sum(_span(cell) for cell in row.find_all(_CELLS)) for row in rows]
    for _ in range(min(max(widths, default=0), _MOST_COLUMNS) - widths[0] if rows else 0):
        rows[0].append(soup.new_tag("th" if rows[0].find("th") is not None else "td"))


def _span(cell: Tag) -> int:
    written = str(cell.get("colspan", ""))
    return max(1, min(_MOST_COLUMNS, int(written))) if re.fullmatch("[0-9]{1,4}", written) else 1


def _escape(soup: BeautifulSoup) -> None:
    begins = True  # at the beginning of a line
    for node in [*soup.descendants]:
        if isinstance(node, Tag):
            _escape_attributes(node)
            begins = begins or node.name in ("br", "pre", *_BLOCKS, *_CELLS)
            continue
        if not isinstance(node, NavigableString) or type(node) is not NavigableString:
            continue
        if node.find_parent(_CODE) is None:
            follows = _follows_block(node)
            node.replace_with(NavigableString(_written(str(node), node, begins=begins or follows)))
        if str(node).strip(ASCII_SPACE):
            begins = False


def _follows_block(node: NavigableString) -> bool:
    before = node.previous_sibling
    return isinstance(before, Tag) and before.name in ("br", "pre", *_BLOCKS)


def _written(text: str, node: NavigableString, *, begins: bool) -> str:
    if node.find_parent(_CELLS) is not None:
        return escape.cell(text)
    new = escape.inline(text)
    if node.find_parent(_HEADINGS) is not None:
        return new.replace("#", "\\#").replace("&\\#", "&#")
    first, *rest = new.split("\n")
    return "\n".join([escape.line_starts(first.lstrip(" ")) if begins else first, *map(escape.line_starts, rest)])


def _escape_attributes(tag: Tag) -> None:
    for name in ("href", "src"):
        if tag.has_attr(name):
            tag[name] = escape.address(str(tag[name]))
    if tag.name == "img":
        tag["alt"] = escape.one_line(escape.inline(str(tag.get("alt", ""))))
    attributes: dict[str, Any] = tag.attrs
    attributes.pop("title", None)  # not a part of the text
