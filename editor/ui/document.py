"""The post as Qt edits it: one QTextDocument with the whole file, whose undo stack is the post's only one.

Form edits, raw header edits and body edits all go through here; `Post` follows each change of the document and is
what gets saved. While the form shows the front matter, its blocks are hidden, and `boundary` is where the text that
the writer sees begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from editor.header import Header, HeaderKind, Path
from editor.post.field_texts import FieldText, FieldTexts
from editor.post.post import Post
from editor.text.differences import differences
from editor.text.edit import Edit, difference
from editor.text.line_ends import LineEnds
from editor.text.offsets import Utf16Map, utf16_length
from editor.ui.hidden_part import hidden_length, hide_before
from editor.ui.sheet import Sheet, blank_sheet, fill, text_between

UNHOLDABLE = "\ufdd0\ufdd1"
"""Characters that a QTextDocument takes for its own marks: a file with one opens read-only. It holds all others, also
NUL and the other control characters (measured on Qt 6.11)."""


class PostDocument(QObject):
    """The post that is being edited.

    Positions in its signals and arguments are code points; `boundary` is in Qt's UTF-16 units.
    """

    swapped = Signal()  # `qt` is another one: what is connected to it must be connected anew
    opened = Signal()
    reloading = Signal(object)  # list[Edit]
    reloaded = Signal()
    edited = Signal(object)  # Edit: the post has it already
    hiding = Signal()  # other blocks than before are going to be hidden
    header_changed = Signal()
    modified_changed = Signal(bool)
    field_text_changed = Signal(object)  # Path
    stepped = Signal()  # a step was taken back or made again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spacing = 1.0
        self._visit: object = None
        self._take(blank_sheet(self, self._spacing))
        self._was_modified = False
        self._muted = False
        self._visit_revision = -1
        self._undoing = False
        self.turn = 0  # -1 while a step is taken back, 1 while one is made again
        self.joining = False  # while an edit becomes a part of the step before it
        self._applying = False
        self._shown_header: Header | None = None  # what the listeners of header_changed have seen

    # -- opening and saving

    def open(
        self, post: Post, *, read_only: bool = False, never_saved: bool = False, fields: FieldTexts | None = None
    ) -> None:
        """Show a post; the undo stack starts empty.

        Args:
            never_saved: a new post that is to be kept though nothing was changed in it yet.
            fields: texts of form fields that the post does not have; without them there are none.

        """
        self.post, self.read_only, self.never_saved = post, read_only, never_saved
        self.field_texts = fields or FieldTexts()
        self._boundary = 0  # of the former post: the caret that follows the new text asks for it
        self._muted = True
        self.qt.setUndoRedoEnabled(False)
        fill(self.qt, post.text)
        self.qt.setUndoRedoEnabled(True)
        self._muted = False
        self._length = self.qt.characterCount() - 1
        self._map = Utf16Map(post.text)
        self._ends = {0: post.line_ends}
        self._visit = None
        self._place_boundary()
        self.qt.setModified(False)
        self.opened.emit()
        self._header_changed()
        self._tell_modified()

    def reload(self, post: Post, fields: FieldTexts | None = None) -> None:
        """Show the open post as its file is now: what differs becomes one step to undo.

        It is saved as the file is spelled now (encoding, line ends). Only where the file has several kinds of line
        ends, the undo stack starts empty.

        Args:
            fields: texts of form fields that the post does not have; without them there are none.

        """
        edits = differences(self.post.text, post.text)
        self.reloading.emit(edits)
        if self.read_only or post.line_ends.lines:
            self.open(post, fields=fields)
        else:
            self.field_texts = fields or FieldTexts()
            self.apply_all(edits)
            self.post = post
            self._place_boundary()
            self._header_changed()
        self.saved()
        self.reloaded.emit()

    def put_aside(self) -> Sheet:
        """The post as it stands; an empty one takes its place."""
        sheet = Sheet(self.qt, self.layout, self.post, self.read_only, self._header_shown, self._boundary, self._length)
        sheet.map, sheet.ends = self._map, self._ends
        sheet.field_texts, sheet.never_saved = self.field_texts, self.never_saved
        self._swap(blank_sheet(self, self._spacing))
        return sheet

    def take_up(self, sheet: Sheet) -> None:
        """Show a post that was put aside; the one that is shown now is given up."""
        given_up = self.qt
        self._swap(sheet)
        given_up.deleteLater()
        self.opened.emit()
        self._header_changed()
        self._was_modified = self.modified
        self.modified_changed.emit(self.modified)

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work: changed text, text of a form field, or a new post that nobody saved."""
        return self.text_modified or bool(self.field_texts) or self.never_saved

    @property
    def text_modified(self) -> bool:
        """Whether the text differs from what was opened or saved last."""
        return self.qt.isModified()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was ever done in it: what was typed and undone could still be redone."""
        return not (self.modified or self.qt.isUndoAvailable() or self.qt.isRedoAvailable())

    def saved(self) -> None:
        """Note that the text is on the disk as it is now; texts of form fields are not."""
        self.never_saved = False
        self.qt.setModified(False)
        self._tell_modified()

    def put_field_text(self, text: FieldText) -> None:
        """Keep the text of a form field that the post does not have."""
        if not self.read_only and self.field_texts.put(text):
            self.field_text_changed.emit(text.path)
            self._tell_modified()

    def drop_field_text(self, path: Path) -> None:
        """Forget the text of a form field, and of those below its key."""
        for gone in self.field_texts.drop(path):
            self.field_text_changed.emit(gone)
        self._tell_modified()

    @property
    def header(self) -> Header:
        """The front matter as it is now."""
        return self.post.header

    # -- the hidden front matter

    @property
    def boundary(self) -> int:
        """Where the text that the writer sees begins; 0 while the front matter is shown as text."""
        return self._boundary

    @property
    def header_shown(self) -> bool:
        """Whether the front matter is shown as text."""
        return self._header_shown

    def show_header(self, shown: bool) -> None:
        """Show the front matter as text, or hide it again."""
        self._header_shown = shown
        self._place_boundary()

    def set_spacing(self, spacing: float) -> None:
        """Set the distance of lines, as a multiple of the font's size, for this post and those that come."""
        self._spacing = spacing
        self.layout.set_spacing(spacing)

    def visible_position(self, position: int) -> int:
        """A position moved out of the hidden part."""
        return min(max(position, self._boundary), self._length)

    # -- changes

    def apply(self, edit: Edit, visit: object = None, *, joined: bool = False, field: Path | None = None) -> None:
        """Change the post from outside the text pane.

        Args:
            visit: edits with the same object that follow each other directly become one undo step: the letters
                typed in one visit of a form field.
            joined: it belongs to the step before it, whatever came between.
            field: the key whose field text this edit puts into the post.

        """
        settled = self.field_texts.drop(field) if field is not None else []
        self._make([edit], joined=joined or self.is_last_step(visit))
        self._visit = visit
        for path in settled:
            self.field_text_changed.emit(path)
        self._tell_modified()

    def apply_all(self, edits: Sequence[Edit], *, joined: bool = False) -> None:
        """Make several edits in one step to undo; the last one in the text comes first, so that none moves another.

        Args:
            joined: they belong to the step before them, whatever came between.

        """
        if edits:
            self._make(edits, joined=joined)

    def _make(self, edits: Sequence[Edit], *, joined: bool = False) -> None:
        cursor = QTextCursor(self.qt)
        self.joining, self._applying = joined, True
        (cursor.joinPreviousEditBlock if joined else cursor.beginEditBlock)()
        try:
            for edit in edits:
                cursor.setPosition(self._map.to_utf16(edit.start))
                cursor.setPosition(self._map.to_utf16(edit.end), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(edit.new)
            cursor.endEditBlock()
        finally:
            self._applying = self.joining = False
        self._visit, self._visit_revision = None, self.qt.revision()

    def is_last_step(self, visit: object) -> bool:
        """Whether the edits of a visit are the last step of the undo history."""
        return visit is not None and visit is self._visit and self.qt.revision() == self._visit_revision

    @property
    def is_muted(self) -> bool:
        """Whether what changes now is how the text looks, and not the text."""
        return self._muted

    def lay_out_again(self, start: int, end: int) -> None:
        """Lines from one place to another (UTF-16) have other formats."""
        self._muted = True
        try:
            self.qt.markContentsDirty(start, min(end, self.qt.characterCount()) - start)
        finally:
            self._muted = False

    def undo(self) -> QTextCursor | None:
        """Take the last step back; the cursor is where it was, None when that is in the hidden part."""
        return self._step(self.qt.undo, -1)

    def redo(self) -> QTextCursor | None:
        """Make the step again that was taken back last."""
        return self._step(self.qt.redo, 1)

    def start_body(self) -> None:
        """Make sure that there is a line to type in: a header may end the file without a line end."""
        if self._boundary > self._length:
            self.apply(Edit(self.post.length, self.post.length, "\n"))
            self._place_boundary()

    # -- positions

    def from_qt(self, position: int) -> int:
        """A code point position for a UTF-16 one."""
        return self._map.from_utf16(position)

    def to_qt(self, offset: int) -> int:
        """A UTF-16 position for a code point one."""
        return self._map.to_utf16(offset)

    # -- following the document

    def _take(self, sheet: Sheet) -> None:
        self.qt, self.layout, self.post, self.read_only = sheet.qt, sheet.layout, sheet.post, sheet.read_only
        self._header_shown, self._boundary, self._length = sheet.header_shown, sheet.boundary, sheet.length
        self._map, self._ends = sheet.map, sheet.ends
        self.field_texts, self.never_saved = sheet.field_texts, sheet.never_saved
        self._visit = None
        self.qt.contentsChange.connect(self._follow)
        self.qt.modificationChanged.connect(self._tell_modified)

    def _swap(self, sheet: Sheet) -> None:
        self.qt.contentsChange.disconnect(self._follow)
        self.qt.modificationChanged.disconnect(self._tell_modified)
        self._take(sheet)
        self.swapped.emit()

    def _tell_modified(self) -> None:
        modified = self.modified
        if modified != self._was_modified:
            self._was_modified = modified
            self.modified_changed.emit(modified)

    def _step(self, method: object, turn: int) -> QTextCursor | None:
        cursor = QTextCursor(self.qt)
        cursor.setPosition(0)
        self._undoing, self.turn = True, turn
        try:
            method(cursor)  # type: ignore[operator]
            self.stepped.emit()
        finally:
            self._undoing, self.turn = False, 0
        return cursor if cursor.position() >= self._boundary else None

    def _follow(self, position: int, removed: int, added: int) -> None:
        if self._muted:
            return
        length = self.qt.characterCount() - 1
        excess = max(0, position + added - length)  # Qt may count the document's own last separator
        added, removed = added - excess, removed - excess
        edit = self._edit(position, removed, added, length)
        self._length = length
        if edit is None:  # the same text again: the blocks of it are new all the same
            if position < self._boundary:
                self._hide_header(self._boundary, whole=False)
            return
        was_none = self.post.header.kind is HeaderKind.NONE
        end, start = self._map.to_utf16(edit.end), self._map.to_utf16(edit.start)
        before, boundary = self._boundary, edit.map(self._map.from_utf16(self._boundary))
        restored = self._ends.get(self.qt.availableUndoSteps()) if self._undoing else None
        self.post.apply(edit, restored)
        self._map.follow(edit)
        self._ends_follow()
        moved = self._map.to_utf16(boundary)
        self._boundary = self._boundary_after(start, end, moved, was_none=was_none)
        if start < before or self._boundary != before:  # else no line of the header came, went or is another one
            self._hide_header(max(moved, start + utf16_length(edit.new)), whole=False)
        self.edited.emit(edit)
        if self.post.header is not self._shown_header:
            self._header_changed()

    def _header_changed(self) -> None:
        self._shown_header = self.post.header
        self.header_changed.emit()

    def _edit(self, position: int, removed: int, added: int, length: int) -> Edit | None:
        """The change as an edit of the post's text; None when nothing changed."""
        if min(removed, added) < 0 or self._length - removed + added != length:
            return difference(self.post.text, text_between(self.qt, 0, length))
        new = text_between(self.qt, position, position + added)
        edit = Edit(self._map.from_utf16(position), self._map.from_utf16(position + removed), new)
        if removed == added and self.post.text[edit.start : edit.end] == new:
            return None
        return edit

    def _ends_follow(self) -> None:
        """Files with several kinds of line ends: remember them at each undo step, so that undo brings them back."""
        if self._ends.get(0, LineEnds()).lines and not self._undoing:
            self._ends[self.qt.availableUndoSteps()] = self.post.line_ends

    def _boundary_after(self, start: int, end: int, moved: int, *, was_none: bool) -> int:
        """Where the boundary is after an edit; it is placed anew where it was changed itself.

        Args:
            start, end: of the edit, in UTF-16.
            moved: where the edit moved the boundary.

        """
        header, by_program = self.post.header, self._applying or self._undoing
        if self._header_shown or not header.by_field:
            return 0
        if was_none != (header.kind is HeaderKind.NONE):
            # A header came or went as a whole. One that is being typed stays in sight under the writer's hands.
            return self._place_of_boundary() if by_program else self._boundary
        if start < self._boundary < end or (self._boundary == 0 and by_program):
            return self._place_of_boundary()  # also when a broken header was mended by a click
        return moved

    def _place_of_boundary(self) -> int:
        hidden = not (self._header_shown or self.read_only)
        return self._map.to_utf16(hidden_length(self.post)) if hidden else 0

    def _place_boundary(self) -> None:
        """Find the boundary again and hide what is before it."""
        before, self._boundary = self._boundary, self._place_of_boundary()
        self._hide_header(before, whole=True)

    def _hide_header(self, upto: int, *, whole: bool) -> None:
        """Hide the blocks before the boundary and no others.

        Args:
            upto: no block behind this position is hidden (UTF-16).
            whole: have Qt lay these blocks out; else it does by itself, because they were edited.

        """
        self.hiding.emit()
        changed = hide_before(self.qt, self._boundary, upto)
        if changed and whole:
            self._muted = True
            self.qt.markContentsDirty(0, min(changed, self.qt.characterCount()))
            self._muted = False
        if changed:
            self.layout.requestUpdate()
            self.layout.documentSizeChanged.emit(self.layout.documentSize())
