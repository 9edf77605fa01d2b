"""The hidden front matter: its blocks, and the caret and the keys, which do not get into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor, QTextDocument

from editor.header import HeaderKind
from editor.post.post import Post

_STANDARD = QKeySequence.StandardKey
_MOVE = QTextCursor.MoveOperation
_BACKWARD_DELETIONS = (
    (_STANDARD.Backspace, _MOVE.PreviousCharacter),
    (_STANDARD.DeleteStartOfWord, _MOVE.PreviousWord),
)


def hidden_length(post: Post) -> int:
    """Return how many characters are hidden: the front matter and the one blank line that posts have behind it.

    That is one more than the post has where a line end is missing behind the front matter. A fence with text behind it
    (`--- text`, to Hugo) stays in sight, for a line can't be hidden in part.
    """
    header, text = post.header, post.text
    if header.kind is HeaderKind.NONE or not header.by_field:
        return 0
    at = header.span.end
    if text[at : at + 1] == "\n":
        at += 1
    elif at < len(text) and text[at - 1] != "\n":
        at = text.rfind("\n", 0, at) + 1
    return at if at == 0 or text[:at].endswith("\n") else at + 1


def hide_before(document: QTextDocument, boundary: int, upto: int) -> int:
    """Hide the blocks before a boundary and show all others.

    Edits bring blocks that are visible and leave hidden ones between them, so all of them are looked at.

    Args:
        upto: no block behind this position is hidden (UTF-16).

    Returns:
        Where the last block ends that was changed; 0 without one.

    """
    block, changed = document.begin(), 0
    while block.isValid() and block.position() <= max(boundary, upto):
        visible = block.position() >= boundary
        if block.isVisible() != visible:
            _set_visible(block, visible=visible)
            changed = block.position() + block.length()
        block = block.next()
    return changed


def _set_visible(block: QTextBlock, *, visible: bool) -> None:
    block.setVisible(visible)
    block.setLineCount(max(1, block.layout().lineCount()) if visible else 0)  # what the scroll bar counts


def kept_out(cursor: QTextCursor, low: int) -> QTextCursor | None:
    """The cursor moved behind a boundary (UTF-16); None where it is already."""
    if min(cursor.anchor(), cursor.position()) >= low:
        return None
    anchor, position = max(cursor.anchor(), low), max(cursor.position(), low)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def delete_up_to(cursor: QTextCursor, boundary: int, event: QKeyEvent) -> bool:
    """Delete back to the boundary and no further; False when the key may do as usual."""
    if cursor.hasSelection() or not boundary:
        return False
    for key, move in _BACKWARD_DELETIONS:
        plain_backspace = key == _STANDARD.Backspace and event.key() == Qt.Key.Key_Backspace
        if event.matches(key) or (plain_backspace and cursor.position() <= boundary):
            target = QTextCursor(cursor)
            target.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            if target.position() >= boundary:
                return False
            target.setPosition(boundary, QTextCursor.MoveMode.KeepAnchor)
            target.removeSelectedText()
            return True
    return False
