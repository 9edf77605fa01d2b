"""Pictures that a post's text shows and that its blog does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.pictures import find_picture, is_remote, place_of
from editor.check.problem import Problem, Severity
from editor.check.situation import Situation

# repetitions are bounded: this runs beside the writer's keys, on whatever the text is
_CODE: Final = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n(?:.*?^ {0,3}(?P=fence)[^\n]*$|.*\Z)"
    r"|(?<!`)(?P<ticks>`++)[^\n]{0,300}?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_PICTURE: Final = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\([ \t]*(?:<(?P<angled>[^>\n]{1,2000})>|(?P<bare>[^\s)]{1,2000}))"
    r"|<img\b[^<>]{0,1000}?\bsrc\s*=\s*[\"']?(?P<html>[^\"'\s>]{1,2000})",
    re.IGNORECASE,
)


def missing_pictures(situation: Situation, folder: BlogFolder | None) -> Iterator[Problem]:
    """The pictures that the blog will not show, for they are not where its generator looks."""
    if folder is None or situation.path is None:
        return
    post = situation.post
    place = place_of(folder, situation.generator, folder.blog.relative(situation.path), post.header)
    body = _CODE.sub(lambda code: "\n" * code[0].count("\n"), post.body)
    first, at, line = post.text.count("\n", 0, len(post.text) - len(post.body)) + 1, 0, 0
    for match in _PICTURE.finditer(body):
        address = unescape(match["angled"] or match["bare"] or match["html"] or "")
        template = "{{" in address or "{%" in address
        if not address or template or address.startswith("data:") or is_remote(address, place):
            continue
        if find_picture(address, place) is None:
            line += body.count("\n", at, match.start())
            at = match.start()
            column = match.start() - body.rfind("\n", 0, match.start())
            message = f"the picture {address} is not in the blog: put it there, or correct its address"
            path = str(situation.path)
            yield Problem(path, first + line, column, "missing-picture", Severity.WARNING, message)
