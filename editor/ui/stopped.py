"""What is said of a task that was stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.check.problem import Problem, Severity
from editor.language import tr

if TYPE_CHECKING:
    from editor.tasks.answer import Answer

CODE = "checks-stopped"


def reason(answer: Answer) -> str:
    """Return why a task has no result, in words that go behind a colon."""
    from editor.tasks.answer import Stop
    from editor.tasks.process import TIME_LIMIT

    if answer.stop is Stop.TIME:
        return tr("it took longer than {0} s").format(round(TIME_LIMIT))
    if answer.error and answer.error not in ("MemoryError", "RecursionError"):
        return tr("an error in the program ({0}); please report it").format(answer.error)
    return tr("it needed too much memory")


def stop_problem(path: Path | None, answer: Answer) -> Problem:
    """Return what the list of problems says of a post whose checks were stopped."""
    message = tr("The checks of this post were stopped: {0}").format(reason(answer))
    return Problem(str(path or ""), 1, 1, CODE, Severity.WARNING, message)


def passed_over(path: Path | None, at: str) -> Problem:
    """Return what the list of problems says of another post of the blog that could not be looked at."""
    message = tr("{0} was left out when the blog’s posts were compared: reading it took too long").format(Path(at).name)
    return Problem(str(path or ""), 1, 1, CODE, Severity.HINT, message)
