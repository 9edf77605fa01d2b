"""The checks of one post's file: that it can be read, that it comes back byte for byte, that its header can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from editor.blog.rules import RulesBook
from editor.check.problem import Problem, Severity
from editor.header import Refused
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.text.edit import apply
from editor.text.source import UndecodableError


@dataclass(slots=True)
class Report:
    """What `check` found: files looked at, files that open and save unchanged, problems."""

    files: int = 0
    identical: int = 0
    problems: list[Problem] = field(default_factory=list)


def check_file(path: Path, book: RulesBook, report: Report) -> None:
    """Check one post and add what is found to the report."""
    report.files += 1
    try:
        data = read_file(path)
        post = Post.from_bytes(data, book.rules_of(path))
    except (FileError, UndecodableError) as error:
        reason = error.reason if isinstance(error, FileError) else str(error)
        report.problems.append(Problem(str(path), 1, 1, "unreadable-file", Severity.ERROR, reason))
        return
    if is_lossless(post, data):
        report.identical += 1
    else:
        message = "saving this file would change bytes that were not edited; please report it"
        report.problems.append(Problem(str(path), 1, 1, "not-lossless", Severity.ERROR, message))
    report.problems.extend(_header_problems(path, post))


def is_lossless(post: Post, data: bytes) -> bool:
    """Whether the post saves as the bytes it came from, also after each key was given the value that it has."""
    if post.to_bytes() != data:
        return False
    for found in post.header.fields:
        try:
            edit = post.set_value(found.key, found.value)
        except Refused:
            continue  # what can't be edited by field can't be harmed by it
        if apply(post.text, edit) != post.text:
            return False
    return True


def _header_problems(path: Path, post: Post) -> Iterator[Problem]:
    error = post.header.error
    if error is not None:
        yield Problem(str(path), error.line, error.column, "broken-header", Severity.ERROR, error.problem)
