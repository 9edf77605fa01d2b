"""Hugo's render hooks: a site's own templates write quotes and alerts (`> [!NOTE]`), headings, links and pictures.

A template of simple shape is filled in. Where one uses anything else, the element is written as without it, and an
alert with its kind as a label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from editor.render.go_template import Html, UnsupportedError, fill
from editor.render.goldmark_ids import plain_text
from editor.render.goldmark_options import GoldmarkOptions
from editor.render.white_space import ASCII_ALL, UNICODE

_ALERT: Final = re.compile(r"<p>\[!(?P<kind>[a-zA-Z]+)\](?P<sign>[-+]?)[\t\f ]?(?P<title>[^\n]*)\n?")


@dataclass(frozen=True, slots=True)
class _Alert:
    kind: str
    sign: str
    title: str
    text: str


def has_hooks(options: GoldmarkOptions) -> bool:
    """Return whether the site has a template for any element."""
    hooks = (options.blockquote_hook, options.alert_hook, options.heading_hook, options.link_hook, options.image_hook)
    return any(hooks)


class HookRenderer(RendererHTML):
    """Renders with a site's templates."""

    def __init__(self, parser: MarkdownIt, options: GoldmarkOptions | None = None) -> None:
        super().__init__(parser)
        self._hooks = options or GoldmarkOptions()

    def render(self, tokens: Sequence[Token], options: Any, env: Any) -> str:
        """Return the HTML of blocks."""

        def written(start: int, end: int) -> str:
            token, inner = tokens[start], tokens[start + 1 : end]
            if token.type == "blockquote_open":
                return self._quote(token, self.render(inner, options, env))
            return self._heading(tokens, start, options, env)

        plain = super().render
        wanted = {"blockquote_open"} | ({"heading_open"} if self._hooks.heading_hook else set())
        return _pieces(tokens, wanted, lambda some: plain(some, options, env), written)

    def renderInline(self, tokens: Sequence[Token], options: Any, env: Any) -> str:  # noqa: N802  the parser's name
        """Return the HTML of inline markdown."""

        def written(start: int, end: int) -> str:
            if tokens[start].type == "image":
                return self._image(tokens, start, options, env)
            return self._link(tokens[start : end + 1], options, env)

        plain = super().renderInline
        wanted = {"link_open"} if self._hooks.link_hook else set()
        wanted |= {"image"} if self._hooks.image_hook else set()
        return _pieces(tokens, wanted, lambda some: plain(some, options, env), written)

    def _quote(self, token: Token, inner: str) -> str:
        alert = _alert(inner)
        template = self._hooks.blockquote_hook if alert is None else self._hooks.alert_hook
        if not template:
            return f"<blockquote{self.renderAttrs(token)}>\n{inner}</blockquote>\n"
        text = inner if alert is None else alert.text
        data = {
            "Type": "regular" if alert is None else "alert",
            "Text": Html(text),
            "AlertType": alert.kind if alert is not None else "",
            "AlertTitle": Html(alert.title if alert is not None else ""),
            "AlertSign": alert.sign if alert is not None else "",
            "Attributes": _attributes(token),
        }
        try:
            return fill(template, data)
        except UnsupportedError:
            label = f'<p class="postwright-chip">{escape(alert.kind)}</p>\n' if alert is not None else ""
            return f"<blockquote{self.renderAttrs(token)}>\n{label}{text}</blockquote>\n"

    def _heading(self, tokens: Sequence[Token], start: int, options: Any, env: Any) -> str:
        opening, inline = tokens[start], tokens[start + 1]
        children = inline.children or []
        data = {
            "Level": int(opening.tag[1:]),
            "Anchor": str(opening.attrs.get("id", "")),
            "Text": Html(self.renderInline(children, options, env)),
            "PlainText": plain_text(children),
            "Attributes": _attributes(opening),
        }
        try:
            return fill(self._hooks.heading_hook, data)
        except UnsupportedError:
            return super().render(tokens[start : start + 3], options, env)

    def _link(self, tokens: Sequence[Token], options: Any, env: Any) -> str:
        opening, inner = tokens[0], tokens[1:-1]
        text = self.renderInline(inner, options, env)
        data = {
            "Destination": Html(escape(str(opening.attrs.get("href", "")))),
            "Title": str(opening.attrs.get("title", "")),
            "Text": Html(text),
            "PlainText": plain_text(inner),
        }
        try:
            return fill(self._hooks.link_hook, data)
        except UnsupportedError:
            return f"{self.renderToken(tokens, 0, options, env)}{text}</a>"

    def _image(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        text = plain_text(token.children or [])
        data = {
            "Destination": Html(escape(str(token.attrs.get("src", "")))),
            "Title": str(token.attrs.get("title", "")),
            "Text": text,
            "PlainText": text,
            "IsBlock": bool(token.meta.get("block")),
            "Attributes": {name: value for name, value in _attributes(token).items() if name not in ("src", "alt")},
        }
        try:
            return fill(self._hooks.image_hook, data)
        except UnsupportedError:
            return str(self.rules["image"](tokens, index, options, env))


def _pieces(
    tokens: Sequence[Token],
    wanted: set[str],
    plain: Callable[[Sequence[Token]], str],
    written: Callable[[int, int], str],
) -> str:
    """Return the HTML of tokens, where those of the wanted types are written in another way up to their ends."""
    found = list[str]()
    start = index = 0
    while index < len(tokens):
        if tokens[index].type not in wanted:
            index += 1
            continue
        end = _closing(tokens, index)
        found += (plain(tokens[start:index]), written(index, end))
        start = index = end + 1
    return "".join((*found, plain(tokens[start:])))


def _attributes(token: Token) -> dict[str, str]:
    return {name: str(value) for name, value in token.attrs.items()}


def _alert(inner: str) -> _Alert | None:
    """Return what an alert says; None for any other quote."""
    match = _ALERT.match(inner)
    if match is None:
        return None
    title, rest = match["title"].strip(UNICODE), inner[match.end() :].strip(ASCII_ALL)
    if title.endswith("</p>"):  # its first line is a paragraph of its own
        return _Alert(match["kind"].lower(), match["sign"], title.removesuffix("</p>"), rest)
    return _Alert(match["kind"].lower(), match["sign"], title, f"<p>{rest}")


def _closing(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens)
