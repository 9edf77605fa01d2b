"""Code in colours: Pygments' spans, whose short classes are those that Rouge writes on a Jekyll site too."""

from __future__ import annotations

from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
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


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
