"""The message of a commit as the blog's own log has them: its words, its form, its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.moves.place import named
from editor.blog.posts import is_post
from editor.blog.reading import post_at
from editor.export.repository import Repository
from editor.post.files import FileError
from editor.post.values import shown
from editor.text.source import UndecodableError
from editor.text.white_space import ASCII_SPACE

_LOOKED_AT: Final = 400
"""So many commits are asked."""
_SHARE: Final = 0.3
"""A form that so many of the fitting commits have is the blog's."""
_EASTERN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_KIND: Final = re.compile(r"(?P<kind>[a-z]+)(?:\([^()]*\))?!?: ")
"""Conventional Commits 1.0.0."""
_ENGLISH: Final = {True: "Add post: {0}", False: "Update post: {0}"}
_JAPANESE: Final = {True: "記事を追加: {0}", False: "記事を更新: {0}"}


def commit_message(repository: Repository, path: Path, title: str, *, new: bool) -> str:
    """What a commit of a post says.

    Args:
        new: the post comes into the blog; else it was changed.

    """
    subjects = list(_subjects(repository, new=new))
    forms = Counter(form for _, form in subjects if form)
    values = {"title": title, "slug": named(PurePosixPath(path)).slug, "name": path.name}
    if forms:
        form, times = forms.most_common(1)[0]
        if times >= 2 and times / len(subjects) >= _SHARE:
            return re.sub(r"\{(title|slug|name)\}", lambda match: values[match[1]], form)
    last = ("log", "-n", "50", "--no-merges", "--format=%s")
    every = [subject for subject, _ in subjects] or repository.git.run(*last).text.split("\n")
    if sum(_EASTERN.search(subject) is not None for subject in every) * 2 > len(every):
        usual = _JAPANESE[new].format(title)
    else:
        usual = _ENGLISH[new].format(title)
    kinds = Counter(match["kind"] for subject in every if (match := _KIND.match(subject)) is not None)
    if kinds and kinds.total() * 2 > len(every):
        return f"{kinds.most_common(1)[0][0]}: {usual[0].lower()}{usual[1:]}"
    return usual


def _subjects(repository: Repository, *, new: bool) -> Iterator[tuple[str, str]]:
    """The subjects of commits about one post that came (or changed), and their forms; "" where none is seen."""
    options = ("-n", str(_LOOKED_AT), "--no-merges", "--no-renames", "--name-status", "-z", "--format=%x1e%s")
    listed = repository.git.run("log", *options).text  # also what it printed before it failed
    for entry in listed.split("\x1e")[1:]:
        subject, _, rest = entry.partition("\0")
        parts = rest.strip("\0\n").split("\0")
        posts = [
            (state.strip(ASCII_SPACE), name)
            for state, name in zip(parts[::2], parts[1::2], strict=False)
            if is_post(Path(name))
        ]
        if len(posts) == 1 and posts[0][0] == ("A" if new else "M"):
            yield subject, _form(subject, repository.root / posts[0][1])


def _form(subject: str, path: Path) -> str:
    """A subject with blanks for what it says of the post."""
    wanted = [("title", _title(path)), ("name", path.name), ("slug", named(PurePosixPath(path)).slug)]
    for name, words in wanted:
        at = subject.casefold().find(words.casefold()) if len(words) > 1 else -1
        if at >= 0:
            return f"{subject[:at]}{{{name}}}{subject[at + len(words) :]}"
    return "" if re.search(r"\d", subject, flags=re.ASCII) else subject


def _title(path: Path) -> str:
    try:
        field = post_at(path).header.field("title")
    except (FileError, UndecodableError):
        return ""
    return shown(field.value) if field is not None else ""
