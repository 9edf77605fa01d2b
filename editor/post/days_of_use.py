"""The days on which the program was used, in their order: an age that a wrong clock can't make.

A clock that is years ahead for a day adds one day here. What is kept for a while is removed once it is old by the clock
and so many days of use have passed since as well.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

FILE: Final = "days"
MAX_DAYS: Final = 1_000
"""So many are remembered."""


class DaysOfUse:
    """Days in the order in which they came; the same day may come again when the clock was wrong between."""

    def __init__(self, days: Sequence[str] = ()) -> None:
        self._days = tuple(days)

    @classmethod
    def noted(cls, state: Path, now: datetime) -> DaysOfUse:
        """Note that the program is used now; what can't be written is not noted.

        Args:
            state: the folder of what the program remembers.

        """
        path, today = state / FILE, now.astimezone(UTC).date().isoformat()
        days = list[str]()
        with contextlib.suppress(OSError):
            days = [day for day in path.read_text(encoding="utf-8", errors="replace").split("\n") if _is_day(day)]
        if not days or days[-1] != today:
            days = [*days, today][-MAX_DAYS:]
            fresh = path.with_name(f"{FILE}.{os.getpid()}.new")
            with contextlib.suppress(OSError):
                state.mkdir(parents=True, exist_ok=True, mode=0o700)
                fresh.write_text("\n".join(days) + "\n", encoding="utf-8")
                os.replace(fresh, path)
        return cls(days)

    def since(self, moment: float | datetime) -> int:
        """How many days of use came after that of a moment (in seconds since 1970): counted in the order they came.

        A moment on none of the days belongs to the last one before it; one before all of them is as old as they are.
        """
        try:
            when = moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment, UTC)
            day = when.astimezone(UTC).date().isoformat()
        except (OverflowError, ValueError, OSError):
            return 0
        at = max((number for number, one in enumerate(self._days) if one == day), default=-1)
        if at < 0:
            at = max((number for number, one in enumerate(self._days) if one < day), default=-1)
        return len(self._days) - 1 - at


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
