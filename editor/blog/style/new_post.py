"""A post before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from editor.text.line_ends import LineEnds
from editor.text.source import Source, encode


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post that has no file yet.

    Attributes:
        relative: its path from the blog's root.
        head: its front matter, up to where the text begins.
        encoding, bom, line_end: how its file is to be spelled, as in `Source`.

    """

    relative: PurePosixPath
    head: str
    encoding: str = "utf-8"
    bom: bool = False
    line_end: str = "\n"

    def to_bytes(self) -> bytes:
        """The file with nothing but its front matter. Raises `UnencodableError`."""
        return encode(Source(self.head, self.encoding, self.bom, LineEnds(self.line_end)))
