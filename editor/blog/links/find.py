"""Every place of a text that names a post, a picture or another address: links, pictures, HTML, the generators' tags.

Link text and the space before an address may hold one line break, as in all markdown; a blank line ends a link.
Code is passed over, except by tags: Jekyll and Hugo run those inside of code too. Repetitions are bounded, for this
runs on whatever a text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from editor.blog.targets import LinkForm

_CODE: Final = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n(?:.*?^ {0,3}(?P=fence)[^\n]*$|.*\Z)"
    r"|(?<!`)(?P<ticks>`++)[^\n]{0,300}?(?<!`)(?P=ticks)(?!`)"
    r"|<!--(?:(?!<!--).)*?-->",
    re.DOTALL | re.MULTILINE,
)
_RAW: Final = re.compile(r"\{%-?\s*raw\s*-?%\}(?:(?!\{%-?\s*raw\s).)*?\{%-?\s*endraw\s*-?%\}", re.DOTALL | re.ASCII)
_NOT_LINE_END: Final = re.compile(r"[^\n]")
_ADDRESS: Final = (
    r"(?:\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}|\{\w{1,20}\}"
    r"|[^ \t\n\r\f\v()<>{}]|\([^ \t\n\r\f\v()]{0,200}\)){1,2000}"
)
_BREAK: Final = r"\n(?![ \t>]*\n)"
_SPACE: Final = rf"[ \t]*(?:{_BREAK}[ \t>]*)?"
"""Space with at most one line break, and the marks of a quote at the next line's start."""
_WHOLE_LINE: Final = r"(?:<[^<>\n]{1,2000}>|[^ \t\n\r\f\v]+)[ \t]*(?:[\"'(][^\n]*)?$"
"""An address, perhaps with a title, and nothing else: what a reference has below its label."""
_LETTER: Final = r"(?:[^\[\]\n\\]|\\[^\n])"
"""One of a link's words, in which a bracket may be escaped."""
_PLACES: Final = re.compile(
    rf"(?P<picture>!)?\[(?:{_LETTER}|\\?{_BREAK}|!?\[{_LETTER}{{0,300}}\](?:\([^()\n]{{0,1000}}\))?){{0,500}}\]"
    rf"\({_SPACE}(?:<(?P<angled>[^<>\n]{{1,2000}})>|(?P<bare>{_ADDRESS}))"
    rf"|^[ >]{{0,12}}\[(?!\^){_LETTER}{{1,300}}\]:(?:[ \t]*|[ \t]*{_BREAK}[ \t>]*(?={_WHOLE_LINE}))"
    rf"(?:<(?P<angled_label>[^<>\n]{{1,2000}})>|(?P<label>{_ADDRESS}))"
    r"|<(?P<autolink>https?://[^ \t\n\r\f\v<>]{1,2000})>"
    r"|<(?:(?P<img>img|source|video|audio)|\w{1,20})\b[^<>]{0,1000}?\b(?P<name>src|href)\s*=\s*"
    r"(?:\"(?P<double>[^\"\n]{1,2000})\"|'(?P<single>[^'\n]{1,2000})'|(?P<unquoted>[^\"'\s>]{1,2000}))"
    r"|(?<![\w\"'=<\[/@.:-])(?P<alone>https?://[^ \t\n\r\f\v<>\"'`()\[\]{}|\\\u3000-\u303f\uff00-\uffef]{1,2000})",
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_INSIDE: Final = re.compile(
    rf"\[!\[[^\[\]\n]{{0,300}}\]\([ \t]*(?:<(?P<angled>[^<>\n]{{1,2000}})>|(?P<bare>{_ADDRESS}))"
)
"""The picture of a link whose words are a picture."""
_SENTENCE_END: Final = ".,;:!?*_~"
"""Marks that end a sentence and not an address that stands alone."""
_TAG: Final = re.compile(
    r"\{%-?\s*(?P<liquid>post_url|link|post_path|post_link)\s+(?P<quote>[\"']?)(?P<of_liquid>[^\s%{}\"']{1,500})(?P=quote)"
    r"|\{\{[<%]\s*(?P<short>relref|ref)\s+(?:path=)?[\"`](?P<of_short>[^\"`\n]{1,500})[\"`]",
    re.ASCII,
)
_FILTERED: Final = re.compile(
    r"\{\{-?\s*[\"'](?P<path>[^\"'\n]{1,1000})[\"']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}", re.ASCII
)
_BASES: Final = re.compile(r"(?:\{\{-?\s*(?:site\.(?:baseurl|url)|page\.root)\s*-?\}\})+", re.ASCII)
_FILENAME: Final = re.compile(r"[{|]filename[}|]")
_STATIC: Final = re.compile(r"[{|](?:static|attach)[}|]")
_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_TAGS: Final = {
    "post_url": LinkForm.POST_URL,
    "link": LinkForm.LINK,
    "post_path": LinkForm.POST_PATH,
    "post_link": LinkForm.POST_PATH,
    "relref": LinkForm.RELREF,
    "ref": LinkForm.REF,
}


@dataclass(frozen=True, slots=True)
class Link:
    """What a text names.

    Attributes:
        start, end: where the name stands in the text, in code points.
        name: what is written there: an address, or what a tag wants.
        form: the tag; PATH for every address.
        based: the site's base address stands before it already (`{{ site.baseurl }}`).
        shows: it is a picture or another file that the page shows.
        alone: the address is written as such, in angle brackets or in the running text; only an address fits there.

    """

    start: int
    end: int
    name: str
    form: LinkForm
    based: bool = False
    shows: bool = False
    alone: bool = False


def links_in(text: str, start: int = 0, plain: str | None = None) -> Iterator[Link]:
    """The links of a text from a place on, not in the order of their places.

    Args:
        start: where the post's body begins.
        plain: the body `without_code`, where that is known already.

    """
    body = _RAW.sub(_blank, text[start:])
    for match in _TAG.finditer(body):
        group = "of_liquid" if match["liquid"] else "of_short"
        first, last = match.span(group)
        yield Link(start + first, start + last, match[group], _TAGS[match["liquid"] or match["short"]])
    if not any(mark in body for mark in ("](", "]:", "=", "://")):
        return
    for match in _PLACES.finditer(without_code(body) if plain is None else plain):
        group = next(name for name in _GROUPS if match[name])
        if group in ("autolink", "alone"):
            address = match[group] if group == "autolink" else match[group].rstrip(_SENTENCE_END)
            yield Link(*_at(start + match.start(group), address), address, LinkForm.PATH, alone=True)
            continue
        shows = bool(match["picture"] or (match["img"] and match["name"].lower() == "src"))
        yield from _address(match[group], start + match.start(group), shows=shows)
        for inner in _INSIDE.finditer(match[0]):
            group = "angled" if inner["angled"] else "bare"
            yield from _address(inner[group], start + match.start() + inner.start(group), shows=True)


def without_code(text: str) -> str:
    """A text with blanks in the place of code, comments and Liquid's raw parts; every place stays where it is."""
    return _CODE.sub(_blank, _RAW.sub(_blank, text))


def is_remote(address: str) -> bool:
    """Whether an address has a scheme or a host: another site, mail, data."""
    return _REMOTE.match(address) is not None


def plain_address(name: str) -> str:
    """An address as a browser reads it: without HTML's entities."""
    return unescape(name) if "&" in name else name


def whole_span(text: str, link: Link) -> tuple[int, int]:
    """Where the address of a link begins and ends, with the tag that it stands in and what is put before it."""
    start, end = link.start, link.end
    for opening, closing in (("{%", "%}"), ("{{", "}}")):
        opened = text.rfind(opening, max(0, start - _AROUND), start)
        closed = text.rfind(closing, max(0, start - _AROUND), start)
        if opened >= 0 and opened > closed:
            stop = text.find(closing, end, end + _AROUND)
            if stop >= 0:
                start, end = opened, stop + len(closing)
            break
    before = _BEFORE.search(text[max(0, start - _AROUND) : start])
    return (start - len(before[0]) if before is not None else start), end


_BEFORE: Final = re.compile(
    r"(?:\{\{-?\s*(?:site\.(?:baseurl|url)|page\.root)\s*-?\}\}/?|[{|]filename[}|]|@/)+\Z", re.ASCII
)
"""What stands before an address and belongs to it."""
_AROUND: Final = 300
_GROUPS: Final = ("angled", "bare", "angled_label", "label", "autolink", "double", "single", "unquoted", "alone")


def _at(start: int, address: str) -> tuple[int, int]:
    return start, start + len(address)


def _address(address: str, at: int, *, shows: bool) -> Iterator[Link]:
    filtered = _FILTERED.match(address)
    if filtered is not None:
        first, last = filtered.span("path")
        yield Link(at + first, at + last, filtered["path"], LinkForm.PATH, based=True, shows=shows)
        return
    bases = _BASES.match(address)
    skipped, based = (bases.end(), True) if bases is not None else (0, False)
    form, pelican = LinkForm.PATH, _FILENAME.match(address)
    if pelican is not None:
        form, skipped = LinkForm.FILENAME, pelican.end()
    elif address.startswith("@/"):
        form, skipped = LinkForm.AT, 2
    name = address[skipped:]
    if name and "{{" not in name and "{%" not in name and not (_STATIC.match(name) and not shows):
        yield Link(at + skipped, at + len(address), name, form, based=based, shows=shows)


def _blank(match: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", match[0])
