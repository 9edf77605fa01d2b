"""The words a blog already uses for tags, categories and authors, with how often: what the form completes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from editor.blog.posts import posts_of_site
from editor.header import read_header
from editor.post.files import FileError, read_file
from editor.post.values import shown, texts
from editor.text.source import UndecodableError, decode

_KEYS: Mapping[str, str] = {
    "tags": "tags",
    "tag": "tags",
    "categories": "categories",
    "category": "categories",
    "author": "author",
    "authors": "author",
    "layout": "layout",
}
MAX_POSTS = 2_000
"""How many posts are read: enough for a vocabulary, few enough to take about a second."""

Vocabulary = Mapping[str, Counter[str]]
"""Key ("tags", "categories", "author", "layout") to its values' counts."""


def vocabulary(root: Path) -> Vocabulary:
    """Count the values that the posts below a folder use. Posts that can't be read are passed over."""
    found: dict[str, Counter[str]] = {name: Counter() for name in _KEYS.values()}
    for number, path in enumerate(posts_of_site(root)):
        if number == MAX_POSTS:
            break
        try:
            header = read_header(decode(read_file(path)).text)
        except (FileError, UndecodableError):
            continue
        for field in header.fields:
            name = _KEYS.get(field.key)
            if name is not None and field.value is not None:
                found[name].update(texts(field.value) or [shown(field.value)])
    return found
