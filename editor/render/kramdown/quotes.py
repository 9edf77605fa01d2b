"""Smart quotes (kramdown syntax, “Typographic Symbols”): what a straight one becomes follows from its neighbours."""

from __future__ import annotations

import re

_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_OPENING = r"[^ \\\t\r\n\[{(-]"
_SPACE = r"[ \t\r\n\f\v]"
_WORD = "[A-Za-z0-9_]"

QUOTE = re.compile(r"[^\\]?[\"']", re.DOTALL)
QUOTES = {"lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”"}
"""The quotes by the names of their entities."""

SYMBOLS = {
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "laquo": "«",
    "raquo": "»",
    "laquo_space": "«\u00a0",
    "raquo_space": "\u00a0»",
}
"""The typographic symbols by name."""

_SIDES = {"left": {'"': "ldquo", "'": "lsquo"}, "right": {'"': "rdquo", "'": "rsquo"}}

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?P<mark>[\"'])(?=[_*]{1,2}[^ \t\r\n\f\v])"), "left"),
    (re.compile(rf"(?P<mark>[\"'])(?={_PUNCTUATION}(?!\.\.)\B)"), "right"),
    (re.compile(rf"(?P<before>{_SPACE}?)(?P<mark>\"')(?={_WORD})"), "both"),
    (re.compile(rf"(?P<before>{_SPACE}?)(?P<mark>'\")(?={_WORD})"), "both"),
    (re.compile(rf"(?P<before>{_SPACE}?)(?P<mark>')(?=[0-9][0-9]s)"), "right"),
    (re.compile(rf"(?P<before>{_SPACE})(?P<mark>['\"])(?={_WORD})"), "left"),
    (re.compile(rf"(?P<before>{_OPENING})(?P<mark>['\"])"), "right"),
    (re.compile(rf"(?P<mark>[\"'])(?={_SPACE}|s\b|$)", re.MULTILINE), "right"),
    (re.compile(r"(?P<before>.?)(?P<mark>')", re.DOTALL), "left"),
    (re.compile(r"(?P<before>.?)(?P<mark>\")", re.DOTALL), "left"),
)
"""The first rule that fits counts: what stands before, the quote, what must follow; and the side it gets."""


def smart_quote(text: str, at: int) -> tuple[str, list[str], int]:
    """The text before the quote, the names of its entities, and where they end."""
    for pattern, side in _RULES:
        match = pattern.match(text, at)
        if match is not None:
            before = match.groupdict().get("before") or ""
            names = [_SIDES["left" if side == "both" else side][mark] for mark in match["mark"]]
            return before, names, match.end()
    raise AssertionError("no quote stands here")
