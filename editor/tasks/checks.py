"""The checks of the open post, and what mends a problem.

A request has the post (`text`, `encoding`, `bom`, `path` or "", and for a post without a path `generator` and
`version`) and `fresh`, a number: what was learnt of the blog's configuration is kept while that stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from editor.blog.folder import BlogFolder
from editor.blog.site import Blog
from editor.check.blog_checks import BlogFacts
from editor.check.page_ids import ids_in
from editor.check.post_checks import Checker
from editor.check.problem import Problem
from editor.header import Generator, Refused, Rules
from editor.post.post import Post
from editor.tasks.reading import wanted
from editor.tasks.table import Request, Tell
from editor.text.source import Source

MAX_PROBLEMS: Final = 1_000
"""More are not sent: nobody goes through them, and the window would be busy with them."""

_checkers: dict[object, Checker] = {}
_facts: dict[object, BlogFacts] = {}


def check(request: Request) -> dict[str, Any]:
    """Return the problems of the front matter and of the text, each where `header` and `whole` of the request want it.

    `page` of the request is the rendered page, with the names that links may lead to; "" where nothing is rendered.
    """
    checker, post, path = _checker(request), _post(request), _path(request)
    answer: dict[str, Any] = {}
    if request.get("header"):
        answer["header"] = _sent(checker.check_post(post, path))
    if request.get("whole"):
        page = request.get("page", "")
        answer["whole"] = _sent(checker.check_text(post, path, ids=(lambda: ids_in([page])) if page else None))
    return answer


def check_in_blog(request: Request, tell: Tell) -> dict[str, Any]:
    """Return the problems that the other posts of the blog tell of."""
    return {"blog": _sent(_in_blog(request, tell))}


def fix(request: Request, tell: Tell) -> dict[str, Any]:
    """Return the edit that mends a problem: `{"edit": [start, end, new]}`.

    `{"drops_bom": true}` where the byte order mark is to go, `{"refused": reason}` where it can't be mended after all,
    `{}` where the problem is no longer there.
    """
    checker, post, path, wanted_one = _checker(request), _post(request), _path(request), request["problem"]
    if request.get("root"):
        known = _in_blog(request, tell)
    else:
        known = [*checker.check_post(post, path), *checker.check_text(post, path)]
    alike = [one for one in known if (one.code, one.key) == (wanted_one["code"], wanted_one["key"])]
    alike.sort(key=lambda one: abs(one.line - wanted_one["line"]))
    same = next((one for one in alike if one.to_message()["message"] == wanted_one["message"]), None)
    found = same or next(iter(alike), None)
    if found is None or found.fix is None:
        return {}
    if found.fix.drops_bom or found.fix.make is None:
        return {"drops_bom": True}
    try:
        edit = found.fix.make()
    except Refused as refusal:
        return {"refused": refusal.reason}
    return {"edit": [edit.start, edit.end, edit.new]}


def _sent(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [problem.to_message() for problem, _ in zip(problems, range(MAX_PROBLEMS), strict=False)]


def _checker(request: Request) -> Checker:
    fresh = request.get("fresh")
    if fresh not in _checkers:
        _checkers.clear()
        _checkers[fresh] = Checker()
    return _checkers[fresh]


def _path(request: Request) -> Path | None:
    return Path(request["path"]) if request.get("path") else None


def _post(request: Request) -> Post:
    path = _path(request)
    if path is not None:
        rules = _checker(request).rules_of(path)
    else:
        rules = Rules(Generator(request.get("generator", Generator.PLAIN)), version=request.get("version", ""))
    return Post(Source(request["text"], request.get("encoding", "utf-8"), request.get("bom", False)), rules)


def _in_blog(request: Request, tell: Tell) -> list[Problem]:
    path = _path(request)
    assert path is not None
    facts = _facts_of(request, tell)
    return _checker(request).check_in_blog(_post(request), path, facts)


def _facts_of(request: Request, tell: Tell) -> BlogFacts:
    """What the blog's posts have between them, read once for each `read` of the requests."""
    key = (request["root"], request["generator"], request["read"], tuple(request["passed_over"]))
    if key not in _facts:
        _facts.clear()
        folder = BlogFolder(Blog(Path(request["root"]), Generator(request["generator"])))
        _facts[key] = BlogFacts(folder, wanted(request, tell))
        tell("")
    return _facts[key]
