"""What is wrong with a key or with the whole front matter, each line with the button that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.check.problem import Problem, Severity
from editor.ui.form.head import shortened
from editor.ui.plain_text import Label, literal, one_line
from editor.ui.theme import tokens


class Notices(QWidget):
    """Lines of problems; hidden while there are none."""

    fix_wanted = Signal(object)  # Problem

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE_4)
        self._problems: tuple[Problem, ...] = ()
        self._lines: list[QWidget] = []
        self.setVisible(False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What it shows."""
        return self._problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others; lines that stay are not made again, so that a click meets its button."""
        wanted = tuple(problems)
        if wanted == self._problems:
            return
        self._problems = wanted
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(problem) for problem in wanted]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(wanted))

    def _line(self, problem: Problem) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(tokens.SPACE_8, 0, 0, 2)
        row.setSpacing(tokens.SPACE_12)
        message = shortened(problem.message)
        text = Label(message[:1].upper() + message[1:], line)
        text.setObjectName("problem" if problem.severity is Severity.ERROR else "advice")
        text.setWordWrap(True)
        row.addWidget(text, 1)
        if problem.fix is not None:
            button = QPushButton(literal(problem.fix.label), line)
            button.setObjectName("fix")
            button.setAccessibleDescription(one_line(problem.message))
            button.clicked.connect(lambda: self.fix_wanted.emit(problem))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line
