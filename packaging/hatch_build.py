"""Compiles the languages when a wheel is built, or the project is installed to be worked on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
from languages import compile_all


class CompileLanguages(BuildHookInterface):  # type: ignore[type-arg]
    """hatchling's hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """What git leaves out belongs into the wheel."""
        compile_all()
        build_data["artifacts"] += ["resources/languages/*.qm", "resources/languages/*.json"]
