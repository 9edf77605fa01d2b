"""Where the program's data files are: beside the sources in a checkout, inside the package when installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file or folder of `resources/`."""
    installed = _HERE / "_resources"
    return (installed if installed.is_dir() else _HERE.parent / "resources") / name


def manual() -> Path:
    """The folder of the manual, with a folder for each language."""
    installed = _HERE / "_resources" / "manual"
    return installed if installed.is_dir() else _HERE.parent / "docs" / "manual"


def math_font() -> Path:
    """The font that formulas are drawn with: STIX Two Math, as the package ziamath brings it."""
    package = find_spec("ziamath")  # not imported: its font is all that is wanted
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
