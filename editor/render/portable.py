"""The HTML of a post for a place outside of the blog: every address in it works there.

The preview's pages name files by their paths in the blog's folder. Here a file becomes a `data:` address, and every
other address the one that the site will have; without a known site, a link that leads nowhere is left out.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from html import escape, unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urljoin

from editor.blog.gate import Gate, inside
from editor.blog.pictures import STATIC, Place, find_picture
from editor.post.files import FileError
from editor.text.addresses import split_address
from editor.text.white_space import ASCII_SPACE

MAX_INLINE: Final = 16 * 1024 * 1024
"""Larger files stay out; they are named by the site's address."""
_KINDS: Final = ("image/", "font/", "audio/", "video/")
_FILES: Final = frozenset(("src", "poster", "srcset"))
_TAG: Final = re.compile(
    r"<(?!/|!)(?P<name>[a-zA-Z][\w-]*+)(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)(?P<closed>>)?"
)
_ATTRIBUTE: Final = re.compile(
    r"(?P<before>\s)(?P<name>src|poster|srcset|href|style|data|cite|background)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE | re.ASCII,
)
_CSS: Final = re.compile(
    r"url\(\s*+(?P<quote>[\"']?)(?P<address>(?:[^\"')u]|u(?!rl\())*+)(?P=quote)\s*+\)", re.IGNORECASE | re.ASCII
)
_CANDIDATE: Final = re.compile(
    r"(?<![^\s,])(?P<address>data:\S+|[^\s,]++)(?P<size>(?:\s++[^\s,]++)?)\s*+(?:,|$)", re.ASCII
)


def portable(html: str, root: Path | None, place: Place | None = None) -> str:
    """Return HTML of the preview with addresses that work outside of the blog.

    Args:
        root: the blog's folder, in which files are looked for.
        place: the post's place on its site; None where that is not known.

    """
    addresses = _Addresses(root, place)

    def rewritten(tag: re.Match[str]) -> str:
        if tag["closed"] is None:
            return tag[0]
        return f"<{tag['name']}{_ATTRIBUTE.sub(addresses.attribute, tag['rest'])}>"

    return _TAG.sub(rewritten, html)


def page_address(place: Place | None) -> str:
    """Return the whole address of a post on its site; "" where the site is not known."""
    return f"{place.url}{place.base}/{place.address.lstrip('/')}" if place is not None and place.url else ""


class _Addresses:
    def __init__(self, root: Path | None, place: Place | None) -> None:
        self._root, self._place = root, place
        self._page = page_address(place)

    def attribute(self, found: re.Match[str]) -> str:
        """The attribute as it works elsewhere; nothing for a link that would lead nowhere."""
        name, written = found["name"].lower(), unescape(found["double"] or found["single"] or found["bare"] or "")
        if name == "style":
            new = _CSS.sub(lambda match: f"url('{self._file(match['address'])}')", written)
        elif name == "srcset":
            new = ", ".join(f"{self._file(one['address'])}{one['size']}" for one in _CANDIDATE.finditer(written))
        elif name in _FILES or name == "background":
            new = self._file(written)
        else:
            new = self._on_site(written)
            if not new:
                return ""
        return f'{found["before"]}{found["name"]}="{escape(new)}"'

    def _file(self, address: str) -> str:
        """A picture, or another file that the page shows."""
        address = address.strip(ASCII_SPACE)
        if not _is_local(address):
            return _with_scheme(address)
        path = inside(self._root, unquote(split_address(address).path)) if self._root is not None else None
        if (path is None or not path.is_file()) and self._place is not None:
            path = find_picture(address, self._place)
        return inlined(path, self._root) or self._on_site(self._published(address)) or "data:,"

    def _published(self, address: str) -> str:
        """The site's path of a file that is named by its path in the blog's folder."""
        if self._place is None or not address.startswith("/"):
            return address
        for folder in STATIC[self._place.generator]:
            if folder and address.startswith(f"/{folder}/"):
                address = address.removeprefix(f"/{folder}")
                break
        base = self._place.base
        return address if not base or address.startswith(f"{base}/") else f"{base}{address}"

    def _on_site(self, address: str) -> str:
        """An address as the site has it; "" without a known site."""
        address = address.strip(ASCII_SPACE)
        if not _is_local(address) or address.startswith("#"):
            return _with_scheme(address)
        return urljoin(self._page, quote(address, safe="/?#[]@!$&'()*+,;=:%~")) if self._page else ""


def _with_scheme(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _is_local(address: str) -> bool:
    """Whether an address counts from the page that it stands in."""
    parts = split_address(address)
    return not parts.scheme and not address.startswith("//")


def inlined(path: Path | None, root: Path | None) -> str:
    """Return a picture, font or recording of a blog as a `data:` address; "" for what is none, or is too large."""
    kind = mimetypes.guess_type(path.name)[0] or "" if path is not None else ""
    if path is None or root is None or not kind.startswith(_KINDS):
        return ""
    try:
        return data_address(path.name, Gate(root).read(path, limit=MAX_INLINE))
    except FileError:
        return ""


def data_address(name: str, data: bytes) -> str:
    """Return a file as a `data:` address."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
