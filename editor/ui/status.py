"""The status bar: caret, length, encoding, generator, and when the post was saved. Counting waits for a pause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStatusBar, QToolButton, QWidget

from editor.blog.site import Blog
from editor.check.problem import Problem, Severity
from editor.post.counts import CHARACTERS_A_PAGE, Counts, count, reading_minutes, slices
from editor.ui.announcing import announce
from editor.ui.document import PostDocument
from editor.ui.plain_text import Label, literal
from editor.ui.text_pane import TextPane

PAUSE_MS = 250
PLACE_PAUSE_MS = 30
"""How long after a key the caret's place is told: the letter is drawn first."""
SELECTION_LIMIT = 100_000
"""Longer selections are not counted: it would hold up the hand that selects."""
MAX_LISTED = 40
"""How many problems a menu lists."""
SLICE = 20_000
"""How many characters are counted at a time: some 3 ms of work."""


class Status(QStatusBar):
    """One line of facts about the open post."""

    line_wanted = Signal(int)  # a line of the post, from 0: a problem was chosen
    fix_wanted = Signal(object)  # Problem: it is to be mended

    def __init__(self, document: PostDocument, pane: TextPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._pane = document, pane
        self._counts, self._place, self._file, self._saved = (Label("", self) for _ in range(4))
        self.setSizeGripEnabled(False)
        self._problems = QToolButton(self)
        self._problems.setObjectName("problems")
        self._problems.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._problems)
        self._menu.setToolTipsVisible(True)
        self._problems.setMenu(self._menu)
        self._problems.setVisible(False)
        self.addWidget(self._problems)
        self.addWidget(self._place)
        self.addWidget(self._counts)
        self.addPermanentWidget(self._saved)
        self.addPermanentWidget(self._file)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start_counting)
        self._counting = QTimer(self)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count_on)
        self._parts: Iterator[str] = iter(())
        self._sum = Counts(0, 0)
        self._minutes, self._whole = 0.0, ""
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(PLACE_PAUSE_MS)
        self._moved.timeout.connect(self._show_place)
        pane.cursorPositionChanged.connect(self._moved.start)
        pane.selectionChanged.connect(self._show_selection)
        document.edited.connect(self._edited)
        document.opened.connect(self._opened)

    def show_file(self, blog: Blog | None) -> None:
        """Show what kind of file and blog it is."""
        source = self._document.post.source
        ends = {"\n": "LF", "\r\n": "CRLF", "\r": "CR", "\u2029": "U+2029"}[source.line_ends.usual]
        ends = self.tr("mixed line ends") if source.line_ends.lines else ends
        parts = [blog.generator.label if blog is not None else "", source.encoding_name, ends]
        self._file.setText(" · ".join(part for part in parts if part))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell how many problems the post has; a click lists them, a click on one goes there."""
        self._menu.clear()
        for problem in problems[:MAX_LISTED]:
            text = self.tr("Line {0}: {1}").format(problem.line, problem.message)
            action = self._menu.addAction(literal(text))
            action.triggered.connect(lambda _=False, line=problem.line - 1: self.line_wanted.emit(line))
            if problem.fix is not None:
                mend = self._menu.addAction(literal(f"      → {problem.fix.label}"))
                mend.triggered.connect(lambda _=False, one=problem: self.fix_wanted.emit(one))
        hints = sum(problem.severity is Severity.HINT for problem in problems)
        grave, parts = len(problems) - hints, []
        if grave:
            parts.append(self.tr("%Ln problem(s)", "", grave))
        if hints:
            parts.append(self.tr("%Ln hint(s)", "", hints))
        text = " · ".join(parts)
        if text != self._problems.text() and not self._problems.isHidden():
            announce(self._problems, text or self.tr("No problems"))
        self._problems.setText(text)
        self._problems.setVisible(bool(problems))

    @property
    def problems(self) -> QToolButton:
        """The button that lists the problems."""
        return self._problems

    def show_saved(self) -> None:
        """Tell that the post has just been saved."""
        announce(self, self.tr("Saved"))
        self._saved.setText(
            self.tr("saved {0}").format(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
        )

    def retell(self) -> None:
        """Say all again, in the language that is spoken now."""
        self._saved.clear()
        self._start_counting()
        self._show_place()

    @property
    def counts(self) -> str:
        """The text of the count."""
        return self._counts.text()

    def _opened(self) -> None:
        self._saved.clear()
        self._start_counting()
        self._show_place()

    def _show_place(self) -> None:
        """Line and column of the visible text, as an editor without the front matter counts them."""
        cursor = self._pane.textCursor()
        first = self._document.qt.findBlock(self._document.boundary).blockNumber() if self._document.boundary else 0
        line = cursor.blockNumber() - max(0, first) + 1
        self._place.setText(self.tr("Line {0}, column {1}").format(line, cursor.positionInBlock() + 1))

    def _edited(self) -> None:
        self._counting.stop()
        self._pause.start()

    def _start_counting(self) -> None:
        """Count in slices between other events: a book's worth of text would hold a key press up otherwise."""
        self._parts, self._sum = slices(self._document.post.body, SLICE), Counts(0, 0)
        self._minutes = 0.0
        self._counting.start()
        self._count_on()

    def _count_on(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            self._sum += count(part)
            self._minutes += reading_minutes(part)
            return
        self._counting.stop()
        self._whole = " · ".join(
            (
                self.tr("%Ln character(s)", "", self._sum.characters),
                self.tr("%Ln word(s)", "", self._sum.words),
                self.tr("{0} min").format(max(1, round(self._minutes))),
            )
        )
        pages = -(-self._sum.characters // CHARACTERS_A_PAGE)
        self._counts.setToolTip(
            self.tr("Characters without white space; {0} manuscript pages of 400 characters; reading time").format(
                pages
            )
        )
        self._show_selection()

    def _show_selection(self) -> None:
        """The counts of what is selected, or of the whole post."""
        cursor = self._pane.textCursor()
        size = cursor.selectionEnd() - cursor.selectionStart()
        if not 0 < size <= SELECTION_LIMIT:
            self._counts.setText(self._whole)
            return
        selected = count(cursor.selectedText().replace("\u2029", "\n"))
        self._counts.setText(
            self.tr("selected: {0}").format(
                " · ".join(
                    (
                        self.tr("%Ln character(s)", "", selected.characters),
                        self.tr("%Ln word(s)", "", selected.words),
                    )
                )
            )
        )
