"""Code in a post that the blog's templates would run, written so that the page shows it.

Jekyll's and Eleventy's Liquid run in code as anywhere else; `{% raw %}` keeps them out (Shopify's Liquid reference,
tag raw). Hugo runs shortcodes in code, too, unless they are commented (content-management/shortcodes.md). Hexo shows a
tag in code as it is written (`tag.ts`, `rCodeTag`).
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final


class Templates(Enum):
    """What a generator runs in code."""

    NONE = auto()
    LIQUID = auto()
    HUGO = auto()


_MARK: Final = re.compile(r"\{[{%]")
_RAW_INSIDE: Final = re.compile(r"\{%-?[ \t\n]*(?:end)?(?:raw|verbatim)\b", re.ASCII)
_RAW: Final = re.compile(r"\{%-?[ \t\n]*(?P<end>end)?raw[ \t\n]*-?%\}")
_HUGO: Final = re.compile(
    r"\{\{(?P<open>[<%])(?!/\*)(?P<inside>(?:(?!\*/|[>%]\}\}).)*+)(?:(?P<close>[>%])\}\})?", re.DOTALL
)
"""A shortcode; without `close` what its marks begin, up to the text's end or the end of a comment."""


def shielded(code: str, templates: Templates) -> str:
    """Return code that is shown as it is given."""
    if templates is Templates.HUGO:
        return _HUGO.sub(_commented, code)
    if templates is Templates.NONE or not _MARK.search(code):
        return code
    if _RAW_INSIDE.search(code):  # it has `raw` tags itself
        return _MARK.sub(lambda mark: f"{{% raw %}}{mark[0]}{{% endraw %}}", code)
    return f"{{% raw %}}{code}{{% endraw %}}"


def _commented(found: re.Match[str]) -> str:
    return f"{{{{{found['open']}/*{found['inside']}*/{found['close']}}}}}" if found["close"] else found[0]


def is_raw(text: str, at: int) -> bool:
    """Return whether a position is between `{% raw %}` and `{% endraw %}`."""
    tags = [tag["end"] for tag in _RAW.finditer(text, 0, at)]
    return bool(tags) and not tags[-1]
