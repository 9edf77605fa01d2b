"""Formulas as MathML, which the preview's browser draws without any script.

latex2mathml reads TeX; what it does not know of what MathJax and KaTeX sites use is said in its own words first, and
letters whose style MathML Core has no attribute for become the characters that Unicode has for them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final

from latex2mathml.converter import convert

MAX_LENGTH: Final = 4_000
"""Longer formulas are shown as they are written."""

_REWRITTEN: Final = (
    (re.compile(r"\\(begin|end)\{(?:aligned|align|alignat\*?|alignedat|flalign\*?|split)\}"), r"\\\1{align*}"),
    (re.compile(r"\\begin\{eqnarray\*?\}"), r"\\begin{array}{rcl}"),
    (re.compile(r"\\end\{eqnarray\*?\}"), r"\\end{array}"),
    (re.compile(r"(\\begin\{align\*\})\{[0-9]+\}"), r"\1"),  # alignat's number of columns
    (re.compile(r"\\(begin|end)\{(?:gathered|gather\*?|multline\*?)\}"), r"\\\1{matrix}"),
    (re.compile(r"\\(?:begin|end)\{(?:equation\*?|displaymath|math)\}"), ""),
    (re.compile(r"\\(?:label|require|ref)\{[^{}]*\}|\\(?:nonumber|notag)\b"), ""),
    (re.compile(r"\\operatorname\*"), r"\\operatorname"),
    (re.compile(r"\\bold\b"), r"\\mathbf"),
)
_STYLED: Final = re.compile(r'<(m[inot]|mtext) mathvariant="(bold|bold-italic)">([^<]{1,200})</\1>')
_BAR: Final = '<mo stretchy="false">&#x0007C;</mo>'
_TIGHT_BAR: Final = '<mo stretchy="false" lspace="0" rspace="0">&#x0007C;</mo>'
"""TeX sets a bar like a letter; MathML would set it like an operator, with room around."""
_BOLD: Final = {"A": 0x1D400, "a": 0x1D41A, "0": 0x1D7CE, "Α": 0x1D6A8, "α": 0x1D6C2}
_BOLD_ITALIC: Final = {"A": 0x1D468, "a": 0x1D482, "0": 0x1D7CE, "Α": 0x1D71C, "α": 0x1D736}
"""Where Unicode's styled letters begin (Mathematical Alphanumeric Symbols), by the first letter of each run."""
_RUNS: Final = (("A", "Z"), ("a", "z"), ("0", "9"), ("Α", "Ω"), ("α", "ω"))


@lru_cache(maxsize=2_000)
def mathml(tex: str, *, block: bool) -> str | None:
    """A formula's MathML; None when it can't be read, so that it is shown as it is written."""
    if len(tex) > MAX_LENGTH:
        return None
    for pattern, new in _REWRITTEN:
        tex = pattern.sub(new, tex)
    try:
        written = str(convert(tex, display="block" if block else "inline"))
    except Exception:  # noqa: BLE001  the library raises errors of many kinds for what it can't read
        return None
    return _STYLED.sub(_styled, written.replace(_BAR, _TIGHT_BAR))


def _styled(match: re.Match[str]) -> str:
    tag, style, text = match.groups()
    starts = _BOLD if style == "bold" else _BOLD_ITALIC
    letters = "".join(_letter(letter, starts) for letter in unescape(text))
    escaped = letters.replace("&", "&amp;").replace("<", "&lt;")
    return f"<{tag}>{escaped}</{tag}>"


def _letter(letter: str, starts: dict[str, int]) -> str:
    for first, last in _RUNS:
        if first <= letter <= last:
            return chr(starts[first] + ord(letter) - ord(first))
    return letter
