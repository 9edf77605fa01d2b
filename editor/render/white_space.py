"""White space as each generator's markdown sees it, in place of markdown-it-py's.

markdown-it-py trims and splits by one set of Unicode white space everywhere. The generators differ: CommonMark strips
only spaces and tabs around a paragraph, so that the full-width space of an indented Japanese paragraph stays, while
JavaScript's `trim` and `\\s` know Unicode. What each one does was measured (tests/cases/white_space).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import FunctionType, MethodType
from typing import Any, Final

import mdurl
from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.common.utils import escapeHtml, isPunctChar, unescapeAll
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, paragraph, reference, table
from markdown_it.rules_block.html_block import HTML_SEQUENCES
from markdown_it.rules_inline import StateInline, autolink, emphasis, html_inline, image, link, strikethrough
from markdown_it.token import Token

from editor.render.templates.expanded import MARKS

ASCII: Final = "\t\n "
"""CommonMark's spaces, tabs and line ends: all that a paragraph loses at its ends."""
ASCII_ALL: Final = "\t\n\v\f\r "
"""What C's `isspace` knows."""
_SPACES: Final = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Unicode's class Zs without the space."""
UNICODE: Final = f"{ASCII_ALL}{_SPACES}\u2028\u2029\u0085"
"""Unicode's property White_Space, which Rust and Go go by."""
UNICODE_SPACE: Final = frozenset(UNICODE)
"""To ask about one character; Python's `isspace` also knows the separators U+001C to U+001F."""
JAVASCRIPT: Final = f"{ASCII_ALL}{_SPACES}\u2028\u2029\ufeff"
"""What JavaScript's `trim` strips and `\\s` matches (ECMA-262, WhiteSpace and LineTerminator)."""


@dataclass(frozen=True, slots=True)
class WhiteSpace:
    """The characters that an engine strips or splits at.

    Attributes:
        block: around paragraphs and underlined headings.
        heading: around the text of a heading after `#`.
        cell: around a table's cells.
        info: around a fence's language, and behind it.
        label: runs of it in a link's label are one space.
        flanking: beside `*` and `_`, where it says which ones open and close.
        tag: between the attributes of an HTML tag.
        block_tag: likewise where the tag begins a block.
        address: what ends an address in angle brackets, beside control characters.

    """

    block: str = ASCII
    heading: str = ASCII
    cell: str = ASCII
    info: str = ASCII
    label: str = ASCII
    flanking: str = UNICODE
    tag: str = ASCII_ALL
    block_tag: str = ASCII_ALL
    address: str = ""


_C: Final = WhiteSpace(heading=ASCII_ALL, cell=ASCII_ALL, info=ASCII_ALL, label=ASCII_ALL)
GOLDMARK: Final = WhiteSpace()
REMARK: Final = WhiteSpace(info=JAVASCRIPT, flanking=JAVASCRIPT)
MARKED: Final = WhiteSpace(
    heading=JAVASCRIPT,
    cell=JAVASCRIPT,
    info=JAVASCRIPT,
    label=JAVASCRIPT,
    flanking=JAVASCRIPT,
    tag=JAVASCRIPT,
    address=JAVASCRIPT,
)
MARKDOWN_IT: Final = WhiteSpace(
    cell=JAVASCRIPT,
    info=JAVASCRIPT,
    label=JAVASCRIPT,
    flanking=f"{ASCII_ALL}{_SPACES}",
    tag=JAVASCRIPT,
    block_tag=JAVASCRIPT,
)
PULLDOWN: Final = _C
CMARK: Final = replace(_C, flanking=f"{ASCII_ALL}{_SPACES}")


