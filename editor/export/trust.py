"""The folders whose repositories may run what they configure: the writer said so, once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path


class Trust:
    """Which folders the writer trusts.

    Args:
        kept: the folders as they are remembered.
        keep: remembers them.

    """

    def __init__(self, kept: Collection[str], keep: Callable[[list[str]], None]) -> None:
        self._folders, self._keep = {Path(name) for name in kept}, keep

    def covers(self, root: Path) -> bool:
        """Whether a repository's root is trusted; what lies below a trusted folder is another matter."""
        return root.resolve() in self._folders

    def add(self, root: Path) -> None:
        """Trust a repository from now on."""
        self._folders.add(root.resolve())
        self._keep(sorted(map(str, self._folders)))
