"""A post as one HTML file that stands alone: its look's styles, its pictures and fonts inside."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from editor.blog.gate import inside
from editor.blog.pictures import Place
from editor.render.looks.look import Look
from editor.render.page import framed_page
from editor.render.portable import data_address, inlined, portable
from editor.resources import math_font

_ADDRESS: Final = re.compile(r'url\("postwright://blog/([^"]*)"\)')
_FONT: Final = ".postwright-math.ttf"


def standalone(
    look: Look,
    title: str,
    head: str,
    body: str,
    root: Path | None,
    theme: str = "light",
    place: Place | None = None,
) -> str:
    """Return the whole file.

    Args:
        head, body: as they stand in the preview's page.
        root: the blog's folder, which their pictures lie in.
        place: the post's place on its site, which links lead to.

    """
    math = "<math" in body
    head, body = portable(head, root, place), portable(body, root, place)
    styles = "\n".join(
        _ADDRESS.sub(lambda match: _style_address(root, match[1], math=math), css) for css in look.styles
    )
    styles = styles.replace("</", "<\\/")  # no style sheet ends its element
    return framed_page(look, f"<style>{styles}</style>", escape(title), head, body, theme)


def _style_address(root: Path | None, address: str, *, math: bool) -> str:
    if address == _FONT:
        return f'url("{data_address(_FONT, math_font().read_bytes())}")' if math else 'url("data:font/ttf,")'
    path = inside(root, unquote(address)) if root is not None else None
    return f'url("{inlined(path, root) or "data:,"}")'
