"""Numbers in the form of the ones they replace: `1.10` becomes `2.10`, `0x1F` becomes `0x20`.

The forms are those of TOML and JSON. YAML has more of them, on which its readers disagree (`007`, `12:30`): a number is
never written in those, and `yaml_write` keeps of the others what all YAML readers read alike.
"""

from __future__ import annotations

import re

_DECIMALS = re.compile(r"[-+]?[0-9]*\.([0-9]+)")


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
        return f"0o{size:o}"
    if re.fullmatch(r"[0-9]{1,3}(_[0-9]{3})+", old):
        return f"{size:_}"
    return str(size)
