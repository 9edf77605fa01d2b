"""The tasks by their names; what one needs is loaded when it is done first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

Request = Mapping[str, Any]
Tell = Callable[[str], None]
"""Is called with the path of each post that a task about many posts begins with, and with "" behind the last one."""


def _check(request: Request, _: Tell) -> dict[str, Any]:
    from editor.tasks.checks import check

    return check(request)


def _check_in_blog(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.checks import check_in_blog

    return check_in_blog(request, tell)


def _fix(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.checks import fix

    return fix(request, tell)


def _paste(request: Request, _: Tell) -> dict[str, Any]:
    from editor.tasks.texts import paste

    return paste(request)


def _headings(request: Request, _: Tell) -> dict[str, Any]:
    from editor.tasks.texts import all_headings

    return all_headings(request)


def _put_section(request: Request, _: Tell) -> dict[str, Any]:
    from editor.tasks.texts import put_section

    return put_section(request)


def _colours(request: Request, _: Tell) -> dict[str, Any]:
    from editor.tasks.texts import colours

    return colours(request)


def _words(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.names import words

    return words(request, tell)


def _names(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.names import names

    return names(request, tell)


def _index(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.library import bring_up_to_date

    return bring_up_to_date(request, tell)


def _count_words(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.surveys import count_words

    return count_words(request, tell)


def _look_at_links(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.surveys import look_at_links

    return look_at_links(request, tell)


def _links_here(request: Request, tell: Tell) -> dict[str, Any]:
    from editor.tasks.surveys import links_here

    return links_here(request, tell)


TASKS: Final[Mapping[str, Callable[[Request, Tell], dict[str, Any]]]] = {
    "check": _check,
    "check_in_blog": _check_in_blog,
    "fix": _fix,
    "paste": _paste,
    "headings": _headings,
    "put_section": _put_section,
    "colours": _colours,
    "words": _words,
    "names": _names,
    "index": _index,
    "count_words": _count_words,
    "look_at_links": _look_at_links,
    "links_here": _links_here,
}
