"""The caret and the keys at the hidden front matter: neither gets into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_STANDARD = QKeySequence.StandardKey
_MOVE = QTextCursor.MoveOperation
_BACKWARD_DELETIONS = (
    (_STANDARD.Backspace, _MOVE.PreviousCharacter),
    (_STANDARD.DeleteStartOfWord, _MOVE.PreviousWord),
)


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
