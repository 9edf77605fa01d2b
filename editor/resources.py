"""Where the program's data files are: beside the sources in a checkout, inside the package when installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file or folder of `resources/`."""
    installed = _HERE / "_resources"
    return (installed if installed.is_dir() else _HERE.parent / "resources") / name
