"""Code in colours: Pygments' spans, whose short classes are those that Rouge writes on a Jekyll site too."""

from __future__ import annotations

from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Token, _TokenType
from pygments.util import ClassNotFound

MAX_CODE = 100_000
"""Longer code stays plain: colouring it would make the writer wait."""

_FORMATTER = HtmlFormatter(nowrap=True)


def coloured(code: str, language: str) -> str | None:
    """The code's HTML, escaped and coloured; None when the language is not known or the code too long."""
    lexer = _lexer(language.lower())
    if lexer is None or len(code) > MAX_CODE:
        return None
    return str(highlight(code, lexer, _FORMATTER)).removesuffix("\n")


def known_languages() -> set[str]:
    """The names of languages that can be coloured."""
    return {name for _, names, _, _ in get_all_lexers(plugins=False) for name in names}


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
    """For each line of a code block its coloured pieces: from where to where in the line, and the colour's name."""
    lexer = _lexer(language)
    lines: list[list[tuple[int, int, str]]] = [[]]
    at = 0
    for kind, text in lexer.get_tokens(code) if lexer is not None else ():
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
