"""Addresses cut into their parts, whatever a writer has typed: what is no address is a path."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_HOST = re.compile(r"(?:https?:)?//[^/?# \t\n\r\f\v]*", re.IGNORECASE)


def split_address(address: str) -> SplitResult:
    """The parts of an address; `urlsplit` refuses some (`//[x`), which are all path here."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")


def site_prefix(address: str, site: str) -> str:
    """Return the part of an address that names a site (`http://example.org`); "" for a path or another site.

    `http`, `https` and an address without scheme (`//example.org`) name the same site: browsers and servers lead from
    one to the other.

    Args:
        site: the site's address, without a slash at its end; "" where it is not known.

    """
    found, wanted = _HOST.match(address), _HOST.match(site)
    if found is None or wanted is None:
        return ""
    if found[0].partition("//")[2].lower() != wanted[0].partition("//")[2].lower():
        return ""
    below = site[wanted.end() :]
    rest = address[found.end() :]
    if not rest.startswith(below) or rest[len(below) : len(below) + 1] not in ("", "/", "?", "#"):
        return ""
    return found[0] + below
