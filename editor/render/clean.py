"""HTML of a post made harmless before it leaves the worker: the first of two walls, the page's cage being the other.

nh3 (Rust's ammonia) parses as browsers do and lets through what this list names. What a post embeds from elsewhere
(a video, a form, a script) becomes a small label that says what stands there.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

import nh3

_TAGS: Final = frozenset(
    (
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
        "math",
        "maction",
        "menclose",
        "merror",
        "mfenced",
        "mfrac",
        "mglyph",
        "mi",
        "mlabeledtr",
        "mmultiscripts",
        "mn",
        "mo",
        "mover",
        "mpadded",
        "mphantom",
        "mroot",
        "mrow",
        "ms",
        "mspace",
        "msqrt",
        "mstyle",
        "msub",
        "msubsup",
        "msup",
        "mtable",
        "mtd",
        "mtext",
        "mtr",
        "munder",
        "munderover",
        "semantics",
        "annotation",
    )
)
_ATTRIBUTES: Final = {
    "*": {"class", "id", "title", "lang", "dir", "align", "role", "width", "height", "data-line"},
    "a": {"href", "name", "rel"},
    "img": {"src", "alt", "loading"},
    "source": {"src", "type", "media"},
    "audio": {"src", "controls", "loop", "muted"},
    "video": {"src", "controls", "loop", "muted", "poster"},
    "input": {"type", "checked", "disabled"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "valign", "headers"},
    "th": {"colspan", "rowspan", "valign", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "del": {"datetime", "cite"},
    "ins": {"datetime", "cite"},
    "blockquote": {"cite"},
    "details": {"open"},
    "font": {"color", "size", "face"},
    "math": {"display", "xmlns"},
    "mo": {"stretchy", "fence", "separator", "form", "lspace", "rspace", "minsize", "maxsize"},
    "mi": {"mathvariant"},
    "mspace": {"linebreak"},
    "mtd": {"columnalign"},
    "mtable": {"columnalign", "rowspacing", "columnspacing", "displaystyle"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "annotation": {"encoding"},
}
_STYLES: Final = {
    "text-align",
    "color",
    "background-color",
    "width",
    "height",
    "max-width",
    "font-weight",
    "font-style",
}
_EMBED: Final = re.compile(
    r"<(?P<tag>iframe|script|style|form|object|embed|applet|frame|canvas|svg)\b(?P<attr>[^>]*+)(?:(?P<torn>\Z)|>"
    r"(?:(?:(?!<(?P=tag)\b).)*?</(?P=tag)[ \t\r\n\f]*+>)?)",
    re.IGNORECASE | re.DOTALL,
)
_ALIGNED: Final = re.compile(r"<(t[hd]) style=\"text-align: ?(left|right|center)\"")
"""The page's policy allows no styles in tags; a table's alignment has an attribute of its own."""
_ADDRESS: Final = re.compile(
    r"\b(?:src|data|href|action)[ \t\r\n\f]*=[ \t\r\n\f]*[\"']?([^\"' \t\r\n\f>]+)", re.IGNORECASE
)
_RISKY: Final = re.compile(
    r"<(?!/?(?:p|em|strong|code|br|li|ul|ol|blockquote|h[1-6]|hr|del|dt|dd|dl)[ />])|[=]", re.IGNORECASE
)
"""HTML without such tags and without attributes needs no parser: text and the plainest tags harm nobody."""


def clean(html: str) -> str:
    """A block's HTML without anything that runs, loads or sends; what was embedded is named in its place."""
    if not _RISKY.search(html):
        return html
    named = _ALIGNED.sub(r'<\1 align="\2"', _EMBED.sub(_label, html))
    return nh3.clean(
        named,
        tags=set(_TAGS),
        attributes={tag: set(names) | {"style"} if tag == "*" else set(names) for tag, names in _ATTRIBUTES.items()},
        filter_style_properties=set(_STYLES),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
        clean_content_tags={"script", "style", "template", "noscript"},
    )


def _label(match: re.Match[str]) -> str:
    """What stands in place of something embedded."""
    if match["torn"] is not None:
        return match[0]  # nothing closes it, nor any tag behind it
    tag = match["tag"].lower()
    if tag in ("script", "style"):
        return ""
    address = _ADDRESS.search(match["attr"])
    what = f"{tag}: {address[1]}" if address is not None else tag
    return f'<span class="postwright-chip">{escape(what)}</span>'
