"""A report as text for people, JSON for programs, or annotations for GitHub's workflow log."""

from __future__ import annotations

import json

from editor.check.post_checks import Report
from editor.check.problem import Problem, Severity
from editor.language import tr
from editor.text.visible import in_json, lines, one_line
from editor.text.white_space import ASCII_SPACE

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_json(report: Report) -> str:
    """One object: files, identical, problems."""
    problems = [problem.record() for problem in report.problems]
    record = {"files": report.files, "identical": report.identical, "problems": problems}
    return in_json(json.dumps(record, ensure_ascii=False))


def as_text(report: Report) -> str:
    """A line a problem, `path:line:column: severity: message [code]`, and a sum."""
    rows = [
        _line(f"{problem.path}:{problem.line}:{problem.column}: {problem.severity}: {problem.message} [{problem.code}]")
        for problem in report.problems
    ]
    files = tr("1 file") if report.files == 1 else tr("{0} files").format(report.files)
    rows.append(
        tr("{0}, {1} open and save unchanged, {2} problems").format(files, report.identical, len(report.problems))
    )
    return "\n".join(rows)


def _line(text: str) -> str:
    """Return a line of the report that GitHub's runner does not take for a command when it reads a workflow's log.

    Commands are lines that begin with `::`, and `##[` anywhere (actions/runner, `ActionCommand.cs`).
    """
    text = one_line(text).replace("##[", "#\\x23[")
    return f"./{text}" if text.lstrip(ASCII_SPACE).startswith("::") else text


def as_github(report: Report) -> str:
    """Workflow commands (docs.github.com, "Workflow commands for GitHub Actions"), a line a problem."""
    return "\n".join(_github(problem) for problem in report.problems)


def _github(problem: Problem) -> str:
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={problem.code}"
    message = _without_controls(problem.message).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB_LEVELS[problem.severity]} {place}::{message}"


def _without_controls(text: str) -> str:
    """Return a text with escapes for what steers a terminal; line ends stay, for the runner has escapes of its own."""
    return "\r".join(map(lines, text.split("\r")))


def _property(text: str) -> str:
    text = _without_controls(text)
    for character, escape in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(character, escape)
    return text
