"""The words a blog already uses for tags, categories and authors, with how often: what the form completes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

from editor.blog.reading import posts_in
from editor.blog.tags import word_fields
from editor.post.values import words_in

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


def vocabulary(root: Path, wanted: Callable[[Path], bool] = lambda _: True) -> Vocabulary:
    """Count the values that the posts below a folder use. Posts that can't be read are passed over.

    Args:
        wanted: is asked before each post is read; one that is not wanted is passed over.

    """
    found: dict[str, Counter[str]] = {name: Counter() for name in _KEYS.values()}
    for _, _, post in islice(posts_in(root, wanted=wanted), MAX_POSTS):
        for key, name in _KEYS.items():
            for field in word_fields(post.header, key):
                found[name].update(words_in(post.header, field))
    return found
