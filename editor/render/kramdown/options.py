"""What a site may set of kramdown in `_config.yml` (kramdown.gettalong.org/options.html), with Jekyll 4's defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from editor.render.kramdown import syntax

_NUMBER: Final = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)
_SPAN: Final = re.compile(r"\s*(\d{1,2})\s*\.\.[\s.]*(\d{1,2})[\s.]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Options:
    """The options that change HTML.

    Attributes:
        auto_ids, auto_id_prefix: whether headers get an id, and what stands before it.
        hard_wrap: whether each line end is a break.
        smart_quotes: the entities of left and right single, left and right double quotes.
        remove_line_breaks_for_cjk: whether the line end between two Japanese lines goes.
        toc_levels: the header levels of `{:toc}`.
        footnote_nr, footnote_prefix, footnote_backlink, footnote_backlink_inline: of footnotes.
        parse_block_html, parse_span_html: whether markdown is read inside HTML.
        header_offset: how much is added to each header's level.
        typographic_symbols: other texts for `mdash`, `ndash`, `hellip`, `laquo`, `raquo`.
        auto_typographic: whether `--` and `...` are replaced at all (GFM quirk `no_auto_typographic`).
        paragraph_end: whether a list, header, quote or fence ends a paragraph (GFM quirk `paragraph_end`).

    """

    auto_ids: bool = True
    auto_id_prefix: str = ""
    hard_wrap: bool = False
    smart_quotes: tuple[str, str, str, str] = ("lsquo", "rsquo", "ldquo", "rdquo")
    remove_line_breaks_for_cjk: bool = False
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    footnote_nr: int = 1
    footnote_prefix: str = ""
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    parse_block_html: bool = False
    parse_span_html: bool = True
    header_offset: int = 0
    auto_typographic: bool = True
    paragraph_end: bool = True

    def having(self, name: str, value: str) -> Options:
        """The options with one of them set by `{::options name="value" /}`; unknown ones change nothing."""
        switches = {"auto_ids", "hard_wrap", "parse_block_html", "parse_span_html", "footnote_backlink_inline"}
        if name in switches or name == "remove_line_breaks_for_cjk":
            return replace(self, **{name: value.strip(syntax.BLANKS) == "true"})  # type: ignore[arg-type]
        if name in ("footnote_nr", "header_offset") and _NUMBER.fullmatch(value):
            return replace(self, **{name: int(value)})  # type: ignore[arg-type]
        if name in ("auto_id_prefix", "footnote_prefix", "footnote_backlink"):
            return replace(self, **{name: value})  # type: ignore[arg-type]
        if name == "toc_levels":
            return replace(self, toc_levels=levels(value))
        return self


def levels(text: str) -> tuple[int, ...]:
    """Header levels as `1..3` or `1,2,3`."""
    span = _SPAN.fullmatch(text)
    if span is not None:
        return tuple(range(int(span[1]), int(span[2]) + 1))
    return tuple(int(part) for part in text.split(",") if _NUMBER.fullmatch(part))
