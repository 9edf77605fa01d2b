"""What Jekyll's configuration gives to posts that do not say it themselves (docs: front-matter-defaults.md)."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath


def defaults_for(configuration: Mapping[str, object], relative: str) -> dict[str, object]:
    """The default values of a post; those of a longer path win over those of a shorter one.

    Args:
        relative: the post's path from the blog's root.

    """
    rows = configuration.get("defaults")
    found: list[tuple[int, Mapping[str, object]]] = []
    for row in rows if isinstance(rows, list) else []:
        scope, values = (row.get("scope"), row.get("values")) if isinstance(row, dict) else (None, None)
        if isinstance(scope, dict) and isinstance(values, dict) and _is_in(scope, relative):
            found.append((len(str(scope.get("path") or "")), values))
    merged: dict[str, object] = {}
    for _, values in sorted(found, key=lambda one: one[0]):
        merged.update(values)
    return merged


def _is_in(scope: Mapping[str, object], relative: str) -> bool:
    path = str(scope.get("path") or "").strip("/")
    kind = scope.get("type")
    parts = PurePosixPath(relative).parts
    own = "drafts" if "_drafts" in parts else "posts" if "_posts" in parts else "pages"
    if kind not in (None, own) and not (kind == "posts" and own == "drafts"):
        return False
    if "*" in path:
        return fnmatchcase(relative, path) or fnmatchcase(relative, f"{path}/*")
    return not path or PurePosixPath(relative).is_relative_to(path)
