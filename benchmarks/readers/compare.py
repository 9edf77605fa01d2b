"""Whether a value of ours and a reader's answer are the same."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import Any

from editor.header import DateText, Value
from editor.header.dates import read_date


def same(ours: Value, theirs: Any) -> bool:
    """Return whether both are the same value: numbers by value, dates by their moment."""
    if isinstance(theirs, dict) and "error" in theirs:
        return False
    match ours:
        case None | bool():
            return theirs is ours
        case int() | float():
            return isinstance(theirs, dict) and "number" in theirs and _same_number(ours, theirs)
        case str():
            return bool(theirs == {"text": ours}) or _same_time(ours, theirs)
        case DateText():
            return _same_date(ours.text, theirs)
        case list():
            return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
        case dict():
            pairs = entries(theirs)
            return pairs is not None and set(pairs) == set(ours) and all(same(ours[key], pairs[key]) for key in ours)


def entries(theirs: Any) -> dict[str, Any] | None:
    """Return the pairs of a map; None for what is none."""
    if not isinstance(theirs, dict) or "map" not in theirs:
        return None
    return dict(theirs["map"])


def _same_number(ours: float, theirs: dict[str, Any]) -> bool:
    if theirs.get("int"):
        return ours == int(theirs["number"])
    number = float(theirs["number"])
    return float(ours) == number or (math.isnan(number) and math.isnan(ours))


def _same_time(ours: str, theirs: Any) -> bool:
    """Return whether a text is a time of day to the reader (TOML has them); it may round the fraction."""
    said = theirs.get("date", "") if isinstance(theirs, dict) else ""
    return bool(re.fullmatch(r"[0-9:.]+", ours)) and bool(said) and (said.startswith(ours) or ours.startswith(said))


def _same_date(ours: str, theirs: Any) -> bool:
    if not isinstance(theirs, dict):
        return False
    if "text" in theirs:
        return theirs["text"] in (ours, ours.replace(" ", "T", 1))  # Hugo prints TOML's local times with a T
    if "date" not in theirs:
        return False
    moment = read_date(ours)
    if moment is None or theirs["date"] == "invalid":
        return True  # a date that no calendar has: readers count on, or give up, each in its own way
    said = datetime.fromisoformat(theirs["date"])
    said = said if said.tzinfo is not None else said.replace(tzinfo=UTC)
    return moment.instant == said.replace(microsecond=0)
