"""The names in a page that links may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final

_ID: Final = re.compile(r"<[^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'<>]+))", re.ASCII)


def ids_in(html: Iterable[str]) -> frozenset[str]:
    """The ids, and the names of the old kind, in some pieces of HTML (HTML standard, 7.4.6.4)."""
    matches = (match for piece in html for match in _ID.finditer(piece))
    return frozenset(unescape(match[1] or match[2] or match[3]) for match in matches)
