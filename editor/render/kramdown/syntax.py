"""The patterns and names of kramdown's syntax. A backslash-w is ASCII here, as it is in Ruby."""

from __future__ import annotations

import re
from typing import Final

WORD: Final = "[A-Za-z0-9_]"
SPACE: Final = r"[ \t\r\n\f\v]"
BLANKS: Final = " \t\r\n\f\v"
"""White space as Ruby strips it: an ideographic space is none."""
WORDS: Final = re.compile(r"\S+", re.ASCII)
OPT: Final = " {0,3}"
_VISIBLE: Final = r"[^ \t\r\n\f\v]"
# Unicode: names are REXML's, which takes every letter
NAME: Final = r"(?:[^\W\d][\w.\-]*:)?[^\W\d][\w.\-]*"
ID: Final = rf"{WORD}(?:{WORD}|-)*"
_ANY: Final = r"(?:\\\}|[^}])"
_LIST: Final = rf"{_ANY}{{1,2000}}"
"""The inside of an attribute list. It is bounded: else a text full of opening braces is read to its end for each."""

SPAN_TAGS: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "big",
        "bdo",
        "br",
        "button",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "option",
        "q",
        "rb",
        "rbc",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "samp",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ]
)
BLOCK_TAGS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "applet",
        "body",
        "blockquote",
        "caption",
        "col",
        "colgroup",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "head",
        "iframe",
        "legend",
        "menu",
        "li",
        "main",
        "map",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tfoot",
        "tr",
        "ul",
    ]
)
EMPTY_TAGS: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "command",
        "embed",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
BLOCKS_INSIDE: Final = frozenset(
    [
        "address",
        "applet",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "figcaption",
        "footer",
        "form",
        "header",
        "hgroup",
        "iframe",
        "li",
        "main",
        "map",
        "menu",
        "nav",
        "noscript",
        "object",
        "section",
        "summary",
        "td",
    ]
)
SPANS_INSIDE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdo",
        "big",
        "button",
        "cite",
        "caption",
        "del",
        "dfn",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "ins",
        "label",
        "legend",
        "optgroup",
        "p",
        "q",
        "rb",
        "rbc",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "th",
        "tt",
    ]
)
RAW_INSIDE: Final = frozenset(["script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var"])
KNOWN_TAGS: Final = SPAN_TAGS | BLOCK_TAGS | EMPTY_TAGS | BLOCKS_INSIDE | SPANS_INSIDE | RAW_INSIDE


def content_model(tag: str) -> str:
    """What a tag may hold when markdown is read inside it: "block", "span" or "raw"."""
    return "block" if tag in BLOCKS_INSIDE else "span" if tag in SPANS_INSIDE else "raw"


def _p(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags | re.MULTILINE)


