"""The files of a folder that are posts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

POST_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdx"})
"""Jekyll's `markdown_ext` default, and MDX."""

NOT_CONTENT: Final = frozenset({"node_modules", "_site", "vendor", "public", "__pycache__"})
"""Folders whose files are packages or were built."""


def is_post(path: Path) -> bool:
    """Whether a file's name is that of a post."""
    return path.suffix.lower() in POST_SUFFIXES


def find_posts(folder: Path) -> Iterator[Path]:
    """Every post below a folder, sorted by path; hidden folders, built sites and packages are left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_CONTENT and not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if is_post(path) and not name.startswith("."):
                yield path
