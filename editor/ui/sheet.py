"""What the window's document puts aside while another post is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QTextDocument

from editor.post.field_texts import FieldTexts
from editor.post.post import Post
from editor.text.line_ends import LineEnds
from editor.text.offsets import Utf16Map
from editor.text.source import Source
from editor.ui.line_layout import SpacedLayout


@dataclass(slots=True)
class Sheet:
    """All that a `PostDocument` knows of one post, with its undo stack; by default an empty post."""

    qt: QTextDocument
    layout: SpacedLayout
    post: Post = field(default_factory=lambda: Post(Source("")))
    read_only: bool = False
    header_shown: bool = False
    boundary: int = 0
    length: int = 0
    map: Utf16Map = field(default_factory=lambda: Utf16Map(""))
    ends: dict[int, LineEnds] = field(default_factory=dict)
    field_texts: FieldTexts = field(default_factory=FieldTexts)
    never_saved: bool = False


def is_open(document: QTextDocument) -> bool:
    """Whether a post is still open; the document of a closed one is deleted by Qt."""
    import shiboken6

    return bool(shiboken6.isValid(document))
