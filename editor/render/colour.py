"""Code in colours: Pygments' spans, whose short classes are those that Rouge writes on a Jekyll site too.

All code is coloured here, so that one rule holds everywhere: the output's text is the code, character by character.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from io import StringIO
from typing import Final

from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Token, _TokenType
from pygments.util import ClassNotFound

log = logging.getLogger(__name__)

MAX_CODE: Final = 100_000
"""Longer code stays plain: colouring it would make the writer wait."""

_FORMATTER: Final = HtmlFormatter(nowrap=True)
_LINE_END: Final = re.compile(r"\r\n?|\n")

Pieces = list[tuple[_TokenType, str]]


def coloured(code: str, language: str) -> str | None:
    """Return the code's HTML, escaped and coloured.

    Returns:
        None when the language is unknown, the code too long, or its lexer would change the text: show it plain then.

    """
    pieces = _pieces(code, language) if len(code) <= MAX_CODE else None
    if pieces is None:
        return None
    written = StringIO()
    _FORMATTER.format(iter(pieces), written)
    html = written.getvalue()
    return html if code.endswith("\n") else html.removesuffix("\n")  # the formatter ends each line


def known_languages() -> set[str]:
    """Return the names of languages that can be coloured."""
    return {name for _, names, _, _ in get_all_lexers(plugins=False) for name in names}


def _pieces(code: str, language: str) -> Pieces | None:
    """Split code into tokens whose texts joined are the code; None when its lexer can't."""
    lexer = _lexer(language.lower())
    if lexer is None:
        return None
    ends = _LINE_END.findall(code)
    try:
        # Lexers of sessions (console, psql, …) only see lines that end in a newline: each gets one more at the end.
        pieces = [(kind, text) for kind, text in lexer.get_tokens(f"{code}\n") if text]
    except Exception:  # third-party lexers: none may stop a post from being shown
        log.warning("the lexer of %s failed", language, exc_info=True)
        return None
    if not pieces or not pieces[-1][1].endswith("\n"):
        return None
    pieces[-1] = (pieces[-1][0], pieces[-1][1][:-1])
    if "\r" in code:
        pieces = _with_line_ends(pieces, ends)
    if "".join(text for _, text in pieces) != code:
        log.info("the lexer of %s changes the code: it is shown plain", language)
        return None
    return pieces


def _with_line_ends(pieces: Pieces, ends: list[str]) -> Pieces:
    """Put a code's line ends back, which lexers see as newlines."""
    found = iter(ends)
    return [(kind, re.sub("\n", lambda _: next(found, "\n"), text)) for kind, text in pieces]


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


_GROUPS = (
    (Token.Comment, "comment"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Literal.String, "string"),
    (Token.Literal.Number, "number"),
    (Token.Name.Function, "name"),
    (Token.Name.Class, "name"),
    (Token.Name.Tag, "name"),
    (Token.Name.Attribute, "name"),
    (Token.Name.Builtin, "name"),
)


@lru_cache(maxsize=64)
def line_colours(code: str, language: str) -> list[list[tuple[int, int, str]]]:
    """Return for each line of a code block its coloured pieces: from where to where in the line, the colour's name."""
    lines: list[list[tuple[int, int, str]]] = [[]]
    at = 0
    for kind, text in _pieces(code, language) or ():
        group = _group(kind)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
                at = 0
            if part and group:
                lines[-1].append((at, at + len(part), group))
            at += len(part)
    return lines


@lru_cache(maxsize=512)
def _group(kind: _TokenType) -> str:
    return next((name for parent, name in _GROUPS if kind in parent), "")  # type: ignore[comparison-overlap]