INDENT: Final = _p(r"^(?:\t| {4})")
BLANK: Final = _p(rf"{SPACE}*\n")
EOB: Final = _p(rf"\^{SPACE}*?\n")
LINE: Final = _p(r"\n")
"""A line's end."""
PARAGRAPH: Final = _p(rf"{OPT}[^ \t\n].*?\n")
HR: Final = _p(rf"{OPT}(\*|-|_)[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
QUOTE: Final = _p(rf"{OPT}> ?")
QUOTE_MARK: Final = _p(rf"^{OPT}> ?")
ATX: Final = _p(r"(#{1,6})[\t ]++(.*+)\n")
SETEXT: Final = _p(rf"{OPT}([^ \t\n].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
# Unicode: names are REXML's, which takes every letter
HEADER_ID: Final = _p(r"[\t ]\{#([^\W\d][\w.\-:]*)\}\Z")
FENCE: Final = _p(rf"{OPT}[~`]{{3,}}")
_INFO: Final = rf"([^ \t\r\n\f\v][^ \t\r\n\f\v?]*+)(?:\?{_VISIBLE}*+)?"
FENCE_LINE: Final = _p(rf"{OPT}([~`]{{3,60}}+)([ \t\r\f\v]*+)({_VISIBLE}*+)[ \t\r\f\v]*+\n")
FENCED: Final = _p(
    rf"{OPT}((?P<mark>[~`]){{3,60}})[ \t\r\f\v]*+({_INFO})?[ \t\r\f\v]*+\n"
    rf"((?:.*\n)*?)^{OPT}\1(?P=mark)*{SPACE}*?\n"
)
_TAIL: Final = r"([\t |].*+\n)"
UL: Final = _p(rf"({OPT}[+*-]){_TAIL}")
OL: Final = _p(rf"({OPT}\d+\.){_TAIL}", re.ASCII)
DEFINITION: Final = _p(rf"({OPT}:){_TAIL}")
IAL_LINE: Final = _p(rf"{OPT}\{{:(?!:|/)({_LIST})\}}{SPACE}*?\n")
LEANS_BACK: Final = _p(rf"{OPT}\{{:(?!:|/){_LIST}\}}{SPACE}*?\n|{DEFINITION.pattern}")
"""What belongs to something above it, also over a blank line."""
ITEM_IAL: Final = _p(rf"{SPACE}*\{{:(?!(?:{ID})?:|/)({_LIST})\}}{SPACE}*+")
ITEM_IAL_ALONE: Final = _p(rf"(?:{ITEM_IAL.pattern.removesuffix(f'{SPACE}*+')})?{SPACE}*\n")
ALD: Final = _p(rf"{OPT}\{{:({ID}):({_LIST})\}}{SPACE}*?\n")
_EXT_START: Final = rf"\{{::({WORD}+)(?:{SPACE}({_ANY}{{0,2000}}?)|)(/)?\}}"
_EXT_STOP: Final = rf"\{{:/({ID})?\}}"
EXT_BLOCK: Final = _p(rf"{OPT}(?:{_EXT_START}|{_EXT_STOP}){SPACE}*?\n")
EXT_SPAN: Final = _p(rf"{_EXT_START}|{_EXT_STOP}")
IAL_SPAN: Final = _p(rf"\{{:({_LIST})\}}")
ANY_EXTENSION: Final = _p(rf"{OPT}\{{:")
ATTRIBUTE: Final = _p(
    rf"(?:\A|(?<={SPACE}))(?:(?P<key>{ID})=(?P<quote>\"|')(?P<value>(?:\\\}}|\\(?P=quote)|(?!(?P=quote))[^}}])*)(?P=quote)"
    rf"|(?P<ref>{ID})|(?P<marks>(?:#[A-Za-z][\w:-]*|\.[^{SPACE[1:-1]}.#]+)+))(?={SPACE}|\Z)",
    re.ASCII,
)
MARK: Final = _p(rf"#(?P<id>[A-Za-z][\w:-]*)|\.(?P<name>[^{SPACE[1:-1]}.#]+)", re.ASCII)


def extension_stop(name: str, *, block: bool) -> re.Pattern[str]:
    """Where a generic extension ends."""
    stop = rf"\{{:/(?:{re.escape(name)})?\}}"
    return _p(rf"^{OPT}{stop}{SPACE}*?\n" if block else stop)


_NOT_LAZY: Final = "|".join([*sorted(SPAN_TAGS), "script"])
BLOCK_TAG: Final = rf"</(?!(?:{_NOT_LAZY})\b){NAME}{SPACE}*>|<(?!(?:{_NOT_LAZY})\b){NAME}"
LAZY_END: Final = _p(rf"{BLANK.pattern}|{IAL_LINE.pattern}|{EOB.pattern}|{OPT}(?:{BLOCK_TAG})|\Z")
PARAGRAPH_END: Final = _p(
    rf"(?:{LAZY_END.pattern})|{UL.pattern}|{OL.pattern}|(?:#{{1,6}})[\t ]+.*\n|{DEFINITION.pattern}|{QUOTE.pattern}"
    rf"|{FENCE.pattern}",
    re.ASCII,
)
PLAIN_PARAGRAPH_END: Final = _p(rf"(?:{LAZY_END.pattern})|{DEFINITION.pattern}")
_CODE_END: Final = rf"(?!{OPT}\{{:(?!:|/){_LIST}\}}{SPACE}*?\n|{EOB.pattern}|{OPT}(?:{BLOCK_TAG}))"
CODE: Final = _p(
    rf"(?:(?:{BLANK.pattern})?+(?:(?:\t| {{4}})[ \t]*+{_VISIBLE}.*+\n)++(?:{_CODE_END}[ \t]*+{_VISIBLE}.*+\n)*+)++"
)
LINK_DEFINITION: Final = _p(
    rf"{OPT}\[([^\n\]]+)\]:[ \t]*+(?:<(.{{0,2000}}?)>|([ \t\r\f\v]*+{_VISIBLE}[^\n]*?))(?<![ \t])"
    r"(?:(?:[ \t]*+\n[ \t]*+|[ \t]++)([\"'])(.{1,1000}?)\4)?[ \t]*+\n"
)
FOOTNOTE_DEFINITION: Final = _p(rf"{OPT}\[\^({ID})\]:{SPACE}*?(.*?\n(?:{CODE.pattern})?)")
ABBREVIATION: Final = _p(rf"{OPT}\*\[(.+?)\]:(.*?)\n")
BLOCK_MATH: Final = _p(rf"{OPT}(\\)?\$\$(.*?)\$\$({SPACE}*?\n)?", re.DOTALL)
BOUNDARY: Final = _p(rf"{BLANK.pattern}|{EOB.pattern}|{OPT}\{{:(?!:|/){_LIST}\}}{SPACE}*?\n|\Z")

TABLE_PIPE: Final = _p(r"(?:\||.*?[^\\\n]\|)")
TABLE_LINE: Final = _p(rf"{TABLE_PIPE.pattern}.*?\n")
TABLE: Final = _p(rf"{OPT}(?={_VISIBLE}){TABLE_LINE.pattern}")
TABLE_SEPARATOR: Final = _p(r"([+|: \t]*+-(?:[+|: \t-]*[+|:-])?)[ \t]*+\n")
TABLE_ALIGN: Final = _p(r"[ \t]?(:?)-+(:?)[ \t]?")
TABLE_FOOT: Final = _p(r"[+|: \t]*+=[+|: \t=]*+\n")
TABLE_ROW: Final = _p(r"((?:.*[^ \t\n])?)[ \t]*+\n")

COMMENT: Final = _p(r"<!--(.*?)-->", re.DOTALL)
INSTRUCTION: Final = _p(r"<\?(.*?)\?>", re.DOTALL)
HTML_ATTRIBUTE: Final = _p(rf"({NAME})(?:{SPACE}*+={SPACE}*+(?:(\w+)|(\"|')(.*?)\3))?", re.DOTALL)
TAG: Final = _p(
    rf"<((?>{NAME}))((?>{SPACE}++{NAME}(?:{SPACE}*+={SPACE}*+(?:\w+|(\"|').*?\3))?)*+){SPACE}*+(/)?>", re.DOTALL
)
CLOSING_TAG: Final = _p(rf"</({NAME}){SPACE}*>")
BLOCK_HTML: Final = _p(rf"{OPT}<(?:{NAME}|!--|/)")
SPAN_HTML: Final = _p(rf"<(?:{NAME}|!--|/)")
ENTITY: Final = _p(r"&([\w:][\-\w.:]*);|&#(\d+);|&#x([0-9a-fA-F]+);", re.ASCII)
TRAILING_SPACE: Final = _p(r"[ \t]*\n")
