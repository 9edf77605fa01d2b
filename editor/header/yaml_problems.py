"""YAML's error messages in a writer's words, at the line where the mistake is."""

from __future__ import annotations

import yaml

from editor.header.model import HeaderError
from editor.language import msg, tr

_WORDS: tuple[tuple[str, str], ...] = (
    ("found unexpected end of stream", msg("the quote opened here is never closed")),
    ("found unexpected document indicator", msg("the quote opened here is never closed")),
    ("mapping values are not allowed", msg("“: ” inside a value without quotes: put the value in quotes")),
    ("could not find expected ':'", msg("this line is no “key: value”")),
    ("found character '\\t'", msg("a tab where spaces belong: indent with spaces")),
    (
        "found character that cannot start any token",
        msg("a value can't start with this character: put it in quotes"),
    ),
    (
        "did not find expected key",
        msg("this line does not fit the lines around it: look at its indentation and quotes"),
    ),
    ("did not find expected ',' or ']'", msg("the list opened with [ is not closed, or a comma is missing")),
    ("did not find expected ',' or '}'", msg("the map opened with { is not closed, or a comma is missing")),
    (
        "did not find expected '-' indicator",
        msg("this line does not fit the list above it: look at its indentation"),
    ),
    ("found undefined tag handle", msg("“!” starts a YAML tag: put the value in quotes")),
    ("found undefined alias", msg("“*” starts a YAML alias: put the value in quotes")),
    (
        "found unknown escape character",
        msg("a backslash in double quotes starts an escape: write \\\\ or use single quotes"),
    ),
    (
        "did not find expected alphabetic or numeric",
        msg("“*” and “&” have a meaning in YAML: put the value in quotes"),
    ),
    ("found invalid tag", msg("“!” starts a YAML tag: put the value in quotes")),
    ("exceeded maximum nesting depth", msg("nested deeper than 100 levels: this is no front matter")),
    ("block sequence entries are not allowed", msg("“- ” can't stand here: put list items on lines of their own")),
)
_BRACKETS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
_AT_OPENING = ("found unexpected end of stream", "found unexpected document indicator", "could not find expected ':'")


def explain(error: yaml.YAMLError, content: str, first_line: int) -> HeaderError:
    """The error as `HeaderError`, with the line counted in the whole file."""
    if not isinstance(error, yaml.MarkedYAMLError):
        position = getattr(error, "position", None)
        line = content.count("\n", 0, position) if isinstance(position, int) else 0
        return HeaderError(tr("a character that YAML does not allow"), line + first_line)
    problem = str(error.problem or error.context or tr("broken YAML"))
    place = error.problem_mark or error.context_mark
    context = error.context_mark
    if context is not None and place is not None:
        never_closed = problem.startswith(_BRACKETS) and place.line > context.line
        if problem.startswith(_AT_OPENING) or never_closed:
            place = context
    source = next((words for start, words in _WORDS if problem.startswith(start)), "")
    words = tr(source) if source else tr("broken YAML ({0})").format(problem)
    if place is None:
        return HeaderError(words, first_line)
    line_text = content.split("\n")[place.line] if place.line < content.count("\n") + 1 else ""
    if source.startswith("a value can't start") and "\t" in line_text[: place.column + 1]:
        words = tr("a tab where spaces belong: indent with spaces")
    return HeaderError(words, place.line + first_line, place.column + 1)
