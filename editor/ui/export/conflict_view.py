"""Two versions of a text that differ in the same places: the writer decides each place, and nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.export.merge import Merge, Part
from editor.ui.plain_text import Label, one_line
from editor.ui.speaking import counted
from editor.ui.text_look import TextLook
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, Colours
from editor.writing.compare import differing

WIDTH, HEIGHT = 980, 680
LINES_SHOWN: Final = 10
"""So many lines of a place are seen without scrolling in it."""
_MINE, _THEIRS, _BOTH = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Question:
    """A file whose versions are to be decided on.

    Attributes:
        name: the file.
        merge: its parts; None for one that can't be cut into parts (a picture, a file that one side deleted).
        ours, theirs: the whole versions; None where that side has no file.

    """

    name: str
    merge: Merge | None
    ours: bytes | None
    theirs: bytes | None


class _Place(QFrame):
    """One place: both versions, and three answers."""

    def __init__(
        self, title: str, part: Part, look: TextLook, colours: Colours, parent: QWidget, *, can_join: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_12)
        grid.setSpacing(SPACE_8)
        heading = Label(one_line(title), self)
        grid.addWidget(heading, 0, 0, 1, 2)
        self.group = QButtonGroup(self)
        mine, theirs = part.ours.decode("utf-8", "replace"), part.theirs.decode("utf-8", "replace")
        sides = ((_MINE, self.tr("Mine"), mine, theirs), (_THEIRS, self.tr("Theirs"), theirs, mine))
        for column, (number, name, text, other) in enumerate(sides):
            button = QRadioButton(name, self)
            self.group.addButton(button, number)
            grid.addWidget(button, 1, column)
            shown = _text(text, other if can_join else "", look, colours, self)
            shown.setAccessibleName(one_line(f"{title}, {name}"))
            grid.addWidget(shown, 2, column, Qt.AlignmentFlag.AlignTop)
        both = QRadioButton(self.tr("Both, mine first"), self)
        self.group.addButton(both, _BOTH)
        both.setVisible(can_join)
        grid.addWidget(both, 3, 0, 1, 2)

    @property
    def answer(self) -> int:
        """What was chosen; -1 before that."""
        return self.group.checkedId()


class ConflictDialog(QDialog):
    """All places of some files. Attribute `decided`: the bytes of each file by its name, None for one that goes."""

    def __init__(self, questions: Sequence[Question], look: TextLook, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two versions"))
        open_at(self, WIDTH, HEIGHT)
        self.decided: dict[str, bytes | None] = {}
        self._questions = questions
        self.places: list[list[_Place]] = []
        told = Label(
            self.tr(
                "Both sides changed these places. Choose what the blog is to have; nothing is written before you do."
            ),
            self,
        )
        told.setWordWrap(True)
        self._left = Label("", self)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(SPACE_12)
        for question in questions:
            places = [
                _Place(title, part, look, colours, inner, can_join=question.merge is not None)
                for title, part in self._parts_of(question)
            ]
            self.places.append(places)
            for place in places:
                column.addWidget(place)
                place.group.idToggled.connect(lambda *_: self._chosen())
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFrameShape(QFrame.Shape.NoFrame)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel, self)
        self.ok: QPushButton = buttons.button(kind.Ok)
        self.ok.setText(self.tr("Use this"))
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addWidget(told)
        layout.addWidget(area, 1)
        layout.addWidget(self._left)
        layout.addWidget(buttons)
        self._chosen()

    def _parts_of(self, question: Question) -> list[tuple[str, Part]]:
        if question.merge is not None:
            found, line = [], 1
            for part in question.merge.parts:
                if part.clashes:
                    found.append((self.tr("{0}, line {1}").format(question.name, line), part))
                line += (part.both or part.ours).count(b"\n")
            return found
        return [(question.name, Part(ours=self._told(question.ours), theirs=self._told(question.theirs)))]

    def _told(self, data: bytes | None) -> bytes:
        """What is said of a file that is not cut into parts."""
        if data is None:
            return self.tr("The file was deleted.").encode()
        return data if b"\0" not in data else self.tr("A file of {0} bytes.").format(counted(len(data))).encode()

    def _chosen(self) -> None:
        left = sum(place.answer < 0 for places in self.places for place in places)
        self.ok.setEnabled(left == 0)
        self._left.setText(
            self.tr("Places to decide: {0}").format(left) if left else self.tr("All places are decided.")
        )

    def _finish(self) -> None:
        for question, places in zip(self._questions, self.places, strict=True):
            answers = [{_MINE: False, _THEIRS: True, _BOTH: None}[place.answer] for place in places]
            if question.merge is not None:
                self.decided[question.name] = question.merge.decided(answers)
            else:
                self.decided[question.name] = question.theirs if answers[0] else question.ours
        self.accept()


def _text(text: str, other: str, look: TextLook, colours: Colours, parent: QWidget) -> QPlainTextEdit:
    """A version, with the letters marked that the other one does not have."""
    shown = QPlainTextEdit(text.rstrip("\n"), parent)
    shown.setReadOnly(True)
    shown.setFont(look.font())
    height = shown.fontMetrics().lineSpacing()
    lines = min(max(2, text.count("\n") + len(text) // 40 + 1), LINES_SHOWN)
    shown.setFixedHeight(round(height * lines * 1.2) + SPACE_12 + SPACE_4)
    marked = QTextCharFormat()
    behind = QColor(colours.accent)
    behind.setAlpha(60)
    marked.setBackground(behind)
    cursor = QTextCursor(shown.document())
    for first, last in differing(text.rstrip("\n"), other.rstrip("\n")) if other else ():
        cursor.setPosition(len(text[:first].encode("utf-16-le")) // 2)
        cursor.setPosition(len(text[:last].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(marked)
    return shown
