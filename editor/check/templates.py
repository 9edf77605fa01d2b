"""Template tags of a text that its blog's generator does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editor.blog.template_tags import known_tags, unknown_tags
from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.header import Generator
from editor.language import tr

_STOP: Final = frozenset({Generator.JEKYLL, Generator.HUGO, Generator.HEXO})
"""Generators whose build stops at a tag that they do not know."""


def tags_that_nobody_knows(text: PostText) -> Iterator[Problem]:
    """A tag that neither the generator nor the blog's own files or plugins define."""
    folder = text.folder
    if folder is None or not any(mark in text.text for mark in ("{%", "{{<")):
        return
    body = text.text[text.start :]
    for tag in unknown_tags(folder, body, known_tags(folder)):
        message = tr("{0} does not know the tag “{1}” and stops there: correct it, or put it in raw").format(
            folder.blog.generator, tag.name
        )
        severity = Severity.ERROR if folder.blog.generator in _STOP else Severity.WARNING
        at, end = text.start + tag.start, text.start + tag.end
        length = end - at if "\n" not in text.text[at:end] else 0
        yield text.problem("unknown-tag", severity, message, at, length=length)


CHECKS: Final = (tags_that_nobody_knows,)
