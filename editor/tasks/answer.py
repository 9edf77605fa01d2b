"""What the window gets back for a task."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any


class Stop(Enum):
    """Why a task has no result."""

    TIME = auto()  # it took longer than it may
    ENDED = auto()  # its process ended: too much memory, or calls too deep
    ERROR = auto()  # an exception in it


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a task, or why there is none.

    Attributes:
        at: the post that was being read when a task about many posts was stopped; "" where it named none.
        error: the exception's name.

    """

    result: dict[str, Any] = field(default_factory=dict)
    stop: Stop | None = None
    at: str = ""
    error: str = ""
