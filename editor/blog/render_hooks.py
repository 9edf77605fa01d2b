"""The templates with which a Hugo site writes quotes, headings, links and pictures (docs: render-hooks/)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from editor.blog.configuration_files import configuration_text
from editor.header import Value

_FOLDERS: Final = ("layouts/_markup", "layouts/_default/_markup")
_NAMES: Final = {
    "alert_hook": ("render-blockquote-alert.html", "render-blockquote.html"),
    "blockquote_hook": ("render-blockquote-regular.html", "render-blockquote.html"),
    "heading_hook": ("render-heading.html",),
    "link_hook": ("render-link.html",),
    "image_hook": ("render-image.html",),
}


def render_hooks(root: Path, theme: Value) -> dict[str, object]:
    """Return the templates of elements by option, as far as the site or its themes have them.

    Args:
        theme: the configuration's `theme`, a name or a list of names.

    """
    found: dict[str, object] = {}
    folders = [f"{base}{folder}" for base in ("", *_themes(theme)) for folder in _FOLDERS]
    for option, names in _NAMES.items():
        texts = (configuration_text(root, f"{folder}/{name}") for folder in folders for name in names)
        text = next((text for text in texts if text), None)
        if text is not None:
            found[option] = text
    return found


def _themes(theme: Value) -> Iterator[str]:
    for name in theme if isinstance(theme, list) else [theme]:
        if isinstance(name, str) and name not in ("", ".", "..") and not {"/", "\\"} & set(name):
            yield f"themes/{name}/"
