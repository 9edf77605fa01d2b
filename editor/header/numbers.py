"""Numbers in the form of the ones they replace: `1.10` becomes `2.10`, `007` becomes `008`, `0x1F` becomes `0x20`.

The forms are YAML 1.1's (yaml.org/type/int.html, float.html); which of them a format reads is for the proof to say.
"""

from __future__ import annotations

import re

_DECIMALS = re.compile(r"[-+]?\d*\.(\d+)")


def number_like(value: float, old: str) -> str:
    """A finite number, written as `old` is where that says the very same number."""
    sign = "-" if value < 0 else "+" if old.startswith("+") else ""
    size, bare = abs(value), old.lstrip("+-")
    if isinstance(value, int):
        return sign + _integer(int(size), bare)
    written = repr(float(size))
    decimals = _DECIMALS.fullmatch(old)
    if decimals is not None and decimals[1].endswith("0"):  # zeros that say nothing are the writer's form
        fixed = f"{size:.{len(decimals[1])}f}"
        if float(fixed) == size:
            return sign + fixed
    if "e" in written:
        mantissa, exponent = written.split("e")
        return f"{sign}{mantissa if '.' in mantissa else mantissa + '.0'}e{int(exponent):+03}"
    return sign + written


def _integer(size: int, old: str) -> str:
    if re.fullmatch(r"0x[0-9a-fA-F]+", old):
        digits = f"{size:x}" if old == old.lower() else f"{size:X}"
        return "0x" + digits.rjust(len(old) - 2, "0")
    if re.fullmatch(r"0b[01]+", old):
        return f"0b{size:b}"
    if re.fullmatch(r"0o[0-7]+", old):
        return f"0o{size:o}".ljust(3, "0")
    if re.fullmatch(r"0[0-7]+", old):
        return f"0{size:o}".rjust(len(old), "0")
    if re.fullmatch(r"[0-9]{1,3}(_[0-9]{3})+", old):
        return f"{size:_}"
    if re.fullmatch(r"[1-9][0-9]*(:[0-5]?[0-9])+", old):
        return _sexagesimal(size, old.count(":"))
    return str(size)


def _sexagesimal(size: int, colons: int) -> str:
    parts: list[str] = []
    for _ in range(colons):
        size, rest = divmod(size, 60)
        parts.insert(0, f"{rest:02}")
    return ":".join((str(size), *parts))
