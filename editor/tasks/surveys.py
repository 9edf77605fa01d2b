"""What the windows about a whole blog list: its words, what is wrong with its links, what links to a post."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any, Final

from editor.blog.folder import BlogFolder
from editor.blog.links.survey import survey
from editor.blog.moves.plan import OtherPosts, links_to
from editor.blog.site import Blog
from editor.blog.tags import uses
from editor.header import Generator
from editor.post.files import FileError
from editor.tasks.reading import wanted
from editor.tasks.table import Request, Tell
from editor.text.source import UndecodableError

MAX_LISTED: Final = 50_000
"""More findings are not sent."""
MAX_NAME: Final = 500
"""Longer names are cut, in characters: a link may be as long as its post."""


def count_words(request: Request, tell: Tell) -> dict[str, Any]:
    """Return the words of a kind ("tags", …) in the blog at `root`: `{"counts": {word: posts}, "unread": [path]}`."""
    unread = list[Path]()
    counts = uses(Path(request["root"]), request["kind"], unread=unread.append, wanted=wanted(request, tell))
    return {"counts": dict(islice(counts.items(), MAX_LISTED)), "unread": [str(path) for path in unread]}


def look_at_links(request: Request, tell: Tell) -> dict[str, Any]:
    """Return what is wrong with the links of a blog: `{"found": [[kind, path, line, name]], "unread": [path]}`."""
    unread = list[Path]()
    found = survey(_folder(request), unread=unread.append, wanted=wanted(request, tell))[:MAX_LISTED]
    listed = [[str(one.kind), one.path, one.line, one.name[:MAX_NAME]] for one in found]
    return {"found": listed, "unread": [str(path) for path in unread]}


def links_here(request: Request, tell: Tell) -> dict[str, Any]:
    """Return what links to the post `path`: `{"found": [[path, line, name], …]}`, or `{"failed": why}`."""
    folder, path = _folder(request), Path(request["path"])
    try:
        found = links_to(folder, path, OtherPosts(folder, path, wanted=wanted(request, tell)))
        listed = [[str(other), line, name[:MAX_NAME]] for other, line, name in islice(found, MAX_LISTED)]
    except (FileError, UndecodableError) as error:
        return {"failed": str(error)}
    return {"found": listed}


def _folder(request: Request) -> BlogFolder:
    return BlogFolder(Blog(Path(request["root"]), Generator(request["generator"])))
