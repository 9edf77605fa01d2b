"""Pictures of a post's text: those that its blog does not have, without words, or from an unsafe address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.language import tr
from editor.post.picture_files import WEB_SUFFIXES
from editor.text.edit import Edit

LARGE: Final = 2 * 2**20
"""A picture with more bytes is told of."""
_NO_WORDS: Final = re.compile(
    r"!\[[ \t]*\]\((?=[^ \t\n)])|<img\b(?![^<>]{0,1000}\balt[ \t\n]*=)[^<>]{0,1000}>", re.IGNORECASE
)


def missing_pictures(text: PostText) -> Iterator[Problem]:
    """The pictures that the blog will not show, for they are not where its generator looks."""
    for link, address, path in text.pictures:
        if path is None:
            message = tr("the picture {0} is not in the blog: put it there, or correct its address").format(address)
            yield text.problem("missing-picture", Severity.WARNING, message, link.start, length=len(link.name))


def large_pictures(text: PostText) -> Iterator[Problem]:
    """Readers wait for pictures of several megabytes (web.dev, "Image performance")."""
    for link, _, path in text.pictures:
        if path is not None and path.suffix.lower() in WEB_SUFFIXES and (size := _size(path)) > LARGE:
            message = tr("{0} has {1:.1f} MB: readers wait for it; make it smaller").format(path.name, size / 2**20)
            yield text.problem("large-picture", Severity.HINT, message, link.start, length=len(link.name))


def pictures_without_words(text: PostText) -> Iterator[Problem]:
    """Readers who can't see a picture hear its words (WCAG 2.2, 1.1.1)."""
    for match in _NO_WORDS.finditer(text.words):
        message = tr("the picture has no words for readers who can’t see it: say what it shows, between the brackets")
        yield text.problem("picture-without-words", Severity.HINT, message, match.start(), length=len(match[0]))


def unsafe_pictures(text: PostText) -> Iterator[Problem]:
    """A page that comes by https may not show pictures that come by http (W3C, Mixed Content)."""
    for link in text.links:
        if link.shows and link.name.startswith("http://"):
            message = tr("browsers may not show a picture that comes by http: on a page that comes by https:")
            fix = tr("Make it https"), Edit(link.start, link.start + len("http"), "https")
            yield text.problem("unsafe-picture", Severity.HINT, message, link.start, fix, length=len(link.name))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


CHECKS: Final = (missing_pictures, large_pictures, pictures_without_words, unsafe_pictures)
