"""YAML's error messages in a writer's words, at the line where the mistake is."""

from __future__ import annotations

import yaml

from editor.header.model import HeaderError

_WORDS: tuple[tuple[str, str], ...] = (
    ("found unexpected end of stream", "the quote opened here is never closed"),
    ("found unexpected document indicator", "the quote opened here is never closed"),
    ("mapping values are not allowed", "“: ” inside a value without quotes: put the value in quotes"),
    ("could not find expected ':'", "this line is no “key: value”"),
    ("found character '\\t'", "a tab where spaces belong: indent with spaces"),
    ("found character that cannot start any token", "a value can't start with this character: put it in quotes"),
    ("did not find expected key", "this line does not fit the lines around it: look at its indentation and quotes"),
    ("did not find expected ',' or ']'", "the list opened with [ is not closed, or a comma is missing"),
    ("did not find expected ',' or '}'", "the map opened with { is not closed, or a comma is missing"),
    ("did not find expected '-' indicator", "this line does not fit the list above it: look at its indentation"),
    ("found undefined tag handle", "“!” starts a YAML tag: put the value in quotes"),
    ("found undefined alias", "“*” starts a YAML alias: put the value in quotes"),
    (
        "found unknown escape character",
        "a backslash in double quotes starts an escape: write \\\\ or use single quotes",
    ),
    ("did not find expected alphabetic or numeric", "“*” and “&” have a meaning in YAML: put the value in quotes"),
    ("found invalid tag", "“!” starts a YAML tag: put the value in quotes"),
    ("exceeded maximum nesting depth", "nested deeper than 100 levels: this is no front matter"),
    ("block sequence entries are not allowed", "“- ” can't stand here: put list items on lines of their own"),
)
_BRACKETS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
_AT_OPENING = ("found unexpected end of stream", "found unexpected document indicator", "could not find expected ':'")


def explain(error: yaml.YAMLError, content: str, first_line: int) -> HeaderError:
    """The error as `HeaderError`, with the line counted in the whole file."""
    if not isinstance(error, yaml.MarkedYAMLError):
        position = getattr(error, "position", None)
        line = content.count("\n", 0, position) if isinstance(position, int) else 0
        return HeaderError("a character that YAML does not allow", line + first_line)
    problem = str(error.problem or error.context or "broken YAML")
    mark = error.problem_mark or error.context_mark
    context = error.context_mark
    if context is not None and mark is not None:
        never_closed = problem.startswith(_BRACKETS) and mark.line > context.line
        if problem.startswith(_AT_OPENING) or never_closed:
            mark = context
    words = next((words for start, words in _WORDS if problem.startswith(start)), f"broken YAML ({problem})")
    if mark is None:
        return HeaderError(words, first_line)
    line_text = content.split("\n")[mark.line] if mark.line < content.count("\n") + 1 else ""
    if words.startswith("a value can't start") and "\t" in line_text[: mark.column + 1]:
        words = "a tab where spaces belong: indent with spaces"
    return HeaderError(words, mark.line + first_line, mark.column + 1)
