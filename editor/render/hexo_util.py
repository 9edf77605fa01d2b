"""Functions of hexo-util that decide addresses and ids: `slugize`, `stripHTML`, `encodeURL`, `isExternalLink`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

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
    path = quote(_decoded(parts.path or "/"), safe=_URI)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = "&".join(f"{_form(name)}={_form(value)}" for name, value in pairs)
    fragment = quote(parts.fragment, safe=f"{_URI}%[]{{}}|\\^")
    return f"{parts.scheme}://{host}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"


def _decoded(path: str) -> str:
    """Decode a path as JavaScript's `decodeURI` does: not where a separator would come out."""
    return unquote(re.sub(r"%(?=2[346BCF]|3[ABDF]|40)", "%25", path, flags=re.IGNORECASE))


def _form(text: str) -> str:
    return quote_plus(text, safe="*").replace("~", "%7E")


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
