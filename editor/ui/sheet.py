"""What the window's document puts aside while another post is shown; its QTextDocument made, filled and read."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.post.field_texts import FieldTexts
from editor.post.post import Post
from editor.text.line_ends import LineEnds
from editor.text.offsets import Utf16Map
from editor.text.source import Source
from editor.ui.line_layout import SpacedLayout


@dataclass(slots=True)
class Sheet:
    """All that a `PostDocument` knows of one post, with its undo stack; by default an empty post.

    Attributes:
        never_saved: a new post that is more than an empty form; it has no file yet.

    """

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


def blank_sheet(parent: QObject, spacing: float) -> Sheet:
    """Return the sheet of an empty post, with lines at a spacing."""
    qt = QTextDocument(parent)
    qt.setDocumentMargin(0)
    layout = SpacedLayout(qt, spacing)
    qt.setDocumentLayout(layout)
    qt.clearUndoRedoStacks()  # an empty document with another layout counts as changed, with a step to undo
    qt.setModified(False)
    return Sheet(qt, layout)


def fill(document: QTextDocument, text: str) -> None:
    """Put a text into an empty document. Qt takes a U+FEFF at a QString's start for its mark and drops it."""
    if text.startswith("\ufeff"):
        document.setPlainText(f" {text}")
        QTextCursor(document).deleteChar()
    else:
        document.setPlainText(text)


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the text between two positions (UTF-16), with "\n" between its blocks."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


def is_open(document: QTextDocument) -> bool:
    """Whether a post is still open; the document of a closed one is deleted by Qt."""
    import shiboken6

    return bool(shiboken6.isValid(document))
