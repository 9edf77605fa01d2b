"""Find and replace in the texts of all posts of a blog: what would change, then the files.

Front matter is left alone: its values are changed by field. A file is written only if it still is as it was searched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from editor.blog.operations import OperationLog
from editor.blog.reading import posts_in
from editor.blog.rewriting import GoOn, Noting, Outcome, to_the_end, write_all
from editor.blog.rules import RulesBook
from editor.post.post import Post
from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE
from editor.writing.search import Match, Query, find

AROUND: Final = 40
"""How many characters of a line are shown before a match."""
MAX_HITS: Final = 20_000
"""More matches in a blog are not listed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in a post.

    Attributes:
        line: counted from 0 in the whole file.
        found, becomes: the line around the match, as it is and as it would be.

    """

    match: Match
    line: int
    found: str
    becomes: str


@dataclass(frozen=True, slots=True)
class PostHits:
    """The matches of one post, and the bytes that they were found in."""

    path: Path
    data: bytes
    hits: tuple[Hit, ...]


def search_blog(
    root: Path,
    query: Query,
    replacement: str,
    stopped: Callable[[], bool],
    unread: Callable[[Path], object] = lambda _: None,
) -> Iterator[PostHits]:
    """The posts with matches, by path. `unread` is called with each file that can't be read.

    Raises:
        SearchError: the pattern can't be used.

    """
    listed = 0
    find("", query, replacement)  # tells about a bad pattern before a file is read
    for path, data, post in posts_in(root, stopped, unread):
        hits = tuple(_hits(post, query, replacement))
        if hits:
            listed += len(hits)
            yield PostHits(path, data, hits)
        if listed >= MAX_HITS:
            return


def replace_in_posts(
    chosen: Iterable[tuple[PostHits, Collection[int]]], go_on: GoOn = to_the_end, log: OperationLog | None = None
) -> Outcome:
    """Replace the chosen matches (by number) of some posts; each file is written whole or not at all.

    Raises `FileError` when `log` can't note what is to change; nothing was changed then.
    """
    made = ((found.path, found.data, partial(_replaced, found, numbers)) for found, numbers in chosen)
    return write_all(made, go_on, Noting(log, "replace") if log is not None else None)


def _replaced(found: PostHits, numbers: Collection[int]) -> bytes:
    post = Post.from_bytes(found.data, RulesBook().rules_of(found.path))
    start = post.header.body_start
    for hit in reversed([hit for number, hit in enumerate(found.hits) if number in numbers]):
        match = hit.match
        post.apply(Edit(start + match.start, start + match.end, match.new))
    return post.to_bytes()


def _hits(post: Post, query: Query, replacement: str) -> Iterator[Hit]:
    body = post.body
    line = post.text.count("\n", 0, post.header.body_start)
    at = 0
    for match in find(body, query, replacement):
        line += body.count("\n", at, match.start)
        at = match.start
        first = max(body.rfind("\n", 0, match.start) + 1, match.start - AROUND)
        last = body.find("\n", match.end)
        last = min(len(body) if last < 0 else last, match.end + 2 * AROUND)
        before, after = body[first : match.start], body[match.end : last]
        yield Hit(match, line, _shown(before, body[match.start : match.end], after), _shown(before, match.new, after))


def _shown(before: str, middle: str, after: str) -> str:
    return f"{before}{middle}{after}".replace("\n", "⏎").strip(ASCII_SPACE)
