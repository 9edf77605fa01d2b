"""The tags and categories of a blog: how often each is used, which are nearly alike, and what renaming, merging or
removing them changes: in each post the one list, by a least edit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from editor.blog.operations import OperationLog
from editor.blog.reading import posts_in
from editor.blog.rewriting import GoOn, Noting, Outcome, to_the_end, write_all
from editor.header import Field, Header, Refused, Value
from editor.header.words import words_of
from editor.post.post import Post
from editor.post.values import shown, words_in
from editor.text.source import UnencodableError

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "tags": ("tags", "tag"),
    "categories": ("categories", "category"),
    "keywords": ("keywords",),
}
"""What is renamed together, and the keys that hold it."""
_BETWEEN: Final = re.compile(r"[\s_\-・/]+")  # Unicode: words with any space between them are alike


@dataclass(frozen=True, slots=True)
class TagChange:
    """What a change of tags does to a post.

    Attributes:
        data: the file as it was looked at; new: as it would be.
        before, after: the words of the list.
        refused: why it can't be changed without touching anything else; "" when it can.

    """

    path: Path
    data: bytes
    new: bytes
    before: tuple[str, ...]
    after: tuple[str, ...]
    refused: str = ""


def word_fields(header: Header, *keys: str) -> list[Field]:
    """The fields of some keys that hold words, wherever the blog has them: Zola's stand under `taxonomies`."""
    found = [header.field((*place, key)) for place in ((), ("taxonomies",)) for key in keys]
    once = {field.path: field for field in found if field is not None and field.value not in (None, "")}
    return list(once.values())


def uses(
    root: Path,
    kind: str,
    stopped: Callable[[], bool] = lambda: False,
    unread: Callable[[Path], object] = lambda _: None,
    wanted: Callable[[Path], bool] = lambda _: True,
) -> dict[str, int]:
    """Each word of a kind with the number of posts that have it, the most frequent first.

    `unread` is called with each file that can't be read, or whose front matter can't; `wanted` is asked before each
    post is read.
    """
    counts: defaultdict[str, int] = defaultdict(int)
    for path, _, post in posts_in(root, stopped, unread, wanted):
        if post.header.error is not None:
            unread(path)
            continue
        for field in word_fields(post.header, *KINDS[kind]):
            for word in set(words_in(post.header, field)):
                counts[word] += 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def tags_of(header: Header, *keys: str) -> list[str]:
    """The words that some keys have."""
    return [word for field in word_fields(header, *keys) for word in words_in(header, field)]


def alike(words: Collection[str]) -> list[tuple[str, ...]]:
    """Words that are probably one: they differ in case, width, normal form, spaces, hyphens, or an English plural."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[_essence(word)].append(word)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def changes(
    root: Path, kind: str, old: Collection[str], new: str, stopped: Callable[[], bool] = lambda: False
) -> Iterator[TagChange]:
    """What happens when some words become another one, or go when that is "": the posts that change, by path."""
    for path, data, post in posts_in(root, stopped):
        found = None if post.header.error is not None else _changed(path, data, post, kind, old, new)
        if found is not None:
            yield found


def write(chosen: Collection[TagChange], go_on: GoOn = to_the_end, log: OperationLog | None = None) -> Outcome:
    """Write the changes; those that were refused are told. Raises `FileError` when `log` can't note them."""
    made = ((one.path, one.data, partial(bytes, one.new)) for one in chosen if not one.refused)
    outcome = write_all(made, go_on, Noting(log, "tags") if log is not None else None)
    refused = tuple(f"{one.path.name}: {one.refused}" for one in chosen if one.refused)
    return replace(outcome, left=(*outcome.left, *refused))


def _changed(path: Path, data: bytes, post: Post, kind: str, old: Collection[str], new: str) -> TagChange | None:
    before: list[str] = []
    after: list[str] = []
    try:
        for name in [field.path for field in word_fields(post.header, *KINDS[kind])]:
            field = post.header.field(name)
            assert field is not None
            words = words_in(post.header, field)
            before += words
            wanted = [word for word in dict.fromkeys(new if word in old else word for word in words) if word]
            if not set(words).intersection(old):
                after += words
                continue
            after += wanted
            post.apply(
                post.set_value(name, _value(post.header, field, wanted, old, new)) if wanted else post.unset(name)
            )
    except Refused as refusal:
        return TagChange(path, data, data, tuple(before), tuple(before), refusal.reason)
    if before == after:
        return None
    try:
        return TagChange(path, data, post.to_bytes(), tuple(before), tuple(after))
    except UnencodableError as error:
        return TagChange(path, data, data, tuple(before), tuple(before), str(error))


def _value(header: Header, field: Field, wanted: list[str], old: Collection[str], new: str) -> Value:
    """The value with other words, of the kind that it is; items that stay keep their types (a tag may be a number)."""
    if isinstance(field.value, list):
        kept: list[Value] = []
        for item in field.value:
            one: Value = item if shown(item) not in old else new
            if one != "" and one not in kept:
                kept.append(one)
        return kept
    words = words_of(header, field)
    return words.having(wanted) if words is not None else "".join(wanted)


def _essence(word: str) -> str:
    """What near-duplicates share."""
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", word).casefold())
    if plain.isascii() and len(plain) > 3:
        for ending, stem in (("ies", "y"), ("sses", "ss"), ("s", "")):
            if plain.endswith(ending) and not plain.endswith("ss"):
                return plain.removesuffix(ending) + stem
    return plain
