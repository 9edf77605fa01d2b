"""The address at which Zola shows a page (Zola's docs: content/page.md, content/multilingual.md, configuration.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from editor.header import Header
from editor.post.values import shown

_DATED: Final = re.compile(r"(?=[^\n]*+\Z)\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?[-_](?P<rest>.+)", re.ASCII)
_LANGUAGE: Final = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)")
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_UNSAFE: Final = re.compile(r"[<>:\"/|?*#\x00-\x1f\\()\[\]]")


def zola_address(configuration: Mapping[str, object], path: PurePosixPath, header: Header) -> str:
    """A page's address from the site's root, percent-encoded; "" where Zola would transliterate its name.

    Args:
        path: from the blog's root.

    """
    inner = path.relative_to("content") if path.is_relative_to("content") else path
    match = _LANGUAGE.fullmatch(inner.stem)
    stem, language = (match["stem"], match["language"]) if match is not None else (inner.stem, "")
    prefix = f"/{language}" if language and language != configuration.get("default_language", "en") else ""
    own, slug = header.field("path"), header.field("slug")
    if own is not None and isinstance(own.value, str) and own.value:
        return quote(f"{prefix}/{own.value.strip('/')}/", safe="/%")
    folder = inner.parent.parent if stem == "index" else inner.parent
    name = inner.parent.name if stem in ("index", "_index") else stem
    dated = _DATED.fullmatch(name) if stem != "_index" else None
    name = dated["rest"] if dated is not None else name
    if stem == "_index":
        folder = inner.parent.parent
    name = shown(slug.value) if slug is not None and slug.value else name
    parts = [*(part for part in folder.parts if part != "."), *([name] if name else [])]
    made = [_slug(part, configuration) for part in parts]
    return "" if None in made else quote(f"{prefix}/{''.join(f'{part}/' for part in made)}", safe="/%")


def _slug(text: str, configuration: Mapping[str, object]) -> str | None:
    """A part of the address by the site's strategy (`slugify.paths`)."""
    said = configuration.get("slugify")
    strategy = said.get("paths", "on") if isinstance(said, Mapping) else "on"
    if strategy == "off":
        return text
    if strategy == "safe":
        return _UNSAFE.sub("", text.strip(" .")).replace(" ", "_")
    return _NOT_PLAIN.sub("-", text.lower()).strip("-") if text.isascii() else None