def use_white_space(parser: MarkdownIt, space: WhiteSpace) -> None:
    """Make a parser strip and split at these characters only."""
    block = parser.block.ruler
    block.at("paragraph", _with(paragraph, mdTrim=_trim(space.block)))
    block.at("lheading", _with(lheading, mdTrim=_trim(space.block)))
    block.at("heading", _with(heading, mdTrim=_trim(space.heading)), {"alt": ["paragraph", "reference", "blockquote"]})
    block.at("table", _with(table, mdTrim=_trim(space.cell)), {"alt": ["paragraph", "reference"]})
    label = _label(space.label)
    block.at("reference", _with(reference, normalizeReference=label))
    parser.inline.ruler.at("link", _with(link, normalizeReference=label))
    parser.inline.ruler.at("image", _with(image, normalizeReference=label))
    flanks = frozenset(map(ord, space.flanking))
    scan = _with(StateInline.scanDelims, isWhiteSpace=flanks.__contains__, isPunctChar=_is_punctuation)
    parser.inline.ruler.at("emphasis", _scanning(emphasis.tokenize, scan))
    parser.inline.ruler.at("strikethrough", _scanning(strikethrough.tokenize, scan))
    tag = space.block_tag
    patterns = [(_spaced(start, tag), _spaced(end, tag), interrupts) for start, end, interrupts in HTML_SEQUENCES]
    block.at(
        "html_block", _with(html_block, HTML_SEQUENCES=patterns), {"alt": ["paragraph", "reference", "blockquote"]}
    )
    parser.inline.ruler.at("html_inline", _with(html_inline, HTML_TAG_RE=_spaced(HTML_TAG_RE, space.tag)))
    address = re.compile(rf"\A[a-zA-Z][a-zA-Z0-9+.\-]{{1,31}}:[^<>\x00-\x20{re.escape(space.address)}]*\Z")
    parser.inline.ruler.at("autolink", _with(autolink, AUTOLINK_RE=address))
    if space is not MARKDOWN_IT:  # the others do not read addresses, which strips and decodes them
        parser.normalizeLink = _percent_encoded  # type: ignore[method-assign]
        parser.normalizeLinkText = _as_written  # type: ignore[assignment,method-assign]
    parser.renderer.rules["fence"] = _fence(space.info)  # type: ignore[attr-defined]
    if "deflist" in block.get_all_rules():
        _keep_in_terms(parser, space)


def _with(rule: Callable[..., Any], **names: Any) -> Any:
    """Return a copy of a rule of markdown-it-py that sees other functions by these names of its module.

    Its rules import how to trim by name and take no argument for it; copying their source here would be the other way.
    """
    assert isinstance(rule, FunctionType)
    assert all(name in rule.__globals__ for name in names)
    return FunctionType(rule.__code__, {**rule.__globals__, **names}, rule.__name__, rule.__defaults__)


def _scanning(tokenize: Callable[[StateInline, bool], bool], scan: Any) -> Callable[[StateInline, bool], bool]:
    """Return a rule that looks at what stands beside its marks by another function."""

    def rule(state: StateInline, silent: bool) -> bool:
        state.scanDelims = MethodType(scan, state)  # type: ignore[method-assign]
        return tokenize(state, silent)

    return rule


def _is_punctuation(character: str) -> bool:
    """Whether a character is punctuation; marks are, as the brackets of what they stand for."""
    return character in MARKS or isPunctChar(character)


def _percent_encoded(url: str) -> str:
    return str(mdurl.encode(url))


def _as_written(address: str) -> str:
    """Return the text of a link that is an address."""
    return address


def _spaced(pattern: re.Pattern[str], characters: str) -> re.Pattern[str]:
    r"""Return a pattern whose `\s` matches these characters."""
    # Unicode: the class that is replaced
    source = pattern.pattern.replace(r"[\s\S]", "(?s:.)").replace(r"\s", f"[{re.escape(characters)}]")
    return re.compile(source, pattern.flags)


def _trim(characters: str) -> Callable[[str], str]:
    return lambda text: text.strip(characters)


def _label(characters: str) -> Callable[[str], str]:
    """Return what makes labels comparable (CommonMark, "matches")."""
    run = re.compile(f"[{re.escape(characters)}]+")
    return lambda text: run.sub(" ", text.strip(characters)).lower().upper()


def _fence(characters: str) -> Callable[..., str]:
    """Return the writer of fences: the language is the info string's first word."""
    end = re.compile(f"[{re.escape(characters)}]")

    def fence(tokens: Sequence[Token], index: int, options: Any, _env: Any) -> str:
        token = tokens[index]
        language = end.split(unescapeAll(token.info).strip(characters), maxsplit=1)[0]
        code = options.highlight(token.content, language, "") or escapeHtml(token.content)
        kind = f' class="language-{escapeHtml(language)}"' if language else ""
        return f"<pre><code{kind}>{code}</code></pre>\n"

    return fence


def _keep_in_terms(parser: MarkdownIt, space: WhiteSpace) -> None:
    """Read the terms of definition lists again, which the plugin strips by Python's `strip`."""
    rules = parser.block.ruler.getRules("")
    read = rules[parser.block.ruler.get_active_rules().index("deflist")]

    def deflist(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        found = read(state, start, end, silent)
        for token, inline in zip(state.tokens[first:], state.tokens[first + 1 :], strict=False):
            if token.type == "dt_open" and token.level == state.level + 1 and inline.map:
                line = state.getLines(inline.map[0], inline.map[0] + 1, state.blkIndent, False)
                inline.content = line.strip(space.block)
        return found

    parser.block.ruler.at("deflist", deflist, {"alt": ["paragraph", "reference", "blockquote"]})
