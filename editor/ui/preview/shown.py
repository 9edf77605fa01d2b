"""What the preview's page shows, and its address. Loads nothing of the web engine: the text is in sight before that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl

from editor.render.looks.look import Look
from editor.ui.theme.tokens import Colours

SCHEME: Final = b"postwright"
BLOG_HOST: Final = "blog"
PAGE_NAME: Final = ".postwright-preview.html"


@dataclass(slots=True)
class Shown:
    """What the page is made of and may reach.

    Attributes:
        theme: "light", "dark" or "dark-contrast".
        root: the folder whose pictures may be shown, resolved; None for a post that has no place yet.
        remote: whether pictures of other sites are loaded.

    """

    theme: str
    look: Look
    root: Path | None = None
    remote: bool = False


def page_theme(colours: Colours) -> str:
    """The page's name of a window's theme: what is dark for a look without high contrast of its own begins so."""
    return "dark-contrast" if colours.name == "contrast" else colours.name


def page_url(folder: str) -> QUrl:
    """The preview page's address for a post in a folder of the blog ("" or "_posts"): relative links start there."""
    url = QUrl()
    url.setScheme(SCHEME.decode())
    url.setHost(BLOG_HOST)
    url.setPath("/" + f"{folder}/{PAGE_NAME}".lstrip("/"))
    return url
