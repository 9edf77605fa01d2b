"""How a task reads many posts: it names each before it reads it, and passes over those that stopped it before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.tasks.table import Request, Tell


def wanted(request: Request, tell: Tell) -> Callable[[Path], bool]:
    """Return what `posts_in` asks before each post; `passed_over` of the request are the paths to leave out."""
    passed_over = frozenset(request["passed_over"])

    def ask(path: Path) -> bool:
        if str(path) in passed_over:
            return False
        tell(str(path))
        return True

    return ask
