"""Formulas as MathML, which the preview's browser draws without any script."""

from __future__ import annotations

from functools import lru_cache

from latex2mathml.converter import convert

MAX_LENGTH = 4_000
"""Longer formulas are shown as they are written."""


@lru_cache(maxsize=2_000)
def mathml(tex: str, *, block: bool) -> str | None:
    """A formula's MathML; None when it can't be read, so that it is shown as it is written."""
    if len(tex) > MAX_LENGTH:
        return None
    try:
        return str(convert(tex, display="block" if block else "inline"))
    except Exception:  # noqa: BLE001  the library raises errors of many kinds for what it can't read
        return None
