"""The render worker's process (`python -m editor --render-worker`): reads requests, answers each with one patch.

A request is `{"id", "text", "generator", "settings", "root", "relative", "remote", "language"}` for a post opened (root
is the blog's folder, relative the post's path in it, both absent for a draft without a place) or `{"id", "edits":
[[start, end, new], …]}` for one that changed; the answer is a patch, `{"id", "head", "start", "removed", "blocks",
"lines", "shift", "remote", "missing"}`, or `{"id", "error"}`. A request with `"look": true` and the place of a post is
answered with the look of its blog (`looks.look.Look`).
The process ends with its input.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from editor import language
from editor.blog.folder import BlogFolder
from editor.blog.site import Blog
from editor.header import Generator, Rules, read_header
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.limits import MEMORY, RECURSION, begin_work, bound, take_output
from editor.render.protocol import receive, send
from editor.render.site import Site
from editor.text.edit import Edit


def main() -> int:
    """Serve until standard input ends."""
    bound(MEMORY)
    language.use(language.spoken())
    serve(sys.stdin.buffer, take_output(), begin_work)
    return 0


def serve(requests: BinaryIO, answers: BinaryIO, begin: Callable[[], object] = lambda: None) -> None:
    """Answer requests from one stream on another until the first one ends.

    Args:
        begin: is called before each request.

    """
    sys.setrecursionlimit(RECURSION)
    document = RenderedDocument(make_flavour(Generator.PLAIN, {}, live=True), Site(Generator.PLAIN))
    while (request := receive(requests)) is not None:
        begin()
        if request.get("language", language.spoken()) != language.spoken():
            language.use(request["language"])
        answer = _look(request) if request.get("look") else _answer(document, request)
        send(answers, {"id": request["id"], **answer})


def _answer(document: RenderedDocument, request: dict[str, Any]) -> dict[str, Any]:
    if "text" in request:
        site = _site(request)
        flavour = make_flavour(site.generator, request.get("settings", {}), live=True, mdx=site.is_mdx)
        document.open(request["text"], flavour, site, remote=bool(request.get("remote")))
    document.edit([Edit(*edit) for edit in request.get("edits", ())])
    try:
        patch = document.render()
    except Exception as error:  # noqa: BLE001  a post must not end the worker: whatever its markdown does is told
        return {"error": f"{type(error).__name__}: {error}"}
    return asdict(patch)


def _site(request: dict[str, Any]) -> Site:
    generator = Generator(request.get("generator", Generator.PLAIN))
    folder = BlogFolder(Blog(Path(request["root"]), generator)) if request.get("root") else None
    return Site(generator, folder, request.get("relative", ""))


def _look(request: dict[str, Any]) -> dict[str, Any]:
    from editor.render.looks.blog_look import blog_look

    site = _site(request)
    try:
        return blog_look(site, read_header(request.get("text", ""), Rules(site.generator))).to_message()
    except Exception as error:  # noqa: BLE001  whatever a blog's files do is told, and the plain look stays
        return {"error": f"{type(error).__name__}: {error}"}
