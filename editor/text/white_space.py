r"""Which characters count as white space.

Python's `str.strip()`, `str.split()`, `\s` and `\d` go by Unicode: they take U+3000, NBSP, U+0085 and U+2028 for white
space, and full-width digits for digits. In a post those are content. The formats (YAML, TOML, JSON, Markdown) and the
generators mean spaces and tabs, and the digits 0 to 9.
"""

from __future__ import annotations

import re
from typing import Final

BLANKS: Final = " \t"
"""White space inside of a line."""
ASCII_SPACE: Final = " \t\n\r\f\v"
"""White space of ASCII: what is stripped from what a user types, and from the lines of a post."""
TYPED_SPACE: Final = f"{ASCII_SPACE}\u3000\u00a0"
"""What people type between the items of a list: the space of a Japanese keyboard counts."""

_WORDS: Final = re.compile(r"\S+", re.ASCII)


def ascii_words(text: str) -> list[str]:
    """Return the words of a text, split at ASCII white space."""
    return _WORDS.findall(text)
