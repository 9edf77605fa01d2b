"""A post as one HTML file that stands alone: its look's styles, its pictures and fonts inside."""

from __future__ import annotations

import base64
import mimetypes
import re
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from editor.blog.folder import inside
from editor.render.looks.look import Look
from editor.render.page import framed_page
from editor.resources import math_font

MAX_INLINE: Final = 16 * 1024 * 1024
"""Larger files stay out; their places say so by being empty."""

_PICTURE: Final = re.compile(r'(<(?:img|source|video|audio)\b[^>]*?\bsrc=")(/[^"]*)(")')
_ADDRESS: Final = re.compile(r'url\("postwright://blog/([^"]*)"\)')
_FONT: Final = ".postwright-math.ttf"
_KINDS: Final = ("image/", "font/", "audio/", "video/")


def standalone(look: Look, title: str, head: str, body: str, root: Path | None, theme: str = "light") -> str:
    """The whole file.

    Args:
        head, body: as they stand in the preview's page.
        root: the blog's folder, which their pictures lie in.

    """
    math = "<math" in body
    body = _PICTURE.sub(lambda match: f"{match[1]}{escape(_inline(root, match[2]))}{match[3]}", body)
    styles = "\n".join(
        _ADDRESS.sub(lambda match: _style_address(root, match[1], math=math), css) for css in look.styles
    )
    styles = styles.replace("</", "<\\/")  # no style sheet ends its element
    return framed_page(look, f"<style>{styles}</style>", escape(title), head, body, theme)


def _style_address(root: Path | None, address: str, *, math: bool) -> str:
    if address == _FONT:
        return f'url("{_data(math_font())}")' if math else 'url("data:font/ttf,")'
    return f'url("{_inline(root, address)}")'


def _inline(root: Path | None, address: str) -> str:
    """A file of the blog as a `data:` address; an empty one for what is none."""
    path = inside(root, unquote(address)) if root is not None else None
    kind = mimetypes.guess_type(path.name)[0] or "" if path is not None else ""
    if path is None or not path.is_file() or not kind.startswith(_KINDS) or path.stat().st_size > MAX_INLINE:
        return "data:,"
    return _data(path)


def _data(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
