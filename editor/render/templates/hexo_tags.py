"""Hexo's tag plugins (its documentation, tag-plugins.md): the known ones as Hexo writes them, others as labels.

As Hexo does it, tags are taken out before the markdown is read and put back after it. Code between backticks, in
fences (also of lists and quotes) and in comments is left alone: Hexo escapes it first (`backtick_code_block.ts`,
`PostRenderEscape`). A tag that comes out in other code is shown as it was written (`tag.ts`, `rCodeTag`).
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from html import escape
from pathlib import PurePosixPath
from textwrap import dedent

from editor.header import Header, Rules, read_header
from editor.post.values import shown
from editor.render.colour import coloured
from editor.render.hexo_util import encode_url
from editor.render.site import Site
from editor.render.templates.expanded import Brackets, Expanded, Marks, Rewriting

_NUNJUCKS_SPACE = " \n\t\r\u00a0"
"""White space of Nunjucks' lexer (src/lexer.js, whitespaceChars)."""
_CODE = (
    # Unicode: JavaScript's \s
    r"^(?:(?:[^\S\r\n]*>){0,3}|[-*+]|[0-9]+\.)[^\S\r\n]*(?P<fence>`{3,}+|~{3,}+)[^\n]*\n"
    r"(?:.*?^(?:[^\S\r\n]*>){0,3}[^\S\r\n]*(?P=fence)[^\n]*$|.*\Z)"
    r"|(?<![`\\])(?P<ticks>`++)(?:(?!\n\n).){0,1000}?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->"
)
_CLOSERS = {"{%": "%}", "{{": "}}", "{#": "#}"}
_TAG = re.compile(rf"\{{%-?[{_NUNJUCKS_SPACE}]*+(?P<name>(?:\w++(?:-\w++)*+)?+)(?P<arguments>.*?)-?%\}}", re.DOTALL)
_WORD_BREAK = re.compile(r"[ \t\r\n\u00a0]+")
_CITE_TITLE = re.compile(
    r"^[^\S\n]*+(\S.*)(?:[^\S\n]|\n\s*+)(https?://[^\s]+)\s+(.+)", re.IGNORECASE | re.ASCII | re.MULTILINE
)
_CITE = re.compile(r"^[^\S\n]*+(\S.*)(?:[^\S\n]|\n\s*+)(https?://[^\s]++)", re.IGNORECASE | re.ASCII | re.MULTILINE)
_AUTHOR_TITLE = re.compile(r"(?<![^,])([^,]++),[ \t\r\n]*([^,]+)")
_CAPTION_END = re.compile(r"/(?:index\.html?)?$|^https?://")
_QUOTES = frozenset(("blockquote", "quote", "pullquote"))
# Unicode: JavaScript's \S
_ADDRESS = re.compile(r"(?:https?:)?/\S+")

Maker = Callable[[list[str]], str | None]


class HexoTags:
    """Expands the tags of a Hexo site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._tags: dict[str, Maker] = {
            "a": _link,
            "anchor": _link,
            "asset_img": self._asset_image,
            "asset_image": self._asset_image,
            "asset_path": lambda words: escape(words[0]) if words else None,
            "asset_link": self._asset_link,
            "iframe": _iframe,
            "image": _image,
            "img": _image,
            "link": _link,
            "post_link": self._post_link,
            "post_path": self._post_path,
        }
        self._blocks: dict[str, Callable[[list[str], str], str]] = {
            "raw": lambda _, inner: inner,
            "codeblock": _codeblock,
            "code": _codeblock,
        }

    def expand(self, body: str, header: Header) -> Expanded:
        """The text with its tags resolved or labelled."""
        del header
        marks, text = Marks(literal_in_code=True), Rewriting(body)
        brackets = Brackets(body, _CLOSERS, _CODE)
        while (bracket := brackets.after(text.at)) is not None:
            source = body[bracket.start : bracket.end]
            if not bracket.opening:
                text.copy(bracket.end)
                continue
            if bracket.end < 0:
                text.copy(bracket.start + 2)
                continue
            text.copy(bracket.start)
            if bracket.opening == "{#":
                text.replace(bracket.end, "")
            elif bracket.opening == "{{":
                text.replace(bracket.end, marks.chip(source))
            else:
                text.replace(*self._tag(body, bracket.end, source, marks))
        return text.finish(marks)

    def _tag(self, body: str, at: int, source: str, marks: Marks) -> tuple[int, str]:
        """Up to where a tag takes the text, and what stands there instead."""
        match = _TAG.fullmatch(source)
        assert match is not None
        name, words = match["name"], _words(match["arguments"])
        if name in self._blocks or name in _QUOTES:
            end = re.compile(rf"\{{%-?[{_NUNJUCKS_SPACE}]*end{name}[{_NUNJUCKS_SPACE}]*-?%\}}").search(body, at)
            if end is not None:
                inner = body[at : end.start()]
                if name in _QUOTES:
                    footer = _footer(words) if name != "pullquote" else ""
                    return end.end(), _quote(footer, inner, marks)
                whole = body[at - len(source) : end.end()]
                return end.end(), _put(marks, self._blocks[name](words, inner), whole)
        if name.startswith("end"):
            return at, ""
        html = self._tags[name](words) if name in self._tags else None
        return at, _put(marks, html, source) if html is not None else f"<!--{marks.chip(source)}-->"

    def _asset_image(self, words: list[str]) -> str | None:
        """{% asset_img [class names] slug [width] [height] [title text [alt text]] %}"""
        at = next((number for number, word in enumerate(words) if PurePosixPath(word).suffix), None)
        if at is None:
            return None
        rest = words[at + 1 :]
        sizes = [rest.pop(0) for _ in range(2) if rest and rest[0].isascii() and rest[0].isdecimal()]
        wide = "".join(f' {name}="{size}"' for name, size in zip(("width", "height"), sizes, strict=False))
        title, alt = (*rest, "", "")[:2]
        kinds = f' class="{escape(" ".join(words[:at]))}"' if at else ""
        return f'<img src="{escape(words[at])}"{kinds}{wide} title="{escape(title)}" alt="{escape(alt)}">'

    def _asset_link(self, words: list[str]) -> str | None:
        return f'<a href="{escape(words[0])}">{escape(" ".join(words[1:]) or words[0])}</a>' if words else None

    def _post_link(self, words: list[str]) -> str | None:
        """{% post_link filename [title] [escape] %}"""
        found = self._post(words)
        if found is None:
            return None
        path, header = found
        title = header.field("title")
        rest = [word for word in words[1:] if word not in ("true", "false")]
        text = " ".join(rest) or (shown(title.value) if title is not None else path)
        return f'<a href="{escape(self._site.base + self._site.address_of(path, header))}">{escape(text)}</a>'

    def _post_path(self, words: list[str]) -> str | None:
        found = self._post(words)
        return None if found is None else escape(self._site.base + self._site.address_of(*found))

    def _post(self, words: list[str]) -> tuple[str, Header] | None:
        path = self._site.find_post(words[0]) if words else None
        text = self._site.text(path) if path is not None else None
        return None if path is None or text is None else (path, read_header(text, Rules(self._site.generator)))


def _put(marks: Marks, html: str, plain: str) -> str:
    """Hexo's own way: a comment in the markdown, replaced afterwards."""
    return f"<!--{marks.put(html, plain)}-->"


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return [word for word in _WORD_BREAK.split(text) if word]


