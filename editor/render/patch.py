"""What the render worker sends back; a module of its own, for the window must not load what renders."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Patch:
    """How a page's blocks change: from block `start`, `removed` blocks give way to `blocks`; `head` is whole.

    `lines` are the lines of the post, from 0, at which the new blocks start, and `shift` is by how many lines those
    behind them moved; no lines where the markdown's reader does not know. `remote` and `missing` count the pictures of
    the whole page that were not shown: those of other sites, and those that are not there.
    """

    head: str
    start: int
    removed: int
    blocks: list[str]
    lines: list[int] = field(default_factory=list)
    shift: int = 0
    remote: int = 0
    missing: int = 0
