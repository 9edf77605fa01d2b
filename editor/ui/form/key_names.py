"""The lines in which names of new keys are typed: one for the header, one for each group in it."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6

from editor.header import Path
from editor.post.field_texts import NAME, NEW_KEY
from editor.ui.document import PostDocument
from editor.ui.form.add_field import AddField
from editor.ui.form.edits import FieldEdits


class KeyNames:
    """Joins the lines to the document, which keeps a name that is typed and not added yet."""

    def __init__(self, document: PostDocument, edits: FieldEdits, add: Callable[[Path], None]) -> None:
        """Begin; `add` adds the key of a path."""
        self._document, self._edits, self._add = document, edits, add
        self._lines: dict[Path, AddField] = {}

    def join(self, group: Path, line: AddField) -> None:
        """Take the line that adds keys to a group; () is the header itself."""
        self._lines[group] = line
        line.wanted.connect(lambda name: self._add((*group, name)))
        line.begun.connect(lambda name: self._edits.begin((*group, NEW_KEY), name, NAME))

    def line(self, group: Path) -> AddField | None:
        """Return the line of a group, if it is shown."""
        line = self._lines.get(group)
        return line if line is not None and shiboken6.isValid(line) else None

    def show(self, group: Path) -> None:
        """Show the name that was typed for a group, and why it was not added."""
        line, unsaved = self.line(group), self._document.field_texts.get((*group, NEW_KEY))
        if line is not None:
            line.show_unsaved(unsaved.text if unsaved is not None else None, unsaved.reason if unsaved else "")
