"""Functions of hexo-util that decide addresses and ids: `slugize`, `stripHTML`, `encodeURL`, `isExternalLink`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from editor.text.diacritics import without_diacritics

_SPECIAL: Final = re.compile(
    r"[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    r"~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+"
)
_CONTROL: Final = re.compile(r"[\0-\x1f]")
_TAG: Final = re.compile(
    r"<(?![ \n])(?:!--.*?(?:-->|\Z)|(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\"'>])*(?:>|\Z))", re.DOTALL
)
_PROTOCOL: Final = re.compile(r"[a-z0-9.+-]+:", re.IGNORECASE)
_URI: Final = ";,/?:@&=+$-_.!~*'()#"
"""What JavaScript's `encodeURI` leaves beside letters and digits."""


def slugize(text: str, transform: int = 0) -> str:
    """Return a text as an id.

    Args:
        transform: 1 for small letters, 2 for capitals.

    """
    plain = _CONTROL.sub("", without_diacritics(text))
    name = _SPECIAL.sub("-", plain).strip("-")
    return name.lower() if transform == 1 else name.upper() if transform == 2 else name


def strip_html(html: str) -> str:
    """Return a text without its tags and comments; a `<` before a space is none."""
    return _TAG.sub("", html)


def encode_url(address: str) -> str:
    """Return an address, percent-encoded once."""
    if not _PROTOCOL.match(address):
        return quote(unquote(address), safe=_URI)
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower()
    except ValueError:
        return address
    if parts.scheme not in ("http", "https", "ftp") or not host:
        return address
    host = unquote(host)  # Hexo leaves international names as they are
    path = quote(parts.path or "/", safe=f"{_URI}%[]|\\^")
    query = quote(unquote(parts.query), safe=_URI.replace("#", "").replace("'", ""))
    fragment = quote(parts.fragment, safe=f"{_URI}%[]{{}}|\\^")
    return f"{parts.scheme}://{host}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"


def is_external(address: str, site: str, exclude: Sequence[str]) -> bool:
    """Return whether an address is on another host than the site, and on none of `exclude`."""
    if not re.match(r"//|https?:", address):
        return False
    host = _host(address)
    own = _host(site) or site
    return bool(host) and bool(own) and host not in exclude and host != own


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