def _image(words: list[str]) -> str | None:
    """{% img [class names] /path/to/image [width] [height] '"title text" "alt text"' %}"""
    at = next((number for number, word in enumerate(words) if _ADDRESS.fullmatch(word)), None)
    if at is None:
        return None
    rest = words[at + 1 :]
    sizes = [rest.pop(0) for _ in range(2) if rest and rest[0].isascii() and rest[0].isdecimal()]
    wide = "".join(f' {name}="{size}"' for name, size in zip(("width", "height"), sizes, strict=False))
    title, alt = (*_words(" ".join(rest)), "", "")[:2]
    kinds = escape(" ".join(words[:at]))
    return f'<img src="{escape(words[at])}" class="{kinds}"{wide} title="{escape(title)}" alt="{escape(alt)}">'


def _link(words: list[str]) -> str | None:
    """{% link text... url [external] [title] %}"""
    at = next((number for number, word in enumerate(words) if _ADDRESS.fullmatch(word)), None)
    if at is None:
        return None
    text, rest = " ".join(words[:at]) or words[at], words[at + 1 :]
    target = ' target="_blank"' if rest[:1] == ["true"] else ""
    title = " ".join(rest[1:] if rest[:1] in (["true"], ["false"]) else rest)
    tip = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(encode_url(words[at]))}"{tip}{target}>{escape(text)}</a>'


def _iframe(words: list[str]) -> str | None:
    """{% iframe url [width] [height] %}"""
    if not words:
        return None
    width, height = (*words[1:], "", "")[:2]
    size = f'width="{escape(width or "100%")}" height="{escape(height or "300")}"'
    return f'<iframe src="{escape(words[0])}" {size} frameborder="0" loading="lazy" allowfullscreen></iframe>'


def _trimmed(inner: str) -> str:
    """Return a block's content without its common indent and one line end at each side."""
    return dedent(inner).removeprefix("\n").removesuffix("\n")


def _codeblock(words: list[str], inner: str) -> str:
    """{% codeblock [title] [lang:language] [url] [link text] … %}: options hold a colon, the rest is the caption."""
    language = next((word[5:] for word in words if word.startswith("lang:")), "")
    caption = " ".join(word for word in words if not re.match(r"[a-z_]+:(?!//)", word))
    code = _trimmed(inner)
    html = coloured(code, language) or escape(code)
    cited = _CITE_TITLE.match(caption) or _CITE.match(caption)
    title, address, text = (*cited.groups(), "link")[:3] if cited is not None else (caption, "", "")
    link = f'<a href="{escape(address)}">{escape(text)}</a>' if address else ""
    above = f"<figcaption><span>{escape(title)}</span>{link}</figcaption>" if caption else ""
    return f'<figure class="highlight {escape(language or "plain")}">{above}<pre><code>{html}</code></pre></figure>'


def _footer(words: list[str]) -> str:
    """{% blockquote [author[, source]] [link] [source_link_title] %}: who is cited (blockquote.ts, `parseFooter`)."""
    said = " ".join(words)
    author, address, title = said, "", ""
    if (match := _CITE_TITLE.search(said)) is not None:
        author, address, title = match.groups()
    elif (match := _CITE.search(said)) is not None:
        author, address = match.groups()
        title = _CAPTION_END.sub("", address)
    elif (match := _AUTHOR_TITLE.search(said)) is not None:
        author, title = match.groups()
    strong = f"<strong>{escape(author)}</strong>" if author else ""
    if address:
        return f'{strong}<cite><a href="{escape(address)}">{escape(title)}</a></cite>'
    return f"{strong}<cite>{escape(title)}</cite>" if title else strong


def _quote(footer: str, inner: str, marks: Marks) -> str:
    """Return a quote as markdown: what it holds is markdown too."""
    lines = _trimmed(inner).split("\n")
    if footer:
        lines += ["", _put(marks, f"<footer>{footer}</footer>", "")]
    return "\n" + "\n".join(f"> {line}" for line in lines) + "\n"
