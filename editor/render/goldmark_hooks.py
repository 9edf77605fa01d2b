"""Hugo's render hook for quotes: a site's own template writes quotes and alerts (`> [!NOTE]`).

A template of simple shape is filled in. One that calls anything else is not: its quotes are shown as quotes, an alert
with its kind as a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from editor.render.go_template import Html, UnsupportedError, fill
from editor.render.goldmark_options import GoldmarkOptions

_ALERT: Final = re.compile(r"<p>\[!(?P<kind>[a-zA-Z]+)\](?P<sign>[-+]?)[^\S\r\n]?(?P<title>[^\n]*)\n?")


@dataclass(frozen=True, slots=True)
class _Alert:
    kind: str
    sign: str
    title: str
    text: str


class QuoteRenderer(RendererHTML):
    """Renders quotes with a site's templates."""

    def __init__(self, parser: MarkdownIt, options: GoldmarkOptions | None = None) -> None:
        super().__init__(parser)
        self._options = options or GoldmarkOptions()

    def render(self, tokens: Sequence[Token], options: Any, env: Any) -> str:
        """Return the HTML of tokens."""
        written = list[str]()
        start = index = 0
        while index < len(tokens):
            if tokens[index].type != "blockquote_open":
                index += 1
                continue
            end = _closing(tokens, index)
            inner = self.render(tokens[index + 1 : end], options, env)
            written += (super().render(tokens[start:index], options, env), self._quote(tokens[index], inner))
            start = index = end + 1
        return "".join((*written, super().render(tokens[start:], options, env)))

    def _quote(self, token: Token, inner: str) -> str:
        alert = _alert(inner)
        template = self._options.blockquote_hook if alert is None else self._options.alert_hook
        attributes = {name: str(value) for name, value in token.attrs.items()}
        if not template:
            return f"<blockquote{self.renderAttrs(token)}>\n{inner}</blockquote>\n"
        text = inner if alert is None else alert.text
        data = {
            "Type": "regular" if alert is None else "alert",
            "Text": Html(text),
            "AlertType": alert.kind if alert is not None else "",
            "AlertTitle": Html(alert.title if alert is not None else ""),
            "AlertSign": alert.sign if alert is not None else "",
            "Attributes": attributes,
        }
        try:
            return fill(template, data)
        except UnsupportedError:
            label = f'<p class="postwright-chip">{escape(alert.kind)}</p>\n' if alert is not None else ""
            return f"<blockquote{self.renderAttrs(token)}>\n{label}{text}</blockquote>\n"


def _alert(inner: str) -> _Alert | None:
    """Return what an alert says; None for any other quote."""
    match = _ALERT.match(inner)
    if match is None:
        return None
    title, rest = match["title"].strip(), inner[match.end() :].strip()
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
